"""What the other names of a text say of a form: surnames, acronyms, headlines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from mkdocs_briefings.annotate.name.kinds import Scores, Typed
from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.runs import Candidate, Word, form_of
from mkdocs_briefings.annotations import EntityType
from mkdocs_briefings.rules.names import NameRules

_LAND_OF = re.compile(r"\b(?:Republic|Kingdom|State|Sultanate|Emirate|Union) of (?:the )?(\w[^,]*)$")
_LONGEST_REMEMBERED = 4  # words
_SURELY_NONE = 5.0


def remember(scored: Mapping[str, Scores], types: dict[str, Typed | None], names: NameRules) -> None:
    """Parts of a full name that stand alone elsewhere in the text are the same person or organisation."""
    touched: dict[str, Scores] = {}
    for form, typed in types.items():
        words = form.split()
        if not typed or len(words) == 1:
            continue
        for short, rule in _shorter(words, typed[0], names):
            scores = scored.get(short)
            if scores and not scores.listed and short not in touched and _may_be(short, scores):
                scores.say(rule)
                touched[short] = scores
    types.update((form, scores.best()) for form, scores in touched.items())


def _may_be(short: str, scores: Scores) -> bool:
    """Whether a part of a name may stand for it: no word of the calendar or of a faith, unless in capitals."""
    return short.isupper() or scores.weights.get("NONE", 0.0) < _SURELY_NONE


def _shorter(words: list[str], type_: EntityType, names: NameRules) -> Iterator[tuple[str, str]]:
    """The forms by which a full name may be taken up again, each with its rule."""
    if type_ == "PER":
        for word in words:
            if word.lower() not in names.particles and word.lower() not in names.common_words:
                yield word, "memory-person"
        for begin in range(1, len(words) - 1):
            yield " ".join(words[begin:]), "memory-person"
    elif type_ == "ORG":
        yield from _shorter_bodies(words, names)
    elif type_ == "GPE":
        yield "".join(word[0] for word in words), "memory-place"
    if land := _LAND_OF.search(" ".join(words)):  # "the Ministry of Defence of the Republic of Torvan"
        yield land[1], "memory-place"


def _shorter_bodies(words: list[str], names: NameRules) -> Iterator[tuple[str, str]]:
    yield "".join(word[0] for word in words if word[0].isupper()), "memory-acronym"
    yield words[0], "memory-first-word"
    if words[-1].lower() in names.cues.last:
        yield words[-1], "memory-last-word"
    for end in range(2, len(words)):
        if not any(word.lower() in names.fields or word.lower() in names.common_words for word in words[:end]):
            yield " ".join(words[:end]), "memory-acronym"


def loud_names(candidate: Candidate, types: Mapping[str, Typed], lexicon: Lexicon) -> Iterator[tuple[Candidate, Typed]]:
    """The names in a headline: those that the text or a list knows.

    Args:
        types: by casefolded form, with the words of persons' names.
    """
    words = candidate.words
    begin = 0
    while begin < len(words):
        for count in range(min(_LONGEST_REMEMBERED, len(words) - begin), 0, -1):
            typed = _known(words[begin : begin + count], types, lexicon)
            if typed:
                yield replace(candidate, words=words[begin : begin + count], loud=False), typed
                begin += count
                break
        else:
            begin += 1


def _known(words: list[Word], types: Mapping[str, Typed], lexicon: Lexicon) -> Typed | None:
    form = form_of(words)
    known = types.get(form.casefold())
    if known:
        return known
    sense = lexicon.sense(form)
    if not sense or sense.doubtful or sense.known in ("people", "surname", "club"):
        return None
    if sense.known == "city":
        common = words[0].lower in lexicon.rules.common_words or len(form) <= _LONGEST_REMEMBERED
        return None if common else ("GPE", sense.rule)
    return cast(EntityType, sense.known), sense.rule


def by_folded_form(types: Mapping[str, Typed | None]) -> dict[str, Typed]:
    """The types of a text's forms for its headlines, where a person may stand with any part of the name."""
    found: dict[str, Typed] = {}
    for form, typed in types.items():
        if typed:
            found[form.casefold()] = typed
            if typed[0] == "PER":
                for word in form.split()[1:]:
                    found.setdefault(word.casefold(), ("PER", "memory-person"))
    return found
