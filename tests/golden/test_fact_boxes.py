"""No row of a fact box says something its evidence does not: over the gold articles, and articles mixed from them."""

import datetime
import itertools
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_briefings.annotate import annotate, unchanged
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.fact_box import fact_box
from mkdocs_briefings.facts import Fact
from mkdocs_briefings.headline import headline
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span
from tests.golden.gold import ARTICLES, load_gold

RULES = Rules.load()
REGISTER = Register.load()
SHORT = sorted((Path(__file__).parent / "quantities").glob("*.yaml"))
SOURCES = [
    *(load_gold(path).source for path in sorted(ARTICLES.glob("*.yaml"))),
    *(
        Source(id=case["id"], text=case["text"], sha256="", date_published=datetime.date(2024, 3, 5))
        for path in SHORT
        for case in yaml.safe_load(path.read_text("utf-8"))
    ),
]
SENTENCES = sorted({line for source in SOURCES for line in re.split(r"(?<=[.!?”]) |\n", source.text) if line.strip()})


def read(source: Source) -> Document:
    return annotate(source, RULES, REGISTER, unchanged)


def plain(words: str) -> str:
    return " ".join(words.split())


def check(document: Document) -> None:
    sentences = {sentence.anchor: sentence.span for sentence in document.sentences}
    for fact in fact_box((document,)):
        for evidence in fact.evidence:
            assert evidence.source_id == document.source.id
            assert sentences[evidence.anchor].start <= evidence.span.start < sentences[evidence.anchor].end
            check_words(document, fact, plain(document.text[sentences[evidence.anchor].start :]))
        check_sense(document, fact)
        check_voice(document, fact)
    assert is_made_of(headline(document), document.source.headline or document.text)


def check_words(document: Document, fact: Fact, text: str) -> None:
    """The row's words stand in its sentence; what is said may run on beyond it."""
    if fact.question in ("what", "where", "numbers", "said", "next", "disputed"):
        assert fact.statement in text.removeprefix("• ")
        assert fact.statement
    if fact.question == "when" and fact.figure:
        assert fact.figure in text
    if fact.attributed_to:
        assert fact.attributed_to in plain(document.text)


def check_sense(document: Document, fact: Fact) -> None:
    """What is denied or negated in the words that a row gives is denied or negated in the row."""
    if fact.question not in ("what", "numbers", "next", "disputed"):
        return
    anchor = fact.evidence[0].anchor
    sentence = next(one.span for one in document.sentences if one.anchor == anchor)
    for event in document.events:
        told = event.polarity == "NEG" or event.status == "denied"
        if told and sentence.contains(event.trigger) and plain(event.trigger.of(document.text)) in fact.statement:
            whole = fact.statement == plain(sentence.of(document.text)).removeprefix("• ")
            assert whole or any(map(RULES.wording.is_negation, re.findall(r"[\w’']+", fact.statement.lower()))), fact


def check_voice(document: Document, fact: Fact) -> None:
    """An event that somebody claims is given with whose claim it is."""
    anchor = fact.evidence[0].anchor
    sentence = next(one.span for one in document.sentences if one.anchor == anchor)
    for event in document.events:
        trigger = plain(event.trigger.of(document.text))
        if fact.question not in ("what", "next") or not sentence.contains(event.trigger):
            continue
        for quotation in document.quotations:
            if quotation.source and quotation.content.contains(event.trigger) and trigger in fact.statement:
                assert fact.attributed_to or plain(quotation.source.of(document.text)) in fact.statement, fact


def is_made_of(short: str, text: str) -> bool:
    """The words stand in the text, in order, and there are some."""
    words = iter(re.findall(r"\w+", text))
    told = re.findall(r"\w+", short)
    return bool(told) and all(word in words for word in told)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_every_row_says_what_its_sentence_says(source: Source) -> None:
    check(read(source))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.sampled_from([" ", "\n\n"]))
def test_every_row_of_a_mixed_article_says_what_its_sentence_says(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    check(read(Source(id="mixed", text=text, sha256="", date_published=datetime.date(2024, 3, 5))))


@settings(max_examples=20)
@given(st.lists(st.sampled_from(SOURCES), min_size=2, max_size=3, unique_by=lambda source: source.id))
def test_a_row_of_several_articles_leads_to_a_sentence_of_each(sources: list[Source]) -> None:
    documents = {source.id: read(source) for source in sources}
    for fact in fact_box(tuple(documents.values())):
        for each in (fact, *fact.disputed_by):
            found = [evidence.source_id for evidence in each.evidence]
            assert len(found) == len(set(found)) >= each.corroboration >= 1
            for evidence in each.evidence:
                anchors = {sentence.anchor for sentence in documents[evidence.source_id].sentences}
                assert evidence.anchor in anchors


TOLLS = [
    "A bomb killed 42 people in Lima on Monday.",
    "A large bomb killed 320 people in Lima on Monday.",
    "A bomb killed at least 40 people in Lima on Monday.",
    "A bomb killed 42 people and injured 300 people in Lima on Monday.",
    "A bomb killed 42 people and injured 310 people in Lima on Monday.",
    "A bomb killed people in Lima on Monday.",
    "Five people died in the great old fire near Lima.",
    "Six people died in the great old fire near Lima.",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TOLLS + SENTENCES), min_size=2, max_size=4, unique=True))
def test_every_source_of_a_row_gives_each_figure_of_its_statement(texts: list[str]) -> None:
    check_figures(*texts)


@pytest.mark.parametrize("texts", list(itertools.permutations(TOLLS, 2)))
def test_tolls_that_differ_do_not_bear_out_one_another(texts: tuple[str, str]) -> None:
    check_figures(*texts)


def check_figures(*texts: str) -> None:
    published = datetime.date(2024, 3, 5)
    documents = {
        str(number): read(Source(id=str(number), text=text, sha256="", date_published=published))
        for number, text in enumerate(texts)
    }
    for fact in fact_box(tuple(documents.values())):
        for row in (fact, *fact.disputed_by) if fact.question not in ("when", "who") else ():
            found = [(documents[one.source_id], one.span.start) for one in row.evidence]
            sentences = [(document, document.sentence_at(start).span) for document, start in found]
            whose = next(pair for pair in sentences if row.statement in pair[1].of(pair[0].text))
            for sentence in sentences:
                assert figures_of(*whose, row.statement) <= figures_of(*sentence), row


def figures_of(document: Document, sentence: Span, words: str | None = None) -> set[tuple[object, ...]]:
    """The figures that stand in a sentence, or in some words of it."""
    start = document.text.index(words, sentence.start) if words else sentence.start
    part = Span(start, start + len(words)) if words else sentence
    return {
        (quantity.value, quantity.upper, quantity.comparator, quantity.unit)
        for quantity in document.quantities
        if part.contains(quantity.span)
    }


def test_no_row_stands_twice() -> None:
    for source in SOURCES:
        found = fact_box((read(source),))
        box = [(fact.question, fact.figure, fact.amount, fact.statement, fact.actor_id) for fact in found]
        assert len(box) == len(set(box)), source.id
