"""What follows a cue: the frame, and the content in it."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from mkdocs_briefings.annotate.quotation.cues import Standing
from mkdocs_briefings.annotate.quotation.ends import (
    before_circumstance,
    clause_end,
    object_end,
    phrase_end,
    quoted_end,
    tidy,
)
from mkdocs_briefings.annotate.quotation.folding import Range
from mkdocs_briefings.rules.word_classes import OBJECT, THAT

_SKIP = re.compile(r"(?:-[^-;:]{1,25}-|a|T|iT+D?|i[dq]?T+|i[dq]?(?:[NuDegh'J]{0,4}m|[mBZ])(?:[if][dq]?[NuT]+)?)*")
_PHRASES = r"(?:[aTiDdqNuhg'e2fm.cJ]|,N)"
_QUOTE_AHEAD = re.compile(rf"(?:(?:{_PHRASES}|[()]){{0,25}}[,:]|o?a?t?){{0,2}}Q")
_THAT = re.compile(rf"(?:{_PHRASES}{{0,18}}(?:,{_PHRASES}{{1,8}})?,?)t(?![,.;])")
_RELATIVE = re.compile(r"[uNm]t[ax]*[VveZ]")  # "showed a video that seemed to prove it"
_CLAUSE_START = re.compile(r"p(?!i[DT])|[dqNuDTWtgrJmhBZe']")
_NP_START = re.compile(r"[dqNuDpoeghmWQGBZJ]|t[Nugm.,;]")
_VERB_AHEAD = re.compile(
    r"(?:,w[^,;]{1,30},|,(?!(?:dT)?s)|[cb](?!a*[VvZG])|[^,;:twcb]){0,40}?(?:[xeQ']|(?<!2)[Vv]|(?<![difq'2])[ZB])"
)
_OBJECT_STOP = frozenset(",;:?VvZxGw")
_NO_OBJECT = _OBJECT_STOP | frozenset("fi2")
_IN_RELATIVE = re.compile(r",[wt][^,;]{1,30}\Z")  # it ends at a comma too
_OBJECT_ITEMS = 14
_AS_REACH = 12  # items
_WITH_OBJECT = frozenset(("np-of", "np-to", "np-for", "np-with", "np-at"))  # "accused {Rivia of spying}"
_CLAUSES = frozenset(("that", "clause", "to", "wh", "np-that", "np-clause", "np-to", "np-wh"))
_EMPTY = frozenset(("", "2", "t"))  # of a text that was cut
_MAIN_AHEAD = re.compile(r"[dq][uaeghNDJ]{1,5}p[ax]*[VvZe]")  # "When Ruiz announced [the tax she] said"


@dataclass(frozen=True, slots=True)
class Framed:
    frame: str
    content: Range


def framed(found: Standing, frames: AbstractSet[str]) -> Framed | None:
    """The first frame that fits what follows the cue, with its content."""
    skip = _SKIP.match(found.letters, found.end, found.sentence.stop)
    first = skip.end() if skip and found.next_word not in frames else found.end
    if first >= found.sentence.stop:
        return None
    for reader in _READERS:
        read = reader(found, frames, first)
        if read:
            is_clause = read.frame in _CLAUSES
            end = quoted_end(found.folded, read.content, is_clause=is_clause)
            content = tidy(found.letters, read.content[0], end)
            content = content if is_clause else before_circumstance(found, content)
            is_empty = found.letters[slice(*content)] in _EMPTY
            return None if is_empty else Framed(read.frame, content)
    return None


def brings_quotation(found: Standing) -> bool:
    """A quoted stretch follows the cue: Asked about it, Ruiz said, "No." """
    return _QUOTE_AHEAD.match(found.letters, found.end, found.sentence.stop) is not None


def _quoted(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    quote = _QUOTE_AHEAD.match(found.letters, first, found.sentence.stop) if "speech" in frames else None
    if not quote:
        return None
    at = quote.end() - 1
    return Framed("speech", (at - (found.letters[at - 1] == THAT), at + 1))


def _that(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    kind = "that" if "that" in frames else "np-that" if "np-that" in frames else None
    that = _THAT.match(found.letters, first, found.sentence.stop) if kind else None
    if not kind or not that or _RELATIVE.match(found.letters, that.end() - 2):
        return None
    return Framed(kind, (that.end() - 1, clause_end(found, that.end())))


def _after_object(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    """ "accused Rivia of …", "told reporters the …": what comes after an object."""
    kinds = {frame[3:] for frame in frames if frame.startswith("np-")}
    if not kinds or found.letters[first] in _NO_OBJECT:
        return None
    for at in range(first + 1, min(found.sentence.stop, first + _OBJECT_ITEMS)):
        letter = found.letters[at]
        if letter in _OBJECT_STOP:
            return None
        read = _second(found, kinds, at)
        if read:
            whole = read.frame in _WITH_OBJECT and not found.cue.names_addressee
            return Framed(read.frame, (first, read.content[1])) if whole else read
    return None


def _second(found: Standing, kinds: AbstractSet[str], at: int) -> Framed | None:
    letter, before = found.letters[at], found.letters[at - 1]
    word = found.folded.words[at].lower()
    if letter in "2W" and {"2": "to", "W": "wh"}[letter] in kinds:
        return Framed("np-to" if letter == "2" else "np-wh", (at, clause_end(found, at)))
    if letter in "isf" and word in kinds:
        return Framed(f"np-{word}", (at + 1, clause_end(found, at + 1)))
    if before in "ifdq":
        return None
    if letter in "pdq" and "clause" in kinds:
        return Framed("np-clause", (at, clause_end(found, at)))
    if "np" in kinds and (letter in "dqQ" or before in "op"):
        return Framed("np-np", (at, phrase_end(found, at)))
    return None


def _question(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    asks = found.letters[first] == "W" or found.folded.words[first].lower() in ("if", "who", "which")
    return Framed("wh", (first, clause_end(found, first))) if "wh" in frames and asks else None


def _preposition(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    if found.letters[first] == "2" and "to" in frames:
        return Framed("to", (first, clause_end(found, first)))
    if found.letters[first] == "2" and "to-np" in frames:
        return Framed("to-np", (first + 1, clause_end(found, first + 1)))
    word = found.folded.words[first].lower()
    if found.letters[first] in "i2fs" and word in frames:
        return Framed(word, (first + 1, clause_end(found, first + 1)))
    return None


def _opens_with_as(found: Standing) -> bool:
    before = found.folded.words[max(found.sentence.start, found.group - _AS_REACH) : found.group]
    return any(word.lower() == "as" for word in before)


def _after_comma(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    """ "As the report noted, the road was open": the clause goes on after a comma."""
    letters, stop = found.letters, found.sentence.stop
    if "speech" not in frames or letters[first] != "," or not _opens_with_as(found):
        return None
    if _VERB_AHEAD.match(letters, first + 2, stop):
        return Framed("comma", (first + 1, clause_end(found, first + 1)))
    return None


def _clause(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    letters, stop = found.letters, found.sentence.stop
    if found.is_subordinate and _MAIN_AHEAD.match(letters, first, stop):
        return None
    if "clause" in frames and _CLAUSE_START.match(letters, first, stop) and _VERB_AHEAD.match(letters, first + 1, stop):
        return Framed("clause", (first, clause_end(found, first)))
    return None


def _gap(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    """ "a plan that officials say will fail": the content lacks its subject, which stands before."""
    letters, sentence = found.letters, found.sentence
    if "gap" not in frames or letters[first] not in "xvV":
        return None
    end = clause_end(found, first)
    comma = letters.find(",", first, end) if _IN_RELATIVE.search(letters, sentence.start, found.group) else -1
    return Framed("gap", (first, comma if comma >= 0 else end))


def _noun_phrase(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    if "np" in frames and _NP_START.match(found.letters, first, found.sentence.stop):
        content = tidy(found.letters, first, object_end(found, first))
        return None if found.letters[slice(*content)] == OBJECT else Framed("np", content)  # "called him"
    return None


Reader = Callable[[Standing, AbstractSet[str], int], Framed | None]
_READERS: tuple[Reader, ...] = (
    _quoted,
    _that,
    _after_object,
    _question,
    _preposition,
    _gap,
    _after_comma,
    _clause,
    _noun_phrase,
)
