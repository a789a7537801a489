"""Hedges: the words that limit what a sentence claims."""

from dataclasses import replace

from mkdocs_briefings.annotations import Document, Hedge
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.hedges import HedgeRules, Phrase


def hedges(document: Document, rules: Rules, _register: Register) -> Document:
    lower = document.tokens.lower
    found: list[Hedge] = []
    done = 0  # the first token that no hedge has taken
    for first in [index for index, word in enumerate(lower) if word in rules.hedges.phrases]:
        phrase = _phrase_at(document, rules.hedges, first) if first >= done else None
        if phrase:
            done = first + len(phrase.tokens)
            found.append(Hedge(span=document.tokens.span(first, done - 1), rule=phrase.record.id))
    return replace(document, hedges=tuple(found))


def _phrase_at(document: Document, rules: HedgeRules, first: int) -> Phrase | None:
    lower = document.tokens.lower
    for phrase in rules.phrases[lower[first]]:
        after = first + len(phrase.tokens)
        if (
            lower[first:after] == phrase.tokens
            and (not phrase.record.lower_case or document.text[document.tokens.starts[first]].islower())
            and (phrase.record.before is None or _is_number(lower, after, rules))
        ):
            return phrase
    return None


def _is_number(lower: tuple[str, ...], index: int, rules: HedgeRules) -> bool:
    while index < len(lower) and lower[index] in rules.before_a_number:
        index += 1
    return index < len(lower) and (lower[index][0].isdigit() or lower[index] in rules.number_words)
