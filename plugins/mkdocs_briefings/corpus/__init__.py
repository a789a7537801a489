"""All briefings together: who is in them, and what happened when."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorIndex, index_actors
from mkdocs_briefings.corpus.chronology import Chronology, chronicle
from mkdocs_briefings.corpus.decisions import DecisionFile
from mkdocs_briefings.corpus.relations import Relations, relate
from mkdocs_briefings.publishers import Publisher
from mkdocs_briefings.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    briefings: tuple[Briefing, ...]  # newest first, undated last
    chronology: Chronology
    actors: ActorIndex
    relations: Relations
    publishers: dict[str, Publisher]  # by name


def gather(
    briefings: Iterable[Briefing],
    register: Register,
    publishers: dict[str, Publisher] | None = None,
    decided: DecisionFile | None = None,
) -> Corpus:
    """Everything that rests on more than one briefing.

    Args:
        decided: which reports the desk holds to tell of one event, and which not.

    Raises:
        DecisionError: the decisions do not fit the articles.
    """
    ordered = sorted(briefings, key=lambda briefing: briefing.slug)
    ordered.sort(key=lambda briefing: briefing.date or datetime.date.min, reverse=True)
    chronology = chronicle(ordered, decided)
    actors = index_actors(ordered, chronology, register)
    return Corpus(
        briefings=tuple(ordered),
        chronology=chronology,
        actors=actors,
        relations=relate(chronology, actors, register),
        publishers=publishers or {},
    )
