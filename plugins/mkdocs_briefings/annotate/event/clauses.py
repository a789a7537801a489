"""The source's own words for an event: subject, verb and objects as one stretch of a sentence."""

from dataclasses import dataclass

from mkdocs_briefings.annotate.event.clause_ends import clause_end
from mkdocs_briefings.annotate.event.clause_starts import (
    MOST,
    SUBJECT_STOPS,
    after_object,
    before_pronoun,
    noun_phrase_start,
    opens,
    past_adverbial,
    past_bracket,
    time_before,
)
from mkdocs_briefings.annotate.event.scene import GROUPS_NEAR, Scene, VerbGroup

_MAY_OPEN = SUBJECT_STOPS | {",", "-"}
_ASIDES = 4
_JOINTS = 4
_BREAKS = frozenset(',.;skwcu"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Token ranges of an event's clause; `subject` is None where it has none in reach."""

    subject: range | None  # up to the verb group
    rest: range  # the verb group and what follows it
    relative: bool  # "who met …": the clause tells more of its subject
    conditional: bool  # under if or unless
    asked: bool  # under whether
    opener: str  # the word before the subject, in lower case; "" for none
    embedded: range | None  # the noun with "that" that holds it: "reports" of "reports that Estia attacked"

    @property
    def tokens(self) -> range:
        return range(self.subject.start if self.subject else self.rest.start, self.rest.stop)

    def _lacks_object(self, scene: Scene) -> bool:
        """ "the tariff that Norland announced on Monday", and not "reports that Norland announced a tariff"."""
        verb = next((at for at in self.rest if scene.letters[at] not in "rmbhn"), self.rest.start)
        is_passive = "b" in scene.letters[self.rest.start : verb]
        return not is_passive and (verb + 1 >= self.rest.stop or scene.letters[verb + 1] == "p")

    def with_opening(self, scene: Scene) -> range:
        """Its tokens, with what belongs to it before its subject: "On 6 May the premier met", "the ban that it set"."""
        first = self.tokens.start
        if not self.subject or self.relative or (self.embedded and not self._lacks_object(scene)):
            return self.tokens
        if first - 2 > scene.start and (self.embedded or _is_object(scene, first - 1)):
            antecedent = noun_phrase_start(scene, before_pronoun(scene, first - 1), scene.start)
            return range(first if antecedent is None else antecedent, self.rest.stop)
        return range(time_before(scene, first), self.rest.stop)


def clause(scene: Scene, position: int, reach: int) -> Clause:
    """The clause of the verb group at `position`.

    Args:
        reach: the position of the last group the clause holds, where an operator governs an infinitive.
    """
    group = scene.groups[position]
    subject, relative = _subject(scene, position)
    opener = scene.lower[subject.start - 1] if subject and subject.start > scene.start else ""
    head = _head(scene, subject) if subject and not relative else None
    main = _matrix(scene, reach) if relative or head else None
    stop = min(clause_end(scene, reach), main.first) if main else clause_end(scene, reach)
    return Clause(
        subject=subject,
        rest=range(group.first, max(stop, group.verb + 1)),
        relative=relative,
        conditional=opener in scene.lettered.words.conditions,
        asked=opener == "whether",
        opener=opener,
        embedded=head,
    )


def _head(scene: Scene, subject: range) -> range | None:
    """The noun phrase before the "that" which opens a clause."""
    that = subject.start - 1
    if that <= scene.start or scene.letters[that] != "w" or scene.letters[that - 1] not in "xVZE":
        return None
    first = that - 1
    while first > scene.start and scene.letters[first - 1] in "Dxq":
        first -= 1
    return range(first, that)


def within_subject(scene: Scene, position: int) -> VerbGroup | None:
    """The verb whose subject a relative clause is part of, where nothing parts the two."""
    return _matrix(scene, position) if _is_relative(scene, scene.groups[position]) else None


def _is_relative(scene: Scene, group: VerbGroup) -> bool:
    """A relative pronoun is its subject: "who met Dara", "talks that failed"."""
    before = scene.letters[max(scene.start, group.first - 2) : group.first]
    return before[-1:] == "k" or (before[-1:] == "w" and before[0] not in "Y,.w")


def _is_object(scene: Scene, pronoun: int) -> bool:
    """ "the base, which rebels attacked", and not "at which"."""
    return scene.letters[pronoun] == "k" and scene.letters[pronoun - 1] != "p"


def _matrix(scene: Scene, position: int) -> VerbGroup | None:
    """The verb of the main clause, behind a clause within its subject: "said" in "those who met Dara said"."""
    verb = scene.groups[position].verb
    for later in scene.groups[position + 1 : position + 1 + GROUPS_NEAR]:
        if _BREAKS.intersection(scene.letters[verb + 1 : later.first]):
            return None
        if later.finite:
            return later if later.first > verb + 1 else None
    return None


def _subject(scene: Scene, position: int, joints: int = _JOINTS) -> tuple[range | None, bool]:
    """The subject of a verb group, and whether a relative pronoun stands for it.

    Args:
        joints: how many verbs joined by "and" may lie between it and its subject.
    """
    letters, start = scene.letters, scene.start
    last = scene.groups[position].first - 1
    if last < start:
        return None, False
    before = letters[last]
    previous = letters[last - 1] if last > start else "."
    if before == "c" or (before == "," and previous == "c"):
        return _shared(scene, position, joints)
    if before == ",":
        return _before_aside(scene, position, last) or _shared(scene, position, joints)
    if before == "u" and previous != "c":
        return range(last, last + 1), False
    if before == "k" or (before == "w" and previous not in "Y,."):
        return _antecedent(scene, position, before_pronoun(scene, last)), True
    return _noun_phrase(scene, position, last), False


def _before_aside(scene: Scene, position: int, comma: int) -> tuple[range, bool] | None:
    """ "Dara, 42, of Orra, met": the subject before words set off by commas."""
    letters = scene.letters
    for _ in range(_ASIDES):
        opening = letters.rfind(",", max(scene.start, comma - MOST), comma)
        nearby = scene.groups[max(0, position - GROUPS_NEAR) : position]
        told = letters[opening + 1] != "k" and any(group.finite and opening < group.verb < comma for group in nearby)
        if opening <= scene.start or told:
            return None
        subject = _noun_phrase(scene, position, opening - 1)
        if subject and not scene.lower[subject.start].isdigit():
            return subject, False
        comma = opening
    return None


def _shared(scene: Scene, position: int, joints: int) -> tuple[range | None, bool]:
    """The subject of the finite verb this one is joined to by "and"; behind a comma, of a verb of saying first."""
    near = range(position - 1, max(-1, position - GROUPS_NEAR), -1)
    finite = [earlier for earlier in near if scene.groups[earlier].finite]
    if scene.letters[max(scene.start, scene.groups[position].first - 2)] == ",":
        finite.sort(key=lambda earlier: not scene.groups[earlier].spoken)
    return _subject(scene, finite[0], joints - 1) if finite and joints else (None, False)


def _noun_phrase(scene: Scene, position: int, last: int) -> range | None:
    """The subject whose own words end at token `last`, from where its clause opens up to the verb group."""
    if last < scene.start:
        return None
    letters, groups = scene.letters, scene.groups
    floor = max(scene.start, last - MOST)
    for earlier in range(position - 1, max(-1, position - GROUPS_NEAR), -1):
        if groups[earlier].finite and groups[earlier].verb < last:
            holder = _holder(scene, earlier, last)
            if holder is not None:
                return range(holder, groups[position].first)
            floor = max(floor, after_object(scene, groups[earlier].verb + 1, last))
            break
    first = past_bracket(scene, last, floor)
    while first > floor and (letters[first - 1] not in _MAY_OPEN or not opens(scene, first - 1, last)):
        first = past_bracket(scene, first - 1, floor)
    while first < last and letters[first] in 'crwk"-':
        first += 1
    if "what" in scene.lower[first:last]:  # "a fifth of what Norland agreed to pay"
        first = scene.lower.index("what", first) + 1
    first = past_adverbial(scene, first, last)
    return range(first, groups[position].first) if first <= last and letters[first] not in ".;,p" else None


def _holder(scene: Scene, earlier: int, last: int) -> int | None:
    """Where the subject begins whose words up to `last` hold the clause of an earlier verb."""
    group = scene.groups[earlier]
    if _BREAKS.intersection(scene.letters[group.verb + 1 : last + 1]) or group.first - 1 <= scene.start:
        return None
    if _is_relative(scene, group):
        antecedent = _antecedent(scene, earlier, group.first - 2)
        return antecedent.start if antecedent else None
    subject = _noun_phrase(scene, earlier, group.first - 1)
    head = _head(scene, subject) if subject else None
    return head.start if head else None


def _antecedent(scene: Scene, position: int, last: int) -> range | None:
    """The noun phrase a relative pronoun stands for."""
    before = scene.groups[max(0, position - GROUPS_NEAR) : position]
    floor = max((group.verb + 1 for group in before if group.verb < last), default=scene.start)
    first = noun_phrase_start(scene, last, floor)
    return None if first is None else range(first, scene.groups[position].first)
