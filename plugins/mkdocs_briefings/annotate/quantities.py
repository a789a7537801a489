"""Quantities: numbers with their unit, what they measure, and how exactly they are meant."""

from dataclasses import replace

from mkdocs_briefings.annotate.quantity.figures import Figure, figures
from mkdocs_briefings.annotate.quantity.measure import counted, measured
from mkdocs_briefings.annotate.quantity.window import Window, Windows
from mkdocs_briefings.annotations import Document, Quantity
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.quantities import QuantityRules

_NEAR = 80  # characters between two figures of one thing: "61%, down from 68%"


def quantities(document: Document, rules: Rules, _register: Register) -> Document:
    windows = Windows.of(document, rules.quantities)
    found: list[Quantity] = []
    for figure in figures(document.text, rules.quantities, _blocked(document)):
        quantity = _quantity(figure, windows.around(figure), rules.quantities, found[-1] if found else None)
        if quantity:
            found.append(quantity)
    return replace(document, quantities=tuple(found))


def _blocked(document: Document) -> list[tuple[int, int]]:
    """What dates and names take up, in order: no number in there is a quantity."""
    dates = [(timex.span.start, timex.span.end) for timex in document.timexes]
    names = [(mention.span.start, mention.span.end) for mention in document.mentions if mention.mention_type == "NAM"]
    return sorted(dates + names)


def _quantity(figure: Figure, window: Window, rules: QuantityRules, last: Quantity | None) -> Quantity | None:
    unit, of = figure.unit, None
    if unit is None:
        noun = counted(window, rules, one=figure.value == 1 and figure.upper is None)
        if noun is None:
            return None
        unit, of = noun
    else:
        alike = last is not None and last.unit == unit and figure.span.start - last.span.end < _NEAR
        of = measured(window, rules, last.measured if last and alike else None)
    return Quantity(
        span=figure.span,
        value=figure.value,
        upper=figure.upper,
        unit=unit,
        comparator=figure.comparator,
        measured=of,
        rule=figure.rule,
    )
