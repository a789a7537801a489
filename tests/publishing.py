"""Small editions and what is published of them."""

import datetime

from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.export.publication import publish
from mkdocs_briefings.overlay import Overlay, Review
from mkdocs_briefings.pages import DataFile, Edition, Page, Redirect, Site, Templates, render_edition
from tests import builders as build

URL = "https://desk.example/briefings/"


def edition(
    *briefings: Briefing, url: str | None = URL, directory_urls: bool = True, image: str | None = None
) -> Edition:
    site = Site(name="The Desk", description="What was said.", url=url, directory_urls=directory_urls, image=image)
    return Edition.of(build.corpus(*briefings), Templates.load(), site)


def published(made: Edition) -> list[Page | Redirect | DataFile]:
    return list(publish(made, render_edition(made)))


def files(made: Edition) -> dict[str, str]:
    return {each.uri: each.content for each in published(made) if isinstance(each, DataFile)}


def heads(made: Edition) -> dict[str, str]:
    return {each.src_uri: str(each.head) for each in published(made) if isinstance(each, Page)}


def named(title: str) -> Briefing:
    settings = Overlay(
        sources=["talks"],
        title=title,
        status="reviewed",
        reviewed=Review(by="Sample desk", on=datetime.date(2025, 3, 20)),
        bottom_line=title,
    )
    return brief((build.talks(),), build.overlay(settings))


def planned(*dates: str) -> Briefing:
    """Summits that lie ahead."""
    text = "".join(f"Peru is to host summit {number}, it said.\n" for number in range(len(dates)))
    events = [
        build.event(
            text,
            f"Peru is to host summit {number}",
            f"summit {number}",
            event_type="CONSULT",
            actors=("peru",),
            status="planned",
            date=PartialDate(date),
            date_source="own",
        )
        for number, date in enumerate(dates)
    ]
    article = build.source(text, "summits")
    return brief((build.document(article, events=events, mentions=[build.mention(text, "Peru", "peru")]),), None)
