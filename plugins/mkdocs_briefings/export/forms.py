"""The public form of the data files: documented on the site in `about/data.md`, versioned, tested.

Offsets are code points into the source's text, `end` not included. `link` is the permanent address, or the path below
the site's root where the site does not say where it is published. Dates are EDTF. What has no value is null.
"""

import datetime
from typing import Any, Literal

import msgspec

from mkdocs_briefings.annotations import Status
from mkdocs_briefings.facts import Question, Voice
from mkdocs_briefings.overlay import BriefingStatus, Confidence, Likelihood
from mkdocs_briefings.plover import Quad
from mkdocs_briefings.register import ActorType, EntityType
from mkdocs_briefings.rules.quotations import Manner

VERSION = 1  # a key that is renamed or dropped makes another; one that is added does not


class _Form(msgspec.Struct, frozen=True, kw_only=True):
    """An object of the data files."""


class Evidence(_Form, frozen=True):
    """Words of a source, where they stand."""

    briefing: str
    source: str
    paragraph: int  # from 1
    anchor: str  # of the sentence, on the page of the briefing
    start: int
    end: int
    text: str  # just as the source has them
    link: str


class SourceData(_Form, frozen=True):
    """A source article."""

    id: str
    sha256: str  # of the file's bytes
    headline: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: datetime.date | None
    retrieved: datetime.date | None
    language: str


class FactData(_Form, frozen=True):
    """A row of the fact box."""

    anchor: str  # of the row, on the page of the briefing
    link: str
    question: Question
    statement: str
    figure: str | None
    value: str | None
    voice: Voice
    speaker: str | None
    said_how: str | None
    actor: str | None
    status: Status | None
    corroboration: int  # independent origins
    evidence: list[Evidence]
    disputed_by: list["FactData"]


class StatementData(_Form, frozen=True):
    """What somebody is said to have said; its words are those of the evidence."""

    anchor: str  # of its words, on the page of the briefing
    link: str
    kind: Literal["direct", "indirect", "mixed"]
    manner: Manner
    speaker: str | None  # in the source's words
    cue: str | None
    actor: str | None
    evidence: Evidence


class ReportData(_Form, frozen=True):
    """An event as one source has it; its words are those of the evidence."""

    anchor: str
    date: str | None
    date_source: Literal["own", "story", "article", "desk"] | None
    status: Status
    modality: Literal["CT", "PR", "PS", "U"]
    polarity: Literal["POS", "NEG"]
    speaker: str | None
    evidence: Evidence


class DisputeData(_Form, frozen=True):
    """What sources say against each other."""

    about: str
    claims: dict[str, list[str]]  # by what is claimed: the anchors of the reports


class EventData(_Form, frozen=True):
    """An event; in the file of a briefing with its own reports only."""

    anchor: str
    link: str
    date: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    status: Status
    type: str | None  # one of PLOVER's sixteen, a suggestion
    sure: bool
    quad: Quad | None
    actors: list[str]
    recipients: list[str]
    reports: list[ReportData]
    sources: int  # articles that report it, those of other briefings included
    disputes: list[DisputeData]
    maybe: list[str]  # anchors of events that are possibly the same
    reported_by: list[str]  # anchors of events that report what this one planned
    planned_by: list[str]


class JudgementData(_Form, frozen=True):
    """A key judgement of the desk's."""

    statement: str
    likelihood: Likelihood | None
    confidence: Confidence | None
    evidence: list[Evidence]


class ReviewData(_Form, frozen=True):
    by: str
    on: datetime.date


class MentionData(_Form, frozen=True):
    """A name of an actor, where it stands."""

    type: EntityType
    evidence: Evidence


class ActorName(_Form, frozen=True):
    """An actor by name."""

    id: str
    name: str
    type: ActorType
    country: str | None
    wikidata: str | None
    link: str


class RoleData(_Form, frozen=True):
    """An office held."""

    title: str
    of: str | None
    since: str | None
    until: str | None


class _File(_Form, frozen=True):
    """What every file says of itself."""

    schema: str = msgspec.field(name="$schema")
    version: int
    site: str
    link: str


class BriefingFile(_File, frozen=True, tag_field="kind", tag="briefing"):
    id: str
    title: str
    status: BriefingStatus
    reviewed: ReviewData | None
    published: datetime.date | None
    information_to: datetime.date | None
    bottom_line: str
    bottom_line_evidence: Evidence | None  # null: the desk's own words
    sources: list[SourceData]
    actors: list[ActorName]
    facts: list[FactData]
    statements: list[StatementData]
    events: list[EventData]
    judgements: list[JudgementData]


class ActorFile(_File, frozen=True, tag_field="kind", tag="actor"):
    actor: ActorName
    aliases: list[str]
    roles: list[RoleData]
    statements: list[StatementData]
    events: list[EventData]
    mentions: list[MentionData]


class ChronologyFile(_File, frozen=True, tag_field="kind", tag="chronology"):
    actors: list[ActorName]
    events: list[EventData]


DataFileForm = BriefingFile | ActorFile | ChronologyFile


def json_schema(address: str | None) -> dict[str, Any]:
    """The form as JSON Schema (2020-12), of all three kinds of file.

    Args:
        address: where the schema is published, which is its name; None where the site does not say.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": address} if address else {}),
        "title": f"Data files, version {VERSION}",
        **msgspec.json.schema(DataFileForm),
    }
