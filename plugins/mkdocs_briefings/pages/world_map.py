"""A map of the states that a briefing or a period is about: land without borders, a dot for each state.

Borders are often what a dispute is about; the map draws none. Land stands in `land.html`.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.pages.edition import Here, Link
from mkdocs_briefings.pages.pictures import held
from mkdocs_briefings.rules.loader import load_table

WIDTH, HEIGHT = 600, 261  # of the map in its own units

_SMALLEST, _LARGEST = 3.0, 8.0  # radii of dots in pixels
_MOST_NAMES = 5
_NAME_ROOM = (0.24, 0.13)  # of the map's width and height that a name may take, on a phone
_NORTHERNMOST = 84  # degrees; no land lies beyond
_SEEN_FROM_AFAR = math.sqrt(3) / 2  # constants of the Equal Earth projection (Šavrič, Patterson and Jenny 2018)
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A state; places in percent of the map."""

    link: Link
    count: int
    x: str
    y: str
    radius: str
    is_named: bool
    anchor: str  # where its name is held: start, middle, end


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap:
    dots: tuple[Dot, ...]  # the most frequent state first
    width: int
    height: int


def of_briefing(here: Here, briefing: Briefing) -> WorldMap | None:
    """The states that a briefing names, by how often it does."""
    mentions = (mention for document in briefing.documents for mention in document.mentions)
    return world_map(here, Counter(mention.actor_id for mention in mentions if mention.actor_id))


def of_events(here: Here, entries: Iterable[Entry]) -> WorldMap | None:
    """The states that take part in events, by in how many."""
    return world_map(here, Counter(state for entry in entries for state in here.edition.states[entry.anchor]))


def world_map(here: Here, counts: Mapping[str, int]) -> WorldMap | None:
    """The states among the actors that are counted; None where there are fewer than two, and nothing lies apart.

    Args:
        counts: how often, by actor id. Who is no state, or has no place on the map, is left out.
    """
    placed = []
    for identity, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        entry, link = here.edition.actors.get(identity), here.actor(identity)
        place = _places().get(entry.actor.country or "") if entry and entry.actor.type == "state" else None
        if link and place:
            placed.append((link, count, place))
    if len(placed) < 2:  # noqa: PLR2004
        return None
    named = _named([place for _, _, place in placed])
    most = placed[0][1]
    dots = (
        Dot(
            link=link,
            count=count,
            x=f"{100 * x:.2f}%",
            y=f"{100 * y:.2f}%",
            radius=f"{_SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(count / most):.1f}",
            is_named=(x, y) in named,
            anchor=held(x),
        )
        for link, count, (x, y) in placed
    )
    return WorldMap(dots=tuple(dots), width=WIDTH, height=HEIGHT)


@cache
def _places() -> dict[str, tuple[float, float]]:
    """Where states lie, by ISO code, as parts of the map's width and height."""
    rows = load_table(files("mkdocs_briefings") / "world" / "places.tsv")
    return {row["country"]: projected(float(row["latitude"]), float(row["longitude"])) for row in rows}


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """A place in degrees, in the Equal Earth projection, as parts of the map's width and height from its top left."""
    x, y = _equal_earth(latitude, longitude)
    edge, _ = _equal_earth(0, 180)
    _, top = _equal_earth(_NORTHERNMOST, 0)
    return (x / edge + 1) / 2, (top - y) / (2 * edge) * WIDTH / HEIGHT


def _equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    angle = math.asin(_SEEN_FROM_AFAR * math.sin(math.radians(latitude)))
    square, sixth = angle**2, angle**6
    stretch = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = math.radians(longitude) * math.cos(angle) / (_SEEN_FROM_AFAR * stretch)
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def _named(places: list[tuple[float, float]]) -> set[tuple[float, float]]:
    """The first of the places whose names have room beside each other."""
    named: list[tuple[float, float]] = []
    for x, y in places:
        has_room = all(abs(x - other) > _NAME_ROOM[0] or abs(y - below) > _NAME_ROOM[1] for other, below in named)
        if has_room and len(named) < _MOST_NAMES:
            named.append((x, y))
    return set(named)
