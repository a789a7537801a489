"""What a language does with dates, numbers and plurals, as Unicode's CLDR has it: a thin layer over Babel.

Babel is imported when the first language is read, since `briefings annotate` starts without it.
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from mkdocs_briefings.errors import LanguageError

if TYPE_CHECKING:
    from babel import Locale

_EXACT = 12  # digits after the sign that parts them, of a figure told in words
_MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Cldr:
    """The rules of one locale."""

    locale: "Locale"
    numbers: dict[int, str] = field(default_factory=dict, compare=False)  # written so far: pages repeat small counts

    @classmethod
    def of(cls, name: str) -> Self:
        """Raises LanguageError for a locale that CLDR does not know. A name is such as "en-GB"."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415  see above

        try:
            return cls(Locale.parse(name, sep="-"))
        except (ValueError, UnknownLocaleError):
            expected = "one that Unicode's CLDR has, such as en-GB"
            raise LanguageError("unknown locale", found=name, expected=expected) from None

    @property
    def tag(self) -> str:
        """As browsers name it: "en-GB"."""
        return str(self.locale).replace("_", "-")

    @property
    def direction(self) -> str:
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    @property
    def plurals(self) -> frozenset[str]:
        """The forms that a counted thing takes: "one", "other"."""
        return frozenset([*self.locale.plural_form.tags, "other"])

    @property
    def ordinals(self) -> frozenset[str]:
        """The forms of "1st", "2nd": "one", "two", "few", "other"."""
        return frozenset([*self.locale.ordinal_form.tags, "other"])

    def plural(self, count: int) -> str:
        return self.locale.plural_form(count)

    def ordinal(self, number: int) -> str:
        """The form of "1st", "2nd": "one", "two"."""
        return self.locale.ordinal_form(number)

    def number(self, count: int) -> str:
        """With the signs that group its digits: "1,234"."""
        known = self.numbers.get(count)
        if known is None:
            known = self.numbers[count] = self._decimal(Decimal(count))
        return known

    def amount(self, value: Decimal) -> str:
        """From a million on in words: "5.43 billion"."""
        from babel.numbers import format_compact_decimal  # noqa: PLC0415

        if abs(value) < _MILLION:
            return self._decimal(value)
        return format_compact_decimal(value, format_type="long", locale=self.locale, fraction_digits=_EXACT)

    def _decimal(self, value: Decimal) -> str:
        """Every digit: "1,234.5"."""
        from babel.numbers import format_decimal  # noqa: PLC0415

        return format_decimal(value, locale=self.locale, decimal_quantization=False)

    def pattern(self, skeleton: str) -> str:
        """How the locale orders the parts of a date: "d MMM y" for "yMMMd"."""
        if skeleton == "yMMMMd":
            return str(self.locale.date_formats["long"].pattern)
        return str(self.locale.datetime_skeletons[skeleton].pattern)

    @property
    def days_of_a_month(self) -> tuple[str, str]:
        """Patterns for two days of one month: "d–" and "d MMM y"."""
        first, last = self.locale.interval_formats["yMMMd"]["d"]
        return first, last

    def formatted(self, day: datetime.date, pattern: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415

        return format_date(day, pattern, locale=self.locale)
