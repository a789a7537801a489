"""Events as rows of a chronology."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.annotations import Event, Status
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.disputes import Dispute
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import words
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Here, Link, tells
from mkdocs_briefings.pages.event_leads import Leads, order, related, sentence, tellers, title
from mkdocs_briefings.plover import QUADS, Quad

Shape = Literal["", "before", "after", "range"]
Side = Literal["coop", "conf"]
Standing = Status | Literal["disputed"]

STANDINGS: tuple[Standing, ...] = ("reported", "planned", "alleged", "denied", "disputed")
KINDS = tuple(kind.lower() for kind in QUADS)
_YEAR = re.compile(r"\b\d{3}[\dX]\b")


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of event it is, as the rules suggest it."""

    key: str  # "consult"
    words: str  # "Consult, verbal cooperation"
    quad: Quad

    @property
    def side(self) -> Side:
        return "coop" if self.quad.endswith("cooperation") else "conf"

    @property
    def manner(self) -> str:
        return self.quad.partition("_")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    words: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    words: str  # "Disputed: the date"
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    identities: tuple[str, ...]  # its ids on the page, one a report; none where its row with the ids stands elsewhere
    date: PartialDate | None
    shape: Shape
    basis: str  # how the date is known: the words of the source, or what it is inferred from
    status: Standing
    status_words: str  # "Planned", "Alleged by India"; empty for what is simply reported
    clause: str
    language: str  # of the clause
    evidence: tuple[Link, ...]  # the sentence, or on a briefing's page its sentences
    tellers: Leads | None  # briefings that report it; on the page of one, the others
    actors: tuple[Link, ...]
    actor_ids: tuple[str, ...]
    kind: Kind | None
    reviews: tuple[str, ...]  # whether a person has reviewed the briefings that report it
    disagreements: tuple[Disagreement, ...]
    related: tuple[Leads, ...]  # other events, by what they are to this one
    chronology: str | None  # the way to its row in the chronology of all briefings


def event_row(here: Here, entry: Entry, *, reports: tuple[Report, ...] = (), with_id: bool = True) -> EventRow:
    """One row.

    Args:
        reports: of those on the entry, the ones of the briefing whose page this is.
        with_id: the page's own row for the event; another row on the page leads to it.
    """
    report = (reports or entry.reports)[0]
    place = here.edition.places[entry.anchor]
    date = report.event.known_date or entry.date
    others = [each for each in entry.reports if each not in reports]
    return EventRow(
        identities=entry.anchors if with_id else (),
        date=date,
        shape=shape(date),
        basis=_basis(here, entry, report),
        status="disputed" if entry.disputes else report.event.status,
        status_words=_status_words(here, report),
        clause=report.clause,
        language=report.document.source.in_language,
        evidence=tuple(sentence(here, each) for each in reports or (report,)),
        tellers=tellers(here, others, elsewhere=bool(reports)),
        actors=here.actors(entry.actor_ids),
        actor_ids=entry.actor_ids,
        kind=kind(here, report.event),
        reviews=tuple(dict.fromkeys(each.briefing.status for each in entry.reports)),
        disagreements=tuple(_disagreement(here, dispute) for dispute in entry.disputes),
        related=(*order(here, report), *related(here, entry)),
        chronology=None if with_id and here.src_uri == place else here.to(place, entry.anchor),
    )


def _disagreement(here: Here, dispute: Dispute) -> Disagreement:
    def claimed(value: str) -> str:
        if dispute.about == "date":
            return here.words.date(PartialDate(value))
        return here.say(f"status.{value}") if dispute.about == "status" else value

    return Disagreement(
        words=here.say(f"event.disputed_{dispute.about}"),
        claims=tuple(
            Claim(words=claimed(value), sources=tuple(Link(sentence(here, each).href, title(each)) for each in who))
            for value, who in dispute.claims
        ),
    )


def event_rows(here: Here, entries: Iterable[Entry]) -> tuple[EventRow, ...]:
    return tuple(event_row(here, entry) for entry in entries)


def shape(date: PartialDate | None) -> Shape:
    """How the date is drawn: a dot, a tail towards the past or the future, or a dashed bar."""
    if not date or date.is_exact_day:
        return ""
    return date.precision if date.precision in ("before", "after") else "range"


def kind(here: Here, event: Event) -> Kind | None:
    quad = QUADS.get(event.event_type or "")
    if not event.event_type or not quad:
        return None
    key = event.event_type.lower()
    name, sort = here.say(f"kind.{key}"), here.say(f"quad.{quad}")
    return Kind(key, here.say("kind.sure" if event.sure else "kind.perhaps", kind=name, quad=sort), quad)


def _status_words(here: Here, report: Report) -> str:
    """What kind of word it is, and whose where it is not the newspaper's own."""
    event = report.event
    actor = here.edition.actors.get(event.attributed_to or "")
    speaker = report.speaker
    if actor and not (speaker and tells(speaker, actor.actor)):
        speaker = actor.actor.name
    if speaker:
        word = "possible" if event.status == "planned" and event.modality == "PS" else event.status
        return here.say(f"status.{word}_by", actor=speaker)
    if event.status == "planned" and event.modality == "PS":
        return here.say("status.possible")
    return "" if event.status == "reported" else here.say(f"status.{event.status}")


def _basis(here: Here, entry: Entry, report: Report) -> str:
    event = report.event
    if not event.date and entry.date:
        return here.say("date.elsewhere", briefing=title(entry.reports[0]))
    told = report.document.source.date_published
    if not event.date and told and here.src_uri != addresses.briefing(report.briefing.slug):
        return here.say("date.told", day=here.words.day(told, short=True))
    stated = words(event.timex, report.document.text) if event.timex else ""
    if event.date and event.date_source in ("story", "article", "desk"):
        return here.say(f"date.{event.date_source}")
    if not stated or (event.date and any(year in stated for year in _YEAR.findall(event.date.edtf))):
        return ""
    return here.say("date.stated", words=stated)
