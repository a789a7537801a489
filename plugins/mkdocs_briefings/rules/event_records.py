"""The records of the event rules, as they stand in `events*.yaml`."""

from typing import Literal

import msgspec


class WordClass(msgspec.Struct, forbid_unknown_fields=True):
    letter: str
    words: list[str]


class Words(msgspec.Struct, forbid_unknown_fields=True):
    classes: dict[str, WordClass]
    irregular: dict[str, list[str]]
    doubles: list[str]
    nouns_too: list[str]
    speech: list[str]
    states: list[str]
    stative: list[str]
    happenings: list[str]
    conditions: list[str]
    announcing: list[str]
    habitual: list[str]
    units: list[str]


class StandInRecord(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    classes: list[str]
    examples: list[list[str]]
    ahead: bool = False


class Nouns(msgspec.Struct, forbid_unknown_fields=True):
    noun_classes: dict[str, list[str]]
    stand_ins: list[StandInRecord]


class Verb(msgspec.Struct, forbid_unknown_fields=True):
    lemmas: list[str]
    frames: dict[str, str | None]
    examples: dict[str | None, str]
    unsure: list[str] = []
    speech: list[str] = []  # frames that tell of words alone
    inverse: bool = False
    done: bool = False
    counterexamples: list[str] = []


class Verbs(msgspec.Struct, forbid_unknown_fields=True):
    verbs: list[Verb]


class OperatorRecord(msgspec.Struct, forbid_unknown_fields=True):
    lemmas: list[str]
    examples: dict[str | None, str]
    cooperation: str | None = None
    conflict: str | None = None
    otherwise: str | None = None
    same: bool = False
    planned: bool = False
    possible: bool = False
    foretells: bool = False
    alleged: bool = False
    keeps: list[str] = []
    passive: bool = False
    sure: bool = True


class Negated(msgspec.Struct, forbid_unknown_fields=True):
    cooperation: str
    examples: dict[str, str]


class Nominals(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    past: list[str]
    planned: list[str]
    carriers: list[str]
    examples: list[list[str]]


class Withdrawn(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    examples: list[str]


class BackReferences(msgspec.Struct, forbid_unknown_fields=True):
    nouns: list[str]
    determiners: list[str]
    verbs: list[str]
    examples: list[list[str]]


class BoundRecord(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    bound: Literal["by", "before", "from", "after", "since", "until"]
    examples: list[list[str]]


class Bounds(msgspec.Struct, forbid_unknown_fields=True):
    words: list[BoundRecord]
    onsets: list[str]
    rankings: list[str]
    counterexamples: list[list[str]]


class StatusCueRecord(msgspec.Struct, forbid_unknown_fields=True, rename={"except_": "except"}):
    words: list[str]
    reach: int
    status: Literal["denied", "alleged"]
    examples: list[str]
    except_: list[str] = []
    needs: list[str] = []
    preceded_by: list[str] = []
    clausal: bool = True


class ComplementRecord(msgspec.Struct, forbid_unknown_fields=True):
    lemmas: list[str]
    prepositions: list[str]
    status: Literal["denied", "alleged"]
    examples: list[list[str]]


class Hearsay(msgspec.Struct, forbid_unknown_fields=True):
    nouns: list[str]
    verdicts: list[str]
    examples: dict[str, list[str]]


class DateDefault(msgspec.Struct, forbid_unknown_fields=True):
    tense: Literal["past", "perfect"]
    source: Literal["story", "article"]


class Operators(msgspec.Struct, forbid_unknown_fields=True):
    operators: list[OperatorRecord]
    negated: Negated
    cooperation: list[str]
    nominals: Nominals
    withdrawn: Withdrawn
    back_references: BackReferences
    bounds: Bounds
    status_cues: list[StatusCueRecord]
    complements: list[ComplementRecord]
    hearsay: Hearsay
    date_defaults: list[DateDefault]


class SmallWords(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """`events_small.yaml`, which says what each set is for."""

    past_auxiliaries: frozenset[str]
    future_modals: frozenset[str]
    possible_modals: frozenset[str]
    wished_modals: frozenset[str]
    no_modals: frozenset[str]
    nones: frozenset[str]
    neithers: frozenset[str]
    plurals: frozenset[str]
    about: frozenset[str]
    at_extremes: frozenset[str]
    before_dates: frozenset[str]
    no_adverbials: frozenset[str]
    chains: frozenset[str]
    places: frozenset[str]
    asides: frozenset[str]
    beside_nouns: frozenset[str]
    earlier: frozenset[str]
    goals: frozenset[str]
    adverbial: frozenset[str]
    meanwhile: frozenset[str]
    articles: frozenset[str]
    hosting: frozenset[str]
    to_a_host: frozenset[str]
    at_a_target: frozenset[str]
    against: frozenset[str]
    given_to: frozenset[str]
    known: frozenset[str]
