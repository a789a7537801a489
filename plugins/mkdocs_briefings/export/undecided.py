"""What waits for the desk's decision: names, for its `actors.yml`, and events that may be one, for `events.yml`."""

from collections.abc import Iterator

import yaml

from mkdocs_briefings.briefing import slug
from mkdocs_briefings.corpus.actor_index import Appearance, Undecided
from mkdocs_briefings.corpus.chronology import Chronology, Entry
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.register import Actor
from mkdocs_briefings.text import selector

_SHOWN = 3  # sentences of a name
_TYPE = {"PER": "person", "GPE": "state", "LOC": "organisation", "ORG": "organisation", "FAC": "organisation"}


def for_the_register(undecided: tuple[Undecided, ...]) -> Iterator[str]:
    """For each name where it stands, as comments, and a record to put under `actors:` and mend.

    A name that could be several actors gets a record for each of them, of which the desk keeps one.
    """
    for name in undecided:
        times = len(name.appearances)
        yield f"# {name.name!r}, {times} time{'' if times == 1 else 's'}"
        yield from map(_where, name.appearances[:_SHOWN])
        for candidate in name.candidates:
            yield from _record(candidate, name)
        if not name.candidates:
            kind = _TYPE[name.appearances[0].mention.entity_type]
            yield from _record(Actor(id=slug(name.name), name=name.name, type=kind), name)  # type: ignore[arg-type]
        yield ""


def for_the_chronology(chronology: Chronology) -> Iterator[str]:
    """For each two events that possibly are one, their clauses as comments, and a record to put under `same:`.

    Under `different:` the same record says that they are two.
    """
    entries = {entry.anchor: entry for entry in chronology}
    shown: set[frozenset[str]] = set()
    for entry in chronology:
        for anchor in entry.maybe:
            pair = frozenset((entry.anchor, anchor))
            if pair not in shown:
                shown.add(pair)
                yield from _pair(entry, entries[anchor])


def _pair(*entries: Entry) -> Iterator[str]:
    for entry in entries:
        report = entry.reports[0]
        date = entry.date.edtf if entry.date else "undated"
        yield f"# {date}: {report.clause} ({report.document.source.path} ¶{report.sentence.paragraph + 1})"
    record = {"events": [_place(entry.reports[0]) for entry in entries]}
    written = yaml.safe_dump([record], allow_unicode=True, sort_keys=False, width=1000)
    yield from ("  " + line for line in written.splitlines())
    yield ""


def _place(report: Report) -> dict[str, str]:
    """The words that tell of the event, as `events.yml` names them."""
    chosen = selector(report.document.text, report.event.trigger)
    place = {"source": report.document.source.id, "exact": chosen.exact}
    return {**place, "prefix": chosen.prefix} if chosen.prefix else place


def _where(appearance: Appearance) -> str:
    sentence = appearance.sentence
    words = " ".join(sentence.span.of(appearance.document.text).split())
    return f"#   {appearance.document.source.path} ¶{sentence.paragraph + 1}: {words}"


def _record(actor: Actor, name: Undecided) -> Iterator[str]:
    record: dict[str, object] = {"id": actor.id}
    if name.candidates:
        record["aliases"] = [name.name]
    else:
        record.update(name=actor.name, type=actor.type)
    written = yaml.safe_dump([record], allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)
    yield from ("  " + line for line in written.splitlines())
