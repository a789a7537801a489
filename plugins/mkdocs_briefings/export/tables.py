"""The data files as tables: RFC 4180, UTF-8 without a mark of byte order, one row for each thing that has evidence.

All tables have the same columns, so that they can be laid one below the other.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from mkdocs_briefings.export import forms

COLUMNS = (
    *("record", "briefing", "source", "sha256", "paragraph", "anchor", "start", "end", "text", "type", "date"),
    *("value", "status", "actors", "recipients", "speaker", "event", "link"),
)
# What spreadsheets take for a formula, in whichever width of letter. An article may begin a sentence like that on
# purpose, and a number alone does no harm.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")

Row = dict[str, object]


def table(made: forms.DataFileForm, hashes: dict[str, str]) -> str:
    """One of the files as CSV.

    Args:
        hashes: the SHA-256 of each source, by its id.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    for row in _rows(made):
        row["sha256"] = hashes[str(row["source"])]
        writer.writerow({column: guarded(value) for column, value in row.items()})
    return out.getvalue()


def guarded(value: object) -> object:
    """A cell that no spreadsheet runs: an apostrophe before what looks like a formula, as spreadsheets write it."""
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def _rows(made: forms.DataFileForm) -> Iterator[Row]:
    if isinstance(made, forms.BriefingFile):
        for fact in made.facts:
            yield from _fact(fact)
    if not isinstance(made, forms.ChronologyFile):
        yield from map(_statement, made.statements)
    for event in made.events:
        yield from _event(event)
    if isinstance(made, forms.ActorFile):
        for mention in made.mentions:
            yield {**_place("mention", mention.evidence), "type": mention.type, "actors": made.actor.id}


def _place(record: str, evidence: forms.Evidence) -> Row:
    return {
        "record": record,
        "briefing": evidence.briefing,
        "source": evidence.source,
        "paragraph": evidence.paragraph,
        "anchor": evidence.anchor,
        "start": evidence.start,
        "end": evidence.end,
        "text": " ".join(evidence.text.split()),
        "link": evidence.link,
    }


def _fact(fact: forms.FactData) -> Iterator[Row]:
    """A row for each source that bears the fact out, and for each that says otherwise."""
    for evidence in fact.evidence:
        yield {
            **_place("fact", evidence),
            **({"text": fact.statement} if fact.statement else {}),
            "type": fact.question,
            "date": fact.value if fact.question in ("when", "next") else None,
            "value": fact.value if fact.question == "numbers" else None,
            "status": fact.status,
            "actors": fact.actor,
            "speaker": fact.speaker,
        }
    for other in fact.disputed_by:
        yield from _fact(other)


def _statement(statement: forms.StatementData) -> Row:
    return {
        **_place("statement", statement.evidence),
        "type": statement.kind,
        "status": statement.manner,
        "actors": statement.actor,
        "speaker": statement.speaker,
    }


def _event(event: forms.EventData) -> Iterator[Row]:
    for report in event.reports:
        yield {
            **_place("event", report.evidence),
            "type": event.type,
            "date": report.date,
            "status": report.status,
            "actors": _listed(event.actors),
            "recipients": _listed(event.recipients),
            "speaker": report.speaker,
            "event": event.anchor,
        }


def _listed(identities: Iterable[str]) -> str:
    return " ".join(identities)
