"""Facts: statements in the source's own words, with the sentence that carries each and whose words they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.annotations import Document, Event, Quotation, Status
from mkdocs_briefings.text import Span
from mkdocs_briefings.wording import inside, is_condition, is_limiting

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
class Fact:
    """One row of the fact box."""

    question: Question
    statement: str  # plain text in the source's own words; of a date, in ours
    evidence: tuple[Evidence, ...]  # at least one
    rule: str  # of the annotation it was made from
    voice: Voice = "reported"
    attributed_to: str | None = None  # the speaker in the source's own words: "Officials in New Delhi"
    said_how: str = ""  # the source's words that bring reported speech: "denied"
    actor_id: str | None = None  # whom the row is about, or who speaks
    figure: str | None = None  # of a number, as a reader takes it in: "~35%"; of a date, the source's words
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
    holding = [quotation for quotation in document.quotations_around(span) if quotation.source]
    innermost = min(holding, key=lambda quotation: len(quotation.content), default=None)
    return words(innermost.source, document.text) if innermost and innermost.source else None


def in_whose_words(document: Document, event: Event) -> tuple[Span, str | None]:
    """The clause of an event, or its whole sentence where that says whose claim it is or limits it; and whose."""
    sentence = document.sentence_at(event.trigger.start).span
    claimed = document.quotations_around(event.trigger)
    whole = claimed or event.status in ("denied", "alleged") or is_limited(document, sentence, event.clause)
    return (sentence if whole else _closed(document, event.clause)), speaker(document, event.trigger)


def _closed(document: Document, clause: Span) -> Span:
    """A clause without the "…, a day" at its end that counts from what it leaves out: "after the vote"."""
    for timex in inside(document.timexes, clause, lambda timex: timex.span):
        before = document.text[clause.start : timex.span.start].rstrip()
        if timex.type == "DURATION" and timex.span.end == clause.end and before.endswith(","):
            return Span(clause.start, clause.start + len(before) - 1)
    return clause


def is_limited(document: Document, sentence: Span, part: Span) -> bool:
    """Whether a part of a sentence, given by itself, would say more than the sentence does.

    A negation or hedge before it may govern it, a condition anywhere in the sentence does; before a colon may stand
    whose words they are.
    """
    before, after = Span(sentence.start, part.start), Span(part.end, sentence.end)
    return (
        any(is_limiting(word) or word == ":" for word in document.tokens.words(before))
        or any(is_condition(word) for word in document.tokens.words(after))
        or bool(inside(document.hedges, before, lambda hedge: hedge.span))
    )


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
