"""Who takes part."""

from collections.abc import Iterator

from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.answers.answer import Answer
from mkdocs_briefings.facts import Fact, evidence, words
from mkdocs_briefings.register import Actor


def who(document: Document) -> Iterator[Answer]:
    """Whom the article is about before others, people first, each with the title that this article gives.

    Who is named only beside the prose, in a dateline or credit, takes no part.
    """
    rank = {entry.actor_id: (not entry.salient, -entry.score) for entry in document.salience}

    def importance(actor: Actor) -> tuple[bool, bool, float]:
        aside, score = rank.get(actor.id, (True, 0.0))
        return aside, actor.type != "person", score

    shown: dict[str, Mention] = {}
    for mention in document.mentions:
        first = shown.get(mention.actor_id or "")
        beside = not document.sentence_at(mention.span.start).is_prose
        if mention.actor_id and not beside and (first is None or (mention.title and not first.title)):
            shown[mention.actor_id] = mention
    for actor in sorted(document.actors, key=importance):
        if actor.id in shown:
            yield _actor(document, actor, shown[actor.id])


def _actor(document: Document, actor: Actor, shown: Mention) -> Answer:
    fact = Fact(
        question="who",
        statement=words(shown.title, document.text) if shown.title else "",
        evidence=(evidence(document, shown.span),),
        rule=shown.rule,
        actor_id=actor.id,
    )
    return Answer(fact=fact, document=document, span=shown.span, made_from=actor)
