"""Resolvers of times that count from the article's day, or from a time the text named before."""

import datetime
from dataclasses import replace

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.timex_calendar import UNKNOWN, add_days, add_units, moved, partial_date, same_day_in_year
from mkdocs_briefings.rules.timex_found import Found, Meaning
from mkdocs_briefings.rules.timex_lengths import amount
from mkdocs_briefings.rules.timex_story import Named, Story

_WEEK, _FRIDAY = 7, 5


def _counted(start: datetime.date | None, count: int, unit: str) -> str:
    return moved(start, count, unit) if start else UNKNOWN[unit]


def unit(found: Found, story: Story) -> Meaning | None:
    """A unit of the calendar counted from now: "last week", "this year", "later this month"."""
    value = _counted(story.published, found.direction or 0, found.word("UNIT", "MIDUNIT") or "D")
    side = found.word("LATER")
    return found.means(value, mod=side, date=_rest(value, side, story.published))


def _rest(value: str, side: str | None, here: datetime.date | None) -> PartialDate | None:
    """ "later this year" lies between the article's day and the year's end, "later that year" after the day named."""
    whole = partial_date(value) if side and here else None
    if not (here and whole and whole.earliest and whole.latest and whole.earliest <= here <= whole.latest):
        return None
    return PartialDate.between(*((here, whole.latest) if side == "END" else (whole.earliest, here)))


def anchored(found: Found, story: Story) -> Meaning | None:
    """A unit counted from the time last named: "that day", "the following year", "later that month"."""
    unit = found.word("UNIT") or "D"
    anchor, side = story.anchor(unit), found.word("LATER")
    meaning = _from_named(found, anchor, found.number("STEP") or 0, unit)
    start = (anchor.date.latest if side == "START" else anchor.date.earliest) if anchor else None
    rest = _rest(meaning.value, side, start)
    return replace(meaning, mod=side or meaning.mod, date=rest or meaning.date)


def next_unit(found: Found, story: Story) -> Meaning | None:
    """ "The next month": after the time last named, if the words do not look ahead from the article."""
    if found.ahead or story.anchor(found.word("UNIT") or "D") is None:
        return unit(found, story)
    return anchored(found, story)


def anchored_day(found: Found, story: Story) -> Meaning | None:
    """A weekday or part of a day counted from the day last named: "the following Tuesday", "that evening"."""
    anchor, step = story.anchor("D"), found.number("STEP") or 0
    weekday, part = found.number("WEEKDAY"), found.word("PARTDAY")
    end = f"T{part}" if part else ""
    if part and story.near_day is None:  # "that night" is told of a day just named, or of one the text does not name
        anchor = None
    if anchor is None or anchor.date.earliest is None:
        return found.means((f"XXXX-WXX-{weekday}" if weekday else UNKNOWN["D"]) + end)
    day = anchor.date.earliest
    if weekday and step < 0:
        step = -((day.isoweekday() - weekday - 1) % _WEEK) - 1
    elif weekday:
        step += (weekday - day.isoweekday() - step) % _WEEK
    return found.means(add_days(day, step).isoformat() + end, anchor=anchor.span)


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
    """ "a year earlier": than the quarter last named, than a date with its year named last, or than the article."""
    if story.quarter:
        year, number = story.quarter
        return found.means(f"{year - 1:04}-Q{number}")
    anchor = story.anchor("Y") if found.has("earlier") or found.has("before") else None
    if anchor and anchor.has_year:
        return _from_named(found, anchor, -1, "Y")
    return found.means(_counted(story.published, -1, "Y"))


def offset(found: Found, story: Story) -> Meaning | None:
    """So many units from the article's day: "two weeks ago" is a day, "three months ago" a month."""
    way = found.number("WAY") or -1
    counted = _whole_units(found)
    if counted is None:
        return found.means("PAST_REF" if way < 0 else "FUTURE_REF")
    count, unit = counted
    value, bound = _counted(story.published, way * count, unit), None
    if story.published and way < 0:
        bound = _bound(found, add_units(story.published, -count, unit), story.published)
    return found.means(value, date=bound)


def _bound(found: Found, start: datetime.date, published: datetime.date) -> PartialDate | None:
    """ "less than three months ago" lies between then and now, "more than two years ago" before."""
    if found.words[0] in ("more", "over") or found.words[:2] == ("at", "least"):
        return PartialDate.on_or_before(start)
    if found.words[0] in ("less", "fewer", "up") or found.words[:2] == ("at", "most"):
        return PartialDate.between(start, published)
    return None


def offset_of_days(found: Found, story: Story) -> Meaning | None:
    """ "the day after tomorrow": as many days on as the rule says."""
    return found.means(_counted(story.published, int(found.setting("days")), "D"))


def offset_from_last(found: Found, story: Story) -> Meaning | None:
    """So many units from the time last named: "two days later"."""
    counted = _whole_units(found)
    if counted is None:
        return found.means(UNKNOWN["D"])
    count, unit = counted
    anchor = story.anchor(unit)
    meaning = _from_named(found, anchor, (found.number("WAY") or 1) * count, unit)
    return found.means(UNKNOWN[unit]) if anchor and _outruns(story, anchor, meaning, unit) else meaning


def _outruns(story: Story, anchor: Named, meaning: Meaning, unit: str) -> bool:
    """ "Jailed on 3 March. A year later he was freed": what leads past the article shows that the year was a guess."""
    if anchor.has_year or unit not in ("M", "Y") or not story.published or not meaning.date:
        return False
    first, last = anchor.date.earliest, meaning.date.earliest
    return bool(first and last and first <= story.published < last)


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


def this_day(found: Found, story: Story) -> Meaning | None:
    """ "on this day in 1945"."""
    date = same_day_in_year(story.published, found.number("YEAR") or 0) if story.published else None
    return found.means(date.isoformat() if date else f"{found.number('YEAR')}")
