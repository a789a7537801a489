"""Temporal expressions: every rule's own examples, what a missing publication date does, and bad input."""

import datetime
import functools
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotate.timexes import timexes
from mkdocs_briefings.annotations import Document, Timex
from mkdocs_briefings.errors import RuleError
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.timex_calendar import feast, partial_date
from mkdocs_briefings.rules.timex_patterns import Compiler
from mkdocs_briefings.rules.timexes import Example, TimexRecord, TimexRules
from mkdocs_briefings.source import Source
from tests.proportion import grows_in_proportion

FRIDAY = datetime.date(2025, 8, 8)


@functools.cache
def _rules() -> Rules:
    return Rules.load()


RECORDS = TimexRules.load("en").records
EXAMPLES = [
    pytest.param(record, example, id=f"{record.id}: {example.text}")
    for record in RECORDS
    for example in record.examples
]
COUNTEREXAMPLES = [
    pytest.param(record, text, id=f"{record.id}: {text}") for record in RECORDS for text in record.counterexamples
]


def annotated(text: str, published: datetime.date | None = None) -> Document:
    source = Source(id="test", text=text, sha256="", date_published=published)
    document = sentences(Document(source=source), _rules(), Register())
    return timexes(document, _rules(), Register())


def found(text: str, published: datetime.date | None = None) -> list[tuple[str, str, str]]:
    return [(timex.span.of(text), timex.type, timex.value) for timex in annotated(text, published).timexes]


def only(text: str, published: datetime.date | None = FRIDAY) -> Timex:
    (timex,) = annotated(text, published).timexes
    return timex


@pytest.mark.parametrize(("record", "example"), EXAMPLES)
def test_example(record: TimexRecord, example: Example) -> None:
    document = annotated(example.text, example.date)
    assert found(example.text, example.date) == example.expected
    if example.expected:
        assert record.id in [timex.rule for timex in document.timexes]
    if example.edtf:
        assert str(example.edtf) in [timex.date.edtf for timex in document.timexes if timex.date]


@pytest.mark.parametrize(("record", "text"), COUNTEREXAMPLES)
def test_counterexample(record: TimexRecord, text: str) -> None:
    assert record.id not in [timex.rule for timex in annotated(text, FRIDAY).timexes]


def test_every_record_has_an_example_and_a_name_of_its_own() -> None:
    assert all(record.examples for record in RECORDS)
    assert len({record.id for record in RECORDS}) == len(RECORDS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They spoke on Friday.", "XXXX-WXX-5"),
        ("They spoke yesterday.", "XXXX-XX-XX"),
        ("They spoke last week.", "XXXX-WXX"),
        ("They spoke last month.", "XXXX-XX"),
        ("They will speak later this year.", "XXXX"),
        ("They spoke on 3 May.", "XXXX-05-03"),
        ("They spoke in May.", "XXXX-05"),
        ("They spoke last summer.", "XXXX-SU"),
        ("They spoke in the third quarter.", "XXXX-Q3"),
        ("They spoke two weeks ago.", "XXXX-XX-XX"),
        ("They spoke at 5 p.m. on Monday.", "XXXX-WXX-1T17:00"),
        ("They spoke recently.", "PAST_REF"),
    ],
)
def test_nothing_takes_a_date_from_nowhere(text: str, value: str) -> None:
    timex = only(text, None)
    assert (timex.value, timex.date) == (value, None)


@pytest.mark.parametrize("line", TimexRules.load("en").dateline.examples)
def test_a_dateline_dates_the_article(line: str) -> None:
    text = f"The minister is away\n\n{line}\n\nHe left on Thursday and returns next week."
    dates = [timex.date.edtf for timex in annotated(text).timexes if timex.type == "DATE" and timex.date]
    assert dates == ["2025-08-08", "2025-08-07", "2025-08-11/2025-08-17"]
    assert annotated(text).day == FRIDAY


@pytest.mark.parametrize("line", TimexRules.load("en").dateline.counterexamples)
def test_a_date_that_is_no_dateline_leaves_the_article_undated(line: str) -> None:
    document = annotated(f"{line}\n\nHe left on Thursday.")
    assert document.day is None
    assert (document.timexes[-1].value, document.timexes[-1].date) == ("XXXX-WXX-4", None)


def test_the_stated_day_of_publication_wins_over_a_dateline() -> None:
    document = annotated("LONDON, 1 August 2025 — He left yesterday.", FRIDAY)
    assert (document.day, document.timexes[-1].value) == (FRIDAY, "2025-08-07")


def test_what_counts_from_a_full_date_needs_no_date_of_publication() -> None:
    text = (
        "On 8 August 2025 they met. The next day they left, and later that month talks failed. "
        "Two weeks earlier, on a Friday, they had begun. He spoke yesterday."
    )
    dates = [timex.date and timex.date.edtf for timex in annotated(text).timexes]
    assert dates == ["2025-08-08", "2025-08-09", "2025-08-09/2025-08-31", "2025-07-26", None, None]


def test_a_day_beside_a_full_date_shares_its_year_without_a_date_of_publication() -> None:
    text = "The envoys met on 20 September 2021. Shells fell in August, and on 3 October. They meet again on 1 May."
    dates = [timex.date and timex.date.edtf for timex in annotated(text).timexes]
    assert dates == ["2021-09-20", "2021-08", "2021-10-03", None]


def test_absolute_dates_need_no_date_of_publication() -> None:
    text = "It was agreed on 3 May 2021, signed in June 2022 and kept until 2024."
    dates = [timex.date.edtf for timex in annotated(text).timexes if timex.date]
    assert dates == ["2021-05-03", "2022-06", "2024"]


def test_the_rest_of_a_year_ends_with_it() -> None:
    timex = only("He will visit later this year.")
    assert timex.mod == "END"
    assert timex.date
    assert timex.date.edtf == "2025-08-08/2025-12-31"


def test_an_offset_to_an_event_keeps_its_length_and_no_date() -> None:
    timex = only("The call came a day after the tariffs were imposed.")
    assert (timex.type, timex.value, timex.date) == ("DURATION", "P1D", None)


def test_recent_is_before_the_article_and_given_no_day() -> None:
    timex = only("He spoke of his recent meeting.")
    assert timex.date
    assert (timex.date.precision, timex.date.latest) == ("before", FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "On 31 February nothing happened.",
        "On February 31, 2024 nothing happened.",
        "It was year 0, then year 99999.",
        "It ended 20,000 years ago.",
        "It ended 999,999,999,999 centuries ago, and in 99999999999999999999 days it will begin.",
        "At 25:61 or 13 p.m. or 99:99 UTC they met.",
        "On 0000-00-00 and 2024-13-45 and 00/00/0000 they met.",
    ],
)
@pytest.mark.parametrize("published", [None, FRIDAY, datetime.date.min, datetime.date.max])
def test_what_is_no_date_gets_none(text: str, published: datetime.date | None) -> None:
    assert all(timex.date is None for timex in annotated(text, published).timexes)


VOCABULARY = TimexRules.load("en").vocabulary
ONE_OF_EACH_KIND = {letter: word for word, letter in VOCABULARY.letter.items()}  # that the patterns tell apart
WORDS = [
    word.title() if word[0].isalpha() and VOCABULARY.capitalised.match(letter) else word
    for letter, word in ONE_OF_EACH_KIND.items()
]
OF_YEARS = ("YEAR", "OLDYEAR", "FISCALYEAR", "DECADE", "DECADE2", "YY", "SPELT", "NTH")
UNDATED = [
    word for word in WORDS if word != "thousand" and all(VOCABULARY.value(name, word) is None for name in OF_YEARS)
]


@given(st.lists(st.sampled_from([*WORDS, "31.12.2024"]), max_size=30), st.none() | st.dates())
def test_no_order_of_words_breaks_the_pass(words: list[str], published: datetime.date | None) -> None:
    text = " ".join(words)
    spans = [timex.span for timex in annotated(text, published).timexes]
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


@given(st.lists(st.sampled_from(UNDATED), max_size=30))
def test_without_a_year_and_a_date_of_publication_nothing_is_dated(words: list[str]) -> None:
    assert all(timex.date is None for timex in annotated(" ".join(words)).timexes)


@pytest.mark.parametrize(
    "words", ["Friday and 3 May 2021, ", "7 ", "last ", "on Friday. ", "1999-2000 ", "10:30 p.m. ", "held on 3 May, "]
)
def test_time_grows_no_faster_than_the_text(words: str) -> None:
    def run(count: int) -> None:
        timexes(annotated(words * count + "days", FRIDAY), _rules(), Register())

    assert grows_in_proportion(run, 400, 4000)


def test_a_thousand_dates_in_one_sentence_are_all_found() -> None:
    document = annotated("They met on " + ", ".join(["3 May 2021"] * 1000) + ".", FRIDAY)
    assert len(document.sentences) == 1
    assert len(document.timexes) == 1000


def test_a_time_that_counts_from_another_names_it() -> None:
    document = annotated("The town fell on 3 May 2024. Two days later it burned.", FRIDAY)
    fall, fire = document.timexes
    assert (fire.value, fire.anchor) == ("2024-05-05", fall.span)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Later that month", "2022-03-05/2022-03-31"),
        ("Earlier that month", "2022-03-01/2022-03-05"),
        ("Later that year", "2022-03-05/2022-12-31"),
        ("Earlier that day", "2022-03-05"),
        ("At the end of that year", "2022"),
    ],
)
def test_later_and_earlier_count_from_the_day_named(words: str, edtf: str) -> None:
    _, timex = annotated(f"The city fell on 5 March 2022. {words}, talks began.", FRIDAY).timexes
    assert timex.date
    assert timex.date.edtf == edtf


def test_a_year_that_was_a_guess_dates_nothing_after_the_article() -> None:
    guessed = annotated("He was jailed on 3 March. A year later he was freed.", FRIDAY).timexes[1]
    stated = annotated("He was chosen on 3 March 2025. A year later he must go.", FRIDAY).timexes[1]
    assert (guessed.value, stated.value) == ("XXXX", "2026")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army crossed the river on 10 October.", "2024-10-10"),
        ("The parties met for talks on the vote on 10 October.", "2025-10-10"),
        ("The treaty signed in March ends on 10 October.", "2025-10-10"),
        ("The army is to cross the river on 10 October.", "2025-10-10"),
        ("The army is to cross the river on 10 May.", "2026-05-10"),
        ("The army crossed the river on 10 August.", "2025-08-10"),
        ("The army has held the river since 10 October.", "2024-10-10"),
    ],
)
def test_what_has_happened_is_past_and_what_will_is_ahead(text: str, value: str) -> None:
    assert annotated(text, FRIDAY).timexes[-1].value == value


@pytest.mark.parametrize("day", ["29 February of that year", "29 February of the following year", "31 June last year"])
def test_a_day_that_the_year_pointed_at_does_not_have_is_no_date(day: str) -> None:
    assert [value for _, _, value in found(f"It began in 2022. On {day} it ended.", FRIDAY)] == ["2022"]


def test_a_night_is_told_of_a_day_just_named_or_of_none() -> None:
    text = "On 3 May 2024 the city fell. It was a loss. Nobody slept. The bells rang that night."
    *_, night = annotated(text, FRIDAY).timexes
    assert (night.value, night.date) == ("XXXX-XX-XXTNI", None)


def test_the_nearest_cue_tells_past_from_future() -> None:
    text = "Talks will resume on Monday, he said on Tuesday, and the port is to open on Wednesday."
    assert [value for _, _, value in found(text, FRIDAY)] == ["2025-08-11", "2025-08-05", "2025-08-13"]


def test_an_approximate_year_stays_approximate() -> None:
    timex = only("The fort was built around 1950.")
    assert (timex.mod, timex.date and timex.date.edtf) == ("APPROX", "1950~")


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2025-08-08T17:00Z", "2025-08-08"),
        ("2001-W07", "2001-02-12/2001-02-18"),
        ("2001-W07-WE", "2001-02-17/2001-02-18"),
        ("2001-W07-3", "2001-02-14"),
        ("1996-Q2", "1996-04/1996-06"),
        ("2024-H2", "2024-07/2024-12"),
        ("2001-SU", "2001-22"),
        ("198X", "198X"),
        ("18", "18XX"),
        ("XXXX-WXX-5", None),
        ("P3D", None),
        ("PAST_REF", None),
        ("2025-W60", None),
        ("9999-W52", None),
    ],
)
def test_timex_values_in_the_calendar(value: str, edtf: str | None) -> None:
    date = partial_date(value)
    assert (date and date.edtf) == edtf


@pytest.mark.parametrize("easter", ["2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2038-04-25"])
def test_easter(easter: str) -> None:
    assert feast("easter", int(easter[:4])).isoformat() == easter


@pytest.mark.parametrize("pattern", ["( the MONTH", "the ) MONTH", "MONDAY of"])
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(RuleError):
        Compiler.compile(pattern, {"MONTH": "m", "the": "t", "of": "o"}, {})
