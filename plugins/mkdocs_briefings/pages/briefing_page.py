"""A briefing's page: facts, source text, judgements, chronology, actors, sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.corpus.chronology import Chronology, Entry
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import words
from mkdocs_briefings.markup import web_address
from mkdocs_briefings.overlay import Correction
from mkdocs_briefings.pages import addresses, changes_page, cite, offers, world_map
from mkdocs_briefings.pages.edition import Edition, Here, Link, shortened
from mkdocs_briefings.pages.event_rows import EventRow, event_row
from mkdocs_briefings.pages.fact_rows import fact_groups
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.source_text import Paragraph, paragraphs
from mkdocs_briefings.publishers import Publisher

LONGEST_TITLE = 160  # characters
_LONGEST_BOTTOM_LINE = 600
_LONGEST_DESCRIPTION = 160

# ICD 203: the words and the chances they stand for, in percent.
LIKELIHOODS = {
    "almost no chance": (1, 5),
    "very unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly even chance": (45, 55),
    "likely": (55, 80),
    "very likely": (80, 95),
    "almost certain": (95, 99),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A source article as the page shows it."""

    document: Document
    name: str
    paragraphs: tuple[Paragraph, ...]
    publisher: Publisher | None
    link: str | None
    dated_by_desk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An actor of this briefing; what is shown, too, beside the name in the text."""

    actor: Link
    role: str
    mentions: int
    also: tuple[str, ...]  # other names the sources use


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    words: str  # since when, as far as that is known
    successor: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    statement: str
    likelihood: str
    low: int
    high: int
    confidence: str
    evidence: tuple[Link, ...]


def briefing_page(edition: Edition, briefing: Briefing) -> Page:
    chronology = edition.chronologies[briefing.slug]
    here = Here(edition, addresses.briefing(briefing.slug))
    title = shortened(briefing.title, LONGEST_TITLE)
    html = edition.templates.render(
        "briefing.html",
        here=here,
        briefing=briefing,
        title=title,
        overlay=briefing.overlay,
        bottom_line=shortened(briefing.bottom_line, _LONGEST_BOTTOM_LINE),
        lead_evidence=_lead_evidence(here, briefing),
        facts=tuple(fact_groups(here, briefing)),
        judgements=tuple(_judgements(here, briefing)),
        articles=tuple(_articles(here, briefing, chronology)),
        dated=_rows(here, briefing, chronology.dated),
        undated=_rows(here, briefing, chronology.undated),
        cards=tuple(_cards(here, briefing)),
        map=world_map.of_briefing(here, briefing),
        corrections=tuple(_corrections(here, briefing)),
        archived=_archived(here, briefing),
        changed=changes_page.of_briefing(here, briefing),
        anchors=edition.anchors[briefing.slug],
        citation=cite.citation(edition, briefing),
        offers=offers.links(here, offers.of_briefing(briefing)),
    )
    return Page(
        src_uri=here.src_uri,
        title=title,
        html=html,
        description=shortened(briefing.bottom_line, _LONGEST_DESCRIPTION),
        evidence=briefing.overlay_path or briefing.documents[0].source.path,
        updated=briefing.updated,
        prose=briefing.prose,
    )


def _lead_evidence(here: Here, briefing: Briefing) -> Link | None:
    found = briefing.bottom_line_evidence
    return here.evidence(briefing, found) if found else None


def _archived(here: Here, briefing: Briefing) -> Archived | None:
    if not briefing.overlay or briefing.status != "archived":
        return None
    words = here.say("state.archived_note")
    if briefing.overlay.archived_on:
        words = here.say("state.archived_on", day=here.words.day(briefing.overlay.archived_on))
    elif briefing.updated:
        words = here.say("state.archived_as_of", day=here.words.day(briefing.updated))
    return Archived(words=words, successor=here.successor(briefing))


def _judgements(here: Here, briefing: Briefing) -> Iterator[JudgementRow]:
    for placed in briefing.judgements:
        judgement = placed.judgement
        low, high = LIKELIHOODS.get(judgement.likelihood or "", (0, 0))
        yield JudgementRow(
            statement=judgement.statement,
            likelihood=judgement.likelihood or "",
            low=low,
            high=high,
            confidence=judgement.confidence or "",
            evidence=tuple(here.evidence(briefing, evidence) for evidence in placed.evidence),
        )


def _articles(here: Here, briefing: Briefing, chronology: Chronology) -> Iterator[Article]:
    for number, document in enumerate(briefing.documents, 1):
        source = document.source
        yield Article(
            document=document,
            name=source.headline or source.publisher or _numbered(here, briefing, number),
            paragraphs=paragraphs(here, briefing, document, _events_of(document, briefing, chronology)),
            publisher=here.edition.corpus.publishers.get(source.publisher or ""),
            link=web_address(source.url),
            dated_by_desk=bool(number == 1 and briefing.overlay and briefing.overlay.date_published),
        )


def _numbered(here: Here, briefing: Briefing, number: int) -> str:
    several = len(briefing.documents) > 1
    return here.say("sources.numbered", number=number) if several else here.say("sources.article")


def _events_of(document: Document, briefing: Briefing, chronology: Chronology) -> Iterator[tuple[str, Report]]:
    for entry in chronology:
        for report in _reports(entry, briefing):
            if report.document.source.id == document.source.id:
                yield entry.anchor, report


def _reports(entry: Entry, briefing: Briefing) -> tuple[Report, ...]:
    return tuple(report for report in entry.reports if report.briefing.slug == briefing.slug)


def _rows(here: Here, briefing: Briefing, entries: tuple[Entry, ...]) -> tuple[EventRow, ...]:
    """In the order of the dates that this briefing gives."""
    rows = [event_row(here, entry, reports=_reports(entry, briefing)) for entry in entries]
    return tuple(sorted(rows, key=lambda row: row.date.sort_key if row.date else ()))


def _cards(here: Here, briefing: Briefing) -> Iterator[Card]:
    """Everyone named here, the most often named first."""
    counts: dict[str, dict[str, int]] = {}
    titles: dict[str, str] = {}
    for document in briefing.documents:
        for mention in document.mentions:
            if mention.actor_id:
                forms = counts.setdefault(mention.actor_id, {})
                form = "" if mention.mention_type == "PRO" else words(mention.span, document.text)
                forms[form] = forms.get(form, 0) + 1
                if mention.title:
                    titles.setdefault(mention.actor_id, words(mention.title, document.text))
    for identity, forms in sorted(counts.items(), key=lambda pair: -sum(pair[1].values())):
        entry = here.edition.actors.get(identity)
        link = here.actor(identity)
        if entry and link:
            yield _card(here, entry, link, titles.get(identity), forms)


def _card(here: Here, entry: ActorEntry, link: Link, title: str | None, forms: dict[str, int]) -> Card:
    return Card(
        actor=link,
        role=title or here.say(f"actor.type.{entry.actor.type}"),
        mentions=sum(forms.values()),
        also=tuple(form for form in forms if form and form != entry.actor.name),
    )


def _corrections(here: Here, briefing: Briefing) -> Iterator[str]:
    if briefing.overlay and (day := briefing.overlay.date_published):
        yield here.say("sources.dated", date=here.words.day(day))
    for correction in briefing.overlay.corrections if briefing.overlay else ():
        yield _correction(here, correction)


def _correction(here: Here, correction: Correction) -> str:
    exact = correction.at if isinstance(correction.at, str) else correction.at.exact
    if correction.drop:
        return here.say(f"corrections.drop.{correction.drop}", words=exact)
    if correction.date:
        return here.say("corrections.date", words=exact, date=here.words.date(PartialDate.parse(str(correction.date))))
    entry = here.edition.actors.get(correction.actor or "")
    if entry:
        return here.say("corrections.actor", words=exact, actor=entry.actor.name)
    return here.say("corrections.nobody", words=exact)
