"""One event, one entry: what is joined, what is only paired, what is disputed, and what came of a plan."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_briefings.annotations import Event, TLink
from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.corpus.chronology import Chronology, Entry, chronicle
from mkdocs_briefings.corpus.decisions import DecisionFile
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.errors import DecisionError
from mkdocs_briefings.export.undecided import for_the_chronology
from tests import builders

SIGNED = "Peru and Norway signed a fisheries treaty on 3 March."


def article(identity: str, published: str | None, text: str, *events: Event, **more: object) -> Briefing:
    """A briefing of one article with these events."""
    named = [
        builders.mention(text, actor.name, actor.id)
        for actor in builders.ACTORS
        if actor.name in text and actor.id in {one for event in events for one in (*event.actors, *event.recipients)}
    ]
    document = builders.document(builders.source(text, identity, published), mentions=named, events=events, **more)  # type: ignore[arg-type]
    return brief((document,), None)


def signing(text: str = SIGNED, day: str | None = "2025-03-03", **more: object) -> Event:
    given: dict[str, object] = {
        "event_type": "COOPERATE",
        "actors": ("peru", "norway"),
        "date": PartialDate(day) if day else None,
        "date_source": "own" if day else None,
        **more,
    }
    return builders.event(text, text.rstrip("."), "signed", **given)


def decisions(tmp_path: Path, text: str) -> DecisionFile:
    path = tmp_path / "events.yml"
    path.write_text(text, encoding="utf-8")
    return DecisionFile.read(path, tmp_path)


def one(chronology: Chronology) -> Entry:
    (entry,) = chronology
    return entry


def test_reports_of_one_day_kind_and_actors_are_one_entry_with_all_its_sources() -> None:
    again = "Norway and Peru signed the treaty on Monday."
    first, second = (
        article("first", "2025-03-03", SIGNED, signing()),
        article("second", "2025-03-05", again, signing(again)),
    )
    entry = one(chronicle([second, first]))
    assert [report.document.source.id for report in entry.reports] == ["first", "second"]
    assert entry.anchors == (entry.anchor, entry.reports[1].anchor)
    assert entry.disputes == ()
    assert entry.maybe == ()


def test_the_report_that_dates_the_event_best_leads() -> None:
    vague = article("early", "2025-03-04", SIGNED, signing(date_source="story"))
    exact = article("late", "2025-03-09", SIGNED, signing())
    assert one(chronicle([vague, exact])).reports[0].document.source.id == "late"


@pytest.mark.parametrize(
    "other",
    [
        signing(day="2025-03-04"),
        signing(event_type="CONSULT"),
        signing(actors=("peru", "ana-quispe")),
        signing(status="planned"),
        signing(day="2025-03"),
        signing(day=None),
    ],
    ids=["another day", "another kind", "another actor", "only planned", "only a month", "no date"],
)
def test_what_differs_is_not_joined(other: Event) -> None:
    first = article("first", "2025-03-03", SIGNED, signing())
    second = article("second", "2025-03-05", SIGNED, other)
    assert len(chronicle([first, second])) == 2


def test_an_article_tells_of_one_event_once() -> None:
    second = "Peru and Norway signed a second treaty on 3 March."
    text = f"{SIGNED} {second}"
    given = {"event_type": "COOPERATE", "actors": ("peru", "norway"), "date": PartialDate("2025-03-03")}
    events = [builders.event(text, clause, "signed", date_source="own", **given) for clause in (SIGNED, second)]
    assert len(chronicle([article("first", "2025-03-03", text, *events)])) == 2


def test_what_possibly_is_one_event_is_said_of_both_and_joined_by_the_desk_only(tmp_path: Path) -> None:
    in_march = "Peru and Norway signed a treaty in March."
    month = article("month", "2025-03-20", in_march, signing(in_march, "2025-03"))
    day = article("day", "2025-03-03", SIGNED, signing())
    whole = chronicle([month, day])
    by_source = {entry.reports[0].document.source.id: entry for entry in whole}
    assert by_source["month"].maybe == by_source["day"].anchors
    assert by_source["day"].maybe == by_source["month"].anchors

    same = decisions(tmp_path, "same:\n- events: [{source: day, exact: signed}, {source: month, exact: signed}]\n")
    joined = one(chronicle([month, day], same))
    assert joined.date == PartialDate("2025-03-03")
    assert joined.disputes == ()  # a month does not contradict a day in it

    parted = decisions(
        tmp_path, "different:\n- events: [{source: day, exact: signed}, {source: month, exact: signed}]\n"
    )
    assert [entry.maybe for entry in chronicle([month, day], parted)] == [(), ()]


def test_the_desk_can_part_what_would_be_joined(tmp_path: Path) -> None:
    briefings = [article(identity, "2025-03-03", SIGNED, signing()) for identity in ("first", "second")]
    parted = decisions(
        tmp_path, "different:\n- events: [{source: first, exact: signed}, {source: second, exact: signed}]\n"
    )
    assert len(chronicle(briefings)) == 1
    assert [entry.maybe for entry in chronicle(briefings, parted)] == [(), ()]


def test_dates_that_exclude_each_other_both_stand(tmp_path: Path) -> None:
    briefings = [
        article("first", "2025-03-05", SIGNED, signing()),
        article("second", "2025-03-05", SIGNED, signing(day="2025-03-04")),
    ]
    same = decisions(tmp_path, "same:\n- events: [{source: first, exact: signed}, {source: second, exact: signed}]\n")
    (dispute,) = one(chronicle(briefings, same)).disputes
    assert dispute.about == "date"
    assert [(words, [report.document.source.id for report in reports]) for words, reports in dispute.claims] == [
        ("2025-03-03", ["first"]),
        ("2025-03-04", ["second"]),
    ]


def counted(identity: str, words: str, value: str, comparator: str = "=") -> Briefing:
    text = f"Norway sent {words} ships to Peru on 3 March."
    quantity = builders.quantity(text, words, value, "ship", measured="ships")
    event = builders.event(
        text,
        text.rstrip("."),
        "sent",
        event_type="AID",
        actors=("norway",),
        recipients=("peru",),
        date=PartialDate("2025-03-03"),
        date_source="own",
    )
    given = replace(quantity, comparator=comparator)  # type: ignore[arg-type]  # the caller names one of Quantity's own
    return article(identity, "2025-03-04", text, event, quantities=[given])


def test_numbers_that_exclude_each_other_both_stand() -> None:
    (dispute,) = one(chronicle([counted("first", "12", "12"), counted("second", "15", "15")])).disputes
    assert dispute.about == "number"
    assert [words for words, _ in dispute.claims] == ["12 ships", "15 ships"]


@pytest.mark.parametrize(("value", "comparator"), [("12", "="), ("10", ">="), ("12.5", "~"), ("20", "<")])
def test_a_number_that_leaves_room_for_the_other_disputes_nothing(value: str, comparator: str) -> None:
    other = counted("second", "a dozen or so", value, comparator)
    assert one(chronicle([counted("first", "12", "12"), other])).disputes == ()


def test_a_denial_disputes_a_report(tmp_path: Path) -> None:
    denied = article("second", "2025-03-05", SIGNED, signing(status="denied"))
    same = decisions(tmp_path, "same:\n- events: [{source: first, exact: signed}, {source: second, exact: signed}]\n")
    entry = one(chronicle([article("first", "2025-03-05", SIGNED, signing()), denied], same))
    assert [dispute.about for dispute in entry.disputes] == ["status"]


PLAN = "Peru and Norway will sign a fisheries treaty in March."


def planned(**more: object) -> Event:
    given: dict[str, object] = {
        "status": "planned",
        "event_type": "AGREE",
        "actors": ("peru", "norway"),
        "date": PartialDate("2025-03"),
        "date_source": "own",
        **more,
    }
    return builders.event(PLAN, PLAN.rstrip("."), "sign", **given)


def test_a_plan_is_linked_to_the_report_of_what_it_planned() -> None:
    plan, report = article("plan", "2025-02-10", PLAN, planned()), article("report", "2025-03-03", SIGNED, signing())
    chronology = chronicle([report, plan])
    by_status = {entry.status: entry for entry in chronology}
    assert by_status["planned"].reported_by == (by_status["reported"].anchor,)
    assert by_status["reported"].planned_by == (by_status["planned"].anchor,)
    day = PartialDate("2025-02-20").earliest
    assert day
    assert not by_status["planned"].lies_ahead(day)
    assert one(chronicle([plan])).lies_ahead(day)


@pytest.mark.parametrize(
    ("plan", "report", "told"),
    [
        (planned(date=PartialDate("2025-04")), signing(), "2025-03-03"),
        (planned(event_type="THREATEN"), signing(), "2025-03-03"),
        (planned(actors=("peru", "ana-quispe")), signing(), "2025-03-03"),
        (planned(polarity="NEG"), signing(), "2025-03-03"),
        (planned(), signing(), "2025-02-01"),
    ],
    ids=["another month", "conflict, not cooperation", "others", "not to happen", "told before the plan"],
)
def test_a_plan_is_not_linked_to_what_does_not_fit_it(plan: Event, report: Event, told: str) -> None:
    chronology = chronicle([article("plan", "2025-02-10", PLAN, plan), article("report", told, SIGNED, report)])
    assert [entry.reported_by for entry in chronology] == [(), ()]


def test_a_plan_that_two_events_fit_alike_is_linked_to_neither() -> None:
    later = "Peru and Norway signed a fisheries treaty on 9 March."
    reports = [
        article("first", "2025-03-03", SIGNED, signing()),
        article("second", "2025-03-09", later, signing(later, "2025-03-09")),
    ]
    chronology = chronicle([article("plan", "2025-02-10", PLAN, planned()), *reports])
    assert not any(entry.reported_by for entry in chronology)


def test_the_desk_can_say_which_report_kept_a_plan(tmp_path: Path) -> None:
    plan = article("plan", "2025-02-10", PLAN, planned(date=None, date_source=None))
    report = article("report", "2025-03-03", SIGNED, signing())
    same = decisions(tmp_path, "same:\n- events: [{source: plan, exact: sign}, {source: report, exact: signed}]\n")
    by_status = {entry.status: entry for entry in chronicle([plan, report], same)}
    assert by_status["planned"].reported_by == by_status["reported"].anchors
    assert by_status["reported"].planned_by == by_status["planned"].anchors


def test_a_plan_without_a_date_lies_ahead_for_a_year() -> None:
    entry = one(chronicle([article("plan", "2025-02-10", PLAN, planned(date=None, date_source=None))]))
    assert entry.lies_ahead(datetime.date(2026, 2, 10))
    assert not entry.lies_ahead(datetime.date(2026, 2, 11))


def test_candidates_are_listed_as_records_that_the_file_takes(tmp_path: Path) -> None:
    twice = "Peru and Norway signed a treaty in March. Lima had signed nothing before."
    event = builders.event(
        twice,
        "Peru and Norway signed a treaty in March",
        "signed",
        event_type="COOPERATE",
        actors=("peru", "norway"),
        date=PartialDate("2025-03"),
        date_source="own",
    )
    briefings = [article("day", "2025-03-03", SIGNED, signing()), article("month", "2025-03-20", twice, event)]
    records = "\n".join(for_the_chronology(chronicle(briefings)))
    assert "prefix" in records
    assert len(chronicle(briefings, decisions(tmp_path, f"same:\n{records}\n"))) == 1


def test_undated_events_stand_as_their_text_orders_them() -> None:
    text = "Peru and Norway held talks. The talks came a day after Norway recalled its envoy."
    talks = builders.event(text, "Peru and Norway held talks", "held talks", actors=("peru", "norway"))
    recall = builders.event(
        text,
        "Norway recalled its envoy",
        "recalled",
        actors=("norway",),
        relative_to=TLink(trigger=talks.trigger, order="before", days=1),
    )
    chronology = chronicle([article("first", None, text, talks, recall)])
    assert [entry.reports[0].clause for entry in chronology.undated] == [
        "Norway recalled its envoy",
        "Peru and Norway held talks",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same:\n- event: []\n", "events.yml:2: unknown key `event`"),
        ("same:\n- events: [{source: first, exact: signed}]\n", "events.yml:2: fewer than two events, found 'signed'"),
        (
            "same:\n- events:\n  - {source: first, exact: signed}\n  - {source: gone, exact: signed}\n",
            "events.yml:4: no such source, or none with events, found 'gone'",
        ),
        (
            "same:\n- events:\n  - {source: first, exact: sold}\n  - {source: second, exact: signed}\n",
            "events.yml:3: quotation not in its source, found 'sold'",
        ),
        (
            "same:\n- events:\n  - {exact: signed}\n  - {source: second, exact: signed}\n",
            "events.yml:3: no source given, found 'signed'",
        ),
        (
            "same: [&a {events: [{source: first, exact: signed}, {source: second, exact: signed}]}]\ndifferent: [*a]",
            "events.yml:1: events decided to be both same and different, found 'signed'",
        ),
    ],
)
def test_a_decision_that_does_not_fit_names_its_line(tmp_path: Path, text: str, message: str) -> None:
    briefings = [article(identity, "2025-03-03", SIGNED, signing()) for identity in ("first", "second")]
    with pytest.raises(DecisionError) as wrong:
        chronicle(briefings, decisions(tmp_path, text))
    assert message in str(wrong.value)


def test_words_may_name_an_event_by_any_part_of_its_clause(tmp_path: Path) -> None:
    file = decisions(
        tmp_path,
        "same:\n- events:\n  - {source: first, exact: a fisheries treaty}\n  - {source: second, exact: signed}\n",
    )
    second = article("second", "2025-03-05", SIGNED, signing(day="2025-03-04"))
    assert len(chronicle([article("first", "2025-03-03", SIGNED, signing()), second], file)) == 1
