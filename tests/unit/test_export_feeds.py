"""Feeds and calendars, read by parsers that are not ours."""

import datetime
import json
import re

import feedparser
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.export import calendars
from tests import builders as build
from tests.publishing import URL, edition, files, named, planned


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


def test_ids_outlast_another_title_and_another_address() -> None:
    def ids(made: Briefing) -> set[str]:
        return {
            item["id"]
            for uri, text in files(edition(made)).items()
            if uri.endswith("feed.json")
            for item in json.loads(text)["items"]
        }

    assert ids(named("Talks")) == ids(brief((build.talks(),), None))


def test_a_briefing_without_a_day_is_in_no_feed() -> None:
    made = files(edition(brief((build.talks(published=None),), None)))
    assert not [uri for uri in made if uri.endswith(("feed.xml", "feed.json"))]


# Calendars


def test_what_lies_ahead_is_a_calendar() -> None:
    made = files(edition(planned("2026-05-01", "2026-06", "2026-07-08/2026-07-09", "2026-08-01~")))
    for uri in ("calendar.ics", "actors/peru/calendar.ics"):
        events = {str(each["summary"]): each for each in icalendar.Calendar.from_ical(made[uri]).events}
        assert len({str(each["uid"]) for each in events.values()}) == 4
        exact = events["Peru is to host summit 0"]
        assert (exact.start, exact.end) == (datetime.date(2026, 5, 1), datetime.date(2026, 5, 2))
        assert "status" not in exact
        month = events["June 2026: Peru is to host summit 1"]
        assert (month.start, month.end) == (datetime.date(2026, 6, 1), datetime.date(2026, 7, 1))
        assert month["status"] == "TENTATIVE"
        assert events["about 1 August 2026: Peru is to host summit 3"]["status"] == "TENTATIVE"
        assert all(each.DTSTAMP.date() == datetime.date(2025, 3, 14) for each in events.values())
        assert all(str(each["url"]).startswith(URL + "chronology/2026/#e-") for each in events.values())


@pytest.mark.parametrize("date", ["2026", "2026-05/..", "../2026-05", "9999-12-31", "2026-05/2026-06"])
def test_what_no_month_holds_is_in_no_calendar(date: str) -> None:
    made = files(edition(planned(date)))
    assert "calendar.ics" not in made
    assert json.loads(made["chronology/chronology.json"])["events"][0]["date"] == date


def test_the_past_is_in_no_calendar() -> None:
    assert "calendar.ics" not in files(edition(planned("2024-05-01")))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_words_come_back_from_a_calendar(words: str) -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{calendars.text(words)}", "END:VEVENT", "END:VCALENDAR"]
    written = "".join(calendars.folded(line) + "\r\n" for line in lines)
    assert max(len(line) for line in written.encode().split(b"\r\n")) <= 75
    read = icalendar.Calendar.from_ical(written.encode())
    assert str(read.events[0]["summary"]) == "\n".join(words.splitlines())
