"""How to cite a briefing, or a place in it: in plain words, for BibTeX, and as CSL-JSON."""

import json
import re
from dataclasses import dataclass

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Edition

_TEX = re.compile(r"[\\{}%&#$_~^]")
_TEX_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_HASH = 16  # hex digits of a source's SHA-256 in a line for people; 64 bits name an article well enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A briefing's citation in each form. Its address stands in all of them, so that an anchor can follow it."""

    address: str | None  # None where the site does not say where it is published
    words: str
    bibtex: str
    csl: str


def permalink(edition: Edition, src_uri: str, fragment: str = "") -> str | None:
    """The address of a page or a place on it, to cite; None where the site does not say where it is published."""
    anchor = f"#{fragment}" if fragment else ""
    return edition.site.at(edition.addresses.of(src_uri) + anchor)


def event_page(entry: Entry) -> str:
    """Where permanent links to an event lead: the page of the briefing that tells of it first.

    In the chronology it moves when its date is put right, or when its year grows long.
    """
    return addresses.briefing(entry.reports[0].briefing.slug)


def citation(edition: Edition, briefing: Briefing) -> Citation:
    return Citation(
        address=permalink(edition, addresses.briefing(briefing.slug)),
        words=_in_words(edition, briefing),
        bibtex=_bibtex(edition, briefing),
        csl=_csl(edition, briefing),
    )


def _in_words(edition: Edition, briefing: Briefing) -> str:
    title = edition.say("sign.quoted", words=briefing.title)
    parts = [title, edition.site.name, *_standing(edition, briefing), _hashes(edition, briefing)]
    address = permalink(edition, addresses.briefing(briefing.slug))
    return edition.say("sign.comma").join(parts) + "." + (f" {address}" if address else "")


def _standing(edition: Edition, briefing: Briefing) -> list[str]:
    review = briefing.overlay and briefing.overlay.reviewed
    if review:
        return [edition.say("cite.reviewed", day=edition.words.day(review.on))]
    return [edition.say("cite.unreviewed"), *([edition.words.day(briefing.date)] if briefing.date else [])]


def _hashes(edition: Edition, briefing: Briefing) -> str:
    """The fingerprint of each source: what was read is told apart from whatever stands at its address later."""
    return edition.say(
        "cite.hash",
        digits=edition.say("sign.comma").join(f"{document.source.sha256[:_HASH]}…" for document in briefing.documents),
    )


def _bibtex(edition: Edition, briefing: Briefing) -> str:
    day = briefing.updated
    note = "; ".join([*_standing(edition, briefing), _hashes(edition, briefing)])
    fields = {
        "title": f"{{{_tex(briefing.title)}}}",
        "author": f"{{{_tex(edition.site.name)}}}",
        "year": str(day.year) if day else None,
        "month": str(day.month) if day else None,
        "day": str(day.day) if day else None,
        "note": _tex(note),
        "url": permalink(edition, addresses.briefing(briefing.slug)),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{briefing.slug},\n{lines}\n}}"


def _csl(edition: Edition, briefing: Briefing) -> str:
    day = briefing.updated
    fields = {
        "id": briefing.slug,
        "type": "webpage",
        "title": briefing.title,
        "author": [{"literal": edition.site.name}],
        "container-title": edition.site.name,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "status": briefing.status,
        "note": _hashes(edition, briefing),
        "URL": permalink(edition, addresses.briefing(briefing.slug)),
    }
    return json.dumps([{name: value for name, value in fields.items() if value}], ensure_ascii=False, indent=2)


def _tex(words: str) -> str:
    return _TEX.sub(lambda match: _TEX_WORDS.get(match[0], "\\" + match[0]), words)
