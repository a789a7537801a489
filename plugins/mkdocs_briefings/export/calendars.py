"""Calendars of what lies ahead (iCalendar, RFC 5545): all-day events, as sure of their day as the source is.

What may lie on any of a few days spans them and is tentative; what is not placed within a month is left out, and
stands on the page of what lies ahead. Few properties are used, so they are written here; tests read them with
another's parser.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.export import identities
from mkdocs_briefings.export.identities import readable
from mkdocs_briefings.pages.cite import event_page, permalink
from mkdocs_briefings.pages.edition import Edition
from mkdocs_briefings.pages.offers import day_told, fits_a_calendar

_LINE = 75  # octets, without the line break
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_DAY = datetime.timedelta(days=1)
# A calendar must hold something: one without events says in which time zone it has none.
_NOTHING = (
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000"),
    *("TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
)


def calendar(edition: Edition, name: str, ahead: Iterable[Entry]) -> str:
    """The events that fit, in an iCalendar stream."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//mkdocs-briefings//briefings//EN",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
    ]
    events = [line for entry in ahead if fits_a_calendar(entry) for line in _event(edition, entry)]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, *(events or _NOTHING), "END:VCALENDAR"])


def text(words: str) -> str:
    """Words as a TEXT value."""
    shown = readable(words).replace("\x7f", "\ufffd")
    return re.sub(r"[\\;,\n]", lambda match: _ESCAPES[match[0]], "\n".join(shown.splitlines()))


def folded(line: str) -> str:
    """A line of any length as lines of 75 octets at most, none of which breaks a character."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces)


def _basic(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _event(edition: Edition, entry: Entry) -> Iterator[str]:
    date, report = entry.date, entry.reports[0]
    if not date or not date.earliest or not date.latest:
        return
    told = day_told(entry) or edition.day or date.earliest
    link = permalink(edition, event_page(entry), entry.anchor) or ""
    when = edition.words.date(date)
    summary = report.clause if date.is_exact_day else f"{when}: {report.clause}"
    yield "BEGIN:VEVENT"
    yield f"UID:{identities.of_event(edition.site.url or '', entry)}"
    yield f"DTSTAMP:{_basic(told)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(date.earliest)}"
    yield f"DTEND;VALUE=DATE:{_basic(date.latest + _DAY)}"  # the day after the last
    yield f"SUMMARY:{text(summary)}"
    yield f"DESCRIPTION:{text(f'{when}. {report.briefing.title}: {link}')}"
    yield f"URL:{link}"
    if not date.is_exact_day or report.event.modality != "CT":
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
