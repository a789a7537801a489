"""What tells a name, in the groups that are asked together; words are in lower case."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.rules.name_records import (
    ContextRecord,
    CueRecord,
    Join,
    NamesFile,
    NameType,
    Sports,
    StateThings,
    VetoRecord,
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

    @classmethod
    def of(cls, read: VetoRecord) -> Self:
        return cls(re.compile(rf"(?:{read.before})\Z"), re.compile(read.after), read.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What stands before a person's name, and behind it."""

    words: Mapping[str, str]  # word to rule, however it is written
    callings: Mapping[str, str]  # the same for words that are a title in lower case alone
    modifiers: frozenset[str]
    wholes: frozenset[str]  # "Republic" of "President of the Republic"
    trailing: frozenset[str]
    suffixes: frozenset[str]  # of those the ones that belong to the name

    @classmethod
    def of(cls, read: NamesFile) -> Self:
        return cls(
            words=by_word((title.words, title.id) for title in read.titles if not title.lower_only),
            callings=by_word((title.words, title.id) for title in read.titles if title.lower_only),
            modifiers=frozenset(read.modifiers.words.split()),
            wholes=frozenset(read.modifiers.of.split()),
            trailing=frozenset(read.trailing.words.split()),
            suffixes=frozenset(read.trailing.keep.split()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCues:
    """What a word of a name says of its type, by where it stands in the name."""

    last: Mapping[str, Cue]
    first: Mapping[str, Cue]
    anywhere: Mapping[str, Cue]

    @classmethod
    def of(cls, cues: Iterable[CueRecord]) -> Self:
        return cls(last=_cues(cues, "last"), first=_cues(cues, "first"), anywhere=_cues(cues, "any"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexts:
    """What a word beside a name says of its type."""

    before: Mapping[str, Cue]
    before_of: Mapping[str, Cue]  # by the word before "of"
    before_link: Mapping[str, Cue]  # by the word before "to", "with", "on" or "against"
    after: Mapping[str, Cue]

    @classmethod
    def of(cls, contexts: Iterable[ContextRecord]) -> Self:
        return cls(
            before=_contexts(contexts, "before"),
            before_of=_contexts(contexts, "before of"),
            before_link=_contexts(contexts, "before link"),
            after=_contexts(contexts, "after"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """What joins two names to one. A connector is the whole text between two runs of capitals."""

    connectors: Mapping[str, str]  # to the rule of the join
    left: Mapping[str, frozenset[str]]  # by rule: the last word of the left name
    right: Mapping[str, frozenset[str]]  # by rule: the whole right name, where the rule asks for one

    @classmethod
    def of(cls, joins: Iterable[Join]) -> Self:
        return cls(
            connectors={words: join.id for join in joins for words in join.connectors},
            left={join.id: frozenset(join.left.split()) for join in joins},
            right={join.id: frozenset(join.right.split()) for join in joins if join.right},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSigns:
    """What states have, are and are called."""

    things: frozenset[str]
    owned: re.Pattern[str]  # after "'s " or "its ": one of them
    maybe_owned: re.Pattern[str]  # after "'s ": what others may have too
    called_land: re.Pattern[str]  # right after a name: ", a town in the north"
    offices: frozenset[str]
    endings: tuple[str, ...]  # of a land's name

    @classmethod
    def of(cls, read: StateThings) -> Self:
        return cls(
            things=frozenset(read.words.split()),
            owned=_owned(read.words.split()),
            maybe_owned=_owned(read.also.split()),
            called_land=_called(read.lands.split()),
            offices=frozenset(read.offices.split()),
            endings=tuple(read.endings.split()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SportSigns:
    """What tells that a text reports a game."""

    words: frozenset[str]
    others: frozenset[str]  # words that other texts have too
    before_teams: frozenset[str]

    @classmethod
    def of(cls, read: Sports) -> Self:
        return cls(
            words=frozenset(read.words.split()),
            others=frozenset(read.others.split()),
            before_teams=frozenset(read.before.split()),
        )


def _owned(things: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:[a-z-]+ ){{0,2}}?(?:{'|'.join(things)})\b")


def _called(lands: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:,| is| was) an? (?:[a-z-]+ ){{0,2}}?(?:{'|'.join(lands)})\b")


def by_word(groups: Iterable[tuple[str, str]]) -> dict[str, str]:
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
