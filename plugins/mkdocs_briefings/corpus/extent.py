"""From when to when a number of dates reach."""

import datetime
from collections.abc import Iterable

from mkdocs_briefings.dates import PartialDate


def extent(dates: Iterable[PartialDate]) -> tuple[PartialDate, ...]:
    """The first and the last month that any of the dates may fall in, as years where they tell no month.

    One where both are the same; none where no day is known.
    """
    known = tuple(dates)
    firsts = [(day, date) for date in known if (day := date.earliest or date.latest)]
    lasts = [(day, date) for date in known if (day := date.latest or date.earliest)]
    if not firsts:
        return ()
    first, last = min(firsts, key=lambda pair: pair[0]), max(lasts, key=lambda pair: pair[0])
    return tuple(dict.fromkeys((_period(*first), _period(*last))))


def _period(day: datetime.date, date: PartialDate) -> PartialDate:
    start, _, end = date.edtf.partition("/")
    point = end if end and day == date.latest else start if start not in ("", "..") else end
    tells_month = PartialDate(point).precision in ("day", "month")
    return PartialDate(f"{day.year:04}-{day.month:02}" if tells_month else f"{day.year:04}")
