"""Quantities: numbers with their unit, what they measure, and how exactly they are meant."""

from dataclasses import replace

from mkdocs_briefings.annotate.quantity.count import DOWN_FROM, adopted, counted
from mkdocs_briefings.annotate.quantity.figures import COUNTED, Figure, figures
from mkdocs_briefings.annotate.quantity.measure import measured
from mkdocs_briefings.annotate.quantity.window import Window, Windows
from mkdocs_briefings.annotations import Document, Quantity
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.quantities import RELATIVE, QuantityRules
from mkdocs_briefings.rules.word_classes import OF
from mkdocs_briefings.text import Span

_NEAR = 80  # characters between two figures of one thing: "61% of voters in May, down from 68%"
_ALSO = frozenset((" or ", ", or "))


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
    between = _between(last, figure, window.document.text) if last else ""
    if unit is None:
        noun = counted(window, rules, one=figure.value == 1 and figure.upper is None)
        if noun is None and last:
            noun = adopted(window, rules, last, between, fewer=figure.value <= last.value)
        if noun is None:
            return None
        unit, of = noun
    else:
        near = last if len(between) <= _NEAR else None
        of = _measured(window, rules, unit, near, between)
    return Quantity(
        span=figure.span,
        value=figure.value,
        upper=figure.upper,
        unit=unit,
        comparator=figure.comparator,
        measured=of,
        rule=figure.rule,
    )


def _measured(window: Window, rules: QuantityRules, unit: str, last: Quantity | None, between: str) -> Span | None:
    """What a number with a unit measures; `last` is a number shortly before."""
    alike = last if last and (_is_alike(last, unit, rules) or between in _ALSO) else None
    if last and last.rule != COUNTED and window.right[:1] != OF and _is_again(between, rules, alike=bool(alike)):
        return last.measured or measured(window, rules, unit, alike)
    return measured(window, rules, unit, alike)


def _between(last: Quantity, figure: Figure, text: str) -> str:
    """What stands between the number before, with what it counts, and this one."""
    end = max(last.span.end, last.measured.end) if last.measured else last.span.end
    return text[end : figure.begin]


def _is_alike(last: Quantity, unit: str, rules: QuantityRules) -> bool:
    return last.unit == unit or any({last.unit, unit} <= kind for kind in (RELATIVE, rules.lists.lengths))


def _is_again(between: str, rules: QuantityRules, *, alike: bool) -> bool:
    """The number goes on from the one before: "9%, to €112"; with the same unit, "61% in May, down from 68%"."""
    return bool(rules.patterns.again.fullmatch(between) or (alike and DOWN_FROM.search(between)))
