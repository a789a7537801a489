"""A feed as Atom (RFC 4287) and as JSON Feed 1.1."""

import json

from mkdocs_briefings.export.feeds import Feed, Item
from mkdocs_briefings.pages.edition import Edition


def atom(edition: Edition, feed: Feed, uri: str) -> str:
    return edition.templates.render(
        "feed.xml",
        feed=feed,
        here=_file(edition, uri),
        site=edition.site.name,
        language=edition.words.language,
    )


def json_feed(edition: Edition, feed: Feed, uri: str) -> str:
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": _file(edition, uri),
        "language": edition.words.language,
        "authors": [{"name": edition.site.name}],
        "items": [_item(item) for item in feed.items],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "url": item.link,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": f"{item.published}T00:00:00Z",
        "date_modified": f"{item.updated}T00:00:00Z",
        "tags": [tag.words for tag in item.tags],
    }


def _file(edition: Edition, uri: str) -> str:
    """Where there is no site there is no feed (see `offers`)."""
    return edition.site.at(uri) or ""
