"""The standards that published files are held against find what breaks them: each in what else is as it should be."""

import json
from copy import deepcopy
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDF

from tests.standards import json_feed, schema_org

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "A desk",
    "home_page_url": "https://desk.example/",
    "feed_url": "https://desk.example/feed.json",
    "authors": [{"name": "A desk"}],
    "items": [
        {
            "id": "urn:a",
            "url": "https://desk.example/a/",
            "content_text": "Peru met Norway.",
            "date_published": "2025-03-14T00:00:00Z",
            "date_modified": "2025-03-20T00:00:00Z",
            "tags": ["consult"],
        },
        {"id": "urn:b", "content_html": "<p>Peru met Chile.</p>"},
    ],
}
ITEM = ("items", 0)


def changed(path: tuple[str | int, ...], value: object) -> str:
    """The feed with something in a place of it; None takes away what stands there."""
    feed: Any = deepcopy(FEED)
    holder = feed
    for key in path[:-1]:
        holder = holder[key]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return json.dumps(feed)


def test_a_json_feed_of_the_least_that_it_needs_has_no_problem() -> None:
    assert json_feed.problems(json.dumps(FEED)) == []
    assert json_feed.problems(json.dumps({key: FEED[key] for key in ("version", "title", "items")})) == []


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (("version",), None, "no version"),
        (("version",), "https://jsonfeed.org/version/1", "version https://jsonfeed.org/version/1"),
        (("title",), "", "no title"),
        (("items",), None, "no items"),
        (("items",), {}, "items is {}"),
        (("subtitle",), "Of Peru", "subtitle is unknown"),
        (("language",), ["en"], "language is ['en']"),
        (("home_page_url",), "/", "home_page_url is not absolute: /"),
        (("authors",), [{"named": "A desk"}], "an author of whom nothing is said"),
        ((*ITEM, "id"), None, "no id"),
        ((*ITEM, "id"), 7, "id is 7"),
        ((*ITEM, "id"), "urn:b", "an id stands twice"),
        ((*ITEM, "link"), "https://desk.example/", "link is unknown"),
        ((*ITEM, "url"), "a/", "url is not absolute: a/"),
        ((*ITEM, "content_text"), None, "an item without content"),
        ((*ITEM, "date_published"), "2025-03-14", "date_published is no date of RFC 3339: 2025-03-14"),
        (
            (*ITEM, "date_modified"),
            "2025-02-31T00:00:00Z",
            "date_modified is no date of RFC 3339: 2025-02-31T00:00:00Z",
        ),
        ((*ITEM, "date_modified"), "Friday", "date_modified is no date of RFC 3339: Friday"),
        ((*ITEM, "tags"), [""], "a tag is no word"),
    ],
)
def test_a_json_feed_that_breaks_its_specification_is_found_out(
    path: tuple[str | int, ...], value: object, problem: str
) -> None:
    assert json_feed.problems(changed(path, value)) == [problem]


SCHEMA_ORG = rdflib.Namespace(schema_org.VOCABULARY)
ARTICLE, MEETING, PERU, UNKNOWN = (rdflib.URIRef(f"https://desk.example/#{name}") for name in ("a", "b", "c", "d"))


def told(*statements: tuple[rdflib.URIRef, str, rdflib.term.Node]) -> rdflib.Graph:
    """An article on a meeting of Peru, of which statements are made."""
    graph = rdflib.Graph()
    for node, kind in ((ARTICLE, "NewsArticle"), (MEETING, "Event"), (PERU, "Country")):
        graph.add((node, RDF.type, SCHEMA_ORG[kind]))
    graph.add((ARTICLE, SCHEMA_ORG.about, PERU))
    graph.add((ARTICLE, SCHEMA_ORG.isBasedOn, UNKNOWN))  # of no type that is told
    for subject, name, value in statements:
        graph.add((subject, SCHEMA_ORG[name], value))
    return graph


def test_what_schema_org_has_a_place_for_is_no_problem() -> None:
    headline, day = rdflib.Literal("Peru met"), rdflib.Literal("2025-03-14")
    assert schema_org.problems(told((ARTICLE, "headline", headline), (MEETING, "startDate", day))) == []
    assert schema_org.problems(told((ARTICLE, "name", headline), (MEETING, "about", PERU))) == []


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ((PERU, "nickname", rdflib.Literal("Piruw")), "unknown property nickname"),
        ((PERU, "startDate", rdflib.Literal("1821")), "startDate is told of ['Country', 'Place', 'Thing']"),
        ((ARTICLE, "author", rdflib.Literal("A desk")), "author holds the words A desk"),
        ((ARTICLE, "author", PERU), "author holds ['Country', 'Place', 'Thing']"),
        ((MEETING, "headline", rdflib.Literal("Peru met")), "headline is told of ['Event', 'Thing']"),
        ((ARTICLE, "isBasedOn", MEETING), "isBasedOn holds ['Event', 'Thing']"),
    ],
)
def test_what_schema_org_has_no_place_for_is_found_out(
    statement: tuple[rdflib.URIRef, str, rdflib.term.Node], problem: str
) -> None:
    assert schema_org.problems(told(statement)) == [problem]


def test_a_type_that_schema_org_does_not_have_is_found_out() -> None:
    graph = told()
    graph.add((UNKNOWN, RDF.type, SCHEMA_ORG.Rumour))
    assert schema_org.problems(graph) == ["isBasedOn holds ['Rumour']", "unknown type https://schema.org/Rumour"]
