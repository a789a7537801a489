"""Clauses that share the day of another in their sentence: "On Monday they met, and two treaties were signed"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from mkdocs_briefings.annotate.event.clauses import Clause
from mkdocs_briefings.annotate.event.dates import Dating
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotations import Timex
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.events import Nominal
from mkdocs_briefings.text import Span

_SUBJECT = 20  # tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What dates a verb by words of its own."""

    dating: Dating
    verb: int  # token
    is_copula: bool  # "was one of those who …"
    ahead: bool  # of what is to come
    opens: bool  # the date stands before every verb

    @classmethod
    def of(cls, scene: Scene, group: VerbGroup, timex: Timex | None) -> Self | None:
        """None for a verb that shares no day: of saying, or without a date."""
        ahead = group.future or bool(group.modal)
        if not timex or not timex.date or group.spoken or not (group.past or ahead):
            return None
        return cls(
            dating=Dating(date=timex.date, source="own", timex=timex.span),
            verb=group.verb,
            is_copula=group.lemma == "be",
            ahead=ahead,
            opens=timex.span.start < scene.lettered.tokens.starts[scene.groups[0].first],
        )

    @property
    def is_one_day(self) -> bool:
        return self.dating.date is not None and self.dating.date.is_exact_day


def is_shared(scene: Scene, group: VerbGroup, clause: Clause, day: Day) -> bool:
    """A verb in a clause with a subject of its own lies on the day that its sentence told before."""
    subject = clause.subject
    if not subject or subject.start <= day.verb:
        return False
    if day.ahead:  # "may end on Monday, when they are to meet"
        return group.future and clause.opener == "when"
    if not group.past or group.perfect or group.modal:
        return False
    if clause.relative:
        return day.opens and day.is_copula
    return subject.start - 1 > day.verb and _joins(scene, subject.start - 1, day)


def _joins(scene: Scene, opener: int, day: Day) -> bool:
    """The word before a subject makes its clause tell of the same day."""
    letters, lower = scene.letters, scene.lower
    while letters[opener] == "r" and opener > day.verb:
        opener -= 1
    match letters[opener]:
        case "c":
            return True
        case "s":
            later = lower[opener - 1] in scene.lettered.words.units or lower[opener - 1] == "long"
            at_once = lower[opener] == "after" and not later
            return lower[opener] == "when" or (day.is_one_day and at_once)
        case "k":
            beside = letters[opener - 2] == "," and lower[opener - 1] in scene.lettered.words.small.meanwhile
            return beside or lower[opener - 2 : opener] == ("day", "on")
        case _:
            return day.opens or lower[scene.start] == "when"


def told_by_when(scene: Scene, position: int, own: Mapping[int, Timex]) -> Timex | None:
    """ "invited him when they met on Monday": the expression that dates the clause with "when" behind a past verb.

    Args:
        own: expressions of time by the verb they date.
    """
    group, following = scene.groups[position], scene.groups[position + 1 : position + 2]
    if not group.past or group.perfect or group.spoken or not following or not following[0].finite:
        return None
    between = scene.lower[group.verb + 1 : following[0].first]
    return own.get(following[0].verb) if "when" in between and "," not in between else None


def told_by_occasion(scene: Scene, position: int, own: Mapping[int, Timex], nominal: Nominal) -> Timex | None:
    """ "agreed on it at a summit that opened on Monday and ended on Tuesday": from the first of these days to the last.

    Args:
        own: expressions of time by the verb they date.
    """
    group, following = scene.groups[position], scene.groups[position + 1 : position + 3]
    if not group.past or group.perfect or not following or following[0].lemma not in nominal.carriers:
        return None
    pronoun = following[0].first - 1
    between = scene.lower[group.verb + 1 : pronoun]
    if scene.letters[pronoun] not in "kw" or "at" not in between or nominal.words.isdisjoint(between):
        return None
    days = [own[later.verb] for later in following if later.lemma in nominal.carriers and later.verb in own]
    if not days or not days[0].date or not days[-1].date:
        return None
    first, last = days[0].date.earliest, days[-1].date.latest
    if len(days) == 1 or not first or not last or first >= last:
        return days[0]
    span = Span(days[0].span.start, days[-1].span.end)
    return replace(days[0], span=span, date=PartialDate.between(first, last))


def is_explained(scene: Scene, group: VerbGroup) -> bool:
    """ "imposed it because …": the deed is known, and its cause is told."""
    return scene.lower[group.verb + 1 : group.verb + 3] in (("it", "because"), ("them", "because"))


def dates_the_subject(scene: Scene, group: VerbGroup, dated: Mapping[int, Timex]) -> Timex | None:
    """ "Monday's summit, the first in years, was held in Orra": the expression that dates the noun before the verb.

    Args:
        dated: expressions of time that date a noun, by their last token.
    """
    before = range(group.first - 1, max(scene.start, group.first - _SUBJECT) - 1, -1)
    return next((dated[token] for token in before if token in dated), None)
