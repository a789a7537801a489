"""Numbers as they stand in a text: value, range, unit and comparator, before what they count is known."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from mkdocs_briefings.rules.quantities import PART, Comparator, QuantityRules
from mkdocs_briefings.text import Span

COUNTED = "quantity.counted"  # the rule of a bare number
_JOINED = frozenset(".,:/#&+-–'’")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_LEFT = 40  # characters in which a comparator stands before a number
_SIGN = 5  # characters a currency's sign takes at most, its space included
_ARTICLE = re.compile(r"\b(?:half\s)?an?[\s-]\Z", re.IGNORECASE)
_LEADS_ARTICLE = 8  # characters of "half an "
_DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their|his|her|our|all|other|every|each)\s\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(between\s\S{0,3})\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s\S{0,3}\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s\Z", re.IGNORECASE)
_WIDEST = 2  # times the lower end of a range "by 30 to 35 percent"
_SMALL = 2  # "the two leaders" names them; "the three members" counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number; `begin` is where its comparator starts, or the number itself."""

    span: Span
    begin: int
    value: Decimal
    upper: Decimal | None = None
    unit: str | None = None
    comparator: Comparator = "="
    rule: str = COUNTED


def figures(text: str, rules: QuantityRules, blocked: list[tuple[int, int]]) -> Iterator[Figure]:
    """Every number that may be a quantity, in order; `blocked` are the stretches of dates and names, sorted."""
    done = 0
    for trigger in rules.patterns.trigger.finditer(text):
        start = trigger.start()
        if start < done:
            continue
        article = _ARTICLE.search(text, max(0, start - _LEADS_ARTICLE), start)
        figure = _figure(text, article.start(), rules, done) if article else None
        figure = figure or _figure(text, start, rules, done)
        if figure and not _is_blocked(max(start, figure.span.start), blocked):
            done = figure.span.end
            yield figure


def _is_blocked(at: int, blocked: list[tuple[int, int]]) -> bool:
    """The number starts inside a date or a name. A name it only runs into ("5 MW") does not count."""
    after = bisect_right(blocked, (at, at))
    return any(start <= at < end for start, end in blocked[max(0, after - 2) : after + 1])


def _figure(text: str, start: int, rules: QuantityRules, done: int) -> Figure | None:
    """The number at `start`; `done` is where the one before ends."""
    match = rules.patterns.number.match(text, start)
    if not match:
        return None
    sign = rules.patterns.sign.search(text, max(0, start - _SIGN), start)
    begin = sign.start() if sign else start
    if begin and (text[begin - 1] in _JOINED or text[begin - 1].isalnum()):
        return None
    figure = _valued(text, begin, match, rules, rules.signs[sign[1]] if sign else None)
    figure = _compared(text, figure, rules, done) if figure else None
    if (
        figure
        and figure.unit == PART
        and not (match["of"] or _BY.search(text, max(0, figure.begin - _LEFT), figure.begin))
    ):
        return None  # "a third party"; "fell by a third" is a part
    return figure


def _valued(text: str, begin: int, match: re.Match[str], rules: QuantityRules, currency: str | None) -> Figure | None:
    whole = Span(begin, match.end())
    if match["fraction"]:
        value = rules.numerals.fraction(match["fraction"])
        return Figure(span=whole, begin=begin, value=value, unit=PART, rule="quantity.fraction")
    if match["vague"]:
        return Figure(
            span=whole,
            begin=begin,
            value=rules.numerals.vague_value(match["vague"]),
            comparator=">",
            rule="quantity.vague",
        )
    # What two units stand beside is a change: "9% to $31 billion", or "22% to 48,300".
    mixed = (match["sign"] and not currency) or (match["first_unit"] and not match["second_unit"])
    alone = mixed or not match["joint"]
    figure = _single(begin, match, rules) if alone else _range(text, begin, match, rules)
    if figure is None:
        return None
    unit = currency or figure.unit
    if unit is None and _is_name(text, figure, match["first"], rules):
        return None
    rule = "quantity.money" if unit in rules.currencies else "quantity.unit" if unit else COUNTED
    return replace(figure, unit=unit, rule=rule)


def _single(begin: int, match: re.Match[str], rules: QuantityRules) -> Figure:
    end = match.end("first_unit") if match["first_unit"] else match.end("first")
    return Figure(
        span=Span(begin, end),
        begin=begin,
        value=rules.numerals.value(match["first"]),
        unit=rules.unit(match["first_unit"]),
    )


def _range(text: str, begin: int, match: re.Match[str], rules: QuantityRules) -> Figure | None:
    """ "5-6 billion", "between 500 and 700"; of "from 10 to 25 percent" only the first number."""
    joint = match["joint"].strip()
    lower, upper = rules.numerals.value(match["first"]), rules.numerals.value(match["second"])
    shared = rules.numerals.scale(match["second"])
    if not match["first_unit"] and rules.numerals.scale(match["first"]) == 1 and lower < upper / shared:
        lower *= shared
    unit = rules.unit(match["first_unit"]) or rules.unit(match["second_unit"])
    left = max(0, begin - _LEFT)
    between = (_BETWEEN if joint == "and" else rules.patterns.ranging).search(text, left, begin)
    apart = joint == "to" and (_FROM.search(text, left, begin) or _is_change(text, begin, lower, upper))
    joined = between or not (joint == "and" or apart)
    if lower < upper and joined and unit == (rules.unit(match["second_unit"]) or unit):
        start = between.start(1) if between else begin
        return Figure(span=Span(begin, match.end()), begin=start, value=lower, upper=upper, unit=unit)
    if joint in {"-", "–", "—"}:
        return None  # a score, a vote, the number of a part
    first = _single(begin, match, rules)
    return replace(first, unit=first.unit or (unit if joint == "to" else None))


def _is_change(text: str, begin: int, lower: Decimal, upper: Decimal) -> bool:
    """ "Rose by 40,000 to 310,000" leads somewhere, "cut by 30 to 35 percent" is a range."""
    return upper > lower * _WIDEST and _BY.search(text, max(0, begin - _LEFT), begin) is not None


def _is_name(text: str, figure: Figure, words: str, rules: QuantityRules) -> bool:
    """A year, "resolution 242", or "the two leaders", who are named and not counted."""
    if _YEAR.match(words) or rules.patterns.label.search(
        text, max(0, figure.begin - rules.patterns.label_reach), figure.begin
    ):
        return True
    if words[0].isdigit() or figure.value > _SMALL:
        return False
    return _DEFINITE.search(text, max(0, figure.begin - _LEFT), figure.begin) is not None


def _compared(text: str, figure: Figure, rules: QuantityRules, done: int) -> Figure:
    before = rules.patterns.comparator.search(text, max(0, figure.begin - _LEFT), figure.begin)
    if before and before.start() != done + 1:  # "one point below 26 percent"
        return replace(figure, begin=before.start(), comparator=rules.comparators[" ".join(before[1].lower().split())])
    after = rules.patterns.comparator_after.match(text, figure.span.end)
    return replace(figure, comparator=rules.comparators[" ".join(after[1].lower().split())]) if after else figure
