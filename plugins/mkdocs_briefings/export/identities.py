"""Names of things that last: for the entries of feeds and calendars.

They are made from articles, which nobody renames, and not from titles or addresses, which a desk may change.
"""

import datetime
import re
import uuid
from collections.abc import Iterable

from mkdocs_briefings.briefing import Briefing, slug
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.report import Report

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def of_briefings(site_url: str, briefings: Iterable[Briefing]) -> dict[str, uuid.UUID]:
    """A name for each briefing, by its address: that of the desk and the article that leads.

    Where one article leads several, the one that stands or stood at the article's own address keeps that name, and
    where none did the first by its oldest address; the others have their oldest address in theirs.
    """
    by_lead: dict[str, list[Briefing]] = {}
    for briefing in briefings:
        by_lead.setdefault(briefing.documents[0].source.id, []).append(briefing)
    return {
        briefing.slug: _named(site_url, "briefing", f"{lead}#{_oldest_address(briefing)}" if number else lead)
        for lead, sharing in by_lead.items()
        for number, briefing in enumerate(sorted(sharing, key=_by_claim))
    }


def of_event(site_url: str, entry: Entry) -> uuid.UUID:
    """From the report that came first: one that comes later, and may tell it better, makes no other event of it."""
    return _named(site_url, "event", min(entry.reports, key=_by_day).anchor)


def readable(words: str) -> str:
    """The words without the characters that XML and calendars have no place for: NUL, form feed, lone surrogates."""
    return _NOT_IN_XML.sub("\ufffd", words)


def _named(site_url: str, kind: str, name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site_url.rstrip('/')}/{kind}/{name}")


def _by_claim(briefing: Briefing) -> tuple[bool, str]:
    own = slug(briefing.documents[0].source.id)
    return own not in _addresses(briefing), _oldest_address(briefing)


def _oldest_address(briefing: Briefing) -> str:
    return _addresses(briefing)[0]


def _addresses(briefing: Briefing) -> list[str]:
    """The present one last; a desk adds each that was given up to the end of the former ones."""
    return [*(briefing.overlay.former_addresses if briefing.overlay else ()), briefing.slug]


def _by_day(report: Report) -> tuple[datetime.date, str, int]:
    source = report.document.source
    return source.date_published or datetime.date.max, source.id, report.event.trigger.start
