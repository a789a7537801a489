"""Pictures of what passes between actors: cooperation above or right of a line, conflict below or left of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from mkdocs_briefings.corpus.relations import CONFLICT, COOPERATION
from mkdocs_briefings.pages.pictures import Bar, Label, Leads, held, label_step, whole_steps
from mkdocs_briefings.pages.words import Words
from mkdocs_briefings.plover import Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadBar:
    bar: Bar
    side: str  # "coop", "conf"
    manner: str  # "verbal", "material"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Cooperative and conflictual events by year."""

    bars: tuple[QuadBar, ...]
    line: str  # where the line between the two stands, from the top
    peak_year: int  # of the tallest column above the line
    peak_count: int
    peak_x: str
    peak_anchor: str  # where the words of the peak are held: start, middle, end
    labels: tuple[Label, ...]
    every_year: bool  # has a label


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """Events by year, small enough for a line of a table."""

    bars: tuple[Bar, ...]
    words: str  # "2018: 1, 2025: 7"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One bar: conflict to the left of a line, cooperation to its right."""

    line: str
    conflict: str  # width
    conflict_x: str
    cooperation: str


def balance(words: Words, counts: Counter[tuple[int, Quad]], leads: Leads) -> Balance | None:
    """Events by year and quad; None where they fall in fewer than two years, and a picture tells nothing.

    Args:
        leads: the address of a year's events.
    """
    years = {year for year, _ in counts}
    if len(years) < 2:  # noqa: PLR2004  one year shows no course
        return None
    first, last = whole_steps(min(years), max(years))
    up = max(sum(counts[year, quad] for quad in COOPERATION) for year in years)
    down = max(sum(counts[year, quad] for quad in CONFLICT) for year in years)
    frame = first, last, up, down
    columns = (_column(words, counts, year, frame, leads(year, None)) for year in sorted(years))
    step = label_step(first, last)
    peak = max(years, key=lambda year: (sum(counts[year, quad] for quad in COOPERATION), year))
    peak_at = (peak - first + 0.5) / (last - first + 1)
    labels = (
        Label(str(year), sum(count for (of, _), count in counts.items() if of == year), leads(year, None))
        for year in range(first, last + 1, step)
    )
    return Balance(
        bars=tuple(chain.from_iterable(columns)),
        line=_percent(100 * up / (up + down)),
        peak_year=peak,
        peak_count=up,
        peak_x=_percent(100 * peak_at),
        peak_anchor=held(peak_at),
        labels=tuple(labels),
        every_year=step == 1,
    )


def _column(
    words: Words, counts: Counter[tuple[int, Quad]], year: int, frame: tuple[int, int, int, int], href: str
) -> Iterator[QuadBar]:
    first, last, up, down = frame  # years from left to right, the tallest column above and below the line
    width = 100 / (last - first + 1)
    scale = 100 / (up + down)
    top = bottom = up  # deeds stand nearest to the line
    for quad in (*COOPERATION, *CONFLICT):
        count = counts[year, quad]
        manner, _, side = quad.partition("_")
        if side == "cooperation":
            top -= count
            start = top
        else:
            start = bottom
            bottom += count
        if count:
            bar = Bar(
                x=_percent((year - first + 0.24) * width),
                y=_percent(start * scale),
                width=_percent(0.52 * width),
                height=_percent(count * scale),
                words=_of_year(words, year, count),
                href=href,
            )
            yield QuadBar(bar=bar, side="coop" if side == "cooperation" else "conf", manner=manner)


def spark(words: Words, counts: Counter[int], first: int, last: int, most: int) -> Spark:
    """A bar a year from first to last; `most` is the height of the row of pictures, so that they can be compared."""
    width = 100 / (last - first + 1)
    bars = (
        Bar(
            x=_percent((year - first + 0.08) * width),
            y=_percent(100 - 100 * count / most),
            width=_percent(0.84 * width),
            height=_percent(100 * count / most),
            words=_of_year(words, year, count),
        )
        for year, count in sorted(counts.items())
    )
    told = words.say("sign.comma").join(_of_year(words, year, count) for year, count in sorted(counts.items()))
    return Spark(bars=tuple(bars), words=told)


def scales(rows: list[tuple[int, int]]) -> list[Scale]:
    """A bar for each (conflictual, cooperative) pair of counts, all of one scale with the line at one place."""
    left = max((conflictual for conflictual, _ in rows), default=0)
    right = max((cooperative for _, cooperative in rows), default=0)
    unit = 100 / max(1, left + right)
    return [
        Scale(
            line=_percent(left * unit),
            conflict=_percent(conflictual * unit),
            conflict_x=_percent((left - conflictual) * unit),
            cooperation=_percent(cooperative * unit),
        )
        for conflictual, cooperative in rows
    ]


def _of_year(words: Words, year: int, count: int) -> str:
    return words.say("strip.bar", period=year, number=words.number(count))


def _percent(number: float) -> str:
    return f"{number:.2f}%"
