"""What stands in the heads of pages, read by parsers that are not ours."""

import json
import re
from dataclasses import replace

import pytest
import rdflib
from rdflib.namespace import RDF

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.export.picture import size_of
from mkdocs_briefings.markup import data_block, into_head
from mkdocs_briefings.pages import Templates
from tests import builders as build
from tests.publishing import HOSTILE, URL, Head, edition, graph, heads, named, planned
from tests.standards import schema_org

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser uses it
SCHEMA_ORG = rdflib.Namespace("https://schema.org/")


def types(found: rdflib.Graph) -> set[str]:
    return types_of(found, None)


def types_of(found: rdflib.Graph, node: rdflib.term.Node | None) -> set[str]:
    return {str(kind).removeprefix(SCHEMA_ORG) for kind in found.objects(node, RDF.type)}


def test_hostile_words_are_only_words_in_a_head() -> None:
    page = heads(edition(named(HOSTILE)))["harbour-talks.md"]
    assert set(Head(page).tags) == {"meta", "link", "script"}
    assert Head(page).meta["og:title"] == HOSTILE
    assert rdflib.Literal(HOSTILE) in set(graph(page).objects(None, SCHEMA_ORG.headline))


def test_a_briefing_is_linked_data() -> None:
    found = graph(heads(edition(named("Talks")))["harbour-talks.md"])
    page = rdflib.URIRef(URL + "harbour-talks/")
    assert types(found) >= {"NewsArticle", "Person", "Country", "Organization", "Event", "Quotation", "Claim"}
    assert found.value(page, SCHEMA_ORG.headline) == rdflib.Literal("Talks")
    assert found.value(page, SCHEMA_ORG.dateModified) == rdflib.Literal("2025-03-20")
    source = found.value(page, SCHEMA_ORG.isBasedOn)
    assert str(source).startswith("ni:///sha-256;")
    assert found.value(source, SCHEMA_ORG.url) == rdflib.URIRef("https://example.org/talks")
    fingerprint = found.value(found.value(source, SCHEMA_ORG.identifier), SCHEMA_ORG.value)
    assert str(fingerprint) == build.talks().source.sha256
    files_beside = {str(found.value(node, SCHEMA_ORG.contentUrl)) for node in found.objects(page, SCHEMA_ORG.encoding)}
    assert files_beside == {URL + "harbour-talks/briefing.json", URL + "harbour-talks/briefing.csv"}
    peru = rdflib.URIRef(URL + "actors/peru/#actor")
    assert (peru, SCHEMA_ORG.sameAs, rdflib.URIRef("http://www.wikidata.org/entity/Q419")) in found


def in_their_own_voice(document: Document) -> Document:
    """The article without what it has somebody say."""
    return replace(document, quotations=())


def events_of(briefing: Briefing) -> dict[str, tuple[rdflib.term.Node | None, rdflib.term.Node | None]]:
    """By its words: the date of an event, and its description."""
    (page,) = (head for uri, head in heads(edition(briefing)).items() if uri == f"{briefing.slug}.md")
    found = graph(page)
    return {
        str(found.value(event, SCHEMA_ORG.name)): (
            found.value(event, SCHEMA_ORG.startDate, any=False),
            found.value(event, SCHEMA_ORG.description, any=False),
        )
        for event in found.subjects(RDF.type, SCHEMA_ORG.Event)
    }


def test_linked_data_dates_no_event_better_than_its_source() -> None:
    assert events_of(brief((in_their_own_voice(build.talks()),), None)) == {
        "Peru and Norway held talks on Friday": (rdflib.Literal("2025-03-14"), None),
        "Norway cut its duty": (None, rdflib.Literal("on or before 14 March 2025")),  # by the day of the article only
        "Lima is to host a summit later this year": (
            None,
            rdflib.Literal("Planned, between 14 March and 31 December 2025"),
        ),
    }


@pytest.mark.parametrize(
    "date", ["2026-05-01~", "2026-22", "2026-05/2026-06", "../2026", "202X", "2026-05?", "2026-XX"]
)
def test_what_is_about_before_or_between_is_no_start_date(date: str) -> None:
    ((start, words),) = events_of(planned(date)).values()
    assert start is None
    assert str(words) == "Planned, " + Templates.load().words.date(PartialDate(date))


@pytest.mark.parametrize("date", ["2026-05-01", "2026-05", "2026"])
def test_a_plain_day_month_or_year_is_one(date: str) -> None:
    assert list(events_of(planned(date)).values()) == [(rdflib.Literal(date), rdflib.Literal("Planned"))]


def test_an_event_that_two_briefings_tell_of_is_the_same() -> None:
    one, other = (brief((build.meetings(["2025-03-14"], name),), None) for name in ("a", "b"))
    whole = rdflib.Graph()
    for uri, head in heads(edition(one, other)).items():
        whole += graph(head) if uri in ("a.md", "b.md") else rdflib.Graph()
    events = set(whole.subjects(RDF.type, SCHEMA_ORG.Event))
    ((here, there),) = (
        (node, whole.value(node, SCHEMA_ORG.sameAs)) for node in events if (node, SCHEMA_ORG.sameAs, None) in whole
    )
    assert {str(node).partition("#")[0] for node in (here, there)} == {URL + "a/", URL + "b/"}
    assert events == {here, there}


def test_what_somebody_says_happened_is_their_claim_and_no_event() -> None:
    assert "Peru and Norway held talks on Friday" not in events_of(brief((build.talks(),), None))


@pytest.mark.parametrize(
    "changed", [{"modality": "PS"}, {"status": "denied"}, {"status": "alleged"}, {"polarity": "NEG"}]
)
def test_what_only_may_have_happened_is_no_event(changed: dict[str, str]) -> None:
    document = in_their_own_voice(build.talks())
    events = tuple(replace(event, **changed) for event in document.events)  # type: ignore[arg-type]
    assert events_of(brief((replace(document, events=events),), None)) == {}


def test_every_statement_of_the_linked_data_is_one_that_schema_org_has_a_place_for() -> None:
    whole = rdflib.Graph()
    for head in heads(edition(named("Talks"), planned("2026-05-01", "2026"), image="a.png")).values():
        if Head(head).scripts:
            whole += graph(head)
    assert schema_org.problems(whole) == []
    states = {str(node) for node in whole.subjects(RDF.type, SCHEMA_ORG.Country)}
    assert states == {f"{URL}actors/peru/#actor", f"{URL}actors/norway/#actor"}  # one node each over all pages
    blank = {node for node in whole.subjects() if isinstance(node, rdflib.BNode)}
    assert {kind for node in blank for kind in types_of(whole, node)} <= {
        "PropertyValue",
        "MediaObject",
        "DataDownload",
    }


def test_nobodys_kind_is_guessed() -> None:
    document = build.talks()
    unknown = tuple(replace(quotation, actor_id=None) for quotation in document.quotations)
    author = replace(document.source, author="Staff")
    found = graph(heads(edition(brief((replace(document, source=author, quotations=unknown),), None)))["talks.md"])
    for name in ("Staff", "Quispe"):
        (somebody,) = set(found.subjects(SCHEMA_ORG.name, rdflib.Literal(name)))
        assert not types_of(found, somebody)


def test_linked_data_without_an_address_of_the_site_resolves_against_the_page() -> None:
    page = heads(edition(planned("2026-05-01"), url=None))["summits.md"]
    found = graph(page, "https://anywhere.example/desk/summits/")
    assert rdflib.URIRef("https://anywhere.example/desk/actors/peru/#actor") in set(found.subjects())
    assert schema_org.problems(found) == []


def test_what_somebody_denied_is_no_claim_of_theirs() -> None:
    document = build.talks()
    denied = replace(document.quotations[1], manner="denied")
    found = graph(heads(edition(brief((replace(document, quotations=(denied,)),), None)))["talks.md"])
    assert "Claim" not in types(found)


def test_other_pages_say_what_they_are() -> None:
    made = heads(edition())
    assert "ProfilePage" in types(graph(made["actors/peru.md"]))
    assert "WebSite" in types(graph(made["index.md"]))
    assert {"Dataset", "DataDownload"} <= types(graph(made["chronology/index.md"]))
    assert not Head(made["actors/index.md"]).scripts


def test_a_link_to_a_briefing_unfolds_with_its_title_bottom_line_and_days() -> None:
    meta = Head(heads(edition(named("Talks"), image="assets/desk.png"))["harbour-talks.md"]).meta
    assert meta["og:type"] == "article"
    assert meta["og:title"] == meta["og:description"] == "Talks"
    assert meta["og:url"] == URL + "harbour-talks/"
    assert meta["og:image"] == URL + "assets/desk.png"
    assert meta["twitter:card"] == "summary_large_image"
    assert (meta["article:published_time"], meta["article:modified_time"]) == ("2025-03-14", "2025-03-20")


def test_a_head_says_nothing_twice_of_a_link_to_it() -> None:
    for head in heads(edition(named("Talks"), image="assets/desk.png")).values():
        names = [name for name, _ in Head(head).metas]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("size", "card"), [(None, "summary_large_image"), ((1200, 630), "summary_large_image"), ((400, 400), "summary")]
)
def test_the_picture_has_its_size_and_a_card_that_fits_it(size: tuple[int, int] | None, card: str) -> None:
    made = edition(image="desk.png")
    meta = Head(heads(replace(made, site=replace(made.site, image_size=size)))["talks.md"]).meta
    assert (meta.get("og:image:width"), meta.get("og:image:height")) == (
        tuple(map(str, size)) if size else (None, None)
    )
    assert meta["og:image:alt"] == "The Desk"
    assert meta["twitter:card"] == card


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\xb0\0\0\x02\x76\x08"
JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xdb\0\x03c\xff\xc2\0\x11\x08\x02\x76\x04\xb0\x03"


def test_the_size_of_a_picture_is_read_from_its_first_bytes() -> None:
    assert size_of(PNG) == size_of(JPEG) == (1200, 630)


@pytest.mark.parametrize("content", [b"", b"GIF89a", PNG[:18], JPEG[:8], JPEG[:20], b"\xff\xd8abcdefgh"])
def test_a_picture_that_is_something_else_or_broken_has_no_size(content: bytes) -> None:
    assert size_of(content) is None


def test_an_actors_page_leads_a_feed_reader_to_its_own_feed_first() -> None:
    links = Head(heads(edition())["actors/peru.md"]).links
    assert [(link["title"], link["href"]) for link in links] == [
        ("Peru, The Desk", "feed.xml"),
        ("Peru, The Desk", "feed.json"),
        ("The Desk", "../../feed.xml"),
        ("The Desk", "../../feed.json"),
    ]


def test_every_link_to_a_feed_has_the_word_by_which_readers_find_it_and_the_home_page_one_with_no_other() -> None:
    made = heads(edition())
    for head in made.values():
        assert all("alternate" in (link["rel"] or "").split() for link in Head(head).links)
    assert [link["rel"] for link in Head(made["index.md"]).links] == ["alternate", "alternate feed"]


def test_nothing_in_a_data_block_can_end_it() -> None:
    words = "</script><!--\u2028&"
    block = data_block("application/ld+json", json.dumps([words], ensure_ascii=False))
    assert not re.search(
        "[<>&\u2028]", block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    )
    assert json.loads(Head(block).scripts[0]) == [words]


def test_a_head_is_filled_at_its_end_and_a_page_without_one_stays() -> None:
    block = data_block("application/json", "1")
    assert (
        into_head("<head><title>A</title></head><p></head>", block)
        == f"<head><title>A</title>{block}\n</head><p></head>"
    )
    assert into_head("<p>no head", block) == "<p>no head"
