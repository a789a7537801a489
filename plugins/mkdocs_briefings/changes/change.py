"""A change: one thing that the site says otherwise than it did."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from mkdocs_briefings.changes.closed_edition import ClosedEdition
from mkdocs_briefings.changes.snapshot import Record

Aspect = Literal[
    "source.replaced",
    "source.removed",
    "source.added",
    "briefing.new",
    "briefing.archived",
    "briefing.reviewed",
    "briefing.reopened",
    "briefing.resumed",
    "briefing.gone",
    "briefing.moved",
    "judgement.raised",
    "judgement.lowered",
    "judgement.measured",
    "judgement.new",
    "judgement.withdrawn",
    "judgement.reworded",
    "briefing.bottom_line",
    "event.disputed",
    "event.status",
    "event.kept",
    "event.dated",
    "event.corroborated",
    "event.settled",
    "event.parted",
    "event.new",
    "event.gone",
    "event.reworded",
    "event.kind",
    "briefing.title",
    "briefing.cut_off",
    "fact.new",
    "fact.gone",
    "fact.reworded",
    "actor.renamed",
    "actor.new",
    "actor.gone",
]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)  # the weightiest first
_WEIGHTS = {aspect: weight for weight, aspect in enumerate(ASPECTS)}
ALARMING: Aspect = "source.replaced"  # the evidence itself is another


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    aspect: Aspect
    before: Record | None  # None: it is new
    now: Record | None  # None: it is gone
    briefings: tuple[str, ...] = ()  # slugs of those it concerns that are there today; the first leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that changed since an edition; nothing, where it is empty."""

    edition: ClosedEdition
    found: tuple[Change, ...]  # by the order of the briefings, of one the weightiest first
    by_briefing: dict[str, tuple[Change, ...]] = field(init=False, compare=False)  # the weightiest first

    def __post_init__(self) -> None:
        grouped: dict[str, list[Change]] = {}
        for change in self.found:
            for slug in change.briefings:
                grouped.setdefault(slug, []).append(change)
        by_briefing = {slug: tuple(sorted(found, key=_weight)) for slug, found in grouped.items()}
        object.__setattr__(self, "by_briefing", by_briefing)

    def led_by(self, slug: str) -> tuple[Change, ...]:
        """Those of a briefing that no other leads, so that each is told once."""
        return tuple(change for change in self.by_briefing.get(slug, ()) if change.briefings[0] == slug)

    @property
    def elsewhere(self) -> tuple[Change, ...]:
        """Those of no briefing that is there today."""
        return tuple(change for change in self.found if not change.briefings)

    @property
    def counts(self) -> dict[Aspect, int]:
        """How often each aspect changed, the weightiest first."""
        counted = dict.fromkeys(ASPECTS, 0)
        for change in self.found:
            counted[change.aspect] += 1
        return {aspect: count for aspect, count in counted.items() if count}


def in_order(found: Iterable[Change], slugs: Iterable[str]) -> tuple[Change, ...]:
    """By the order of the leading briefings, then by weight; what concerns none comes last."""
    places = {slug: place for place, slug in enumerate(slugs)}

    def rank(change: Change) -> tuple[int, int]:
        return places[change.briefings[0]] if change.briefings else len(places), _weight(change)

    return tuple(sorted(found, key=rank))


def _weight(change: Change) -> int:
    return _WEIGHTS[change.aspect]
