"""Names of things that last: for the entries of feeds and calendars."""

import re
import uuid

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.chronology import Entry

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def of_briefing(site_url: str, briefing: Briefing) -> uuid.UUID:
    """The same whatever the briefing's title and address become: by the desk and the article it rests on."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site_url.rstrip('/')}/briefing/{briefing.documents[0].source.id}")


def of_event(site_url: str, entry: Entry) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site_url.rstrip('/')}/event/{entry.anchor}")


def readable(words: str) -> str:
    """The words without the characters that XML and calendars have no place for: NUL, form feed, lone surrogates."""
    return _NOT_IN_XML.sub("\ufffd", words)
