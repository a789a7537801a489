"""What a person says of a briefing, laid over the machine's draft: one Markdown file a briefing.

The front matter says which articles it is made of, what the desk knows of them, and what the machine got
wrong; the body is the analyst's prose. Quoted words name places in the articles, so a correction holds
for as long as the words stand there, and the build fails when they do not.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.settings import line_of, parse, read_text, split_front_matter
from mkdocs_briefings.source import below
from mkdocs_briefings.text import TextQuoteSelector

BriefingStatus = Literal["unreviewed", "reviewed", "archived"]
Likelihood = Literal[
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain"
]
Confidence = Literal["low", "moderate", "high"]
Mark = Literal["actor", "date", "quotation", "number", "event"]


class _Strict(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Settings of which an unknown key is an error."""


class Place(_Strict, frozen=True):
    """Words of an article, with the words around them where they stand more than once."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    source: str | None = None  # the article's id; needed only where a briefing has several

    @property
    def selector(self) -> TextQuoteSelector:
        return TextQuoteSelector(exact=self.exact, prefix=self.prefix, suffix=self.suffix)


class Judgement(_Strict, frozen=True):
    """A key judgement (ICD 203): a likelihood or a confidence, never both, with the words it rests on."""

    statement: str
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    evidence: list[str | Place] = []


class Note(_Strict, frozen=True):
    """A remark of the analyst's, in the margin beside the words it is about."""

    at: str | Place
    text: str


class Correction(_Strict, frozen=True):
    """The desk's word on one thing the machine read. Just one of `actor`, `date` and `drop` is given."""

    at: str | Place
    actor: str | None = None  # an actor's id; "none": nobody
    date: str | int | None = None  # EDTF
    drop: Mark | None = None  # this is no actor, date, …


class Stated(_Strict, frozen=True):
    """An article with its date of publication, where it does not say so itself."""

    id: str
    date_published: datetime.date


class Review(_Strict, frozen=True):
    by: str
    on: datetime.date


class Overlay(_Strict, frozen=True):
    """Front matter of `briefings/<slug>.md`."""

    sources: list[str | Stated]  # ids of articles: their paths below seeds/, without the suffix
    title: str | None = None
    date_published: datetime.date | None = None  # of the first article, where it does not say so itself
    information_to: datetime.date | None = None
    status: BriefingStatus = "unreviewed"
    reviewed: Review | None = None
    archived_on: datetime.date | None = None
    superseded_by: str | None = None  # the slug of the briefing that takes the place of an archived one
    bottom_line: str | None = None
    judgements: list[Judgement] = []
    assumptions: list[str] = []
    gaps: list[str] = []
    watch: list[str] = []
    notes: list[Note] = []
    corrections: list[Correction] = []
    former_addresses: list[str] = []


# MkDocs pages that are no overlays have these too.
_OF_ANY_PAGE = frozenset(["title", "status"])


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayFile:
    """An overlay with where it stands."""

    slug: str
    path: Path  # as shown: relative to the desk
    settings: Overlay
    prose: str  # Markdown
    front: str  # the front matter as written, for line numbers

    @property
    def source_ids(self) -> tuple[str, ...]:
        return tuple(given if isinstance(given, str) else given.id for given in self.settings.sources)

    def line(self, *steps: str | int) -> int:
        """The line of the file on which a setting stands, for messages."""
        return 1 + line_of(self.front, [str(step) for step in steps])


def read_overlays(folder: Path, root: Path) -> tuple[OverlayFile, ...]:
    """The overlays among a folder's pages: Markdown files whose front matter has a key of an overlay.

    Other pages (`index.md`, `about/`) are left alone.

    Raises:
        OverlayError: front matter is broken, has an unknown key, or a value that contradicts another; an overlay
            does not lie at the top of the folder.
    """
    overlays = []
    for path in sorted(path for path in folder.rglob("*.md") if path.is_file()):
        shown = below(path, root)
        whole = read_text(path, shown=shown, error=OverlayError)
        front, prose = split_front_matter(whole, path=shown, error=OverlayError)
        if front is None or not _is_overlay(front):
            continue
        if path.parent != folder:
            raise OverlayError("overlay in a folder", path=shown, expected=f"{below(folder, root) / path.name}")
        settings = parse(front, Overlay, path=shown, error=OverlayError, first_line=2)
        overlay = OverlayFile(slug=path.stem, path=shown, settings=settings, prose=prose, front=front)
        _check(overlay)
        overlays.append(overlay)
    return tuple(overlays)


def _is_overlay(front: str) -> bool:
    """Told from the keys as they are written, so that broken YAML still counts; `source:` is a common slip."""
    keys = {key.strip("\"'") for key in re.findall(r"^(\S+?)\s*:", front, re.MULTILINE)}
    return not keys.isdisjoint({"source", *Overlay.__struct_fields__} - _OF_ANY_PAGE)


def _check(overlay: OverlayFile) -> None:
    settings = overlay.settings
    if not settings.sources:
        raise _wrong(overlay, "no source article named", "`sources:` with at least one article's id", "sources")
    if len(set(overlay.source_ids)) < len(settings.sources):
        raise _wrong(overlay, "source named twice", "each once", "sources")
    _check_status(overlay)
    for number, judgement in enumerate(settings.judgements):
        if judgement.likelihood and judgement.confidence:
            problem = "likelihood and confidence in one judgement"
            raise _wrong(overlay, problem, "one of the two", "judgements", number)
        if not judgement.evidence:
            expected = "`evidence:` with words of the article"
            raise _wrong(overlay, "judgement without evidence", expected, "judgements", number)
    for number, correction in enumerate(settings.corrections):
        if sum(given is not None for given in (correction.actor, correction.date, correction.drop)) != 1:
            expected = "one of `actor`, `date`, `drop`"
            raise _wrong(overlay, "correction says not one thing", expected, "corrections", number)


def _check_status(overlay: OverlayFile) -> None:
    settings = overlay.settings
    if settings.status == "archived":
        return
    if (settings.status == "reviewed") != bool(settings.reviewed):
        expected = "`status: reviewed` and `reviewed: {by: NAME, on: YYYY-MM-DD}`, or neither"
        at_fault = "reviewed" if settings.reviewed else "status"
        raise _wrong(overlay, "status and review do not agree", expected, at_fault)
    for key in ("archived_on", "superseded_by"):
        if getattr(settings, key) is not None:
            expected = "`status: archived`, or the line left out"
            raise _wrong(overlay, f"`{key}` of a briefing that is not archived", expected, key)


def _wrong(overlay: OverlayFile, problem: str, expected: str, *steps: str | int) -> OverlayError:
    return OverlayError(problem, path=overlay.path, line=overlay.line(*steps), expected=expected)
