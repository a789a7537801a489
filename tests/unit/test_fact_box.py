"""Two articles in one box: what both say is one row, what they differ on is one row with both claims."""

import itertools
import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal

import pytest

from mkdocs_briefings.annotations import Document, Quantity
from mkdocs_briefings.briefing import brief
from mkdocs_briefings.fact_box import fact_box
from mkdocs_briefings.facts import Fact
from mkdocs_briefings.text import Span
from tests import builders
from tests.proportion import grows_in_proportion


def rows(question: str, *documents: Document) -> list[Fact]:
    return [fact for fact in fact_box(documents) if fact.question == question]


def toll(text: str, number: str, *, day: str = "Friday", edtf: str = "2025-03-14", identity: str = "a") -> Document:
    """An article of one sentence with one figure of people, and a day."""
    quantity = builders.quantity(text, number, number, "person", "people")
    timexes = (builders.timex(text, day, edtf, edtf),) if day in text else ()
    mentions = tuple(builders.mention(text, name) for name in ("Dael", "Orvane") if name in text)
    return builders.document(
        builders.source(text, identity), quantities=(quantity,), timexes=timexes, mentions=mentions
    )


QUAKE = toll("A quake killed 320 people in Dael on Friday.", "320")


def test_what_two_articles_report_is_one_row_that_leads_to_both() -> None:
    box = fact_box((builders.talks("first"), builders.talks("second")))
    assert len(box) == len(fact_box((builders.talks(),)))
    assert {tuple(evidence.source_id for evidence in fact.evidence) for fact in box} == {("first", "second")}


def test_reprints_corroborate_nothing_and_two_texts_do() -> None:
    other = toll("Rescuers in Dael said on Friday that the quake had killed 320 people.", "320", identity="b")
    assert [fact.corroboration for fact in rows("numbers", QUAKE, other)] == [2]
    assert {fact.corroboration for fact in fact_box((builders.talks("first"), builders.talks("second")))} == {1}


def test_a_row_gives_the_words_that_every_source_of_it_bears_out() -> None:
    other = toll("The quake of Friday killed 320 people.", "320", identity="b")
    (row,) = rows("numbers", QUAKE, other)
    assert row.statement == "The quake of Friday killed 320 people."


def test_a_claim_stays_a_claim_where_another_source_tells_it_in_its_own_voice() -> None:
    text = "A quake on Friday killed 320 people, rescuers said."
    said = builders.quotation(text, "A quake on Friday killed 320 people", "rescuers", None, "indirect")
    claimed = builders.document(
        builders.source(text, "b"),
        quantities=(builders.quantity(text, "320", "320", "person", "people"),),
        quotations=(said,),
        timexes=(builders.timex(text, "Friday", "2025-03-14", "2025-03-14"),),
    )
    (row,) = rows("numbers", QUAKE, claimed)
    assert (row.voice, row.attributed_to, row.corroboration) == ("attributed", "rescuers", 2)


@pytest.mark.parametrize(
    "text",
    [
        "The quake killed 412 people in Dael on Friday.",
        "On Friday 412 people died in Dael when a quake struck.",
    ],
)
def test_two_figures_of_one_thing_are_one_row_with_both_claims(text: str) -> None:
    (row,) = rows("numbers", QUAKE, toll(text, "412", identity="b"))
    (claim,) = row.disputed_by
    assert (row.figure, claim.figure) == ("320", "412")
    assert (row.evidence[0].source_id, claim.evidence[0].source_id) == ("a", "b")


@pytest.mark.parametrize(
    "text",
    [
        "The quake injured 412 people in Dael on Friday.",  # another thing
        "The quake killed 412 people in Orvane on Friday.",  # elsewhere
        "A quake killed 412 people in Dael in 1987.",  # at another time
        "A quake killed 412 people in Dael.",  # at a time that is not told
        "The quake spared 412 people in Dael on Friday.",
    ],
)
def test_figures_that_may_be_of_two_things_stay_two_rows(text: str) -> None:
    day, edtf = ("1987", "1987") if "1987" in text else ("Friday", "2025-03-14")
    found = rows("numbers", QUAKE, toll(text, "412", day=day, edtf=edtf, identity="b"))
    assert [(fact.figure, fact.disputed_by) for fact in found] == [("320", ()), ("412", ())]


@pytest.mark.parametrize(
    ("comparator", "value", "number"), [(">=", "40", "At least 40"), ("~", "40", "About 40"), ("<", "50", "Under 50")]
)
def test_figures_that_can_both_be_true_are_two_rows_and_no_dispute(
    comparator: Literal[">=", "~", "<"], value: str, number: str
) -> None:
    text = f"{number} people were killed in Dael on Friday."
    loose = toll(text, value)
    (quantity,) = loose.quantities
    quantity = replace(quantity, span=builders.find(text, number), comparator=comparator)
    loose = replace(loose, quantities=(quantity,))
    found = rows("numbers", loose, toll("42 people were killed in Dael on Friday.", "42", identity="b"))
    assert [(len(fact.evidence), fact.disputed_by) for fact in found] == [(1, ()), (1, ())]


def blast(identity: str, text: str, *numbers: str) -> Document:
    """An article of one sentence: a bomb of Norway's on a Friday in Peru."""
    when = builders.timex(text, "Friday", "2025-03-14", "2025-03-14")
    clause = text[:-1]
    event = builders.event(
        text, clause, "killed", event_type="ASSAULT", actors=("norway",), recipients=("peru",),
        date=when.date, date_source="own", timex=when.span,
    )  # fmt: skip
    quantities = tuple(builders.quantity(text, number, number, "person", "people") for number in numbers)
    mentions = (builders.mention(text, "Norway", "norway"), builders.mention(text, "Peru", "peru"))
    source = builders.source(text, identity)
    return builders.document(source, timexes=(when,), mentions=mentions, events=(event,), quantities=quantities)


def test_what_is_told_with_figures_that_cannot_both_be_true_is_one_row_with_both_claims() -> None:
    one = blast("a", "A bomb of Norway killed 42 people in Peru on Friday.", "42")
    other = blast("b", "A large bomb of Norway killed 320 people in Peru on Friday.", "320")
    (row,) = rows("what", one, other)
    assert [len(claim.evidence) for claim in (row, *row.disputed_by)] == [1, 1]


def test_a_row_leaves_out_the_figures_that_not_every_source_gives() -> None:
    one = blast("a", "A bomb killed 42 people of Norway in Peru on Friday.", "42")
    other = blast("b", "A bomb of the north killed many people of Norway in Peru on Friday.")
    (row,) = rows("what", one, other)
    assert (row.statement, len(row.evidence)) == (other.text[:-1], 2)


def test_two_sources_that_both_bear_out_a_third_may_contradict_each_other() -> None:
    many = blast("a", "A bomb of Norway killed many people in Peru on Friday.")
    one = blast("b", "A bomb of Norway killed 42 people in Peru on Friday.", "42")
    other = blast("c", "A bomb of Norway killed 320 people in Peru on Friday.", "320")
    assert all(len(fact.evidence) < 3 for fact in rows("what", many, one, other))


@pytest.mark.parametrize("question", ["when", "where"])
def test_a_day_or_place_of_two_events_is_two_rows(question: str) -> None:
    one = met("a", "Friday", "2025-03-14")
    text = "Quispe fired Dahl in Oslo on Friday."
    when = builders.timex(text, "Friday", "2025-03-14", "2025-03-14")
    fired = builders.event(
        text, text[:-1], "fired", event_type="COERCE", actors=("ana-quispe",),
        date=when.date, date_source="own", timex=when.span, location=builders.find(text, "Oslo"),
    )  # fmt: skip
    other = builders.document(builders.source(text, "b"), timexes=(when,), events=(fired,))
    assert [fact.corroboration for fact in rows(question, one, other)] == [1, 1]


def test_a_day_without_an_event_is_one_row_where_the_sentences_say_the_same() -> None:
    def dated(identity: str, text: str) -> Document:
        return builders.document(
            builders.source(text, identity), timexes=[builders.timex(text, "Friday", "2025-03-14", "2025-03-14")]
        )

    calm = dated("a", "Calm in Dael on Friday.")
    assert len(rows("when", calm, dated("b", "Calm in Dael on Friday."))) == 1
    assert len(rows("when", calm, dated("b", "Storms in Orvane on Friday."))) == 2


def test_a_row_keeps_together_whose_claim_it_is_in_words_and_by_id() -> None:
    text = "A quake on Friday killed 320 people, Ana Quispe said."
    claim = builders.quotation(text, "A quake on Friday killed 320 people", "Ana Quispe", "ana-quispe", "indirect")
    claimed = builders.document(
        builders.source(text, "b"),
        quantities=(builders.quantity(text, "320", "320", "person", "people"),),
        quotations=(claim,),
        timexes=(builders.timex(text, "Friday", "2025-03-14", "2025-03-14"),),
    )
    for documents in ((QUAKE, claimed), (claimed, QUAKE), (claimed,)):
        (row,) = rows("numbers", *documents)
        assert (row.attributed_to, row.actor_id) == ("Ana Quispe", "ana-quispe")


def test_time_grows_in_proportion_to_a_sentence_full_of_figures() -> None:
    def of_size(figures: int) -> Document:
        text = "The army said " + ", ".join(f"{number} people died" for number in range(figures)) + "."
        numbers = [
            Quantity(span=Span(*match.span()), value=Decimal(match[0]), unit="person", rule="r")
            for match in re.finditer(r"\d+", text)
        ]
        return builders.document(builders.source(text), quantities=numbers)

    documents = {size: of_size(size) for size in (200, 1600)}
    assert grows_in_proportion(lambda size: brief((documents[size],), None), 200, 1600)


def test_a_second_figure_in_one_article_is_no_dispute_with_itself() -> None:
    text = "A quake killed 320 people in Dael on Friday. The quake killed 412 people in Dael on Friday."
    numbers = tuple(builders.quantity(text, number, number, "person") for number in ("320", "412"))
    document = builders.document(builders.source(text), quantities=numbers)
    assert [fact.disputed_by for fact in rows("numbers", document)] == [(), ()]


def met(identity: str, day: str, edtf: str, place: str = "Oslo", candidates: tuple[str, ...] = ()) -> Document:
    text = f"Peru met Norway in {place} on {day}."
    when = builders.timex(text, day, edtf, edtf)
    clause = text[:-1]
    event = builders.event(
        text,
        clause,
        "met",
        event_type="CONSULT",
        actors=("peru", "norway"),
        date=when.date,
        date_source="own",
        timex=when.span,
        location=builders.find(text, place),
    )
    states = (builders.mention(text, "Peru", "peru"), builders.mention(text, "Norway", "norway"))
    mentions = (*states, builders.mention(text, place, candidates[0] if candidates else None))
    return builders.document(builders.source(text, identity), timexes=(when,), mentions=mentions, events=(event,))


def test_a_day_that_two_articles_differ_on_is_one_row() -> None:
    (row,) = rows("when", met("a", "Friday", "2025-03-14"), met("b", "Thursday", "2025-03-13"))
    assert (row.value, [claim.value for claim in row.disputed_by]) == ("2025-03-14", ["2025-03-13"])


def test_days_far_apart_are_of_two_events() -> None:
    found = rows("when", met("a", "Friday", "2025-03-14"), met("b", "2 January", "2025-01-02"))
    assert [fact.disputed_by for fact in found] == [(), ()]


def test_a_day_that_one_article_tells_less_closely_is_no_dispute() -> None:
    found = rows("when", met("a", "Friday", "2025-03-14"), met("b", "March", "2025-03"))
    assert [fact.disputed_by for fact in found] == [(), ()]


def test_places_in_two_countries_are_a_dispute_and_a_town_in_one_of_them_is_none() -> None:
    oslo = met("a", "Friday", "2025-03-14", "Oslo", ("norway",))
    (row,) = rows("where", oslo, met("b", "Friday", "2025-03-14", "Lima", ("peru",)))
    assert (row.statement, [claim.statement for claim in row.disputed_by]) == ("Oslo", ["Lima"])
    found = rows("where", oslo, met("b", "Friday", "2025-03-14", "Bergen"))
    assert [(fact.statement, fact.disputed_by) for fact in found] == [("Oslo", ()), ("Bergen", ())]


def said(identity: str, words: str, speaker: str = "Quispe", actor: str | None = "ana-quispe") -> Document:
    text = f"Nothing moved. “{words}” said {speaker}."
    quotation = builders.quotation(text, f"“{words}”", speaker, actor, "direct")
    return builders.document(builders.source(text, identity), quotations=(quotation,))


WORDS = "We shall rebuild every house in the valley before winter,"


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (said("b", WORDS, "the president"), True),
        (said("b", WORDS.replace("house", "home")), True),
        (said("b", WORDS.replace("shall", "shall not")), False),
        (said("b", WORDS.replace("every", "40")), False),
        (said("b", "We shall rebuild,"), False),
        (said("b", WORDS, "Dahl", "per-dahl"), False),
    ],
)
def test_one_statement_is_one_row_if_the_speaker_is_and_no_word_that_counts_differs(
    other: Document,
    together: bool,  # noqa: FBT001
) -> None:
    assert len(rows("said", said("a", WORDS), other)) == (1 if together else 2)


def test_the_first_of_each_article_comes_before_the_second_of_any() -> None:
    def counted(identity: str, *numbers: str) -> Document:
        text = " ".join(f"There were {number} ships." for number in numbers)
        quantities = tuple(builders.quantity(text, number, number, "ship") for number in numbers)
        return builders.document(builders.source(text, identity), quantities=quantities)

    assert [fact.figure for fact in rows("numbers", counted("a", "11", "12"), counted("b", "21", "22"))] == [
        "11",
        "21",
        "12",
        "22",
    ]


def test_rows_of_three_articles_do_not_hang_on_their_order() -> None:
    texts = {
        "a": "A quake killed 320 people in Dael on Friday.",
        "b": "The quake killed 412 people in Dael on Friday.",
        "c": "In Dael the quake killed 320 people on Friday.",
    }
    articles = [toll(text, text[text.index("killed") + 7 :][:3], identity=name) for name, text in texts.items()]
    for order in itertools.permutations(articles):
        (row,) = rows("numbers", *order)
        claims = {
            claim.figure: {evidence.source_id for evidence in claim.evidence} for claim in (row, *row.disputed_by)
        }
        assert claims == {"320": {"a", "c"}, "412": {"b"}}
