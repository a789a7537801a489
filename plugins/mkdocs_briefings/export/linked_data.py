"""What a page says, as JSON-LD in the words of schema.org.

A briefing is an article of the desk's, based on the news articles that are its sources. What somebody said word for
word is a Quotation, what is somebody's claim a Claim. An Event has a date only where schema.org can say just as much
as the source does: its dates know no about, before or between.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.facts import statements, words
from mkdocs_briefings.markup import web_address
from mkdocs_briefings.pages import addresses, offers
from mkdocs_briefings.pages.cite import permalink
from mkdocs_briefings.pages.edition import Edition, Here
from mkdocs_briefings.pages.offers import Offer
from mkdocs_briefings.pages.templates import LANGUAGE
from mkdocs_briefings.register import Actor, ActorType
from mkdocs_briefings.source import Source

CONTEXT = "https://schema.org"
_TYPES: dict[ActorType, str] = {
    "person": "Person",
    "state": "Country",
    "government": "GovernmentOrganization",
    "party": "PoliticalParty",
    "organisation": "Organization",
    "armed group": "Organization",
    "international organisation": "Organization",
}
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

Node = dict[str, Any]


def of_home(edition: Edition) -> Node:
    here = Here(edition, addresses.HOME)
    return _graph(_site(here))


def of_briefing(edition: Edition, briefing: Briefing) -> Node:
    here = Here(edition, addresses.briefing(briefing.slug))
    reports = [
        report
        for entry in edition.chronologies[briefing.slug]
        for report in entry.reports
        if report.briefing is briefing
    ]
    events = [node for report in reports if (node := _event(here, report))]
    return _graph(
        _article(here, briefing, events),
        _site(here),
        *(_source(here, document.source) for document in briefing.documents),
        *_actors(here, briefing),
        *events,
        *(node for document in briefing.documents for node in _said(here, briefing, document)),
    )


def of_actor(edition: Edition, entry: ActorEntry) -> Node:
    here = Here(edition, addresses.actor(entry.actor.id))
    profile = {
        "@type": "ProfilePage",
        "@id": at(here, here.src_uri),
        "name": entry.actor.name,
        "mainEntity": _reference(here, entry.actor.id),
        "isPartOf": {"@id": at(here, addresses.HOME)},
        "encoding": _downloads(here, offers.of_actor(edition, entry)),
    }
    return _graph(profile, _actor(here, entry.actor))


def of_chronology(edition: Edition) -> Node:
    here = Here(edition, addresses.CHRONOLOGY)
    return _graph(
        {
            "@type": "Dataset",
            "@id": at(here, here.src_uri),
            "name": f"{edition.say('chronology.title')}, {edition.site.name}",
            "description": edition.say("chronology.description", len(edition.corpus.chronology)),
            "creator": {"@id": at(here, addresses.HOME) + "#desk"},
            "distribution": _downloads(here, offers.of_chronology(), "DataDownload"),
        },
        _site(here),
    )


def at(here: Here, src_uri: str, fragment: str = "") -> str:
    """The permanent address, or the way there from this page, against which a reader of JSON-LD resolves it."""
    return permalink(here.edition, src_uri, fragment) or here.to(src_uri, fragment)


def _graph(*nodes: Node) -> Node:
    return {"@context": CONTEXT, "@graph": [_filled(node) for node in nodes]}


def _filled(node: Node) -> Node:
    """Without the keys that have no value."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}


def _site(here: Here) -> Node:
    site = here.edition.site
    home = at(here, addresses.HOME)
    desk = {"@type": "Organization", "@id": f"{home}#desk", "name": site.name, "url": home}
    return {
        "@type": "WebSite",
        "@id": home,
        "url": home,
        "name": site.name,
        "description": site.description,
        "inLanguage": LANGUAGE,
        "publisher": desk,
    }


def _article(here: Here, briefing: Briefing, events: list[Node]) -> Node:
    page = at(here, here.src_uri)
    updated = briefing.updated
    desk = {"@id": at(here, addresses.HOME) + "#desk"}
    salient = (entry.actor_id for document in briefing.documents for entry in document.salience if entry.salient)
    return {
        "@type": "NewsArticle",
        "@id": page,
        "url": page,
        "headline": briefing.title,
        "description": briefing.bottom_line,
        "inLanguage": LANGUAGE,
        "datePublished": briefing.date.isoformat() if briefing.date else None,
        "dateModified": updated.isoformat() if updated else None,
        "creativeWorkStatus": briefing.status,
        "author": desk,
        "publisher": desk,
        "isPartOf": {"@id": at(here, addresses.HOME)},
        "isBasedOn": [{"@id": _source_id(here, document.source)} for document in briefing.documents],
        "about": _references(here, salient),
        "mentions": [{"@id": event["@id"]} for event in events],
        "encoding": _downloads(here, offers.of_briefing(briefing)),
    }


def _source_id(here: Here, source: Source) -> str:
    return web_address(source.url) or f"{at(here, here.src_uri)}#source-{source.sha256[:16]}"


def _source(here: Here, source: Source) -> Node:
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": _source_id(here, source),
            "url": web_address(source.url),
            "headline": source.headline,
            "author": {"@type": "Person", "name": source.author} if source.author else None,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "datePublished": source.date_published.isoformat() if source.date_published else None,
            "inLanguage": source.in_language,
            "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": source.sha256},
        }
    )


def _actors(here: Here, briefing: Briefing) -> Iterator[Node]:
    named = {mention.actor_id for document in briefing.documents for mention in document.mentions}
    for identity in sorted(identity for identity in named if identity):
        if entry := here.edition.actors.get(identity):
            yield _actor(here, entry.actor)


def _actor(here: Here, actor: Actor) -> Node:
    page = at(here, addresses.actor(actor.id))
    return {
        "@type": _TYPES[actor.type],
        "@id": f"{page}#actor",
        "name": actor.name,
        "alternateName": list(actor.aliases),
        "url": page,
        "sameAs": f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else None,
        "identifier": actor.country if actor.type == "state" else None,
    }


def _reference(here: Here, identity: str | None) -> Node | None:
    if not identity or identity not in here.edition.actors:
        return None
    return {"@id": at(here, addresses.actor(identity)) + "#actor"}


def _references(here: Here, identities: Iterable[str]) -> list[Node]:
    return [node for identity in dict.fromkeys(identities) if (node := _reference(here, identity))]


def _event(here: Here, report: Report) -> Node | None:
    """What is reported or planned; of what is denied or alleged nobody knows that it is an event."""
    event = report.event
    if event.status not in ("reported", "planned") or event.polarity == "NEG":
        return None
    edtf = event.date.edtf if event.date and event.date_source in ("own", "desk") else ""
    return {
        "@type": "Event",
        "@id": at(here, here.src_uri, report.anchor),
        "name": report.clause,
        "startDate": edtf if _ISO.fullmatch(edtf) else None,
        "eventStatus": f"{CONTEXT}/EventScheduled" if event.status == "planned" else None,
        "about": _references(here, (*event.actors, *event.recipients)),
        "subjectOf": {"@id": at(here, here.src_uri)},
    }


def _said(here: Here, briefing: Briefing, document: Document) -> Iterator[Node]:
    """Words in quotation marks, and what somebody is said to have said in other words; not what they denied."""
    for quotation in statements(document):
        if quotation.manner == "denied":
            continue
        sentence = document.sentence_at(quotation.content.start)
        anchor = here.sentence_id(briefing, document.source.id, sentence.anchor)
        is_direct = quotation.kind == "direct"
        speaker = _reference(here, quotation.actor_id) or (
            {"@type": "Thing", "name": words(quotation.source, document.text)} if quotation.source else None
        )
        yield {
            "@type": "Quotation" if is_direct else "Claim",
            "url": at(here, here.src_uri, anchor),
            "text": words(quotation.content, document.text),
            "creator": speaker,
            "isPartOf" if is_direct else "appearance": {"@id": _source_id(here, document.source)},
        }


def _downloads(here: Here, offered: tuple[Offer, ...], kind: str = "MediaObject") -> list[Node]:
    """The data beside a page."""
    data = tuple(offer for offer in offered if offer.form in ("json", "csv"))
    url = here.edition.site.url
    return [
        {
            "@type": kind,
            "encodingFormat": offer.media_type,
            "contentUrl": f"{url.rstrip('/')}/{offer.uri}" if url else link.href,
        }
        for offer, link in zip(data, offers.links(here, data), strict=True)
    ]
