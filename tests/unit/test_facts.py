"""The fact box: every row in words of its sentence, and none that says more."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mkdocs_briefings.annotations import Document, Quantity, Quotation
from mkdocs_briefings.briefing import brief
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.fact_box import fact_box
from mkdocs_briefings.facts import Amount, Fact, statements
from mkdocs_briefings.figures import amount, counted
from mkdocs_briefings.text import Span
from tests import builders


def rows(document: Document, question: str) -> list[Fact]:
    return [fact for fact in fact_box((document,)) if fact.question == question]


@pytest.mark.parametrize("published", ["2025-03-14", None])
def test_every_row_has_its_words_in_the_sentence_it_leads_to(published: str | None) -> None:
    document = builders.talks(published=published)
    anchors = {sentence.anchor: sentence.span.of(document.text) for sentence in document.sentences}
    for fact in fact_box((document,)):
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
    assert brief((document,), None).title == what.statement.removesuffix(".")


def test_a_date_is_said_with_the_words_it_was_read_from() -> None:
    (when,) = rows(builders.talks(), "when")
    assert (when.statement, when.figure, when.value, when.gloss) == ("", "Friday", "2025-03-14", "own")


def test_a_weekday_in_an_undated_article_stays_a_weekday() -> None:
    (when,) = rows(builders.talks(published=None), "when")
    assert (when.statement, when.value, when.gloss) == ("Friday", None, "undated")


def test_the_one_day_of_a_lead_is_its_day_where_no_event_has_one() -> None:
    text = "On 14 March nothing was heard of the crew. They sailed in May."
    day, month = builders.timex(text, "14 March", "2025-03-14", "2025-03-14"), builders.timex(text, "May", "2025-05")
    (when,) = rows(builders.document(builders.source(text), timexes=(day, month)), "when")
    assert (when.value, when.figure) == ("2025-03-14", "14 March")


def test_people_come_before_states_each_with_the_title_the_article_gives() -> None:
    who = rows(builders.talks(), "who")
    assert next((fact.actor_id, fact.statement) for fact in who) == ("ana-quispe", "Prime Minister")
    assert {fact.actor_id for fact in who} == {"ana-quispe", "peru", "norway"}


def test_who_the_article_is_about_comes_before_who_is_named_in_passing() -> None:
    document = builders.talks()
    aside = replace(document, salience=tuple(one for one in document.salience if one.actor_id != "ana-quispe"))
    assert [fact.actor_id for fact in rows(aside, "who")] == ["peru", "norway", "ana-quispe"]


def test_who_is_named_only_in_a_dateline_takes_no_part() -> None:
    document = builders.talks()
    first, *others = document.sentences
    beside = replace(document, sentences=(replace(first, is_prose=False), *others))
    assert [fact.evidence[0].paragraph for fact in rows(beside, "who") if fact.actor_id == "ana-quispe"] == [2]


def test_speech_in_quotation_marks_comes_before_speech_that_is_only_reported() -> None:
    text = "Norway left. Ana Quispe said the door was open. “We shall meet again,” said Quispe."
    told = builders.quotation(text, "the door was open", "Ana Quispe", "ana-quispe", "indirect")
    spoken = builders.quotation(text, "“We shall meet again,”", "Quispe", "ana-quispe", "direct")
    said = rows(builders.document(builders.source(text), quotations=(told, spoken)), "said")
    assert [(fact.statement, fact.quoted, fact.voice) for fact in said] == [
        ("“We shall meet again,”", True, "attributed"),
        ("the door was open", False, "attributed"),
    ]


def test_what_is_told_already_is_not_among_what_was_said() -> None:
    assert [fact.statement for fact in rows(builders.talks(), "said")] == ["“We shall <meet> again,”"]


def denial() -> Document:
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
    return builders.document(builders.source(text), quotations=(outer, inner))


def test_a_denial_is_never_given_as_what_was_said() -> None:
    lead = replace(denial(), sentences=denial().sentences[::-1])  # so that another sentence leads
    assert rows(lead, "said") == []
    assert [(fact.status, fact.statement) for fact in rows(lead, "disputed")] == [
        ("denied", "Ana Quispe denied that Norway had offered to pay.")
    ]


def test_the_lead_is_not_given_again_as_a_denial() -> None:
    assert rows(denial(), "disputed") == []
    assert [fact.statement for fact in rows(denial(), "what")] == ["Ana Quispe denied that Norway had offered to pay."]


def test_what_somebody_would_not_say_is_no_statement() -> None:
    text = "Peru stayed. Ana Quispe declined to say whether Norway had offered to pay."
    refused = builders.quotation(text, "whether Norway had offered to pay", "Ana Quispe", None, "indirect")
    document = builders.document(builders.source(text), quotations=(replace(refused, is_said=False),))
    assert statements(document) == ()
    assert rows(document, "said") == []


def test_what_is_planned_is_what_comes_next() -> None:
    assert [(fact.statement, fact.status) for fact in rows(builders.talks(), "next")] == [
        ("Lima is to host a summit later this year", "planned"),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["If Norway pays, Peru will host a summit.", "Nobody believes that Peru will host a summit."],
)
def test_what_hangs_on_a_condition_or_is_doubted_does_not_come_next(sentence: str) -> None:
    text = f"Talks went on. {sentence}"
    plan = builders.event(
        text, "Peru will host a summit", "host", status="planned", sentence=builders.find(text, sentence)
    )
    assert rows(builders.document(builders.source(text), events=(plan,)), "next") == []


def test_a_plan_says_by_when_where_its_clause_does_not() -> None:
    text = "Talks went on. By 30 June Peru will host a summit."
    day = builders.timex(text, "30 June", "2025-06-30", "2025-06-30")
    plan = builders.event(
        text, "Peru will host a summit", "host", status="planned", date=PartialDate("../2025-06-30"), timex=day.span
    )
    (row,) = rows(builders.document(builders.source(text), events=(plan,), timexes=(day,)), "next")
    assert (row.statement, row.figure, row.value) == ("Peru will host a summit", "By 30 June", "../2025-06-30")


def test_a_clause_for_time_is_not_what_happened() -> None:
    text = "Thousands have fled since fighting broke out."
    fighting = builders.event(text, "fighting broke out", "broke", sentence=builders.find(text, text))
    (what,) = rows(builders.document(builders.source(text), events=(fighting,)), "what")
    assert what.statement == text


@pytest.mark.parametrize(
    ("text", "number", "unit", "measured", "shown"),
    [
        ("Norway put a 25% tariff on Peruvian fish.", "25%", "%", "tariff on Peruvian fish", "tariff on Peruvian fish"),
        # What it counts, but not what became of them.
        ("Some 40 houses fell.", "40", "house", "houses", "Some 40 houses fell."),
        # Whose is not told by "its".
        ("Norway spends 3% of its budget.", "3%", "%", "of its budget", "Norway spends 3% of its budget."),
        # What may be is not given as what is.
        ("Norway may put a 25% tariff on fish.", "25%", "%", "tariff on fish", "Norway may put a 25% tariff on fish."),
        ("Norway sold 3%.", "3%", "%", None, "Norway sold 3%."),
    ],
)
def test_a_figure_stands_with_words_that_tell_what_it_is_of(
    text: str, number: str, unit: str, measured: str | None, shown: str
) -> None:
    quantity = builders.quantity(text, number, number.strip("%"), unit, measured)
    (row,) = rows(builders.document(builders.source(text), quantities=(quantity,)), "numbers")
    assert row.statement == shown


def test_a_figure_that_its_clause_dates_keeps_the_year() -> None:
    text = "Norway put a 25% tariff on Peruvian fish in 2019."
    quantity = builders.quantity(text, "25%", "25", measured="tariff on Peruvian fish")
    year = builders.timex(text, "2019", "2019", "2019")
    (row,) = rows(builders.document(builders.source(text), quantities=(quantity,), timexes=(year,)), "numbers")
    assert row.statement == text


def test_a_figure_in_somebodys_claim_says_whose() -> None:
    text = "The quake felled 40 houses, rescuers said."
    said = builders.quotation(text, "The quake felled 40 houses", "rescuers", None, "indirect")
    quantity = builders.quantity(text, "40", "40", "house", "houses")
    felled = builders.event(text, "The quake felled 40 houses", "felled", sentence=builders.find(text, text))
    document = builders.document(builders.source(text), quantities=(quantity,), quotations=(said,), events=(felled,))
    (row,) = rows(document, "numbers")
    assert (row.statement, row.attributed_to) == ("The quake felled 40 houses", "rescuers")


def test_a_clause_that_holds_a_claim_says_whose() -> None:
    text = "A spokesman wrote that Peru left but accused Norway of cheating."
    accused = builders.quotation(text, "Norway of cheating", "A spokesman", None, "indirect")
    left = builders.event(text, "Peru left but accused Norway of cheating", "left")
    (row,) = rows(builders.document(builders.source(text), quotations=(accused,), events=(left,)), "what")
    assert row.statement == text


def test_what_somebody_did_is_nobodys_words() -> None:
    text = "Five voted against and 35 abstained."
    deed = builders.quotation(text, "against and 35 abstained", "Five", None, "indirect")
    quantity = builders.quantity(text, "35", "35", "", None)
    document = builders.document(
        builders.source(text), quantities=(quantity,), quotations=(replace(deed, is_broad=True),)
    )
    (row,) = rows(document, "numbers")
    assert (row.statement, row.voice, row.attributed_to) == (text, "reported", None)


def test_figures_of_earlier_years_come_last() -> None:
    text = "In 2019 a quake felled 40 houses. This one felled 90 houses."
    year = builders.timex(text, "2019", "2019", "2019")
    then, now = (builders.quantity(text, number, number, "house", "houses") for number in ("40", "90"))
    document = builders.document(builders.source(text), quantities=(then, now), timexes=(year,))
    assert [fact.figure for fact in rows(document, "numbers")] == ["90", "40"]


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
    ("value", "unit", "comparator", "share", "stated"),
    [
        ("35", "%", "~", Amount(value=Decimal(35), upper=None, unit="%", sign="~"), None),
        ("5.43", "USD", ">=", Amount(value=Decimal("5.43"), upper=None, unit="USD", sign="≥"), None),
        ("1200", "soldier", ">=", None, "≥1,200 soldiers"),
    ],
)
def test_a_share_or_a_sum_is_data_and_a_count_keeps_the_sources_words(
    value: str, unit: str, comparator: str, share: Amount | None, stated: str | None
) -> None:
    quantity = Quantity(
        span=Span(0, 14),
        value=Decimal(value),
        unit=unit,
        comparator=comparator,  # type: ignore[arg-type]  # one of those above
        rule="r",
    )
    assert amount(quantity) == share
    if stated:
        assert counted(quantity, "1,200 soldiers") == stated
