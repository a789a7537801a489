"""Paragraphs and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.rules.sentences import SentenceRules
from mkdocs_briefings.text import Span

RULES = SentenceRules.load("en")


def split(text: str) -> tuple[str, ...]:
    return tuple(span.of(text) for span in RULES.split(text, Span(0, len(text))))


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in RULES.paragraphs(text)]


@pytest.mark.parametrize("example", RULES.examples, ids=lambda example: example[0])
def test_the_examples_of_the_rules_hold(example: tuple[str, ...]) -> None:
    assert split(" ".join(example)) == example


def test_a_line_is_a_paragraph() -> None:
    assert paragraphs("One came.\nTwo went.\n\n Three stayed. ") == ["One came.", "Two went.", "Three stayed."]


def test_the_lines_of_a_hard_wrapped_text_are_joined() -> None:
    text = "The envoy left the capital late\non Friday after talks that\nlasted.\n\nThe minister stayed\nbehind."
    assert paragraphs(text) == [text[: text.index("\n\n")], text[text.index("\n\n") + 2 :]]


@given(st.text(alphabet="ab.?!\n “”A"))
def test_sentences_cover_their_text_but_for_blank_space(text: str) -> None:
    covered = {
        offset
        for paragraph in RULES.paragraphs(text)
        for span in RULES.split(text, paragraph)
        for offset in range(span.start, span.end)
    }
    assert all(text[offset].isspace() for offset in range(len(text)) if offset not in covered)


def test_a_text_without_a_stop_is_one_sentence_however_long() -> None:
    assert len(split("word " * 200_000)) == 1
