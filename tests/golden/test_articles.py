"""A whole article, row for row as a careful reader has it, with its date and without."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import read_source
from tests.golden.gold import ARTICLES, ROOT
from tests.golden.readable import readable

GOLDEN = [ARTICLES / "modi-putin-call.yaml"]  # the others are scored as a whole: see scoring.py


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules.load()


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load(ROOT / "briefings/actors.yml")


def read(golden: Path, rules: Rules, register: Register, *, dated: bool) -> tuple[dict[str, Any], Document]:
    expected = yaml.safe_load(golden.read_text(encoding="utf-8"))
    source = read_source(ROOT / expected["article"], ROOT / "seeds")
    date: datetime.date | None = expected["date_published"] if dated else None
    return expected, annotate(replace(source, date_published=date), rules, register)


def found(sentence: dict[str, Any]) -> dict[str, Any]:
    """The sentence without what its golden file marks as missed."""
    return {
        kind: [row for row in rows if not (isinstance(row, dict) and "missed" in row)] if kind != "text" else rows
        for kind, rows in sentence.items()
    }


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_article_is_read_as_a_careful_reader_does(golden: Path, rules: Rules, register: Register) -> None:
    expected, document = read(golden, rules, register, dated=True)
    assert readable(document) == [found(sentence) for sentence in expected["sentences"]]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_without_its_date_an_article_gives_none_that_it_does_not_state(
    golden: Path, rules: Rules, register: Register
) -> None:
    expected, document = read(golden, rules, register, dated=False)
    placed = {timex.span.of(document.text): timex.date.edtf for timex in document.timexes if timex.date}
    assert placed == expected["undated"]["dates"]
    happened = {event.clause.of(document.text): event.date.edtf for event in document.events if event.date}
    assert happened == expected["undated"]["events"]
