"""Facts: statements in the source's own words, with the sentence that carries each and whose words they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Self

from mkdocs_briefings.annotations import Document, Event, Quotation, Status
from mkdocs_briefings.text import Span
from mkdocs_briefings.wording import inside

Question = Literal["what", "when", "where", "who", "numbers", "said", "next", "disputed"]
Voice = Literal["reported", "attributed", "analyst"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of one source that carry a statement."""

    source_id: str
    span: Span
    anchor: str  # of the sentence: "s-71a982c1"
    paragraph: int  # counted from 1, as the page shows it


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A share or a sum, which pages write as their language does."""

    value: Decimal
    upper: Decimal | None  # of a range
    unit: str  # "%" or ISO 4217
    sign: str  # how exact it is: "", "~", "<", "≤", ">", "≥"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of the fact box."""

    question: Question
    statement: str  # plain text in the source's own words; empty for a day that `value` gives
    evidence: tuple[Evidence, ...]  # at least one
    rule: str  # of the annotation it was made from
    voice: Voice = "reported"
    attributed_to: str | None = None  # the speaker in the source's own words: "Officials in New Delhi"
    said_how: str = ""  # the source's words that bring reported speech: "denied"
    actor_id: str | None = None  # whom the row is about, or who speaks
    figure: str | None = None  # the source's words: of a number, "~40 ships", of a date, "Friday"
    amount: Amount | None = None  # of a share or a sum, instead
    value: str | None = None  # for machines: a number, or an EDTF date
    status: Status | None = None  # of what comes next, and of what is denied
    quoted: bool = False  # the statement is what somebody said, word for word
    gloss: str | None = None  # how a date is known, as a key of the catalogue of words
    corroboration: int = 1  # independent origins
    disputed_by: tuple["Fact", ...] = ()  # what other sources say instead


def evidence(document: Document, span: Span) -> Evidence:
    """The span as evidence, with the sentence that a link to it leads to."""
    sentence = document.sentence_at(span.start)
    return Evidence(source_id=document.source.id, span=span, anchor=sentence.anchor, paragraph=sentence.paragraph + 1)


def words(span: Span, text: str) -> str:
    """The source's words, on one line, without the mark of a list before them."""
    return " ".join(span.of(text).split()).removeprefix("• ")


def speaker(document: Document, span: Span) -> str | None:
    """In whose words the span stands, as the source names them; None: in the newspaper's own."""
    claim = speech_around(document, span)
    return words(claim.source, document.text) if claim and claim.source else None


def speech_around(document: Document, span: Span) -> Quotation | None:
    """The innermost words of somebody that hold the span; what somebody did or planned is nobody's words."""
    holding = [one for one in document.quotations_around(span) if one.source and one.is_statement]
    return min(holding, key=lambda quotation: len(quotation.content), default=None)


def words_for(document: Document, event: Event, limits: "Limits | None" = None) -> Span:
    """The clause of an event, or its whole sentence where that says whose claim it is, or is in it, or limits it.

    Args:
        limits: those of its sentence, where they are known already.
    """
    sentence = document.sentence_at(event.trigger.start).span
    claimed = document.quotations_around(event.trigger) or _gives_away_a_claim(document, event.clause)
    if claimed or event.status in ("denied", "alleged"):
        return sentence
    if (limits or Limits.of(document, sentence)).bind(event.clause):
        return sentence
    return _closed(document, event.clause)


def _gives_away_a_claim(document: Document, clause: Span) -> bool:
    """The clause holds somebody's words without whose they are: "it would wait but accused the army of …"."""
    held = inside(document.quotations, clause, lambda quotation: quotation.content)
    return any(one.source and not clause.contains(one.source) for one in held)


def _closed(document: Document, clause: Span) -> Span:
    """A clause without the "…, a day" at its end that counts from what it leaves out: "after the vote"."""
    for timex in inside(document.timexes, clause, lambda timex: timex.span):
        before = document.text[clause.start : timex.span.start].rstrip()
        if timex.type == "DURATION" and timex.span.end == clause.end and before.endswith(","):
            return Span(clause.start, clause.start + len(before) - 1)
    return clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where a sentence limits what it says, so that each of its parts can be asked whether it is less than a fact.

    A negation or hedge before a part may govern it, a condition anywhere in the sentence does; before a colon may
    stand whose words they are.
    """

    from_here: int  # the first word that may limit all after it, or colon; the end of the sentence: none
    up_to_here: int  # the last condition, which may limit all before it; -1: none
    negated_from: int  # the first negation; the end of the sentence: none
    is_worded: bool  # some word of the sentence limits, be it before or in the part

    @classmethod
    def of(cls, document: Document, sentence: Span) -> Self:
        tokens = document.tokens
        wording = document.wording
        told = [(tokens.starts[at], tokens.lower[at]) for at in tokens.range(sentence)]
        limiting = [start for start, word in told if wording.is_limiting(word)]
        colons = [start for start, word in told if word == ":"]
        hedges = [hedge.span.start for hedge in inside(document.hedges, sentence, lambda hedge: hedge.span)]
        return cls(
            from_here=min((*limiting[:1], *colons[:1], *hedges[:1]), default=sentence.end),
            up_to_here=max((start for start, word in told if word in wording.conditions), default=-1),
            negated_from=min((start for start, word in told if wording.is_negation(word)), default=sentence.end),
            is_worded=bool(limiting),
        )

    def bind(self, part: Span) -> bool:
        """Whether the part, given by itself, would say more than the sentence does."""
        return self.from_here < part.start or self.up_to_here >= part.end


def statements(document: Document) -> tuple[Quotation, ...]:
    """What somebody said that can be given: words in quotation marks, or a clause.

    What is said within somebody else's words is left in them: "She denies that it has offered to pay" is no offer.
    What somebody did not say, or only did, planned or knew, is no statement.
    """
    inner = _inside_others(document.quotations)
    return tuple(
        quotation
        for quotation in document.quotations
        if quotation.manner != "thought"
        and quotation.is_statement
        and (quotation.kind != "indirect" or quotation.is_clause)
        and quotation.content not in inner
    )


def _inside_others(quotations: Iterable[Quotation]) -> frozenset[Span]:
    """Contents that lie within a longer one."""
    inside: set[Span] = set()
    longest = Span(-1, -1)
    for content in sorted({quotation.content for quotation in quotations}, key=lambda span: (span.start, -span.end)):
        if longest.contains(content):
            inside.add(content)
        else:
            longest = content
    return frozenset(inside)


def said_how(document: Document, quotation: Quotation) -> str:
    """The words that bring reported speech, which may turn its sense: "denied", "did not say"; else empty."""
    return words(quotation.cue, document.text) if quotation.cue and quotation.kind != "direct" else ""
