"""Two tellings of one event, and of two that only look alike."""

from dataclasses import replace

import pytest

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.plover import QUADS, TWO_SIDED
from mkdocs_briefings.register import Actor, Role
from mkdocs_briefings.same_event import Telling, is_same, may_be_same
from tests import builders

NAMES = {"Peru": "peru", "Norway": "norway", "Quispe": "ana-quispe", "Berg": "kari-berg"}
DAY = PartialDate("2025-03-14")
BERG = Actor(id="kari-berg", name="Kari Berg", type="person", roles=(Role(title="Premier", of="norway"),))


def told(text: str, trigger: str, **more: object) -> Telling:
    """An event that is a whole article, on a day of March 2025, agents first and recipients after the trigger."""
    mentions = [builders.mention(text, name, identity) for name, identity in NAMES.items() if name in text]
    at = text.index(trigger)
    given: dict[str, object] = {
        "event_type": "SANCTION",
        "actors": tuple(m.actor_id for m in mentions if m.span.start < at),
        "recipients": tuple(m.actor_id for m in mentions if m.span.start > at),
        "date": DAY,
        "date_source": "own",
    }
    event = builders.event(text, text, trigger, **{**given, **more})
    document = builders.document(builders.source(text), mentions=mentions, actors=(*builders.ACTORS, BERG))
    return Telling(event, document)


def changed_in(telling: Telling, **changed: object) -> Telling:
    return Telling(replace(telling.event, **changed), telling.document)  # type: ignore[arg-type]


TARIFFS = told("Peru imposed steep tariffs on fish from Norway", "imposed steep tariffs")


def test_two_tellings_of_one_deed_are_the_same() -> None:
    other = told("Peru on Friday slapped a new tariff on Norway", "slapped a new tariff")
    assert is_same(TARIFFS, other)
    assert is_same(other, TARIFFS)


def test_of_what_is_done_together_it_is_no_matter_who_comes_first() -> None:
    talks = told("Peru and Norway held talks", "talks", event_type="CONSULT")
    meeting = told("Norway met delegates of Peru", "met", event_type="CONSULT")
    assert is_same(talks, meeting)


def test_of_what_one_does_to_another_it_is() -> None:
    assert not is_same(TARIFFS, told("Norway imposed steep tariffs on fish from Peru", "imposed steep tariffs"))


@pytest.mark.parametrize(
    "changed",
    [
        {"date": PartialDate("2025-03-15")},
        {"date": PartialDate("2025-03")},
        {"date": None},
        {"date_source": "article"},  # it happened on that day or before
        {"status": "planned"},
        {"polarity": "NEG"},
        {"event_type": "COERCE"},
        {"event_type": None},
        {"recipients": ("ana-quispe",)},
        {"is_speech": True},
    ],
)
def test_what_differs_in_one_thing_that_tells_is_another_event(changed: dict[str, object]) -> None:
    assert is_same(TARIFFS, TARIFFS)
    assert not is_same(TARIFFS, changed_in(TARIFFS, **changed))


def test_days_that_are_not_exact_are_never_the_same() -> None:
    month = told("Peru imposed steep tariffs on Norway", "imposed steep tariffs", date=PartialDate("2025-03"))
    assert not is_same(month, month)
    assert may_be_same(month, TARIFFS)


def test_two_stated_places_part_two_events_and_one_within_the_other_does_not() -> None:
    def met_in(place: str) -> Telling:
        text = f"Peru met Norway in {place}"
        return told(text, "met", event_type="CONSULT", location=builders.find(text, place))

    assert not is_same(met_in("Oslo"), met_in("Lima"))
    assert is_same(met_in("Oslo"), met_in("the old town of Oslo"))


def test_one_may_accuse_another_twice_a_day() -> None:
    def accused(of: str) -> Telling:
        return told(f"Peru accused Norway of {of}", "accused", event_type="ACCUSE")

    assert is_same(accused("spying on its fleet"), accused("spying"))
    assert not is_same(accused("spying"), accused("dumping fish"))


def test_what_one_actor_does_alone_needs_the_same_word() -> None:
    quit_ = told("Quispe quit on Friday", "quit", event_type="RETREAT")
    assert is_same(quit_, told("On Friday Quispe quit", "quit", event_type="RETREAT", actors=("ana-quispe",)))
    assert not is_same(quit_, told("Quispe stepped down", "stepped", event_type="RETREAT"))


def test_what_has_no_type_needs_the_same_word_too() -> None:
    opened = told("Peru and Norway opened a bridge", "opened", event_type=None)
    assert is_same(opened, told("Peru and Norway opened the bridge", "opened", event_type=None))
    assert not is_same(opened, told("Peru and Norway closed a bridge", "closed", event_type=None))
    assert not is_same(opened, told("Peru and Norway opened a museum", "opened", event_type=None))


def test_a_person_may_stand_for_the_state_they_act_for() -> None:
    people = told("Quispe spoke by telephone with Berg", "spoke", event_type="CONSULT")
    states = told("Peru and Norway held talks", "talks", event_type="CONSULT")
    assert not is_same(people, states)
    assert may_be_same(people, states)
    assert may_be_same(states, people)


def test_one_state_in_common_is_not_enough() -> None:
    at_home = told("Quispe spoke with Peru", "spoke", event_type="CONSULT")
    abroad = told("Peru and Norway held talks", "talks", event_type="CONSULT")
    assert not may_be_same(at_home, abroad)
    assert not may_be_same(abroad, at_home)


def test_what_cannot_be_one_day_or_one_sort_cannot_be_the_same() -> None:
    later = changed_in(TARIFFS, date=PartialDate("2025-04"))
    undated = changed_in(TARIFFS, date=None)
    aid = told("Peru sent food to Norway", "sent food", event_type="AID")
    for other in (later, undated, aid):
        assert not may_be_same(TARIFFS, other)


def test_what_is_the_same_may_be_the_same() -> None:
    alone = told("Quispe quit on Friday", "quit", event_type="RETREAT")
    for one in (TARIFFS, alone):
        assert is_same(one, one)
        assert may_be_same(one, one)


def test_every_type_has_its_quad() -> None:
    assert len(QUADS) == 16
    assert set(QUADS) >= TWO_SIDED


def test_persons_who_meet_are_the_same_two_whatever_host_one_telling_names() -> None:
    met = told("Quispe met Berg on Friday", "met", event_type="CONSULT")
    at_a_summit = told("Berg and Quispe held talks with Norway at a summit", "held talks", event_type="CONSULT")
    assert is_same(met, at_a_summit)


def test_a_plan_is_not_its_report() -> None:
    talks = told("Peru and Norway held talks", "talks", event_type="CONSULT")
    assert not may_be_same(talks, changed_in(talks, status="planned"))


def test_of_two_kinds_of_one_quad_a_detail_must_agree() -> None:
    talks = told("Peru and Norway held talks on fish", "held talks", event_type="CONSULT")
    assert may_be_same(talks, told("Peru and Norway agreed on fish", "agreed", event_type="AGREE"))
    assert not may_be_same(talks, told("Peru and Norway praised a film", "praised", event_type="SUPPORT"))


def test_a_telling_that_leaves_out_to_whom_is_the_same_where_one_word_tells_both() -> None:
    silent = told("Peru imposed steep tariffs on fish", "imposed steep tariffs")
    assert is_same(TARIFFS, silent)
    assert not is_same(TARIFFS, told("Peru slapped a duty on fish", "slapped a duty"))
