"""Anchors of facts, statements and notes: made from content, so that a link to one lasts."""

from dataclasses import replace

from mkdocs_briefings.briefing import brief
from mkdocs_briefings.overlay import Note, Overlay, Place
from mkdocs_briefings.pages.anchors import Anchors
from tests import builders as build

NOTES = [
    Note(at="Peru and Norway held talks", text="The first since spring."),
    Note(at="Peru and Norway held talks", text="One more at the same words."),
]


def anchors(*notes: Note) -> Anchors:
    settings = Overlay(sources=["talks"], title="Talks", notes=list(notes))
    return Anchors.of(brief((build.talks(),), build.overlay(settings)))


def test_no_two_are_the_same() -> None:
    found = list(anchors(*NOTES))
    assert len(found) == len(set(found))
    assert {anchor[:2] for anchor in found} == {"f-", "q-", "n-"}


def test_a_note_that_is_put_before_another_leaves_it_its_anchor() -> None:
    (alone,) = anchors(Note(at=Place(exact="40%"), text="A number.")).notes.values()
    before = anchors(NOTES[0], Note(at=Place(exact="40%"), text="A number."))
    assert before.notes[2] == alone
    assert before.notes[1] != alone


def test_the_words_of_a_note_may_change() -> None:
    assert anchors(NOTES[0]).notes == anchors(Note(at=NOTES[0].at, text="Other words.")).notes


def test_two_notes_at_one_place_are_told_apart() -> None:
    first, second = anchors(*NOTES).notes.values()
    assert second == f"{first}-2"


def test_a_fact_keeps_its_anchor_when_the_text_around_its_sentence_changes() -> None:
    text = "Peru met Norway. It paid 40% of the cost.\n"
    one, other = (_numbers(before + text) for before in ("", "A paragraph that was not there.\n"))
    assert one == other != ()


def _numbers(text: str) -> tuple[str, ...]:
    document = build.document(
        build.source(text), quantities=[build.quantity(text, "40%", "40", measured="of the cost")]
    )
    facts = Anchors.of(brief((document,), None)).facts
    return tuple(anchor for fact, found in facts.items() if fact.question == "numbers" for anchor in found)


def test_a_second_source_leaves_a_fact_its_anchor() -> None:
    text = "Peru paid 40% of the cost.\n"
    documents = [
        build.document(
            build.source(text, identity), quantities=[build.quantity(text, "40%", "40", measured="of the cost")]
        )
        for identity in ("one", "two")
    ]
    alone, both = (Anchors.of(brief(tuple(documents[:count]), None)).facts for count in (1, 2))
    kept = {anchor for found in both.values() for anchor in found}
    assert {anchor for found in alone.values() for anchor in found} <= kept


def test_two_facts_of_one_question_on_the_same_words_are_told_apart() -> None:
    made = brief((build.talks(),), None)
    fact = made.facts[0]
    facts = Anchors.of(replace(made, facts=(fact, replace(fact, statement="Otherwise told")))).facts
    (first,), (second,) = facts.values()
    assert second == f"{first}-2"
