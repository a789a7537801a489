"""Paragraphs and sentences: the rules of `sentences.yaml`, compiled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import msgspec

from mkdocs_briefings.rules.datelines import DatelineRules, IsPlace
from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.text import Span

_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")  # from its first to its last visible character
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|$)")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[^\W\d_]|\.(?=[^\W\d_]))*+$")
_OPENS = re.compile(r"\s+[\"'“‘«(\[]*(\w+|.)", re.DOTALL)
_FULL_LINE = 55  # characters; a hard-wrapped line that is longer goes on below, even after a full stop
_WRAPPED_SHARE = 0.3  # of line breaks before a lower-case word: the text is hard-wrapped


class Abbreviations(msgspec.Struct, forbid_unknown_fields=True):
    before_name: list[str]
    before_opener: list[str]
    before_capital: list[str]
    openers: list[str]
    examples: list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRules:
    before_name: frozenset[str]
    before_opener: frozenset[str]
    before_capital: frozenset[str]
    openers: frozenset[str]
    datelines: DatelineRules
    examples: tuple[tuple[str, ...], ...]

    @classmethod
    def load(cls, language: str) -> Self:
        read = load_yaml("sentences.yaml", Abbreviations, language)
        return cls(
            before_name=frozenset(read.before_name),
            before_opener=frozenset(read.before_opener),
            before_capital=frozenset(read.before_capital),
            openers=frozenset(read.openers),
            datelines=DatelineRules.load(language),
            examples=tuple(tuple(example) for example in read.examples),
        )

    def paragraphs(self, text: str) -> tuple[Span, ...]:
        """Lines of their own, or lines joined where the text is hard-wrapped; blank space is outside."""
        lines = [Span(*match.span()) for match in _LINE.finditer(text)]
        breaks = list(pairwise(lines))
        soft = sum(text[below.start].islower() for _, below in breaks)
        if not breaks or soft < _WRAPPED_SHARE * len(breaks):
            return tuple(lines)
        joined = lines[:1]
        for above, below in breaks:
            if _is_soft(text, above, below):
                joined[-1] = Span(joined[-1].start, below.end)
            else:
                joined.append(below)
        return tuple(joined)

    def sentences(self, text: str, paragraph: Span, is_place: IsPlace) -> Iterator[tuple[Span, bool]]:
        """The sentences of a paragraph, each with whether it is prose; a dateline or byline stands by itself."""
        opening = self.datelines.opening(text, paragraph, is_place)
        start = paragraph.start
        if opening:
            yield opening, False
            start = _after_space(text, opening.end, paragraph.end)
        for span in self.split(text, Span(start, paragraph.end)):
            yield span, True

    def split(self, text: str, paragraph: Span) -> Iterator[Span]:
        """The sentences of a paragraph, without the blank space between them."""
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            if self._ends(text, match, paragraph.end):
                yield Span(start, match.end())
                start = _after_space(text, match.end(), paragraph.end)
        if start < paragraph.end:
            yield Span(start, paragraph.end)

    def _ends(self, text: str, match: re.Match[str], paragraph_end: int) -> bool:
        opens = _OPENS.match(text, match.end(), paragraph_end)
        if not opens:
            return True
        following = opens[1]
        if following[0].islower() or following in ",;:–—-":
            return False
        if match[0][0] != "." or len(match[0].rstrip("\"'”’»)]")) > 1:
            return True
        before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        word = before[0].lower() if before else ""
        if word in self.before_name or (len(word) == 1 and word != "i" and match[0] == "."):
            return False
        if word in self.before_opener:
            return following.lower() in self.openers
        return following[0].isupper() or word not in self.before_capital


def _after_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _is_soft(text: str, above: Span, below: Span) -> bool:
    """The line break lies inside a paragraph: no blank line, no indent, no sentence that ends a short line."""
    between = text[above.end : below.start]
    if between.count("\n") > 1 or between.endswith(("  ", "\t")):
        return False
    return text[below.start].islower() or text[above.end - 1] not in ".!?:\"'”’" or len(above) > _FULL_LINE
