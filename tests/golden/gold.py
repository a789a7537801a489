"""Gold files: whole articles with what a careful reader finds in them, sentence by sentence (see README.md)."""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

import msgspec
import yaml

from mkdocs_briefings.annotations import EntityType, Status
from mkdocs_briefings.rules.quotations import Manner
from mkdocs_briefings.source import Source, read_source
from mkdocs_briefings.text import Span

ROOT = Path(__file__).parents[2]
ARTICLES = Path(__file__).parent / "articles"
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every row may say: which occurrence of its words is meant, and why the rules miss it."""

    nth: int | None = None
    missed: str | None = None


class Name(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    type: EntityType
    actor: str | None = None
    title: str | None = None
    reading: Literal["place", "actor"] | None = None


class Date(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    date: str | None = None


class Statement(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: str
    kind: Literal["direct", "indirect", "mixed"]
    by: str | None = None
    actor: str | None = None
    manner: Manner
    medium: str | None = None


class Number(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: str
    value: Decimal
    upper: Decimal | None = None
    unit: str
    comparator: Literal["=", "~", "<", "<=", ">", ">="] = "="
    measured: str | None = None


class Event(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    trigger: str
    clause: str
    type: EventType | None = None
    status: Status
    date: str | None = None
    date_source: Literal["own", "story", "article"] | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    by: str | None = None


class Sentence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    text: str
    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    statements: tuple[Statement, ...] = ()
    numbers: tuple[Number, ...] = ()
    hedges: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()


class File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gold file as written: `article` and its `sentences`, or `paragraphs` that are the article."""

    article: str | None = None
    date_published: datetime.date | None = None
    held: bool = False
    undated: dict[str, Any] = {}
    sentences: tuple[Sentence, ...] = ()
    paragraphs: tuple[tuple[Sentence, ...], ...] = ()


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Generic[R]):
    row: R
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """An article and all its rows, each at its place in the text."""

    path: Path
    source: Source
    held: bool
    is_of_the_desk: bool
    names: tuple[Placed[Name], ...]
    dates: tuple[Placed[Date], ...]
    statements: tuple[Placed[Statement], ...]
    numbers: tuple[Placed[Number], ...]
    events: tuple[Placed[Event], ...]


class GoldError(Exception):
    """A gold file says what its article does not."""


def load_gold(path: Path) -> Gold:
    """Read a gold file and find its rows.

    Raises:
        GoldError: a key or value is unknown, or a row's words are not in their sentence.
    """
    # Every scalar as it is written: a date stays the words of a date until the row's type asks for more.
    written = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    try:
        file = msgspec.convert(written, File, strict=False)
    except msgspec.ValidationError as wrong:
        raise GoldError(f"{path.name}: {wrong}") from wrong
    source = _source(file, path)
    sentences = file.sentences or tuple(sentence for paragraph in file.paragraphs for sentence in paragraph)
    spans = tuple(_sentence_spans(sentences, source.text, path))
    reader = _Reader(path, source.text, tuple(zip(sentences, spans, strict=True)))
    reader.check_words_beside()
    return Gold(
        path=path,
        source=source,
        held=file.held,
        is_of_the_desk=file.article is not None,
        names=reader.placed("names", lambda sentence: sentence.names, lambda row: row.name),
        dates=reader.placed("dates", lambda sentence: sentence.dates, lambda row: row.words),
        statements=reader.placed("statements", lambda sentence: sentence.statements, lambda row: row.words),
        numbers=reader.placed("numbers", lambda sentence: sentence.numbers, lambda row: row.words),
        events=reader.placed("events", lambda sentence: sentence.events, lambda row: row.trigger),
    )


def _source(file: File, path: Path) -> Source:
    if file.article:
        read = read_source(ROOT / file.article, ROOT / "seeds")
        text = read.text
    else:
        text = "\n\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in file.paragraphs)
    return Source(id=path.stem, text=text, sha256="", date_published=file.date_published)


def _sentence_spans(sentences: Sequence[Sentence], text: str, path: Path) -> Iterator[Span]:
    end = 0
    for number, sentence in enumerate(sentences, 1):
        match = _pattern(sentence.text).search(text, end)
        if not match:
            raise GoldError(f"{path.name}: sentence {number}: not in the article: {sentence.text!r}")
        end = match.end()
        yield Span(*match.span())


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    text: str
    sentences: tuple[tuple[Sentence, Span], ...]

    def placed(
        self, kind: str, rows: Callable[[Sentence], tuple[R, ...]], words: Callable[[R], str]
    ) -> tuple[Placed[R], ...]:
        found: list[Placed[R]] = []
        for number, (sentence, span) in enumerate(self.sentences, 1):
            after = span.start
            for index, row in enumerate(rows(sentence), 1):
                place = self._place(words(row), row.nth, span, after, f"sentence {number}, {kind} {index}")
                after = place.end
                found.append(Placed(row=row, span=place))
        return tuple(found)

    def _place(self, words: str, nth: int | None, sentence: Span, after: int, where: str) -> Span:
        """The `nth` occurrence; else the first behind the row before; else, for a row within another, the only one."""
        every = [Span(*match.span()) for match in _pattern(words).finditer(self.text, sentence.start, sentence.end)]
        if nth is not None and nth <= len(every):
            return every[nth - 1]
        behind = next((span for span in every if span.start >= after), None)
        if nth is None and behind:
            return behind
        if nth is None and len(every) == 1:
            return every[0]
        problem = "stands more than once, and not behind the row before: `nth` tells which" if every else "not there"
        raise GoldError(f"{self.path.name}: {where}: {words!r}: {problem}")

    def check_words_beside(self) -> None:
        """What stands beside a row's own words is in its sentence too; a speaker may stand in one before."""
        for number, (sentence, span) in enumerate(self.sentences, 1):
            own, so_far = span.of(self.text), self.text[: span.end]
            beside = [(row.title, own) for row in sentence.names]
            beside += [(row.by, so_far) for row in sentence.statements]
            beside += [(row.medium, so_far) for row in sentence.statements]
            beside += [(row.measured, own) for row in sentence.numbers]
            beside += [(row.clause, own) for row in sentence.events]
            beside += [(hedge, own) for hedge in sentence.hedges]
            for words, text in beside:
                if words is not None and not _pattern(words).search(text):
                    raise GoldError(f"{self.path.name}: sentence {number}: {words!r}: not there")


def _pattern(words: str) -> re.Pattern[str]:
    """The words as whole words; blank space is alike."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")
