"""Resolvers of dates written in figures, and of several days or years in one: "31/12/2024", "8-9 July", "1990-95"."""

import calendar
import datetime

from mkdocs_briefings.rules.timex_dates import if_real
from mkdocs_briefings.rules.timex_found import Found, Meaning
from mkdocs_briefings.rules.timex_story import Story
from mkdocs_briefings.rules.timex_years import full_year, stated_year, year_of_day

_LAST_MONTH = 12
_LAST_SHORT_YEAR = 99


def years(found: Found, _story: Story) -> Meaning | None:
    """ "1990-95", "2014–2016", "FY2024-25"; "2024-08" is a month."""
    first, last = str(stated_year(found)), found.words[-1]
    if len(last) < len(first) and last <= first[-len(last) :] and int(last) <= _LAST_MONTH:
        return if_real(found.means(f"{first}-{last}"))
    return if_real(found.means(f"{first}/{first[: -len(last)]}{last}"))


def iso(found: Found, _story: Story) -> Meaning | None:
    """ "2025-08-01", "2025/08/01"."""
    return if_real(found.means("-".join(word for word in found.words if word.isdigit())))


def dotted(found: Found, _story: Story) -> Meaning | None:
    """ "1.8.2025": the day first, as everywhere that dots are written."""
    day, month, year = found.words[0].split(".")
    return if_real(found.means(f"{year}-{month:0>2}-{day:0>2}"))


def numeric(found: Found, story: Story) -> Meaning | None:
    """ "31/12/2024". Where either order makes a date it is the day the text named or the article's, else stays open."""
    first, second, last = (int(word) for word in found.words if word.isdigit())
    year = last if last > _LAST_SHORT_YEAR else full_year(last)
    days = {
        datetime.date(year, month, day)
        for month, day in ((first, second), (second, first))
        if month <= _LAST_MONTH and 1 <= day <= calendar.monthrange(year, month)[1]
    }
    known = days & {story.published, story.day and story.day.date.earliest}
    if len(days) > 1 and len(known) != 1:
        return found.means(f"{year}-XX-XX")
    return found.means((known or days).pop().isoformat()) if days else None


def days_of_month(found: Found, story: Story) -> Meaning | None:
    """ "8-9 July 2024", "4, 5 and 6 May": from the first day of a month to the last, as an interval."""
    first, *_, last = (number for word in found.words if (number := _day_number(found, word)) is not None)
    month = found.number("MONTH", "MON") or 0
    year = year_of_day(found, month, first, story)
    meaning = found.means("/".join(f"{year or 'XXXX'}-{month:02}-{day:02}" for day in (first, last)))
    return meaning if year is None else if_real(meaning)


def _day_number(found: Found, word: str) -> int | None:
    number = found.vocabulary.value("DOM", word) or found.vocabulary.value("DOMTH", word)
    return int(number) if isinstance(number, int) else None
