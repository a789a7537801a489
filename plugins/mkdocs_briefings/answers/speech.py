"""Who said what, and what somebody says is not so."""

from collections.abc import Iterator

from mkdocs_briefings.annotations import Document, Quotation
from mkdocs_briefings.answers.answer import Answer, of_event
from mkdocs_briefings.facts import Fact, evidence, said_how, statements, words


def said(document: Document) -> Iterator[Answer]:
    """Speech, the words in quotation marks first, of those first whom the article is about.

    Attitudes, and what was only talked of, are left to the text; denials stand among what is disputed.
    """
    salient = {entry.actor_id for entry in document.salience if entry.salient}
    spoken = [one for one in statements(document) if one.source and not _is_denial(document, one)]
    for quotation in sorted(spoken, key=lambda one: (one.kind == "indirect", one.actor_id not in salient)):
        yield _statement(document, quotation)


def _statement(document: Document, quotation: Quotation) -> Answer:
    fact = Fact(
        question="said",
        statement=words(quotation.content, document.text),
        evidence=(evidence(document, quotation.content),),
        rule=quotation.rule,
        voice="attributed",
        attributed_to=words(quotation.source, document.text) if quotation.source else None,
        said_how=said_how(document, quotation),
        actor_id=quotation.actor_id,
        quoted=quotation.kind == "direct",
    )
    return Answer(fact=fact, document=document, span=quotation.content, made_from=quotation)


def denied(document: Document) -> Iterator[Answer]:
    """What somebody says is not so, in the whole sentence that says it."""
    for event in document.events:
        if event.status == "denied":
            yield of_event(document, event, "disputed")
    for quotation in statements(document):
        if quotation.source and _is_denial(document, quotation):
            yield _denial(document, quotation)


def _is_denial(document: Document, quotation: Quotation) -> bool:
    """ "denied that …", not "refused to …"."""
    first = next(document.tokens.words(quotation.content), "")
    return quotation.manner == "denied" and first != "to"


def _denial(document: Document, quotation: Quotation) -> Answer:
    sentence = document.sentence_at(quotation.content.start).span
    fact = Fact(
        question="disputed",
        statement=words(sentence, document.text),
        evidence=(evidence(document, sentence),),
        rule=quotation.rule,
        voice="attributed",
        attributed_to=words(quotation.source, document.text) if quotation.source else None,
        actor_id=quotation.actor_id,
        status="denied",
    )
    return Answer(fact=fact, document=document, span=sentence, made_from=quotation)
