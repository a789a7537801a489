"""The annotated source text: what the passes found, as marks over the untouched words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from mkdocs_briefings.annotations import Document, Mention, Quotation, Sentence, Timex
from mkdocs_briefings.briefing import Briefing, PlacedNote
from mkdocs_briefings.corpus.actor_index import sort_word
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.facts import statements, words
from mkdocs_briefings.markup import LINK, SENTENCE, Insert, Mark, date_element, element, weave
from mkdocs_briefings.pages.anchors import Anchors
from mkdocs_briefings.pages.edition import Here, shortened
from mkdocs_briefings.text import Span

_LONGEST_GLOSS = 30  # characters
_IN_MARKS = re.compile(r"“[^“”]+”|\"[^\"]+\"")
_YEAR_UNKNOWN = re.compile(r"XXXX(?:-\d\d(?:-\d\d)?)?")  # TIMEX3: "August", "8 August", "later this year"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    html: Markup  # its text is the source's, every character
    notes: tuple[PlacedNote, ...]  # of the analyst, on words in it


def paragraphs(
    here: Here, briefing: Briefing, document: Document, events: Iterable[tuple[str, Report]]
) -> tuple[Paragraph, ...]:
    """The document's paragraphs.

    Their texts are exact slices of the article, in order; between them stands only blank space, so that the
    whole article can be read back with `document.paragraphs`.

    Args:
        events: with the ids of their rows on this page.
    """
    notes = [note for note in briefing.notes if note.evidence.source_id == document.source.id]
    marks = _by_paragraph(document, [(mark.span, mark) for mark in _marks(here, briefing, document)])
    anchors = here.edition.anchors[briefing.slug]
    placed = [
        *_note_links(here, notes, anchors),
        *_event_links(here, events),
        *_statement_links(here, document, anchors),
    ]
    inserts = _by_paragraph(document, [(Span(insert.at - 1, insert.at), insert) for insert in placed])
    remarks = _by_paragraph(document, [(_last(note.evidence.span), note) for note in notes])
    return tuple(
        Paragraph(
            html=weave(document.text, span, marks[number], inserts[number]),
            notes=tuple(remarks[number]),
        )
        for number, span in enumerate(document.paragraphs)
    )


def _by_paragraph(document: Document, placed: Iterable[tuple[Span, T]]) -> list[list[T]]:
    """What stands in each paragraph; what crosses several stands in each of them."""
    starts = [paragraph.start for paragraph in document.paragraphs]
    found: list[list[T]] = [[] for _ in starts]
    for span, thing in placed:
        first = max(0, bisect_right(starts, span.start) - 1)
        for number in range(first, max(first + 1, bisect_right(starts, max(span.start, span.end - 1)))):
            found[number].append(thing)
    return found


def _last(span: Span) -> Span:
    return Span(max(span.start, span.end - 1), span.end)


def _marks(here: Here, briefing: Briefing, document: Document) -> Iterator[Mark]:
    for sentence in document.sentences:
        yield _sentence(here, briefing, document, sentence)
    yield from _actors(here, document)
    for timex in document.timexes:
        yield _date(here, document, timex)
    yield from _quotations(here, document, here.edition.anchors[briefing.slug])
    for quantity in document.quantities:
        yield Mark(span=quantity.span, tag="data", attributes=(("class", "br-num"), ("value", str(quantity.value))))
    for hedge in document.hedges:
        yield Mark(span=hedge.span, tag="span", attributes=(("class", "br-hedge"),))


def _sentence(here: Here, briefing: Briefing, document: Document, sentence: Sentence) -> Mark:
    identity = here.sentence_id(briefing, document.source.id, sentence.anchor)
    anchor = (("class", "br-anchor"), ("href", f"#{identity}"), ("aria-label", here.say("text.link")))
    return Mark(
        span=sentence.span,
        tag="span",
        rank=SENTENCE,
        attributes=(("class", "br-s"),),
        once=(("id", identity),),
        opens_with=element("a", anchor, Markup()),
    )


def _actors(here: Here, document: Document) -> Iterator[Mark]:
    """Links to actors; only a name's first mention in a paragraph is underlined."""
    seen: set[tuple[int, str]] = set()
    for mention in sorted(document.mentions, key=lambda mention: mention.span):
        link = here.actor(mention.actor_id)
        if link and mention.actor_id:
            paragraph = document.sentence_at(mention.span.start).paragraph
            again = (paragraph, mention.actor_id) in seen or mention.mention_type != "NAM"
            seen.add((paragraph, mention.actor_id))
            yield _actor(mention, link.href, again=again)


def _actor(mention: Mention, href: str, *, again: bool) -> Mark:
    classes = "br-actor br-again" if again else "br-actor"
    return Mark(span=mention.span, tag="a", rank=LINK, attributes=(("class", classes), ("href", href)))


def _date(here: Here, document: Document, timex: Timex) -> Mark:
    tag, attributes = date_element(timex.date) if timex.date else ("span", ())
    gloss = _date_gloss(here, document, timex)
    return Mark(
        span=timex.span,
        tag=tag,
        attributes=(("class", "br-date"), *attributes),
        closing=(("data-gloss", gloss),) if gloss else (),
    )


def _date_gloss(here: Here, document: Document, timex: Timex) -> str:
    """What the words leave open: the day they mean, or that nobody can tell it.

    Spans of time, and words by which the source itself names no day ("recently"), need none.
    """
    if timex.value.endswith("_REF"):
        return ""
    if timex.date:
        stated = timex.span.of(document.text)
        plainly_stated = "/" not in timex.date.edtf and timex.date.edtf[:4] in stated
        return "" if plainly_stated else here.words.date(timex.date, short=True)
    if timex.type in ("DURATION", "SET"):
        return ""
    return here.say("text.year_unknown" if _YEAR_UNKNOWN.fullmatch(timex.value) else "text.day_unknown")


def _quotations(here: Here, document: Document, anchors: Anchors) -> Iterator[Mark]:
    """What is said: a tint for words in quotation marks, and the speaker once a sentence, behind the words."""
    said = list(statements(document))
    said.sort(key=lambda quotation: (quotation.kind == "indirect", -quotation.content.end))
    named: set[tuple[str, str]] = set()
    placed: set[Span] = set()
    for quotation in said:
        speaker = _speaker(here, document, quotation)
        sentence = document.sentence_at(quotation.content.start).anchor
        is_new = (sentence, speaker) not in named
        named.add((sentence, speaker))
        identity = (
            () if quotation.content in placed else (("id", anchors.statements[document.source.id, quotation.content]),)
        )
        placed.add(quotation.content)
        yield Mark(
            span=quotation.content,
            tag="span",
            attributes=(("class", "br-quote" if quotation.kind == "direct" else "br-said"),),
            once=identity,
            closing=(("data-gloss", speaker),) if speaker and (is_new or quotation.kind == "direct") else (),
        )
        if quotation.kind == "mixed":
            for words_in_marks in _IN_MARKS.finditer(document.text, quotation.content.start, quotation.content.end):
                yield Mark(span=Span(*words_in_marks.span()), tag="span", attributes=(("class", "br-quote"),))


def _speaker(here: Here, document: Document, quotation: Quotation) -> str:
    entry = here.edition.actors.get(quotation.actor_id or "")
    if entry:
        return sort_word(entry.actor) if entry.actor.type == "person" else entry.actor.name
    return shortened(words(quotation.source, document.text), _LONGEST_GLOSS) if quotation.source else ""


def _statement_links(here: Here, document: Document, anchors: Anchors) -> Iterator[Insert]:
    """The link to each statement, behind its words."""
    name = here.say("text.link_statement")
    for content in dict.fromkeys(quotation.content for quotation in statements(document)):
        href = "#" + anchors.statements[document.source.id, content]
        attributes = (("class", "br-anchor br-anchor--said"), ("href", href), ("aria-label", name))
        yield Insert(content.end, element("a", attributes, Markup()))


def _note_links(here: Here, notes: Iterable[PlacedNote], anchors: Anchors) -> Iterator[Insert]:
    for note in notes:
        attributes = (
            ("class", "br-noteref"),
            ("href", f"#{anchors.notes[note.number]}"),
            ("data-n", str(note.number)),
            ("aria-label", here.say("text.note", number=note.number)),
        )
        yield Insert(note.evidence.span.end, element("a", attributes, Markup()))


def _event_links(here: Here, events: Iterable[tuple[str, Report]]) -> Iterator[Insert]:
    """From the words of an event to its row in the chronology: the shape of its status."""
    for identity, report in events:
        event = report.event
        when = here.words.date(event.date, short=True) if event.date else here.say("event.undated")
        name = here.say("text.event", status=here.say(f"status.{event.status}"), when=when)
        attributes = (
            ("class", f"br-eventref br-status--{event.status}"),
            ("href", f"#{identity}"),
            ("aria-label", name),
        )
        yield Insert(event.clause.end, element("a", attributes, Markup()))
