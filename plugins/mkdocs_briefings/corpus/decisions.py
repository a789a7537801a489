"""The desk's word on which reports tell of one event: `briefings/events.yml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Self

import msgspec

from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.errors import DecisionError, EvidenceError
from mkdocs_briefings.overlay import Place
from mkdocs_briefings.settings import line_of, parse, read_text
from mkdocs_briefings.source import below
from mkdocs_briefings.text import Span, locate

_GOOD = "{source: 2025-08-07-call, exact: words of the article that tell of the event}"


class _Decision(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Words of articles, each of which tells of an event."""

    events: list[Place]
    note: str | None = None  # why; for the desk alone


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    same: list[_Decision] = []
    different: list[_Decision] = []


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """The file as it was read."""

    given: _File
    path: Path  # as shown
    text: str

    @classmethod
    def read(cls, path: Path, root: Path) -> Self:
        """The file; one that decides nothing where there is none.

        Raises:
            DecisionError: the file is broken.
        """
        shown = below(path, root)
        text = read_text(path, shown=shown, error=DecisionError) if path.is_file() else ""
        return cls(parse(text, _File, path=shown, error=DecisionError), shown, text)

    def error(self, problem: str, *steps: str | int, found: str, expected: str) -> DecisionError:
        line = line_of(self.text, [str(step) for step in steps])
        return DecisionError(problem, path=self.path, line=line, found=found, expected=expected)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the desk decided, in pairs of the reports' anchors."""

    same: tuple[tuple[str, ...], ...] = ()
    different: frozenset[frozenset[str]] = frozenset()

    def part(self, one: Report, other: Report) -> bool:
        return bool(self.different) and frozenset((one.anchor, other.anchor)) in self.different


def decide(file: DecisionFile, reports: Iterable[Report]) -> Decisions:
    """The decisions, held against the articles.

    Raises:
        DecisionError: words are not in their article or tell of no one event; two events are decided both ways.
    """
    if not (file.given.same or file.given.different):
        return Decisions()
    by_source: dict[str, list[Report]] = {}
    for report in reports:
        by_source.setdefault(report.document.source.id, []).append(report)
    same = tuple(_placed(file, "same", file.given.same, by_source))
    parted = _placed(file, "different", file.given.different, by_source)
    different = frozenset(frozenset(pair) for anchors in parted for pair in combinations(anchors, 2))
    for number, anchors in enumerate(same):
        if any(frozenset(pair) in different for pair in combinations(anchors, 2)):
            found = file.given.same[number].events[0].exact
            raise file.error(
                "events decided to be both same and different", "same", number, found=found, expected="one of the two"
            )
    return Decisions(same, different)


def _placed(
    file: DecisionFile, key: str, decisions: list[_Decision], by_source: dict[str, list[Report]]
) -> Iterator[tuple[str, ...]]:
    for number, decision in enumerate(decisions):
        anchors = tuple(
            _told(file, at, by_source, key, number, "events", which).anchor for which, at in enumerate(decision.events)
        )
        if len(set(anchors)) <= 1:
            found = decision.events[0].exact if decision.events else "[]"
            raise file.error("fewer than two events", key, number, found=found, expected=f"two or more of {_GOOD}")
        yield anchors


def _told(file: DecisionFile, at: Place, by_source: dict[str, list[Report]], *steps: str | int) -> Report:
    """The one event that the words tell of: by its trigger, else by its clause."""
    told = by_source.get(at.source or "")
    if not told:
        problem = "no such source, or none with events" if at.source else "no source given"
        raise file.error(problem, *steps, found=at.source or at.exact, expected=_GOOD)
    try:
        span = locate(told[0].document.text, at.selector)
    except EvidenceError as wrong:
        raise file.error(wrong.problem, *steps, found=at.exact, expected=wrong.expected or _GOOD) from None
    meant = [report for report in told if span.overlaps(report.event.trigger)]
    meant = meant or [report for report in told if report.event.clause.contains(span)]
    if len(meant) != 1:
        problem = "words tell of several events" if meant else "words tell of no event"
        raise file.error(problem, *steps, found=at.exact, expected=_expected(meant or told, span))
    return meant[0]


def _expected(told: list[Report], span: Span) -> str:
    """The triggers of the events that stand nearest."""
    near = sorted(told, key=lambda report: abs(report.event.trigger.start - span.start))[:4]
    return "one of " + ", ".join(f"“{report.event.trigger.of(report.document.text)}”" for report in near)
