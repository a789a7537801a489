"""Where the content of a statement ends."""

import re

from mkdocs_briefings.annotate.quotation.cues import Standing
from mkdocs_briefings.annotate.quotation.folding import Folded, Range

FINITE = re.compile(r"[xVvZB'e]")
# A clause ends where another verb or source takes over: ", adding that", ", and Odar said", ", according to".
_NEW_SUBJECT = r"(?:a|i?T|i[dq]?[NuhD]{1,4})*(?:[pw]|[dq]?[NuDegh'.J]{1,8}(?:[fi][dq]?[NuDegh']{1,6})?)"
_TAKEN_OVER = (
    rf"i?G|A|[cb]a*[VZ]|[cb]a*x[ax]*[VB]|[cb]{_NEW_SUBJECT}a*(?:[xVZve]|B[tpdqNW])|(?:p|[dq]?[Nu.]{{1,4}})[ax]*[VZB]"
)
CLAUSE = re.compile(rf"(?:[^;?,cb-]|[,?-](?!{_TAKEN_OVER})|[cb](?!a*[VZG]))*")
_CONTRAST = re.compile(rf",s(?={_NEW_SUBJECT}a*[xVZve])")
_MAIN_CLAUSE = re.compile(r",(?=[pdqN])")
_NP = re.compile(rf"(?:[^;:?,.(cbs)-]|[cb](?!a*(?:[VvZxG]|B[tW2])|{_NEW_SUBJECT}a*[xVvZ])|\.(?=.))*")
_MAIN_VERB = re.compile(r"a*[xVv]")
_MAIN_SUBJECT = re.compile(r"p[ax]*[VvZe]")
_CIRCUMSTANCE = frozenset("iTsa")  # after a quoted stretch: when, where or how it was said
_PARTICIPLE = frozenset("Gg")
_IN_A_MEDIUM = re.compile(r"id[NuDegh]{0,3}m(?:[if][dq]?[NuT]+)?\Z")
_ON_A_DAY = re.compile(r"(?:i?[dqD]?T+a|iT)\Z")
_TRAIL = ",.;:?-("
_LEAD = ",.;:-cb"


def clause_end(found: Standing, first: int) -> int:
    """Where the clause that starts at `first` ends; inside "While Ruiz said …, the …" at the main clause."""
    end = _matched(CLAUSE, found, first)
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


def _matched(pattern: re.Pattern[str], found: Standing, first: int) -> int:
    match = pattern.match(found.letters, first, found.sentence.stop)
    return match.end() if match else first


def phrase_end(found: Standing, first: int) -> int:
    return _matched(_NP, found, first)


def object_end(found: Standing, first: int) -> int:
    """Where a plain object ends; after "who opposed …" before the main verb, in "When Ruiz raised …" at "he"."""
    end = phrase_end(found, first)
    after = _MAIN_VERB if found.left in "tw" else _MAIN_SUBJECT if found.is_subordinate else None
    main = after.search(found.letters, first + 1, end) if after else None
    return main.start() if main else end


def quoted_end(folded: Folded, content: Range, *, is_clause: bool) -> int:
    """Where content with quotation marks ends: called it "a farce," adding …; called it "rigged" in a letter."""
    letters, (first, end) = folded.letters, content
    if letters[first : first + 1] == "Q" and letters[first + 1 : first + 2] in _CIRCUMSTANCE:
        return first + 1
    at = letters.find("Q", first, end)
    while at >= 0:
        if folded.comma_inside(at) and not (is_clause and letters[at + 1 : at + 2] not in _PARTICIPLE):
            return at + 1
        at = letters.find("Q", at + 1, end)
    return end


def before_circumstance(found: Standing, content: Range) -> Range:
    """Without when or in what it was said: "asked for talks [a week earlier]", "denied the charge [in a letter]"."""
    first, end = content
    letters, words = found.letters[first:end], found.folded.words
    medium = _IN_A_MEDIUM.search(letters)
    if medium and medium.start() and words[first + medium.start() + 1] in found.words.indefinites:
        return first, first + medium.start()
    when = _ON_A_DAY.search(letters)
    if not when or not when.start():
        return content
    on_a_day = words[first + when.start()] == "on" and words[end - 1] in found.words.weekdays
    is_past = (on_a_day and found.cue.form == "past") or words[end - 1] in found.words.looking_back
    return (first, first + when.start()) if is_past else content


def tidy(letters: str, first: int, end: int) -> Range:
    """Without the marks and conjunctions at its edges."""
    while end > first and letters[end - 1] in _TRAIL:
        end -= 1
    while first < end and letters[first] in _LEAD:
        first += 1
    return first, end
