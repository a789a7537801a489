"""Who said what: quotations with their speakers."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from mkdocs_briefings.annotate.quotation.attribution import Attribution
from mkdocs_briefings.annotate.quotation.attributions import attributions
from mkdocs_briefings.annotate.quotation.folding import Folded, Range, fold
from mkdocs_briefings.annotate.quotation.media import medium
from mkdocs_briefings.annotate.quotation.nouns import noun_claims
from mkdocs_briefings.annotate.quotation.speakers import Speakers
from mkdocs_briefings.annotate.quotation.speech import carried
from mkdocs_briefings.annotations import Document, Quotation
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.word_classes import QUOTED
from mkdocs_briefings.text import Span

Kind = Literal["direct", "indirect", "mixed"]


def quotations(document: Document, rules: Rules, _register: Register) -> Document:
    own = rules.quotations
    folded = fold(document, own.words)
    by_sentence = [attributions(folded, own, sentence) for sentence in folded.sentences]
    said = [
        (one, medium(folded, own.words, sentence, one))
        for sentence, some in zip(folded.sentences, by_sentence, strict=True)
        for one in (*some, *_unless_taken(noun_claims(folded, own, sentence), some))
    ] + [(one, None) for one in carried(folded, document.text, by_sentence)]
    sources = [folded.span(*one.source) for one, _ in said if one.source]
    actors = Speakers.of(document, own.words, folded.quoted()).actors(sources)
    found = [_quotation(folded, one, carrier, actors) for one, carrier in said]
    return replace(document, quotations=tuple(sorted(found, key=lambda quotation: quotation.content)))


def _unless_taken(claims: Iterable[Attribution], found: list[Attribution]) -> list[Attribution]:
    """The claims of nouns but those that a verb has taken: "denied reports that"."""
    starts = {one.content[0] for one in found}
    return [one for one in claims if one.content[0] not in starts]


def _quotation(folded: Folded, one: Attribution, carrier: Range | None, actors: dict[Span, str | None]) -> Quotation:
    content, kind = _content(folded, *one.content)
    source = folded.span(*one.source) if one.source else None
    return Quotation(
        content=content,
        kind=kind,
        rule=one.rule,
        source=source,
        cue=folded.span(*one.cue) if one.cue else None,
        manner=one.manner,
        is_said=one.is_said,
        is_clause=one.is_clause,
        is_broad=one.is_broad,
        actor_id=actors[source] if source else None,
        medium=folded.span(*carrier) if carrier else None,
    )


def _content(folded: Folded, first: int, end: int) -> tuple[Span, Kind]:
    """Direct where all of it stands in quotation marks, mixed where a part of it does."""
    letters = folded.letters[first:end]
    if QUOTED not in letters:
        return folded.span(first, end), "indirect"
    if letters.strip(",.") == QUOTED:
        at = folded.letters.index(QUOTED, first)
        return folded.span(at, at + 1), "direct"
    return folded.span(first, end), "mixed"
