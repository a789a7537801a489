"""Dates as certain as their source: EDTF level 1 values with their earliest and latest day.

EDTF is the Library of Congress's Extended Date/Time Format (ISO 8601-2). Read here, of the years 0001 to 9999:
day, month, season (21 spring to 24 winter), year, decade `198X`, century `19XX`, digits left unspecified from
the right (`2025-XX-XX`), the marks `~` about, `?` uncertain, `%` both, and intervals, open `..` or unknown at
either end.
"""

import calendar
import datetime
import re
from dataclasses import dataclass, field
from typing import Literal, Self

Precision = Literal["day", "month", "season", "year", "decade", "century", "range", "before", "after"]

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)
_EXPECTED = "expected such as 2025-08-08, 2025-08, 2025-22, 2025, 198X, 2025-08~, 2024-07-08/2024-07-09 or ../2030"
_SEASONS = frozenset([21, 22, 23, 24])  # spring, summer, autumn, winter: the northern ones
WINTER = 24
_OPEN = ("", "..")
_UNKNOWN = ("XXXX", "XXXX-XX", "XXXX-XX-XX")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An EDTF level 1 value, as `2025-08-08`, `2025-08~`, `198X` or `../2030`. Raises ValueError on any other.

    `earliest` and `latest` are the first and last day it may mean as it stands, None where that end is open;
    the marks `~`, `?` and `%` do not move them. A season is that of the northern half of the world, winter the
    one that begins in the year's December.
    """

    edtf: str
    earliest: datetime.date | None = field(init=False, compare=False)
    latest: datetime.date | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        first, last = _ends(self.edtf)
        earliest, latest = first and first.earliest, last and last.latest
        if earliest and latest and earliest > latest:
            raise ValueError(f"{self.edtf!r} ends before it begins")
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @classmethod
    def parse(cls, edtf: str) -> Self:
        """Read a value; blank space around it is dropped.

        Raises:
            ValueError: not EDTF level 1, no day of the calendar (`2025-02-31`), or a year outside 1 to 9999.
        """
        return cls(edtf.strip())

    @classmethod
    def day(cls, date: datetime.date) -> Self:
        return cls(_iso(date))

    @classmethod
    def on_or_before(cls, date: datetime.date) -> Self:
        return cls(f"../{_iso(date)}")

    @classmethod
    def on_or_after(cls, date: datetime.date) -> Self:
        return cls(f"{_iso(date)}/..")

    @classmethod
    def between(cls, first: datetime.date, last: datetime.date) -> Self:
        """From one day to another, both included; the day itself where they are the same."""
        return cls.day(first) if first == last else cls(f"{_iso(first)}/{_iso(last)}")

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """By the last possible day, open ends last, then by the first: "by 8 August" stands before 8 August."""
        latest = self.latest.toordinal() if self.latest else datetime.date.max.toordinal() + 1
        return latest, self.earliest.toordinal() if self.earliest else 0, self.edtf

    @property
    def precision(self) -> Precision:
        first, last = self.ends
        if first and last:
            return first.precision if first == last else "range"
        return "before" if last else "after" if first else "range"

    @property
    def is_exact_day(self) -> bool:
        """One day of the calendar, neither about nor uncertain."""
        return self.earliest == self.latest is not None and self.edtf[-1].isdigit() and "/" not in self.edtf

    def overlaps(self, other: Self) -> bool:
        """Some day may be meant by both: both can date one event. Open ends are endless; marks move nothing."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)

    def contains(self, other: Self) -> bool:
        """Every day that the other may mean this may mean too, as August 2025 holds 8 August 2025."""
        return (self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)) and (
            self.latest is None or (other.latest is not None and other.latest <= self.latest)
        )

    @property
    def ends(self) -> tuple["Point | None", "Point | None"]:
        """Its first and last point, the same for a plain date; None for an open or unknown end."""
        return _ends(self.edtf)


@dataclass(frozen=True, slots=True)
class Point:
    """What EDTF writes on one side of the slash. `year` keeps its four signs, X where a digit is unspecified."""

    year: str
    month: int | None  # a season from 21 to 24
    day: int | None
    mark: str  # "", "~" about, "?" uncertain, "%" both

    @classmethod
    def read(cls, text: str) -> Self:
        match = _POINT.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is no EDTF date; {_EXPECTED}")
        year, month, day = match["year"], _number(match["month"]), _number(match["day"])
        if (month and "X" in year) or (day and not month) or (month in _SEASONS and match["day"]):
            raise ValueError(f"{text!r} is beyond EDTF level 1; {_EXPECTED}")
        point = cls(year, month, day, match["mark"])
        try:
            point.latest  # noqa: B018  the calendar is the judge
        except ValueError as wrong:
            raise ValueError(f"{text!r} is no date of the calendar: {wrong}") from None
        return point

    @property
    def precision(self) -> Precision:
        if "X" in self.year:
            return "century" if self.year.endswith("XX") else "decade"
        if self.day:
            return "day"
        return "season" if self.month in _SEASONS else "month" if self.month else "year"

    @property
    def earliest(self) -> datetime.date:
        year = int(self.year) if self.year.isdigit() else max(1, int(self.year.replace("X", "0")))
        return datetime.date(year, _months(self.month)[0], self.day or 1)

    @property
    def latest(self) -> datetime.date:
        first = self.earliest
        if self.day:
            return first
        year, month = int(self.year.replace("X", "9")), _months(self.month)[1]
        if month < first.month:  # a winter
            year += 1
        return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _ends(edtf: str) -> tuple[Point | None, Point | None]:
    """The value's first and last point, the same for a plain date; None for an open or unknown end."""
    if edtf in _UNKNOWN:
        return None, None
    first, slash, last = edtf.partition("/")
    if not slash:
        return (point := Point.read(edtf)), point
    return None if first in _OPEN else Point.read(first), None if last in _OPEN else Point.read(last)


def _not_after(first: datetime.date | None, last: datetime.date | None) -> bool:
    return first is None or last is None or first <= last


def days_before(date: datetime.date, days: int) -> datetime.date:
    """So many days earlier, or the first day of the calendar."""
    return datetime.date.fromordinal(max(1, date.toordinal() - days))


def _iso(date: datetime.date) -> str:
    """The day alone, also where a datetime is given."""
    return f"{date.year:04}-{date.month:02}-{date.day:02}"


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits != "XX" else None


def _months(month: int | None) -> tuple[int, int]:
    """The first and last month of a year (None), a month, or a season."""
    if month is None:
        return 1, 12
    if month in _SEASONS:
        first = 3 * (month - 20)
        return first, (first + 1) % 12 + 1
    return month, month
