"""The desk's corrections, applied right after the pass each corrects, so that later passes build on them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from mkdocs_briefings.annotations import (
    BY_THE_DESK,
    Document,
    EntityType,
    Event,
    Mention,
    Quantity,
    Quotation,
    Timex,
)
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.grounding import place
from mkdocs_briefings.overlay import Correction, OverlayFile
from mkdocs_briefings.register import Actor, Register
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span

_PASS_OF = {"actor": "resolve", "date": "timexes", "quotation": "quotations", "number": "quantities", "event": "events"}
_ENTITY: dict[str, EntityType] = {"person": "PER", "state": "GPE"}

Annotation = TypeVar("Annotation", Mention, Timex, Quotation, Quantity, Event)


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction with the words it is about."""

    correction: Correction
    span: Span
    overlay: OverlayFile
    number: int

    def wrong(self, problem: str, found: str | None, expected: str) -> OverlayError:
        line = self.overlay.line("corrections", self.number)
        return OverlayError(problem, path=self.overlay.path, line=line, found=found, expected=expected)

    def one_of(self, annotations: Iterable[Annotation], kind: str) -> Annotation:
        """The one annotation that the words touch.

        Raises:
            OverlayError: they touch none, or several.
        """
        touched = [annotation for annotation in annotations if _place(annotation).overlaps(self.span)]
        if len(touched) != 1:
            problem = f"correction touches {len(touched) or 'no'} {kind}s"
            raise self.wrong(problem, None, f"the words of one {kind}, as `briefings explain` shows it")
        return touched[0]


def amender(overlay: OverlayFile, sources: Iterable[Source], register: Register) -> Callable[[str, Document], Document]:
    """What `annotate` calls after each pass: the corrections of the overlay that touch that pass.

    Args:
        sources: the articles of the overlay.

    Raises:
        OverlayError: now, where corrected words are not in an article or two corrections are about the same
            words; when called, where they touch no annotation, or several, or name an unknown actor or no date.
    """
    placed: dict[str, list[Placed]] = {}
    for source, one in _placed(overlay, tuple(sources)):
        for other in placed.setdefault(source.id, []):
            if _kind(other.correction) == _kind(one.correction) and other.span.overlaps(one.span):
                raise one.wrong("two corrections of the same words", one.span.of(source.text), "one of them")
        placed[source.id].append(one)

    def amend(name: str, document: Document) -> Document:
        known = {**{actor.id: actor for actor in document.actors}, **register.actors}
        for one in placed.get(document.source.id, ()):
            document = _applied(name, document, one, known)
        return document

    return amend


def _placed(overlay: OverlayFile, sources: tuple[Source, ...]) -> Iterator[tuple[Source, Placed]]:
    for number, correction in enumerate(overlay.settings.corrections):
        source, span = place(overlay, sources, correction.at, "corrections", number)
        yield source, Placed(correction, span, overlay, number)


def _kind(correction: Correction) -> str:
    return correction.drop or ("actor" if correction.actor is not None else "date")


def _place(annotation: Mention | Timex | Quotation | Quantity | Event) -> Span:
    if isinstance(annotation, Quotation):
        return annotation.content
    return annotation.trigger if isinstance(annotation, Event) else annotation.span


def _applied(name: str, document: Document, one: Placed, known: dict[str, Actor]) -> Document:
    correction = one.correction
    if correction.drop and name == _PASS_OF[correction.drop]:
        return _dropped(document, one, correction.drop)
    if correction.actor is not None and name == "resolve":
        if correction.actor != "none" and correction.actor not in known:
            raise one.wrong("no such actor", correction.actor, "an actor's id, as its address ends, or `none`")
        return _named(document, one, known.get(correction.actor))
    if correction.date is not None and name in ("timexes", "events"):
        try:
            date = PartialDate.parse(str(correction.date))
        except ValueError as wrong:
            expected = "EDTF, as 2025-08-08, 2025-08 or ../2025-08-08"
            raise one.wrong(f"not a date: {wrong}", str(correction.date), expected) from None
        return _timex_dated(document, one, date) if name == "timexes" else _event_dated(document, one, date)
    return document


def _dropped(document: Document, one: Placed, mark: str) -> Document:
    if mark == "actor":
        gone = one.one_of(document.mentions, "name")
        return _with_mentions(document, (m for m in document.mentions if m is not gone), document.actors)
    if mark == "date":
        return replace(document, timexes=_without(document.timexes, one.one_of(document.timexes, "date")))
    if mark == "quotation":
        return replace(document, quotations=_without(document.quotations, one.one_of(document.quotations, mark)))
    if mark == "number":
        return replace(document, quantities=_without(document.quantities, one.one_of(document.quantities, mark)))
    return replace(document, events=_without(document.events, one.one_of(document.events, mark)))


def _without(annotations: tuple[Annotation, ...], gone: Annotation) -> tuple[Annotation, ...]:
    return tuple(annotation for annotation in annotations if annotation is not gone)


def _named(document: Document, one: Placed, actor: Actor | None) -> Document:
    """The mention means the actor, or nobody; one is made where the machine saw none."""
    if actor and not any(mention.span.overlaps(one.span) for mention in document.mentions):
        kind = _ENTITY.get(actor.type, "ORG")
        made = Mention(span=one.span, mention_type="NAM", entity_type=kind, rule=BY_THE_DESK, actor_id=actor.id)
        mentions = sorted((*document.mentions, made), key=lambda mention: mention.span)
    else:
        meant = one.one_of(document.mentions, "name")
        kind = _ENTITY.get(actor.type, "ORG") if actor else meant.entity_type
        told = replace(
            meant, actor_id=actor.id if actor else None, entity_type=kind, candidates=(), reading=None, rule=BY_THE_DESK
        )
        mentions = [told if mention is meant else mention for mention in document.mentions]
    return _with_mentions(document, mentions, (*document.actors, *([actor] if actor else [])))


def _with_mentions(document: Document, mentions: Iterable[Mention], actors: Iterable[Actor]) -> Document:
    """The document with these mentions, and of the actors those that they mean."""
    kept = tuple(mentions)
    meant = {mention.actor_id for mention in kept}
    known = {actor.id: actor for actor in actors if actor.id in meant}
    return replace(document, mentions=kept, actors=tuple(known.values()))


def _timex_dated(document: Document, one: Placed, date: PartialDate) -> Document:
    """A date set where a timex stands; where none does, an event is meant."""
    if not any(timex.span.overlaps(one.span) for timex in document.timexes):
        return document
    meant = one.one_of(document.timexes, "date")
    told = replace(meant, type="DATE", value=date.edtf, mod=None, anchor=None, date=date, rule=BY_THE_DESK)
    return replace(document, timexes=tuple(told if timex is meant else timex for timex in document.timexes))


def _event_dated(document: Document, one: Placed, date: PartialDate) -> Document:
    """The date of the event whose trigger the words touch, or of those that a corrected timex dates."""
    if any(timex.rule == BY_THE_DESK and timex.span.overlaps(one.span) for timex in document.timexes):
        dated = {id(event) for event in document.events if event.timex and event.timex.overlaps(one.span)}
        events = (replace(e, date_source="desk") if id(e) in dated else e for e in document.events)
    else:
        meant = one.one_of(document.events, "event or date")
        events = (replace(e, date=date, date_source="desk") if e is meant else e for e in document.events)
    return replace(document, events=tuple(events))
