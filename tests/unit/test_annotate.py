"""All passes together on texts that nobody foresaw: they do not fail, and every span lies where it should."""

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source, read_source
from mkdocs_briefings.text import Span, Tokens

SEEDS = Path(__file__).parents[2] / "seeds"
RULES, REGISTER = Rules.load(), Register.load()
ARTICLE = next(read_source(path, SEEDS).text for path in sorted(SEEDS.glob("000*.txt")))


def read(text: str, *, dated: bool = True, language: str = "en") -> Document:
    date = datetime.date(2025, 8, 8) if dated else None
    source = Source(id="a", text=text, sha256="0" * 64, date_published=date, in_language=language, headline=text[:80])
    return annotate(source, RULES, REGISTER)


def spans(document: Document) -> Iterator[Span]:
    yield from (m.span for m in document.mentions)
    yield from (m.title for m in document.mentions if m.title)
    yield from (t.span for t in document.timexes)
    yield from (h.span for h in document.hedges)
    yield from (q.span for q in document.quantities)
    yield from (q.content for q in document.quotations)
    for event in document.events:
        yield from (event.trigger, event.clause, event.sentence)


def check(document: Document) -> None:
    end = len(document.text)
    assert all(0 <= span.start < span.end <= end for span in spans(document))
    assert all(event.sentence.contains(event.trigger) for event in document.events)
    known = {actor.id for actor in document.actors}
    assert {mention.actor_id for mention in document.mentions if mention.actor_id} <= known


@pytest.mark.parametrize("dated", [True, False])
def test_an_article_may_break_off_after_any_word(*, dated: bool) -> None:
    for end in Tokens.of(ARTICLE).ends[::2]:
        check(read(ARTICLE[:end], dated=dated))


def test_an_article_may_start_at_any_word() -> None:
    for start in Tokens.of(ARTICLE).starts[1::2]:
        check(read(ARTICLE[start:]))


WORDS = sorted(set(Tokens.of(ARTICLE).lower)) + [word for word in ARTICLE.split() if word[0].isupper()]


@given(st.lists(st.sampled_from([*WORDS, "“", "”", '"', ".", "\n", ",", "5", "$", "%", "said", "that"]), max_size=40))
def test_words_may_stand_in_any_order(words: list[str]) -> None:
    check(read(" ".join(words)))


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_read(text: str) -> None:
    check(read(text))


@pytest.mark.parametrize(
    "hostile",
    ["<b>" * 3000, "A" * 10_000, "\u202eputin\u202c " * 500, "“" * 2000, "May " * 2000, "Aa" + " " * 20_000 + "Bb"],
)
def test_hostile_text_is_read_like_any_other(hostile: str) -> None:
    check(read(f"Ruiz said {hostile} was here. Then he left."))


def test_a_text_in_another_language_is_not_read_by_english_rules() -> None:
    document = read("Le 8 mai, Macron a rencontré May à Paris.", language="fr")
    assert document.sentences
    assert not list(itertools.chain(document.mentions, document.timexes, document.events))
