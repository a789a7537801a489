"""Word classes for temporal expressions: every word form becomes one letter, a text a string of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.rules.lettering import Lettering
from mkdocs_briefings.text import Tokens

Value = int | float | str
Classes = Mapping[str, Mapping[str, Value] | list[str]]  # word forms with their meaning, or alone

OTHER = " "  # the letter of a word that no class holds
_FIRST_LETTER = 0xE000  # of Unicode's private use area, so that no letter means anything to a regular expression
_FIGURES = chr(_FIRST_LETTER)  # the letter of numbers that are not listed
_DOTS = chr(_FIRST_LETTER + 1)  # the letter of dates written with dots
_NUMERAL = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_DOTTED = re.compile(r"[0-3]?\d\.[01]?\d\.(?:19|20)\d\d")  # 31.12.2024


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that belong to the same classes share a letter, so a class is a set of letters."""

    values: Mapping[str, Mapping[str, Value]]  # class -> word form -> what it means
    letter: Lettering  # word form -> its letter
    letters: Mapping[str, str]  # class, or literal word -> the letters of its words
    capitalised: re.Pattern[str]  # letters of words that count only with a capital: May, March, Sun

    @classmethod
    def build(
        cls, classes: Classes, literals: Iterable[str], capitalised: Iterable[str], aliases: Mapping[str, str]
    ) -> Self:
        """Make letters for all words of the classes, of our numerals, and for words that patterns name.

        Args:
            capitalised: classes whose words count only with a capital.
            aliases: marks that are read as others, as the non-breaking hyphen is.
        """
        values = {name: _with_meanings(words) for name, words in classes.items()}
        for name, words in numerals().items():
            values.setdefault(name, {}).update(words)
        homes: dict[str, set[str]] = {}
        for name, words in values.items():
            for word in words:
                homes.setdefault(word, set()).add(name)
        for word in literals:
            homes.setdefault(word, set()).add(word)
        groups = {frozenset({"DIGITS"}): _FIGURES, frozenset({"DOTTED"}): _DOTS}
        letter = {
            word: groups.setdefault(frozenset(names), chr(_FIRST_LETTER + len(groups))) for word, names in homes.items()
        }
        letter |= {mark: letter[other] for mark, other in aliases.items()}
        letters: dict[str, str] = {}
        for names, own in groups.items():
            for name in names:
                letters[name] = letters.get(name, "") + own
        proper = "".join(letters[name] for name in capitalised)
        return cls(values, Lettering(letter, _unlisted), letters, re.compile(f"[{proper}]"))

    def spell(self, text: str, tokens: Tokens) -> str:
        """The text as letters, one a token."""
        letter = self.letter
        spelt = "".join([letter[word] for word in tokens.lower])
        common = [
            match.start()
            for match in self.capitalised.finditer(spelt)
            if not text[tokens.starts[match.start()]].isupper()
        ]
        if common:
            changed = list(spelt)
            for index in common:
                changed[index] = OTHER
            spelt = "".join(changed)
        return spelt

    def value(self, name: str, word: str) -> Value | None:
        """What a word means as one of a class; None where it is none."""
        known = self.values[name].get(word)
        if known is None and name == "DIGITS" and _NUMERAL.fullmatch(word):
            return float(word.replace(",", ""))
        return known


def _unlisted(word: str) -> str:
    if word < ":" and _NUMERAL.fullmatch(word):
        return _FIGURES
    return _DOTS if word < ":" and _DOTTED.fullmatch(word) else OTHER


def _with_meanings(words: Mapping[str, Value] | list[str]) -> dict[str, Value]:
    return dict.fromkeys(words, 1) if isinstance(words, list) else dict(words)


def numerals() -> dict[str, dict[str, Value]]:
    """Word forms made of digits, by the classes they can belong to."""
    days = range(1, 32)
    digits: dict[str, Value] = {str(n): n for n in range(1000)}
    digits |= {f"{n / 100:.2f}": n / 100 for n in range(2400)}  # they may be times as well: HOURDOT
    classes: dict[str, dict[str, Value]] = {
        "DOM": {form: n for n in days for form in (str(n), f"{n:02}")},
        "DOMTH": {f"{n}{ending}": n for n in days for ending in ("st", "nd", "rd", "th")},
        "MM": {form: n for n in range(1, 13) for form in (str(n), f"{n:02}")},
        "NTH": {f"{n}{ending}": n for n in range(1, 100) for ending in ("st", "nd", "rd", "th")},
        "DIGITS": digits,
        "HOUR": {form: n for n in range(24) for form in (str(n), f"{n:02}")},
        "MINUTE": {f"{n:02}": n for n in range(60)},
        "HOURDOT": {f"{hour}.{n:02}": f"{hour}:{n:02}" for hour in range(24) for n in range(60)},
        "HOURDOTPM": {
            f"{n}.{minute:02}{half}": f"{n}:{minute:02}{half}"
            for n in range(1, 13)
            for minute in range(60)
            for half in ("am", "pm")
        },
        "MILITARY": {f"{hour:02}{minute:02}": f"{hour:02}:{minute:02}" for hour in range(24) for minute in range(60)},
        "HOURPM": {f"{n}{half}": f"{n}{half}" for n in range(1, 13) for half in ("am", "pm")},
        "MINUTEPM": {f"{n:02}{half}": f"{n:02}{half}" for n in range(60) for half in ("am", "pm")},
        "YY": {f"{n:02}": n for n in range(100)},
        "YEAR": {str(year): year for year in range(1900, 2100)},
        "OLDYEAR": {str(year): year for year in range(1000, 1900)},
        "DECADE": {f"{year}s": year // 10 for year in range(1000, 2100, 10)},
        "DECADE2": {f"{n}s": 190 + n // 10 for n in range(20, 100, 10)},
        "FISCALYEAR": {form: year for year in range(1960, 2060) for form in (f"fy{year}", f"fy{year % 100:02}")},
    }
    return classes
