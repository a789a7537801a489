"""A headline for an article that has none: a clause of its lead, in the source's words, with names made short."""

import re
from collections.abc import Iterator

from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.answers.lead import lead_sentence, main_event
from mkdocs_briefings.facts import words, words_for
from mkdocs_briefings.register import Actor
from mkdocs_briefings.text import Span

_LONGEST = 120  # characters; a longer line above the text is no headline
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def headline(document: Document) -> str:
    """The publisher's headline, or the line above the text; else a clause of the lead; else the lead sentence.

    A clause is taken where it is true by itself: nothing before it in its sentence limits it, and it does not open
    with a word that points back. What is somebody's claim keeps the words that say so. Only titles, given names of
    persons the register knows, and parentheses are left out.
    """
    if document.source.headline:
        return document.source.headline
    top, lead = document.prose[0], lead_sentence(document)
    if top.paragraph != lead.paragraph and len(top.span) <= _LONGEST:
        return words(top.span, document.text)
    return _shortened(document, _clause(document, lead.span))


def _clause(document: Document, lead: Span) -> Span:
    main = main_event(document)
    if not main:
        return lead
    span = words_for(document, main)
    told = span.of(document.text)
    whole = all(told.count(left) == told.count(right) for left, right in _PAIRS) and told.count('"') % 2 == 0
    return lead if next(document.tokens.words(span), "") in document.wording.pointing_subjects or not whole else span


def _shortened(document: Document, span: Span) -> str:
    """The words of a span without what a headline leaves out, if any are left, and without a stop at the end."""
    text, at, kept = document.text, span.start, ""
    for left_out in _left_out(document, span):
        if left_out.start >= at:
            kept += text[at : left_out.start]
            at = left_out.end
    told = " ".join(_PARENTHESIS.sub("", kept + text[at : span.end]).split())
    if not any(map(str.isalnum, told)):
        told = words(span, text)
    return told[:-1].rstrip() if told.endswith(".") and not told.endswith("..") and not _ends_short(told) else told


def _ends_short(told: str) -> bool:
    """The stop belongs to an abbreviation: "U.S."."""
    return re.search(r"\b\w\.\w\.$", told) is not None


def _left_out(document: Document, span: Span) -> Iterator[Span]:
    """Titles and given names of persons whom the register knows and a reader will by their surname."""
    known = {actor.id: actor for actor in document.actors if actor.type == "person" and actor.wikidata}
    for mention in document.mentions:
        actor = known.get(mention.actor_id or "")
        if actor and span.contains(mention.span):
            yield from _beside_surname(document, actor, mention, known)


def _beside_surname(document: Document, actor: Actor, mention: Mention, known: dict[str, Actor]) -> Iterator[Span]:
    name = mention.span.of(document.text)
    surname = actor.sort_name or ""
    shared = sum(other.sort_name == surname for other in known.values()) > 1
    at = name.find(surname)
    start, end = mention.span.start, mention.span.end
    if mention.title and mention.title.end <= start:
        yield Span(mention.title.start, start)
    if surname and not shared and at >= 0:
        if at:
            yield Span(start, start + at)
        if start + at + len(surname) < end:
            yield Span(start + at + len(surname), end)
