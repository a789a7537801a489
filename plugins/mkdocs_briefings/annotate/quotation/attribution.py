"""What one cue attributes to whom."""

from dataclasses import dataclass

from mkdocs_briefings.annotate.quotation.cues import Standing
from mkdocs_briefings.annotate.quotation.folding import Range
from mkdocs_briefings.rules.quotations import Manner

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

    @property
    def is_clause(self) -> bool:
        return self.frame in _CLAUSES


def attribution(one: Standing, content: Range, source: Range | None, frame: str) -> Attribution:
    return Attribution(
        rule=one.cue.record.rule,
        manner=one.cue.record.manner,
        content=content,
        source=source,
        cue=(one.group, one.end),
        frame=frame,
        speaks=one.cue.speaks,
        is_said=_is_said(one, source, frame),
    )


def _is_said(one: Standing, source: Range | None, frame: str) -> bool:
    """False: what follows was not said, or nobody tells that it was: "refused to say", "no official said that"."""
    if one.is_negated or (frame == "to" and one.cue.record.manner == "denied"):
        return False
    if frame == "speech":
        return True
    words, start = one.folded.words, source[0] if source else one.group
    before = words[start - 1].lower() if start > one.sentence.start else ""
    is_nobody = words[start].lower() in one.words.nobodies
    return not (one.is_modal or is_nobody or before in one.words.conditions)
