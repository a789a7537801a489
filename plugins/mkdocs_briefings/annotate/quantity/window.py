"""The words on both sides of a number, each with the letter of its class."""

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotate.quantity.figures import Figure
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.rules.quantities import QuantityRules
from mkdocs_briefings.rules.word_classes import ADVERB, AND, CUE, NOUN, NUMBER, PREPOSITION, TO, VERB
from mkdocs_briefings.text import Span

UNRELATED = "I"  # the letter of a preposition that tells of place or manner: "across the line"
_LEFT, _RIGHT = 30, 24  # tokens
_FULL_STOPS = frozenset((".", "?", "!"))
_OWNS = ("'s", "’s")
_GOVERNS = frozenset("ifI")  # after a preposition stands no finite verb
_FINITE = frozenset((VERB, CUE["base"], CUE["third"]))
_LEADS_NOUN = frozenset("fdq'")


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
    numbers: Container[str]  # in words
    units: Container[str]

    def is_number(self, at: int) -> bool:
        """The word at `at` of the left side is digits or a number in words."""
        return self.left[at] == NUMBER or self.left_words[at] in self.numbers

    def is_number_right(self, at: int) -> bool:
        return at < len(self.words) and (self.right[at] == NUMBER or self.words[at] in self.numbers)

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
    dates: list[int]  # where dates start

    @classmethod
    def of(cls, document: Document, rules: QuantityRules) -> Self:
        # "A year" in "$100 billion a year in loans" ends nothing, nor does "the week" in "4% of the week's duties".
        dates = sorted(
            timex.span.start
            for timex in document.timexes
            if timex.type != "SET" and not document.text.startswith(_OWNS, timex.span.end)
        )
        return cls(document, rules, dates)

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
        known = self.rules.number_words, self.rules.units
        return Window(self.document, first, after, words, right, left_words, left, *known)

    def _lettered(self, first: int, end: int) -> tuple[list[str], str]:
        tokens, text = self.document.tokens, self.document.text
        words = list(tokens.lower[first:end])
        letters: list[str] = []
        between = False  # "between Norvia and the islands" is one phrase
        for at, word in enumerate(words):
            letter = self.rules.letters[text[tokens.starts[first + at] : tokens.ends[first + at]]]
            if letter == AND and between:
                letter, between = PREPOSITION, False
            else:
                between = word == "between" or (between and letter != ",")
                letter = self._beside(letter, word, words[at - 1] if at else "", letters[-1] if at else "")
            letters.append(letter)
        return words, "".join(letters)

    def _beside(self, letter: str, word: str, previous: str, before: str) -> str:
        """The letter of a word after `previous`, whose letter is `before`."""
        if letter == PREPOSITION and word not in self.rules.lists.relates:
            return UNRELATED
        if letter == NOUN and (previous in self.rules.words.modals or (before == TO and not word.endswith("s"))):
            return VERB  # "will impose", "food to leave the ports"
        if letter in _FINITE and before in _GOVERNS and not word.endswith("ed"):
            return NOUN  # "in costs", "of face value"
        if before in _LEADS_NOUN and (
            word in self.rules.lists.counted or (letter == ADVERB and word in self.rules.lists.ordering)
        ):
            return NOUN  # "the number of displaced", "a further tariff"
        return letter
