"""Two days of a desk held against each other, and the file that keeps the first."""

import datetime
import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mkdocs_briefings.briefing import brief
from mkdocs_briefings.changes.change import ASPECTS, Changes
from mkdocs_briefings.changes.closed_edition import ClosedEdition, close, read_closed
from mkdocs_briefings.changes.comparison import compare
from mkdocs_briefings.changes.snapshot import (
    ActorRecord,
    BriefingRecord,
    EventRecord,
    FactRecord,
    JudgementRecord,
    Snapshot,
    SourceRecord,
)
from mkdocs_briefings.errors import EditionError
from mkdocs_briefings.facts import Question
from mkdocs_briefings.overlay import BriefingStatus, Confidence, Likelihood
from tests import builders as build

DAY = datetime.date(2025, 9, 1)
TALKS = BriefingRecord(slug="talks", title="Talks", status="unreviewed", bottom_line="They met.")
NOTE = SourceRecord(id="note", briefing="talks", sha256="1" * 64)
WIRE = SourceRecord(id="wire", briefing="talks", sha256="2" * 64)
JUDGED = JudgementRecord(
    briefing="talks", statement="They will meet again.", likelihood="likely", at=[("note", "s-00000001")]
)
MEETING = EventRecord(
    reports={"e-1": "note"},
    clause="Peru and Norway met",
    at=("note", "s-00000001"),
    status="reported",
    date="../2025-08-08",
)
WHO = FactRecord(briefing="talks", question="who", statement="Peru", at=("note", "s-00000001"))
PERU = ActorRecord(id="peru", name="Peru")
BASE = Snapshot(briefings=[TALKS], sources=[NOTE], judgements=[JUDGED], events=[MEETING], facts=[WHO], actors=[PERU])
OTHER = Snapshot(
    briefings=[TALKS, BriefingRecord(slug="visit", title="Visit", status="reviewed", bottom_line="She came.")],
    sources=[NOTE, SourceRecord(id="visit", briefing="visit", sha256="3" * 64)],
)


def changes(before: Snapshot, now: Snapshot) -> Changes:
    return compare(ClosedEdition(version=1, closed_on=DAY, digest="", said=before), now)


def briefing(**more: object) -> Snapshot:
    return replace(BASE, briefings=[replace(TALKS, **more)])


def judgement(**more: object) -> Snapshot:
    return replace(BASE, judgements=[replace(JUDGED, **more)])


def event(**more: object) -> Snapshot:
    return replace(BASE, sources=[NOTE, WIRE], events=[replace(MEETING, **more)])


CASES: dict[str, tuple[Snapshot, Snapshot]] = {
    "source.replaced": (BASE, replace(BASE, sources=[replace(NOTE, sha256="9" * 64)])),
    "source.added": (BASE, replace(BASE, sources=[NOTE, WIRE])),
    "source.removed": (replace(BASE, sources=[NOTE, WIRE]), BASE),
    "briefing.new": (replace(OTHER, briefings=[TALKS], sources=[NOTE]), OTHER),
    "briefing.gone": (OTHER, replace(OTHER, briefings=[TALKS], sources=[NOTE])),
    "briefing.archived": (BASE, briefing(status="archived")),
    "briefing.reviewed": (briefing(status="reviewed", reviewed_on=DAY), briefing(status="reviewed", reviewed_on=None)),
    "briefing.reopened": (briefing(status="reviewed"), BASE),
    "briefing.resumed": (briefing(status="archived", reviewed_on=DAY), briefing(status="reviewed", reviewed_on=DAY)),
    "briefing.bottom_line": (BASE, briefing(bottom_line="They met again.")),
    "briefing.title": (BASE, briefing(title="Talks in Lima")),
    "briefing.cut_off": (BASE, briefing(information_to=DAY)),
    "judgement.raised": (BASE, judgement(likelihood="very likely")),
    "judgement.lowered": (BASE, judgement(likelihood="unlikely")),
    "judgement.measured": (BASE, judgement(likelihood=None, confidence="low")),
    "judgement.reworded": (BASE, judgement(statement="They will meet in Lima.")),
    "judgement.new": (replace(BASE, judgements=[]), BASE),
    "judgement.withdrawn": (BASE, replace(BASE, judgements=[])),
    "event.new": (replace(event(), events=[]), event()),
    "event.gone": (event(), replace(event(), events=[])),
    "event.dated": (event(), event(date="2025-08-08")),
    "event.status": (event(), event(status="denied")),
    "event.disputed": (event(), event(disputed=True)),
    "event.settled": (event(disputed=True), event()),
    "event.kept": (event(status="planned"), event(status="planned", reported_by=["e-9"])),
    "event.corroborated": (event(), event(reports={"e-1": "note", "e-2": "wire"})),
    "event.parted": (event(reports={"e-1": "note", "e-2": "wire"}), event()),
    "event.reworded": (event(), event(reports={"e-7": "note"}, clause="the two met")),
    "event.kind": (event(kind="CONSULT"), event(kind="AGREE")),
    "fact.new": (replace(BASE, facts=[]), BASE),
    "fact.gone": (BASE, replace(BASE, facts=[])),
    "fact.reworded": (BASE, replace(BASE, facts=[replace(WHO, statement="Lima")])),
    "actor.new": (replace(BASE, actors=[]), BASE),
    "actor.gone": (BASE, replace(BASE, actors=[])),
    "actor.renamed": (BASE, replace(BASE, actors=[replace(PERU, name="The Republic of Peru")])),
}


@pytest.mark.parametrize("aspect", sorted(set(ASPECTS) - {"briefing.moved"}))
def test_each_change_is_told_by_itself(aspect: str) -> None:
    before, now = CASES[aspect]
    assert [change.aspect for change in changes(before, now).found] == [aspect]


def test_a_briefing_that_was_adopted_goes_on_under_its_new_address() -> None:
    adopted = replace(
        BASE,
        briefings=[replace(TALKS, slug="harbour-talks", title="In Lima")],
        sources=[replace(NOTE, briefing="harbour-talks")],
        judgements=[replace(JUDGED, briefing="harbour-talks", likelihood="very likely")],
        facts=[replace(WHO, briefing="harbour-talks")],
    )
    found = changes(BASE, adopted)
    assert [change.aspect for change in found.found] == ["briefing.moved", "judgement.raised", "briefing.title"]
    assert {change.briefings for change in found.found} == {("harbour-talks",)}


def test_a_source_whose_file_was_renamed_is_no_other_source() -> None:
    renamed = replace(
        BASE,
        sources=[replace(NOTE, id="lima/note")],
        judgements=[replace(JUDGED, at=[("lima/note", "s-00000001")])],
        events=[replace(MEETING, reports={"e-8": "lima/note"}, at=("lima/note", "s-00000001"))],
        facts=[replace(WHO, at=("lima/note", "s-00000001"))],
    )
    assert changes(BASE, renamed).found == ()


def test_two_briefings_that_become_one_are_both_carried_on() -> None:
    joined = replace(BASE, briefings=[TALKS], sources=[NOTE, replace(OTHER.sources[1], briefing="talks")])
    before = replace(BASE, briefings=OTHER.briefings, sources=OTHER.sources)
    assert [change.aspect for change in changes(before, joined).found] == ["briefing.moved"]


VISIT = OTHER.briefings[1]
SHARED = SourceRecord(id="note", briefing="visit", sha256=NOTE.sha256)
BOTH = replace(OTHER, sources=[NOTE, SHARED])


def told(before: Snapshot, now: Snapshot) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.aspect, change.briefings) for change in changes(before, now).found]


@pytest.mark.parametrize("briefings", [OTHER.briefings, OTHER.briefings[::-1]])
def test_a_briefing_that_takes_in_another_is_held_against_itself(briefings: list[BriefingRecord]) -> None:
    before = replace(OTHER, briefings=briefings)
    now = replace(
        OTHER,
        briefings=[replace(VISIT, reviewed_on=DAY)],
        sources=[OTHER.sources[1], SHARED],
    )
    found = {change.aspect: change.before for change in changes(before, now).found}
    assert found == {"briefing.reviewed": VISIT, "briefing.moved": TALKS}


@pytest.mark.parametrize("status", ["unreviewed", "reviewed"])
def test_a_briefing_taken_up_again_tells_of_a_review_only_where_it_is_another(status: str) -> None:
    archived = briefing(status="archived", reviewed_on=DAY)
    reviewed = DAY.replace(day=9) if status == "reviewed" else None
    aspects = [aspect for aspect, _ in told(archived, briefing(status=status, reviewed_on=reviewed))]
    assert sorted(aspects) == ["briefing.resumed", "briefing.reviewed"][: 2 if reviewed else 1]


def test_two_briefings_on_one_article_have_no_sources_moved_between_them() -> None:
    assert told(BOTH, replace(BOTH, briefings=BOTH.briefings[::-1], sources=BOTH.sources[::-1])) == []
    alone = replace(BOTH, briefings=[TALKS], sources=[NOTE])
    assert told(alone, replace(BOTH, sources=BOTH.sources[::-1])) == [("briefing.new", ("visit",))]
    assert told(BOTH, alone) == [("briefing.gone", ())]


def test_what_is_told_of_a_shared_article_concerns_each_briefing_on_it() -> None:
    now = replace(BOTH, events=[MEETING])
    assert told(BOTH, now) == [("event.new", ("talks", "visit"))]
    assert told(now, BOTH) == [("event.gone", ("talks", "visit"))]
    edited = replace(BOTH, sources=[replace(record, sha256="9" * 64) for record in BOTH.sources])
    assert told(BOTH, edited) == [("source.replaced", ("talks", "visit"))]


def test_two_briefings_on_one_article_that_become_one_keep_it() -> None:
    before = replace(BOTH, sources=[NOTE, SHARED, WIRE])
    now = replace(BOTH, briefings=[VISIT], sources=[SHARED, replace(WIRE, briefing="visit")])
    assert told(before, now) == [("briefing.moved", ("visit",))]


@pytest.mark.parametrize("reverse", [False, True])
def test_of_reprints_one_may_go_and_the_other_stays(reverse: bool) -> None:  # noqa: FBT001  # a parameter
    reprint = SourceRecord(id="visit", briefing="visit", sha256=NOTE.sha256)
    sources = [reprint, NOTE] if reverse else [NOTE, reprint]
    before = replace(OTHER, sources=sources)
    assert told(before, replace(before, briefings=[VISIT], sources=[reprint])) == [("briefing.gone", ())]


def test_no_two_reprints_of_then_are_one_file_of_today() -> None:
    before = replace(BASE, sources=[NOTE, replace(NOTE, id="reprint")])
    now = replace(BASE, sources=[replace(NOTE, id="lima/note")], judgements=[], events=[], facts=[])
    before = replace(before, judgements=[], events=[], facts=[])
    assert told(before, now) == [("source.removed", ("talks",))]


def test_a_name_used_again_does_not_make_evidence_replaced() -> None:
    kept, begun = replace(NOTE, id="old-note"), replace(NOTE, briefing="visit", sha256="4" * 64)
    now = replace(
        BASE,
        briefings=OTHER.briefings,
        sources=[kept, begun],
        judgements=[replace(JUDGED, at=[("old-note", "s-00000001")])],
        events=[replace(MEETING, reports={"e-3": "old-note"}, at=("old-note", "s-00000001"))],
        facts=[replace(WHO, at=("old-note", "s-00000001"))],
    )
    assert told(BASE, now) == [("briefing.new", ("visit",))]


def test_a_source_that_was_replaced_and_moved_is_removed_from_where_it_was() -> None:
    before = replace(OTHER, sources=[*OTHER.sources, WIRE])
    now = replace(OTHER, sources=[*OTHER.sources, replace(WIRE, briefing="visit", sha256="9" * 64)])
    assert sorted(told(before, now)) == [
        ("source.added", ("visit",)),
        ("source.removed", ("talks",)),
        ("source.replaced", ("visit",)),
    ]


def test_what_a_new_briefing_tells_is_told_by_it_alone() -> None:
    visit = replace(MEETING, reports={"e-5": "visit"}, at=("visit", "s-00000002"))
    now = replace(OTHER, events=[MEETING, visit], facts=[replace(WHO, briefing="visit", at=visit.at)])
    before = replace(OTHER, briefings=[TALKS], sources=[NOTE], events=[MEETING])
    assert [change.aspect for change in changes(before, now).found] == ["briefing.new"]


def test_an_event_that_a_new_briefing_tells_too_concerns_the_old_one() -> None:
    before = replace(OTHER, briefings=[TALKS], sources=[NOTE], events=[MEETING])
    now = replace(OTHER, events=[replace(MEETING, reports={"e-5": "visit", "e-1": "note"}, at=("visit", "s-2"))])
    found = changes(before, now)
    assert [(change.aspect, change.briefings) for change in found.found] == [
        ("event.corroborated", ("talks",)),
        ("briefing.new", ("visit",)),
    ]
    assert found.led_by("talks") == found.by_briefing["talks"] == found.found[:1]


def test_events_that_become_one_are_not_gone() -> None:
    one = replace(MEETING, reports={"e-2": "wire"}, at=("wire", "s-00000003"))
    before = replace(BASE, sources=[NOTE, WIRE], events=[MEETING, one])
    now = replace(before, events=[replace(MEETING, reports={"e-1": "note", "e-2": "wire"})])
    assert [change.aspect for change in changes(before, now).found] == ["event.corroborated"]


SHORT = replace(MEETING, reports={"e-2": "wire"}, at=("wire", "s-00000003"), date="2025-07", clause="they met")
LONG = replace(MEETING, reports={"e-1": "note", "e-2": "wire"})


def test_an_event_that_parts_goes_on_with_its_words_and_the_rest_is_new() -> None:
    before = replace(BASE, sources=[NOTE, WIRE], events=[LONG])
    for events in ([MEETING, SHORT], [SHORT, MEETING]):
        found = {change.aspect: change.now for change in changes(before, replace(before, events=events)).found}
        assert found == {"event.parted": MEETING, "event.new": SHORT}


def test_events_that_become_one_are_held_against_the_one_that_gave_the_words() -> None:
    for events in ([MEETING, SHORT], [SHORT, MEETING]):
        before = replace(BASE, sources=[NOTE, WIRE], events=events)
        found = {change.aspect: change.before for change in changes(before, replace(before, events=[LONG])).found}
        assert found == {"event.corroborated": MEETING}


def test_an_event_goes_on_where_most_of_its_reports_do() -> None:
    whole = replace(MEETING, reports={"e-0": "gone", "e-1": "note", "e-2": "wire", "e-3": "wire"})
    more = replace(SHORT, reports={"e-2": "wire", "e-3": "wire"})
    before = replace(BASE, sources=[NOTE, WIRE], events=[whole])
    found = changes(before, replace(before, events=[MEETING, more])).found
    assert {change.now.words for change in found if change.before and change.now} == {more.clause}


def test_two_facts_of_one_sentence_are_not_taken_for_each_other() -> None:
    before = replace(BASE, facts=[replace(WHO, statement=name) for name in ("Peru", "Norway")])
    now = replace(BASE, facts=[replace(WHO, statement=name) for name in ("Chile", "Sweden")])
    aspects = [change.aspect for change in changes(before, now).found]
    assert aspects == ["fact.new", "fact.new", "fact.gone", "fact.gone"]


def test_changes_are_counted_the_weightiest_first() -> None:
    now = replace(CASES["source.replaced"][1], facts=[], judgements=[])
    assert changes(BASE, now).counts == {"source.replaced": 1, "judgement.withdrawn": 1, "fact.gone": 1}


WORDS = st.text(max_size=12)
IDS = st.sampled_from(["a", "b", "c"])
AT = st.tuples(IDS, IDS)
DATES = st.none() | st.dates()
SNAPSHOTS = st.builds(
    Snapshot,
    briefings=st.lists(
        st.builds(
            BriefingRecord,
            slug=IDS,
            title=WORDS,
            status=st.sampled_from(get_args(BriefingStatus)),
            bottom_line=WORDS,
            reviewed_on=DATES,
            information_to=DATES,
        ),
        unique_by=lambda record: record.slug,
    ),
    judgements=st.lists(
        st.builds(
            JudgementRecord,
            briefing=IDS,
            statement=WORDS,
            at=st.lists(AT, max_size=2),
            likelihood=st.none() | st.sampled_from(get_args(Likelihood)),
            confidence=st.none() | st.sampled_from(get_args(Confidence)),
        ),
        max_size=4,
    ),
    facts=st.lists(
        st.builds(
            FactRecord,
            briefing=IDS,
            question=st.sampled_from(get_args(Question)),
            statement=WORDS,
            at=AT,
            figure=st.none() | WORDS,
        ),
        max_size=4,
    ),
    actors=st.lists(st.builds(ActorRecord, id=IDS, name=WORDS), unique_by=lambda record: record.id),
).flatmap(
    lambda said: st.builds(
        lambda events: replace(
            said,
            sources=[
                SourceRecord(id=record.slug, briefing=record.slug, sha256=record.slug) for record in said.briefings
            ],
            events=events,
        ),
        st.lists(
            st.builds(
                EventRecord,
                reports=st.dictionaries(
                    st.uuids().map(str),
                    st.sampled_from([record.slug for record in said.briefings] or ["none"]),
                    min_size=1,
                    max_size=3,
                ),
                clause=WORDS,
                at=AT,
                status=WORDS,
                date=st.none() | WORDS,
                kind=st.none() | WORDS,
                disputed=st.booleans(),
                reported_by=st.lists(IDS, max_size=2),
            ),
            max_size=3 if said.briefings else 0,
        ),
    )
)


@given(SNAPSHOTS)
def test_what_has_not_changed_is_not_told(said: Snapshot) -> None:
    assert changes(said, said).found == ()


@given(SNAPSHOTS, SNAPSHOTS)
def test_any_two_days_can_be_compared(before: Snapshot, now: Snapshot) -> None:
    there = {record.slug for record in now.briefings}
    for change in changes(before, now).found:
        assert there.issuperset(change.briefings)
        assert change.before != change.now


@given(said=SNAPSHOTS, note=st.none() | WORDS, day=st.dates())
def test_an_edition_can_be_read_back(
    tmp_path_factory: pytest.TempPathFactory, said: Snapshot, note: str | None, day: datetime.date
) -> None:
    folder = tmp_path_factory.mktemp("edition")
    made = ClosedEdition.saying(said, day, note)
    assert close(made, folder / "edition.json", folder)
    assert read_closed(folder / "edition.json", folder) == made
    assert [path.name for path in folder.iterdir()] == ["edition.json"]


def test_a_corpus_says_what_its_pages_say() -> None:
    said = Snapshot.of(build.corpus(brief((build.talks(),), None)))
    assert [record.slug for record in said.briefings] == ["talks"]
    assert said.sources[0].sha256 == build.talks().source.sha256
    assert [(event.clause, event.date, event.status) for event in said.events] == [
        ("Norway cut its duty", "../2025-03-14", "reported"),
        ("Peru and Norway held talks on Friday", "2025-03-14", "reported"),
        ("Lima is to host a summit later this year", "2025-03-14/2025-12-31", "planned"),
        ("Oslo had walked out", None, "denied"),
    ]
    assert ActorRecord(id="ana-quispe", name="Ana Quispe") in said.actors
    assert [record.amount.value for record in said.facts if record.amount] == [40]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An edition of 1 September, closed."""
    path = tmp_path / "briefings" / "edition.json"
    path.parent.mkdir()
    close(ClosedEdition.saying(BASE, DAY), path, tmp_path)
    return path


def test_a_record_stands_on_a_line_of_its_own(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert json.loads(text)["said"]["actors"] == [{"id": "peru", "name": "Peru"}]
    assert '   {"id":"peru","name":"Peru"}\n' in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"version": 1', '"version": 7', r"edition\.json:2: version is not known, found '7'; expected 1, or a newer"),
        ('"version": 1', '"version": one', r"edition\.json:2: no JSON; expected the file as `briefings edition` wrote"),
        ("{\n", "<<<<<<< HEAD\n{\n", r"edition\.json:1: no JSON; .* after a merge, one side of it whole"),
        (
            "2025-09-01",
            "September",
            r"edition\.json:3: not a date; expected YYYY-MM-DD",
        ),
        ('"closed_on"', '"closed"', r"edition\.json:3: unknown key `closed`"),
        ('"They met."', '"They left."', r"edition\.json:5: edition was changed after it was closed"),
        ('"name":"Peru"', '"name":7', r"edition\.json:\d+: a number where words are expected"),
        ('"They met."', '"\x92\u2028They left."', r"edition\.json:5: edition was changed after it was closed"),
        ('"They met."', '"\x92\u2028", "tone": 1', r"edition\.json:8: unknown key `tone`"),
    ],
)
def test_a_broken_file_is_named_with_its_line(file: Path, old: str, new: str, message: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EditionError, match=message):
        read_closed(file, file.parents[1])


def test_the_note_may_be_written_by_hand(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"note": null', '"note": "In haste."'), encoding="utf-8")
    closed = read_closed(file, file.parents[1])
    assert closed
    assert closed.note == "In haste."


def test_no_edition_is_no_error(tmp_path: Path) -> None:
    assert read_closed(tmp_path / "edition.json", tmp_path) is None


def test_an_edition_that_says_the_same_is_left_alone(file: Path) -> None:
    before = file.read_bytes()
    assert not close(ClosedEdition.saying(BASE, DAY), file, file.parents[1])
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "day", "message"),
    [
        (OTHER, DAY, "the site said something else when the edition"),
        (OTHER, DAY.replace(month=8), "an edition of a later day"),
        (BASE, DAY.replace(month=8), "an edition of a later day"),
    ],
)
def test_an_edition_is_not_lost_by_accident(file: Path, said: Snapshot, day: datetime.date, message: str) -> None:
    before = file.read_bytes()
    other = ClosedEdition.saying(said, day, "In haste.")
    with pytest.raises(EditionError, match=message + r".*found '2025-09-01'; expected `--on` with a later day, or"):
        close(other, file, file.parents[1])
    assert file.read_bytes() == before
    assert close(other, file, file.parents[1], replace=True)
    assert read_closed(file, file.parents[1]) == other


def test_an_edition_that_says_the_same_may_have_another_note(file: Path) -> None:
    noted = ClosedEdition.saying(BASE, DAY, "In haste.")
    assert close(noted, file, file.parents[1])
    assert read_closed(file, file.parents[1]) == noted
    assert not close(ClosedEdition.saying(BASE, DAY), file, file.parents[1])


def test_a_later_edition_takes_the_place_of_the_last(file: Path) -> None:
    assert close(ClosedEdition.saying(BASE, DAY.replace(day=2)), file, file.parents[1])
