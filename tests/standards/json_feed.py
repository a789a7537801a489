"""What JSON Feed 1.1 says a feed must have, and of what it may have, of which type that is."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tests.standards.moments import is_moment

_FEED: dict[str, type] = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "language": str,
    "authors": list,
    "items": list,
}
_ITEM: dict[str, type] = {
    "id": str,
    "url": str,
    "title": str,
    "content_html": str,
    "content_text": str,
    "summary": str,
    "date_published": str,
    "date_modified": str,
    "authors": list,
    "tags": list,
    "language": str,
}


def problems(feed: str) -> list[str]:
    """One line for each; none for a feed that is as it should be. What is not of its type is looked at no further."""
    told = json.loads(feed)
    if wrong := list(_typed(told, _FEED, required=("version", "title", "items"))):
        return wrong
    return [*_of_feed(told), *(line for item in told["items"] for line in _of_item(item))]


def _of_feed(told: dict[str, Any]) -> Iterator[str]:
    if told["version"] != "https://jsonfeed.org/version/1.1":
        yield f"version {told['version']}"
    yield from _addresses(told, "home_page_url", "feed_url")
    if not all(author.keys() & {"name", "url", "avatar"} for author in told.get("authors", [])):
        yield "an author of whom nothing is said"
    ids = [item.get("id") for item in told["items"]]
    if len(set(ids)) < len(ids):
        yield "an id stands twice"


def _of_item(item: dict[str, Any]) -> Iterator[str]:
    if wrong := list(_typed(item, _ITEM, required=("id",))):
        yield from wrong
        return
    if not item.keys() & {"content_html", "content_text"}:
        yield "an item without content"
    yield from _addresses(item, "url")
    for key in ("date_published", "date_modified"):
        if key in item and not is_moment(item[key]):
            yield f"{key} is no date of RFC 3339: {item[key]}"
    if not all(isinstance(tag, str) and tag for tag in item.get("tags", [])):
        yield "a tag is no word"


def _typed(told: dict[str, Any], known: dict[str, type], required: tuple[str, ...]) -> Iterator[str]:
    for key in required:
        if key not in told or told[key] == "":
            yield f"no {key}"
    for key, value in told.items():
        if key not in known:
            yield f"{key} is unknown"
        elif not isinstance(value, known[key]):
            yield f"{key} is {value!r}"


def _addresses(told: dict[str, Any], *keys: str) -> Iterator[str]:
    for key in keys:
        if key in told and not urlsplit(told[key]).netloc:
            yield f"{key} is not absolute: {told[key]}"
