"""Resolvers of times that count from the article's day, or from a time the text named before."""

import datetime

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.timex_calendar import UNKNOWN, moved, partial_date, same_day_in_year
from mkdocs_briefings.rules.timex_lengths import amount
from mkdocs_briefings.rules.timex_story import Found, Meaning, Named, Story

_WEEK, _FRIDAY = 7, 5


def _counted(start: datetime.date | None, count: int, unit: str) -> str:
    return moved(start, count, unit) if start else UNKNOWN[unit]


def unit(found: Found, story: Story) -> Meaning | None:
    """A unit of the calendar counted from now: "last week", "this year", "later this month"."""
    value = _counted(story.published, found.direction or 0, found.word("UNIT", "MIDUNIT") or "D")
    side = found.word("LATER")
    return found.means(value, mod=side, date=_rest(value, side, story.published))


def _rest(value: str, side: str | None, published: datetime.date | None) -> PartialDate | None:
    """ "later this year" lies between the article's day and the year's end."""
    whole = partial_date(value) if side and published else None
    if not (published and whole and whole.earliest and whole.latest and whole.earliest <= published <= whole.latest):
        return None
    return PartialDate.between(*((published, whole.latest) if side == "END" else (whole.earliest, published)))


def anchored(found: Found, story: Story) -> Meaning | None:
    """A unit counted from the time last named: "that day", "the following year", "the same month"."""
    unit = found.word("UNIT") or "D"
    return _from_named(found, _anchor(story, unit), found.number("STEP") or 0, unit)


def _anchor(story: Story, unit: str) -> Named | None:
    """What to count from: the date last named where it is no longer than the unit, else for days the last day."""
    last = story.last
    if last is None or last.date.earliest is None or last.date.latest is None:
        return None
    if (unit == "Y" and last.date.earliest.year == last.date.latest.year) or last.date.precision == "day":
        return last
    if unit == "M" and last.date.precision == "month":
        return last
    return story.day if unit in ("D", "W") else None


def _from_named(found: Found, anchor: Named | None, count: int, unit: str) -> Meaning:
    if anchor is None:
        return found.means(UNKNOWN[unit])
    return found.means(_counted(anchor.date.earliest, count, unit), anchor=anchor.span)


def weekend(found: Found, story: Story) -> Meaning | None:
    """ "the weekend" is the last one that has begun, after words of the future the next."""
    begun = story.published is not None and story.published.isoweekday() >= _FRIDAY
    return found.means(_counted(story.published, 0 if begun or found.ahead else -1, "WE"))


def last_quarter(found: Found, story: Story) -> Meaning | None:
    """ "the quarter": the one last named, else the last completed one."""
    if story.quarter:
        return found.means("{:04}-Q{}".format(*story.quarter))
    return found.means(_counted(story.published, -1, "Q"))


def year_before(found: Found, story: Story) -> Meaning | None:
    """ "a year earlier": of the quarter last named, else of the year."""
    if story.quarter:
        year, number = story.quarter
        return found.means(f"{year - 1:04}-Q{number}")
    return found.means(_counted(story.published, -1, "Y"))


def offset(found: Found, story: Story) -> Meaning | None:
    """So many units from the article's day: "two weeks ago" is a day, "three months ago" a month."""
    way = found.number("WAY") or -1
    counted = _whole_units(found)
    if counted is None:
        return found.means("PAST_REF" if way < 0 else "FUTURE_REF")
    count, unit = counted
    return found.means(_counted(story.published, way * count, unit))


def offset_of_days(found: Found, story: Story) -> Meaning | None:
    """ "the day after tomorrow": as many days on as the rule says."""
    return found.means(_counted(story.published, int(found.setting("days")), "D"))


def offset_from_last(found: Found, story: Story) -> Meaning | None:
    """So many units from the time last named: "two days later"."""
    counted = _whole_units(found)
    if counted is None:
        return found.means(UNKNOWN["D"])
    count, unit = counted
    return _from_named(found, _anchor(story, unit), (found.number("WAY") or 1) * count, unit)


def _whole_units(found: Found) -> tuple[int, str] | None:
    """How many days, months, quarters or years; None for "a few weeks", "a year and a half", and for hours."""
    count, unit = amount(found)
    if unit == "W" and not isinstance(count, str):
        count, unit = _WEEK * count, "D"
    if isinstance(count, str) or count != int(count) or unit not in UNKNOWN:
        return None
    return int(count), unit


def anniversary(found: Found, story: Story) -> Meaning | None:
    """ "twenty years ago today"."""
    count, unit = amount(found)
    if isinstance(count, str) or unit != "Y" or not story.published:
        return found.means(UNKNOWN["D"])
    date = same_day_in_year(story.published, story.published.year - int(count))
    return found.means(date.isoformat()) if date else None
