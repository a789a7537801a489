"""Resolvers of days named by their weekday or from the article's day, and of times of day."""

import datetime

from mkdocs_briefings.rules.timex_calendar import UNKNOWN, add_days, add_months
from mkdocs_briefings.rules.timex_dates import absolute
from mkdocs_briefings.rules.timex_found import Found, Meaning
from mkdocs_briefings.rules.timex_story import Story

_WEEK = 7
_HALF_DAY = 12


def day(found: Found, story: Story) -> Meaning | None:
    """ "yesterday", "Friday", "last Monday"."""
    return found.means(_value(named_day(found, story), found))


def day_of_week(found: Found, story: Story) -> Meaning | None:
    """ "Thursday last week"."""
    if story.published is None:
        return found.means(_value(None, found))
    days = _WEEK * (found.direction or 0) + (found.number("WEEKDAY") or 0) - story.published.isoweekday()
    return found.means(add_days(story.published, days).isoformat())


def day_of_month(found: Found, story: Story) -> Meaning | None:
    """ "on the 5th": of the month just named, else the last 5th, or after words of the future the next."""
    number = found.number("DOMTH") or 0
    base = None if found.direction is not None else story.near_day
    if base is None and story.published is None:
        return found.means(f"XXXX-XX-{number:02}")
    year, month = (base or story.published or datetime.date.min).timetuple()[:2]
    if base is None and story.published:
        year, month = add_months(year, month, _months_away(found, number, story.published))
    meaning = found.means(f"{year:04}-{month:02}-{number:02}")
    return meaning if meaning.date else None


def _months_away(found: Found, day: int, published: datetime.date) -> int:
    if found.direction is not None:
        return found.direction
    if found.ahead:
        return int(day < published.day)
    return -int(day > published.day)


def same_day(found: Found, story: Story) -> Meaning | None:
    """ "for the day": the day named in the sentence, else the article's."""
    return found.means(_value(story.sentence_day or story.published, found))


def day_just_named(found: Found, story: Story) -> Meaning | None:
    """ "8 August, a Friday": the day just named, if it was one."""
    date, number = story.sentence_day, found.number("WEEKDAY")
    return found.means(_value(date if date and date.isoweekday() == number else None, found))


def in_the_day(found: Found, story: Story) -> Meaning | None:
    """ "later in the day": of the day just named, else the article's."""
    return found.means(_value(story.near_day or story.published, found), mod=found.word("LATER"))


def named_day(found: Found, story: Story) -> datetime.date | None:
    """The day that "yesterday", "Friday" or "May 3" names in the words matched."""
    shift = found.number("DAYWORD")
    if shift is not None:
        return add_days(story.published, shift) if story.published else None
    number = found.number("WEEKDAY", "WKD")
    if number is None or found.has_class("MONTH", "MON"):
        meaning = absolute(found, story)
        date = meaning.date if meaning else None
        return date.earliest if date and date.is_exact_day else None
    return _weekday(found, number, story.published, story.sentence_day) if story.published else None


def _weekday(found: Found, number: int, published: datetime.date, told: datetime.date | None) -> datetime.date:
    """The article's own weekday is its day; others are past unless the words before say otherwise.

    In "from Friday to Monday", and "said on Friday that talks would resume on Monday", it is the next after the day
    told before.
    """
    direction = found.direction
    if told and direction is None and (found.ends_range or found.then):
        return add_days(told, (number - told.isoweekday() - 1) % _WEEK + 1)
    back = (published.isoweekday() - number) % _WEEK
    if direction == 0:
        return add_days(published, number - published.isoweekday())
    if back == 0 and direction is None:
        return published
    ahead = found.ahead if direction is None else direction > 0
    return add_days(published, _WEEK - back if ahead else -(back or _WEEK))


def _value(date: datetime.date | None, found: Found) -> str:
    if date:
        return date.isoformat()
    number = found.number("WEEKDAY", "WKD")
    return f"XXXX-WXX-{number}" if number else UNKNOWN["D"]


def part_of_day(found: Found, story: Story) -> Meaning | None:
    """ "Friday morning", "this afternoon", "last night"."""
    if found.names_day:
        date = named_day(found, story)
    elif found.has("tonight"):
        date = story.published
    elif found.direction is None:
        date = story.near_day or story.published
    else:
        date = add_days(story.published, min(found.direction, 0)) if story.published else None
    return found.means(f"{_value(date, found)}T{found.word('PARTDAY', 'TONIGHT')}")


def clock(found: Found, story: Story) -> Meaning | None:
    """ "5 p.m. EST Friday", "08:30 UTC": on the day named nearby, first of all with it, else on the article's."""
    time = _time(found)
    if time is None:
        return None
    if found.names_day:
        date = named_day(found.behind_time(), story)
    elif story.sentence_day is None and (following := found.following()).names_day:
        date = named_day(following, story)
    else:
        date = (story.near_day if found.before else None) or story.published
    return found.means(f"{_value(date, found)}T{time}{found.word('ZONE') or ''}")


def _time(found: Found) -> str | None:
    first = found.words[0]
    whole = found.word("MIDDAY") or (None if found.has(":") else found.vocabulary.value("MILITARY", first))
    if whole:
        return str(whole)
    joined = found.word("HOURPM")
    hour = found.number("HOUR") if joined is None else int(joined[:-2])
    minute, half = 0, found.word("AMPM") or (joined[-2:] if joined else None)
    words = found.words
    if dotted := found.word("HOURDOT", "HOURDOTPM"):
        words = tuple(dotted.replace(":", " : ").split())
    if ":" in words:
        place = words.index(":")
        hour, after = int(words[place - 1]), words[place + 1]
        minute, half = int(after[:2]), after[2:] or half
    if hour is None or (half and not 1 <= hour <= _HALF_DAY):
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
    return f"{hour:02}:{minute:02}"
