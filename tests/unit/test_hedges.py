"""Hedges: every record's examples, and nothing where there is none."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.annotate.hedges import hedges
from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source

RULES = Rules.load()
REGISTER = Register.load()
EXAMPLES = [(record.id, example) for record in RULES.hedges.records for example in record.examples]
COUNTEREXAMPLES = [(record.id, example) for record in RULES.hedges.records for example in record.counterexamples]


def hedged(text: str) -> list[tuple[str, str]]:
    document = sentences(Document(source=Source(id="a", text=text, sha256="")), RULES, REGISTER)
    return [(hedge.rule, hedge.span.of(text)) for hedge in hedges(document, RULES, REGISTER).hedges]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_record_marks_its_example(rule: str, example: str) -> None:
    words = re.search(r"\|(.*?)\|", example)
    assert words
    assert (rule, words[1]) in hedged(example.replace("|", ""))


@pytest.mark.parametrize(("rule", "example"), COUNTEREXAMPLES)
def test_a_record_leaves_its_counterexample_alone(rule: str, example: str) -> None:
    assert rule not in [found for found, _ in hedged(example)]


def test_the_longest_hedge_wins() -> None:
    assert hedged("The call came soon after the vote.") == [("hedge.vague-time", "soon after")]


def test_no_word_belongs_to_two_records() -> None:
    words = [word for record in RULES.hedges.records for word in record.words]
    assert sorted(words) == sorted(set(words))


@given(st.text(alphabet="some about likely May 5", max_size=60))
def test_hedges_are_in_order_and_apart(text: str) -> None:
    document = sentences(Document(source=Source(id="a", text=text, sha256="")), RULES, REGISTER)
    spans = [hedge.span for hedge in hedges(document, RULES, REGISTER).hedges]
    assert all(one.end <= other.start for one, other in pairwise(spans))
