"""Sentences with everything that is said in them, held apart from the rules' own examples: `statements/*.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.annotations import Document, Quotation
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source

Row = dict[str, Any]
RULES = Rules.load()
REGISTER = Register.load()
SENTENCES: list[Row] = [
    sentence
    for file in sorted((Path(__file__).parent / "statements").glob("*.yaml"))
    for sentence in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def given(document: Document) -> list[Row]:
    """The statements that stand in quotation marks or are clauses, but for those within somebody else's words."""
    return [
        _row(one, document.text)
        for one in document.quotations
        if not one.is_broad
        and (one.is_clause or one.kind != "indirect")
        and not any(_holds(other, one) for other in document.quotations)
    ]


def _holds(other: Quotation, one: Quotation) -> bool:
    return other.content.contains(one.content) and len(other.content) > len(one.content)


def _row(one: Quotation, text: str) -> Row:
    stated = {
        "by": one.source and one.source.of(text),
        "words": one.content.of(text).strip(" .,"),
        "kind": one.kind if one.kind != "indirect" else None,
        "manner": one.manner if one.manner != "said" else None,
        "unsaid": not one.is_said,
    }
    return {key: value for key, value in stated.items() if value}


@pytest.mark.parametrize("expected", SENTENCES, ids=lambda expected: expected["text"][:60])
def test_a_sentence_gives_the_statements_a_careful_reader_finds(expected: Row) -> None:
    found = given(annotate(Source(id="a", text=expected["text"], sha256=""), RULES, REGISTER))
    wanted = [row | {"words": row["words"].strip(" .,")} for row in expected["said"]]
    assert (found == wanted) is ("missed" not in expected), found


def test_there_are_enough_sentences() -> None:
    assert len(SENTENCES) >= 80
