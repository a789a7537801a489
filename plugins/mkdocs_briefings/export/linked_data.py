"""What a page says, as JSON-LD in the words of schema.org.

A briefing is an article of the desk's, based on the news articles that are its sources. What somebody said word for
word is a Quotation, what is somebody's claim a Claim.
"""

from collections.abc import Iterator

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.export import things
from mkdocs_briefings.export.picture import picture
from mkdocs_briefings.export.things import CONTEXT, Node, at
from mkdocs_briefings.pages import addresses, offers
from mkdocs_briefings.pages.edition import Edition, Here
from mkdocs_briefings.pages.offers import Offer


def of_home(edition: Edition) -> Node:
    return _graph(things.site(Here(edition, addresses.HOME)))


def of_briefing(edition: Edition, briefing: Briefing) -> Node:
    here = Here(edition, addresses.briefing(briefing.slug))
    events = list(_events(here, briefing))
    return _graph(
        _article(here, briefing, events),
        things.site(here),
        *(things.source(here, document.source) for document in briefing.documents),
        *_actors(here, briefing),
        *events,
        *(node for document in briefing.documents for node in things.said(here, briefing, document)),
    )


def of_actor(edition: Edition, entry: ActorEntry) -> Node:
    here = Here(edition, addresses.actor(entry.actor.id))
    updated = max((day for briefing in entry.briefings if (day := briefing.updated)), default=None)
    profile = {
        "@type": "ProfilePage",
        "@id": at(here, here.src_uri),
        "name": entry.actor.name,
        "dateModified": updated.isoformat() if updated else None,
        "mainEntity": things.actor_reference(here, entry.actor.id),
        "isPartOf": {"@id": at(here, addresses.HOME)},
        "encoding": _downloads(here, offers.of_actor(edition, entry)),
    }
    return _graph(profile, things.site(here), things.actor(here, entry.actor))


def of_chronology(edition: Edition) -> Node:
    here = Here(edition, addresses.CHRONOLOGY)
    dataset = {
        "@type": "Dataset",
        "@id": at(here, here.src_uri),
        "url": at(here, here.src_uri),
        "name": f"{edition.say('chronology.title')}, {edition.site.name}",
        "description": edition.say("chronology.description", len(edition.corpus.chronology)),
        "dateModified": edition.updated.isoformat() if edition.updated else None,
        "creator": things.desk(here),
        "distribution": _downloads(here, offers.of_chronology(), "DataDownload"),
    }
    return _graph(dataset, things.site(here))


def _graph(*nodes: Node) -> Node:
    return {"@context": CONTEXT, "@graph": [_filled(node) for node in nodes]}


def _filled(node: Node) -> Node:
    """Without the keys that have no value, in what the node holds too."""
    kept = {key: value for key, value in node.items() if value not in (None, "", [], ())}
    return {key: _filled(value) if isinstance(value, dict) else value for key, value in kept.items()}


def _article(here: Here, briefing: Briefing, events: list[Node]) -> Node:
    page = at(here, here.src_uri)
    image = picture(here.edition)
    updated = briefing.updated
    salient = (entry.actor_id for document in briefing.documents for entry in document.salience if entry.salient)
    return {
        "@type": "NewsArticle",
        "@id": page,
        "url": page,
        "headline": briefing.title,
        "description": briefing.bottom_line,
        "image": image.address if image else None,
        "inLanguage": here.edition.words.language,
        "datePublished": briefing.date.isoformat() if briefing.date else None,
        "dateModified": updated.isoformat() if updated else None,
        "creativeWorkStatus": briefing.status,
        "author": things.desk(here),
        "publisher": things.desk(here),
        "isPartOf": {"@id": at(here, addresses.HOME)},
        "isBasedOn": [things.source_reference(document.source) for document in briefing.documents],
        "about": things.actor_references(here, salient),
        "mentions": [{"@id": event["@id"]} for event in events],
        "encoding": _downloads(here, offers.of_briefing(briefing)),
    }


def _actors(here: Here, briefing: Briefing) -> Iterator[Node]:
    named = {mention.actor_id for document in briefing.documents for mention in document.mentions}
    for identity in sorted(identity for identity in named if identity):
        if entry := here.edition.actors.get(identity):
            yield things.actor(here, entry.actor)


def _events(here: Here, briefing: Briefing) -> Iterator[Node]:
    for entry in here.edition.chronologies[briefing.slug]:
        for report in entry.reports:
            if report.briefing is briefing and things.is_an_event(report):
                yield things.event(here, report, entry)


def _downloads(here: Here, offered: tuple[Offer, ...], kind: str = "MediaObject") -> list[Node]:
    """The data beside a page."""
    data = tuple(offer for offer in offered if offer.form in ("json", "csv"))
    return [
        {
            "@type": kind,
            "encodingFormat": offer.media_type,
            "contentUrl": here.edition.site.at(offer.uri) or link.href,
        }
        for offer, link in zip(data, offers.links(here, data), strict=True)
    ]
