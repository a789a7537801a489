"""A text folded for reading: each quoted stretch is one item, each item one letter."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotate.quotation.marks import MARKS, stretches
from mkdocs_briefings.annotations import Document, Sentence
from mkdocs_briefings.rules.lettering import Lettering
from mkdocs_briefings.rules.word_classes import CUE, DASH, NAME, QUANTIFIER, QUOTED, WordClasses
from mkdocs_briefings.text import Span

Range = tuple[int, int]  # items, half open
_UNSURE = frozenset(("", "-", "many", "much"))
_BEFORE_A_TITLE = "if'uNhme"
_SMALL_WORD = r"(?:of|the|a|an|in|on|to|and|for|with|at|by|from|&)"
_TITLE_WORD = r"[A-Z0-9][\w’'.:&-]*"
_TITLE = re.compile(
    rf"[{MARKS}\s]+(?:{_TITLE_WORD}|{_SMALL_WORD})(?:[\s,:-]+(?:{_TITLE_WORD}|{_SMALL_WORD})){{0,9}}[,.!]?[{MARKS}\s]+"
)
_HEADLINE = 150  # characters
_CAPITALS = 0.5  # share of the items
_SPEECH_END = frozenset(",.?!…—–-")
LONGEST = 400  # items; a longer sentence is read in pieces
_SPEAKER_NEXT = re.compile(r"(?:pa?|[dq]?[Nu.]{1,6}(?:,[^,.]{1,15},)?a?)[VZ]|[VZ][pdqN]")


@dataclass(frozen=True, slots=True)
class Folded:
    """The items of a text, as parallel sequences, and its sentences as ranges of items."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]  # as written; "" for a quoted stretch
    letters: str
    backwards: str  # the letters from last to first
    sentences: list[range]
    paragraphs: list[int]  # the number of each sentence's paragraph

    def back(self, item: int) -> int:
        """Where a match to the left of `item` starts in `backwards`."""
        return len(self.letters) - item

    def comma_inside(self, item: int) -> bool:
        """The quoted stretch has a comma right before its closing mark."""
        return self.text[self.ends[item] - 2 : self.ends[item]].startswith(",")

    def ends_speech(self, item: int) -> bool:
        """The quoted stretch ends as speech does before its speaker: in a mark of its own, or before a comma."""
        last = self.text[self.ends[item] - 4 : self.ends[item]].rstrip(MARKS + " ")[-1:]
        return last in _SPEECH_END or self.letters[item + 1 : item + 2] == ","

    def quoted(self) -> Iterator[Span]:
        """The quoted stretches, titles among them."""
        return (self.span(at, at + 1) for at, word in enumerate(self.words) if not word)

    def span(self, first: int, end: int) -> Span:
        """The characters from item `first` up to, not including, item `end`."""
        return Span(self.starts[first], self.ends[end - 1])


def fold(document: Document, classes: WordClasses) -> Folded:
    text = document.text
    starts, ends, quoted = _items(document)
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    for at in quoted:
        words[at] = ""
    letters = _lettered(document, words, starts, ends, classes.letters)
    return Folded(text, starts, ends, words, letters, letters[::-1], *_sentences(document, starts, letters))


def _items(document: Document) -> tuple[list[int], list[int], list[int]]:
    """Where the items start and end, and which of them are quoted stretches."""
    tokens = document.tokens
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[int] = []
    done = 0
    for stretch in stretches(document.text, document.paragraphs):
        until = bisect_left(tokens.starts, stretch.start, done)
        starts += [*tokens.starts[done:until], stretch.start]
        ends += [*tokens.ends[done:until], stretch.end]
        quoted.append(len(starts) - 1)
        done = bisect_left(tokens.starts, stretch.end, until)
    return starts + list(tokens.starts[done:]), ends + list(tokens.ends[done:]), quoted


def _lettered(document: Document, words: list[str], starts: list[int], ends: list[int], lettering: Lettering) -> str:
    """The letters of all items; headlines, dashes and quoted titles by what is around them."""
    letters = [lettering[word] for word in words]
    for headline in _headlines(document, starts, letters):
        inside = slice(headline.start + 1, headline.stop)
        letters[inside] = [lettering[word.lower()] for word in words[inside]]
    for first in [bisect_left(starts, sentence.span.start) for sentence in document.sentences]:
        if first < len(words) and lettering[words[first].lower()] == CUE["gerund"]:
            letters[first] = CUE["gerund"]
    for at in [at for at, word in enumerate(words) if word in _UNSURE and at]:
        if words[at] == "-" and starts[at] > ends[at - 1]:  # a hyphen with a space before it is a dash
            letters[at] = DASH
        elif words[at - 1] == "as" and words[at + 1 : at + 2] == ["as"]:  # "as many as six"
            letters[at - 1 : at + 2] = QUANTIFIER * 3
        elif letters[at] == QUOTED and _is_title(document.text[starts[at] : ends[at]], letters[at - 1]):
            letters[at] = NAME
    return "".join(letters)


def _is_title(stretch: str, letter_before: str) -> bool:
    """ "on “Morning Post”": capitalised, and grown together with what is before it."""
    return letter_before in _BEFORE_A_TITLE and _TITLE.fullmatch(stretch) is not None


def _headlines(document: Document, starts: list[int], letters: list[str]) -> Iterator[range]:
    """Short lines With Most Words Capitalised, where capitals tell no names."""
    for paragraph in document.paragraphs:
        if len(paragraph) <= _HEADLINE:
            items = range(bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end))
            capitals = letters[items.start : items.stop].count(NAME)
            if len(items) > capitals >= _CAPITALS * len(items):
                yield items


def _sentences(document: Document, starts: list[int], letters: str) -> tuple[list[range], list[int]]:
    """The document's prose in items; none ends inside a quoted stretch, or between a question and its speaker."""
    firsts: list[int] = []
    opening: list[Sentence] = []
    before: Sentence | None = None
    for sentence in document.sentences:
        first = bisect_left(starts, sentence.span.start)
        goes_on = before and before.is_prose and before.paragraph == sentence.paragraph
        before = sentence
        if first == len(starts) or (
            goes_on and (starts[first] != sentence.span.start or _goes_on(document.text, starts, first, letters))
        ):
            continue
        firsts.append(first)
        opening.append(sentence)
    ends = [*firsts[1:], len(starts)] if firsts else []
    pieces = [
        (range(piece, min(piece + LONGEST, end)), sentence.paragraph)
        for first, end, sentence in zip(firsts, ends, opening, strict=True)
        if sentence.is_prose
        for piece in range(first, end, LONGEST)
    ]
    return [piece for piece, _ in pieces], [number for _, number in pieces]


def _goes_on(text: str, starts: list[int], first: int, letters: str) -> bool:
    """The quotation before is signed ("…" — Ruiz), or it asks or exclaims and its speaker follows."""
    if letters[first - 1] != QUOTED:
        return False
    last = text[starts[first] - 4 : starts[first]].strip(MARKS + " ")[-1:]
    return letters[first] == DASH or (last in {"?", "!"} and _SPEAKER_NEXT.match(letters, first) is not None)
