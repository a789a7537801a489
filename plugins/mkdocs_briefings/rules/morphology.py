"""The forms of English verbs, so that a rule names a lemma once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")


@dataclass(frozen=True, slots=True)
class VerbForms:
    lemma: str
    third: str  # announces
    past: str  # announced
    participle: str  # announced, taken
    gerund: str  # announcing

    def __iter__(self) -> Iterator[str]:
        return iter((self.lemma, self.third, self.past, self.participle, self.gerund))


def verb_forms(lemma: str, irregular: Iterable[str] = (), *, doubles: bool = False) -> VerbForms:
    """All forms of a verb.

    Args:
        irregular: past and participle where they are irregular ("took", "taken"); one word serves for both.
        doubles: a final consonant is doubled though the verb has several syllables ("occur", "refer");
            in words of one syllable that is told from the spelling ("ban", "banned").
    """
    past, participle = (*irregular, *irregular)[:2] if irregular else (None, None)
    stem = lemma + lemma[-1] if doubles or _short(lemma) else lemma
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    regular, gerund = stem + "ed", stem + "ing"
    if lemma.endswith("ie"):
        regular, gerund = lemma + "d", lemma[:-2] + "ying"
    elif lemma.endswith("e"):
        regular, gerund = lemma + "d", (lemma if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1]) + "ing"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        third, regular, gerund = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma.endswith("c"):
        regular, gerund = lemma + "ked", lemma + "king"
    return VerbForms(lemma, third, past or regular, participle or regular, gerund)


def _short(lemma: str) -> bool:
    """One syllable that ends in consonant, vowel, consonant: ban, stop, not visit, show, fix."""
    return bool(_SHORT.fullmatch(lemma))
