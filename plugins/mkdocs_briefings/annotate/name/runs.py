"""Runs of capitals, cut into the stretches that may be names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.rules.name_records import NameType
from mkdocs_briefings.text import Span

_WORD = re.compile(r"[^\s\u00a0]+")
_SMALL_TAIL = re.compile(r" ([a-z]+)\b")
_HYPHEN = re.compile(r"[-–]")
_COMPOUND_PART = re.compile(r"[^-–]+")
_HANDLE_MARKS = ("@", "#", "/")
_POSSESSIVES = ("'s", "’s")
_LONGEST_WORD = 60  # characters; what is longer is no word of a name
_LONGEST_PREFIX = 6  # characters: "al-", with the space before it
_MOST_PARTICLES = 3
_WIDEST_GAP = 3  # characters between two words of a name
_SHORTEST_LOUD = 4  # letters; a shorter word may be an acronym
_LOUD_REACH = 40  # characters
_LOUD_SHARE = 0.9  # of the letters are capitals
_PREPOSITION = re.compile(r"(?:In|At|From|To|For|With|By|On|Within|Outside|Before|After|Since|Under) (?:the )?\Z")
_PREPOSITION_REACH = len("Outside the ")
_VERB_MAY_FOLLOW = re.compile(r" [a-z]")
_WHERE = ("GPE", "LOC", "ORG", "FAC", "city")
_WHO = ("GPE", "ORG", "PER", "surname")
_OPENING_MARKS = "\"“‘'«([-–—•*:>\n"


class Word(NamedTuple):
    """A word of a run; `lower` is without a closing full stop."""

    start: int
    end: int
    form: str
    lower: str

    @classmethod
    def of(cls, form: str, start: int) -> "Word":
        return cls(start, start + len(form), form, form.lower().rstrip("."))


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A stretch of a run that may be a name."""

    words: list[Word]
    opens: bool = False  # its first word opens a sentence, so that its capital says nothing
    loud: bool = False  # all in capitals, in a line of capitals
    title: Span | None = None
    cue: str | None = None  # the rule of a title or calling right before it: it is a person
    plural: bool = False  # that title is a plural: "ministers"
    joined: str | None = None  # the rule that joined it from several runs
    joined_type: NameType = "ORG"
    form: str = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.form = form_of(self.words)
        self.start, self.end = self.words[0].start, self.words[-1].end


def form_of(words: list[Word]) -> str:
    return " ".join([word.form for word in words])


@dataclass(slots=True)
class RunReader:
    """Finds the stretches of capitals in one text, in order."""

    text: str
    lexicon: Lexicon
    sentence_starts: frozenset[int]

    def parts(self) -> Iterator[list[Word]]:
        for match in self.lexicon.rules.run.finditer(self.text):
            words = self._words(match)
            if len(words) == 1 and not _HYPHEN.search(words[0].form):
                if not self._is_no_name(words[0], loud=False):
                    yield words
            elif words:
                for part in self._split(words):
                    yield from self._fronted(part) if len(part) > 1 else (part,)

    def opens(self, start: int) -> bool:
        """Whether the word that starts there opens a sentence, a quotation or a line."""
        if start in self.sentence_starts or start <= 1:
            return True
        before = self.text[start - 1]
        return before in _OPENING_MARKS or (before == " " and self.text[start - 2] in '"“‘«.!?:')

    def is_loud(self, words: list[Word]) -> bool:
        """In capitals amid capitals, as headlines are: no letter says where a name starts or ends."""
        if len(words) == 1 and len(words[0].form) < _SHORTEST_LOUD:
            return False
        if not all(word.form.isupper() for word in words):
            return False
        around = self.text[max(0, words[0].start - _LOUD_REACH) : words[-1].end + _LOUD_REACH]
        middle = min(_LOUD_REACH, words[0].start)
        line = around[max(0, around.rfind("\n", 0, middle)) :]
        line = line.lstrip("\n").partition("\n")[0]
        letters = [letter for letter in line if letter.isalpha()]
        return sum(letter.isupper() for letter in letters) > _LOUD_SHARE * len(letters)

    def _words(self, match: re.Match[str]) -> list[Word]:
        """The words of a run, with what belongs to its ends; none where it is noise, or part of an address."""
        words = [Word.of(word[0], word.start()) for word in _WORD.finditer(self.text, *match.span())]
        before = self.text[match.start() - 1 : match.start()]
        long = match.end() - match.start() > _LONGEST_WORD
        if long and any(len(word.form) > _LONGEST_WORD for word in words):
            return []
        if before in _HANDLE_MARKS and self._is_handle(match):
            return []
        if before == "-":
            words = self._without_prefix(words)
        elif before == " ":
            words = [*self._leading(words[0]), *words]
        return self._with_end(words, match.end()) if words else words

    def _with_end(self, words: list[Word], end: int) -> list[Word]:
        """With what follows a run and belongs to it: the "'s" of "Moody's", the "party" of "Conservative party"."""
        last = words[-1]
        if self.text[end : end + 2] in _POSSESSIVES:
            whole = Word.of(self.text[last.start : end + 2], last.start)
            return [*words[:-1], whole] if self.lexicon.sense(form_of([*words[:-1], whole])) else words
        if self.lexicon.rules.not_names.get(last.lower) == "creed":
            tail = _SMALL_TAIL.match(self.text, end)
            if tail and tail[1] in self.lexicon.rules.small_tails:
                return [*words, Word.of(tail[1], tail.start(1))]
        return words

    def _leading(self, first: Word) -> list[Word]:
        """The particles in lower case right before a family name: "von der" before "Torvan"."""
        found: list[Word] = []
        start = first.start
        while len(found) < _MOST_PARTICLES:
            reach = self.text[max(0, start - _LONGEST_PREFIX) : start].rstrip(" ")
            particle = reach.rpartition(" ")[2]
            if particle not in self.lexicon.rules.leading_particles:
                break
            start = max(0, start - _LONGEST_PREFIX) + len(reach) - len(particle)
            found.insert(0, Word.of(particle, start))
        return found

    def _without_prefix(self, words: list[Word]) -> list[Word]:
        """A run after a hyphen: "al-Assad" takes its particle, "pro-Western" loses its first word, "anti-China" not."""
        first = words[0]
        prefix = self.text[max(0, first.start - _LONGEST_PREFIX) : first.start - 1].rsplit(None, 1)[-1:]
        if prefix and prefix[0].lower() in self.lexicon.rules.particles:
            return [Word.of(f"{prefix[0]}-{first.form}", first.start - 1 - len(prefix[0])), *words[1:]]
        return words if self._is_side(first.form) else words[1:]

    def _is_handle(self, match: re.Match[str]) -> bool:
        """Part of "@name", "#topic" or an address."""
        if self.text[match.start() - 1] != "/":
            return True
        address = self.text[max(0, match.start() - _LONGEST_WORD) : match.start()].rsplit(None, 1)[-1]
        return "//" in address or "." in address

    def _split(self, words: list[Word]) -> Iterator[list[Word]]:
        """Cut out function words and the calendar, and cut compounds in two."""
        loud = len(words) > 1 and all(word.form.isupper() for word in words)
        part: list[Word] = []
        for whole in words:
            pieces = self._pieces(whole)
            for word in pieces:
                breaks = self._is_no_name(word, loud=loud)
                if part and (breaks or self._apart(part[-1], word) or self._starts_sentence(word)):
                    yield part
                    part = []
                if not breaks:
                    part.append(word)
            if part and len(pieces) > 1 and self._is_place(pieces[-1].form):
                yield part  # a pair of states goes into no longer name: "the India-Russia Summit"
                part = []
        if part:
            yield part

    def _fronted(self, part: list[Word]) -> Iterator[list[Word]]:
        """Cut after the place that opens a sentence without a comma: "In Moscow Putin said"."""
        cut = 0
        if _VERB_MAY_FOLLOW.match(self.text, part[-1].end) and self._is_fronted(part[0].start):
            cut = next(filter(lambda count: self._are_two(part, count), range(len(part) - 1, 0, -1)), 0)
        if cut:
            yield part[:cut]
        yield part[cut:]

    def _is_fronted(self, start: int) -> bool:
        before = _PREPOSITION.search(self.text, max(0, start - _PREPOSITION_REACH), start)
        return before is not None and before.start() in self.sentence_starts

    def _are_two(self, part: list[Word], count: int) -> bool:
        """Whether a list knows both pieces, and not the whole."""
        if self.lexicon.sense(form_of(part)):
            return False
        place, subject = self.lexicon.sense(form_of(part[:count])), self.lexicon.sense(form_of(part[count:]))
        if not place or not subject or place.doubtful or subject.doubtful:
            return False
        return place.known in _WHERE and subject.known in _WHO

    def _is_no_name(self, word: Word, *, loud: bool) -> bool:
        rules = self.lexicon.rules
        if word.lower in rules.function_words and not word.form.endswith("."):  # but "A. Torvan"
            if self._ends_listed(word):
                return False
            return loud or len(word.form) == 1 or not word.form.isupper()  # "US", "UP" and "WHO" may be names
        return rules.not_names.get(word.lower) == "calendar"

    def _ends_listed(self, word: Word) -> bool:
        """The number of "Group of Seven", where that is listed."""
        head, of, rest = self.text[max(0, word.start - _LONGEST_WORD) : word.start].rpartition(" of ")
        return bool(of) and not rest and self.lexicon.sense(f"{head.rpartition(' ')[2]} of {word.form}") is not None

    def _starts_sentence(self, word: Word) -> bool:
        """A common word after "U.S." opens a sentence; a name there may go on."""
        return word.start in self.sentence_starts and word.lower in self.lexicon.rules.common_words

    def _apart(self, left: Word, right: Word) -> bool:
        gap = right.start - left.end
        return gap > _WIDEST_GAP or (gap == 1 and self.text[left.end] in "-–")

    def _pieces(self, word: Word) -> list[Word]:
        """A compound of two names as its parts ("India-Russia"), and "Delhi-based" without what follows the name."""
        if not _HYPHEN.search(word.form) or self.lexicon.sense(word.form):
            return [word]
        parts = list(_COMPOUND_PART.finditer(word.form))
        rules = self.lexicon.rules
        if len(parts) > 1 and parts[-1][0] in rules.compound_tails:
            return [Word.of(word.form[: parts[-1].start() - 1], word.start)]
        first = parts[0][0]
        if (first in rules.lists.given or first.lower() in rules.cues.first) and not self._is_place(first):
            return [word]
        if not all(self._is_side(part[0]) for part in parts):
            return [word]
        return [Word.of(part[0], word.start + part.start()) for part in parts]

    def _is_place(self, form: str) -> bool:
        sense = self.lexicon.sense(form)
        return sense is not None and sense.known == "GPE"

    def _is_side(self, form: str) -> bool:
        """Whether a part of a compound is a name by itself, or a people's."""
        sense = self.lexicon.sense(form) if form[0].isupper() else None
        return sense is not None and sense.known in ("GPE", "ORG", "PER", "people", "city", "surname")
