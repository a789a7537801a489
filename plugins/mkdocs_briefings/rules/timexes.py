"""Temporal expressions: the vocabulary of `timexes.yaml` and the rules of `timexes_*.yaml`, compiled."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import msgspec

from mkdocs_briefings.errors import RuleError
from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.timex_found import TimexType
from mkdocs_briefings.rules.timex_patterns import Compiler, Piece, literals
from mkdocs_briefings.rules.timex_resolvers import RESOLVERS, Resolver
from mkdocs_briefings.rules.timex_vocabulary import OTHER, Value, Vocabulary

Matcher = Callable[[str, int, int], re.Match[str] | None]
FILES = ("timexes_stop.yaml", "timexes_calendar.yaml", "timexes_relative.yaml", "timexes_lengths.yaml")
_RUN = re.compile(f"[^{OTHER}]+")


class Example(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    expect: list[tuple[Any, TimexType, Any]]  # words, type, value; YAML reads 1995 and 2025-08-08 as what they are
    date: datetime.date | None = None  # of publication
    edtf: Any = None  # of the first expected

    @property
    def expected(self) -> list[tuple[str, str, str]]:
        return [(str(words), kind, str(value)) for words, kind, value in self.expect]


class TimexRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One rule as it is written.

    The guards are patterns: what must or must not stand beside a match. Those that look back know no brackets
    and nothing optional, for a look back has to know how far.
    """

    id: str
    pattern: str
    resolve: str
    type: TimexType = "DATE"
    after: str | None = None
    not_after: str | None = None
    before: str | None = None
    not_before: str | None = None
    with_: dict[str, Value] = msgspec.field(name="with", default_factory=dict)
    examples: list[Example]
    counterexamples: list[str] = []


class DatelineRecord(msgspec.Struct, forbid_unknown_fields=True):
    """What may stand before and behind a full date that tells when an article was written."""

    before: str
    after: str
    examples: list[str]  # lines, each with the day 2025-08-08
    counterexamples: list[str]


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    classes: dict[str, dict[str, Value] | list[str]]
    capitalised: list[str]
    anchors: list[str]
    parts: dict[str, str]
    future_cues: list[str]
    past_cues: list[str]
    then_cues: list[str]
    finished: str
    dateline: DatelineRecord
    aliases: dict[str, str]


@dataclass(frozen=True, kw_only=True)  # no slots: the compiled expression is kept beside the fields
class TimexRule:
    """A rule, ready to apply."""

    id: str
    type: TimexType
    pattern: str  # a regular expression over letters
    resolve: Resolver
    settings: dict[str, Value]
    first: frozenset[str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when it is first asked for: a short text asks for few of the rules."""
        return re.compile(self.pattern)


class Starting(dict[str, tuple[tuple[TimexRule, Matcher], ...]]):
    """Rules by the letter a match begins with, each with what matches it; compiled when a text first has the letter."""

    def __init__(self, rules: Iterable[TimexRule]) -> None:
        super().__init__()
        self._rules = tuple(rules)

    def __missing__(self, letter: str) -> tuple[tuple[TimexRule, Matcher], ...]:
        self[letter] = own = tuple((rule, rule.regex.match) for rule in self._rules if letter in rule.first)
        return own


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexRules:
    vocabulary: Vocabulary
    records: tuple[TimexRecord, ...]
    dateline: DatelineRecord
    starting: Starting
    anchor: re.Pattern[str]  # a letter without which no run of words names a time
    cues: re.Pattern[str]  # of future, past and then, over the words before an expression joined by blanks
    finished: re.Pattern[str]  # of what has happened, over the same words

    @classmethod
    def load(cls, language: str) -> Self:
        words = load_yaml("timexes.yaml", _Words, language)
        records = tuple(record for name in FILES for record in load_yaml(name, list[TimexRecord], language))
        patterns = [pattern for record in records for pattern in _patterns(record)] + list(words.parts.values())
        named = {word for pattern in patterns for word in literals(pattern)}
        vocabulary = Vocabulary.build(words.classes, named, words.capitalised, words.aliases)
        parts = Compiler.named(words.parts, vocabulary.letters)
        return cls(
            vocabulary=vocabulary,
            records=records,
            dateline=words.dateline,
            starting=Starting(_compile(record, vocabulary, parts) for record in records),
            anchor=re.compile(f"[{''.join(vocabulary.letters[name] for name in words.anchors)}]"),
            cues=_cues(future=words.future_cues, past=words.past_cues, then=words.then_cues),
            finished=re.compile(words.finished),
        )

    def is_dateline(self, before: str, after: str) -> bool:
        """A full date that stands between these parts of its line tells when the article was written."""
        record = self.dateline
        return bool(re.fullmatch(record.before, before) and re.match(record.after, after))

    def find(self, spelt: str, where: range) -> Iterator[tuple[TimexRule, int, int]]:
        """Rules and the first and last token each matches, in a stretch of a text spelt in letters.

        The longest match from the leftmost place wins, among equals the rule that stands first in its file.
        """
        for run in _RUN.finditer(spelt, where.start, where.stop):
            place, end = run.span()
            if not self.anchor.search(spelt, place, end):
                continue
            while place < end:
                best, best_end = None, place
                for rule, matched in self.starting[spelt[place]]:
                    match = matched(spelt, place, where.stop)
                    if match and match.end() > best_end:
                        best, best_end = rule, match.end()
                if best:
                    yield best, place, best_end - 1
                place = max(best_end, place + 1)


def _cues(**kinds: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(cues)})" for kind, cues in kinds.items()))


def _patterns(record: TimexRecord) -> Iterator[str]:
    for pattern in (record.pattern, record.after, record.not_after, record.before, record.not_before):
        if pattern:
            yield pattern


def _compile(record: TimexRecord, vocabulary: Vocabulary, parts: dict[str, Piece]) -> TimexRule:
    def regex(pattern: str) -> str:
        return Compiler.compile(pattern, vocabulary.letters, parts).regex

    def each(alternatives: str) -> list[str]:
        return [regex(pattern) for pattern in alternatives.split("|") if pattern]

    piece = Compiler.compile(record.pattern, vocabulary.letters, parts)
    whole = (
        ("(?:" + "|".join(f"(?<={one})" for one in each(record.after)) + ")" if record.after else "")
        + "".join(f"(?<!{one})" for one in each(record.not_after or ""))
        + piece.regex
        + (f"(?={regex(record.before)})" if record.before else "")
        + (f"(?!{regex(record.not_before)})" if record.not_before else "")
    )
    if record.resolve not in RESOLVERS:
        raise RuleError(f"rule {record.id!r} has no resolver", found=record.resolve, expected=", ".join(RESOLVERS))
    return TimexRule(
        id=record.id,
        type=record.type,
        pattern=whole,
        resolve=RESOLVERS[record.resolve],
        settings=record.with_,
        first=piece.first,
    )
