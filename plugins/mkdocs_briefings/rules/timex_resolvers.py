"""From matched words to TIMEX3 values: the few ways there are, by the name that a rule's `resolve` gives.

A resolver gives None where the words name no time after all ("31 February"): nothing is annotated then.
It raises OverflowError where they lead out of the calendar ("20,000 years ago").
"""

from collections.abc import Callable
from typing import Final

from mkdocs_briefings.rules import timex_dates as dates
from mkdocs_briefings.rules import timex_days as days
from mkdocs_briefings.rules import timex_figures as figures
from mkdocs_briefings.rules import timex_lengths as lengths
from mkdocs_briefings.rules import timex_relative as relative
from mkdocs_briefings.rules.timex_found import Found, Meaning
from mkdocs_briefings.rules.timex_story import Story

Resolver = Callable[[Found, Story], Meaning | None]


def constant(found: Found, _story: Story) -> Meaning | None:
    """The rule's own `value`: PRESENT_REF, PAST_REF, FUTURE_REF, or a date everybody knows."""
    return found.means(found.setting("value"))


def nothing(_found: Found, _story: Story) -> Meaning | None:
    """Words that look like a time and are none: "Black Friday", "a 34-year-old"."""
    return None


RESOLVERS: Final[dict[str, Resolver]] = {
    resolver.__name__: resolver
    for resolver in (
        *(dates.absolute, dates.known_day, dates.shared, dates.nth_weekday, dates.part_of_month, dates.holiday),
        *(dates.year, dates.fiscal_year, dates.decade, dates.century, dates.season, dates.quarter),
        *(figures.days_of_month, figures.iso, figures.dotted, figures.numeric, figures.years),
        *(days.day, days.day_of_week, days.day_of_month, days.same_day, days.day_just_named, days.in_the_day),
        *(days.part_of_day, days.clock),
        *(
            relative.unit,
            relative.next_unit,
            relative.anchored,
            relative.anchored_day,
            relative.weekend,
            relative.last_quarter,
            relative.year_before,
        ),
        *(relative.offset, relative.offset_of_days, relative.offset_from_last, relative.anniversary, relative.this_day),
        *(lengths.duration, lengths.every, constant, nothing),
    )
}
