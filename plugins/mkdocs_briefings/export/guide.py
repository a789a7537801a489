"""`llms.txt`: what the site is and where its parts stand, for programs that read Markdown (llmstxt.org)."""

import re
from collections.abc import Iterator

from mkdocs_briefings.export.parts import link
from mkdocs_briefings.pages import addresses, offers
from mkdocs_briefings.pages.edition import Edition, shortened

_MOST_LISTED = 200  # briefings; the sitemap has them all
_LONGEST_NOTE = 200
_LONGEST_TITLE = 160
_MARKS = re.compile(r"[\\`*_\[\]<>]")


def guide(edition: Edition) -> str:
    """The template `llms.txt`, in which a desk can say more."""
    return edition.templates.render(
        offers.GUIDE,
        name=plain(edition.site.name),
        description=plain(edition.site.description),
        briefings=list(_briefings(edition)),
        count=len(edition.corpus.briefings),
        chronology=link(edition, addresses.CHRONOLOGY),
        ahead=link(edition, addresses.AHEAD),
        actors=link(edition, addresses.ACTORS),
        files=[
            (offer.form, _file(edition, offer.uri)) for offer in (*offers.of_chronology(), *offers.of_site(edition))
        ],
        schema=_file(edition, offers.SCHEMA),
    )


def plain(words: str) -> str:
    """Words on one line that Markdown shows as they are."""
    return _MARKS.sub(r"\\\g<0>", " ".join(words.split()))


def _briefings(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Title, address and a note for each."""
    for briefing in edition.corpus.briefings[:_MOST_LISTED]:
        told = f"{edition.say(f'state.{briefing.status}')}, {briefing.date or edition.say('event.undated')}"
        note = f"{told}. {plain(shortened(briefing.bottom_line, _LONGEST_NOTE))}"
        title = plain(shortened(briefing.title, _LONGEST_TITLE))
        yield title, link(edition, addresses.briefing(briefing.slug)), note


def _file(edition: Edition, uri: str) -> str:
    return edition.site.at(uri) or uri
