"""Claims that a noun hands on: "reports that …", "Rivia's promise that …"."""

import re
from collections.abc import Iterator

from mkdocs_briefings.annotate.quotation import sources
from mkdocs_briefings.annotate.quotation.attribution import Attribution
from mkdocs_briefings.annotate.quotation.ends import CLAUSE, tidy
from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.rules.quotations import NounRecord, QuotationRules
from mkdocs_briefings.rules.word_classes import CLITIC, DETERMINER, PREPOSITION, THAT

_CLAUSE_NEXT = re.compile(r"t(?:a|iT+)*(?:p|[dq]?[NuDegh'.JTBZm])")  # "that came" is no clause but a relative
_BY = 6  # items: "claims by the army that"
_OPENS = re.compile(r"(?:[abcT]|iT)*[dqNueh'g.]*")
_FINITE = re.compile(r"[ax]*xa*[VvZeBJ]?|[VvZe]")
_OBJECT_GAP = re.compile(r"tp[ax]*[VvZe][xVvZ.,;]")  # "the promise that he made was kept": no clause either
_UNCERTAIN = frozenset(("alleged", "warned"))
_BINDS = frozenset("stwW")
_JOINS = frozenset("pc")


def noun_claims(folded: Folded, rules: QuotationRules, sentence: range) -> Iterator[Attribution]:
    letters, words = folded.letters, folded.words
    at = letters.find(THAT, sentence.start + 1, sentence.stop)
    while at >= 0:
        source, noun = _noun(folded, rules, sentence, at)
        if noun is not None and _hands_on(letters, at, sentence.stop):
            record = rules.nouns[words[noun].lower()]
            content = tidy(letters, at, _end(folded, sentence, noun, at))
            if (source or _is_nobodys(folded, sentence, noun, record)) and _FINITE.search(letters, at + 2, content[1]):
                yield Attribution(
                    rule=record.rule,
                    manner=record.manner,
                    content=content,
                    source=source,
                    cue=(noun, noun + 1),
                    frame="that",
                )
        at = letters.find(THAT, at + 1, sentence.stop)


def _is_nobodys(folded: Folded, sentence: range, noun: int, record: NounRecord) -> bool:
    """ "Reports that …", "amid rumours that …"; after a verb its subject may be meant: "he made the claim that"."""
    free = folded.letters[noun - 1] == PREPOSITION or _opens(folded.letters, sentence, noun)
    return free and record.manner in _UNCERTAIN


def _opens(letters: str, sentence: range, noun: int) -> bool:
    """Nothing but the noun's own phrase stands before it in its clause."""
    start = max(sentence.start, letters.rfind(",", sentence.start, noun) + 1)
    return _OPENS.fullmatch(letters, start, noun) is not None


def _hands_on(letters: str, that: int, stop: int) -> bool:
    return _CLAUSE_NEXT.match(letters, that, stop) is not None and _OBJECT_GAP.match(letters, that, stop) is None


def _noun(folded: Folded, rules: QuotationRules, sentence: range, that: int) -> tuple[Range | None, int | None]:
    """The noun that hands on the clause, and whoever owns it: "the army's claim", "claims by the army"."""
    words, letters = folded.words, folded.letters
    if words[that - 1].lower() in rules.nouns:
        return _owner(folded, rules, sentence, that - 1), that - 1
    for by in range(that - 2, max(sentence.start, that - _BY), -1):
        if words[by] == "by" and words[by - 1].lower() in rules.nouns:
            return sources.after(folded, by + 1, that), by - 1
        if letters[by] in _BINDS | {","}:
            break
    return None, None


def _owner(folded: Folded, rules: QuotationRules, sentence: range, noun: int) -> Range | None:
    letters = folded.letters
    at = noun - 1
    while at > sentence.start and letters[at] in "ueJ":  # "his false claim"
        at -= 1
    if at < sentence.start:
        return None
    if letters[at] == DETERMINER and folded.words[at].lower() in rules.words.possessives:
        return at, at + 1
    return sources.before(folded, sentence.start, at) if letters[at] == CLITIC else None


def _end(folded: Folded, sentence: range, noun: int, that: int) -> int:
    """Where the clause ends: before the noun's own verb, or at a comma."""
    letters = folded.letters
    match = CLAUSE.match(letters, that + 1, sentence.stop)
    end = match.end() if match else that + 1
    comma = letters.find(",", that, end)
    end = comma if comma >= 0 else end
    if not _opens(letters, sentence, noun):
        return end
    own = bound = False  # the clause has had its verb; the next verb is that of a clause inside it
    at = that + 1
    while at < end:
        verb = _FINITE.match(letters, at, end)
        if not verb:
            bound = bound or letters[at] in _BINDS or (own and letters[at] in _JOINS)
            at += 1
            continue
        if own and not bound:
            return at
        own, bound = own or not bound, False
        at = verb.end()
    return end
