"""Cues as they stand in a sentence: their verb group, and whether they are verbs there at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotate.quotation.folding import Folded
from mkdocs_briefings.rules.quotations import Cue, QuotationRules
from mkdocs_briefings.rules.word_classes import (
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    QUESTION,
    RELATIVE,
    SUBORDINATOR,
    WordClasses,
)

_CUE = re.compile(r"[VZBGJ]")
_GROUP = re.compile(r"(?:[ax]|q(?=[xpN])){1,8}")  # read backwards; with "both" of "they have both said"

_CLAUSE_NEXT = frozenset("ptWdqN")
_BARE_OBJECT = re.compile(r"[Nu]{1,3}(?:i[ueN]{1,3})?[VZGev]")  # read backwards: "denies army [claims]"
_PHRASE_BEFORE = re.compile(r"(?:[NuhgeD]{1,4}[dq]?[if]){1,2}[Nu]")  # read backwards: "doctors in the camp"


@dataclass(frozen=True, slots=True)
class Standing:
    """A cue where it stands, in items."""

    folded: Folded
    words: WordClasses
    sentence: range
    cue: Cue
    group: int  # the first item of the verb group: "has never" of "has never said"
    at: int
    end: int  # after the cue and its particles
    left: str  # the letter before the group; "^" at the start of the sentence
    helpers: frozenset[str]  # the verb group's other words, lower case
    after_be: bool

    @property
    def letters(self) -> str:
        return self.folded.letters

    @property
    def next_word(self) -> str:
        return self.folded.words[self.end].lower() if self.end < self.sentence.stop else ""

    @property
    def is_modal(self) -> bool:
        """It is not said to have happened: "would support"."""
        return not self.helpers.isdisjoint(self.words.modals)

    @property
    def is_negated(self) -> bool:
        before = self.folded.words[self.group - 1].lower() if self.group > self.sentence.start else ""
        return before in self.words.negations or not self.helpers.isdisjoint(self.words.negations)

    @property
    def is_subordinate(self) -> bool:
        """It stands before the main clause: "While Odar said …,", "Among those who said …,"."""
        opener = self.letters[self.sentence.start]
        return opener in (SUBORDINATOR, QUESTION) or (opener == PREPOSITION and self.left == RELATIVE)

    @property
    def is_relative(self) -> bool:
        """It stands between commas: "Odar, who said that …, left"."""
        return self.left == "w" and self.group - 2 > self.sentence.start and self.letters[self.group - 2] == ","

    @property
    def is_participle(self) -> bool:
        """It leans on another verb for its subject: ", adding that"."""
        return self.cue.form == "gerund" and not self.after_be

    @property
    def is_fronted(self) -> bool:
        """A participle opens the sentence, with no comma yet: "Praising the pact and urging peace, Ruiz left"."""
        start = self.sentence.start
        opens = self.letters[start] in "Gg" and self.is_participle
        return opens and self.letters.find(",", start, self.at) < 0

    @property
    def is_passive(self) -> bool:
        return self.after_be and self.cue.form in ("past", "participle")


def standing(folded: Folded, rules: QuotationRules, sentence: range) -> Iterator[Standing]:
    """The cues of a sentence that are verbs there, or adjectives after "be", in order."""
    for match in _CUE.finditer(folded.letters, sentence.start, sentence.stop):
        at = match.start()
        for cue in rules.cues.get(folded.words[at].lower(), ()):
            particles = cue.record.particles
            if particles and tuple(folded.words[at + 1 : at + 1 + len(particles)]) != particles:
                continue
            found = _place(folded, rules.words, sentence, at, cue)
            if _is_verb(found):
                yield found
                break


def _place(folded: Folded, words: WordClasses, sentence: range, at: int, cue: Cue) -> Standing:
    back = _GROUP.match(folded.backwards, folded.back(at), folded.back(sentence.start))
    group = at - len(back[0]) if back else at
    left = folded.letters[group - 1] if group > sentence.start else "^"
    helpers = frozenset([word.lower() for word in folded.words[group:at]])
    after_be = not helpers.isdisjoint(words.be)
    if left == "'" and group - 1 > sentence.start and folded.letters[group - 2] in "pw":  # "he's"
        group, left, after_be = group - 1, folded.letters[group - 2], True
    end = at + 1 + len(cue.record.particles)
    return Standing(folded, words, sentence, cue, group, at, end, left, helpers, after_be)


def _is_verb(found: Standing) -> bool:
    """Told by the word on the left: "the claims" is a noun."""
    form, left = found.cue.form, found.left
    if form == "adjective" or (found.is_passive and not found.cue.record.passive):
        return found.after_be and form == "adjective"
    if form == "gerund":
        return found.after_be or left not in "d'f"
    after_quantifier = form == "base" and found.letters[found.at - 1] == QUANTIFIER  # "there was some hope"
    if left in "dif2'" or after_quantifier or (form == "participle" and not found.helpers):
        return False
    sure = form not in ("base", "third") or found.group < found.at or left in "pwcb,-"
    return sure or _agrees(found)


def _agrees(found: Standing) -> bool:
    """The word before is a subject for the bare form: "officials report", "the minister claims"."""
    before = found.folded.words[found.group - 1].lower()
    if found.cue.form == "third":
        is_object = found.cue.is_noun and _BARE_OBJECT.match(found.folded.backwards, found.folded.back(found.group))
        return not is_object and not before.endswith(found.words.adjective_endings)
    follows = found.letters[found.end : found.end + 1]
    takes_clause = not found.cue.is_noun and "that" in found.cue.record.frames and follows in _CLAUSE_NEXT
    if takes_clause or follows == PRONOUN:  # "most people in Lume say they …"
        return True
    return before.endswith(found.words.plural_endings) or _head(found).endswith(found.words.plural_endings)


def _head(found: Standing) -> str:
    """The noun before the prepositions of the subject: "doctors" of "doctors in the camp"."""
    start = found.sentence.start
    phrase = _PHRASE_BEFORE.match(found.folded.backwards, found.folded.back(found.group), found.folded.back(start))
    return found.folded.words[found.group - len(phrase[0])].lower() if phrase else ""
