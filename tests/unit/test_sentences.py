"""Paragraphs and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.sentences import SentenceRules
from mkdocs_briefings.source import Source
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


def opening(text: str) -> str | None:
    found = RULES.datelines.opening(text, Span(0, len(text)), lambda words: words.lower() == "london")
    return found.of(text) if found else None


@pytest.mark.parametrize("example", RULES.datelines.examples)
def test_a_dateline_or_byline_is_told_from_prose(example: str) -> None:
    assert opening(example.replace("|", "")) == example.split("|", maxsplit=1)[0].rstrip()


@pytest.mark.parametrize("example", RULES.datelines.counterexamples)
def test_prose_has_no_dateline(example: str) -> None:
    assert opening(example) is None


def test_a_dateline_is_a_sentence_by_itself_and_no_prose() -> None:
    text = "TORVAN, Aug 8 (Agency) — Two ships left. One stayed."
    found = [(span.of(text), is_prose) for span, is_prose in RULES.sentences(text, Span(0, len(text)), lambda _: False)]
    assert found == [("TORVAN, Aug 8 (Agency) —", False), ("Two ships left.", True), ("One stayed.", True)]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("By Jane Roe\n\nTORVAN, Aug 8 (Agency) — Two ships left.", ["Two ships left."]),
        ("LONDON: Two ships left.\n\n(Reporting by Jane Roe)", ["Two ships left."]),
        ("By Jane Roe", ["By Jane Roe"]),
    ],
)
def test_the_prose_of_a_document_is_without_datelines_and_bylines(text: str, prose: list[str]) -> None:
    document = sentences(Document(source=Source(id="a", text=text, sha256="")), Rules.load(), Register.load())
    assert [sentence.span.of(text) for sentence in document.prose] == prose


@given(st.text(alphabet="ab.?!\n “”A—:"))
def test_sentences_cover_their_text_but_for_blank_space(text: str) -> None:
    covered = {
        offset
        for paragraph in RULES.paragraphs(text)
        for span, _ in RULES.sentences(text, paragraph, str.isupper)
        for offset in range(span.start, span.end)
    }
    assert all(text[offset].isspace() for offset in range(len(text)) if offset not in covered)


def test_a_text_without_a_stop_is_one_sentence_however_long() -> None:
    assert len(split("word " * 200_000)) == 1
