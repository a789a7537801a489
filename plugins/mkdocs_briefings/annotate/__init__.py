"""The passes, in order. Each takes a Document and gives it back with more said of it."""

from collections.abc import Callable

from mkdocs_briefings.annotate.events import events
from mkdocs_briefings.annotate.hedges import hedges
from mkdocs_briefings.annotate.mentions import mentions
from mkdocs_briefings.annotate.quantities import quantities
from mkdocs_briefings.annotate.quotations import quotations
from mkdocs_briefings.annotate.resolve import resolve
from mkdocs_briefings.annotate.salience import salience
from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotate.timexes import timexes
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source

Pass = Callable[[Document, Rules, Register], Document]

PASSES: tuple[tuple[str, Pass], ...] = (
    ("sentences", sentences),
    ("timexes", timexes),
    ("mentions", mentions),
    ("resolve", resolve),
    ("quotations", quotations),
    ("quantities", quantities),
    ("hedges", hedges),
    ("events", events),
    ("salience", salience),
)


Amend = Callable[[str, Document], Document]


def unchanged(_name: str, document: Document) -> Document:
    """What a person has to say of a draft that nobody has corrected."""
    return document


def annotate(source: Source, rules: Rules, register: Register, amend: Amend = unchanged) -> Document:
    """Everything the rules can say of a source; of a text in another language, only where its sentences are.

    Args:
        amend: called with each pass's name and what it made, so that a person's correction is in place
            before the passes that build on it.
    """
    is_ours = source.in_language.partition("-")[0].lower() == rules.language
    document = Document(source=source, wording=rules.wording)
    for name, apply in PASSES if is_ours else PASSES[:1]:
        document = amend(name, apply(document, rules, register))
    return document
