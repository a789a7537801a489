"""Resolvers of dates on the calendar: months, years, seasons, quarters, and days by their numbers."""

import calendar
import datetime

from mkdocs_briefings.rules.timex_calendar import (
    UNKNOWN,
    feast,
    moved,
    nearest,
    nearest_year,
    years_around,
)
from mkdocs_briefings.rules.timex_story import Found, Meaning, Story

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {"Q": 3, "H": 6}
_LAST_MONTH = 12
_LEAP_YEAR = 2000
_SHORT_YEAR_TURNS = 50  # '82 is of the last century, '25 of this one


def absolute(found: Found, story: Story) -> Meaning | None:
    """A date with at least a month: "8 August", "Aug. 8, 2025", "August next year", "2025-08-08".

    Without a year, a day is the nearest to the article's, and a month the last that has begun, or the next
    after words of the future.
    """
    month, day = found.number("MONTH", "MON"), found.number("DOM", "DOMTH", "NTH")
    if month is None:
        return None
    year = year_of(found, story)
    if year is None and story.published is None:
        real = not day or day <= calendar.monthrange(_LEAP_YEAR, month)[1]
        return found.means(f"XXXX-{month:02}" + (f"-{day:02}" if day else "")) if real else None
    if year is None and story.published:
        published, ahead = story.published, found.ahead
        year = nearest_year(month, day, published, ahead=ahead) if day else _month_year(found, month, published)
    if year is None:
        return None
    value = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    return _if_real(found.means(value))


def _if_real(meaning: Meaning) -> Meaning | None:
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


def year(found: Found, story: Story) -> Meaning | None:
    return found.means(f"{year_of(found, story):04}")


def years(found: Found, _story: Story) -> Meaning | None:
    """ "1990-95", "2014–2016"."""
    first, last = (word for word in found.words if word.isdigit())
    return _if_real(found.means(f"{first}/{first[: -len(last)]}{last}"))


def year_of(found: Found, story: Story) -> int | None:
    """The year the words state, or point at: "next year", "the third quarter of the year"."""
    year = stated_year(found)
    if year is None and found.has("year") and story.published:
        return story.published.year + (found.direction or 0)
    return year


def stated_year(found: Found) -> int | None:
    """2025, '25, or in words."""
    year = found.number("YEAR", "OLDYEAR", "FISCALYEAR")
    if year is None and found.has_class("SPELT"):
        numbers = [found.vocabulary.value("SPELTNUM", word) for word in found.words]
        spoken = [number for number in numbers if isinstance(number, int)]
        return 100 * spoken[0] + sum(spoken[1:])
    if year is None and found.has_class("APOS") and (short := found.number("YY")) is not None:
        return short + (2000 if short < _SHORT_YEAR_TURNS else 1900)
    return year


def _month_year(found: Found, month: int, published: datetime.date) -> int:
    direction = found.direction
    if direction is None:
        return published.year + (month < published.month if found.ahead else -(month > published.month))
    if direction > 0:
        return published.year + (month <= published.month)
    return published.year - (month >= published.month) if direction < 0 else published.year


def decade(found: Found, _story: Story) -> Meaning | None:
    return found.means(f"{found.number('DECADE', 'DECADEWORD', 'DECADE2')}X")


def century(found: Found, _story: Story) -> Meaning | None:
    return found.means(f"{(found.number('NTH') or 0) - 1:02}")


def season(found: Found, story: Story) -> Meaning | None:
    """ "summer 2024", "last fall"; without a year the last that has begun, or the next after words of the future."""
    name, year = found.word("SEASON") or "", year_of(found, story)
    if year is None and story.published is None:
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
        [day for day in days if not direction or (day - published).days * direction > 0], published, ahead=found.ahead
    )
    return found.means(date.isoformat(), mod=found.setting("mod") or None) if date else None


def iso(found: Found, _story: Story) -> Meaning | None:
    """ "2025-08-01"."""
    return _if_real(found.means("-".join(word for word in found.words if word.isdigit())))


def numeric(found: Found, _story: Story) -> Meaning | None:
    """ "31/12/2024". Day and month stay open where either order makes a date."""
    first, second = (int(word) for word in found.words if word.isdigit() and len(word) < len("2024"))
    year = found.number("YEAR")
    orders = {(month, day) for month, day in ((first, second), (second, first)) if month <= _LAST_MONTH}
    if len(orders) > 1:
        return found.means(f"{year}-XX-XX")
    return _if_real(found.means("".join(f"{year}-{month:02}-{day:02}" for month, day in orders)))


def days_of_month(found: Found, story: Story) -> Meaning | None:
    """ "8-9 July 2024": from one day of a month to another, as an interval."""
    first, last = (number for word in found.words if (number := found.vocabulary.value("DOM", word)) is not None)
    month, year = found.number("MONTH", "MON") or 0, stated_year(found)
    if year is None and story.published:
        year = nearest_year(month, int(first), story.published, ahead=found.ahead)
    meaning = found.means("/".join(f"{year or 'XXXX'}-{month:02}-{int(day):02}" for day in (first, last)))
    return meaning if year is None else _if_real(meaning)
