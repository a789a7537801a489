"""What carried a statement: "a post on X", "a statement"."""

import re

from mkdocs_briefings.annotate.quotation.attribution import Attribution
from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.rules.word_classes import WordClasses

_CARRIER = r"(?P<medium>[dq]?[NuDegh'TQ]{0,4}[mBZ]{1,2}(?:[if][dq]?N+)?|N{1,2})"
_FRONTED = re.compile(rf"[aTbc]*i{_CARRIER}")
_AFTER_CUE = re.compile(rf"(?:a|i?T|[op]|[dq]?[Nu]{{1,3}})*?i{_CARRIER}")
_NEAR = 12  # items


def medium(folded: Folded, classes: WordClasses, sentence: range, one: Attribution) -> Range | None:
    if one.cue is None:
        return None
    end = one.content[0] if one.content[0] >= one.cue[1] else sentence.stop
    after = _AFTER_CUE.match(folded.letters, one.cue[1], min(end, one.cue[1] + _NEAR))
    fronted = _FRONTED.match(folded.letters, sentence.start, one.cue[0])
    for found in (after, fronted):
        if found and _carries(folded, classes, *found.span("medium")):
            return found.span("medium")
    return None


def _carries(folded: Folded, classes: WordClasses, start: int, end: int) -> bool:
    words = folded.words[start:end]
    return any(word in classes.media for word in words) or " ".join(words) in classes.platforms
