"""What one cue attributes to whom."""

import re
from dataclasses import dataclass

from mkdocs_briefings.annotate.quotation import sources
from mkdocs_briefings.annotate.quotation.cues import Standing
from mkdocs_briefings.annotate.quotation.folding import Range
from mkdocs_briefings.rules.quotations import Manner

_BARE = re.compile(r"[poq](?:i.*)?\Z")
_UNTOLD = re.compile(r"[dq][uaeghNJmBZ]{1,4}(?:$|[,siT])")  # "the list in May" is no more than "the list"
_CLAUSES = frozenset(
    (
        *("speech", "carried", "colon", "according", "comma", "after"),
        *("that", "clause", "to", "wh", "np-that", "np-clause", "np-to", "np-wh"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody's words or thoughts, in items."""

    rule: str
    manner: Manner
    content: Range
    source: Range | None
    cue: Range | None
    frame: str
    speaks: bool = False  # the cue may bring direct speech, and so may what follows
    is_said: bool = True  # "did not say that …" is not
    is_broad: bool = False

    @property
    def is_clause(self) -> bool:
        return self.frame in _CLAUSES


def attribution(one: Standing, content: Range, source: Range | None, frame: str) -> Attribution:
    return Attribution(
        rule=one.cue.record.rule,
        manner=one.cue.record.manner,
        content=content,
        source=sources.core(one.folded, source) if source else None,
        cue=(one.group, one.end),
        frame=frame,
        speaks=one.cue.speaks,
        is_said=_is_said(one, source, frame),
        is_broad=_is_broad(one, content, source, frame),
    )


def _is_broad(one: Standing, content: Range, source: Range | None, frame: str) -> bool:
    """No words of anybody: what the cue does not put into words, what nobody expects, or "it"."""
    is_nobodys = source is None and (frame == "passive" or one.cue.record.manner == "thought")
    if is_nobodys or one.cue.is_broad(frame):
        return True
    letters = one.letters[slice(*content)]
    known = one.cue.is_broad("known") and one.folded.words[content[0]].lower() in one.words.definites
    return frame == "np" and (_BARE.match(letters) is not None or (known and _UNTOLD.match(letters) is not None))


def _is_said(one: Standing, source: Range | None, frame: str) -> bool:
    """False: what follows was not said, or nobody tells that it was: "refused to say", "no official said that"."""
    if one.is_negated or (frame == "to" and one.cue.record.manner == "denied"):
        return False
    if frame == "speech" and not one.is_modal:
        return True
    words, start = one.folded.words, source[0] if source else one.group
    before = words[start - 1].lower() if start > one.sentence.start else ""
    is_nobody = words[start].lower() in one.words.nobodies
    return not (one.is_modal or is_nobody or before in one.words.conditions)
