"""What tells a name, and a name's type: the records of `names.yaml` and the lists in `names/`, compiled."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.name_lists import NameLists
from mkdocs_briefings.rules.name_records import (
    ContextRecord,
    CueRecord,
    Evidence,
    Join,
    NamesFile,
    NameType,
    VetoRecord,
    Words,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One word's say on the type of the name it stands in, or stands beside."""

    rule: str
    type: NameType
    weight: float
    cap: float = 0.0  # of a context: the most it may add to a form in one text


@dataclass(frozen=True, slots=True)
class Veto:
    """What stands around a name that is part of something else."""

    before: re.Pattern[str]  # ends where the name starts
    after: re.Pattern[str]
    hint: str  # must stand before


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRules:
    """Words are in lower case. A connector is the whole text between two runs of capitals."""

    titles: Mapping[str, str]  # word to rule, however it is written
    callings: Mapping[str, str]  # the same for words that are a title in lower case alone
    modifiers: frozenset[str]
    wholes: frozenset[str]  # "Republic" of "President of the Republic"
    trailing: frozenset[str]
    person_suffixes: frozenset[str]
    evidence: Mapping[str, tuple[Cue, ...]]  # by the rule's id
    weights: Mapping[str, float]  # by the rule's id, of evidence whose type comes from elsewhere
    family_tails: frozenset[str]
    thresholds: Mapping[NameType, float]
    last: Mapping[str, Cue]
    first: Mapping[str, Cue]
    anywhere: Mapping[str, Cue]
    small_tails: frozenset[str]
    fields: frozenset[str]
    connectors: Mapping[str, str]  # to the rule of the join
    join_left: Mapping[str, frozenset[str]]  # by rule: the last word of the left name
    join_right: Mapping[str, frozenset[str]]  # by rule: the whole right name, where the rule asks for one
    before: Mapping[str, Cue]
    before_of: Mapping[str, Cue]  # by the word before "of"
    before_link: Mapping[str, Cue]  # by the word before "to", "with", "on" or "against"
    after: Mapping[str, Cue]
    vetoes: tuple[Veto, ...]
    not_names: Mapping[str, str]
    function_words: frozenset[str]
    common_words: frozenset[str]
    common_inside: frozenset[str]  # words that make a name of several words less sure
    compound_tails: frozenset[str]
    particles: frozenset[str]
    leading_particles: frozenset[str]
    sports: frozenset[str]
    also_sports: frozenset[str]  # words that other texts have too
    before_teams: frozenset[str]
    state_things: frozenset[str]  # what states have
    owned_by_state: re.Pattern[str]  # after "'s " or "its ": one of them
    maybe_owned_by_state: re.Pattern[str]  # after "'s ": what others may have too
    called_land: re.Pattern[str]  # right after a name: ", a town in the north"
    of_states: frozenset[str]  # offices of a state
    land_endings: tuple[str, ...]
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
        groups = (read.titles, read.evidence, read.cues, read.joins, read.contexts, read.vetoes, read.not_names)
        records: list[Words | Evidence | Join | VetoRecord] = [record for group in groups for record in group]
        records += (
            read.modifiers,
            read.trailing,
            read.family_tails,
            read.small_tails,
            read.fields,
            read.function_words,
        )
        records += (read.common_words, read.compound_tails, read.particles, read.abbreviations, read.sports)
        records.append(read.state_things)
        particles = frozenset(read.particles.words.split())
        fields, modifiers = frozenset(read.fields.words.split()), frozenset(read.modifiers.words.split())
        common_words = frozenset(read.common_words.words.split())
        not_names = _by_word((entry.words, entry.id) for entry in read.not_names)
        return cls(
            titles=_by_word((title.words, title.id) for title in read.titles if not title.lower_only),
            callings=_by_word((title.words, title.id) for title in read.titles if title.lower_only),
            modifiers=modifiers,
            wholes=frozenset(read.modifiers.of.split()),
            trailing=frozenset(read.trailing.words.split()),
            person_suffixes=frozenset(read.trailing.keep.split()),
            evidence={entry.id: tuple(Cue(entry.id, *say) for say in entry.says.items()) for entry in read.evidence},
            weights={entry.id: entry.weight for entry in read.evidence if not entry.says},
            family_tails=frozenset(read.family_tails.words.split()),
            thresholds=read.thresholds,
            last=_cues(read.cues, "last"),
            first=_cues(read.cues, "first"),
            anywhere=_cues(read.cues, "any"),
            small_tails=frozenset(read.small_tails.words.split()),
            fields=fields,
            connectors={words: join.id for join in read.joins for words in join.connectors},
            join_left={join.id: frozenset(join.left.split()) for join in read.joins},
            join_right={join.id: frozenset(join.right.split()) for join in read.joins if join.right},
            before=_contexts(read.contexts, "before"),
            before_of=_contexts(read.contexts, "before of"),
            before_link=_contexts(read.contexts, "before link"),
            after=_contexts(read.contexts, "after"),
            vetoes=tuple(
                Veto(re.compile(rf"(?:{veto.before})\Z"), re.compile(veto.after), veto.hint) for veto in read.vetoes
            ),
            not_names=not_names,
            function_words=frozenset(read.function_words.words.split()),
            common_words=common_words,
            common_inside=common_words.union(fields, modifiers, not_names),
            compound_tails=frozenset(read.compound_tails.words.split()),
            particles=particles,
            leading_particles=frozenset(read.particles.leading.split()),
            sports=frozenset(read.sports.words.split()),
            also_sports=frozenset(read.sports.others.split()),
            before_teams=frozenset(read.sports.before.split()),
            state_things=frozenset(read.state_things.words.split()),
            owned_by_state=_owned(read.state_things.words.split()),
            maybe_owned_by_state=_owned(read.state_things.also.split()),
            called_land=_called(read.state_things.lands.split()),
            of_states=frozenset(read.state_things.offices.split()),
            land_endings=tuple(read.state_things.endings.split()),
            run=_run_pattern(particles, read.abbreviations.words.split()),
            lists=NameLists.load(language),
            examples=tuple(example for record in records for example in (*record.examples, *record.counterexamples)),
        )


def _owned(things: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:[a-z-]+ ){{0,2}}?(?:{'|'.join(things)})\b")


def _called(lands: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:,| is| was) an? (?:[a-z-]+ ){{0,2}}?(?:{'|'.join(lands)})\b")


def _by_word(groups: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {word: rule for words, rule in groups for word in words.split()}


def _cues(cues: Iterable[CueRecord], position: str) -> dict[str, Cue]:
    """The heaviest cue of every word."""
    chosen: dict[str, Cue] = {}
    for cue in sorted((cue for cue in cues if cue.position == position), key=lambda cue: cue.weight):
        chosen.update(dict.fromkeys(cue.words.split(), Cue(cue.id, cue.type, cue.weight)))
    return chosen


def _contexts(contexts: Iterable[ContextRecord], side: str) -> dict[str, Cue]:
    return {
        word: Cue(context.id, context.type, context.weight, context.cap)
        for context in contexts
        if context.side == side
        for word in context.words.split()
    }


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
