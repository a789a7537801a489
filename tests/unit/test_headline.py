"""A headline made of a lead: in the source's words, never saying more."""

from dataclasses import replace

import pytest

from mkdocs_briefings.annotations import Document, Event, Mention, Quotation, Sentence
from mkdocs_briefings.headline import headline
from mkdocs_briefings.register import Actor
from tests import builders

KNOWN = Actor(id="ana-quispe", name="Ana Quispe", type="person", wikidata="Q1", sort_name="Quispe")
TWIN = Actor(id="luz-quispe", name="Luz Quispe", type="person", wikidata="Q2", sort_name="Quispe")
XI = Actor(id="xi-mei", name="Xi Mei", type="person", wikidata="Q3", sort_name="Xi")
NEW = Actor(id="per-dahl", name="Per Dahl", type="person")


def article(
    text: str, clause: str = "", *, mentions: tuple[Mention, ...] = (), quotations: tuple[Quotation, ...] = ()
) -> Document:
    events: tuple[Event, ...] = ()
    if clause:
        last_word = clause.rpartition(" ")[2]
        events = (builders.event(text, clause, last_word, sentence=builders.find(text, text)),)
    actors = (KNOWN, TWIN, XI, NEW)
    source = builders.source(text)
    return builders.document(source, mentions=mentions, events=events, quotations=quotations, actors=actors)


def test_the_main_clause_is_the_headline() -> None:
    text = "Peru and Norway held talks, raising hopes of a treaty on fish."
    assert headline(article(text, "Peru and Norway held talks")) == "Peru and Norway held talks"


def test_a_known_person_goes_by_their_surname_without_title() -> None:
    text = "Prime Minister Ana Quispe and Chinese leader Xi Mei (left) met farm envoy Per Dahl."
    people = (
        builders.mention(text, "Ana Quispe", "ana-quispe", title="Prime Minister"),
        builders.mention(text, "Xi Mei", "xi-mei", title="Chinese leader"),
        builders.mention(text, "Per Dahl", "per-dahl", title="farm envoy"),
    )
    assert headline(article(text, text[:-1], mentions=people)) == "Quispe and Xi met farm envoy Per Dahl"


def test_two_known_persons_of_one_surname_keep_their_names() -> None:
    text = "Prime Minister Ana Quispe met Luz Quispe."
    people = (
        builders.mention(text, "Ana Quispe", "ana-quispe", title="Prime Minister"),
        builders.mention(text, "Luz Quispe", "luz-quispe"),
    )
    assert headline(article(text, text[:-1], mentions=people)) == "Ana Quispe met Luz Quispe"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("It is not true that Norway has left the talks.", "Norway has left the talks"),
        ("Norway has left the talks if the radio is right.", "Norway has left the talks"),
        ("Radio Lima: Norway has left the talks.", "Norway has left the talks"),
        ("Norway’s envoy came, and he has left the talks.", "he has left the talks"),
        ("Norway “left the talks” at noon, its envoy wrote.", "Norway “left the talks"),
        ("Once Norway was in, before Peru left.", "Peru left"),
    ],
)
def test_a_clause_that_would_say_more_or_too_little_by_itself_is_not_taken(text: str, clause: str) -> None:
    assert headline(article(text, clause)) == text[:-1]


def test_a_claim_keeps_the_words_that_say_whose_it_is() -> None:
    text = "Norway has left the talks, Ana Quispe said."
    said = builders.quotation(text, "Norway has left the talks", "Ana Quispe", None, "indirect")
    assert headline(article(text, "Norway has left the talks", quotations=(said,))) == text[:-1]


def test_a_lead_in_parentheses_is_no_empty_headline() -> None:
    text = "(Norway has left the talks)."
    assert headline(article(text)) == text[:-1]


def test_the_stop_of_an_abbreviation_stays() -> None:
    text = "Peru has called on the U.S."
    whole = Sentence(span=builders.find(text, text), paragraph=0, anchor="s-1", tokens=range(8))
    assert headline(replace(article(text), sentences=(whole,))) == text


def test_a_line_above_the_text_is_the_headline_and_a_scrap_before_the_lead_is_none() -> None:
    assert headline(article("Storm over Lima\nPeru has called on Norway.")) == "Storm over Lima"
    assert headline(article("1. Peru has called on Norway.")) == "Peru has called on Norway"
