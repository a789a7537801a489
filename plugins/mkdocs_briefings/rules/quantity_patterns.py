"""Where numbers stand in a text, and what stands beside them, as regular expressions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.rules.quantity_records import QuantityFile


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityPatterns:
    """How a number, its unit and its comparator are found.

    Attributes:
        trigger: where a number may start.
        sign: a currency's sign right before a number, at the end of a text.
        number: one number or range with its scales and units, as named groups.
        comparator: what stands right before a number and compares it, at the end of a text.
        comparator_after: the same right behind a number: "or more".
        label: what makes a number a name: "resolution 242".
        label_reach: how many characters before a number its label takes at most.
        ranging: what makes "from 5 to 10" a range and no change, at the end of a text.
        again: all that stands between a number and another of the same thing.
    """

    trigger: re.Pattern[str]
    sign: re.Pattern[str]
    number: re.Pattern[str]
    comparator: re.Pattern[str]
    comparator_after: re.Pattern[str]
    label: re.Pattern[str]
    label_reach: int
    ranging: re.Pattern[str]
    again: re.Pattern[str]

    @classmethod
    def of(
        cls,
        read: QuantityFile,
        *,
        units: Mapping[str, str],
        time_units: frozenset[str],
        comparators: Iterable[str],
        measures: frozenset[str],
    ) -> Self:
        """Compile the patterns.

        Args:
            units: the words of units and currencies, singular and plural.
            measures: the forms of verbs that lead from one number to another.
        """
        after = _any(word for word in comparators if word.startswith("or "))
        return cls(
            trigger=_trigger(read),
            sign=re.compile(rf"(?<!\w)({_any(read.signs)})\s?\Z"),
            number=_number(read, units, time_units),
            comparator=re.compile(rf"\b({_any(comparators)})\s+(?:an?\s+|the\s+)?\Z", re.IGNORECASE),
            comparator_after=re.compile(rf"\s+({after})\b", re.IGNORECASE),
            label=re.compile(rf"\b(?:{_any(read.labels)})[\s-]\Z", re.IGNORECASE),
            label_reach=max(map(len, read.labels)) + 1,
            ranging=re.compile(rf"\b(?:{_any(read.ranging)})\s(from\s\S{{0,3}})\Z", re.IGNORECASE),
            again=_again(measures, read.averages),
        )


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


def _number(read: QuantityFile, units: Mapping[str, str], time_units: frozenset[str]) -> re.Pattern[str]:
    small = _any(read.numbers)
    scale = _any(read.scales)
    short = _any(read.short_scales)
    sign = rf"(?:{_any(read.signs)})\s?"
    digits = r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?"
    scaled = "".join(rf"|(?<={word})\sand\s" for word in read.scales)  # "three and four" are two numbers
    half = rf"half\san?(?=[\s-](?:{_any(units)})\b)"
    more = rf"(?:(?:[\s-]{scaled})(?:{small}|{scale})\b)*(?:\sand\sa\shalf(?:\s(?:{scale}))?)?"
    words = rf"(?:{half}|(?:(?:half\sa|an?)\s(?:{scale})|(?:{small})){more})"
    number = rf"(?:{digits}(?:(?:{short})\b|(?:[\s-](?:{scale})\b)+)?|\b(?:{words})\b)"
    part = rf"(?:half|(?:(?:an?|one|two|three|four)[\s-])(?:{_any(read.fractions)}))"
    of = rf"\s(?:of(?!\san?\s(?:{_any(time_units)})\b)|the|its|their|his|her|all)\b"
    links = "in|on|to|from|for|at|with|since|over|between|before|after|when|as|by|this|last|and|or|compared|while"
    alone = rf"[.,;:)]|\Z|\s(?:{links})\b"
    fraction = rf"\b{part}\b(?=(?P<of>{of})|{alone})"
    vague = (
        rf"\b(?:(?:tens|dozens|scores|hundreds|thousands)\sof\s)?(?:{_any(read.vague)})\b(?=\sof\b|\s(?:more\s)?\w+s\b)"
    )
    unit = rf"\s?%|[\s-]?(?:{_any(units)})\b"
    ends = rf"(?![\w]|[-–]\w+[-–]old|:\d|/\d|[.,]\d|\s(?:{_any(read.not_before)})\b|[\s-](?:{_any(time_units)})\b)"
    return re.compile(
        rf"(?:(?P<fraction>{fraction})|(?P<vague>{vague})|(?P<first>{number})(?P<first_unit>{unit})?"
        rf"(?:(?P<joint>\s?[-–—]\s?|\s(?:to|and|or)\s)(?P<sign>{sign})?(?P<second>{number})(?P<second_unit>{unit})?)?){ends}",
        re.IGNORECASE,
    )


def _again(measures: frozenset[str], averages: frozenset[str]) -> re.Pattern[str]:
    """ ", to", " a year, before slipping back to", " from an average of"."""
    rate = r"(?:\s(?:an?|per|each|every)\s[\w-]+)?"
    verb = rf"(?:,?\s(?:before|after|then|and|but))?(?:\s(?:{_any(measures)}))?"
    way = r"(?:\s(?:back|up|down|compared|again))*\s(?:from|to|against|with|versus)"
    return re.compile(rf"{rate},?{verb}{way}(?:\s(?:an?|the)\s(?:{_any(averages)})(?:\sof)?)?\s")


def _trigger(read: QuantityFile) -> re.Pattern[str]:
    """Digits, or a word that opens a number; grouped by first letter, for speed."""
    words = {*read.numbers, *read.vague, *read.scales, *read.fractions, "tens"}
    letters = sorted({word[0] for word in words})
    by_letter = {letter: _any(word[1:] for word in words if word[0] == letter) for letter in letters}
    grouped = "|".join(f"[{letter}{letter.upper()}](?:{rest})" for letter, rest in by_letter.items())
    opens = "".join(letter + letter.upper() for letter in letters)
    return re.compile(rf"\d(?:[\d,.]*\d)?|\b(?=[{opens}])(?:{grouped})\b")
