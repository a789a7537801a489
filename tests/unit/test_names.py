"""Names: every example of the rules, and what no single rule shows."""

import re
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.annotate.mentions import mentions
from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.loader import rules_folder
from mkdocs_briefings.source import Source
from tests.proportion import grows_in_proportion

RULES = Rules.load()
REGISTER = Register.load()
MARKED = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def read(text: str) -> Document:
    document = Document(source=Source(id="a", text=text, sha256=""))
    return mentions(sentences(document, RULES, REGISTER), RULES, REGISTER)


def names(text: str) -> list[tuple[str, str]]:
    return [(mention.span.of(text), mention.entity_type) for mention in read(text).mentions]


def titles(text: str) -> dict[str, str | None]:
    return {mention.span.of(text): mention.title.of(text) if mention.title else None for mention in read(text).mentions}


@pytest.mark.parametrize("example", RULES.names.examples)
def test_the_examples_of_the_rules_hold(example: str) -> None:
    assert names(MARKED.sub(r"\1", example)) == MARKED.findall(example)


def test_every_record_of_evidence_has_an_example() -> None:
    records = yaml.safe_load((rules_folder() / "names.yaml").read_text(encoding="utf-8"))["evidence"]
    assert [record["id"] for record in records if not record.get("examples")] == []


def test_titles_stand_outside_the_name() -> None:
    text = (
        "Prime Minister Ilva Torrin and Russian President Dario Venn spoke. "
        "National Security Adviser Mira Sandoval met U.S. special envoy Oskar Lindqvist. Dr. Sandoval left."
    )
    assert titles(text) == {
        "Ilva Torrin": "Prime Minister",
        "Dario Venn": "Russian President",
        "Mira Sandoval": "National Security Adviser",
        "U.S.": None,
        "Oskar Lindqvist": "U.S. special envoy",
        "Sandoval": "Dr.",
    }


def test_a_surname_after_the_full_name_is_that_person() -> None:
    assert names("Ilva Torrin flew to Lima. “We agree,” Torrin said. Torrin left.") == [
        ("Ilva Torrin", "PER"),
        ("Lima", "GPE"),
        ("Torrin", "PER"),
        ("Torrin", "PER"),
    ]


def test_an_acronym_in_brackets_is_the_organisation_before_it() -> None:
    assert names("The Velmar Harbour Authority (VHA) opened. Later the VHA closed.") == [
        ("Velmar Harbour Authority", "ORG"),
        ("VHA", "ORG"),
        ("VHA", "ORG"),
    ]


def test_two_states_in_one_compound_are_two_names() -> None:
    assert names("They spoke of the India-Russia partnership and a Putin-Trump meeting.") == [
        ("India", "GPE"),
        ("Russia", "GPE"),
        ("Putin", "PER"),
        ("Trump", "PER"),
    ]


def test_adjectives_and_demonyms_name_nobody() -> None:
    assert names("Indian officials met the Russians, and a French diplomat.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Torvan rejected that. Two Torvanese soldiers had crossed the river.",
        "Torvan rejected that and recalled its ambassador.",
        "Torvan's foreign ministry rejected that. So Torvan left.",
        "The army of the Republic of Torvan came. Torvan was calm.",
        "Foreign Minister Ilva Melk of Torvan came. Torvan was calm.",
        "Peru and Torvia signed. Torvia was calm.",
    ],
)
def test_a_state_that_no_list_knows_is_told_by_what_states_have(text: str) -> None:
    told = names(text)
    assert {kind for name, kind in told if name in ("Torvan", "Torvia")} == {"GPE"}
    assert not [name for name, _ in told if name == "Torvanese"]


def test_what_a_state_has_may_be_another_ones() -> None:
    assert ("Melk", "GPE") not in names("Ilva Melk left. Melk said that Peru closed its border.")


def test_a_place_that_opens_a_sentence_is_not_part_of_the_subject() -> None:
    assert names("In Moscow Putin spoke. At the United Nations Kenya abstained.") == [
        ("Moscow", "GPE"),
        ("Putin", "PER"),
        ("United Nations", "ORG"),
        ("Kenya", "GPE"),
    ]


def test_a_listed_name_may_end_in_a_number() -> None:
    assert names("The Group of Seven met.") == [("Group of Seven", "ORG")]


def test_an_order_that_is_bestowed_and_a_numbered_document_name_nobody() -> None:
    assert names("He received the Order of Merit under resolution RS-4/2.") == []


def test_an_adjective_belongs_to_an_organisation() -> None:
    assert names("The Russian Foreign Ministry denied it.") == [("Russian Foreign Ministry", "ORG")]


def test_twitter_is_no_person() -> None:
    assert all(kind != "PER" for _, kind in names("In a post on X (formerly Twitter), Twitter said it was down."))


def test_handles_topics_and_addresses_hold_no_names() -> None:
    assert names("Read @IlvaTorrin and #Peru at https://example.org/Peru/Lima today.") == []


def test_a_particle_in_lower_case_opens_a_family_name() -> None:
    assert names("We met Ilva von der Melk. Later von der Melk left.") == [
        ("Ilva von der Melk", "PER"),
        ("von der Melk", "PER"),
    ]


def test_an_election_of_a_place_is_not_the_place() -> None:
    assert names("She won in the 2015 Ohio state election.") == []


def test_a_headline_in_capitals_gives_the_names_that_the_text_knows() -> None:
    text = "TORRIN MEETS ENVOY IN PERU\nPresident Ilva Torrin met an envoy."
    assert names(text) == [("TORRIN", "PER"), ("PERU", "GPE"), ("Ilva Torrin", "PER")]


def test_a_title_may_belong_to_a_body() -> None:
    assert names("The Israeli Prime Minister's Office denied it.") == [("Israeli Prime Minister's Office", "ORG")]


def test_a_title_may_take_in_whose_it_is() -> None:
    assert titles("White House spokesman Peter Torvan spoke.") == {
        "White House": None,
        "Peter Torvan": "White House spokesman",
    }


def test_a_name_may_run_over_the_end_of_a_hard_wrapped_line() -> None:
    text = "The envoy said late on Monday that President Ilva\nTorrin would not come to the talks, and\nthat was all."
    assert names(text) == [("Ilva\nTorrin", "PER")]


def test_a_city_with_a_score_is_a_team_in_a_text_on_sports() -> None:
    text = "Soccer league results of the season\nLeeds 2 Bradford 1\nThe match in Leeds drew a crowd."
    assert names(text) == [("Leeds", "ORG"), ("Bradford", "ORG"), ("Leeds", "GPE")]


@pytest.mark.parametrize(
    "text",
    [
        "A" * 10_000 + " met " + "B" * 10_000,
        "Ilva " * 10_000,
        "ALL IN CAPITALS " * 5_000,
        "Torrin-" * 5_000,
        "of the Ministry " * 5_000,
        "President " * 10_000 + "Torrin",
        "(TORRIN " * 5_000,
        "É" * 10_000,
    ],
    ids=["long words", "one run", "capitals", "hyphens", "joins", "titles", "brackets", "accents"],
)
def test_hostile_names_neither_break_nor_slow_it(text: str) -> None:
    assert grows_in_proportion(lambda size: read(text[:size]), len(text) // 10, len(text))


@pytest.mark.parametrize(
    "text", ["<b>Ilva Torrin</b> spoke.", "\u202eIlva Torrin\u202c spoke.", "Ilva Torrin\u200f spoke."]
)
def test_marks_around_a_name_are_no_part_of_it(text: str) -> None:
    assert names(text) == [("Ilva Torrin", "PER")]


@given(st.text(alphabet="Ab. ’'-&(),\n1İß", max_size=80))
def test_names_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = [mention.span for mention in read(text).mentions]
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(span.of(text).strip() for span in found)
