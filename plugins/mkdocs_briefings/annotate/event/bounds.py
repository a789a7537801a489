"""What the words before a date make of it: "by 30 June", "from August", "since 2003"."""

import datetime
from dataclasses import replace

from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotations import Timex
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.events import Bound, EventRules

_LONGEST = 4  # words: "at the latest by"
_ENDING = 4  # letters from which "est" tells a superlative: "worst", not "best"
_DAY = datetime.timedelta(days=1)


def bound_before(scene: Scene, first: int, rules: EventRules) -> Bound | None:
    """The bound that the words before token `first`, where an expression of time opens, set to it."""
    last = first - 1 if first > scene.start and scene.lower[first - 1] in scene.lettered.words.small.articles else first
    for opening in range(max(scene.start, last - _LONGEST), last):
        if bound := rules.bounds.get(scene.lower[opening:last]):
            return bound
    return None


def bounded(scene: Scene, group: VerbGroup, first: int, timex: Timex, rules: EventRules) -> Timex | None:
    """The expression as it dates a verb's event, or None where it dates only how long a state held.

    Args:
        first: the token the expression opens with.
    """
    bound = bound_before(scene, first, rules)
    if not bound:
        return timex
    if bound == "since" and not (group.perfect and _tells_a_state(scene, group, first, rules)):
        return None
    if bound == "until" and not (group.future or group.modal):
        return None
    if not timex.date or (bound == "from" and is_onset(scene, group, rules)):
        return timex
    if bound == "before" and "end" in scene.lower[first : first + 2]:  # "before the end of the year"
        bound = "by"
    return replace(timex, date=_limited(timex.date, bound))


def _tells_a_state(scene: Scene, group: VerbGroup, first: int, rules: EventRules) -> bool:
    """ "has led the party since 2003", and not "has made her first visit since 2003"."""
    between = scene.lower[group.first : first]
    superlative = any(len(word) > _ENDING and word.endswith("est") for word in between)
    return not superlative and rules.rankings.isdisjoint(between)


def is_onset(scene: Scene, group: VerbGroup, rules: EventRules) -> bool:
    """It happens at once, as "takes effect" does."""
    following = scene.lower[group.verb + 1 : group.verb + 3]
    return any(following[: len(words)] == words for words in rules.onsets.get(group.lemma, ()))


def _limited(date: PartialDate, bound: Bound) -> PartialDate:
    first, last, is_plain = date.earliest, date.latest, "/" not in date.edtf
    match bound:
        case "by" | "until" if last:
            return PartialDate.parse(f"../{date.edtf}") if is_plain else PartialDate.on_or_before(last)
        case "before" if first and first > datetime.date.min:
            return PartialDate.on_or_before(first - _DAY)
        case "from" | "since" if first:
            return PartialDate.parse(f"{date.edtf}/..") if is_plain else PartialDate.on_or_after(first)
        case "after" if last and last < datetime.date.max:
            return PartialDate.on_or_after(last + _DAY)
    return date
