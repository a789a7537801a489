"""Spans, quotations, anchors and tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.errors import EvidenceError
from mkdocs_briefings.text import Span, TextQuoteSelector, Tokens, locate, sentence_anchor

TEXT = "The envoy left. The minister stayed. The envoy returned."


def test_a_selector_finds_its_one_place() -> None:
    assert locate(TEXT, TextQuoteSelector(exact="minister stayed")).of(TEXT) == "minister stayed"


def test_context_tells_which_of_two_places_is_meant() -> None:
    second = locate(TEXT, TextQuoteSelector(exact="The envoy", suffix=" returned"))
    assert second == Span(37, 46)


@pytest.mark.parametrize(
    ("exact", "problem"),
    [("the ambassador", "not in its source"), ("The envoy", "more than once"), ("", "not in its source")],
)
def test_absent_and_ambiguous_words_are_errors_not_guesses(exact: str, problem: str) -> None:
    with pytest.raises(EvidenceError, match=problem):
        locate(TEXT, TextQuoteSelector(exact=exact))


def test_the_end_of_a_line_is_a_space() -> None:
    text = "Ruiz met Vale in\nLima."
    assert locate(text, TextQuoteSelector(exact="in Lima", prefix="Vale ")).of(text) == "in\nLima"


def test_overlapping_repetitions_count_as_more_than_one() -> None:
    with pytest.raises(EvidenceError, match="more than once"):
        locate("aaa", TextQuoteSelector(exact="aa"))


def test_an_anchor_depends_on_the_words_alone() -> None:
    assert (
        sentence_anchor("The envoy left.") == sentence_anchor("The envoy left.") != sentence_anchor("The envoy left!")
    )
    assert len(sentence_anchor("")) == len("s-12345678")


def test_tokens_keep_abbreviations_and_numbers_whole_and_part_clitics() -> None:
    text = "The U.S. didn't pay India’s 5.43 billion, it said."
    expected = ["the", "u.s.", "didn't", "pay", "india", "’s", "5.43", "billion", ",", "it", "said", "."]
    assert list(Tokens.of(text).lower) == expected


@given(st.text())
def test_tokens_are_in_order_and_leave_out_only_blank_space(text: str) -> None:
    tokens = Tokens.of(text)
    covered = {offset for start, end in zip(tokens.starts, tokens.ends, strict=True) for offset in range(start, end)}
    assert all(before <= after for before, after in zip(tokens.ends, tokens.starts[1:], strict=False))
    assert all(text[offset].isspace() for offset in range(len(text)) if offset not in covered)


@given(st.text(alphabet="ab .", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_the_tokens_of_a_span_lie_inside_it(text: str, one: int, other: int) -> None:
    tokens, span = Tokens.of(text), Span(min(one, other), max(one, other))
    assert all(span.contains(tokens.span(index, index)) for index in tokens.range(span))
