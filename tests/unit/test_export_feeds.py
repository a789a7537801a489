"""Feeds, read by a parser that is not ours, and held against what their specifications demand."""

import datetime
import json
import re
from itertools import permutations

import feedparser
import pytest

from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.overlay import Overlay, Review
from tests import builders as build
from tests.publishing import HOSTILE, URL, edition, files, named, planned
from tests.standards import atom, json_feed


def test_feeds_can_be_read_and_date_their_entries_by_the_data() -> None:
    made = files(edition(named("Talks & more")))
    feeds = [uri for uri in made if uri.endswith("feed.xml")]
    assert {"feed.xml", "actors/norway/feed.xml", "chronology/concede/feed.xml"} <= set(feeds)
    for uri in feeds:
        read = feedparser.parse(made[uri].encode())
        assert not read.bozo, uri
        assert read.version == "atom10"
        assert read.feed.id == URL + uri
        assert {entry.updated for entry in read.entries} == {"2025-03-20T00:00:00Z"}
        assert {entry.published for entry in read.entries} == {"2025-03-14T00:00:00Z"}
        assert all(entry.link.startswith(URL) for entry in read.entries)
    assert feedparser.parse(made["feed.xml"].encode()).entries[0].title == "Talks & more"


def test_the_json_feed_says_what_the_atom_feed_says() -> None:
    made = files(edition(named("Talks"), planned("2026-05-01")))
    for uri in (uri for uri in made if uri.endswith("feed.xml")):
        read = feedparser.parse(made[uri].encode())
        told = json.loads(made[uri.replace(".xml", ".json")])
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == URL + uri.replace(".xml", ".json")
        for entry, item in zip(read.entries, told["items"], strict=True):
            assert (entry.id, entry.link, entry.updated) == (item["id"], item["url"], item["date_modified"])


def test_an_actors_feed_has_the_sentences_that_name_the_actor() -> None:
    (item,) = json.loads(files(edition())["actors/ana-quispe/feed.json"])["items"]
    links = re.findall(r'href="([^"]+)">([^<]+)', item["content_html"])
    assert [words.split()[0] for _, words in links] == ["Peru", "“We"]
    assert links[0][0] == f"{URL}talks/#{build.talks().sentences[0].anchor}"


def overlaid(slug: str, *former: str, source: str = "talks", reviewed: str | None = None) -> Briefing:
    """A briefing that rests on an article, at an address of its own."""
    review = Review(by="Desk", on=datetime.date.fromisoformat(reviewed)) if reviewed else None
    settings = Overlay(
        sources=[source], former_addresses=list(former), reviewed=review, status="reviewed" if review else "unreviewed"
    )
    return brief((build.talks(source),), build.overlay(settings, slug))


def ids(*briefings: Briefing, feed: str = "feed.json") -> list[str]:
    return [item["id"] for item in json.loads(files(edition(*briefings))[feed])["items"]]


def every_id(made: Briefing) -> set[str]:
    written = files(edition(made))
    return {
        item["id"] for uri, text in written.items() if uri.endswith("feed.json") for item in json.loads(text)["items"]
    }


def test_feeds_are_what_their_specifications_demand() -> None:
    two = (named(HOSTILE), planned("2026-05-01", "2026"), brief((build.talks(published=None),), None))
    made = files(edition(*two, overlaid("other", source="later", reviewed="2025-04-01")))
    feeds = [uri for uri in made if uri.endswith("feed.xml")]
    assert len(feeds) > 5
    for uri in feeds:
        assert atom.problems(made[uri]) == [], uri
        assert json_feed.problems(made[uri.replace(".xml", ".json")]) == [], uri


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("</author>", "</author><author><name></name></author>", "name is empty, or has elements in it"),
        ("T00:00:00Z", "", "updated is no date of RFC 3339: 2025-03-20"),
        ("<entry>", "<entry><id>a:b</id>", "2 times id"),
        ('rel="self"', 'rel="alternate"', "two alternate links of one type and language"),
        ("https://desk.example/briefings/talks/", "talks/", "a link is not absolute: talks/"),
        ("<category ", "<tag ", "{http://www.w3.org/2005/Atom}tag stands in {http://www.w3.org/2005/Atom}entry"),
    ],
)
def test_a_feed_that_breaks_its_specification_is_found_out(old: str, new: str, problem: str) -> None:
    feed = files(edition(overlaid("talks", reviewed="2025-03-20")))["feed.xml"]
    # what is not a word of the feed itself: its own link to itself is of another type
    broken = feed.replace('rel="self" type="application/atom+xml"', 'rel="self" type="text/html"').replace(old, new)
    assert problem in atom.problems(broken)


def test_ids_outlast_another_title_another_address_and_the_desks_own_word() -> None:
    seed = brief((build.talks(),), None)
    assert every_id(named("Talks")) == every_id(seed)
    assert every_id(overlaid("other", "talks")) == every_id(seed)
    assert every_id(overlaid("third", "talks", "other")) == every_id(seed)


def test_briefings_that_one_article_leads_have_an_id_each_in_whichever_order() -> None:
    (alone,) = ids(overlaid("first", "talks"))
    sharing = [overlaid("first", "talks"), overlaid("a-second"), overlaid("third")]
    found = {tuple(sorted(ids(*order))) for order in permutations(sharing)}
    assert len(found) == 1
    (three,) = found
    assert len(set(three)) == 3
    assert alone in three  # what stood at the article's own address stays the same entry
    moved = [overlaid("first", "talks"), overlaid("moved", "a-second"), overlaid("third")]
    assert sorted(ids(*moved)) == sorted(three)


def test_an_event_stays_the_same_entry_when_a_later_article_tells_it_too() -> None:
    def consulted(*briefings: Briefing) -> list[str]:
        return ids(*briefings, feed="chronology/consult/feed.json")

    day = ["2025-03-14"]
    early = brief((build.meetings(day, "early", "2025-03-15"),), None)
    late = brief((build.meetings(day, "a-late", "2025-03-20", date_source="desk"),), None)  # and better dated
    assert len(consulted(late, early)) == 1
    assert consulted(early, late) == consulted(early) != consulted(late)


def test_the_newest_entry_comes_first_and_what_has_one_day_stays_in_its_order() -> None:
    made = [overlaid(name, source=name, reviewed=day) for name, day in (("a", "2025-04-01"), ("b", "2025-05-01"))]
    told = json.loads(files(edition(*made, overlaid("c", source="c")))["feed.json"])["items"]
    assert [item["url"].split("/")[-2] for item in told] == ["b", "a", "c"]


def test_categories_have_a_key_that_no_translation_changes() -> None:
    read = feedparser.parse(files(edition())["feed.xml"].encode())
    assert [(tag.term, tag.label) for tag in read.entries[0].tags] == [("unreviewed", "Unreviewed")]


def test_a_briefing_without_a_day_is_in_no_feed() -> None:
    made = files(edition(brief((build.talks(published=None),), None)))
    assert not [uri for uri in made if uri.endswith(("feed.xml", "feed.json"))]
