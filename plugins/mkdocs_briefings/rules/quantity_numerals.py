"""What the words of a number are worth."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from mkdocs_briefings.rules.quantity_records import QuantityFile

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NO_WORD = re.compile(r"[\s\d.,-]+")
_THOUSANDTH = Decimal("0.001")
_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """Words in lower case, each with its number."""

    words: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    short_scales: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    vague: Mapping[str, Decimal]

    @classmethod
    def of(cls, read: QuantityFile) -> Self:
        return cls(
            words=_decimals(read.numbers),
            scales=_decimals(read.scales),
            short_scales=_decimals(read.short_scales),
            fractions=_decimals(read.fractions),
            vague=_decimals(read.vague) | {"tens": Decimal(10)},
        )

    def fraction(self, words: str) -> Decimal:
        """ "two-thirds" to 0.667."""
        *count, part = words.lower().replace("-", " ").split()
        times = self.words.get(count[0], Decimal(1)) if count else Decimal(1)
        return (times / self.fractions[part]).quantize(_THOUSANDTH).normalize()

    def vague_value(self, words: str) -> Decimal:
        """The number that "thousands", or "hundreds of thousands", exceed."""
        value = Decimal(1)
        for word in words.lower().split():
            value *= self.vague.get(word, Decimal(1))
        return value

    def scale(self, words: str) -> Decimal:
        """What the words after the digits multiply them by: "lakh crore"."""
        scale = Decimal(1)
        for word in _NO_WORD.split(words.lower()):
            scale *= self.scales.get(word, self.short_scales.get(word, Decimal(1)))
        return scale

    def value(self, words: str) -> Decimal:
        """The number that digits or words stand for."""
        digits = _DIGITS.match(words)
        if digits:
            return _plain(Decimal(digits[0].replace(",", "")) * self.scale(words[digits.end() :]))
        total = current = Decimal(0)
        for word in words.lower().replace("-", " ").split():
            scale = self.scales.get(word)
            if word == "half":
                current += Decimal("0.5")
            elif scale is None:
                current += self.words.get(word, Decimal(0))
            elif scale <= _HUNDRED:  # "two hundred" goes on: "two hundred thousand"
                current = (current or 1) * scale
            elif current:
                total, current = total + current * scale, Decimal(0)
            else:
                total = (total or 1) * scale
        return _plain(total + current)


def _plain(value: Decimal) -> Decimal:
    """Without a fraction of zeros: 1.5 million is 1500000."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _decimals(words: Mapping[str, int]) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in words.items()}
