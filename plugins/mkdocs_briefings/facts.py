"""Facts: statements in the source's own words, with the sentence that carries each and whose words they are."""

from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.annotations import Document, Event, Quotation, Status
from mkdocs_briefings.text import Span

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
    status: Status | None = None  # of what comes next
    quoted: bool = False  # the statement is what somebody said, word for word
    gloss: str | None = None  # how a date is known, as a key of the catalogue of words
    corroboration: int = 1  # independent origins
    disputed_by: tuple[str, ...] = ()


def evidence(document: Document, span: Span) -> Evidence:
    """The span as evidence, with the sentence that a link to it leads to."""
    sentence = document.sentence_at(span.start)
    return Evidence(source_id=document.source.id, span=span, anchor=sentence.anchor, paragraph=sentence.paragraph + 1)


def words(span: Span, text: str) -> str:
    """The source's words, on one line."""
    return " ".join(span.of(text).split())


def speaker(document: Document, span: Span) -> str | None:
    """In whose words the span stands, as the source names them; None: in the newspaper's own."""
    holding = [q for q in document.quotations if q.source and q.content.contains(span)]
    innermost = min(holding, key=lambda quotation: len(quotation.content), default=None)
    return words(innermost.source, document.text) if innermost and innermost.source else None


def in_whose_words(document: Document, event: Event) -> tuple[Span, str | None]:
    """The clause of an event and, where it is somebody's claim, the whole sentence that says whose."""
    voice = speaker(document, event.trigger)
    return (document.sentence_at(event.trigger.start).span, voice) if voice else (event.clause, None)


def statements(document: Document) -> tuple[Quotation, ...]:
    """What somebody said that can be given: words in quotation marks, or a clause.

    What is said within somebody else's words is left in them: "She denies that it has offered to pay" is no offer.
    """
    given = [
        quotation
        for quotation in document.quotations
        if quotation.manner != "thought" and (quotation.kind != "indirect" or quotation.is_clause)
    ]
    inner = {
        id(one)
        for one in given
        for other in document.quotations
        if other is not one and other.content.contains(one.content) and len(other.content) > len(one.content)
    }
    return tuple(quotation for quotation in given if id(quotation) not in inner)


def said_how(document: Document, quotation: Quotation) -> str:
    """The words that bring reported speech, which may turn its sense: "denied", "did not say"; else empty."""
    return words(quotation.cue, document.text) if quotation.cue and quotation.kind != "direct" else ""
