"""What the parts of the events pass look at: a text by the kinds of its words, a sentence by its verb groups."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, Self

from mkdocs_briefings.annotations import Document, Sentence
from mkdocs_briefings.rules.event_records import SmallWords
from mkdocs_briefings.rules.event_words import OTHER, EventWords
from mkdocs_briefings.text import Tokens

Form = Literal["finite", "infinitive", "participle", "gerund"]
GROUPS_NEAR = 6  # verb groups looked at to one side of another
_NONE_IN_A_DATE = frozenset(";,.VZEBmY")  # marks and verbs: "06:00", "March"
_SUBJECT = 6  # tokens of a subject that "no" may open
_NEAR = 50  # tokens
_GOING_TO = ("tV", "tB", "tb", "th")
_NAME = re.compile(r"(?:US|WHO|IT|IS|May|Will)\b")  # no us, who, it, is, may, will


@dataclass(frozen=True, slots=True)
class Lettered:
    """A document's tokens with one letter each for their kind."""

    text: str
    tokens: Tokens
    letters: str
    words: EventWords
    timed: frozenset[int]  # tokens of expressions of time
    persons: frozenset[int]  # the last token of each person's name

    @classmethod
    def of(cls, document: Document, words: EventWords) -> Self:
        tokens, people = document.tokens, (one for one in document.mentions if one.entity_type == "PER")
        timed = frozenset(chain.from_iterable(tokens.range(timex.span) for timex in document.timexes))
        persons = frozenset(tokens.range(one.span).stop - 1 for one in people)
        return cls(document.text, tokens, _letters(document, words), words, timed, persons)

    def is_capital(self, index: int) -> bool:
        return self.text[self.tokens.starts[index]].isupper()

    def is_name(self, index: int) -> bool:
        return index < len(self.letters) and self.letters[index] == "x" and self.is_capital(index)

    def is_dash(self, index: int) -> bool:
        """A hyphen with space before it, which parts clauses and joins no words."""
        return self.letters[index] == "-" and index > 0 and self.tokens.starts[index] > self.tokens.ends[index - 1]

    def lemma(self, verb: int) -> str:
        word = self.tokens.lower[verb]
        return self.words.lemmas.get(word, word)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A verb with its auxiliaries and adverbs: "has not yet been released"."""

    first: int  # token indices
    verb: int
    lemma: str
    form: Form
    passive: bool = False
    perfect: bool = False
    past: bool = False
    continuous: bool = False  # "is holding"
    future: bool = False
    negated: bool = False
    modal: str = ""  # lower case; "" for none
    spoken: bool = False  # a verb of saying or thinking

    @property
    def finite(self) -> bool:
        return self.form == "finite"


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence and its verb groups in order."""

    lettered: Lettered
    sentence: Sentence
    groups: tuple[VerbGroup, ...]
    letters: str  # of the whole document, as are the words
    lower: tuple[str, ...]
    start: int  # the first token
    end: int  # the token after the last

    @classmethod
    def of(cls, lettered: Lettered, sentence: Sentence, groups: Iterable[VerbGroup]) -> Self:
        inside = sentence.tokens
        lower = lettered.tokens.lower
        return cls(lettered, sentence, tuple(groups), lettered.letters, lower, inside.start, inside.stop)

    def is_conditional(self, group: VerbGroup) -> bool:
        """Something near the verb stands under a condition."""
        near = self.lower[max(self.start, group.verb - _NEAR) : min(self.end, group.verb + _NEAR)]
        return not self.lettered.words.conditions.isdisjoint(near)

    @property
    def is_question(self) -> bool:
        return "?" in self.lower[max(self.start, self.end - 2) : self.end]

    @property
    def ends_with_stop(self) -> bool:
        """Headlines and date lines do not."""
        return self.end > self.start and self.letters[self.end - 1] in '.;"'


def is_absent(lettered: Lettered, group: VerbGroup) -> bool:
    """ "no charges were filed", "killed nobody", "no longer supports"."""
    lower, first = lettered.tokens.lower, group.first - 1
    while first > max(0, group.first - _SUBJECT) and lettered.letters[first] in "xq-":
        first -= 1
    before = lower[max(0, min(first, group.first - 2)) : group.first]
    nones = lettered.words.small.nones
    return not nones.isdisjoint(before) or not nones.isdisjoint(lower[group.verb + 1 : group.verb + 2])


def is_time(word: str) -> bool:
    """ "arrested last week", "met Friday": no object follows."""
    return word in ("last", "next") or (word.endswith("day") and word != "holiday")


def counts(words: Sequence[str], small: SmallWords) -> bool:
    """ "at least", "about 40": an object opens there, and no adverbial."""
    return len(words) > 1 and (words[1] in small.at_extremes or (words[0] in small.about and words[1].isdigit()))


def _letters(document: Document, words: EventWords) -> str:
    """The letters of a document's tokens; the stop of an abbreviation ends nothing, US is no pronoun.

    An expression of time parts no clause, nor does "after" before one open any.
    """
    tokens = document.tokens
    letters = words.lettered(tokens.lower)
    opens = {sentence.tokens.start for sentence in document.sentences}
    ends = {sentence.tokens.stop - 1 for sentence in document.sentences}
    others = [at for at in _places(letters, ".") if at not in ends and tokens.lower[at] == "."]
    for match in _NAME.finditer(document.text):
        token = bisect_right(tokens.starts, match.start()) - 1
        if tokens.starts[token] == match.start() and (token not in opens or match[0].isupper()):
            others.append(token)
    kinds = list(letters)
    for at in others:
        kinds[at] = OTHER
    for timex in document.timexes:
        _clear(kinds, tokens.lower, tokens.range(timex.span), words.small)
    for at in _places(letters, "G"):
        if tokens.lower[at] == "going" and letters[at + 1 : at + 3] in _GOING_TO:
            kinds[at] = "r"  # "is going to leave" as "is to leave"
    return "".join(kinds)


def _clear(kinds: list[str], lower: Sequence[str], inside: range, small: SmallWords) -> None:
    """Let an expression of time hold no mark and no verb, and a word such as "after" before it open no clause."""
    for at in inside:
        if kinds[at] in _NONE_IN_A_DATE:
            kinds[at] = OTHER
    determined = inside.start > 0 and kinds[inside.start - 1] == "D"
    before = inside.start - 1 - determined
    following = kinds[inside.stop] if inside.stop < len(kinds) else "."
    dates_a_noun = following == "q" or (determined and following == "x")  # "after Friday's talks"
    if before > 0 and lower[before] in small.before_dates and not dates_a_noun:
        kinds[before] = "p"
    if lower[max(0, before - 2) : before + 1 : 2] == ("as", "as"):  # "as early as next week"
        kinds[before - 2] = kinds[before] = "p"


def _places(letters: str, letter: str) -> Iterator[int]:
    at = letters.find(letter)
    while at >= 0:
        yield at
        at = letters.find(letter, at + 1)
