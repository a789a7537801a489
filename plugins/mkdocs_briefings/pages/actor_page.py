"""A page for each actor: events, statements, and every mention in its sentence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry, Appearance, Statement
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import said_how, words
from mkdocs_briefings.pages import addresses, offers
from mkdocs_briefings.pages.actor_words import LONGEST_SENTENCE, country, in_sentence, role_now, title_given
from mkdocs_briefings.pages.edition import Edition, Here, Link, shortened
from mkdocs_briefings.pages.event_rows import event_rows
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.pictures import Strip, strip, strip_of_dates
from mkdocs_briefings.pages.relation_rows import relation_rows
from mkdocs_briefings.pages.volume_page import leads, volume_name
from mkdocs_briefings.pages.volumes import MOST_ROWS
from mkdocs_briefings.register import Role

MOST_MENTIONS = 100  # sentences on an actor's page; the rest are a link away
MOST_EVENTS = 100  # events there; the chronology has them all
_STATEMENTS = 12  # before the rest is folded away
_SENTENCES = 15  # or a few more, so that a briefing's stay together
_RELATIONS = 10
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    role: Role
    of: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A sentence with the actor's name marked, as often as it stands there."""

    briefing: Briefing
    sentence: Markup
    language: str  # of the sentence
    evidence: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionGroup:
    """The sentences of one briefing."""

    identity: str  # "mentions-2025" of the first briefing of a year, else empty
    briefing: Briefing
    link: Link
    rows: tuple[MentionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionYear:
    """What is folded away of a year."""

    name: str
    groups: tuple[MentionGroup, ...]
    count: int  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    statement: Statement
    how: str  # the words that bring reported speech: "denied"
    words: str
    evidence: Link


def actor_page(edition: Edition, entry: ActorEntry) -> Page:
    actor = entry.actor
    here = Here(edition, addresses.actor(actor.id))
    mentions = list(_mentions(here, entry))
    statements = [_statement(here, statement) for statement in entry.statements]
    relations = relation_rows(here, actor)
    events = [*reversed(entry.events.dated), *entry.events.undated]
    groups = _grouped(here, mentions[:MOST_MENTIONS])
    unfolded = _unfolded(groups)
    html = edition.templates.render(
        "actor.html",
        here=here,
        entry=entry,
        actor=actor,
        country=country(edition, actor),
        lead=role_now(here, actor) or title_given(entry),
        roles=[RoleRow(role=role, of=here.actor(role.of)) for role in actor.roles],
        statements=statements[:_STATEMENTS],
        folded=statements[_STATEMENTS:],
        briefings=[_short(here.briefing(briefing)) for briefing in entry.briefings],
        strip=strip(here.words, entry.events.dated, leads(here, f"actor={actor.id}")),
        relations=relations[:_RELATIONS],
        relations_folded=relations[_RELATIONS:],
        events=event_rows(here, events[:MOST_EVENTS]),
        event_count=len(events),
        volumes=_volumes(here, entry) if len(edition.corpus.chronology) > MOST_ROWS else (),
        mentions=groups[:unfolded],
        earlier=tuple(_by_year(here, groups[unfolded:])),
        mention_strip=_mention_strip(here, entry, groups),
        more=_more(here, mentions[MOST_MENTIONS:]),
        mention_count=len(entry.appearances),
        offers=offers.links(here, offers.of_actor(edition, entry)),
    )
    return Page(
        src_uri=here.src_uri,
        title=actor.name,
        html=html,
        description=edition.say(
            "actor.description",
            name=actor.name,
            type=edition.say(f"actor.type_within.{actor.type}"),
            mentions=edition.say("count.mentions", len(entry.appearances)),
            briefings=edition.say("count.briefings", len(entry.briefings)),
        ),
        evidence=None,
        updated=max((briefing.updated for briefing in entry.briefings if briefing.updated), default=None),
    )


def _mentions(here: Here, entry: ActorEntry) -> Iterator[MentionRow]:
    """A row a sentence, in the order of the appearances: newest briefing first."""

    def place(appearance: Appearance) -> tuple[str, str, str]:
        return appearance.briefing.slug, appearance.document.source.id, appearance.sentence.anchor

    for _, group in groupby(entry.appearances, key=place):
        appearances = list(group)
        first = appearances[0]
        yield MentionRow(
            briefing=first.briefing,
            sentence=in_sentence(appearances),
            language=first.document.source.in_language,
            evidence=here.sentence(first.briefing, first.document.source.id, first.sentence),
        )


def _grouped(here: Here, rows: list[MentionRow]) -> list[MentionGroup]:
    groups: dict[str, list[MentionRow]] = {}
    for row in rows:
        groups.setdefault(row.briefing.slug, []).append(row)
    listed = []
    years: set[int] = set()
    for found in groups.values():
        briefing = found[0].briefing
        year = briefing.date.year if briefing.date else 0
        identity = f"mentions-{year}" if year and year not in years else ""
        years.add(year)
        link = _short(here.briefing(briefing))
        listed.append(MentionGroup(identity=identity, briefing=briefing, link=link, rows=tuple(found)))
    return listed


def _unfolded(groups: list[MentionGroup]) -> int:
    """How many of the groups stand open on the page."""
    listed = 0
    for number, group in enumerate(groups):
        if listed >= _SENTENCES:
            return number
        listed += len(group.rows)
    return len(groups)


def _by_year(here: Here, groups: list[MentionGroup]) -> Iterator[MentionYear]:
    for year, found in groupby(groups, key=lambda group: group.briefing.date and group.briefing.date.year):
        of_year = tuple(found)
        count = sum(len(group.rows) for group in of_year)
        yield MentionYear(name=str(year or here.say("event.undated")), groups=of_year, count=count)


def _mention_strip(here: Here, entry: ActorEntry, groups: list[MentionGroup]) -> Strip | None:
    """Mentions over time, as far as briefings have dates."""
    listed = {group.identity for group in groups}
    dates = [PartialDate.day(day) if (day := appearance.briefing.date) else None for appearance in entry.appearances]

    def lead(year: int, month: int | None) -> str:
        return f"#mentions-{year}" if f"mentions-{year}" in listed else "#more"

    return strip_of_dates(here.words, dates, lead, "mentions")


def _short(link: Link) -> Link:
    return Link(link.href, shortened(link.words, _LONGEST_TITLE))


def _more(here: Here, rest: list[MentionRow]) -> list[tuple[Link, int]]:
    """The first of the mentions the page does not list in each briefing, with how many sentences it has."""
    counts = Counter(row.briefing.slug for row in rest)
    first = {row.briefing.slug: row for row in reversed(rest)}
    return [
        (Link(first[slug].evidence.href, _short(here.briefing(first[slug].briefing)).words), count)
        for slug, count in counts.items()
    ]


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
