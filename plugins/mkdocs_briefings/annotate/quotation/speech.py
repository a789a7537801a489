"""Direct speech without a cue of its own: who spoke last, or who speaks next, says it."""

import re
from itertools import groupby

from mkdocs_briefings.annotate.quotation import sources
from mkdocs_briefings.annotate.quotation.attribution import Attribution
from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.annotate.quotation.marks import MARKS

_FULL = re.compile(rf"[{MARKS}\s(\[…]*(?:[A-Z0-9]|i\b).*[.!?,…—–-][{MARKS})\]\s]*\Z", re.DOTALL)
_SHORTEST = 20  # characters of a stretch inside a sentence that may be speech of its own
_CLOSED = re.compile(rf"[{MARKS}]\s*\Z")
_ALONE = re.compile(r"[Q.,?;]+\Z")
_SPEAKER = r"(?P<source>p|[dq]?[NuD'h.fcmige]{1,14}?(?:,[^,Q]{1,30},)?)"
_FOLLOWED = re.compile(rf"{_SPEAKER}a?[eVZvB](?=[^Q]*\Z)")
_FOLLOWED_BY = re.compile(r"[eVZv]a?(?P<source>[dqDN][NuD'h.m]*)")
_SIGNED = re.compile(r"[-h]+(?P<source>[NuDdfi.,c]+?)[.]?\Z")
_LATE = re.compile(rf"{_SPEAKER}a?[eVZ](?:[iT][^xVvQ]*)?[.]?\Z")
_NAMED = re.compile(r"N[N.'h]{0,3}(?:cN{1,3})?(?=[-?.Q)(]|\Z)")
_VERBS = "eVZ"

Row = tuple[range, list[Attribution]]  # a sentence with what its cues attribute


def carried(folded: Folded, text: str, found: list[list[Attribution]]) -> list[Attribution]:
    """The stretches of full speech that no cue took, each with the speaker it inherits."""
    new: list[Attribution] = []
    speaker: Range | None = None
    goes_on = False  # the paragraph before ended in an open quotation or a colon
    numbered = zip(folded.paragraphs, folded.sentences, found, strict=True)
    for _, paragraph in groupby(numbered, key=lambda entry: entry[0]):
        rows = [(sentence, attributions) for _, sentence, attributions in paragraph]
        first, last = rows[0][0].start, rows[-1][0].stop
        if "Q" in folded.letters[first:last]:
            inherits = goes_on or folded.letters[first] == "Q"
            said, speaker = _in_paragraph(folded, text, rows, speaker if inherits else None)
            new.extend(said)
            goes_on = folded.letters[last - 1] == "Q" and not _CLOSED.search(
                text, folded.ends[last - 1] - 3, folded.ends[last - 1]
            )
        else:
            goes_on = folded.letters[last - 1] == ":"
            speaker = _before_colon(folded, rows[-1][0], last - 1) if goes_on else None
            speaker = speaker or _latest(rows)
    return new


def _latest(rows: list[Row]) -> Range | None:
    """Who speaks last in a paragraph; where nobody does, whose stance is told last."""
    sourced = [one for _, attributions in reversed(rows) for one in reversed(attributions) if one.source]
    return next((one.source for one in sourced if one.speaks), sourced[0].source if sourced else None)


def _in_paragraph(
    folded: Folded, text: str, rows: list[Row], before: Range | None
) -> tuple[list[Attribution], Range | None]:
    """What is said in a paragraph, and who spoke last in it."""
    said: list[Attribution] = []
    speaker = before
    waiting: list[int] = []
    for sentence, attributions in rows:
        spoken = _speaker(attributions)
        for at in _loose(folded, text, sentence, attributions):
            who = spoken or _introduced(folded, sentence, at) or speaker
            if who:
                said.append(_said(at, who))
                speaker = who
            else:
                waiting.append(at)
        late = None if attributions else _LATE.match(folded.letters, sentence.start, sentence.stop)
        spoken = late.span("source") if late else spoken
        if spoken:
            said.extend(_said(at, spoken) for at in waiting)
            waiting.clear()
            speaker = spoken
    said.extend(_said(at, None) for at in waiting)
    return said, speaker


def _speaker(attributions: list[Attribution]) -> Range | None:
    """Who is quoted in a sentence, directly before indirectly."""
    speaking = [one for one in attributions if one.speaks and one.source]
    direct = [one for one in speaking if one.frame == "speech"]
    return (direct or speaking)[0].source if speaking else None


def _loose(folded: Folded, text: str, sentence: range, attributions: list[Attribution]) -> list[int]:
    """The stretches of full speech in a sentence that no cue took."""
    letters = folded.letters
    found: list[int] = []
    at = letters.find("Q", sentence.start, sentence.stop)
    alone = at >= 0 and _ALONE.match(letters, sentence.start, sentence.stop) is not None
    while at >= 0:
        taken = any(one.content[0] <= at < one.content[1] for one in attributions)
        signed = at == sentence.start and _SIGNED.match(letters, at + 1, sentence.stop) is not None
        if not taken and (alone or signed or _is_full(folded, text, at)):
            found.append(at)
        at = letters.find("Q", at + 1, sentence.stop)
    return found


def _is_full(folded: Folded, text: str, at: int) -> bool:
    start, end = folded.starts[at], folded.ends[at]
    announced = at > 0 and folded.letters[at - 1] == ":"
    return (announced or end - start > _SHORTEST) and _FULL.match(text, start, end) is not None


def _introduced(folded: Folded, sentence: range, at: int) -> Range | None:
    """Who says a stretch that a colon opens, a verb unknown to us goes with, or a name signs."""
    letters = folded.letters
    if at > sentence.start and letters[at - 1] == ":":
        return _before_colon(folded, sentence, at - 1)
    if at - 3 > sentence.start and letters[at - 1] == ",":
        if letters[at - 3 : at - 1] == "2B":
            return sources.of_clause(folded, sentence.start, at - 3)
        if letters[at - 2] in _VERBS:
            return sources.before(folded, sentence.start, at - 2) or sources.of_clause(folded, sentence.start, at - 2)
    for pattern in (_FOLLOWED, _FOLLOWED_BY, _SIGNED):
        follows = pattern.match(letters, at + 1, sentence.stop)
        if follows:
            return follows.span("source")
    return None


def _before_colon(folded: Folded, sentence: range, colon: int) -> Range | None:
    letters = folded.letters
    if letters[colon - 1] in _VERBS and colon - 1 > sentence.start:
        found = sources.before(folded, sentence.start, colon - 1)
        if found:
            return found
    named = _NAMED.match(folded.backwards, folded.back(colon), folded.back(sentence.start))
    if named:
        return colon - len(named[0]), colon
    return sources.of_clause(folded, sentence.start, colon) or sources.before(folded, sentence.start, colon - 1)


def _said(at: int, source: Range | None) -> Attribution:
    return Attribution(
        rule="quotation.carried",
        manner="said",
        content=(at, at + 1),
        source=source,
        cue=None,
        frame="carried",
        speaks=True,
    )
