"""Calendar arithmetic on TIMEX3 values, and TIMEX3 values as partial dates."""

import calendar
import datetime
import re
from collections.abc import Callable, Iterable
from typing import Final

from mkdocs_briefings.dates import PartialDate

UNKNOWN: Final = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "FN": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXXX",
    "CE": "XX",
}  # what TIMEX3 writes where a unit is known and its place is not
_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_MOST_YEARS = 9998  # further than the calendar reaches either way
_FIRST_MONTH, _LAST_MONTH = 12 * datetime.MINYEAR, 12 * datetime.MAXYEAR + 11
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE|-[1-7])?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(?:([QH])([1-4])|(SP|SU|FA|WI))")


def edtf(value: str) -> str:
    """A TIMEX3 value of the calendar in EDTF, a time of day left away.

    Raises:
        ValueError, OverflowError: a week that no calendar has.
    """
    day, _, _ = value.partition("T")
    if match := _WEEK.fullmatch(day):
        return _week(int(match[1]), int(match[2]), match[3])
    if match := _PART_OF_YEAR.fullmatch(day):
        if match[4]:
            return f"{match[1]}-{_SEASON[match[4]]}"
        length = 3 if match[2] == "Q" else 6
        last = int(match[3]) * length
        return f"{match[1]}-{last - length + 1:02}/{match[1]}-{last:02}"
    if re.fullmatch(r"\d{2}", day):  # a century counted from 0, as TIMEX3 has it
        return f"{day}XX"
    return day


def partial_date(value: str) -> PartialDate | None:
    """The place in the calendar of a TIMEX3 or EDTF value; None where it has none, or lies outside years 1 to 9999."""
    if value.startswith(("XX", "P")) or "_" in value:
        return None
    try:
        return PartialDate(edtf(value))
    except (ValueError, OverflowError):
        return None


def _week(year: int, week: int, part: str | None) -> str:
    monday = datetime.date.fromisocalendar(year, week, 1)
    if part and part != "-WE":
        return add_days(monday, int(part[1]) - 1).isoformat()
    return PartialDate.between(add_days(monday, 5 if part else 0), add_days(monday, 6)).edtf


def add_days(date: datetime.date, count: int) -> datetime.date:
    """Raises OverflowError outside years 1 to 9999."""
    return date + datetime.timedelta(days=count)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Raises OverflowError outside years 1 to 9999."""
    months = 12 * year + month - 1 + count
    if not _FIRST_MONTH <= months <= _LAST_MONTH:
        raise OverflowError
    return months // 12, months % 12 + 1


_IN_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def add_units(date: datetime.date, count: int, unit: str) -> datetime.date:
    """The day so many days, months, quarters, years … on; at the end of a month its last day at most.

    Raises:
        OverflowError: outside years 1 to 9999.
    """
    if unit == "D":
        return add_days(date, count)
    year, month = add_months(date.year, date.month, count * _IN_MONTHS[unit])
    return datetime.date(year, month, min(date.day, calendar.monthrange(year, month)[1]))


def week_value(date: datetime.date) -> str:
    year, week, _ = date.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(year: int, month: int) -> str:
    return f"{year:04}-Q{(month + 2) // 3}"


def moved(date: datetime.date, count: int, unit: str) -> str:
    """The TIMEX3 value of the unit that lies so many units from a day: (2025-08-08, -1, "M") is 2025-07.

    Args:
        unit: D, W, M, Y, Q (quarter), WE (weekend), FN (fortnight), DE (decade), CE (century).

    Raises:
        OverflowError: outside years 1 to 9999.
    """
    if abs(count) > 366 * _MOST_YEARS:
        raise OverflowError
    return _MOVES[unit](date, count)


def _month(date: datetime.date, count: int) -> str:
    year, month = add_months(date.year, date.month, count)
    return f"{year:04}-{month:02}"


def _quarter(date: datetime.date, count: int) -> str:
    return quarter_value(*add_months(date.year, date.month, 3 * count))


def _year(date: datetime.date, count: int) -> str:
    return f"{add_months(date.year, 1, 12 * count)[0]:04}"


_MOVES: dict[str, Callable[[datetime.date, int], str]] = {
    "D": lambda date, count: add_days(date, count).isoformat(),
    "W": lambda date, count: week_value(add_days(date, 7 * count)),
    "FN": lambda date, count: week_value(add_days(date, 14 * count)),
    "WE": lambda date, count: week_value(add_days(date, 7 * count)) + "-WE",
    "M": _month,
    "Q": _quarter,
    "Y": _year,
    "DE": lambda date, count: _year(date, 10 * count)[:3] + "X",
    "CE": lambda date, count: _year(date, 100 * count)[:2],
}


def years_around(date: datetime.date, reach: int = 1) -> range:
    return range(max(datetime.MINYEAR, date.year - reach), min(datetime.MAXYEAR, date.year + reach) + 1)


def nearest(days: Iterable[datetime.date], published: datetime.date, *, pull: int) -> datetime.date | None:
    """The day nearest to the one that lies so many days from an article's: ahead of it, or behind it if negative."""
    here = published.toordinal() + pull
    return min(days, key=lambda day: abs(day.toordinal() - here), default=None)


def nearest_year(month: int, day: int, published: datetime.date, *, pull: int) -> int | None:
    """The year in which a month and day lie nearest to a date, pulled as `nearest` says; None for 31 February."""
    reach = 8 if (month, day) == (2, 29) else 1
    years = [year for year in years_around(published, reach) if day <= calendar.monthrange(year, month)[1]]
    date = nearest([datetime.date(year, month, day) for year in years], published, pull=pull)
    return date.year if date else None


def same_day_in_year(date: datetime.date, year: int) -> datetime.date | None:
    """None for 29 February in a common year, and outside years 1 to 9999."""
    known = datetime.MINYEAR <= year <= datetime.MAXYEAR and date.day <= calendar.monthrange(year, date.month)[1]
    return date.replace(year=year) if known else None


def feast(name: str, year: int) -> datetime.date:
    """The day of a feast: MM-DD for one that does not move, "thanksgiving" (United States), "easter" and
    "easter-2", "easter+1" for days counted from it."""
    if name[0].isdigit():
        return datetime.date(year, int(name[:2]), int(name[3:]))
    if name == "thanksgiving":
        first = datetime.date(year, 11, 1)
        return add_days(first, (4 - first.isoweekday()) % 7 + 21)
    return add_days(_easter(year), int(name.removeprefix("easter") or 0))


def _easter(year: int) -> datetime.date:
    """Easter Sunday in the Gregorian calendar, after the anonymous computus (Nature, 20 April 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
