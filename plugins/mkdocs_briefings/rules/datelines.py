"""What a paragraph opens with that is no prose: datelines, bylines and credits, by the words of `datelines.yaml`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

import msgspec

from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.text import Span

_WORD = r"[A-Z][\w.'’-]*+"
_AGENCY = r"\s?(?:\(\s?[A-Z][^()\n]{0,40}\)|/\s?[A-Z][\w .-]{1,30}/)"
_DASH = r"[-–—]{1,2}(?=\s)|_(?=\s)"
_OPENS_PROSE = r"\s{1,3}(?=[\"“‘«']?[A-Z0-9])"
_NAMES = rf"{_WORD}(?:,?\s(?:and\s)?{_WORD}){{1,9}}"
_LONG_DASHES = frozenset(("—", "–", "--"))
_LONGEST = 250  # characters of a credit
_SHORTEST = 3  # letters of a place in capitals
_HEADLINE = 60  # characters: in capitals throughout they are no prose

IsPlace = Callable[[str], bool]


class DatelineFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    months: list[str]
    weekdays: list[str]
    place_words: list[str]
    bylines: list[str]
    credits: list[str]
    stamps: list[str]
    examples: list[str]
    counterexamples: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineRules:
    dateline: re.Pattern[str]
    whole_paragraph: re.Pattern[str]  # a byline, a credit or a stamp
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    @classmethod
    def load(cls, language: str) -> Self:
        read = load_yaml("datelines.yaml", DatelineFile, language)
        place = rf"{_WORD}(?:(?:\s(?:{_either(read.place_words)}))?(?:\s|\s?[/&]\s?){_WORD}){{0,5}}"
        month = rf"(?:{_either(read.months)})\.?"
        day = rf"(?:{month}\s\d{{1,2}}|\d{{1,2}}\s{month}|\d{{4}}-\d\d-\d\d)(?:,?\s\d{{4}})?"
        date = rf"(?:,?\s(?:{_either(read.weekdays)}))?\s?,?\s{day}"
        stated = rf"(?:(?:{date})(?:{_AGENCY})?|{_AGENCY})"
        return cls(
            dateline=re.compile(
                rf"\s?(?:(?P<place>{place})(?:\s?,\s{place}){{0,2}}?)?(?P<stated>{stated})?"
                rf"\s?(?:(?P<dash>{_DASH})(?:\s{day}:)?|:){_OPENS_PROSE}"
            ),
            whole_paragraph=re.compile(
                rf"(?i:{_either(read.bylines)})(?:\s{_NAMES}(?:\s(?:in|at)\s{place})?)?\Z"
                rf"|\(?(?:with\s)?(?i:{_either(read.credits)})\b(?:\s?:?\s[A-Z].*|\sagencies\W*)?\Z"
                rf"|(?i:{_either(read.stamps)})\b[^.]*\d[^.]{{0,30}}\Z"
            ),
            examples=tuple(read.examples),
            counterexamples=tuple(read.counterexamples),
        )

    def opening(self, text: str, paragraph: Span, is_place: IsPlace) -> Span | None:
        """The dateline, byline or credit a paragraph opens with; None: it opens with prose."""
        if len(paragraph) <= _LONGEST and self.whole_paragraph.match(text, paragraph.start, paragraph.end):
            return paragraph
        found = self.dateline.match(text, paragraph.start, paragraph.end)
        if not found or text[found.end() : min(paragraph.end, found.end() + _HEADLINE)].isupper():
            return None
        if not _is_dateline(found, text, paragraph, is_place):
            return None
        return Span(paragraph.start, found.end() - len(found[0]) + len(found[0].rstrip()))


def _is_dateline(found: re.Match[str], text: str, paragraph: Span, is_place: IsPlace) -> bool:
    """A date or an agency makes it sure; without them, capitals, a known place, or one long dash."""
    place, dash = found["place"], found["dash"]
    if place is None or found["stated"]:
        return found["stated"] is not None
    if is_place(place):
        return True
    if dash is None:
        return False
    loud = place.isupper() and len(place) >= _SHORTEST
    return loud or (dash in _LONG_DASHES and text.find(f" {dash} ", found.end(), paragraph.end) < 0)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
