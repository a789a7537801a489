"""Calendars, read by a parser that is not ours, and held against what RFC 5545 demands of every line."""

import datetime
import json
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.briefing import brief
from mkdocs_briefings.export import calendars
from tests.publishing import HOSTILE, URL, edition, files, planned
from tests.standards import calendar


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
        assert all(str(each["url"]).startswith(URL + "summits/#e-") for each in events.values())


@pytest.mark.parametrize("date", ["2026", "2026-05/..", "../2026-05", "9999-12-31", "2026-05/2026-06"])
def test_what_no_month_holds_is_in_no_calendar(date: str) -> None:
    made = files(edition(planned(date)))
    assert "VEVENT" not in made["calendar.ics"]
    assert json.loads(made["chronology/chronology.json"])["events"][0]["date"] == date


def test_the_past_is_in_no_calendar() -> None:
    made = files(edition(planned("2024-05-01")))
    assert "VEVENT" not in made["calendar.ics"]
    assert "VEVENT" not in made["actors/peru/calendar.ics"]


def test_calendars_are_what_their_specification_demands() -> None:
    made = edition(planned("2026-05-01", "2026-06", "2026-07-08/2026-07-09", "2026-08-01~"))
    hostile = [replace(made, site=replace(made.site, name=name)) for name in (HOSTILE, "a;b,c\\n\x7f" * 40)]
    for each in (made, *hostile):
        for uri, text in files(each).items():
            assert not uri.endswith(".ics") or calendar.problems(text) == [], uri


def test_a_calendar_in_which_nothing_lies_is_one_all_the_same() -> None:
    written = calendars.calendar(edition(), "The Desk", ())
    assert calendar.problems(written) == []
    assert icalendar.Calendar.from_ical(written).events == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("\r\n", "\n", "a line does not end with CRLF"),
        ("SUMMARY:", "SUMMARY:a,", "not escaped: SUMMARY:a,"),
        ("DTSTAMP", "X-STAMP", "0 times DTSTAMP"),
        ("UID:", "UID:" + "é" * 40, "a line of "),
        ("VERSION:2.0", "VERSION:1.0", "not once VERSION:2.0"),
    ],
)
def test_a_calendar_that_breaks_its_specification_is_found_out(old: str, new: str, problem: str) -> None:
    written = files(edition(planned("2026-05-01")))["calendar.ics"].replace(old, new)
    assert any(line.startswith(problem) for line in calendar.problems(written))


def test_an_event_stays_the_same_and_says_when_it_was_told_anew() -> None:
    def told(*dates: str, published: str) -> icalendar.Event:
        made = planned(*dates)
        (document,) = made.documents
        later = replace(document.source, date_published=datetime.date.fromisoformat(published))
        text = files(edition(brief((replace(document, source=later),), None)))["calendar.ics"]
        (event,) = icalendar.Calendar.from_ical(text).events
        return event

    one, other = told("2026-05-01", published="2025-03-14"), told("2026-06", published="2025-04-14")
    assert one["uid"] == other["uid"]
    assert one.DTSTAMP < other.DTSTAMP


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_words_come_back_from_a_calendar(words: str) -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{calendars.text(words)}", "END:VEVENT", "END:VCALENDAR"]
    written = "".join(calendars.folded(line) + "\r\n" for line in lines)
    assert max(len(line) for line in written.encode().split(b"\r\n")) <= 75
    read = icalendar.Calendar.from_ical(written.encode())
    assert str(read.events[0]["summary"]) == "\n".join(words.splitlines())
