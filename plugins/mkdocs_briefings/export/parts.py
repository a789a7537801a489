"""What the data files hold, in its public form: evidence, and all that rests on it."""

from collections.abc import Iterable, Iterator

from mkdocs_briefings.annotations import Document, Quotation
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import Appearance
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.export import forms
from mkdocs_briefings.facts import Evidence, Fact, words
from mkdocs_briefings.facts import evidence as find
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.cite import event_page, permalink
from mkdocs_briefings.pages.edition import Edition
from mkdocs_briefings.plover import QUADS
from mkdocs_briefings.register import Actor
from mkdocs_briefings.source import Source


def link(edition: Edition, src_uri: str, fragment: str = "") -> str:
    """The permanent address, or the path below the site's root where there is none."""
    anchor = f"#{fragment}" if fragment else ""
    return permalink(edition, src_uri, fragment) or edition.addresses.of(src_uri) + anchor


def event(edition: Edition, entry: Entry, briefing: Briefing | None = None) -> forms.EventData:
    """An event with all its reports, or with those of one briefing: an event that many tell of would weigh too much
    in the files of all of them."""
    kind = entry.event.event_type
    reports = [report for report in entry.reports if briefing is None or report.briefing is briefing]
    return forms.EventData(
        anchor=entry.anchor,
        link=link(edition, event_page(entry), entry.anchor),
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
        evidence=evidence(edition, report.briefing, find(report.document, told.clause)),
    )


def statement(edition: Edition, briefing: Briefing, document: Document, quotation: Quotation) -> forms.StatementData:
    anchor = edition.anchors[briefing.slug].statements[document.source.id, quotation.content]
    return forms.StatementData(
        anchor=anchor,
        link=link(edition, addresses.briefing(briefing.slug), anchor),
        kind=quotation.kind,
        manner=quotation.manner,
        speaker=words(quotation.source, document.text) if quotation.source else None,
        cue=words(quotation.cue, document.text) if quotation.cue else None,
        actor=quotation.actor_id,
        evidence=evidence(edition, briefing, find(document, quotation.content)),
    )


def mention(edition: Edition, appearance: Appearance) -> forms.MentionData:
    told = appearance.mention
    found = find(appearance.document, told.span)
    return forms.MentionData(type=told.entity_type, evidence=evidence(edition, appearance.briefing, found))


def fact(edition: Edition, briefing: Briefing, told: Fact) -> forms.FactData:
    anchor, *_ = edition.anchors[briefing.slug].facts[told]  # of its first piece of evidence
    return forms.FactData(
        anchor=anchor,
        link=link(edition, addresses.briefing(briefing.slug), anchor),
        question=told.question,
        statement=_told(edition, told),
        figure=edition.words.figure(told) or None,
        value=told.value,
        voice=told.voice,
        speaker=told.attributed_to,
        said_how=told.said_how or None,
        actor=told.actor_id,
        status=told.status,
        corroboration=told.corroboration,
        evidence=[evidence(edition, briefing, found) for found in told.evidence],
        disputed_by=[fact(edition, briefing, other) for other in told.disputed_by],
    )


def _told(edition: Edition, fact: Fact) -> str:
    """A day in the words of the pages, all else in the source's."""
    dated = fact.question == "when" and fact.value
    return edition.words.date(PartialDate(dated)) if dated else fact.statement


def evidence(edition: Edition, briefing: Briefing, found: Evidence) -> forms.Evidence:
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


def source(source: Source) -> forms.SourceData:
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


def named(edition: Edition, identities: Iterable[str | None]) -> list[forms.ActorName]:
    known = sorted(identity for identity in identities if identity in edition.actors)
    return [actor(edition, edition.actors[identity].actor) for identity in known]


def actor(edition: Edition, actor: Actor) -> forms.ActorName:
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
