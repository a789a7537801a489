"""Briefings, actors and the chronology in the public form of the data files."""

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.export import forms, parts
from mkdocs_briefings.facts import statements
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Edition
from mkdocs_briefings.pages.offers import SCHEMA


def briefing_file(edition: Edition, briefing: Briefing) -> forms.BriefingFile:
    overlay = briefing.overlay
    review = overlay and overlay.reviewed
    found = briefing.bottom_line_evidence
    named = {mention.actor_id for document in briefing.documents for mention in document.mentions}
    return forms.BriefingFile(
        schema=schema(edition),
        version=forms.VERSION,
        site=edition.site.name,
        link=parts.link(edition, addresses.briefing(briefing.slug)),
        id=briefing.slug,
        title=briefing.title,
        status=briefing.status,
        reviewed=forms.ReviewData(by=review.by, on=review.on) if review else None,
        published=briefing.date,
        information_to=overlay.information_to if overlay else None,
        bottom_line=briefing.bottom_line,
        bottom_line_evidence=parts.evidence(edition, briefing, found) if found else None,
        sources=[parts.source(document.source) for document in briefing.documents],
        actors=parts.named(edition, named),
        facts=[parts.fact(edition, briefing, fact) for fact in briefing.facts],
        statements=[
            parts.statement(edition, briefing, document, quotation)
            for document in briefing.documents
            for quotation in statements(document)
        ],
        events=[parts.event(edition, entry, briefing) for entry in edition.chronologies[briefing.slug]],
        judgements=[
            forms.JudgementData(
                statement=placed.judgement.statement,
                likelihood=placed.judgement.likelihood,
                confidence=placed.judgement.confidence,
                evidence=[parts.evidence(edition, briefing, each) for each in placed.evidence],
            )
            for placed in briefing.judgements
        ],
    )


def actor_file(edition: Edition, entry: ActorEntry) -> forms.ActorFile:
    return forms.ActorFile(
        schema=schema(edition),
        version=forms.VERSION,
        site=edition.site.name,
        link=parts.link(edition, addresses.actor(entry.actor.id)),
        actor=parts.actor(edition, entry.actor),
        aliases=list(entry.actor.aliases),
        roles=[
            forms.RoleData(
                title=role.title,
                of=role.of,
                since=role.since.edtf if role.since else None,
                until=role.until.edtf if role.until else None,
            )
            for role in entry.actor.roles
        ],
        statements=[
            parts.statement(edition, said.briefing, said.document, said.quotation) for said in entry.statements
        ],
        events=[parts.event(edition, each) for each in entry.events],
        mentions=[parts.mention(edition, appearance) for appearance in entry.appearances],
    )


def chronology_file(edition: Edition) -> forms.ChronologyFile:
    chronology = edition.corpus.chronology
    return forms.ChronologyFile(
        schema=schema(edition),
        version=forms.VERSION,
        site=edition.site.name,
        link=parts.link(edition, addresses.CHRONOLOGY),
        actors=parts.named(edition, {identity for entry in chronology for identity in entry.actor_ids}),
        events=[parts.event(edition, entry) for entry in chronology],
    )


def schema(edition: Edition) -> str:
    """The address of the form of the files."""
    return edition.site.at(SCHEMA) or SCHEMA
