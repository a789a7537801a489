"""The fact box as groups of rows, one a question."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import Fact, Question
from mkdocs_briefings.pages.edition import Here, Link, shortened, tells

SHOWN = 5  # rows of a question before the rest is folded away
_LONGEST = 280  # characters of a statement; the whole stands in the text, one link away
_ALWAYS_ASKED = ("what", "when", "where", "who")  # a reader is told where the source does not say
_OPENING_MARKS = "\"'“‘«„"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    statement: str
    evidence: tuple[Link, ...]
    actor: Link | None = None
    said_how: str = ""  # in the source's own words, where it is not plain speech: "denied"
    speaker: str = ""  # in the source's own words, then who that is where the words do not tell
    date: PartialDate | None = None
    basis: str = ""  # how a date is known
    figure: str = ""
    value: str = ""
    status: str = ""
    quoted: bool = False  # word for word


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
        rows = tuple(_row(here, briefing, fact) for fact in briefing.facts if fact.question == question)
        if rows or question in _ALWAYS_ASKED:
            yield FactGroup(question=question, rows=rows)


def _row(here: Here, briefing: Briefing, fact: Fact) -> FactRow:
    has_date = fact.question in ("when", "next") and fact.value
    statement = shortened(fact.statement, _LONGEST)
    if has_date:  # the date follows
        statement = statement.rstrip(".")
    return FactRow(
        statement=_in_marks(statement) if fact.quoted else statement,
        evidence=tuple(here.evidence(briefing, evidence) for evidence in fact.evidence),
        actor=here.actor(fact.actor_id),
        speaker=_speaker(here, fact),
        said_how=fact.said_how,
        date=PartialDate.parse(fact.value) if has_date and fact.value else None,
        basis=_basis(here, fact),
        figure=fact.figure or "",
        value=fact.value or "",
        status=fact.status or "",
        quoted=fact.quoted,
    )


def _in_marks(statement: str) -> str:
    return statement if statement[:1] in _OPENING_MARKS else f"“{statement}”"


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
