"""Resolvers of dates on the calendar: days of a month, months, years, seasons, quarters."""

import calendar
import datetime
from dataclasses import replace

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.timex_calendar import (
    UNKNOWN,
    feast,
    moved,
    nearest,
    partial_date,
    week_value,
    years_around,
)
from mkdocs_briefings.rules.timex_found import Found, Meaning
from mkdocs_briefings.rules.timex_story import Story
from mkdocs_briefings.rules.timex_years import stated_year, year_of, year_of_day, year_of_month

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {"Q": 3, "H": 6}
_LAST_MONTH = 12
_THURSDAY = 4
_LEAP_YEAR = 2000
_THIS_CENTURY = 200  # in decades
_HALVES = (("00", "49", "START"), ("50", "99", "END"))  # of a century


def absolute(found: Found, story: Story) -> Meaning | None:
    """A date with at least a month: "8 August", "Aug. 8, 2025", "August next year", "2025-08-08".

    Without a year, a day is the nearest to the article's, and a month the last that has begun, or the next
    after words of the future.
    """
    month, day = found.number("MONTH", "MON"), found.number("DOM", "DOMTH", "NTH")
    if month is None:
        return None
    year = year_of_day(found, month, day, story) if day else year_of_month(found, month, story)
    if year is None:
        real = not day or day <= calendar.monthrange(_LEAP_YEAR, month)[1]
        return found.means(f"XXXX-{month:02}" + (f"-{day:02}" if day else "")) if real else None
    value = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    return if_real(found.means(value))


def if_real(meaning: Meaning) -> Meaning | None:
    """None for a day that no calendar has."""
    return meaning if meaning.date else None


def known_day(found: Found, story: Story) -> Meaning | None:
    """A day that became a name: "the Sept. 11 attacks". Not before it happened; and where the rule gives
    `unless_within`, not in articles so many days around the same day of another year."""
    day = datetime.date.fromisoformat(found.setting("day"))
    plain = absolute(found, story)
    if story.published and plain and plain.date and plain.date.earliest:
        distance = abs((plain.date.earliest - story.published).days)
        if story.published < day or distance <= int(found.setting("unless_within", "-1")):
            return plain
    return found.means(day.isoformat())


def shared(found: Found, story: Story) -> Meaning | None:
    """A date that shares month or year with the next: "[March] and May 2022", "[8] and 9 July"."""
    return absolute(found.with_after(), story)


def nth_weekday(found: Found, story: Story) -> Meaning | None:
    """ "the second Monday of May 2024", "the last Friday in May"."""
    day, nth = found.number("WEEKDAY") or 0, found.number("NTH")
    month = absolute(_behind_link(found), story)
    if month is None or month.date is None or month.date.earliest is None:
        return found.means(f"XXXX-WXX-{day}")
    first = month.date.earliest
    days = range(1 + (day - first.isoweekday()) % 7, calendar.monthrange(first.year, first.month)[1] + 1, 7)
    if nth and nth > len(days):
        return None
    return found.means(first.replace(day=days[(nth or 0) - 1]).isoformat())


def part_of_month(found: Found, story: Story) -> Meaning | None:
    """ "the last day of May", "the first week of May", which is the one of the first Thursday."""
    month, nth = absolute(_behind_link(found), story), found.number("NTH")
    if month is None or month.date is None or month.date.latest is None:
        return month
    last = month.date.latest
    if found.has("day"):
        return if_real(found.means(f"{month.value}-{nth or last.day:02}"))
    if not found.has("week"):
        return replace(month, mod="START" if nth == 1 else None if nth else "END")
    thursdays = [day for day in range(1, last.day + 1) if last.replace(day=day).isoweekday() == _THURSDAY]
    if nth and nth > len(thursdays):
        return None
    value = week_value(last.replace(day=thursdays[(nth or 0) - 1]))
    week = partial_date(value)
    return found.means(value, date=week and PartialDate(week.edtf.replace("/", "~/") + "~"))


def _behind_link(found: Found) -> Found:
    """The words behind "of" or "in"."""
    place = min(place for place, word in enumerate(found.words) if word in ("of", "in"))
    return replace(found, words=found.words[place + 1 :])


def year(found: Found, story: Story) -> Meaning | None:
    return found.means(f"{year_of(found, story):04}")


def fiscal_year(found: Found, _story: Story) -> Meaning | None:
    """ "fiscal 2026", which begins and ends where its owner says: about 2026."""
    year = f"{stated_year(found):04}"
    return found.means(year, date=PartialDate(f"{year}~"))


def decade(found: Found, _story: Story) -> Meaning | None:
    """ "the 1980s"; "the 1800s" are a century, for all that the words tell."""
    number = found.number("DECADE", "DECADEWORD", "DECADE2") or 0
    return found.means(f"{number // 10}" if number % 10 == 0 and number < _THIS_CENTURY else f"{number}X")


def century(found: Found, _story: Story) -> Meaning | None:
    """ "the 19th century", "the first half of the 19th century"."""
    *halves, number = (int(nth) for word in found.words if (nth := found.vocabulary.value("NTH", word)) is not None)
    value = f"{number - 1:02}"
    if not halves:
        return found.means(value)
    if halves[0] > len(_HALVES):
        return None
    first, last, mod = _HALVES[halves[0] - 1]
    return found.means(value, mod=mod, date=partial_date(f"{value}{first}/{value}{last}"))


def season(found: Found, story: Story) -> Meaning | None:
    """ "summer 2024", "last fall"; without a year the last that has begun, or the next after words of the future."""
    name, year = found.word("SEASON") or "", year_of(found, story)
    if year is None and (story.published is None or found.has("year")):
        return found.means(f"XXXX-{name}")
    if year is None and story.published:
        year = _season_year(found, _SEASON_STARTS[name], story.published)
    return found.means(f"{year:04}-{name}")


def _season_year(found: Found, start: int, published: datetime.date) -> int:
    year, month, direction = published.year, published.month, found.direction
    if direction == 0 and start < _LAST_MONTH:
        return year
    if month + _LAST_MONTH <= _SEASON_STARTS["WI"] + 2:  # January and February end the winter of the year before
        year, month = year - 1, month + _LAST_MONTH
    if direction is None:
        return year + (start + 2 < month if found.ahead else -(start > month))
    if direction > 0:
        return year + (start <= month)
    return year - (start + 2 >= month) if direction < 0 else year


def quarter(found: Found, story: Story) -> Meaning | None:
    """ "the third quarter of 1996", "the first half of 2024"; without a year the latest that has begun."""
    number = found.number("NTH", "QUARTERCODE", "HALFCODE") or int(found.setting("number"))
    code = found.setting("code", "Q")
    year, published = year_of(found, story), story.published
    if year is None and published is None:
        return found.means(f"XXXX-{code}{number}")
    if year is None and published:
        year = published.year - ((number - 1) * _MONTHS[code] >= published.month)
    value = f"{year:04}-{code}{number}"
    if year is not None and code == "Q" and (published is None or value < moved(published, 0, "Q")):
        story.quarter = year, number
    return found.means(value)


def holiday(found: Found, story: Story) -> Meaning | None:
    """A feast, as the rule's `day` names it: "12-25", "easter". Without a year, the one nearest to the article."""
    name, year = found.setting("day"), stated_year(found)
    if year is not None:
        return found.means(feast(name, year).isoformat(), mod=found.setting("mod") or None)
    if story.published is None:
        return found.means(f"XXXX-{name}" if name[0].isdigit() else UNKNOWN["D"])
    direction, published = found.direction or 0, story.published
    days = [feast(name, year) for year in years_around(published)]
    date = nearest(
        [day for day in days if not direction or (day - published).days * direction > 0], published, pull=found.pull
    )
    return found.means(date.isoformat(), mod=found.setting("mod") or None) if date else None
