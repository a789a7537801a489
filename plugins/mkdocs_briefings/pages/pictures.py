"""Pictures made at build time: bars whose heights are attributes, since nothing here needs a style."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.pages.words import Words

Period = tuple[int, int]  # a year and a month; 0: the year
Leads = Callable[[int, int | None], str]
Counted = Literal["events", "mentions"]

_MOST_LABELS = 8  # years under a strip on a phone
_MOST_YEARS_BY_MONTH = 20  # beyond them a month is thinner than a line on a phone
_TOP = 80.0  # percent of the height that the tallest bar takes; its label stands above it


@dataclass(frozen=True, slots=True)
class Bar:
    x: str
    y: str
    width: str
    height: str
    words: str
    href: str = ""  # what it shows


@dataclass(frozen=True, slots=True)
class Label:
    """What stands under a picture: a year, or a month of the only year."""

    words: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """How dense the record is: events a month, or a year where it spans many; or mentions, by publication."""

    counted: Counted
    unit: Literal["month", "year"]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    span: str  # "2018–2025"
    peak: str  # "August 2025"
    peak_count: int
    peak_x: str
    peak_anchor: str  # where the words of the peak are held: start, middle, end
    left_out: int  # events of which the sources do not tell the month, or the year


def strip(words: Words, entries: Iterable[Entry], leads: Leads) -> Strip | None:
    """Bars for the months that events are known to fall in; None where they fall in fewer than two.

    Args:
        leads: the address of a year, or of a month.
    """
    return strip_of_dates(words, [entry.date for entry in entries], leads, "events")


def strip_of_dates(words: Words, dates: Sequence[PartialDate | None], leads: Leads, counted: Counted) -> Strip | None:
    """The same, of anything that has a date."""
    unit: Literal["month", "year"] = "month"
    known = [month for date in dates if (month := _month(date))]
    if known and max(known)[0] - min(known)[0] >= _MOST_YEARS_BY_MONTH:
        unit, known = "year", [year for date in dates if (year := _year(date))]
    counts = Counter(known)
    if len(counts) < 2:  # noqa: PLR2004  one bar shows nothing
        return None
    first, last = whole_steps(min(counts)[0], max(counts)[0])
    periods = [
        (year, month) for year in range(first, last + 1) for month in (range(1, 13) if unit == "month" else (0,))
    ]
    most = max(counts.values())
    peak = max(counts, key=lambda period: (counts[period], period))
    peak_at = (periods.index(peak) + 0.5) / len(periods)
    return Strip(
        counted=counted,
        unit=unit,
        bars=tuple(_bars(words, periods, counts, leads)),
        labels=tuple(_labels(words, first, last, counts, leads)),
        span=words.say("strip.span", first=min(counts)[0], last=last) if min(counts)[0] < last else f"{last}",
        peak=_name(words, peak),
        peak_count=most,
        peak_x=f"{100 * peak_at:.2f}%",
        peak_anchor=held(peak_at),
        left_out=len(dates) - len(known),
    )


def held(at: float) -> str:
    """Where words at a place between 0 and 1 are held, so that they stay within the picture."""
    return "start" if at < 1 / 4 else "end" if at > 3 / 4 else "middle"


def _month(date: PartialDate | None) -> Period | None:
    if not date or not date.earliest or not date.latest:
        return None
    first, last = (date.earliest.year, date.earliest.month), (date.latest.year, date.latest.month)
    return first if first == last else None


def _year(date: PartialDate | None) -> Period | None:
    if not date or not date.earliest or not date.latest or date.earliest.year != date.latest.year:
        return None
    return date.latest.year, 0


def whole_steps(first: int, last: int) -> tuple[int, int]:
    """The years from first to last, with some before them where labels, which all are as wide, ask for it."""
    step = label_step(first, last)
    return first - (first - last - 1) % step, last


def label_step(first: int, last: int) -> int:
    """How many years share a label."""
    return -(-(last - first + 1) // _MOST_LABELS)


def _bars(words: Words, periods: list[Period], counts: Counter[Period], leads: Leads) -> Iterable[Bar]:
    width, most = 100 / len(periods), max(counts.values())
    for number, period in enumerate(periods):
        if counts[period]:
            height = _TOP * counts[period] / most
            yield Bar(
                x=f"{(number + 0.1) * width:.2f}%",
                y=f"{100 - height:.1f}%",
                width=f"{0.8 * width:.2f}%",
                height=f"{height:.1f}%",
                words=words.say("strip.bar", period=_name(words, period), number=words.number(counts[period])),
                href=leads(period[0], period[1] or None),
            )


def _labels(words: Words, first: int, last: int, counts: Counter[Period], leads: Leads) -> Iterable[Label]:
    """A label a year, or for some years where they are many; a label a month where there is one year only."""
    if first == last:
        for month in range(1, 13):
            yield Label(words.month(month, short=True), counts[first, month], leads(first, month))
        return
    for year in range(first, last + 1, label_step(first, last)):
        count = sum(counts[year, month] for month in range(13))
        yield Label(str(year), count, leads(year, None))


def _name(words: Words, period: Period) -> str:
    year, month = period
    return words.date(PartialDate(f"{year:04}-{month:02}" if month else f"{year:04}"))
