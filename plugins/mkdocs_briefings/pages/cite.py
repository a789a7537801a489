"""How to cite a briefing: in plain words, and for BibTeX."""

import datetime
import re

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Edition

_TEX = re.compile(r"[\\{}%&#$_~^]")
_TEX_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def permalink(edition: Edition, briefing: Briefing) -> str | None:
    """The address to cite; None where the site does not say where it is published."""
    url = edition.site.url
    return url.rstrip("/") + "/" + edition.addresses.of(addresses.briefing(briefing.slug)) if url else None


def in_words(edition: Edition, briefing: Briefing) -> str:
    parts = [f"“{briefing.title}”", edition.site.name]
    review = briefing.overlay and briefing.overlay.reviewed
    if review:
        parts.append(edition.say("cite.reviewed", day=_day(review.on)))
    else:
        parts.append(edition.say("cite.unreviewed"))
        if briefing.date:
            parts.append(_day(briefing.date))
    address = permalink(edition, briefing)
    return ", ".join(parts) + "." + (f" {address}" if address else "")


def bibtex(edition: Edition, briefing: Briefing) -> str:
    review = briefing.overlay and briefing.overlay.reviewed
    day = review.on if review else briefing.date
    fields = {
        "title": f"{{{_tex(briefing.title)}}}",
        "author": f"{{{_tex(edition.site.name)}}}",
        "year": str(day.year) if day else None,
        "note": _tex(edition.say("cite.reviewed", day=_day(review.on)) if review else edition.say("cite.unreviewed")),
        "url": permalink(edition, briefing),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{briefing.slug},\n{lines}\n}}"


def _day(day: datetime.date) -> str:
    return PartialDate.day(day).words()


def _tex(words: str) -> str:
    return _TEX.sub(lambda match: _TEX_WORDS.get(match[0], "\\" + match[0]), words)
