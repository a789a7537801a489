"""Quantities: numbers, units and comparators from `quantities.yaml`, compiled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Self, cast

import msgspec

from mkdocs_briefings.rules.lettering import Lettering
from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.morphology import verb_forms
from mkdocs_briefings.rules.word_classes import PARTICLE, PREPOSITION, VERB, WordClasses, by_looks

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NO_WORD = re.compile(r"[\s\d.,-]+")
_THOUSANDTH = Decimal("0.001")
_HUNDRED = 100
PART = "1"  # the unit of a part of a whole
RELATIVE = frozenset(("%", PART))
VOTE = "vote"  # the unit of both numbers of "121 to 14"
Comparator = Literal["=", "~", "<", "<=", ">", ">="]


class QuantityExample(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A sentence with one quantity, and what must be read from it."""

    text: str
    value: str
    unit: str
    measured: str | None


class QuantityFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """`quantities.yaml`."""

    numbers: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    fractions: dict[str, int]
    vague: dict[str, int]
    signs: dict[str, str]
    currencies: dict[str, str]
    units: dict[str, str]
    lengths: list[str]
    comparators: dict[str, list[str]]
    ranging: list[str]
    averages: list[str]
    verbs: list[str]
    particles: list[str]
    ballots: list[str]
    never_tallied: list[str]
    groups: list[str]
    differences: list[str]
    further: list[str]
    ordering: list[str]
    labels: list[str]
    not_before: list[str]
    time_units: list[str]
    plurals: dict[str, str]
    counted: list[str]
    casualty: list[str]
    relates: list[str]
    predicate: list[str]
    single: list[str]
    not_single: list[str]
    never_counted: list[str]
    measures: list[str]
    measures_otherwise: list[str]
    measures_never_nouns: list[str]
    changes: list[str]
    receiving: list[str]
    irregular: dict[str, list[str]]
    examples: list[QuantityExample]
    counterexamples: list[str]


@dataclass(frozen=True, slots=True)
class QuantityRules:
    """What the pass needs, ready to apply.

    Attributes:
        trigger: where a number may start.
        sign: a currency's sign right before a number, at the end of a text.
        number: one number or range with its scales and units, as named groups.
        comparator: what stands right before a number and compares it, at the end of a text.
        ranging: what makes "from 5 to 10" a range and no change, at the end of a text.
        again: all that stands between a number and another of the same thing.
        letters: the words' classes, with those that only quantities need.
    """

    trigger: re.Pattern[str]
    sign: re.Pattern[str]
    number: re.Pattern[str]
    comparator: re.Pattern[str]
    comparator_after: re.Pattern[str]
    label: re.Pattern[str]
    label_reach: int  # how many characters before a number its label takes at most
    ranging: re.Pattern[str]
    again: re.Pattern[str]
    letters: Lettering
    comparators: dict[str, Comparator]
    number_words: frozenset[str]  # of the two below
    numbers: dict[str, Decimal]
    scales: dict[str, Decimal]
    short_scales: dict[str, Decimal]
    fractions: dict[str, Decimal]
    vague: dict[str, Decimal]
    signs: dict[str, str]
    units: dict[str, str]  # a unit's or a currency's words, singular and plural, to its code
    currencies: frozenset[str]  # ISO 4217 codes
    lengths: frozenset[str]  # codes of units
    time_units: frozenset[str]
    ballots: frozenset[str]
    never_tallied: frozenset[str]
    groups: frozenset[str]
    differences: frozenset[str]
    further: frozenset[str]
    ordering: frozenset[str]
    plurals: dict[str, str]
    counted: frozenset[str]
    casualty: frozenset[str]
    relates: frozenset[str]
    predicate: frozenset[str]
    single: frozenset[str]
    not_single: frozenset[str]
    never_counted: frozenset[str]
    measures: frozenset[str]
    measures_only: frozenset[str]  # forms of them that are no nouns
    averages: frozenset[str]
    changes: frozenset[str]
    receiving: frozenset[str]
    examples: tuple[QuantityExample, ...]
    counterexamples: tuple[str, ...]
    words: WordClasses

    @classmethod
    def load(cls, language: str, words: WordClasses) -> Self:
        read = load_yaml("quantities.yaml", QuantityFile, language)
        units = read.units | read.currencies
        units |= {word + "s": code for word, code in units.items() if word[-1:].isalpha() and not word.endswith("s")}
        comparators = {word: cast("Comparator", sign) for sign, some in read.comparators.items() for word in some}
        time_units = frozenset(read.time_units) | {word + "s" for word in read.time_units}
        measures = _forms(read.measures, read.irregular)
        verb_words = {form for form in (*read.verbs, *_forms(read.verbs, read.irregular)) if not form.endswith("ing")}
        return cls(
            trigger=_trigger(read),
            sign=re.compile(rf"(?<!\w)({_any(read.signs)})\s?\Z"),
            number=_number(read, units, time_units),
            comparator=re.compile(rf"\b({_any(comparators)})\s+(?:an?\s+|the\s+)?\Z", re.IGNORECASE),
            comparator_after=re.compile(
                rf"\s+({_any(word for word in comparators if word.startswith('or '))})\b", re.IGNORECASE
            ),
            label=re.compile(rf"\b(?:{_any(read.labels)})[\s-]\Z", re.IGNORECASE),
            label_reach=max(map(len, read.labels)) + 1,
            ranging=re.compile(rf"\b(?:{_any(read.ranging)})\s(from\s\S{{0,3}})\Z", re.IGNORECASE),
            again=_again(measures, read.averages),
            letters=Lettering(
                words.letters
                | dict.fromkeys(verb_words, VERB)
                | dict.fromkeys(read.particles, PARTICLE)
                | {"worth": PREPOSITION},
                by_looks,
            ),
            comparators=comparators,
            number_words=frozenset((*read.numbers, *read.scales)),
            numbers=_decimals(read.numbers),
            scales=_decimals(read.scales),
            short_scales=_decimals(read.short_scales),
            fractions=_decimals(read.fractions),
            vague=_decimals(read.vague) | {"tens": Decimal(10)},
            signs=read.signs,
            units=units,
            currencies=frozenset((read.signs | read.currencies).values()),
            lengths=frozenset(read.lengths),
            time_units=time_units,
            ballots=frozenset(read.ballots),
            never_tallied=frozenset(read.never_tallied),
            groups=frozenset(read.groups),
            differences=frozenset(read.differences),
            further=frozenset(read.further),
            ordering=frozenset(read.ordering),
            plurals=read.plurals,
            counted=frozenset(read.counted),
            casualty=frozenset(read.casualty),
            relates=frozenset(read.relates),
            predicate=frozenset(read.predicate),
            single=frozenset(read.single),
            not_single=frozenset(read.not_single) | time_units,
            never_counted=frozenset(read.never_counted),
            measures=measures | frozenset(read.measures_otherwise),
            measures_only=_forms(read.measures_never_nouns, read.irregular) | frozenset(read.measures_otherwise),
            averages=frozenset(read.averages),
            changes=_forms(read.changes, read.irregular),
            receiving=_forms(read.receiving, read.irregular),
            examples=tuple(read.examples),
            counterexamples=tuple(read.counterexamples),
            words=words,
        )

    def unit(self, words: str | None) -> str | None:
        """The code of a unit or currency as written."""
        return self.units.get(" ".join(words.lower().strip(" -").split())) if words else None

    def sign_unit(self, sign: str) -> str:
        return self.signs[sign]

    def fraction(self, words: str) -> Decimal:
        """ "two-thirds" to 0.667."""
        *count, part = words.lower().replace("-", " ").split()
        times = self.numbers.get(count[0], Decimal(1)) if count else Decimal(1)
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
                current += self.numbers.get(word, Decimal(0))
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


def _decimals(words: dict[str, int]) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in words.items()}


def _forms(lemmas: list[str], irregular: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma, irregular.get(lemma, ())))


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


def _number(read: QuantityFile, units: dict[str, str], time_units: frozenset[str]) -> re.Pattern[str]:
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


def _again(measures: frozenset[str], averages: list[str]) -> re.Pattern[str]:
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
