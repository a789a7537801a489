"""What RFC 4287 says a feed MUST have, and a little of what it SHOULD."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from tests.standards.moments import is_moment

ATOM = "{http://www.w3.org/2005/Atom}"
_IN_FEED = {"author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle"}
_IN_ENTRY = {"author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary"}
_BOTH = {"title", "updated", "entry"}


def problems(feed: str) -> list[str]:
    """One line for each; none for a feed that is as it should be."""
    root = ET.fromstring(feed.encode())  # noqa: S314  written by us
    return [*_of_feed(root), *(line for entry in root.iter(f"{ATOM}entry") for line in _of_entry(entry))]


def _of_feed(root: ET.Element) -> Iterator[str]:
    if root.tag != f"{ATOM}feed":
        yield f"the document is {root.tag}"
    yield from _strangers(root, _IN_FEED | _BOTH)
    yield from _once(root, "id", "title", "updated")
    yield from _links(root)
    if not [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]:
        yield "no link to itself"  # SHOULD
    entries = root.findall(f"{ATOM}entry")
    if root.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        yield "an entry has no author, nor has the feed"
    ids = [_text(entry, "id") for entry in entries]
    if len(set(ids)) < len(ids):
        yield "an id stands twice"
    updated = [_text(entry, "updated") for entry in entries]
    if updated and _text(root, "updated") != max(updated):
        yield "updated is not that of the newest entry"
    if updated != sorted(updated, reverse=True):
        yield "entries are in no order"
    for author in root.iter(f"{ATOM}author"):
        yield from _once(author, "name")


def _of_entry(entry: ET.Element) -> Iterator[str]:
    yield from _strangers(entry, _IN_ENTRY | _BOTH - {"entry"})
    yield from _once(entry, "id", "title", "updated", "published", "summary", "content")
    yield from _links(entry)
    if not any(link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link")):
        yield "an entry without a link to its page"
    if _text(entry, "published") > _text(entry, "updated"):
        yield "updated before it was published"
    for category in entry.findall(f"{ATOM}category"):
        if not category.get("term"):
            yield "a category without a term"


def _strangers(element: ET.Element, known: set[str]) -> Iterator[str]:
    for child in element:
        if child.tag.removeprefix(ATOM) not in known:
            yield f"{child.tag} stands in {element.tag}"


def _once(element: ET.Element, *names: str) -> Iterator[str]:
    for name in names:
        found = element.findall(f"{ATOM}{name}")
        if len(found) != 1:
            yield f"{len(found)} times {name}"
            continue
        (only,) = found
        if not (only.text or "").strip() or len(only):
            yield f"{name} is empty, or has elements in it"
        elif name in ("updated", "published") and not is_moment(only.text or ""):
            yield f"{name} is no date of RFC 3339: {only.text}"
        elif name == "id" and not urlsplit(only.text or "").scheme:
            yield f"id is no absolute IRI: {only.text}"
        elif name == "content" and only.get("type") not in (None, "text", "html"):
            yield f"content is {only.get('type')}"


def _links(element: ET.Element) -> Iterator[str]:
    links = element.findall(f"{ATOM}link")
    alternates = [
        (link.get("type"), link.get("hreflang")) for link in links if link.get("rel", "alternate") == "alternate"
    ]
    if len(set(alternates)) < len(alternates):
        yield "two alternate links of one type and language"
    for link in links:
        if not urlsplit(link.get("href", "")).netloc:
            yield f"a link is not absolute: {link.get('href')}"


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""
