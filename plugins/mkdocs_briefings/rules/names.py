"""What tells a name, and a name's type: the records of `names.yaml` and the lists in `names/`, compiled."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Self

from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.name_groups import (
    Contexts,
    Cue,
    Joins,
    SportSigns,
    StateSigns,
    Titles,
    Veto,
    WordCues,
    by_word,
)
from mkdocs_briefings.rules.name_lists import NameLists
from mkdocs_briefings.rules.name_records import Evidence, Join, NamesFile, NameType, VetoRecord, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRules:
    """All of them. Words are in lower case."""

    titles: Titles
    evidence: Mapping[str, tuple[Cue, ...]]  # by the rule's id
    weights: Mapping[str, float]  # by the rule's id, of evidence whose type comes from elsewhere
    family_tails: frozenset[str]
    thresholds: Mapping[NameType, float]
    cues: WordCues
    small_tails: frozenset[str]
    fields: frozenset[str]
    joins: Joins
    contexts: Contexts
    vetoes: tuple[Veto, ...]
    not_names: Mapping[str, str]
    function_words: frozenset[str]
    common_words: frozenset[str]
    common_inside: frozenset[str]  # words that make a name of several words less sure
    compound_tails: frozenset[str]
    particles: frozenset[str]
    leading_particles: frozenset[str]
    sports: SportSigns
    states: StateSigns
    run: re.Pattern[str]
    lists: NameLists
    examples: tuple[str, ...]  # sentences with every name marked [so](TYPE)

    @classmethod
    def load(cls, language: str) -> Self:
        """Read the rule file and the lists.

        Raises:
            RuleError: a record is broken; names file and line.
        """
        read = load_yaml("names.yaml", NamesFile, language)
        titles, particles = Titles.of(read), frozenset(read.particles.words.split())
        fields, common_words = frozenset(read.fields.words.split()), frozenset(read.common_words.words.split())
        not_names = by_word((entry.words, entry.id) for entry in read.not_names)
        return cls(
            titles=titles,
            evidence={entry.id: tuple(Cue(entry.id, *say) for say in entry.says.items()) for entry in read.evidence},
            weights={entry.id: entry.weight for entry in read.evidence if not entry.says},
            family_tails=frozenset(read.family_tails.words.split()),
            thresholds=read.thresholds,
            cues=WordCues.of(read.cues),
            small_tails=frozenset(read.small_tails.words.split()),
            fields=fields,
            joins=Joins.of(read.joins),
            contexts=Contexts.of(read.contexts),
            vetoes=tuple(map(Veto.of, read.vetoes)),
            not_names=not_names,
            function_words=frozenset(read.function_words.words.split()),
            common_words=common_words,
            common_inside=common_words.union(fields, titles.modifiers, not_names),
            compound_tails=frozenset(read.compound_tails.words.split()),
            particles=particles,
            leading_particles=frozenset(read.particles.leading.split()),
            sports=SportSigns.of(read.sports),
            states=StateSigns.of(read.state_things),
            run=_run_pattern(particles, read.abbreviations.words.split()),
            lists=NameLists.load(language),
            examples=tuple(_examples(read)),
        )


def _examples(read: NamesFile) -> Iterator[str]:
    groups = (read.titles, read.evidence, read.cues, read.joins, read.contexts, read.vetoes, read.not_names)
    words = (read.modifiers, read.trailing, read.family_tails, read.small_tails, read.fields, read.function_words)
    more = (read.common_words, read.compound_tails, read.particles, read.abbreviations, read.sports, read.state_things)
    records: Iterable[Words | Evidence | Join | VetoRecord] = chain(*groups, words, more)
    for record in records:
        yield from (*record.examples, *record.counterexamples)


def _run_pattern(particles: Iterable[str], abbreviations: Iterable[str]) -> re.Pattern[str]:
    """Words with a capital that follow each other, with the particles of persons' names between them."""
    capital = f"[{_capitals()}]"
    dotted = rf"\.(?:{capital}\.)+"  # U.S.
    initial = rf"\.(?=[ -]?{capital})-?"  # J. before a name
    shortened = rf"(?:{'|'.join(f'(?<={word[0]}){word[1:]}' for word in abbreviations)})\.(?=\s)"  # Gen.
    more = rf"['’](?![sS]\b)\w+|[-–](?:{capital}{dotted}|\w+)|&{capital}\w*|\.(?:com|org|net)\b"  # O'Neill, Ki-moon
    rest = rf"(?:{dotted}|{initial}|{shortened}|\w*(?:{more})*)"
    prefix = r"(?:(?:[Aa][ldnrstz]|[Aa]sh|[Ee]l|[Uu]l|[dl])[-'’])?"  # al-Assad
    small = "|".join(sorted(particles, key=len, reverse=True))
    gap = rf"(?:[ \u00a0]{{1,2}}(?:&[ ])?(?:(?:{small})[ ]){{0,3}}|(?<=[A-Z]\.)(?={capital}))"
    # The capital comes first, and then what stands before it: so the search can leap from capital to capital.
    return re.compile(rf"{capital}(?<![^\W_].){rest}(?:{gap}{prefix}{capital}{rest})*")


def _capitals() -> str:
    """Every capital letter of the alphabets that have them, as the inside of a character class."""
    ranges = (range(0x41, 0x5B), range(0xC0, 0x530), range(0x1E00, 0x2000))
    return "".join(chr(code) for codes in ranges for code in codes if chr(code).isupper())
