"""The pages' own words: dates, numbers and plurals as a language has them, and what a language must bring."""

from decimal import Decimal
from pathlib import Path

import pytest

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.errors import LanguageError
from mkdocs_briefings.facts import Amount
from mkdocs_briefings.pages import Templates
from mkdocs_briefings.pages.catalogue import Catalogue

ENGLISH = Templates.load().words


def desk(folder: Path, **files: str) -> Path:
    """A theme folder with words of its own."""
    own = folder / "briefings" / "words"
    own.mkdir(parents=True)
    for language, text in files.items():
        (own / f"{language}.yaml").write_text(text, encoding="utf-8")
    return folder


def catalogue(folder: Path, language: str = "pl", frame: str = "en", **files: str) -> Catalogue:
    return Templates.load(desk(folder, **files), language, frame).words.catalogue


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        ("2025-08-08", "8 August 2025", "8 Aug 2025"),
        ("2025-08", "August 2025", "Aug 2025"),
        ("2025", "2025", "2025"),
        ("2024-22", "summer 2024", "summer 2024"),
        ("2024-24", "winter 2024–25", "winter 2024–25"),
        ("1999-24?", "possibly winter 1999–2000", "possibly winter 1999–2000"),
        ("198X", "the 1980s", "the 1980s"),
        ("198X~", "about the 1980s", "about the 1980s"),
        ("0079", "79", "79"),
        ("19XX", "the 20th century", "the 20th century"),
        ("11XX", "the 12th century", "the 12th century"),
        ("2025-08~", "about August 2025", "about Aug 2025"),
        ("2025-08-08%", "possibly about 8 August 2025", "possibly about 8 Aug 2025"),
        ("2025?", "possibly 2025", "possibly 2025"),
        ("2025-XX-XX", "2025", "2025"),
        ("XXXX-XX-XX", "date unknown", "date unknown"),
        ("../2025-08-08", "on or before 8 August 2025", "on or before 8 Aug 2025"),
        ("../2030", "by 2030", "by 2030"),
        ("2014-05-26/..", "on or after 26 May 2014", "on or after 26 May 2014"),
        ("2014-05~/..", "from about May 2014 on", "from about May 2014 on"),
        ("../2025-22", "by summer 2025", "by summer 2025"),
        ("2024-21/2024-24", "between spring 2024 and winter 2024–25", "between spring 2024 and winter 2024–25"),
        ("198X/199X", "between the 1980s and the 1990s", "between the 1980s and the 1990s"),
        (
            "2025-05-12~/2025-05-18~",
            "between about 12 May 2025 and about 18 May 2025",
            "between about 12 May 2025 and about 18 May 2025",
        ),
        ("2014/..", "from 2014 on", "from 2014 on"),
        ("2024-07-08/2024-07-09", "8–9 July 2024", "8–9 Jul 2024"),
        ("2025-08-08/2025-12-31", "between 8 August and 31 December 2025", "between 8 Aug and 31 Dec 2025"),
        ("2024-12-30/2025-01-02", "between 30 December 2024 and 2 January 2025", "between 30 Dec 2024 and 2 Jan 2025"),
        ("1996-04/1996-06", "between April and June 1996", "between Apr and Jun 1996"),
        ("2025/2025-03", "between 2025 and March 2025", "between 2025 and Mar 2025"),
    ],
)
def test_words_for_a_reader(text: str, words: str, short: str) -> None:
    date = PartialDate.parse(text)
    assert (ENGLISH.date(date), ENGLISH.date(date, short=True)) == (words, short)


@pytest.mark.parametrize(
    ("value", "upper", "unit", "sign", "shown"),
    [
        ("25", None, "%", "", "25%"),
        ("35", None, "%", "~", "~35%"),
        ("20", "30", "%", "", "20–30%"),
        ("5430000000", None, "USD", "~", "~5.43 billion USD"),
        ("1200", None, "EUR", "≥", "≥1,200 EUR"),
        ("0.5", None, "%", "<", "<0.5%"),
    ],
)
def test_a_share_or_a_sum_is_shown_as_a_reader_takes_it_in(
    value: str, upper: str | None, unit: str, sign: str, shown: str
) -> None:
    amount = Amount(value=Decimal(value), upper=Decimal(upper) if upper else None, unit=unit, sign=sign)
    assert ENGLISH.amount(amount) == shown


def test_months_stand_alone_too() -> None:
    assert [ENGLISH.month(9), ENGLISH.month(9, short=True)] == ["September", "Sep"]


def test_a_language_counts_in_its_own_forms(tmp_path: Path) -> None:
    polish = (
        "count: {events: {one: '{n} zdarzenie', few: '{n} zdarzenia', many: '{n} zdarzeń', other: '{n} zdarzenia'}}"
    )
    found = catalogue(tmp_path, pl=polish)
    assert [found.say("count.events", count) for count in (1, 3, 5, 1234567)] == [
        "1 zdarzenie",
        "3 zdarzenia",
        "5 zdarzeń",
        "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567 zdarzeń",
    ]
    assert "count.events.many" not in found.missing
    assert "count.actors.many" in found.missing


def test_what_a_language_lacks_stays_english_and_is_listed(tmp_path: Path) -> None:
    found = catalogue(tmp_path, pl="home: {title: Początek}")
    assert (found.say("home.title"), found.say("actors.title"), found.language) == ("Początek", "Actors", "pl")
    assert "actors.title" in found.missing
    assert "home.title" not in found.missing
    assert found.size > len(found.missing)


def test_english_that_a_desk_words_otherwise_has_to_fit_too(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"words/en.yaml:1: `home.title` does not fit, found '{who}'"):
        catalogue(tmp_path, "en", en="home: {title: '{who}'}")


def test_the_forms_of_a_key_are_of_one_language(tmp_path: Path) -> None:
    """English parts "21st" from "20th", and a day from a year."""
    swedish = "date: {ordinal: {other: '{n}:e'}, century: '{ordinal} århundradet', before: {other: 'senast {date}'}}"
    folder = desk(tmp_path, sv=swedish, pl="count: {events: {one: '{n} zdarzenie'}}")
    words = Templates.load(folder, "sv").words
    assert words.date(PartialDate("20XX")) == "21:e århundradet"
    assert words.date(PartialDate("../2025-08-08")).startswith("senast 8")
    assert "date.ordinal.one" in words.catalogue.missing
    polish = Templates.load(folder, "pl").words
    assert [polish.say("count.events", count) for count in (1, 2)] == ["1 event", "2 events"]
    assert {"count.events.one", "count.events.other"} <= {*polish.catalogue.missing}


def test_what_english_alone_needs_leads_nobody_astray(tmp_path: Path) -> None:
    found = catalogue(tmp_path, pl="home: {title: Początek}")
    assert not {"locale", "date.month_short.9"} & {*found.missing, *found.entries}


@pytest.mark.parametrize(
    ("language", "frame", "spoken"),
    [(None, "pl", "pl"), (None, "pl-PL", "pl"), (None, "xx", "en"), ("en", "pl", "en"), ("pl", "en", "pl")],
)
def test_the_language_is_the_desks_choice_or_the_themes(
    tmp_path: Path, language: str | None, frame: str, spoken: str
) -> None:
    folder = desk(tmp_path, pl="home: {title: Początek}")
    assert Templates.load(folder, language, frame).words.language == spoken


@pytest.mark.parametrize(
    ("language", "text", "message"),
    [
        ("xx", "", r"no words in the language, found 'xx'; expected one of .*en.*, pl"),
        ("pl", "home: {title: '{who}'}", r"words/pl.yaml:1: `home.title` does not fit, found '{who}'"),
        (
            "pl",
            "home:\n  title: '{n}'",
            r"words/pl.yaml:2: `home.title` does not fit, found '{n}'; expected .* nothing",
        ),
        ("pl", "date: {in_before: {day: '{datum}'}}", r"`date.in_before.day` does not fit.*braces around date, year"),
        ("pl", "date: {month_short: {9: '{n}'}}", r"`date.month_short.9` does not fit.*braces around nothing"),
        ("pl", "date: {before: {month: '{n}'}}", r"`date.before.month` does not fit.*braces around date"),
        ("pl", "count: {events: {one: '{n:d} z'}}", r"`count.events.one` does not fit.*nothing but a name in braces"),
        ("pl", "count: {events: {one: '{n!r} z'}}", r"`count.events.one` does not fit.*nothing but a name in braces"),
        ("pl", "home: {title: }", r"`home.title` does not fit, found 'None'; expected words"),
        ("pl", "home: {title: [a, b]}", r"`home.title` does not fit.*expected words"),
        ("pl", "home: {title: 2025}", r"`home.title` does not fit, found '2025'; expected words, in quotation marks"),
        ("pl", "count: {events: {few: '{m} z'}}", r"`count.events.few` does not fit, found '{m} z'; expected .*n"),
        ("pl", "home: {title: '{'}", r"`home.title` does not fit"),
        ("pl", "home: [", r"pl.yaml:2: broken YAML"),
        ("pl", "Dzień dobry", r"pl.yaml:1: expected `object`"),
        ("pl", "home: {title: A}\nhome: {}", r"pl.yaml:2: key `home` given twice"),
        ("pl", "locale: tlh-QQ", r"unknown locale, found 'tlh-QQ'"),
    ],
)
def test_a_language_that_is_broken_is_refused_with_its_place(
    tmp_path: Path, language: str, text: str, message: str
) -> None:
    with pytest.raises(LanguageError, match=message):
        catalogue(tmp_path, language, pl=text)
