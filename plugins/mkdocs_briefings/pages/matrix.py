"""States with each other: how many events both take part in, and of which side."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.corpus.relations import Relation
from mkdocs_briefings.pages.edition import Here, Link
from mkdocs_briefings.register import Actor

_MOST_STATES = 8  # a table of more is too wide to take in


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What passed between two states."""

    href: str  # the page of the two, else that of the state at the side
    pair: str  # "India and Russia"
    count: int
    cooperative: int
    conflictual: int
    square: tuple[str, str]  # its left edge and its width: the area is the count, of one scale in the whole matrix
    bars: tuple[tuple[str, str, str], ...]  # parts of the square: side, top and height


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    state: Link
    cells: tuple[Cell | None, ...]  # one for each state before it; None: nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]  # each pair stands once, below the diagonal


def matrix(here: Here) -> Matrix | None:
    """The states that deal most with other states; None where there are fewer than three, whom a page of two tells."""
    between = {
        frozenset((relation.first.id, relation.second.id)): relation
        for relation in here.edition.corpus.relations
        if relation.first.type == relation.second.type == "state"
    }
    states = [(state, link) for state in _busiest(between) if (link := here.actor(state.id))][:_MOST_STATES]
    if len(states) < 3:  # noqa: PLR2004
        return None
    most = max(len(relation.dealings) for relation in between.values())
    rows = (
        MatrixRow(
            state=link,
            cells=tuple(
                _cell(here, relation, link, most)
                if (relation := between.get(frozenset((state.id, other.id))))
                else None
                for other, _ in states[:number]
            ),
        )
        for number, (state, link) in enumerate(states)
    )
    return _without_empty_columns(tuple(link for _, link in states[:-1]), tuple(rows)[1:])


def _without_empty_columns(columns: tuple[Link, ...], rows: tuple[MatrixRow, ...]) -> Matrix:
    kept = [
        number
        for number in range(len(columns))
        if any(row.cells[number : number + 1] != (None,) for row in rows[number:])
    ]
    return Matrix(
        columns=tuple(columns[number] for number in kept),
        rows=tuple(
            MatrixRow(state=row.state, cells=tuple(row.cells[number] for number in kept if number < len(row.cells)))
            for row in rows
        ),
    )


def _busiest(between: dict[frozenset[str], Relation]) -> list[Actor]:
    events: dict[str, int] = {}
    states: dict[str, Actor] = {}
    for relation in between.values():
        for state in (relation.first, relation.second):
            states[state.id] = state
            events[state.id] = events.get(state.id, 0) + len(relation.dealings)
    return sorted(states.values(), key=lambda state: (-events[state.id], state.name))


def _cell(here: Here, relation: Relation, state: Link, most: int) -> Cell:
    page = here.pair(relation)
    size = 100 * math.sqrt(len(relation.dealings) / most)
    return Cell(
        href=page.href if page else state.href,
        pair=here.say("pair.title", first=relation.first.name, second=relation.second.name),
        count=len(relation.dealings),
        cooperative=relation.cooperative,
        conflictual=relation.conflictual,
        square=(f"{50 - size / 2:.1f}%", f"{size:.1f}%"),
        bars=tuple(_bars(relation, size)),
    )


def _bars(relation: Relation, size: float) -> Iterator[tuple[str, str, str]]:
    """From the bottom: what is not known to be either, cooperation, conflict; each with its top and its height."""
    known = relation.cooperative + relation.conflictual
    unit = size / len(relation.dealings)
    end = 0
    for side, count in (
        ("faint", len(relation.dealings) - known),
        ("coop", relation.cooperative),
        ("conf", relation.conflictual),
    ):
        end += count
        if count:
            yield side, f"{100 - unit * end:.1f}%", f"{unit * count:.1f}%"
