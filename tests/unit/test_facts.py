"""The fact box: every row in words of its sentence, and none that says more."""

from decimal import Decimal

import pytest

from mkdocs_briefings.annotations import Document, Quantity, Quotation
from mkdocs_briefings.briefing import brief
from mkdocs_briefings.fact_box import fact_box, figure
from mkdocs_briefings.facts import Fact
from mkdocs_briefings.text import Span
from tests import builders


def rows(document: Document, question: str) -> list[Fact]:
    return [fact for fact in fact_box(document) if fact.question == question]


@pytest.mark.parametrize("published", ["2025-03-14", None])
def test_every_row_has_its_words_in_the_sentence_it_leads_to(published: str | None) -> None:
    document = builders.talks(published=published)
    anchors = {sentence.anchor: sentence.span.of(document.text) for sentence in document.sentences}
    for fact in fact_box(document):
        (evidence,) = fact.evidence
        assert evidence.span.of(document.text) in anchors[evidence.anchor]
        if fact.question in ("what", "numbers", "said", "next"):
            assert fact.statement in " ".join(anchors[evidence.anchor].split())


def test_what_comes_first_is_what_the_article_opens_with() -> None:
    (what,) = rows(builders.talks(), "what")
    assert what.statement == "Peru and Norway held talks on Friday, Prime Minister Ana Quispe said."


def test_a_claim_is_never_given_in_the_sites_own_voice() -> None:
    text = "Ana Quispe said Norway had left the talks. Peru stayed."
    claim = builders.event(text, "Norway had left the talks", "left")
    said = Quotation(
        content=builders.find(text, "Norway had left the talks"),
        kind="indirect",
        rule="r",
        source=builders.find(text, "Ana Quispe"),
    )
    document = builders.document(builders.source(text), events=(claim,), quotations=(said,))
    (what,) = rows(document, "what")
    assert (what.statement, what.voice, what.attributed_to) == (
        "Ana Quispe said Norway had left the talks.",
        "attributed",
        "Ana Quispe",
    )
    assert brief((document,), None).title == what.statement


def test_a_date_is_said_with_the_words_it_was_read_from() -> None:
    (when,) = rows(builders.talks(), "when")
    assert (when.statement, when.figure, when.value, when.gloss) == ("14 March 2025", "Friday", "2025-03-14", "own")


def test_a_weekday_in_an_undated_article_stays_a_weekday() -> None:
    (when,) = rows(builders.talks(published=None), "when")
    assert (when.statement, when.value, when.gloss) == ("Friday", None, "undated")


def test_people_come_before_states_each_with_the_title_the_article_gives() -> None:
    who = rows(builders.talks(), "who")
    assert next((fact.actor_id, fact.statement) for fact in who) == ("ana-quispe", "Prime Minister")
    assert {fact.actor_id for fact in who} == {"ana-quispe", "peru", "norway"}


def test_speech_in_quotation_marks_comes_before_speech_that_is_only_reported() -> None:
    said = rows(builders.talks(), "said")
    assert [(fact.attributed_to, fact.quoted, fact.voice) for fact in said] == [
        ("Quispe", True, "attributed"),
        ("Ana Quispe", False, "attributed"),
    ]


def test_a_denial_is_never_given_as_what_was_said() -> None:
    text = "Ana Quispe denied that Norway had offered to pay. Peru stayed."

    def quotation(content: str, cue: str) -> Quotation:
        return Quotation(
            content=builders.find(text, content),
            cue=builders.find(text, cue),
            kind="indirect",
            manner="denied",
            rule="r",
            source=builders.find(text, "Ana Quispe"),
        )

    outer, inner = quotation("that Norway had offered to pay", "denied"), quotation("to pay", "offered")
    document = builders.document(builders.source(text), quotations=(outer, inner))
    assert [(fact.said_how, fact.statement) for fact in rows(document, "said")] == [
        ("denied", "that Norway had offered to pay")
    ]


def test_what_is_planned_is_what_comes_next() -> None:
    assert [(fact.statement, fact.status) for fact in rows(builders.talks(), "next")] == [
        ("Lima is to host a summit later this year", "planned"),
    ]


def test_a_headline_above_the_text_is_the_title_and_not_the_lead() -> None:
    document = builders.document(builders.source("Talks in the harbour\nNobody knows what was said. They met."))
    drafted = brief((document,), None)
    assert (drafted.title, drafted.bottom_line) == ("Talks in the harbour", "Nobody knows what was said.")
    assert [fact.statement for fact in rows(document, "what")] == ["Nobody knows what was said."]


def test_an_article_without_an_event_is_its_lead_sentence() -> None:
    document = builders.document(builders.source("Nothing is known. So it stays."))
    (what,) = rows(document, "what")
    assert what.statement == "Nothing is known."


@pytest.mark.parametrize(
    ("value", "upper", "unit", "comparator", "shown"),
    [
        ("25", None, "%", "=", "25%"),
        ("35", None, "%", "~", "~35%"),
        ("20", "30", "%", "=", "20–30%"),
        ("5430000000", None, "USD", "~", "~5.43 billion USD"),
        ("1200", None, "soldier", ">=", "≥1,200 soldiers"),
        ("0.5", None, "%", "<", "<0.5%"),
    ],
)
def test_a_number_is_shown_as_a_reader_takes_it_in(
    value: str, upper: str | None, unit: str, comparator: str, shown: str
) -> None:
    quantity = Quantity(
        span=Span(0, 14),
        value=Decimal(value),
        upper=Decimal(upper) if upper else None,
        unit=unit,
        comparator=comparator,  # type: ignore[arg-type]  # one of those above
        rule="r",
    )
    assert figure(quantity, "1,200 soldiers") == shown
