"""With whom an actor takes part in events, and how."""

from dataclasses import dataclass

from mkdocs_briefings.corpus.relations import POWERS, Relation
from mkdocs_briefings.pages.balance import Scale, scales
from mkdocs_briefings.pages.edition import Here, Link
from mkdocs_briefings.register import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    other: Link
    pair: Link | None  # the page of the two
    count: int
    conflictual: int
    cooperative: int
    scale: Scale


def relation_rows(here: Here, actor: Actor) -> tuple[RelationRow, ...]:
    """The closest first, with bars of one scale.

    A power's table leaves out persons who took part for another power only: that power stands for them.
    """
    relations = here.edition.relations.get(actor.id, ())
    for_others = _acting_for_others(relations, actor.id) if actor.type in POWERS else frozenset()
    listed = [
        (relation, link)
        for relation in relations
        if (link := here.actor(relation.other(actor.id).id))
        and not all((entry.anchor, relation.other(actor.id).id) in for_others for entry in relation.entries)
    ]
    drawn = scales([(relation.conflictual, relation.cooperative) for relation, _ in listed])
    return tuple(
        RelationRow(
            other=link,
            pair=here.pair(relation),
            count=len(relation.dealings),
            conflictual=relation.conflictual,
            cooperative=relation.cooperative,
            scale=scale,
        )
        for (relation, link), scale in zip(listed, drawn, strict=True)
    )


def _acting_for_others(relations: tuple[Relation, ...], actor_id: str) -> frozenset[tuple[str, str]]:
    """Events, by anchor, with who acts in them for a power that the actor deals with."""
    return frozenset(
        (dealing.entry.anchor, identity)
        for relation in relations
        if relation.other(actor_id).type in POWERS
        for dealing in relation.dealings
        for identity in (dealing.second if relation.first.id == actor_id else dealing.first)
        if identity != relation.other(actor_id).id
    )
