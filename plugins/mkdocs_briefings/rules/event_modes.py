"""PLOVER's modes: how an event of a type was carried out, by its words, from `events_modes.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import msgspec

from mkdocs_briefings.rules.loader import load_yaml


class ModeRecord(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    example: str
    of: list[str] = []


class _Modes(msgspec.Struct, forbid_unknown_fields=True):
    modes: dict[str, dict[str, ModeRecord]]


@dataclass(frozen=True, slots=True)
class EventModes:
    by_word: Mapping[str, Mapping[str, str]]  # by event type, then by word or by two words
    by_act: Mapping[str, Mapping[str, str]]  # by event type, then by the type of the act it speaks of
    records: Mapping[str, Mapping[str, ModeRecord]] = field(repr=False)

    @classmethod
    def load(cls, language: str) -> Self:
        records = load_yaml("events_modes.yaml", _Modes, language).modes
        return cls(
            {
                kind: {word: mode for mode, record in modes.items() for word in record.words}
                for kind, modes in records.items()
            },
            {
                kind: {act: mode for mode, record in modes.items() for act in record.of}
                for kind, modes in records.items()
            },
            records,
        )
