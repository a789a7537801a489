"""Quantities: what is one, what it is worth, what it measures; and the whole annotation of short articles."""

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.annotate.quantities import quantities
from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotations import Document, Quantity
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.quantity_records import QuantityExample
from mkdocs_briefings.source import Source

RULES = Rules.load()
REGISTER = Register.load()
GOLDEN = Path(__file__).parents[1] / "golden" / "quantities"


def texts(folder: Path) -> list[dict[str, Any]]:
    return [article for file in sorted(folder.glob("*.yaml")) for article in yaml.safe_load(file.read_text("utf-8"))]


ARTICLES = texts(GOLDEN)
HELD = texts(GOLDEN / "held")  # read by nobody who writes rules
LEAST_F1 = 0.97  # with what is measured, as measured last, rounded down
LEAST_HELD_F1 = 0.85

Told = tuple[str, Decimal, Decimal | None, str, str | None]


def found(text: str) -> tuple[Quantity, ...]:
    document = sentences(Document(source=Source(id="a", text=text, sha256="")), RULES, REGISTER)
    return quantities(document, RULES, REGISTER).quantities


def told(text: str, some: tuple[Quantity, ...]) -> list[Told]:
    return [
        (one.span.of(text), one.value, one.upper, one.unit, one.measured.of(text) if one.measured else None)
        for one in some
    ]


@pytest.mark.parametrize("example", RULES.quantities.examples, ids=lambda example: example.text)
def test_an_example_has_its_value_unit_and_measure(example: QuantityExample) -> None:
    (one,) = found(example.text)
    measured = one.measured.of(example.text) if one.measured else None
    assert (one.value, one.unit, measured) == (Decimal(example.value), example.unit, example.measured)


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("It will cost $5-6 billion.", "5000000000", "6000000000"),
        ("Between 20 and 30 soldiers died.", "20", "30"),
        ("Growth of 2 to 3 percent is likely.", "2", "3"),
        ("The tide was from 3 to 5 metres high.", "3", "5"),
        ("A surge of between three and four metres came.", "3", "4"),
    ],
)
def test_a_range_has_both_ends(text: str, value: str, upper: str) -> None:
    (one,) = found(text)
    assert (one.value, one.upper) == (Decimal(value), Decimal(upper))


def test_a_change_is_two_quantities() -> None:
    text = "The bank cut its rate from 5% to 4.5%."
    assert [(one.value, one.upper) for one in found(text)] == [(Decimal(5), None), (Decimal("4.5"), None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adopted by 121 votes to 14.", [("121", "vote", "votes"), ("14", "vote", None)]),
        ("It passed by 141 to 5.", [("141", "vote", None), ("5", "vote", None)]),
        ("Prices rose 9%, to €112 a tonne.", [("9", "%", "Prices"), ("112", "EUR", "Prices")]),
        ("Wages rose by half a point to 7%.", [("7", "%", "Wages")]),
        ("It will shrink from 620 to about 480 men.", [("620", "man", "men"), ("480", "man", "men")]),
        ("Claims fell 22% to 48,300.", [("22", "%", "Claims"), ("48300", "claim", "Claims")]),
        ("They saw 11 monitors. Nine were freed.", [("11", "monitor", "monitors"), ("9", "monitor", None)]),
        ("Of the 28 points, four concern land.", [("28", "point", "points"), ("4", "point", None)]),
        ("One of two stations shut.", [("1", "station", "of two stations"), ("2", "station", "stations")]),
        ("Rates were cut to 2% from a peak of 6%.", [("2", "%", "Rates"), ("6", "%", "Rates")]),
        ("Rents rose 2% and fares 3%.", [("2", "%", "Rents"), ("3", "%", "fares")]),
        ("Lume takes 26% of the catch and Osk 31%.", [("26", "%", "of the catch"), ("31", "%", "of the catch")]),
        ("They put losses at $2m, he at $5m.", [("2000000", "USD", "losses"), ("5000000", "USD", "losses")]),
        ("Wages grew by 7% for men and 5% for boys.", [("7", "%", "Wages"), ("5", "%", "Wages")]),
        ("Sales will grow by €8bn, or 12%.", [("8000000000", "EUR", "Sales"), ("12", "%", "Sales")]),
        ("Trade rose by 9% last year, to $4bn.", [("9", "%", "Trade"), ("4000000000", "USD", "Trade")]),
        (
            "The number of claims rose by 40 to 310.",
            [("40", "claim", "number of claims"), ("310", "claim", "number of claims")],
        ),
        ("It has 450 men in the south, down from 700.", [("450", "man", "men"), ("700", "man", "men")]),
        ("The army lost 14 men, the rebels 30.", [("14", "man", "men"), ("30", "man", None)]),
        ("Five members spoke against it and 35 abstained.", [("5", "member", "members"), ("35", "member", None)]),
        ("Two men died and another 15 were held.", [("2", "man", "men"), ("15", "man", None)]),
        ("It owes €9 million, 2 million more than in May.", [("9000000", "EUR", None), ("2000000", "EUR", None)]),
        ("It holds one of the ten free seats.", [("1", "seat", "of the ten free seats"), ("10", "seat", "free seats")]),
        ("The wall is six metres high and 90 km long.", [("6", "m", "wall"), ("90", "km", "wall")]),
        ("He sold 21 files for 900 euros.", [("21", "file", "files"), ("900", "EUR", None)]),
        ("Tolls were 2% in May and 3% in June.", [("2", "%", "Tolls"), ("3", "%", "Tolls")]),
    ],
)
def test_a_number_goes_on_from_the_one_before(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(str(value), unit, measured) for _, value, _, unit, measured in told(text, found(text))] == expected


def test_a_distance_from_another_number_is_no_comparator() -> None:
    assert [one.comparator for one in found("The rate is one percentage point below 26 percent.")] == ["=", "="]


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("nearly", "~"),
        ("about", "~"),
        ("more than", ">"),
        ("at least", ">="),
        ("fewer than", "<"),
        ("up to", "<="),
        ("", "="),
    ],
)
def test_a_comparator_says_how_exactly_it_is_meant(words: str, comparator: str) -> None:
    (one,) = found(f"They freed {words} 40 prisoners.")
    assert (one.comparator, one.value) == (comparator, Decimal(40))


@pytest.mark.parametrize("text", RULES.quantities.counterexamples)
def test_ordinals_dates_ages_and_names_are_no_quantities(text: str) -> None:
    assert found(text) == ()


Read = tuple[str, list[Told], list[Told], list[dict[str, Any]], tuple[Quantity, ...]]


def read(some: list[dict[str, Any]]) -> list[Read]:
    """Each text with what is wanted and what is found in it, articles in front of what is measured aside."""
    rows = []
    for article in some:
        text = article["text"]
        document = annotate(Source(id=article["id"], text=text, sha256=""), RULES, REGISTER)
        expected = [
            (
                one["text"],
                Decimal(str(one["value"])),
                Decimal(str(one["upper"])) if "upper" in one else None,
                one["unit"],
                one["measured"],
            )
            for one in article["quantities"]
        ]
        wanted, got = map(without_articles, (expected, told(text, document.quantities)))
        rows.append((text, wanted, got, article["quantities"], document.quantities))
    return rows


def without_articles(some: list[Told]) -> list[Told]:
    bare = re.compile(r"^(?:a|an|the) ", re.IGNORECASE)
    return [(words, value, upper, unit, thing and bare.sub("", thing)) for words, value, upper, unit, thing in some]


def f1(rows: list[Read]) -> float:
    right = sum((Counter(wanted) & Counter(got)).total() for _, wanted, got, _, _ in rows)
    return 2 * right / sum(len(wanted) + len(got) for _, wanted, got, _, _ in rows)


def test_what_the_golden_texts_expect_stands_in_them() -> None:
    for article in [*ARTICLES, *HELD]:
        for one in article["quantities"]:
            assert one["text"] in article["text"], article["id"]
            assert one["measured"] is None or one["measured"] in article["text"], article["id"]


@pytest.mark.parametrize(("some", "least"), [(ARTICLES, LEAST_F1), (HELD, LEAST_HELD_F1)], ids=["read", "held"])
def test_quantities_of_the_golden_texts_are_right(some: list[dict[str, Any]], least: float) -> None:
    assert f1(read(some)) >= least


def test_comparators_of_the_golden_articles_are_right() -> None:
    for text, _, _, expected, got in read(ARTICLES):
        comparators = {one["text"]: one.get("comparator", "=") for one in expected}
        for one in got:
            assert one.comparator == comparators.get(one.span.of(text), one.comparator), text


@given(st.text(alphabet="0123456789.,%$€ -kmbn half a million to people of", max_size=60))
def test_quantities_are_in_order_and_apart(text: str) -> None:
    spans = [one.span for one in found(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_thousands_marks_keep_their_value(number: int) -> None:
    (one,) = found(f"The bank holds {number:,} dollars.")
    assert one.value == number


def test_a_unit_alone_before_a_number_measures_nothing() -> None:
    assert [one.measured for one in found("Half of 40 tonnes of 5% and 3%.")][-1] is None
