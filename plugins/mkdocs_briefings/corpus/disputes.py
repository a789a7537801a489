"""What the reports of one event disagree on: its date, a number, whether it happened."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from mkdocs_briefings.annotations import Quantity
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.facts import words
from mkdocs_briefings.figures import agree, bounds

_ARTICLES = frozenset(["the", "a", "an"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Claims that cannot all be true, each with the reports that make it; at least two."""

    about: Literal["date", "number", "status"]
    claims: tuple[tuple[str, tuple[Report, ...]], ...]  # EDTF, words of the source, or a status


def disputes(reports: Sequence[Report]) -> tuple[Dispute, ...]:
    """What the reports of one event disagree on; a vaguer report does not contradict a closer one."""
    return (*_on_the_date(reports), *_on_numbers(reports), *_on_status(reports))


def _on_the_date(reports: Sequence[Report]) -> Iterator[Dispute]:
    dated = [(report.event.known_date, report) for report in reports if report.event.known_date]
    if any(not one.overlaps(other) for (one, _), (other, _) in combinations(dated, 2)):
        yield _dispute("date", ((date.edtf, date.edtf, report) for date, report in dated))


def _on_status(reports: Sequence[Report]) -> Iterator[Dispute]:
    """One denies what another reports. What is planned or alleged contradicts nobody."""
    told = [(report.event.status, report.event.status, report) for report in reports]
    if {"denied", "reported"} <= {status for status, _, _ in told}:
        yield _dispute("status", (one for one in told if one[0] in ("denied", "reported")))


def _on_numbers(reports: Sequence[Report]) -> Iterator[Dispute]:
    """Of what every report counts once, figures that leave no number they could all mean."""
    counted: dict[Hashable, list[tuple[Quantity, Report]]] = {}
    for report in reports:
        for measured, quantity in _counted_once(report):
            counted.setdefault(measured, []).append((quantity, report))
    for found in counted.values():
        if any(not agree(one, other) for (one, _), (other, _) in combinations(found, 2)):
            yield _dispute(
                "number",
                ((bounds(quantity), _shown(quantity, report), report) for quantity, report in found),
            )


def _counted_once(report: Report) -> Iterator[tuple[Hashable, Quantity]]:
    """The quantities of the clause by unit and thing measured, of which it gives one."""
    by_thing: dict[Hashable, list[Quantity]] = {}
    tokens = report.document.tokens
    for quantity in report.document.quantities:
        if quantity.measured and report.event.clause.contains(quantity.span):
            measured = frozenset(tokens.words(quantity.measured)) - _ARTICLES
            by_thing.setdefault((quantity.unit, measured), []).append(quantity)
    yield from ((thing, found[0]) for thing, found in by_thing.items() if len(found) == 1)


def _shown(quantity: Quantity, report: Report) -> str:
    text = report.document.text
    measured = words(quantity.measured, text) if quantity.measured else ""
    return " ".join(part for part in (words(quantity.span, text), measured) if part)


def _dispute(about: Literal["date", "number", "status"], told: Iterable[tuple[Hashable, str, Report]]) -> Dispute:
    """Args:
    told: what makes a claim the same, the claim, who makes it.
    """
    claims: dict[Hashable, tuple[str, list[Report]]] = {}
    for key, shown, report in told:
        claims.setdefault(key, (shown, []))[1].append(report)
    return Dispute(about=about, claims=tuple((shown, tuple(who)) for shown, who in claims.values()))
