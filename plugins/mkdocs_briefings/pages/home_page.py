"""The home page: the newest briefings, what lies ahead, the most active actors."""

from dataclasses import dataclass

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.pages import addresses, changes_page, offers
from mkdocs_briefings.pages.briefing_page import LONGEST_TITLE
from mkdocs_briefings.pages.edition import Edition, Here, Link, shortened
from mkdocs_briefings.pages.event_rows import event_row
from mkdocs_briefings.pages.fact_rows import FactRow, fact_groups
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.pictures import strip
from mkdocs_briefings.pages.volume_page import leads

_NEWEST = 12
_AHEAD = 8
_ACTIVE = 10
_ACTORS_OF_A_BRIEFING = 3
_FIGURES = 4
_SAID = 2
_LONGEST_BOTTOM_LINE = 320  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingRow:
    briefing: Briefing
    link: Link
    bottom_line: str
    actors: tuple[Link, ...]
    figures: tuple[FactRow, ...]  # of the newest briefing only
    said: tuple[FactRow, ...]


def home_page(edition: Edition) -> Page:
    here = Here(edition, addresses.HOME)
    corpus, site = edition.corpus, edition.site
    coming = edition.ahead
    current = [briefing for briefing in corpus.briefings if briefing.status != "archived"]
    html = edition.templates.render(
        "home.html",
        here=here,
        title=site.home_title or site.name,
        prose=site.home_prose,
        description=site.description,
        newest=[_row(here, briefing, leads=not number) for number, briefing in enumerate(current[:_NEWEST])],
        older=[here.briefing(briefing) for briefing in current[_NEWEST:]],
        archived=[
            (here.briefing(briefing), here.successor(briefing))
            for briefing in corpus.briefings
            if briefing.status == "archived"
        ],
        changed=changes_page.of_site(here),
        briefing_count=len(corpus.briefings),
        unreviewed=sum(briefing.status == "unreviewed" for briefing in corpus.briefings),
        event_count=len(corpus.chronology),
        actor_count=sum(entry.salient for entry in corpus.actors),
        strip=strip(here.words, corpus.chronology, leads(here)),
        day=edition.day,
        ahead=[event_row(here, entry, with_id=False) for entry in coming[:_AHEAD]],
        ahead_count=len(coming),
        offers=offers.links(here, offers.of_site(edition)),
        active=[(here.actor(entry.actor.id), entry) for entry in _active(edition)],
    )
    return Page(
        src_uri=here.src_uri,
        title=edition.say("home.title"),
        html=html,
        description=site.description,
        updated=edition.updated,
        in_nav=True,
        prose=site.home_prose,
    )


def _row(here: Here, briefing: Briefing, *, leads: bool) -> BriefingRow:
    """A briefing in the list; the one that leads it shows its first figures and its first words in quotation marks."""
    facts = {group.question: group.rows for group in fact_groups(here, briefing)} if leads else {}
    named = [mention.actor_id for mention in briefing.documents[0].mentions if mention.actor_id]
    salient = sorted(briefing.documents[0].salience, key=lambda entry: -entry.score)
    ranked = dict.fromkeys([*(entry.actor_id for entry in salient if entry.salient), *named])
    link = here.briefing(briefing)
    return BriefingRow(
        briefing=briefing,
        link=Link(link.href, shortened(link.words, LONGEST_TITLE)),
        bottom_line=shortened(briefing.bottom_line, _LONGEST_BOTTOM_LINE),
        actors=here.actors(tuple(ranked))[:_ACTORS_OF_A_BRIEFING],
        figures=tuple(row for row in facts.get("numbers", ()) if not row.claims)[:_FIGURES],
        said=tuple(row for row in facts.get("said", ()) if row.quoted)[:_SAID],
    )


def _active(edition: Edition) -> list[ActorEntry]:
    """By events, then by mentions."""
    listed = [entry for entry in edition.corpus.actors if entry.salient]
    listed.sort(key=lambda entry: (-len(entry.events), -len(entry.appearances), entry.actor.name))
    return listed[:_ACTIVE]
