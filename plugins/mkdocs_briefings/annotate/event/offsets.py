"""Events dated by another: "The talks came a day after Norland imposed tariffs"."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_briefings.annotate.event.clauses import Clause
from mkdocs_briefings.annotate.event.dates import Dating
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.events import BackReference

_REACH = 9  # tokens from "came" to "after"; the longest subject
_MOST_DAYS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """How an event lies to the one that a subject such as "the talks" points back to."""

    earlier: bool  # it came before that one
    days: int | None  # None: not told

    def dating(self, base: PartialDate | None) -> Dating:
        """Args:
        base: when the event was that is pointed back to.
        """
        if not base or not base.is_exact_day or not base.earliest:
            return Dating()
        if self.days is not None:
            day = base.earliest + datetime.timedelta(days=-self.days if self.earlier else self.days)
            return Dating(date=PartialDate.day(day), source="story")
        return Dating(date=PartialDate.on_or_before(base.earliest), source="story") if self.earlier else Dating()


def offset(scene: Scene, group: VerbGroup, clause: Clause, reference: BackReference) -> Offset | None:
    """How the next event lies to the one this group's subject points back to; None where it points to none."""
    lower, subject = scene.lower, clause.subject
    if group.lemma not in reference.verbs or not subject or len(subject) > _REACH:
        return None
    if lower[subject.start] not in reference.determiners or lower[group.first - 1] not in reference.nouns:
        return None
    for index in range(group.verb + 1, min(scene.end, group.verb + _REACH)):
        if lower[index] in ("after", "before"):
            return Offset(earlier=lower[index] == "after", days=_days(lower[group.verb + 1 : index], reference))
        if scene.letters[index] in ",.;swk":
            break
    return Offset(earlier=True, days=None) if group.lemma == "follow" else None


def _days(words: Sequence[str], reference: BackReference) -> int | None:
    """ "a day" and "two weeks" in days; None for "soon" and for coarser units."""
    match words:
        case [count, unit] if unit in reference.units:
            number = reference.numbers.get(count) or (int(count) if count.isascii() and count.isdigit() else None)
            days = number * reference.units[unit] if number else None
            return days if days and days <= _MOST_DAYS else None
        case _:
            return None
