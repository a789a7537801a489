"""The year of a date: stated, pointed at ("6 December last year"), named before, or the nearest to the article's."""

import datetime

from mkdocs_briefings.rules.timex_calendar import nearest_year
from mkdocs_briefings.rules.timex_found import Found
from mkdocs_briefings.rules.timex_story import Story

_SHORT_YEAR_TURNS = 50  # '82 is of the last century, '25 of this one
_FAR = 60  # days; a day of the year that lies nearer to the article is hardly that of a year named before
_MID_MONTH = 15
_NEAR = 45  # days from one day of a story to the next


def year_of(found: Found, story: Story) -> int | None:
    """The year the words state, or point at: "next year", "that year", "the third quarter of the year"."""
    year = stated_year(found)
    if year is not None or not found.has("year"):
        return year
    step = found.number("STEP")
    if found.direction is None and step is not None:  # "that year", "the following year"
        named = story.anchor("Y")
        return named.date.earliest.year + step if named and named.date.earliest else None
    if story.published is None:
        return None
    return story.published.year - 1 if found.has("ago") else story.published.year + (found.direction or 0)


def stated_year(found: Found) -> int | None:
    """2025, '25, or in words."""
    year = found.number("YEAR", "OLDYEAR", "FISCALYEAR")
    if year is None and found.has_class("SPELT"):
        numbers = [found.vocabulary.value("SPELTNUM", word) for word in found.words]
        spoken = [number for number in numbers if isinstance(number, int)]
        return 100 * spoken[0] + sum(spoken[1:])
    if year is None and found.has_class("APOS") and (short := found.number("YY")) is not None:
        return full_year(short)
    return year


def full_year(short: int) -> int:
    return short + (2000 if short < _SHORT_YEAR_TURNS else 1900)


def year_of_day(found: Found, month: int, day: int, story: Story) -> int | None:
    """The year of a day: as `year_of` has it, else told before, else the nearest to the article's day."""
    if found.has("year") or stated_year(found) is not None:
        return year_of(found, story)
    if found.follows_year and story.last and story.last.date.earliest and story.last.date.precision == "year":
        return story.last.date.earliest.year
    if story.published is None:
        return story.stated.get((month, day)) or _beside(story.dated, month, day)
    nearest = nearest_year(month, day, story.published, pull=found.pull)
    if nearest is None:
        return None
    guess = datetime.date(nearest, month, day)
    away = (guess - story.published).days
    return _told_year(found, guess, away, story) or (nearest - 1 if found.behind and away > 0 else nearest)


def _told_year(found: Found, guess: datetime.date, away: int, story: Story) -> int | None:
    """The year that the text told with this day before, or with a day beside it just before, if the guess is so many
    days away from the article that it is no better."""
    stated = story.stated.get((guess.month, guess.day))
    if stated and abs(away) > _FAR:
        return stated
    is_recent = -_FAR <= away <= 0
    if found.ahead or is_recent or story.dated != story.near_day:
        return None
    return _beside(story.dated, guess.month, guess.day)


def _beside(told: datetime.date | None, month: int, day: int) -> int | None:
    """The year in which a day lies in the weeks around one that the text told with its year."""
    year = nearest_year(month, day, told, pull=0) if told else None
    return year if told and year and abs((datetime.date(year, month, day) - told).days) <= _NEAR else None


def year_of_month(found: Found, month: int, story: Story) -> int | None:
    """The year of a month: as `year_of` has it, else of the last that has begun, or of the next after words of the
    future. Without a day of publication, of the one next to a day that the text told with its year."""
    if found.has("year") or stated_year(found) is not None:
        return year_of(found, story)
    published = story.published
    if published:
        return _from_published(found, month, published)
    return _beside(story.dated, month, _MID_MONTH) if found.direction is None else None


def _from_published(found: Found, month: int, published: datetime.date) -> int:
    direction = found.direction
    if direction is None:
        return published.year + (month < published.month if found.ahead else -(month > published.month))
    if direction > 0:
        return published.year + (month <= published.month)
    return published.year - (month >= published.month) if direction < 0 else published.year
