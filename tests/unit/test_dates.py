"""Partial dates: EDTF in and out, and their order."""

import contextlib
import datetime

import edtf
import pytest
from edtf import struct_time_to_date
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from mkdocs_briefings.dates import PartialDate

DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9998, 12, 31))


def _points() -> st.SearchStrategy[str]:
    """EDTF points of every precision, with every mark."""
    day = DAYS.map(lambda date: f"{date.year:04}-{date.month:02}-{date.day:02}")
    year = DAYS.map(lambda date: f"{date.year:04}")
    season = st.builds(lambda year, season: f"{year}-{season}", year, st.sampled_from([21, 22, 23, 24]))
    blurred = st.sampled_from(["198X", "19XX", "2004-XX", "2004-XX-XX", "1985-07-XX", "00XX"])
    marked = st.builds(str.__add__, st.one_of(day, day.map(lambda text: text[:7]), year), st.sampled_from("?~%"))
    return st.one_of(day, day.map(lambda text: text[:7]), year, season, blurred, marked)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    form = draw(st.sampled_from(["{}", "{}", "../{}", "{}/..", "{}/{}"]))
    text = form.format(*(draw(_points()) for _ in range(form.count("{}"))))
    try:
        return PartialDate.parse(text)
    except ValueError:
        reject()  # an interval that ends before it begins


@given(partial_dates())
def test_text_to_value_to_text_is_stable(date: PartialDate) -> None:
    assert PartialDate.parse(date.edtf) == date
    assert PartialDate.parse(f"  {date.edtf}\n").edtf == date.edtf


@given(partial_dates(), partial_dates(), partial_dates())
def test_order_is_total(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    keys = [one.sort_key, two.sort_key, three.sort_key]
    assert (keys[0] < keys[1]) + (keys[1] < keys[0]) + (keys[0] == keys[1]) == 1
    assert (keys[0] == keys[1]) == (one == two)
    if keys[0] <= keys[1] <= keys[2]:
        assert keys[0] <= keys[2]


@given(partial_dates(), partial_dates())
def test_order_agrees_with_earliest_and_latest(one: PartialDate, two: PartialDate) -> None:
    if one.latest and two.earliest and one.latest < two.earliest:
        assert one.sort_key < two.sort_key
    if one.earliest and one.latest:
        assert one.earliest <= one.latest


@given(DAYS)
def test_a_bounded_date_stands_before_the_exact_one(day: datetime.date) -> None:
    assume(day > datetime.date.min)
    week_before = day - datetime.timedelta(days=min(7, (day - datetime.date.min).days))
    assert PartialDate.on_or_before(day).sort_key < PartialDate.day(day).sort_key
    assert PartialDate.between(week_before, day).sort_key < PartialDate.day(day).sort_key


@given(DAYS)
def test_a_day_is_its_own_earliest_and_latest(day: datetime.date) -> None:
    date = PartialDate.day(day)
    assert (date.earliest, date.latest, date.is_exact_day, date.precision) == (day, day, True, "day")
    assert PartialDate.between(day, day) == date


@given(partial_dates(), partial_dates(), DAYS)
def test_dates_overlap_where_one_day_lies_in_both(one: PartialDate, two: PartialDate, day: datetime.date) -> None:
    exact = PartialDate.day(day)
    assert one.overlaps(two) == two.overlaps(one)
    assert one.overlaps(one)
    assert one.overlaps(exact) == one.contains(exact)
    if one.contains(exact) and two.contains(exact):
        assert one.overlaps(two)
    if one.latest and two.earliest:
        assert not (one.overlaps(two) and one.latest < two.earliest)


@given(partial_dates(), partial_dates(), partial_dates())
def test_what_contains_a_date_overlaps_it(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    assert one.contains(one)
    if one.contains(two):
        assert one.overlaps(two)
        assert one.contains(three) or not two.contains(three)


@pytest.mark.parametrize(
    ("one", "two", "overlap", "contain"),
    [
        ("2025-08", "2025-08-08", True, True),
        ("2025-08-08", "2025-08", True, False),
        ("2025-08-08", "2025-08-09", False, False),
        ("2025-08-08~", "2025-08-09", False, False),
        ("2025-07-01/2025-08-08", "2025-08-08/2025-09-01", True, False),
        ("../2025-08-08", "2025-08", True, False),
        ("../2025-08-08", "2025-09", False, False),
        ("../2025-08-08", "2025-07/2025-08-08", True, True),
        ("../2025", "2025/..", True, False),
        ("2025/..", "2031", True, True),
        ("XXXX-XX-XX", "2025", True, True),
        ("2025", "XXXX-XX-XX", True, False),
        ("2024-24", "2025-02", True, True),
        ("198X", "19XX", True, False),
    ],
)
def test_overlap_and_containment(one: str, two: str, *, overlap: bool, contain: bool) -> None:
    first, second = PartialDate(one), PartialDate(two)
    assert (first.overlaps(second), first.contains(second)) == (overlap, contain)


@given(DAYS)
def test_open_ended_dates_hold_their_own_day(day: datetime.date) -> None:
    before, after = PartialDate.on_or_before(day), PartialDate.on_or_after(day)
    assert (before.latest, after.earliest) == (day, day)
    assert before.contains(PartialDate.day(day))
    assert after.contains(PartialDate.day(day))
    assert (before.precision, after.precision) == ("before", "after")


@given(partial_dates())
def test_every_date_has_a_precision(date: PartialDate) -> None:
    assert date.precision in {"day", "month", "season", "year", "decade", "century", "range", "before", "after"}
    assert not date.is_exact_day or date.precision == "day"


def _oracle_knows(point: str) -> bool:
    """Not a winter, which the library ends with December, nor a year below 1000, which it writes in other ways."""
    return not point.endswith("-24") and int(point[:4].replace("X", "0")) >= 1000


@given(_points().filter(_oracle_knows))
def test_agrees_with_the_edtf_library(text: str) -> None:
    theirs, ours = edtf.parse_edtf(text), PartialDate.parse(text)
    assert struct_time_to_date(theirs.lower_strict()) == ours.earliest
    assert struct_time_to_date(theirs.upper_strict()) == ours.latest


@given(_points().filter(_oracle_knows), _points().filter(_oracle_knows))
def test_agrees_with_the_edtf_library_on_intervals(first: str, last: str) -> None:
    text = f"{first}/{last}"
    assume("X" not in text)  # it reads no unspecified digits in an interval
    try:
        ours = PartialDate.parse(text)
    except ValueError:
        reject()  # an interval that ends before it begins
    theirs = edtf.parse_edtf(text)
    assert struct_time_to_date(theirs.lower_strict()) == ours.earliest
    assert struct_time_to_date(theirs.upper_strict()) == ours.latest


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2025-08-08", "day"),
        ("2025-08-XX", "month"),
        ("2025-21", "season"),
        ("2025-XX", "year"),
        ("198X", "decade"),
        ("19XX", "century"),
        ("2024/2025", "range"),
        ("../2025", "before"),
        ("2025/..", "after"),
    ],
)
def test_precision_is_kept_as_stated(text: str, precision: str) -> None:
    date = PartialDate.parse(text)
    assert date.precision == precision
    assert date.is_exact_day == (precision == "day")


def test_marks_keep_a_day_from_being_exact() -> None:
    assert not any(PartialDate.parse("2025-08-08" + mark).is_exact_day for mark in "?~%")


def test_winter_runs_into_the_next_year() -> None:
    winter = PartialDate.parse("2024-24")
    assert (winter.earliest, winter.latest) == (datetime.date(2024, 12, 1), datetime.date(2025, 2, 28))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025-02-31", "no date of the calendar: day"),
        ("2025-13", "no date of the calendar: month"),
        ("0000", "no date of the calendar: year 0"),
        ("9999-24", "no date of the calendar"),
        ("99999", "no EDTF date"),
        ("", "no EDTF date"),
        ("..", "no EDTF date"),
        ("8 August 2025", "no EDTF date"),
        ("2025-8-8", "no EDTF date"),
        ("٢٠٢٥", "no EDTF date"),
        ("XXXX-12-25", "no EDTF date"),
        ("198X-05", "beyond EDTF level 1"),
        ("2025-XX-01", "beyond EDTF level 1"),
        ("2025-22-01", "beyond EDTF level 1"),
        ("2025/2024", "ends before it begins"),
        ("2024/2025/2026", "no EDTF date"),
    ],
)
def test_bad_dates_are_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        PartialDate.parse(text)


@given(st.text(st.sampled_from("0123456789X-/.?~%"), max_size=24))
def test_no_text_does_worse_than_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert PartialDate.parse(text).edtf == text
