"""The world gazetteer, and the desk's register laid over it."""

import datetime
import itertools
import re
from pathlib import Path

import pytest

from mkdocs_briefings.errors import RegisterError
from mkdocs_briefings.register import Register, form_key, slug

AUGUST_2025 = datetime.date(2025, 8, 8)


@pytest.fixture(scope="module")
def world() -> Register:
    return Register.load()


def meant(register: Register, words: str, date: datetime.date | None = None) -> list[str]:
    return [actor_id for form in register.meanings(words, date) for actor_id in form.actor_ids]


def desk(tmp_path: Path, yaml: str) -> Register:
    path = tmp_path / "actors.yml"
    path.write_text(yaml, encoding="utf-8")
    return Register.load(path)


def refused(tmp_path: Path, yaml: str) -> str:
    with pytest.raises(RegisterError) as error:
        desk(tmp_path, yaml)
    return str(error.value).removeprefix(f"{tmp_path.name}/")


class TestWorld:
    def test_every_id_is_a_slug_and_stands_under_itself(self, world: Register) -> None:
        for actor_id, actor in world.actors.items():
            assert actor.id == actor_id
            assert slug(actor_id) == actor_id

    def test_every_form_is_looked_up_by_its_key_and_leads_to_actors(self, world: Register) -> None:
        for key, forms in world.forms.items():
            assert form_key(key) == key
            for form in forms:
                assert form.actor_ids
                assert all(actor_id in world.actors for actor_id in form.actor_ids)

    def test_every_role_is_of_an_actor_and_ends_after_it_begins(self, world: Register) -> None:
        for actor in world.actors.values():
            for role in actor.roles:
                assert role.of in world.actors
                assert role.since
                if role.until:
                    assert role.since.earliest < role.until.latest, (actor.id, role)  # type: ignore[operator]

    def test_every_country_is_a_state_of_the_gazetteer(self, world: Register) -> None:
        for actor in world.actors.values():
            assert actor.country is None or actor.country in {*world.states, "EU"}, actor.id

    def test_no_wikidata_id_is_given_twice(self, world: Register) -> None:
        given = [actor.wikidata for actor in world.actors.values() if actor.wikidata]
        assert len(given) == len(set(given))

    def test_no_two_actors_carry_one_address(self, world: Register) -> None:
        assert len({actor.id for actor in world.actors.values()}) == len(world.actors)

    @pytest.mark.parametrize(
        ("words", "actor_id"),
        [
            ("India", "india"),
            ("New Delhi", "india"),
            ("Indians", "india"),
            ("U.S.", "united-states"),
            ("US", "united-states"),
            ("UK", "united-kingdom"),
            ("Burma", "myanmar"),
            ("Dutch", "netherlands"),
            ("USSR", "soviet-union"),
            ("Kremlin", "kremlin"),
            ("Élysée", "elysee-palace"),
            ("Elysee", "elysee-palace"),
            ("NATO", "north-atlantic-treaty-organization"),
            ("World Health Organisation", "world-health-organization"),
            ("Hezbollah", "hezbollah"),
            ("Steven Witkoff", "steve-witkoff"),
            ("Viktor Orban", "viktor-orban"),
            ("People’s Liberation Army", "peoples-liberation-army"),
        ],
    )
    def test_a_form_leads_to_its_actor(self, world: Register, words: str, actor_id: str) -> None:
        assert set(meant(world, words)) == {actor_id}

    def test_capitals_tell_states_and_bodies_from_words(self, world: Register) -> None:
        assert meant(world, "us") == []
        assert meant(world, "who") == []
        assert meant(world, "WHO") == ["world-health-organization"]

    def test_a_form_of_two_actors_names_both(self, world: Register) -> None:
        assert set(meant(world, "Korea")) == {"north-korea", "south-korea"}

    def test_names_of_former_states_lead_to_them_and_to_their_years(self, world: Register) -> None:
        assert meant(world, "Soviet") == ["soviet-union", "soviet-union"]
        assert world.actors["soviet-union"].country == "SU"

    def test_a_form_may_change_hands(self, world: Register) -> None:
        assert meant(world, "George Bush", datetime.date(1990, 8, 2)) == ["george-h-w-bush"]
        assert meant(world, "George Bush", datetime.date(2003, 3, 20)) == ["george-w-bush"]
        assert meant(world, "George Bush") == []


class TestHolders:
    def test_the_holder_is_the_one_of_that_day(self, world: Register) -> None:
        holders = world.holders("india", "prime minister", AUGUST_2025)
        assert [actor.name for actor in holders] == ["Narendra Modi"]

    def test_the_day_of_handing_over_belongs_to_the_successor(self, world: Register) -> None:
        day = datetime.date(2025, 1, 20)
        assert [actor.id for actor in world.holders("united-states", "president", day)] == ["donald-trump"]

    def test_with_no_successor_the_last_day_is_still_the_leavers(self, world: Register) -> None:
        holders = world.holders("syria", "president", datetime.date(2024, 12, 8))
        assert [actor.id for actor in holders] == ["bashar-al-assad"]

    def test_a_month_of_change_has_both(self, world: Register) -> None:
        day = datetime.date(2011, 5, 15)
        assert len(world.holders("arab-league", "secretary-general", day)) == 1
        assert len(world.holders("arab-league", "secretary-general", datetime.date(2011, 7, 15))) == 2

    def test_nobody_holds_a_vacant_or_unknown_office(self, world: Register) -> None:
        assert world.holders("united-states", "foreign minister", datetime.date(2018, 4, 10)) == ()
        assert world.holders("united-states", "astronomer", AUGUST_2025) == ()


class TestDesk:
    def test_a_missing_file_leaves_the_world(self, tmp_path: Path) -> None:
        assert "india" in Register.load(tmp_path / "actors.yml").actors

    def test_an_empty_file_leaves_the_world(self, tmp_path: Path) -> None:
        assert "india" in desk(tmp_path, "# nothing yet\n").actors

    def test_an_actor_is_added_with_its_roles(self, tmp_path: Path) -> None:
        register = desk(
            tmp_path,
            "actors:\n"
            "  - id: lena-orsk\n    name: Lena Orsk\n    type: person\n    country: NO\n    aliases: [L. Orsk]\n"
            "    roles:\n      - {title: Envoy for Fisheries, of: norway, since: 2024-03, until: 2025-06-30}\n",
        )
        actor = register.actors["lena-orsk"]
        assert (actor.country, actor.sort_name, actor.roles[0].title) == ("NO", "Orsk", "Envoy for Fisheries")
        assert meant(register, "L. Orsk") == ["lena-orsk"]
        assert register.surnames["orsk"] == ("lena-orsk",)
        assert register.holders("norway", "envoy for fisheries", datetime.date(2024, 5, 1)) == (actor,)

    def test_an_actor_of_the_world_is_renamed_and_keeps_its_old_name_as_an_alias(self, tmp_path: Path) -> None:
        register = desk(tmp_path, "actors:\n  - {id: turkey, name: Türkiye}\n")
        assert register.actors["turkey"].name == "Türkiye"
        assert "Turkey" in register.actors["turkey"].aliases
        assert meant(register, "Ankara") == ["turkey"]

    def test_a_merge_keeps_names_and_the_old_address(self, tmp_path: Path) -> None:
        register = desk(tmp_path, "actors:\n  - {id: russia, merge: [kremlin]}\n")
        assert "kremlin" not in register.actors
        assert meant(register, "Kremlin") == ["russia"]
        assert register.former() == {"kremlin": "russia"}

    def test_a_split_takes_the_names_along(self, tmp_path: Path) -> None:
        register = desk(
            tmp_path,
            "actors:\n  - {id: common-market, name: Common Market, type: international organisation, "
            "aliases: [EEC], split_from: european-union}\n",
        )
        assert meant(register, "EEC") == ["common-market"]
        assert "EEC" not in register.actors["european-union"].aliases
        assert meant(register, "EU") == ["european-union"]

    def test_actors_and_aliases_are_dropped(self, tmp_path: Path) -> None:
        register = desk(tmp_path, "actors:\n  - {id: hamas, drop_aliases: [Hamas]}\ndrop: [google]\n")
        assert "google" not in register.actors
        assert meant(register, "Google") == []
        assert meant(register, "Hamas") == []

    def test_a_name_the_world_does_not_know_is_nobody(self, tmp_path: Path) -> None:
        register = desk(tmp_path, "nobody: [Silk Road]\n")
        assert register.is_nobody("SILK ROAD")
        assert not register.is_nobody("Google")

    def test_the_desks_name_is_nobody_elses(self, tmp_path: Path) -> None:
        register = desk(
            tmp_path, "actors:\n  - {id: georgia-us, name: State of Georgia, type: government, aliases: [Georgia]}\n"
        )
        assert meant(register, "Georgia") == ["georgia-us"]

    def test_one_name_may_be_two_actors_at_different_times(self, tmp_path: Path) -> None:
        register = desk(
            tmp_path,
            "actors:\n"
            '  - {id: old-union, name: Old Union, type: organisation, aliases: ["the Union@..1999-12-31"]}\n'
            '  - {id: new-union, name: New Union, type: organisation, aliases: ["the Union@2000-01-01.."]}\n',
        )
        assert meant(register, "the Union", datetime.date(1995, 1, 1)) == ["old-union"]
        assert meant(register, "the Union", datetime.date(2005, 1, 1)) == ["new-union"]


class TestBrokenDesk:
    def test_an_id_given_twice_is_named_with_its_line(self, tmp_path: Path) -> None:
        said = refused(tmp_path, "actors:\n  - {id: india}\n  - {id: russia}\n  - {id: india}\n")
        assert said.startswith("actors.yml:4: actor id given twice, found 'india'")

    def test_two_actors_with_one_name_at_one_time_are_refused(self, tmp_path: Path) -> None:
        yaml = (
            "actors:\n  - {id: one, name: One, type: party, aliases: [The League]}\n"
            "  - id: two\n    name: Two\n    type: party\n    aliases:\n      - the league\n"
        )
        assert refused(tmp_path, yaml).startswith("actors.yml:7: two actors with one name")

    @pytest.mark.parametrize(
        ("yaml", "problem"),
        [
            ("actors:\n  - {id: india, nmae: Bharat}\n", "unknown key `nmae`"),
            ("actors:\n  - {id: india, country: XQ}\n", "unknown country code, found 'XQ'"),
            ("actors:\n  - {id: atlantis}\n", "actor is not in the world gazetteer, found 'atlantis'"),
            ("actors:\n  - {id: Atlantis, name: Atlantis, type: state}\n", "actor id is no slug"),
            ("actors:\n  - {id: india, wikidata: 668}\n", "a number where words are expected"),
            ("actors:\n  - {id: india, wikidata: Q0x}\n", "not a Wikidata id"),
            ("actors:\n  - {id: india, merge: [nowhere]}\n", "merge of an unknown actor, found 'nowhere'"),
            ("actors:\n  - {id: india, merge: [india]}\n", "merge of an unknown actor"),
            ("actors:\n  - {id: india, split_from: nowhere}\n", "split from an unknown actor"),
            ("drop:\n  - nowhere\n", "drop of an unknown actor, found 'nowhere'"),
            ("nobody: [Volga, Google]\n", "name of an actor, found 'Google'"),
            ("actors:\n  - {id: hu-jintao, roles: [{title: Envoy, of: nowhere}]}\n", "role of an unknown actor"),
            ("actors:\n  - {id: hu-jintao, roles: [{title: Envoy, since: spring}]}\n", "not a date, found 'spring'"),
            (
                "actors:\n  - {id: hu-jintao, roles: [{title: Envoy, since: 2024-05, until: 2023}]}\n",
                "role ends before it begins, found '2023'",
            ),
            ("actors:\n  - {id: one, name: One, type: wizard}\n", "wizard"),
            ("actors: [\n", "broken YAML"),
        ],
    )
    def test_it_says_what_is_wrong_and_where(self, tmp_path: Path, yaml: str, problem: str) -> None:
        said = refused(tmp_path, yaml)
        assert problem in said
        assert said.startswith("actors.yml:")
        assert "\n" not in said


ALPHA = "  - {id: aa, name: Zog Alpha, type: person, aliases: [Zogling]}\n"
BETA = "  - {id: bb, name: Zog Beta, type: person, merge: [aa]}\n"
GAMMA = "  - {id: cc, name: Zog Gamma, type: person, merge: [bb]}\n"


@pytest.mark.parametrize("records", list(itertools.permutations((ALPHA, BETA, GAMMA))))
def test_merges_may_follow_each_other_in_any_order(tmp_path: Path, records: tuple[str, ...]) -> None:
    register = desk(tmp_path, "actors:\n" + "".join(records))
    assert {"aa", "bb"} == {old for old, now in register.former().items() if now == "cc"}
    for name in ("Zogling", "Zog Alpha", "Zog Beta", "Zog Gamma"):
        assert [form.actor_ids for form in register.meanings(name)] == [("cc",)]


def test_a_register_that_is_not_utf_8_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_bytes(b"actors:\n  - {id: zork, name: Caf\xe9, type: person}\n")
    with pytest.raises(RegisterError, match=r"actors\.yml:2: file is not UTF-8"):
        Register.load(tmp_path / "actors.yml")


def test_a_dropped_record_takes_no_name_from_the_world(tmp_path: Path) -> None:
    register = desk(tmp_path, "actors:\n  - {id: aa, name: Russia, type: person}\ndrop: [aa]\n")
    assert ("russia",) in [form.actor_ids for form in register.meanings("Russia")]


def test_the_offices_of_a_merged_state_are_those_of_the_state_it_is_now(tmp_path: Path) -> None:
    yaml = "actors:\n  - {id: zogland, name: Zogland, type: state, country: RU, merge: [russia]}\n"
    holders = desk(tmp_path, yaml).holders("zogland", "president", datetime.date(2025, 8, 1))
    assert [actor.id for actor in holders] == ["vladimir-putin"]


def test_a_renamed_person_is_called_by_the_new_surname(tmp_path: Path) -> None:
    register = desk(tmp_path, "actors:\n  - {id: narendra-modi, name: Narendra Zork}\n")
    assert register.surnames["zork"] == ("narendra-modi",)


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        ("name: ' '", "actors.yml:2: blank name"),
        ("name: Zork, aliases: ['']", "actors.yml:2: blank name"),
        ("name: Zork, aliases: ['Zork@2020..']", "actors.yml:2: not a period, found 'Zork@2020..'"),
        ("name: Zork, aliases: ['Zork@2020-02-01..2019-01-01']", "actors.yml:2: name ends before it begins"),
    ],
)
def test_a_broken_name_is_an_error_with_its_line(tmp_path: Path, names: str, problem: str) -> None:
    with pytest.raises(RegisterError, match=re.escape(problem)):
        desk(tmp_path, f"actors:\n  - {{id: zork, type: person, {names}}}\n")
