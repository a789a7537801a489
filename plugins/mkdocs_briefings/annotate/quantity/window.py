"""The words on both sides of a number, each with the letter of its class."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotate.quantity.figures import Figure
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.rules.quantities import QuantityRules
from mkdocs_briefings.rules.word_classes import PREPOSITION, Lettering
from mkdocs_briefings.text import Span

UNRELATED = "I"  # the letter of a preposition that tells of place or manner: "across the line"
_LEFT, _RIGHT = 30, 24  # tokens
_FULL_STOPS = frozenset((".", "?", "!"))


@dataclass(frozen=True, slots=True)
class Window:
    """The words around one number, inside its sentence, and on the right before the next date."""

    document: Document
    first: int  # token index where the left side ends
    after: int  # token index where the right side starts
    words: list[str]  # of the right side, lower case
    right: str  # their letters
    left_words: list[str]
    left: str

    def of_right(self, start: int, end: int) -> Span:
        return self.document.tokens.span(self.after + start, self.after + end - 1)

    def of_left(self, start: int, end: int) -> Span:
        first = self.first - len(self.left)
        return self.document.tokens.span(first + start, first + end - 1)


@dataclass(frozen=True, slots=True)
class Windows:
    """Gives the windows of one document."""

    document: Document
    rules: QuantityRules
    lettering: Lettering
    dates: list[int]  # where dates start

    @classmethod
    def of(cls, document: Document, rules: QuantityRules) -> Self:
        # "a year" in "$100 billion a year in loans" ends nothing.
        dates = sorted(timex.span.start for timex in document.timexes if timex.type != "SET")
        return cls(document, rules, Lettering(rules.words.letters), dates)

    def around(self, figure: Figure) -> Window:
        tokens = self.document.tokens
        sentence = self.document.sentence_at(figure.span.start).span
        first = bisect_left(tokens.starts, figure.begin)
        after = bisect_left(tokens.starts, figure.span.end)
        next_date = bisect_left(self.dates, figure.span.end)
        limit = min(sentence.end, *self.dates[next_date : next_date + 1], sentence.end)
        stop = max(after, min(after + _RIGHT, bisect_left(tokens.starts, limit)))
        if stop > after and tokens.lower[stop - 1] in _FULL_STOPS:
            stop -= 1
        start = min(first, max(first - _LEFT, bisect_left(tokens.starts, sentence.start)))
        words, right = self._lettered(after, stop)
        left_words, left = self._lettered(start, first)
        return Window(self.document, first, after, words, right, left_words, left)

    def _lettered(self, first: int, end: int) -> tuple[list[str], str]:
        tokens, text = self.document.tokens, self.document.text
        words = list(tokens.lower[first:end])
        letters: list[str] = []
        for at, word in enumerate(words, first):
            letter = self.lettering[text[tokens.starts[at] : tokens.ends[at]]]
            letters.append(UNRELATED if letter == PREPOSITION and word not in self.rules.relates else letter)
        return words, "".join(letters)
