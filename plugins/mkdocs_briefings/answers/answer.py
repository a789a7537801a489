"""A row of the fact box in the making."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from mkdocs_briefings.annotations import Document, Event, Quantity, Quotation
from mkdocs_briefings.facts import Fact, Limits, Question, evidence, speech_around, words, words_for
from mkdocs_briefings.figures import dates
from mkdocs_briefings.register import Actor
from mkdocs_briefings.same_event import Telling
from mkdocs_briefings.same_figure import Setting, number
from mkdocs_briefings.text import Span
from mkdocs_briefings.wording import inside


@dataclass(frozen=True, kw_only=True)  # no slots: what many comparisons ask of it is read once
class Answer:
    """A fact with what it was made from, by which it is compared with those of other articles."""

    fact: Fact
    document: Document
    span: Span  # the words that the statement gives
    made_from: Event | Quantity | Quotation | Actor | None = None

    @cached_property
    def telling(self) -> Telling | None:
        return Telling(self.made_from, self.document) if isinstance(self.made_from, Event) else None

    @cached_property
    def setting(self) -> Setting | None:
        """What stands around its figure."""
        return Setting.of(self.document, self.made_from) if isinstance(self.made_from, Quantity) else None

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The statement's words, without case and marks, and without an article or "that" at its head."""
        told = tuple(word for word in self.document.tokens.words(self.span) if word[0].isalnum())
        return told[1:] if told and told[0] in ("a", "an", "the", "that") else told

    @cached_property
    def figures_told(self) -> frozenset[Hashable]:
        """Every figure in its words, with its unit; and what else is written in digits, but no date."""
        tokens = self.document.tokens
        quantities = inside(self.document.quantities, self.span, lambda quantity: quantity.span)
        aside = [*(one.span for one in quantities), *(timex.span for timex in dates(self.document, self.span))]
        covered = {at for span in aside for at in tokens.range(span)}
        bare = (tokens.lower[at] for at in tokens.range(self.span) if at not in covered)
        digits = (word for word in bare if word[0].isdigit())
        return frozenset([*((quantity.unit, number(quantity)) for quantity in quantities), *digits])


def of_event(document: Document, event: Event, question: Question, limits: Limits | None = None) -> Answer:
    span, claim = words_for(document, event, limits), speech_around(document, event.trigger)
    fact = Fact(
        question=question,
        statement=words(span, document.text),
        evidence=(evidence(document, span),),
        rule=event.rule,
        voice="attributed" if claim else "reported",
        attributed_to=words(claim.source, document.text) if claim and claim.source else None,
        actor_id=claim.actor_id if claim else event.attributed_to,
        status=None if event.status == "reported" else event.status,
    )
    return Answer(fact=fact, document=document, span=span, made_from=event)
