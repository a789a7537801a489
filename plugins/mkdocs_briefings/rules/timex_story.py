"""What a text has said of time so far."""

import datetime
from dataclasses import dataclass, field

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.text import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A date and the words that named it."""

    date: PartialDate
    span: Span
    has_year: bool  # the words state it


@dataclass(slots=True)
class Story:
    """The times a text has named so far."""

    published: datetime.date | None
    last: Named | None = None  # the last date
    day: Named | None = None  # the last date that is a day
    sentence_day: datetime.date | None = None  # the last day in this sentence
    year: Named | None = None  # the last date of one year that the text told with it
    dated: datetime.date | None = None  # the last day told with its year
    stated: dict[tuple[int, int], int] = field(default_factory=dict)  # by month and day, the year told with it last
    previous_day: datetime.date | None = None  # the last day in the sentence before
    quarter: tuple[int, int] | None = None  # the last completed quarter: year, number
    sentence: range = range(0)  # its tokens

    def anchor(self, unit: str) -> Named | None:
        """What to count from: the date last named where it is no longer than the unit, else for days the last day."""
        last = self.last
        if last is None or last.date.earliest is None or last.date.latest is None:
            return None
        if unit == "Y" and self.year and not last.has_year:
            return self.year
        if (unit == "Y" and last.date.earliest.year == last.date.latest.year) or last.date.precision == "day":
            return last
        if unit == "M" and last.date.precision == "month":
            return last
        return self.day if unit in ("D", "W") else None

    @property
    def near_day(self) -> datetime.date | None:
        """The last day named in this sentence, or in the one before if it is no day to come."""
        return self.sentence_day or self.previous_day

    def enter(self, sentence: range) -> None:
        """Go on to the sentence of these tokens."""
        if sentence != self.sentence:
            told, published = self.sentence_day, self.published
            follows = sentence.start == self.sentence.stop and not (told and published and told > published)
            self.previous_day = told if follows else None
            self.sentence, self.sentence_day = sentence, None

    def note(self, date: PartialDate, span: Span, *, has_year: bool) -> None:
        """Remember a date that the text has named."""
        self.last = Named(date, span, has_year)
        if has_year and date.earliest and date.latest and date.earliest.year == date.latest.year:
            self.year = self.last
        if date.is_exact_day:
            self.day, self.sentence_day = self.last, date.earliest
        if date.is_exact_day and date.earliest and has_year:
            self.dated = date.earliest
            self.stated[date.earliest.month, date.earliest.day] = date.earliest.year
