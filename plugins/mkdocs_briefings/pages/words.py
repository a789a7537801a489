"""The pages' own voice: words of the catalogue, with dates and numbers as its language writes them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Self

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import Amount, Fact
from mkdocs_briefings.pages.catalogue import Catalogue
from mkdocs_briefings.pages.date_words import DateWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    catalogue: Catalogue
    dates: DateWords

    @classmethod
    def load(cls, folders: Sequence[Path], language: str) -> Self:
        """Raises LanguageError. See `Catalogue.load`."""
        catalogue = Catalogue.load(folders, language)
        return cls(catalogue=catalogue, dates=DateWords(catalogue))

    @property
    def language(self) -> str:
        return self.catalogue.language

    @property
    def direction(self) -> str:
        return self.catalogue.cldr.direction

    def say(self, key: str, count: int | None = None, /, **values: object) -> str:
        """See `Catalogue.say`."""
        return self.catalogue.say(key, count, **values)

    def after_of(self, state: str | None, name: str) -> str:
        """The name of a state where it follows "of", which some languages write otherwise.

        Args:
            state: its ISO 3166 code; None for what is no state.
        """
        key = f"actor.of.{state}"
        return self.say(key) if key in self.catalogue else name

    def date(self, date: PartialDate, *, short: bool = False) -> str:
        return self.dates.of(date, short=short)

    def day(self, day: datetime.date, *, short: bool = False) -> str:
        return self.dates.of(PartialDate.day(day), short=short)

    def month(self, month: int, *, short: bool = False) -> str:
        return self.dates.month(month, short=short)

    def number(self, value: int) -> str:
        return self.catalogue.cldr.number(value)

    def figure(self, fact: Fact) -> str:
        """The number of a row, or the source's words for its day; empty where it has neither."""
        return self.amount(fact.amount) if fact.amount else fact.figure or ""

    def amount(self, amount: Amount) -> str:
        """A share or a sum: "~35%", "5.43 billion USD"."""
        told = self._told(amount.value)
        if amount.upper is not None:
            told = self.say("figure.range", low=told, high=self._told(amount.upper))
        if amount.unit == "%":
            return amount.sign + self.say("figure.share", number=told)
        return amount.sign + self.say("figure.sum", number=told, currency=amount.unit)

    def _told(self, value: Decimal) -> str:
        return self.catalogue.cldr.amount(value)
