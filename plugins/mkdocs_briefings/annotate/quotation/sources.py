"""Who speaks: the noun phrase to the left or right of a cue."""

import re

from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.rules.word_classes import AND, THAT

# Read backwards: a noun phrase has no finite verb, comma or pronoun inside. "Ruiz poured scorn on" has a verb, "Ruiz
# elected in May" has none.
_RUN = re.compile(r"(?:[NuDdqgfhiTam2'.BZJo()]|(?<![udqN])e|e(?!N)){1,60}")
_NOUN = r"(?:[NuDdqeghm'.J]|(?<=[dqNu'])[BZ])+"  # after an article a cue word is a noun: "the report"
_APPOSITION = r",(?:d[NuDdqeghmfi2'.caTBZ]+|[DN][NuD.']*)(?=[,.;]|$)"
_AFTER = re.compile(rf"(?:p|[dq]?{_NOUN}(?:[fic](?:[op]|{_NOUN})|(?<=e)iT+)*)(?:,?w[^,.;]*|{_APPOSITION})?")
_SUBJECT = re.compile(
    r"(?:\A(?:[bca]*[sigGeWA][^,Q]{1,40},)?|(?<=[,stcb:;(?W-]))(?:[aT]|i[dq]?[NuT]+,)*"
    r"(?P<source>[pw]|[NuDdqeghfiTm2'.cBZJo()]{1,40}?)(?=[axVZv]|u[dqopr]|e[dqopi2r]|[,-]?G)"
)
# An apposition has no finite verb of its own; what has one is a relative or another clause.
_ASIDE = re.compile(r"[wWsiGgeA].*|[dDq][^x]*\Z|[^xVv]+\Z|.*[wW].*")
_FIRST_VERB = re.compile(r"a?[xVvZ]")
_RELATIVE = re.compile(r"[^,;:QtsW]{1,40}?w")
_NAMES = re.compile(r"[NumpwqDBZJg]")  # what a source has at least one of
# What is no part of a speaker's phrase: "Ruiz [on Monday]", "the fund[, by contrast]", "Ruiz[, who led the party]".
_LOOSE = re.compile(r"(?P<core>.+?)(?:,[wWsiGgaA].*|(?:i?q?T+a?)+)\Z")
# What stands before a subject without a comma: "in May the army", "in a statement the army", "in the hills herders".
_WHERE = re.compile(r"(?:i?q?T+D*|iD(?=[dqN])|i[dq]?[uegN']*[umN](?=[dq])|idu(?=u\Z)|iN+(?=u+\Z))+")
_ANTECEDENT = re.compile(r"[uNm][ueghNJDm']{0,5}[dq]")  # read backwards
_OR = frozenset(("or", "nor"))
_EDGE = "aTif2.'he"
_INSIDE = 60  # items of an apposition or relative clause


def before(folded: Folded, lowest: int, group: int) -> Range | None:
    """The subject that ends where the verb group starts; None: there is none beside it."""
    letters = folded.letters
    last = group - 1
    if last < lowest:
        return None
    if letters[last] in "pw":
        return _relative(folded, lowest, last, group) or (last, group)
    if letters[last] == THAT:
        return _antecedent(folded, lowest, last)
    if letters[last] in ",-":
        return _around(folded, lowest, last)
    return _phrase(folded, lowest, group)


def after(folded: Folded, first: int, highest: int) -> Range | None:
    """The noun phrase that starts at `first`, with an apposition that a comma or the end closes."""
    found = _AFTER.match(folded.letters, first, highest)
    if not found or not _NAMES.search(found[0]):
        return None
    return first, found.end() - found[0].endswith(".")


def core(folded: Folded, source: Range) -> Range:
    """The speaker's phrase with its appositions, without what tells of time, manner or more about them."""
    loose = _LOOSE.match(folded.letters[slice(*source)])
    return (source[0], source[0] + loose.end("core")) if loose else source


def of_clause(folded: Folded, lowest: int, cue: int) -> Range | None:
    """The subject of the sentence's first clause, for a predicate or participle that has none beside it."""
    found = _SUBJECT.search(folded.letters[lowest : cue + 1])
    if found:
        return _trimmed(folded.letters, lowest + found.start("source"), lowest + found.end("source"))
    verb = _FIRST_VERB.search(folded.letters, lowest + 1, cue)
    return before(folded, lowest, verb.start()) if verb else None


def _phrase(folded: Folded, lowest: int, end: int) -> Range | None:
    letters = folded.letters
    run = _RUN.match(folded.backwards, folded.back(end), folded.back(lowest))
    if not run:
        return None
    first = end - len(run[0])
    if relative := _relative(folded, lowest, first, end):
        return relative
    start = first
    while start - 1 > lowest and (letters[start - 1] == AND or folded.words[start - 1] in _OR):
        other = _RUN.match(folded.backwards, folded.back(start - 1), folded.back(lowest))
        if not other:
            break
        start -= 1 + len(other[0])
        if start == lowest or letters[start - 1] in ",st:;Q-":
            first = start
    return _trimmed(letters, first, end)


def _relative(folded: Folded, lowest: int, first: int, end: int) -> Range | None:
    """The subject with its relative clause, where a verb right before shows one: "those who fled the town said"."""
    if first <= lowest or folded.letters[first - 1] not in "xvVeo":
        return None
    relative = _RELATIVE.match(folded.backwards, folded.back(first), folded.back(lowest))
    whole = _phrase(folded, lowest, first - len(relative[0])) if relative else None
    return (whole[0], end) if whole else None


def _around(folded: Folded, lowest: int, last: int) -> Range | None:
    """The subject before what stands between commas, dashes or brackets: "Ruiz, who leads the party, said"."""
    letters = folded.letters
    opening = letters[last]
    floor = max(lowest, last - _INSIDE)
    relative = letters.rfind(opening + "w", floor, last)
    mark = relative + 1 if relative > lowest else last
    while (mark := letters.rfind(opening, floor, mark)) > lowest:
        if not _ASIDE.match(letters, mark + 1, last):
            return None
        if letters[mark - 1] == "p":
            return mark - 1, last
        phrase = _phrase(folded, lowest, mark)
        if phrase and any(letter in "Nu" for letter in letters[phrase[0] : phrase[1]]):
            return phrase[0], last
    return None


def _antecedent(folded: Folded, lowest: int, that: int) -> Range | None:
    """The noun phrase before a relative "that": "a draft [that condemned the raid]"."""
    found = _ANTECEDENT.match(folded.backwards, folded.back(that), folded.back(lowest))
    return (that - len(found[0]), that) if found else None


def _trimmed(letters: str, first: int, end: int) -> Range | None:
    where = _WHERE.match(letters, first, end)
    first = where.end() if where else first
    while first < end and letters[first] in _EDGE:
        first += 1
    return (first, end) if _NAMES.search(letters, first, end) else None
