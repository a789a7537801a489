"""Dates for a reader, in the words of the catalogue and the order of its language: "by 2030", "8–9 July 2024"."""

import re
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_briefings.dates import WINTER, PartialDate, Point
from mkdocs_briefings.pages.catalogue import Catalogue

Relation = Literal["before", "after", "between"]

_MARKS = {"~": "date.about", "?": "date.possibly", "%": "date.possibly_about"}
_SHORT_MONTH = re.compile(r"(?<![ML])(?:MMM|LLL)(?![ML])")


@dataclass(frozen=True, slots=True)
class DateWords:
    """Says each date once, and remembers it: pages repeat the same few hundred."""

    words: Catalogue
    said: dict[tuple[str, bool], str] = field(default_factory=dict)

    def of(self, date: PartialDate, *, short: bool = False) -> str:
        """The date as certain as it is.

        Args:
            short: with months as their abbreviations, "8 Aug 2025".
        """
        known = self.said.get((date.edtf, short))
        if known is None:
            known = self.said[date.edtf, short] = self._of(date, short=short)
        return known

    def month(self, month: int, *, short: bool = False) -> str:
        """Its name, standing alone."""
        return self._formatted(Point("2000", month, None, ""), "LLL" if short else "LLLL")

    def _of(self, date: PartialDate, *, short: bool) -> str:
        first, last = date.ends
        if first and last:
            return self._marked(first, short=short) if first == last else self._between(first, last, short=short)
        if last:
            return self._related("before", last, short=short)
        return self._related("after", first, short=short) if first else self.words.say("date.unknown")

    def _related(self, relation: Literal["before", "after"], point: Point, *, short: bool) -> str:
        key = self.words.form(f"date.{relation}", point.precision)
        return self.words.say(key, date=self._marked(point, short=short, relation=relation))

    def _between(self, first: Point, last: Point, *, short: bool) -> str:
        """ "8–9 July 2024", and "between 8 August and 31 December 2025" where the ends do not share a month."""
        one_year = first.year == last.year and first.month is not None and last.month != WINTER and not first.mark
        if one_year and first.month == last.month and first.day and last.day and not last.mark:
            start, end = (part if short else part.replace("MMM", "MMMM") for part in self.words.cldr.days_of_a_month)
            return self._formatted(first, start) + self._formatted(last, end)
        return self.words.say(
            "date.between",
            first=self._marked(first, short=short, year=not one_year, relation="between"),
            last=self._marked(last, short=short, relation="between"),
        )

    def _marked(self, point: Point, *, short: bool, year: bool = True, relation: Relation | Literal[""] = "") -> str:
        """A point with how sure it is, bent as the words before it ask: "dem 8. August"."""
        plain = self._plain(point, short=short, year=year)
        bent = f"date.in_{relation}.{point.precision}"
        if bent in self.words:
            plain = self.words.say(bent, date=plain, year=_first_year(point))
        return self.words.say(_MARKS[point.mark], date=plain) if point.mark else plain

    def _plain(self, point: Point, *, short: bool, year: bool) -> str:
        month = "MMM" if short else "MMMM"
        match point.precision:
            case "day":
                return self._formatted(point, self.words.cldr.pattern(f"y{month}d" if year else f"{month}d"))
            case "month":
                return (
                    self._formatted(point, self.words.cldr.pattern(f"y{month}"))
                    if year
                    else self.month(point.month or 1, short=short)
                )
            case "season":
                return self._season(point, year=year)
            case "decade":
                return self.words.say("date.decade", year=_first_year(point))
            case "century":
                return self._century(int(point.year[:2]) + 1)
        return self._formatted(point, self.words.cldr.pattern("y"))

    def _season(self, point: Point, *, year: bool) -> str:
        season = self.words.say(f"date.season.{point.month}")
        if not year:
            return season
        years = self._formatted(point, self.words.cldr.pattern("y"))
        if point.month == WINTER:
            after = int(point.year) + 1
            years = self.words.say("date.winter", first=years, last=f"{after % 100:02}" if after % 100 else after)
        return self.words.say("date.season_of", season=season, year=years)

    def _century(self, number: int) -> str:
        ordinal = self.words.say(self.words.form("date.ordinal", self.words.cldr.ordinal(number)), n=number)
        return self.words.say("date.century", ordinal=ordinal)

    def _formatted(self, point: Point, pattern: str) -> str:
        """The parts of the pattern; a month that the catalogue shortens in its own way stays as it has it."""
        own = f"date.month_short.{point.month}"
        if own in self.words:
            quoted = self.words.say(own).replace("'", "''")
            pattern = _SHORT_MONTH.sub(lambda _: f"'{quoted}'", pattern)
        return self.words.cldr.formatted(point.earliest, pattern)


def _first_year(point: Point) -> str:
    return point.year.replace("X", "0").lstrip("0")
