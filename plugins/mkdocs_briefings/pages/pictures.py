"""Pictures made at build time: bars whose heights are attributes, since nothing here needs a style."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.dates import PartialDate

_MOST_LABELS = 8  # years under a strip on a phone
_TOP = 80.0  # percent of the height that the tallest bar takes; its label stands above it


@dataclass(frozen=True, slots=True)
class Bar:
    x: str
    y: str
    width: str
    height: str
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    words: str
    count: int
    fragment: str  # where on the chronology it leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Events a month: how dense the record is."""

    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    span: str  # "2018–2025"
    peak: str  # "August 2025"
    peak_count: int
    peak_x: str
    peak_anchor: str  # where the words of the peak are held: start, middle, end
    left_out: int  # events whose month the sources do not tell


def strip(entries: Sequence[Entry]) -> Strip | None:
    """Bars for the months that events are known to fall in; None where they fall in fewer than two."""
    known = [month for entry in entries if (month := _month(entry.date))]
    counts = Counter(known)
    if len(counts) < 2:  # noqa: PLR2004  one bar shows nothing
        return None
    first, last = min(counts)[0], max(counts)[0]
    months = [(year, month) for year in range(first, last + 1) for month in range(1, 13)]
    most = max(counts.values())
    peak = max(counts, key=lambda month: (counts[month], month))
    peak_at = (months.index(peak) + 0.5) / len(months)
    return Strip(
        bars=tuple(_bars(months, counts, most)),
        labels=tuple(_labels(first, last, counts)),
        span=f"{first}–{last}" if first < last else f"{first}",
        peak=_name(peak),
        peak_count=most,
        peak_x=f"{100 * peak_at:.2f}%",
        peak_anchor="start" if peak_at < 1 / 4 else "end" if peak_at > 3 / 4 else "middle",
        left_out=len(entries) - len(known),
    )


def _month(date: PartialDate | None) -> tuple[int, int] | None:
    if not date or not date.earliest or not date.latest:
        return None
    first, last = (date.earliest.year, date.earliest.month), (date.latest.year, date.latest.month)
    return first if first == last else None


def _bars(months: list[tuple[int, int]], counts: Counter[tuple[int, int]], most: int) -> Iterable[Bar]:
    width = 100 / len(months)
    for number, month in enumerate(months):
        if counts[month]:
            height = _TOP * counts[month] / most
            yield Bar(
                x=f"{(number + 0.1) * width:.2f}%",
                y=f"{100 - height:.1f}%",
                width=f"{0.8 * width:.2f}%",
                height=f"{height:.1f}%",
                words=f"{_name(month)}: {counts[month]}",
            )


def _labels(first: int, last: int, counts: Counter[tuple[int, int]]) -> Iterable[Label]:
    """A label a year, with none for some where they are many; a label a month where there is one year only."""
    if first == last:
        for month in range(1, 13):
            name = PartialDate(f"{first:04}-{month:02}").words(short=True).split()[0]
            yield Label(name, counts[first, month], f"m-{first}-{month:02}")
        return
    step = -(-(last - first + 1) // _MOST_LABELS)
    for year in range(first, last + 1):
        count = sum(counts[year, month] for month in range(1, 13))
        yield Label(str(year) if (year - first) % step == 0 else "", count, f"y-{year}")


def _name(month: tuple[int, int]) -> str:
    return PartialDate(f"{month[0]:04}-{month[1]:02}").words()
