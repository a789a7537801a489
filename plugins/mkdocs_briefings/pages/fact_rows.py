"""The fact box as groups of rows, one a question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import Fact, Question
from mkdocs_briefings.pages.edition import Here, Link, shortened, tells
from mkdocs_briefings.pages.event_leads import event_link

SHOWN = 5  # rows of a question before the rest is folded away
_LONGEST = 280  # characters of a statement; the whole stands in the text, one link away
_ALWAYS_ASKED = ("what", "when", "where", "who")  # a reader is told where the source does not say
_OPENERS = frozenset(["to", "that", "whether", "how", "why", "what", "who", "when", "where", "of", "for"])
_OPENING_MARKS = "\"'“‘«„"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    identities: tuple[str, ...]  # its ids on the page; none where each of its claims has its own
    statement: str
    language: str  # of the statement
    evidence: tuple[Link, ...]
    actor: Link | None = None
    said_how: str = ""  # in the source's own words, where it is not plain speech: "denied"
    speaker: str = ""  # in the source's own words, then who that is where the words do not tell
    is_told_on: bool = False  # the statement is somebody's claim, and its words do not say whose
    date: PartialDate | None = None
    basis: str = ""  # how a date is known
    figure: str = ""
    value: str = ""
    status: str = ""
    quoted: bool = False  # word for word
    flows: bool = False  # the statement goes on from the words that bring it: "denied that …"
    claims: tuple["FactRow", ...] = ()  # of sources that differ: at least two, or none
    source: str = ""  # of a claim, who printed it
    sources: int = 1  # that tell it independently
    reported: Link | None = None  # what came of a plan


@dataclass(frozen=True, slots=True, kw_only=True)
class FactGroup:
    question: Question
    rows: tuple[FactRow, ...]

    @property
    def shown(self) -> tuple[FactRow, ...]:
        """All but one are never folded away: the switch would take as much room as the row."""
        return self.rows if len(self.rows) <= SHOWN + 1 else self.rows[:SHOWN]

    @property
    def folded(self) -> tuple[FactRow, ...]:
        return self.rows[len(self.shown) :]


def fact_groups(here: Here, briefing: Briefing) -> Iterator[FactGroup]:
    """The questions in their order; those without an answer only where a reader would ask them."""
    for question in get_args(Question):
        facts = [fact for fact in briefing.facts if fact.question == question]
        bound = _bound(here, facts) if question == "numbers" else [(fact, [fact]) for fact in facts]
        rows = tuple(_row(here, briefing, fact, parts) for fact, parts in bound)
        if rows or question in _ALWAYS_ASKED:
            yield FactGroup(question=question, rows=rows)


def _bound(here: Here, facts: Iterable[Fact]) -> list[tuple[Fact, list[Fact]]]:
    """Figures of one sentence with the same words beside them become one row, "60, 2"; with what it is made of."""
    bound: dict[object, tuple[Fact, list[Fact]]] = {}
    for fact in facts:
        told_by = (
            fact.attributed_to,
            tuple((one.source_id, one.anchor) for one in fact.evidence),
            bool(fact.disputed_by),
        )
        last, parts = bound.get(told_by, (None, []))
        if not last:
            bound[told_by] = fact, [fact]
        elif not fact.disputed_by and (fact.statement in last.statement or last.statement in fact.statement):
            bound[told_by] = _together(here, last, fact), [*parts, fact]
        else:
            bound[(told_by, fact.amount, fact.figure, fact.statement)] = fact, [fact]
    return list(bound.values())


def _together(here: Here, fact: Fact, other: Fact) -> Fact:
    comma = here.say("sign.comma")
    figures = dict.fromkeys(comma.join(map(here.words.figure, (fact, other))).split(comma))
    values = dict.fromkeys(f"{fact.value} {other.value}".split())
    statement = max(fact.statement, other.statement, key=len)
    return replace(fact, amount=None, figure=comma.join(figures), value=" ".join(values), statement=statement)


def _row(here: Here, briefing: Briefing, fact: Fact, parts: list[Fact]) -> FactRow:
    """The row of a fact, or of several that were bound together."""
    anchors = here.edition.anchors[briefing.slug].facts
    row = _told(here, briefing, fact)
    if not fact.disputed_by:
        return replace(row, identities=tuple(anchor for part in parts for anchor in anchors[part]))
    claims = (fact, *fact.disputed_by)
    named = [
        replace(_told(here, briefing, each), identities=anchors[each], source=_source(here, briefing, each))
        for each in claims
    ]
    return replace(row, claims=tuple(named))


def _told(here: Here, briefing: Briefing, fact: Fact) -> FactRow:
    date = PartialDate.parse(fact.value) if fact.question in ("when", "next") and fact.value else None
    is_told_on = fact.attributed_to is not None and fact.attributed_to not in fact.statement
    statement, figure = shortened(fact.statement, _LONGEST), here.words.figure(fact)
    if figure or is_told_on:  # more follows
        statement = statement.removesuffix(".")
    return FactRow(
        identities=(),
        statement=_in_marks(here, statement) if fact.quoted else statement,
        language=_language(briefing, fact),
        evidence=tuple(here.evidence(briefing, evidence) for evidence in fact.evidence),
        actor=here.actor(fact.actor_id),
        speaker=_speaker(here, fact) if is_told_on or not fact.attributed_to else "",
        is_told_on=is_told_on,
        said_how=fact.said_how,
        date=date if date and not (fact.question == "next" and here.words.date(date) in statement) else None,
        basis=_basis(here, fact),
        figure=figure,
        value=fact.value or "",
        status=fact.status or "",
        quoted=fact.quoted,
        flows=bool(fact.said_how) and statement.partition(" ")[0] in _OPENERS,
        sources=fact.corroboration,
        reported=_reported(here, briefing, fact) if fact.question == "next" else None,
    )


def _reported(here: Here, briefing: Briefing, fact: Fact) -> Link | None:
    """The event that a plan became, by its sentence and the source's words for it."""
    place = fact.evidence[0].source_id, fact.evidence[0].anchor, fact.statement
    for entry in here.edition.chronologies[briefing.slug]:
        told = ((each.document.source.id, each.sentence.anchor, each.clause) for each in entry.reports)
        if entry.reported_by and place in told:
            return event_link(here, entry.reported_by[0])
    return None


def _language(briefing: Briefing, fact: Fact) -> str:
    told = fact.evidence[0].source_id
    return next(each.source.in_language for each in briefing.documents if each.source.id == told)


def _source(here: Here, briefing: Briefing, fact: Fact) -> str:
    """Who printed it first, by name, or as the page numbers its sources."""
    ids = [document.source.id for document in briefing.documents]
    number = ids.index(fact.evidence[0].source_id)
    return briefing.documents[number].source.publisher or here.say("sources.numbered", number=number + 1)


def _in_marks(here: Here, statement: str) -> str:
    return statement if statement[:1] in _OPENING_MARKS else here.say("sign.quoted", words=statement)


def _speaker(here: Here, fact: Fact) -> str:
    entry = here.edition.actors.get(fact.actor_id or "")
    if not entry or (fact.attributed_to and tells(fact.attributed_to, entry.actor)):
        return fact.attributed_to or ""
    if not fact.attributed_to:
        return entry.actor.name
    return here.say("facts.speaker", words=fact.attributed_to, actor=entry.actor.name)


def _basis(here: Here, fact: Fact) -> str:
    """How the day is known; empty where the source states it in full."""
    if fact.question != "when":
        return ""
    if fact.gloss == "undated":
        return here.say("text.day_unknown")
    known = here.say(f"date.{fact.gloss}") if fact.gloss in ("story", "article", "desk") else ""
    stated = fact.figure and (fact.value or "")[:4] not in fact.figure
    if stated:
        words = here.say("date.stated", words=fact.figure)
        return here.say("date.stated_and", stated=words, known=known) if known else words
    return known
