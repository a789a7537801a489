"""Words that change what a source says of an event: "allegedly", "denied that", ", a charge Norland rejects"."""

from mkdocs_briefings.annotate.event.scene import Scene
from mkdocs_briefings.annotate.event.told import Told
from mkdocs_briefings.annotations import Status
from mkdocs_briefings.rules.events import EventRules, StatusCue

_LONGEST_REACH = 16  # tokens before the verb
_BEYOND = 40  # tokens after it
_NEAR = 6  # tokens after "which"


def cued(scene: Scene, told: Told, rules: EventRules) -> Status:
    """What the words around a verb's clause say of it; a denial counts before an allegation."""
    if told.charged:
        return told.charged
    found = _before(scene, told, rules)
    for look in (_held, _behind):
        if found != "denied":
            other = look(scene, told, rules)
            found = found if other == "reported" else other
    return found


def _before(scene: Scene, told: Told, rules: EventRules) -> Status:
    """ "allegedly shelled", "denied that its troops attacked"."""
    letters, lower, group = scene.letters, scene.lower, told.group
    found: Status = "reported"
    for index in range(group.verb - 1, max(scene.start - 1, group.verb - _LONGEST_REACH), -1):
        if letters[index] in ",.;k" or (letters[index] == "s" and lower[index] != "as"):
            break
        cue = rules.status_cues.get(lower[index])
        if not cue:
            if letters[index] == "Y" and index < group.first:
                break  # somebody else says something in between
            continue
        if group.verb - index <= cue.reach and _stands(scene, cue, index, told):
            found = cue.status
        if found == "denied":
            break
    return found


def _stands(scene: Scene, cue: StatusCue, index: int, told: Told) -> bool:
    """The words beside a cue let it be one, and the verb's subject follows it."""
    subject = told.clause.subject
    if cue.clausal and (subject is None or subject.start <= index):
        return False
    before = range(max(scene.start, index - 1), index)
    if cue.preceded_by:
        preceded = any(scene.lower[token] in cue.preceded_by for token in before)
    else:
        preceded = not any(scene.letters[token] in "Doqp" for token in before)  # "the alleged attack"
    following = scene.lower[index + 1 : told.group.verb]
    return (
        preceded and cue.exceptions.isdisjoint(following[:1]) and (not cue.needs or not cue.needs.isdisjoint(following))
    )


def _held(scene: Scene, told: Told, rules: EventRules) -> Status:
    """ "Reports that Estia attacked … are false": what the noun says that holds the clause, and the main verb."""
    head = told.clause.embedded
    is_verdict = scene.lower[told.group.verb] in rules.hearsay.verdicts  # "a claim that Estia rejected"
    if head is None or is_verdict or scene.lower[head.stop - 1] not in rules.hearsay.nouns:
        return "reported"
    stop = told.clause.rest.stop
    beyond = scene.lower[stop : min(scene.end, stop + _NEAR)]
    return "alleged" if rules.hearsay.verdicts.isdisjoint(beyond) else "denied"


def _behind(scene: Scene, told: Told, rules: EventRules) -> Status:
    """ "…, a claim that could not be verified", "…, which Norland denied"."""
    if told.group.spoken:
        return "reported"
    letters, lower, stop = scene.letters, scene.lower, min(scene.end, told.group.verb + _BEYOND)
    comma = letters.find(",", told.group.verb, stop)
    while comma >= 0 and not _is_parted(scene, told, comma):
        noun = comma + 2 if letters[comma + 1 : comma + 2] == "D" else comma + 1
        rest = lower[noun : min(stop, noun + 2 * _NEAR)]
        if rest[:1] and rest[0] in rules.hearsay.nouns:
            return "alleged" if rules.hearsay.verdicts.isdisjoint(rest) else "denied"
        if rest[:1] == ("which",) and not rules.hearsay.verdicts.isdisjoint(rest[:_NEAR]):
            return "denied"
        comma = letters.find(",", comma + 1, stop)
    return "reported"


def _is_parted(scene: Scene, told: Told, comma: int) -> bool:
    """Another event stands between a verb and the comma."""
    between = (other for other in told.following if other.verb < comma)
    return any(other.finite and not other.spoken and scene.letters[other.first - 1] != "c" for other in between)
