"""What changed since the last edition: all of it on a page, the weightiest of it elsewhere."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.changes import Change, Changes
from mkdocs_briefings.changes.change import ALARMING, ASPECTS
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.change_rows import ChangeRow, change_rows, counts
from mkdocs_briefings.pages.edition import Edition, Here, Link, shortened
from mkdocs_briefings.pages.page import Page

_LONGEST_TITLE = 160
_SHOWN = 4  # rows on the home page
_MINOR = ("fact", "actor")  # told apart: what they tell is told by events, or by names


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Changes in short: a line of counts, the rows that stand open, and the others."""

    since: str  # the day of the edition, in words
    counts: tuple[str, ...]
    shown: tuple[ChangeRow, ...]
    folded: tuple[ChangeRow, ...]
    is_new: bool = False  # a briefing that was not there


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    briefing: Briefing
    link: Link
    rows: tuple[ChangeRow, ...]
    minor: tuple[ChangeRow, ...]


def changes_pages(edition: Edition) -> Iterator[Page]:
    """The page, where an edition was closed."""
    changes = edition.changes
    if not changes:
        return
    here = Here(edition, addresses.CHANGES)
    since = _since(here, changes)
    html = edition.templates.render(
        "changes.html",
        here=here,
        title=edition.say("changes.title"),
        since=since,
        day=changes.edition.closed_on,
        note=changes.edition.note,
        counts=counts(here, changes.counts.items()),
        groups=[group for briefing in edition.corpus.briefings if (group := _group(here, changes, briefing))],
        gone=change_rows(here, (change for change in changes.elsewhere if not _is_minor(change))),
        actors=change_rows(here, (change for change in changes.elsewhere if _is_minor(change))),
    )
    yield Page(
        src_uri=here.src_uri,
        title=edition.say("changes.title"),
        html=html,
        description=edition.say("changes.description", site=edition.site.name, day=since),
        updated=edition.updated,
    )


def of_site(here: Here) -> Digest | None:
    """For the home page: what alarms, then the weightiest of each sort. None where no edition was closed."""
    changes = here.edition.changes
    if not changes:
        return None
    nth: Counter[str] = Counter()
    ranked = []
    for change in changes.found:
        ranked.append((change.aspect != ALARMING, nth[change.aspect], ASPECTS.index(change.aspect), change))
        nth[change.aspect] += 1
    ranked.sort(key=lambda one: one[:3])
    shown = [change for *_, change in ranked if not _is_minor(change)][:_SHOWN]
    return Digest(
        since=_since(here, changes),
        counts=counts(here, changes.counts.items()),
        shown=change_rows(here, shown),
        folded=(),
    )


def of_briefing(here: Here, briefing: Briefing) -> Digest | None:
    """For the page of a briefing. None where it says what it said."""
    changes = here.edition.changes
    found = changes.by_briefing.get(briefing.slug, ()) if changes else ()
    if not changes or not found:
        return None
    alarming = [change for change in found if change.aspect == ALARMING]
    others = [change for change in found if change.aspect != ALARMING]
    return Digest(
        since=_since(here, changes),
        counts=counts(here, Counter(change.aspect for change in others).items(), of_one=True),
        shown=change_rows(here, alarming, briefing.slug),
        folded=change_rows(here, others, briefing.slug),
        is_new=found[0].aspect == "briefing.new",
    )


def _group(here: Here, changes: Changes, briefing: Briefing) -> Group | None:
    found = changes.led_by(briefing.slug)
    if not found:
        return None
    link = here.briefing(briefing)
    return Group(
        briefing=briefing,
        link=Link(link.href, shortened(link.words, _LONGEST_TITLE)),
        rows=change_rows(here, (change for change in found if not _is_minor(change)), briefing.slug),
        minor=change_rows(here, (change for change in found if _is_minor(change))),
    )


def _is_minor(change: Change) -> bool:
    return change.aspect.startswith(_MINOR)


def _since(here: Here, changes: Changes) -> str:
    return here.words.day(changes.edition.closed_on)
