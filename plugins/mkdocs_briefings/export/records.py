"""Briefings, actors and the chronology in the public form of the data files."""

from collections.abc import Iterable, Iterator

from mkdocs_briefings.annotations import Document, Quotation
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry, Appearance
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.export import forms
from mkdocs_briefings.facts import Evidence as Found
from mkdocs_briefings.facts import Fact, statements, words
from mkdocs_briefings.facts import evidence as find
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.cite import permalink
from mkdocs_briefings.pages.edition import Edition
from mkdocs_briefings.pages.offers import SCHEMA
from mkdocs_briefings.plover import QUADS
from mkdocs_briefings.register import Actor
from mkdocs_briefings.source import Source


def link(edition: Edition, src_uri: str, fragment: str = "") -> str:
    """The permanent address, or the path below the site's root where there is none."""
    anchor = f"#{fragment}" if fragment else ""
    return permalink(edition, src_uri, fragment) or edition.addresses.of(src_uri) + anchor


def briefing_file(edition: Edition, briefing: Briefing) -> forms.BriefingFile:
    overlay = briefing.overlay
    review = overlay and overlay.reviewed
    found = briefing.bottom_line_evidence
    named = {mention.actor_id for document in briefing.documents for mention in document.mentions}
    return forms.BriefingFile(
        schema=_schema(edition),
        version=forms.VERSION,
        site=edition.site.name,
        link=link(edition, addresses.briefing(briefing.slug)),
        id=briefing.slug,
        title=briefing.title,
        status=briefing.status,
        reviewed=forms.ReviewData(by=review.by, on=review.on) if review else None,
        published=briefing.date,
        information_to=overlay.information_to if overlay else None,
        bottom_line=briefing.bottom_line,
        bottom_line_evidence=_evidence(edition, briefing, found) if found else None,
        sources=[_source(document.source) for document in briefing.documents],
        actors=_named(edition, named),
        facts=[_fact(edition, briefing, fact) for fact in briefing.facts],
        statements=[
            _statement(edition, briefing, document, quotation)
            for document in briefing.documents
            for quotation in statements(document)
        ],
        events=[event(edition, entry, briefing) for entry in edition.chronologies[briefing.slug]],
        judgements=[
            forms.JudgementData(
                statement=placed.judgement.statement,
                likelihood=placed.judgement.likelihood,
                confidence=placed.judgement.confidence,
                evidence=[_evidence(edition, briefing, each) for each in placed.evidence],
            )
            for placed in briefing.judgements
        ],
    )


def actor_file(edition: Edition, entry: ActorEntry) -> forms.ActorFile:
    return forms.ActorFile(
        schema=_schema(edition),
        version=forms.VERSION,
        site=edition.site.name,
        link=link(edition, addresses.actor(entry.actor.id)),
        actor=_actor(edition, entry.actor),
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
        statements=[_statement(edition, said.briefing, said.document, said.quotation) for said in entry.statements],
        events=[event(edition, each) for each in entry.events],
        mentions=[_mention(edition, appearance) for appearance in entry.appearances],
    )


def chronology_file(edition: Edition) -> forms.ChronologyFile:
    chronology = edition.corpus.chronology
    return forms.ChronologyFile(
        schema=_schema(edition),
        version=forms.VERSION,
        site=edition.site.name,
        link=link(edition, addresses.CHRONOLOGY),
        actors=_named(edition, {identity for entry in chronology for identity in entry.actor_ids}),
        events=[event(edition, entry) for entry in chronology],
    )


def event(edition: Edition, entry: Entry, briefing: Briefing | None = None) -> forms.EventData:
    """An event with all its reports, or with those of one briefing: an event that many tell of would weigh too much
    in the files of all of them."""
    kind = entry.event.event_type
    reports = [report for report in entry.reports if briefing is None or report.briefing is briefing]
    return forms.EventData(
        anchor=entry.anchor,
        link=link(edition, edition.places[entry.anchor], entry.anchor),
        date=entry.date.edtf if entry.date else None,
        earliest=entry.date.earliest if entry.date else None,
        latest=entry.date.latest if entry.date else None,
        status=entry.status,
        type=kind,
        sure=entry.event.sure,
        quad=QUADS.get(kind or ""),
        actors=_unique(actor for report in entry.reports for actor in report.event.actors),
        recipients=_unique(actor for report in entry.reports for actor in report.event.recipients),
        reports=[_report(edition, report) for report in reports],
        sources=len({report.document.source.id for report in entry.reports}),
        disputes=[
            forms.DisputeData(
                about=dispute.about,
                claims={claimed: [report.anchor for report in who] for claimed, who in dispute.claims},
            )
            for dispute in entry.disputes
        ],
        maybe=list(entry.maybe),
        reported_by=list(entry.reported_by),
        planned_by=list(entry.planned_by),
    )


def _schema(edition: Edition) -> str:
    return f"{edition.site.url.rstrip('/')}/{SCHEMA}" if edition.site.url else SCHEMA


def _report(edition: Edition, report: Report) -> forms.ReportData:
    told = report.event
    return forms.ReportData(
        anchor=report.anchor,
        date=told.known_date.edtf if told.known_date else None,
        date_source=told.date_source,
        status=told.status,
        modality=told.modality,
        polarity=told.polarity,
        speaker=report.speaker,
        evidence=_evidence(edition, report.briefing, find(report.document, told.clause)),
    )


def _statement(edition: Edition, briefing: Briefing, document: Document, quotation: Quotation) -> forms.StatementData:
    return forms.StatementData(
        kind=quotation.kind,
        manner=quotation.manner,
        speaker=words(quotation.source, document.text) if quotation.source else None,
        cue=words(quotation.cue, document.text) if quotation.cue else None,
        actor=quotation.actor_id,
        evidence=_evidence(edition, briefing, find(document, quotation.content)),
    )


def _mention(edition: Edition, appearance: Appearance) -> forms.MentionData:
    mention = appearance.mention
    found = find(appearance.document, mention.span)
    return forms.MentionData(type=mention.entity_type, evidence=_evidence(edition, appearance.briefing, found))


def _fact(edition: Edition, briefing: Briefing, fact: Fact) -> forms.FactData:
    return forms.FactData(
        question=fact.question,
        statement=fact.statement,
        figure=fact.figure,
        value=fact.value,
        voice=fact.voice,
        speaker=fact.attributed_to,
        said_how=fact.said_how or None,
        actor=fact.actor_id,
        status=fact.status,
        corroboration=fact.corroboration,
        evidence=[_evidence(edition, briefing, found) for found in fact.evidence],
        disputed_by=[_fact(edition, briefing, other) for other in fact.disputed_by],
    )


def _evidence(edition: Edition, briefing: Briefing, found: Found) -> forms.Evidence:
    text = next(document.text for document in briefing.documents if document.source.id == found.source_id)
    anchor = edition.sentence_ids.get((briefing.slug, found.source_id, found.anchor), found.anchor)
    return forms.Evidence(
        briefing=briefing.slug,
        source=found.source_id,
        paragraph=found.paragraph,
        anchor=anchor,
        start=found.span.start,
        end=found.span.end,
        text=found.span.of(text),
        link=link(edition, addresses.briefing(briefing.slug), anchor),
    )


def _source(source: Source) -> forms.SourceData:
    return forms.SourceData(
        id=source.id,
        sha256=source.sha256,
        headline=source.headline,
        publisher=source.publisher,
        author=source.author,
        url=source.url,
        published=source.date_published,
        retrieved=source.date_retrieved,
        language=source.in_language,
    )


def _named(edition: Edition, identities: Iterable[str | None]) -> list[forms.ActorName]:
    known = sorted(identity for identity in identities if identity in edition.actors)
    return [_actor(edition, edition.actors[identity].actor) for identity in known]


def _actor(edition: Edition, actor: Actor) -> forms.ActorName:
    return forms.ActorName(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        country=actor.country,
        wikidata=actor.wikidata,
        link=link(edition, addresses.actor(actor.id)),
    )


def _unique(identities: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(identities))
