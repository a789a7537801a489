"""Events as rows of a chronology."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.annotations import Event, Status
from mkdocs_briefings.corpus.chronology import Chronology, Entry, Report
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import words
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Here, Link, shortened, tells

Shape = Literal["", "before", "after", "range"]
Side = Literal["coop", "conf"]

STATUSES: tuple[Status, ...] = ("reported", "planned", "alleged", "denied")

# PLOVER's sixteen types by its four quads: cooperation or conflict, in words or in deeds.
_VERBAL_COOPERATION = ("agree", "consult", "support", "concede")
_MATERIAL_COOPERATION = ("cooperate", "aid", "retreat")
_VERBAL_CONFLICT = ("request", "accuse", "reject", "threaten")
_MATERIAL_CONFLICT = ("protest", "sanction", "mobilize", "coerce", "assault")
_QUADS = {
    **dict.fromkeys(_VERBAL_COOPERATION, "verbal_cooperation"),
    **dict.fromkeys(_MATERIAL_COOPERATION, "material_cooperation"),
    **dict.fromkeys(_VERBAL_CONFLICT, "verbal_conflict"),
    **dict.fromkeys(_MATERIAL_CONFLICT, "material_conflict"),
}
KINDS = tuple(_QUADS)


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of event it is, as the rules suggest it."""

    key: str  # "consult"
    words: str  # "Consult, verbal cooperation"
    quad: str

    @property
    def side(self) -> Side:
        return "coop" if self.quad.endswith("cooperation") else "conf"

    @property
    def manner(self) -> str:
        return self.quad.partition("_")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    identity: str | None  # its id on the page; None where its row with the id stands elsewhere
    date: PartialDate | None
    shape: Shape
    basis: str  # how the date is known: the words of the source, or what it is inferred from
    status: Status
    status_words: str  # "Planned", "Alleged by India"; empty for what is simply reported
    clause: str
    evidence: tuple[Link, ...]
    briefings: tuple[Link, ...]
    actors: tuple[Link, ...]
    actor_ids: tuple[str, ...]
    kind: Kind | None
    chronology: str | None  # the way to its row in the chronology of all briefings

    @property
    def year(self) -> int | None:
        day = self.date and (self.date.latest or self.date.earliest)
        return day.year if day else None

    @property
    def month(self) -> int | None:
        """The month it is listed in, by its last possible day; None where the source names no month."""
        if not self.date or self.date.precision in ("season", "year", "decade", "century"):
            return None
        day = self.date.latest or self.date.earliest
        return day.month if day else None


def event_row(here: Here, entry: Entry, *, reports: tuple[Report, ...] = (), with_id: bool = True) -> EventRow:
    """One row.

    Args:
        reports: those to lead to, where not all.
        with_id: the page's own row for the event; another row on the page leads to it.
    """
    event = entry.event
    shown = reports or entry.reports
    several = len(here.edition.corpus.briefings) > 1
    others = {report.briefing.slug: report.briefing for report in shown if several}
    on_chronology = here.src_uri == addresses.CHRONOLOGY and with_id
    return EventRow(
        identity=entry.anchor if with_id else None,
        date=entry.date,
        shape=shape(entry.date),
        basis=_basis(here, entry.reports[0]),
        status=event.status,
        status_words=_status_words(here, entry.reports[0]),
        clause=entry.reports[0].clause,
        evidence=tuple(here.sentence(report.briefing, report.document.source.id, report.sentence) for report in shown),
        briefings=tuple(
            Link(here.briefing(other).href, shortened(other.title, 60))
            for other in others.values()
            if addresses.briefing(other.slug) != here.src_uri
        ),
        actors=here.actors(entry.actor_ids),
        actor_ids=entry.actor_ids,
        kind=kind(here, event),
        chronology=None if on_chronology else here.to(addresses.CHRONOLOGY, entry.anchor),
    )


def event_rows(here: Here, entries: Iterable[Entry]) -> tuple[EventRow, ...]:
    return tuple(event_row(here, entry) for entry in entries)


def ahead(chronology: Chronology, day: datetime.date | None) -> tuple[Entry, ...]:
    """What is planned and not known to be over by the day; what has a last day first."""

    def is_over(date: PartialDate | None) -> bool:
        return bool(day and date and date.latest and date.latest < day)

    return tuple(entry for entry in chronology if entry.status == "planned" and not is_over(entry.date))


def shape(date: PartialDate | None) -> Shape:
    """How the date is drawn: a dot, a tail towards the past or the future, or a dashed bar."""
    if not date or date.is_exact_day:
        return ""
    return date.precision if date.precision in ("before", "after") else "range"


def kind(here: Here, event: Event) -> Kind | None:
    key = (event.event_type or "").lower()
    quad = _QUADS.get(key)
    if not quad:
        return None
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


def _basis(here: Here, report: Report) -> str:
    event = report.event
    stated = words(event.timex, report.document.text) if event.timex else ""
    if event.date and event.date_source in ("story", "article", "desk"):
        return here.say(f"date.{event.date_source}")
    if not stated or (event.date and event.date.edtf[:4] in stated):
        return ""
    return here.say("date.stated", words=stated)
