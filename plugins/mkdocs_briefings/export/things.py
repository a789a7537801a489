"""What pages tell of, in the words of schema.org: the desk, sources, actors, events and statements.

Each has an `@id` of its own, and one thing the same on every page: an actor that of its page, a source the fingerprint
of its bytes (RFC 6920), since an article's address may show other words tomorrow. An Event has a date only where
schema.org can say just as much as the source does: its dates know no about, before or between. Where nobody knows
whether a name is a person's or an organisation's, its node has no type.
"""

import base64
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_briefings.annotations import Document, Event, Quotation
from mkdocs_briefings.briefing import Briefing, slug
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import statements, words
from mkdocs_briefings.markup import web_address
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.cite import event_page, permalink
from mkdocs_briefings.pages.edition import Here
from mkdocs_briefings.register import Actor, ActorType
from mkdocs_briefings.source import Source

CONTEXT = "https://schema.org"
# A state acts and speaks on these pages: it is the country, and somebody too.
_TYPES: dict[ActorType, str | list[str]] = {
    "person": "Person",
    "state": ["Country", "Organization"],
    "government": "GovernmentOrganization",
    "party": "PoliticalParty",
    "organisation": "Organization",
    "armed group": "Organization",
    "international organisation": "Organization",
}

Node = dict[str, Any]


def at(here: Here, src_uri: str, fragment: str = "") -> str:
    """The permanent address, or the way there from this page, against which a reader of JSON-LD resolves it."""
    return permalink(here.edition, src_uri, fragment) or here.to(src_uri, fragment)


def desk(here: Here) -> Node:
    return {"@id": at(here, addresses.HOME) + "#desk"}


def site(here: Here) -> Node:
    told, home = here.edition.site, at(here, addresses.HOME)
    return {
        "@type": "WebSite",
        "@id": home,
        "url": home,
        "name": told.name,
        "description": told.description,
        "inLanguage": here.edition.words.language,
        "publisher": {"@type": "Organization", **desk(here), "name": told.name, "url": home},
    }


def source_reference(source: Source) -> Node:
    name = base64.urlsafe_b64encode(bytes.fromhex(source.sha256)).decode().rstrip("=")
    return {"@id": f"ni:///sha-256;{name}"}


def source(here: Here, told: Source) -> Node:
    return {
        "@type": "NewsArticle",
        **source_reference(told),
        "url": web_address(told.url),
        "headline": told.headline,
        "author": {"name": told.author} if told.author else None,
        "publisher": _publisher(here, told.publisher) if told.publisher else None,
        "datePublished": told.date_published.isoformat() if told.date_published else None,
        "inLanguage": told.in_language,
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": told.sha256},
    }


def actor(here: Here, told: Actor) -> Node:
    page = at(here, addresses.actor(told.id))
    country = {"@type": "PropertyValue", "propertyID": "ISO 3166-1", "value": told.country}
    return {
        "@type": _TYPES[told.type],
        "@id": f"{page}#actor",
        "name": told.name,
        "alternateName": list(told.aliases),
        "url": page,
        "sameAs": f"http://www.wikidata.org/entity/{told.wikidata}" if told.wikidata else None,
        "identifier": country if told.type == "state" and told.country else None,
    }


def actor_reference(here: Here, identity: str | None) -> Node | None:
    if not identity or identity not in here.edition.actors:
        return None
    return {"@id": at(here, addresses.actor(identity)) + "#actor"}


def actor_references(here: Here, identities: Iterable[str]) -> list[Node]:
    return [node for identity in dict.fromkeys(identities) if (node := actor_reference(here, identity))]


def is_an_event(report: Report) -> bool:
    """What the source itself reports or announces; of what is denied, alleged, possible or told by somebody in it
    nobody knows that it is an event."""
    event = report.event
    certain = ("CT",) if event.status == "reported" else ("CT", "PR")
    stands = event.status in ("reported", "planned") and event.modality in certain and event.polarity == "POS"
    return stands and report.speaker is None


def event(here: Here, report: Report, entry: Entry) -> Node:
    """One that `is_an_event`, as this page's briefing has it; the same as on the page of the entry's first report."""
    own, first = at(here, here.src_uri, report.anchor), at(here, event_page(entry), entry.anchor)
    told = report.event
    start = _start(told)
    return {
        "@type": "Event",
        "@id": own,
        "name": report.clause,
        "startDate": start,
        "description": ", ".join(_limits(here, told, start)),
        "about": actor_references(here, (*told.actors, *told.recipients)),
        "subjectOf": {"@id": at(here, here.src_uri)},
        "sameAs": first if first != own else None,
    }


def said(here: Here, briefing: Briefing, document: Document) -> Iterator[Node]:
    """Words in quotation marks, and what somebody is said to have said in other words; not what they denied."""
    for quotation in statements(document):
        if quotation.manner != "denied":
            yield _statement(here, briefing, document, quotation)


def _statement(here: Here, briefing: Briefing, document: Document, quotation: Quotation) -> Node:
    is_direct = quotation.kind == "direct"
    named = {"name": words(quotation.source, document.text)} if quotation.source else None
    anchors = here.edition.anchors[briefing.slug].statements
    place = at(here, here.src_uri, anchors[document.source.id, quotation.content])
    return {
        "@type": "Quotation" if is_direct else "Claim",
        "@id": place,
        "url": place,
        "text": words(quotation.content, document.text),
        "creator": actor_reference(here, quotation.actor_id) or named,
        "isBasedOn" if is_direct else "appearance": source_reference(document.source),
    }


def _limits(here: Here, event: Event, start: str | None) -> Iterator[str]:
    """In words: that it is planned, where schema.org would say scheduled, and a date that it cannot hold."""
    if event.status == "planned":
        yield here.say("status.planned")
    if event.known_date and not start:
        yield here.words.date(event.known_date)


def _start(event: Event) -> str | None:
    """The day, month or year that the text itself gives, where nothing about it is uncertain."""
    date = event.date if event.date_source in ("own", "desk") else None
    return date.edtf if date and _is_plain(date) else None


def _is_plain(date: PartialDate) -> bool:
    return date.precision in ("day", "month", "year") and date.edtf[-1].isdigit() and "/" not in date.edtf


def _publisher(here: Here, name: str) -> Node:
    graded = here.edition.corpus.publishers.get(name)
    return {
        "@type": "Organization",
        "@id": at(here, addresses.HOME, f"publisher-{slug(name)}"),
        "name": name,
        "url": web_address(graded.homepage) if graded else None,
    }
