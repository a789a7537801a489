"""Positions in a text, and the ways to name them: spans, tokens, quotations, anchors.

All offsets are code points into the text as it was read.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half open: the characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Self) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """Words that name a place in a text (W3C Web Annotation), with context where they stand twice."""

    exact: str
    prefix: str = ""
    suffix: str = ""


_REACHES = (0, 20, 40, 80, 160, 320)  # characters looked back on


def locate(text: str, selector: TextQuoteSelector) -> Span:
    """The one span the selector names. Blank space is alike, be it a space or the end of a line.

    Raises:
        EvidenceError: the words are not in the text, or stand there more than once.
    """
    whole = selector.prefix + selector.exact + selector.suffix
    parts = [_any_space(part) for part in (selector.prefix, selector.exact, selector.suffix)]
    found = re.finditer("(?={}({}){})".format(*parts), text) if selector.exact.strip() else iter(())
    first = next(found, None)
    if first is None:
        expected = "words copied from the article, as they stand there"
        raise EvidenceError("quotation not in its source", found=whole, expected=expected)
    if next(found, None):
        expected = "`prefix` or `suffix`, the words beside it, to tell which one is meant"
        raise EvidenceError("quotation stands more than once in its source", found=whole, expected=expected)
    return Span(*first.span(1))


def selector(text: str, span: Span) -> TextQuoteSelector:
    """What names the span: its words, with those before it that are needed to tell which place is meant."""
    exact = span.of(text)
    for reach in _REACHES:
        start = max(0, span.start - reach)
        before = text[start : span.start]
        prefix = before if start == 0 else before.partition(" ")[2]  # whole words
        if len(re.findall(f"(?={_any_space(prefix + exact)})", text)) == 1:
            break
    return TextQuoteSelector(exact=exact, prefix=prefix)


def _any_space(words: str) -> str:
    return "".join(r"\s+" if piece.isspace() else re.escape(piece) for piece in re.split(r"(\s+)", words))


def sentence_anchor(words: str) -> str:
    """An anchor made from content, so that a link survives edits elsewhere: `s-` and eight hex digits."""
    return "s-" + digest(words)


def digest(words: str, digits: int = 8) -> str:
    """The first hex digits of the words' SHA-256."""
    return hashlib.sha256(words.encode()).hexdigest()[:digits]


TOKEN = re.compile(
    r"[^\W_]++(?![.,'’]\S)"  # most words, told at once
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|['’](?:s|S|re|ve|ll|d|m)\b"  # the clitic is a token of its own
    r"|[^\W\d_]*n['’]t\b"  # didn't stays whole
    r"|[^\W_]+(?:[.,]\d+)*"  # a word, a number: 25, 5.43, 23rd, 1,000
    r"|\S"  # every other mark by itself
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel tuples: where each starts and ends, and its lower-case form."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lower: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        spans = [match.span() for match in TOKEN.finditer(text)]
        if not spans:
            return cls.none()
        starts, ends = zip(*spans, strict=True)
        return cls(starts, ends, tuple([text[start:end].lower() for start, end in spans]))

    @classmethod
    def none(cls) -> Self:
        return cls((), (), ())

    def __len__(self) -> int:
        return len(self.starts)

    def range(self, span: Span) -> range:
        """The indices of the tokens that lie inside the span."""
        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))

    def span(self, first: int, last: int) -> Span:
        """From the start of token `first` to the end of token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def words(self, span: Span) -> Iterator[str]:
        """The lower-case tokens inside the span, in order."""
        return (self.lower[index] for index in self.range(span))
