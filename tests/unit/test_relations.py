"""Who deals with whom: in person or through those who act for them, in cooperation or in conflict."""

from dataclasses import replace
from typing import Literal

import pytest

from mkdocs_briefings.annotations import Mention
from mkdocs_briefings.briefing import brief
from mkdocs_briefings.corpus import gather
from mkdocs_briefings.corpus.extent import extent
from mkdocs_briefings.corpus.relations import Relation
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.register import Actor, Register, Role
from tests import builders as build

QUISPE = replace(
    build.QUISPE,
    roles=(Role(title="Prime Minister", of="peru", since=PartialDate("2021-07-28"), until=PartialDate("2025-03-20")),),
)
PALACE = Actor(id="palace", name="The Palace", type="government", country="NO")
ALLIANCE = Actor(id="alliance", name="The Alliance", type="international organisation")
Told = tuple[tuple[str, ...], tuple[str, ...], dict[str, object]]  # agents, recipients, more of the event
ACTORS = (build.PERU, build.NORWAY, QUISPE, PALACE, ALLIANCE)


def relations(
    *events: Told,
    published: str | None = "2025-03-14",
    palace: Literal["ORG", "GPE"] = "ORG",
) -> dict[tuple[str, str], Relation]:
    """The relations that follow from events of (agents, recipients, more), each told in a sentence of its own."""
    text = "Peru, Norway, Quispe, the Palace and the Alliance dealt." + "".join(
        f" They dealt the {number}." for number, _ in enumerate(events)
    )
    names = {"peru": "Peru", "norway": "Norway", "ana-quispe": "Quispe", "palace": "Palace", "alliance": "Alliance"}
    mentions: list[Mention] = [build.mention(text, name, identity) for identity, name in names.items()]
    mentions[3] = replace(mentions[3], entity_type=palace)
    given: dict[str, object] = {"event_type": "CONSULT", "sure": True, "date": PartialDate("2025-03-13")}
    told = [
        build.event(
            text,
            f"They dealt the {number}",
            f"dealt the {number}",
            **{**given, "date_source": "own", "actors": agents, "recipients": recipients, **more},
        )
        for number, (agents, recipients, more) in enumerate(events)
    ]
    document = build.document(build.source(text, "talks", published), mentions=mentions, events=told, actors=ACTORS)
    states = {"PE": "peru", "NO": "norway"}
    register = Register(actors={actor.id: actor for actor in ACTORS}, states=states)
    corpus = gather((brief((document,), None),), register)
    return {(relation.first.id, relation.second.id): relation for relation in corpus.relations}


def test_both_take_part_by_name() -> None:
    relation = relations((("peru",), ("norway",), {}))["norway", "peru"]
    assert [(dealing.first, dealing.second, dealing.quad) for dealing in relation.dealings] == [
        (("norway",), ("peru",), "verbal_cooperation")
    ]


def test_who_holds_an_office_on_the_day_acts_for_the_state() -> None:
    found = relations((("ana-quispe",), ("norway",), {}))
    assert found["norway", "peru"].dealings[0].second == ("ana-quispe",)
    assert ("ana-quispe", "norway") in found
    assert ("ana-quispe", "peru") not in found


def test_an_office_that_has_ended_or_not_begun_does_not_count() -> None:
    for day in ("2025-03-21", "2021-07-27"):
        event: Told = (("ana-quispe",), ("norway",), {"date": PartialDate(day)})
        assert ("norway", "peru") not in relations(event, published="2025-04-01")


def test_what_has_no_date_is_read_as_of_its_article_and_without_one_nobody_acts_for_a_state() -> None:
    event: Told = (("ana-quispe",), ("norway",), {"date": None})
    assert ("norway", "peru") in relations(event)
    assert ("norway", "peru") not in relations(event, published=None)


def test_a_body_of_a_government_acts_for_its_state_and_a_region_for_itself() -> None:
    event: Told = (("palace",), ("peru",), {})
    assert relations(event)["norway", "peru"].dealings[0].first == ("palace",)
    assert ("norway", "peru") not in relations(event, palace="GPE")
    assert ("palace", "peru") in relations(event, palace="GPE")


def test_allies_against_a_third_are_not_in_conflict_with_each_other() -> None:
    found = relations((("norway", "alliance"), ("peru",), {"event_type": "ASSAULT"}))
    assert found["alliance", "norway"].dealings[0].quad is None
    assert found["norway", "peru"].dealings[0].quad == "material_conflict"


def test_who_acts_together_in_peace_cooperates_and_who_is_met_by_one_guest_has_not_met() -> None:
    found = relations((("norway", "alliance"), ("peru",), {}), (("norway",), ("peru", "alliance"), {}))
    assert [dealing.quad for dealing in found["alliance", "norway"].dealings] == 2 * ["verbal_cooperation"]
    assert [dealing.quad for dealing in found["alliance", "peru"].dealings] == ["verbal_cooperation", None]


@pytest.mark.parametrize(
    "more", [{"status": "planned"}, {"status": "denied"}, {"status": "alleged"}, {"sure": False}, {"event_type": None}]
)
def test_only_what_is_reported_and_of_a_sure_kind_is_counted(more: dict[str, object]) -> None:
    relation = relations((("peru",), ("norway",), more))["norway", "peru"]
    assert len(relation.dealings) == 1
    assert (relation.cooperative, relation.conflictual) == (0, 0)


def test_cooperation_and_conflict_are_counted_in_words_and_in_deeds() -> None:
    kinds = ("CONSULT", "AID", "ACCUSE", "SANCTION", "SANCTION")
    events: list[Told] = [(("peru",), ("norway",), {"event_type": kind}) for kind in kinds]
    relation = relations(*events)["norway", "peru"]
    assert (relation.cooperative, relation.conflictual) == (2, 3)
    assert relation.quads["material_conflict"] == 2


def test_powers_need_two_events_for_a_page_and_a_person_with_a_state_has_none() -> None:
    once = relations((("ana-quispe",), ("norway",), {}))
    twice = relations(*2 * [(("ana-quispe",), ("norway",), {})])
    assert not once["norway", "peru"].is_pair
    assert twice["norway", "peru"].is_pair
    assert not twice["ana-quispe", "norway"].is_pair


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2025-03-13", "2021"], ["2021", "2025-03"]),
        (["2025-03-13", "2025-03"], ["2025-03"]),
        (["../2025-03-14", "198X"], ["1980", "2025-03"]),
        (["2024-11/2025", "XXXX"], ["2024-11", "2025"]),
        (["2025-08-01/.."], ["2025-08"]),
        ([], []),
    ],
)
def test_dates_reach_from_a_month_or_year_to_another(dates: list[str], expected: list[str]) -> None:
    assert [period.edtf for period in extent(map(PartialDate, dates))] == expected
