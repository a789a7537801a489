"""What overlays say, held against the articles: where their words stand, and what they state of a source."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from mkdocs_briefings.errors import EvidenceError, OverlayError
from mkdocs_briefings.overlay import OverlayFile, Place, Stated
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span, locate


def place(overlay: OverlayFile, sources: Iterable[Source], at: str | Place, *steps: str | int) -> tuple[Source, Span]:
    """Where the words stand among the articles of a briefing.

    Args:
        steps: the path to the setting in the overlay, for messages.

    Raises:
        OverlayError: the words are not there, or stand there more than once.
    """
    wanted = at if isinstance(at, Place) else Place(exact=at)
    found: list[tuple[Source, Span]] = []
    missed: list[EvidenceError] = []
    for source in sources:
        if wanted.source in (None, source.id):
            try:
                found.append((source, locate(source.text, wanted.selector)))
            except EvidenceError as wrong:
                missed.append(wrong)
    if len(found) == 1 and not any("more than once" in wrong.problem for wrong in missed):
        return found[0]
    line, ids = overlay.line(*steps), ", ".join(overlay.source_ids)
    if wanted.source not in (None, *overlay.source_ids):
        raise OverlayError("no such source here", path=overlay.path, line=line, found=wanted.source, expected=ids)
    if len(overlay.source_ids) > 1 and len(found) + len(missed) > 1 and found:
        problem, expected = "quotation stands in more than one source", f"`source:` with one of {ids}"
        raise OverlayError(problem, path=overlay.path, line=line, found=wanted.exact, expected=expected)
    most = max(missed, key=lambda wrong: "more than once" in wrong.problem)
    raise OverlayError(most.problem, path=overlay.path, line=line, found=most.found, expected=most.expected)


def state(sources: dict[str, Source], overlays: tuple[OverlayFile, ...]) -> dict[str, Source]:
    """The sources, each with the publication date that its overlay states where the article states none.

    Raises:
        OverlayError: an overlay names a source that is not there, or that another overlay has; the desk's
            date contradicts the publisher's.
    """
    stated = dict(sources)
    owner: dict[str, OverlayFile] = {}
    for overlay in overlays:
        dates = {given.id: given.date_published for given in overlay.settings.sources if isinstance(given, Stated)}
        if overlay.settings.date_published:
            dates.setdefault(overlay.source_ids[0], overlay.settings.date_published)
        for number, identity in enumerate(overlay.source_ids):
            if problem := _unfit(identity, sources, owner):
                line = overlay.line("sources", number)
                raise OverlayError(problem[0], path=overlay.path, line=line, found=identity, expected=problem[1])
            owner[identity] = overlay
            stated[identity] = _dated(sources[identity], dates.get(identity), overlay)
    return stated


def _unfit(identity: str, sources: dict[str, Source], owner: dict[str, OverlayFile]) -> tuple[str, str] | None:
    """What is wrong with naming the source, and what would be right."""
    if identity not in sources:
        near = get_close_matches(identity, sources, 3) or sorted(sources)[:8]
        return "no such source", f"one of {', '.join(near)}"
    if identity in owner:
        return f"source has a briefing already, {owner[identity].path}", "one briefing an article"
    return None


def _dated(source: Source, given: datetime.date | None, overlay: OverlayFile) -> Source:
    if given and source.date_published not in (None, given):
        step = "date_published" if overlay.settings.date_published else "sources"
        raise OverlayError(
            "the article states another date of publication",
            path=overlay.path,
            line=overlay.line(step),
            found=given.isoformat(),
            expected=f"{source.date_published}, or the line left out",
        )
    return replace(source, date_published=source.date_published or given)
