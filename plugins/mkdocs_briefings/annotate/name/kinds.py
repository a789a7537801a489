"""What type a form is, by the evidence inside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from mkdocs_briefings.annotate.name.lexicon import Lexicon, Sense
from mkdocs_briefings.annotations import EntityType
from mkdocs_briefings.rules.name_groups import Cue
from mkdocs_briefings.rules.name_records import NameType
from mkdocs_briefings.rules.names import NameRules

Typed = tuple[EntityType, str]  # with the rule that told it

_PARTY_MARK = re.compile(r"[A-Z]-[A-Z][A-Za-z.]{1,6}")  # R-Ohio
_LONGEST_ACRONYM = 6  # letters
_LONGEST_PERSON = 3  # words, where nothing else tells a person
_NUMERALS = frozenset("ivx")
_MIXED_FAMILY_NAMES = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "O'", "O’")


@dataclass(slots=True)
class Scores:
    """The weight of every type for one form, and the rule that weighed most for it."""

    rules: NameRules
    listed: bool = False  # a list says what it is, whatever stands around it
    weights: dict[NameType, float] = field(default_factory=dict)
    heaviest: dict[NameType, tuple[float, str]] = field(default_factory=dict)

    def add(self, type_: NameType, weight: float, rule: str) -> None:
        self.weights[type_] = self.weights.get(type_, 0.0) + weight
        if weight > self.heaviest.get(type_, (0.0, ""))[0]:
            self.heaviest[type_] = (weight, rule)

    def say(self, evidence: str, times: int = 1) -> None:
        for cue in self.rules.evidence[evidence]:
            self.add(cue.type, cue.weight * times, cue.rule)

    def context(self, cue: Cue, times: int) -> None:
        """The say of a neighbouring word that stood beside the form so many times."""
        land = cue.type == "GPE" and self.weights.get("LOC", 0.0) > self.weights.get("GPE", 0.0)
        self.add("LOC" if land else cue.type, min(cue.cap, cue.weight * times), cue.rule)

    def best(self) -> Typed | None:
        """The type and its rule, where one outweighs the others and is heavy enough."""
        if not self.weights:
            return None
        type_ = max(self.weights, key=self.weights.__getitem__)
        if type_ == "NONE" or self.weights[type_] < self.rules.thresholds[type_]:
            return None
        return type_, self.heaviest[type_][1]


def weigh(words: list[str], lexicon: Lexicon) -> Scores:
    """The evidence inside a form.

    Args:
        words: the form's words as they are written.
    """
    scores = Scores(lexicon.rules)
    sense = lexicon.sense(" ".join(words))
    if sense:
        _listed(sense, words, scores)
    if not scores.listed:
        lowers = [word.lower().rstrip(".") for word in words]
        evidence = _one_word(words[0], lowers[0], lexicon) if len(words) == 1 else _several(words, lowers, lexicon)
        for rule in evidence:
            scores.say(rule)
        if len(words) > 1:
            _cues(lowers, scores, given=words[0] in lexicon.rules.lists.given)
    return scores


def _listed(sense: Sense, words: list[str], scores: Scores) -> None:
    if sense.known in ("city", "club") and len(words) > 1:
        scores.say(f"{sense.known}-of-several-words")
    elif sense.known == "city":
        scores.say("city-or-person" if sense.doubtful or _is_unsure_city(words[0], scores.rules) else "city")
        if sense.doubtful:
            scores.say("surname")
    elif sense.known in ("people", "club", "surname"):
        scores.say(sense.known)
    else:
        scores.listed = not sense.doubtful
        weight = scores.rules.weights["doubtful" if sense.doubtful else "listed"]
        scores.add(cast(EntityType, sense.known), weight, sense.rule)


def _is_unsure_city(word: str, rules: NameRules) -> bool:
    """Also a given name, an acronym, a family name like McLean, or a word like "Union"."""
    lower = word.lower()
    common = lower in rules.cues.last or lower in rules.common_words or lower in rules.fields
    return common or word in rules.lists.given or word.isupper() or word.startswith("Mc")


def _one_word(word: str, lower: str, lexicon: Lexicon) -> Iterator[str]:
    rules = lexicon.rules
    no_name = lower in rules.not_names or lower in rules.function_words or lower.removesuffix("s") in rules.titles.words
    if no_name or _PARTY_MARK.fullmatch(word):
        yield "not-name"
    if (
        lower in rules.common_words
        or lower in rules.titles.modifiers
        or lower in rules.fields
        or lower in rules.cues.last
    ):
        yield "common"
    if word in rules.lists.given:
        yield "given-alone"
    if lower.endswith(rules.states.endings):
        yield "land-like"
    letters = [letter for letter in word if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        if len(letters) <= _LONGEST_ACRONYM:
            yield "acronym"
    elif any(letter.isupper() for letter in word[1:]) and word.isalnum() and not word.startswith(_MIXED_FAMILY_NAMES):
        yield "inner-capital"


def _cues(lowers: list[str], scores: Scores, *, given: bool) -> None:
    rules = scores.rules
    tail = lowers[-1] if not (lowers[-1].isdigit() or _NUMERALS.issuperset(lowers[-1])) else lowers[-2]  # "War II"
    inside = next((rules.cues.anywhere[lower] for lower in lowers[:-1] if lower in rules.cues.anywhere), None)
    last = rules.cues.last.get(tail) or rules.cues.last.get(tail.removesuffix("s"))
    if given and tail in rules.family_tails:
        last = None
    for cue in (last, rules.cues.first.get(lowers[0]), inside):
        if cue:
            scores.add(cue.type, cue.weight, cue.rule)


def _several(words: list[str], lowers: list[str], lexicon: Lexicon) -> Iterator[str]:
    if "&" in words:
        yield "ampersand"
    if not words[-1].isalpha() and any(letter.isdigit() for letter in words[-1]):
        yield "digits"
        return
    yield from _person(words, lowers, lexicon)
    yield from _ends(words, lexicon)
    if any(word.isupper() and len(word) > len("UN") for word in words):
        yield "acronym-inside"
    yield "several-words"
    if sum(not word.islower() for word in words) <= _LONGEST_PERSON:
        yield "two-or-three-words"
    rules = lexicon.rules
    for lower in lowers:
        if lower in rules.common_inside:
            yield "common-inside"


def _ends(words: list[str], lexicon: Lexicon) -> Iterator[str]:
    """A place, people or body at an end of a name that no given name starts: "Kenya Torvan", "Torvan Kenya"."""
    if words[0] in lexicon.rules.lists.given:
        return
    tail = lexicon.sense(" ".join(words[1:])) if len(words) > len("of") else None
    if tail and tail.known == "ORG" and not tail.doubtful:
        yield "body-last"
    first, last = lexicon.sense(words[0]), lexicon.sense(words[-1])
    if first and first.known == "people":
        yield "people-first"
    elif first and first.known in ("GPE", "LOC"):
        yield "place-first"
    elif first and first.known == "ORG" and not first.doubtful:
        yield "body-first"
    elif last and last.known in ("GPE", "LOC") and not (first and first.known == "city"):
        yield "place-last"


def _person(words: list[str], lowers: list[str], lexicon: Lexicon) -> Iterator[str]:
    rules = lexicon.rules
    lists = rules.lists
    if words[0] in lists.given:
        yield "given-first"
    elif words[0] in lists.families_first and len(words) <= _LONGEST_PERSON:
        yield "family-first"
    elif any(word in lists.given for word in words[1:]):
        yield "given-inside"
    if any(len(word.rstrip(".")) == 1 and word != "&" for word in words[:-1]):
        yield "initial"
    if any(word.islower() for word in words[1:-1]) or lowers[0].startswith(("al-", "el-")):
        yield "particle"
    if lowers[-1] in rules.titles.suffixes:
        yield "person-suffix"
    if any("-" in word and word.rpartition("-")[2].islower() for word in words[1:]):
        yield "syllables"
