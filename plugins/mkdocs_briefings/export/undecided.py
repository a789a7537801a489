"""Names that stand for nobody yet, as lines for the desk's `actors.yml`."""

from collections.abc import Iterator

import yaml

from mkdocs_briefings.briefing import slug
from mkdocs_briefings.corpus.actor_index import Appearance, Undecided
from mkdocs_briefings.register import Actor

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
