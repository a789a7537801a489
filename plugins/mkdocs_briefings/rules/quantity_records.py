"""`quantities.yaml` as it is written."""

import msgspec


class QuantityExample(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A sentence with one quantity, and what must be read from it."""

    text: str
    value: str
    unit: str
    measured: str | None


class QuantityLists(msgspec.Struct, kw_only=True, frozen=True):
    """Lists of words, as `quantities.yaml` says of them."""

    ballots: frozenset[str]
    never_tallied: frozenset[str]
    groups: frozenset[str]
    differences: frozenset[str]
    further: frozenset[str]
    ordering: frozenset[str]
    counted: frozenset[str]
    casualty: frozenset[str]
    relates: frozenset[str]
    predicate: frozenset[str]
    single: frozenset[str]
    never_counted: frozenset[str]
    vote_sides: frozenset[str]
    lengthening: frozenset[str]
    putting: frozenset[str]
    pricing: frozenset[str]
    rates: frozenset[str]
    shares: frozenset[str]
    purposes: frozenset[str]
    extents: frozenset[str]
    averages: frozenset[str]
    lengths: frozenset[str]


class QuantityFile(QuantityLists, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """`quantities.yaml`."""

    numbers: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    fractions: dict[str, int]
    vague: dict[str, int]
    signs: dict[str, str]
    currencies: dict[str, str]
    units: dict[str, str]
    comparators: dict[str, list[str]]
    ranging: list[str]
    verbs: list[str]
    particles: list[str]
    labels: list[str]
    not_before: list[str]
    time_units: frozenset[str]
    plurals: dict[str, str]
    not_single: frozenset[str]
    measures: list[str]
    measures_otherwise: frozenset[str]
    measures_never_nouns: list[str]
    changes: list[str]
    receiving: list[str]
    irregular: dict[str, list[str]]
    examples: list[QuantityExample]
    counterexamples: list[str]
