"""What follows a cue: the frame, and the content in it."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from mkdocs_briefings.annotate.quotation.cues import Standing
from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.rules.word_classes import OBJECT

FINITE = re.compile(r"[xVvZB'e]")
_SKIP = re.compile(r"(?:-[^-;:]{1,25}-|a|T|iT+D?|i[dq]?T+|D|i[dq]?(?:[NuDegh'J]{0,4}m|[mBZ])(?:[if][dq]?[NuT]+)?)*")
_PHRASES = r"(?:[aTiDdqNuhg'e2fm.cJ]|,N)"
_QUOTE_AHEAD = re.compile(rf"(?:(?:{_PHRASES}|[()]){{0,25}}[,:]|o?a?t?){{0,2}}Q")
_THAT = re.compile(rf"(?:{_PHRASES}{{0,18}}(?:,{_PHRASES}{{1,8}})?,?)t(?![,.;])")
_CLAUSE_START = re.compile(r"[pdqNuDTWtgroJmhBZe']")
_NP_START = re.compile(r"[dqNuDpoeghmWQGBZJ]|t[Nugm.,;]")
_VERB_AHEAD = re.compile(r"[^;:tw]{0,40}?(?:[VvxeQ']|(?<![difq'2])[ZB])")
# A clause ends where another verb or source takes over: ", adding that", ", and Odar said", ", according to".
_NEW_SUBJECT = r"(?:a|i?T|i[dq]?[NuhD]{1,4})*(?:[pw]|[dq]?[NuDegh'.J]{1,8}(?:[fi][dq]?[NuDegh']{1,6})?)"
_TAKEN_OVER = rf"[GA]|[cb]a*[VZ]|[cb]{_NEW_SUBJECT}a*[xVZve]|(?:p|[dq]?[Nu.]{{1,4}})[ax]*[VZB]"
CLAUSE = re.compile(rf"(?:[^;?,cb-]|[,?-](?!{_TAKEN_OVER})|[cb](?!a*[VZG]))*")
_CONTRAST = re.compile(rf",s(?={_NEW_SUBJECT}a*[xVZve])")
_MAIN_CLAUSE = re.compile(r",(?=[pdqN])")
_NP = re.compile(r"(?:[^;:?,.(cbs)-]|[cb](?!a*[VvZxG])|\.(?=.))*")
_OBJECT_STOP = frozenset(",;:?VvZxGw")
_IN_RELATIVE = re.compile(r",[wt][^,;]{1,30}\Z")  # it ends at a comma too
_OBJECT_ITEMS = 14
_AS_REACH = 12  # items
_CIRCUMSTANCE = frozenset("iTsa")  # after a quoted stretch: when, where or how it was said
_CLAUSES = frozenset(("that", "clause", "to", "wh", "np-that", "np-clause", "np-to", "np-wh"))
_PARTICIPLE = frozenset("Gg")
_TRAIL = ",.;:?-("
_LEAD = ",.;:-cb"


@dataclass(frozen=True, slots=True)
class Framed:
    frame: str
    content: Range


def framed(found: Standing, frames: AbstractSet[str]) -> Framed | None:
    """The first frame that fits what follows the cue, with its content."""
    skip = _SKIP.match(found.letters, found.end, found.sentence.stop)
    first = skip.end() if skip else found.end
    if first >= found.sentence.stop:
        return None
    for reader in _READERS:
        read = reader(found, frames, first)
        if read:
            content = tidy(found.letters, read.content[0], _quoted_end(found.folded, read))
            return Framed(read.frame, content) if content[0] < content[1] else None
    return None


def brings_quotation(found: Standing) -> bool:
    """A quoted stretch follows the cue: Asked about it, Ruiz said, "No." """
    return _QUOTE_AHEAD.match(found.letters, found.end, found.sentence.stop) is not None


def clause_end(found: Standing, first: int) -> int:
    """Where the clause that starts at `first` ends; inside "While Ruiz said …, the …" at the main clause."""
    end = _end(CLAUSE, found, first)
    if found.is_relative:
        comma = found.letters.find(",", first, end)
        return comma if comma >= 0 else end
    if found.is_subordinate:
        main = _MAIN_CLAUSE.search(found.letters, first, end)
        return main.start() if main else end
    for contrast in _CONTRAST.finditer(found.letters, first, end):
        if found.folded.words[contrast.end() - 1] in found.words.contrasts:
            return contrast.start()
    return end


def _end(pattern: re.Pattern[str], found: Standing, first: int) -> int:
    match = pattern.match(found.letters, first, found.sentence.stop)
    return match.end() if match else first


def _quoted(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    quote = _QUOTE_AHEAD.match(found.letters, first, found.sentence.stop) if "speech" in frames else None
    return Framed("speech", (quote.end() - 1, quote.end())) if quote else None


def _that(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    kind = "that" if "that" in frames else "np-that" if "np-that" in frames else None
    that = _THAT.match(found.letters, first, found.sentence.stop) if kind else None
    return Framed(kind, (that.end() - 1, clause_end(found, that.end()))) if kind and that else None


def _after_object(found: Standing, frames: AbstractSet[str], first: int) -> Framed | None:
    """ "accused Rivia of …", "told reporters the …": what comes after an object."""
    kinds = {frame[3:] for frame in frames if frame.startswith("np-")}
    if not kinds or found.letters[first] in _OBJECT_STOP:
        return None
    for at in range(first + 1, min(found.sentence.stop, first + _OBJECT_ITEMS)):
        letter = found.letters[at]
        if letter in _OBJECT_STOP:
            return None
        read = _second(found, kinds, at)
        if read:
            return read
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
        return Framed("np-np", (at, _end(_NP, found, at)))
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
        content = tidy(found.letters, first, _end(_NP, found, first))
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


def _quoted_end(folded: Folded, read: Framed) -> int:
    """Where content with quotation marks ends: called it "a farce," adding …; called it "rigged" in a letter."""
    letters, (first, end) = folded.letters, read.content
    if letters[first : first + 1] == "Q" and letters[first + 1 : first + 2] in _CIRCUMSTANCE:
        return first + 1
    goes_on = read.frame in _CLAUSES
    at = letters.find("Q", first, end)
    while at >= 0:
        if folded.comma_inside(at) and not (goes_on and letters[at + 1 : at + 2] not in _PARTICIPLE):
            return at + 1
        at = letters.find("Q", at + 1, end)
    return end


def tidy(letters: str, first: int, end: int) -> Range:
    """Without the marks and conjunctions at its edges."""
    while end > first and letters[end - 1] in _TRAIL:
        end -= 1
    while first < end and letters[first] in _LEAD:
        first += 1
    return first, end
