"""A briefing: what the rules and the desk together say of one or more documents."""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.answers.lead import lead_sentence
from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.fact_box import fact_box
from mkdocs_briefings.facts import Evidence, Fact, evidence, words
from mkdocs_briefings.grounding import place
from mkdocs_briefings.headline import headline
from mkdocs_briefings.origins import reprints
from mkdocs_briefings.overlay import Judgement, Overlay, OverlayFile, Place
from mkdocs_briefings.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedJudgement:
    judgement: Judgement
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedNote:
    """An analyst's note with the words it is about."""

    number: int  # from 1, as the page shows it
    text: str  # Markdown
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    slug: str
    title: str
    bottom_line: str
    bottom_line_evidence: Evidence | None  # the lead sentence it quotes; None: the analyst's own words
    date: datetime.date | None  # of publication
    documents: tuple[Document, ...]  # at least one; the first leads
    facts: tuple[Fact, ...]
    reprints: tuple[tuple[int, ...], ...] = ()  # numbers of documents, from 1, that carry one text
    judgements: tuple[PlacedJudgement, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    prose: str = ""  # the analyst's Markdown, the body of the overlay
    overlay: Overlay | None = None  # None: the machine's draft alone
    overlay_path: Path | None = None  # as shown: relative to the desk

    @property
    def status(self) -> Literal["unreviewed", "reviewed", "archived"]:
        return self.overlay.status if self.overlay else "unreviewed"

    @property
    def updated(self) -> datetime.date | None:
        """The day from which it stands as it does: of its review, else of publication."""
        review = self.overlay and self.overlay.reviewed
        return review.on if review else self.date


def brief(documents: tuple[Document, ...], overlay: OverlayFile | None) -> Briefing:
    """One briefing of its documents, the desk's word before the machine's.

    Args:
        documents: at least one; the first leads. Corrections are in them already.

    Raises:
        OverlayError: a note or judgement rests on words that are not in the article.
    """
    lead = documents[0]
    settings = overlay.settings if overlay else None
    bottom_line, bottom_line_evidence = _bottom_line(lead, settings)
    return Briefing(
        slug=overlay.slug if overlay else slug(lead.source.id),
        title=(settings and settings.title) or headline(lead),
        bottom_line=bottom_line,
        bottom_line_evidence=bottom_line_evidence,
        date=lead.source.date_published,
        documents=documents,
        facts=fact_box(documents),
        reprints=reprints(documents),
        judgements=_judgements(documents, overlay) if overlay else (),
        notes=_notes(documents, overlay) if overlay else (),
        prose=overlay.prose.strip() if overlay else "",
        overlay=settings,
        overlay_path=overlay.path if overlay else None,
    )


def check_successors(briefings: Iterable[Briefing], overlays: Iterable[OverlayFile]) -> None:
    """Check that every briefing that is superseded leads to one that is there, and none in a circle.

    Raises:
        OverlayError: one leads nowhere, or back to itself.
    """
    slugs = sorted(briefing.slug for briefing in briefings)
    files = {overlay.slug: overlay for overlay in overlays if overlay.settings.superseded_by}
    for overlay in files.values():
        successor = overlay.settings.superseded_by or ""
        line = overlay.line("superseded_by")
        if successor not in slugs:
            near = get_close_matches(successor, slugs, 3) or slugs[:8]
            expected = f"one of {', '.join(near)}"
            raise OverlayError("no such briefing", path=overlay.path, line=line, found=successor, expected=expected)
        seen: set[str] = set()
        while successor in files and successor not in seen:
            seen.add(successor)
            successor = files[successor].settings.superseded_by or ""
        if overlay.slug in seen:
            expected = "the briefing that is kept up to date"
            raise OverlayError("superseded in a circle", path=overlay.path, line=line, expected=expected)


def slug(words: str) -> str:
    """The last part of an address: lower-case ASCII letters, digits and hyphens; a digest where none is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or f"article-{digest(words)}"


def _bottom_line(document: Document, settings: Overlay | None) -> tuple[str, Evidence | None]:
    if settings and settings.bottom_line:
        return settings.bottom_line, None
    lead = lead_sentence(document).span
    return words(lead, document.text), evidence(document, lead)


def _judgements(documents: tuple[Document, ...], overlay: OverlayFile) -> tuple[PlacedJudgement, ...]:
    return tuple(
        PlacedJudgement(
            judgement=judgement,
            evidence=tuple(
                _evidence(documents, overlay, at, "judgements", number, "evidence", which)
                for which, at in enumerate(judgement.evidence)
            ),
        )
        for number, judgement in enumerate(overlay.settings.judgements)
    )


def _notes(documents: tuple[Document, ...], overlay: OverlayFile) -> tuple[PlacedNote, ...]:
    """Numbered in the order in which a reader comes to them."""
    placed = [
        (_evidence(documents, overlay, note.at, "notes", number), note.text)
        for number, note in enumerate(overlay.settings.notes)
    ]
    order = {document.source.id: index for index, document in enumerate(documents)}
    placed.sort(key=lambda pair: (order[pair[0].source_id], pair[0].span))
    return tuple(PlacedNote(number=number, text=text, evidence=found) for number, (found, text) in enumerate(placed, 1))


def _evidence(documents: tuple[Document, ...], overlay: OverlayFile, at: str | Place, *steps: str | int) -> Evidence:
    source, span = place(overlay, (document.source for document in documents), at, *steps)
    return evidence(next(document for document in documents if document.source.id == source.id), span)
