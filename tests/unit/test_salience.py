"""Which actors a text is about."""

import datetime
import re
from dataclasses import replace

import pytest

from mkdocs_briefings.annotate.resolve import resolve
from mkdocs_briefings.annotate.salience import salience
from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotations import Document, Event, Mention
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span

_MARK = re.compile(r"\[([^|\]]*)\|(PER|ORG|GPE)\]")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules.load()


@pytest.fixture(scope="module")
def world() -> Register:
    return Register.load()


def resolved(marked: str, rules: Rules, world: Register, headline: str | None = None) -> Document:
    text, names, end = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        span = Span(len(text), len(text) + len(match[1]))
        names.append(Mention(span=span, mention_type="NAM", entity_type=match[2], rule="marked"))  # type: ignore[arg-type]
        text, end = text + match[1], match.end()
    text += marked[end:]
    source = Source(id="one", text=text, sha256="", headline=headline, date_published=datetime.date(2025, 8, 8))
    document = Document(source=source, mentions=tuple(names))
    return resolve(sentences(document, rules, world), rules, world)


def scores(marked: str, rules: Rules, world: Register, headline: str | None = None) -> dict[str, float]:
    document = salience(resolved(marked, rules, world, headline), rules, world)
    return {entry.actor_id: entry.score for entry in document.salience}


def listed(marked: str, rules: Rules, world: Register, headline: str | None = None) -> set[str]:
    document = salience(resolved(marked, rules, world, headline), rules, world)
    return {entry.actor_id for entry in document.salience if entry.salient}


def test_scores_are_shares_of_the_best(rules: Rules, world: Register) -> None:
    found = scores("[Peru|GPE] asked. [Peru|GPE] waited.\n[Chile|GPE] replied.", rules, world)
    assert found["peru"] == 1.0
    assert 0 < found["chile"] < 1


def test_an_actor_named_once_in_passing_is_not_listed(rules: Rules, world: Register) -> None:
    marked = "[Peru|GPE] asked. [Peru|GPE] waited. [Peru|GPE] left. [Peru|GPE] won.\nA ship from [Malta|GPE] sank."
    assert listed(marked, rules, world) == {"peru"}


def test_the_headline_weighs_by_any_name_of_the_actor(rules: Rules, world: Register) -> None:
    marked = "Talks went on.\n[Peru|GPE] asked. [Chile|GPE] replied."
    for headline in ("Peruvian offer made", "PERU MAKES OFFER", "Lima makes an offer", "Peru’s offer"):
        found = scores(marked, rules, world, headline)
        assert found["peru"] > found["chile"], headline


def test_a_word_of_the_headline_in_small_letters_names_nobody(rules: Rules, world: Register) -> None:
    marked = "[Turkey|GPE] asked. [Chile|GPE] replied."
    assert scores(marked, rules, world, "Price of turkey up")["turkey"] == scores(marked, rules, world)["turkey"]


def test_a_person_is_found_in_the_headline_by_surname(rules: Rules, world: Register) -> None:
    marked = "Talks went on.\n[Mira Tolland|PER] met [Jon Vessel|PER]."
    found = scores(marked, rules, world, "Tolland holds talks")
    assert found["mira-tolland"] > found["jon-vessel"]


def test_the_lead_weighs(rules: Rules, world: Register) -> None:
    found = scores("[Peru|GPE] asked.\n[Chile|GPE] replied.", rules, world)
    assert found["peru"] > found["chile"]


def test_a_state_known_by_its_cities_alone_is_listed_and_becomes_an_actor(rules: Rules, world: Register) -> None:
    document = resolved("[Osaka|GPE] shook. In [Kyoto|GPE] a wall fell.", rules, world)
    assert document.actors == ()
    document = salience(document, rules, world)
    assert [actor.id for actor in document.actors] == ["japan"]
    assert document.salience[0].salient


@pytest.mark.parametrize(
    ("dateline", "state"),
    [
        ("GRAZ, Austria, May 2 - ", "austria"),
        ("BIRMINGHAM, Ala., June 1 - ", "united-states"),
        ("BIRMINGHAM, June 1 - ", "united-kingdom"),
        ("TOKYO (Reuters) - ", "japan"),
    ],
)
def test_a_dateline_weighs_for_its_state(rules: Rules, world: Register, dateline: str, state: str) -> None:
    assert state in listed(dateline + "Prices rose.", rules, world)


def test_a_state_gains_a_little_by_its_office_holders_and_bodies(rules: Rules, world: Register) -> None:
    marked = "[Narendra Modi|PER] asked. [Chile|GPE] and [India|GPE] replied."
    found = scores(marked, rules, world)
    assert found["india"] > found["chile"]


def test_agents_of_events_weigh(rules: Rules, world: Register) -> None:
    document = resolved("[Peru|GPE] and [Chile|GPE] met.", rules, world)
    span = Span(15, 18)
    event = Event(trigger=span, sentence=span, clause=span, rule="any", actors=("chile",))
    found = salience(replace(document, events=(event,)), rules, world).salience
    assert found[0].actor_id == "chile"


def test_a_text_without_actors_has_no_salience(rules: Rules, world: Register) -> None:
    document = salience(resolved("Prices rose.", rules, world), rules, world)
    assert (document.salience, document.actors) == ((), ())
