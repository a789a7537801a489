"""The records of `names.yaml` as they are written."""

from typing import Literal

import msgspec

NameType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "NONE"]


class Words(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    words: str
    examples: list[str] = []
    counterexamples: list[str] = []


class Title(Words, kw_only=True):
    id: str
    lower_only: bool = False


class CueRecord(Words, kw_only=True):
    id: str
    type: NameType
    position: Literal["first", "last", "any"]
    weight: float


class Evidence(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    id: str
    says: dict[NameType, float] = {}
    weight: float = 0.0
    examples: list[str] = []
    counterexamples: list[str] = []


class Join(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    id: str
    connectors: list[str]
    left: str = ""
    right: str = ""  # where given, nothing else may follow
    examples: list[str] = []
    counterexamples: list[str] = []


class ContextRecord(Words, kw_only=True):
    id: str
    side: Literal["before", "before of", "before link", "after"]
    type: NameType
    weight: float
    cap: float


class VetoRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    id: str
    before: str
    after: str = ""
    hint: str = ""
    examples: list[str] = []
    counterexamples: list[str] = []


class NotNames(Words, kw_only=True):
    id: str


class Modifiers(Words, kw_only=True):
    of: str


class Trailing(Words, kw_only=True):
    keep: str


class Particles(Words, kw_only=True):
    leading: str


class StateThings(Words, kw_only=True):
    also: str  # what persons and companies may have too
    offices: str  # of a state, before "of"
    lands: str  # what a land or town is called
    endings: str  # of a land's name


class Sports(Words, kw_only=True):
    others: str
    before: str


class NamesFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    titles: list[Title]
    modifiers: Modifiers
    trailing: Trailing
    evidence: list[Evidence]
    family_tails: Words
    thresholds: dict[NameType, float]
    cues: list[CueRecord]
    small_tails: Words
    fields: Words
    joins: list[Join]
    contexts: list[ContextRecord]
    vetoes: list[VetoRecord]
    not_names: list[NotNames]
    function_words: Words
    common_words: Words
    compound_tails: Words
    particles: Particles
    abbreviations: Words
    sports: Sports
    state_things: StateThings
