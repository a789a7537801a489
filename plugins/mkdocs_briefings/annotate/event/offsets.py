"""Events dated by another: "The talks came a day after Norland imposed tariffs"."""

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_briefings.annotate.event.clauses import Clause
from mkdocs_briefings.annotate.event.dates import Calendar, Dating
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotations import Event, TLink
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.events import BackReference

_REACH = 9  # tokens from "came" to "after"; the longest subject
_COUNT = 3  # tokens of "two days" and a mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """How an event lies to the one that a subject such as "the talks" points back to."""

    earlier: bool  # it came before that one
    days: int | None  # None: not told

    def dating(self, base: Event | None) -> Dating:
        """Args:
        base: the event that is pointed back to.
        """
        if not base or not base.date or not base.date.is_exact_day or not base.date.earliest:
            return Dating()
        day = base.date.earliest
        if self.days is not None:
            day += datetime.timedelta(days=-self.days if self.earlier else self.days)
            return Dating(date=PartialDate.day(day), source="story")
        return Dating(date=PartialDate.on_or_before(day), source="story") if self.earlier else Dating()

    def link(self, base: Event | None) -> TLink | None:
        """The same as a relation to the event that is pointed back to."""
        if not base:
            return None
        return TLink(trigger=base.trigger, order="before" if self.earlier else "after", days=self.days)


def offset(
    scene: Scene, group: VerbGroup, clause: Clause, reference: BackReference, calendar: Calendar
) -> Offset | None:
    """How the next event lies to the one this group's subject points back to; None where it points to none."""
    lower, subject = scene.lower, clause.subject
    if group.lemma not in reference.verbs or not subject or len(subject) > _REACH:
        return None
    if lower[subject.start] not in reference.determiners or lower[group.first - 1] not in reference.nouns:
        return None
    for index in range(group.verb + 1, min(scene.end, group.verb + _REACH)):
        if lower[index] in ("after", "before"):
            return Offset(earlier=lower[index] == "after", days=calendar.days_before(scene, index))
        if scene.letters[index] in ",.;swk":
            break
    return Offset(earlier=True, days=None) if group.lemma == "follow" else None


def linked(scene: Scene, told: Sequence[tuple[Clause, Event]], calendar: Calendar) -> list[Event]:
    """The events of a sentence, each main event with its link to one under "after" or "before"."""
    events = [event for _, event in told]
    for position, (words, event) in enumerate(told):
        opener = words.subject.start - 1 if words.subject and not words.relative else -1
        word = scene.lower[opener] if opener >= scene.start else ""
        if word not in ("after", "before"):
            continue
        days = calendar.days_before(scene, opener)
        main = _main(scene, told, position, opener)
        if main is not None and not events[main].relative_to:
            order: Literal["before", "after"] = "after" if word == "after" else "before"
            events[main] = replace(events[main], relative_to=TLink(trigger=event.trigger, order=order, days=days))
            later = days if order == "before" else -days if days else None  # than the main event
            events[position], events[main] = (
                _dated(event, events[main], later),
                _dated(events[main], event, -later if later else None),
            )
    return events


def _dated(event: Event, other: Event, days: int | None) -> Event:
    """The event with the day that lies so many days after another's, where only that one has a day."""
    day = other.date.earliest if other.date and other.date.is_exact_day and other.date_source == "own" else None
    if event.date or not day or not days:
        return event
    return replace(event, date=PartialDate.day(day + datetime.timedelta(days=days)), date_source="own")


def _main(scene: Scene, told: Sequence[tuple[Clause, Event]], position: int, opener: int) -> int | None:
    """Which of the events the clause behind `opener` belongs to: the one before it, or at the opening the one after."""
    if opener - scene.start <= _COUNT:
        return position + 1 if position == 0 and len(told) > 1 else None
    if not position:
        return None
    stop = told[position - 1][0].rest.stop
    first, last = (bisect_left(scene.groups, at, key=lambda group: group.first) for at in (stop, opener))
    return position - 1 if stop <= opener and not any(group.finite for group in scene.groups[first:last]) else None
