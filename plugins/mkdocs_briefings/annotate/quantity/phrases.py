"""Noun phrases over the letters of a number's window, and the spans they give."""

import re

from mkdocs_briefings.annotate.quantity.window import Window
from mkdocs_briefings.rules.word_classes import AND, OF, PRONOUN
from mkdocs_briefings.text import Span

MORE = r"(?:[NuDmhR'.]|[eg](?=[NumBZ])|(?<=[Nu])g(?=[fiI2xVZv,]|\Z)|(?<=[Nu])e(?=[xVZv])|T(?=')|(?<=h)T|(?<=')[BZVv])*"
NP = rf"(?:o|p|[dq]*(?:[NuegmhR']|(?<=d)T(?=')){MORE}|d[BZVv]{MORE}|dq(?![NuegmhR']))"
_END = r"(?=(?:[iI]D)?(?:x[xa]*[eVvu]2|[vVZ]2)?[xaTr2]*(?:[dq]T)?(?:,[^,;:]{1,14},[xa]*|(?:,?w|tx)[xaTr]*|,[aT]*)?\Z)"
SUBJECT = re.compile(
    rf"(?<![iIf2D])(?!(?<=x)[egV])(?P<phrase>{NP}(?:(?:[fiI2]|c(?!d[ueg]))(?:[dq]?D+)?{NP})*(?:[BZv]\Z)?){_END}"
)
LAST = re.compile(rf"(?P<phrase>{NP}){_END}")
_ARTICLES = frozenset(("a", "an", "the"))
_TAKES = re.compile(r"x?(?:[vVZ]|e(?=[dDqNoiI2f]))")
_APART = frozenset(";:.(wts")  # another clause starts


def before(window: Window, end: int) -> Span | None:
    """The subject whose verb, or comma, stands at `end` of the left side; None for a bare pronoun."""
    end = _first_verb(window.left, end) if window.left.endswith(AND, 0, end) else end
    found = SUBJECT.search(window.left[:end]) or LAST.search(window.left[:end])
    return named(window, *found.span("phrase")) if found else None


def _first_verb(left: str, end: int) -> int:
    """Where the verb stands that shares its subject with the one at `end`: "the strike shut ports and cost $6m"."""
    for verb in _TAKES.finditer(left, 0, end):
        clause = left[verb.end() : end]
        if _APART.isdisjoint(clause) and SUBJECT.search(left[: verb.start()]):
            return verb.start()
    return end


def named(window: Window, start: int, end: int) -> Span | None:
    """The words of the left side without an article or a number in front; None for a bare pronoun or unit."""
    while end - start > 1 and (window.left_words[start] in _ARTICLES or window.is_number(start)):
        start += 1
    if start and window.is_number(start - 1) and window.left_words[start] in window.units:
        start += 2 * window.left.startswith(OF, start + 1)  # "two million tonnes of grain"
    return None if start >= end or window.left[start:end] == PRONOUN else window.of_left(start, end)
