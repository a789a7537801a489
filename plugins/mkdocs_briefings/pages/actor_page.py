"""A page for each actor: events, statements, and every mention in its sentence."""

from collections import Counter
from dataclasses import dataclass

from mkdocs_briefings.corpus.actor_index import ActorEntry, Statement
from mkdocs_briefings.facts import said_how, words
from mkdocs_briefings.pages import addresses, offers
from mkdocs_briefings.pages.actor_mentions import Mentions, titled
from mkdocs_briefings.pages.actor_words import LONGEST_SENTENCE, country, role_now, title_given
from mkdocs_briefings.pages.edition import Edition, Here, Link, shortened
from mkdocs_briefings.pages.event_rows import event_rows
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.pictures import strip
from mkdocs_briefings.pages.relation_rows import relation_rows
from mkdocs_briefings.pages.volume_page import leads, volume_name
from mkdocs_briefings.pages.volumes import MOST_ROWS
from mkdocs_briefings.register import Role

MOST_EVENTS = 100  # on an actor's page; the chronology has them all
_STATEMENTS = 12  # before the rest is folded away
_RELATIONS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    role: Role
    of: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    statement: Statement
    how: str  # the words that bring reported speech: "denied"
    words: str
    evidence: Link


def actor_page(edition: Edition, entry: ActorEntry) -> Page:
    here = Here(edition, addresses.actor(entry.actor.id))
    return Page(
        src_uri=here.src_uri,
        title=entry.actor.name,
        html=_html(here, entry),
        description=edition.say(
            "actor.description",
            name=entry.actor.name,
            type=edition.say(f"actor.type_within.{entry.actor.type}"),
            mentions=edition.say("count.mentions", len(entry.appearances)),
            briefings=edition.say("count.briefings", len(entry.briefings)),
        ),
        evidence=None,
        updated=max((briefing.updated for briefing in entry.briefings if briefing.updated), default=None),
    )


def _html(here: Here, entry: ActorEntry) -> str:
    edition, actor = here.edition, entry.actor
    statements = [_statement(here, statement) for statement in entry.statements]
    relations = relation_rows(here, actor)
    events = [*reversed(entry.events.dated), *entry.events.undated]
    return edition.templates.render(
        "actor.html",
        here=here,
        entry=entry,
        actor=actor,
        country=country(edition, actor),
        lead=role_now(here, actor) or title_given(entry),
        roles=[RoleRow(role=role, of=here.actor(role.of)) for role in actor.roles],
        statements=statements[:_STATEMENTS],
        folded=statements[_STATEMENTS:],
        briefings=[titled(here.briefing(briefing)) for briefing in entry.briefings],
        strip=strip(here.words, entry.events, leads(here, f"actor={actor.id}")),
        relations=relations[:_RELATIONS],
        relations_folded=relations[_RELATIONS:],
        events=event_rows(here, events[:MOST_EVENTS]),
        event_count=len(events),
        volumes=_volumes(here, entry) if len(edition.corpus.chronology) > MOST_ROWS else (),
        mentions=Mentions.of(here, entry),
        mention_count=len(entry.appearances),
        offers=offers.links(here, offers.of_actor(edition, entry)),
    )


def _volumes(here: Here, entry: ActorEntry) -> list[tuple[Link, int]]:
    """The pages of a chronology that does not stand on one, filtered by the actor, with how many events each has."""
    counts = Counter(here.edition.places[event.anchor] for event in entry.events)
    return [
        (Link(here.to(volume.src_uri, f"actor={entry.actor.id}"), volume_name(here, volume)), counts[volume.src_uri])
        for volume in here.edition.volumes
        if counts[volume.src_uri]
    ]


def _statement(here: Here, statement: Statement) -> StatementRow:
    quotation, document = statement.quotation, statement.document
    said = shortened(words(quotation.content, document.text), LONGEST_SENTENCE)
    return StatementRow(
        statement=statement,
        how=said_how(document, quotation),
        words=said,
        evidence=here.sentence(statement.briefing, document.source.id, statement.sentence),
    )
