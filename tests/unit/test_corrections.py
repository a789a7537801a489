"""The desk's corrections hold wherever the corrected words stand, and fail where they do not."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from mkdocs_briefings.annotations import Document, Event, Mention, Quantity, Quotation, Sentence, Timex
from mkdocs_briefings.corrections import amender
from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.overlay import OverlayFile, read_overlays
from mkdocs_briefings.register import Actor, Register
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span

TEXT = "Ruiz met Vale on Friday. “Good,” said Ruiz of 25% more trade."
RUIZ = Actor(id="ana-ruiz", name="Ana Ruiz", type="person")
VALE = Actor(id="tomas-vale", name="Tomas Vale", type="person")


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def document() -> Document:
    def person(span: Span, actor: Actor) -> Mention:
        return Mention(span=span, mention_type="NAM", entity_type="PER", rule="r", actor_id=actor.id)

    return Document(
        source=Source(id="a", text=TEXT, sha256="0" * 64),
        sentences=(Sentence(span=Span(0, len(TEXT)), paragraph=0, anchor="s-0", tokens=range(0)),),
        mentions=(person(at("Ruiz"), RUIZ), person(at("Vale"), VALE), person(at("Ruiz", 1), RUIZ)),
        actors=(RUIZ, VALE),
        timexes=(Timex(span=at("Friday"), type="DATE", value="XXXX-WXX-5", rule="r"),),
        quotations=(Quotation(content=at("“Good,”"), kind="direct", rule="r"),),
        quantities=(Quantity(span=at("25%"), value=Decimal(25), unit="%", rule="r"),),
        events=(Event(trigger=at("met"), sentence=at("Ruiz met"), clause=at("Ruiz met Vale"), rule="r"),),
    )


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


def corrected(tmp_path: Path, register: Register, name: str, correction: str) -> Document:
    return amender(overlay(tmp_path, correction), [document().source], register)(name, document())


def overlay(folder: Path, correction: str) -> OverlayFile:
    (folder / "talk.md").write_text(f"---\nsources: [a]\ncorrections:\n  - {correction}\n---\n", encoding="utf-8")
    return read_overlays(folder, folder)[0]


def test_a_name_is_somebody_else(tmp_path: Path, register: Register) -> None:
    done = corrected(tmp_path, register, "resolve", "{at: Vale, actor: india}")
    assert [(mention.actor_id, mention.rule) for mention in done.mentions][1] == ("india", "desk")
    assert {actor.id for actor in done.actors} == {"ana-ruiz", "india"}


def test_a_name_is_nobody(tmp_path: Path, register: Register) -> None:
    done = corrected(tmp_path, register, "resolve", "{at: Vale, actor: none}")
    assert [mention.actor_id for mention in done.mentions] == ["ana-ruiz", None, "ana-ruiz"]
    assert done.actors == (RUIZ,)


def test_a_name_the_machine_missed_is_added(tmp_path: Path, register: Register) -> None:
    done = corrected(tmp_path, register, "resolve", "{at: trade, actor: india}")
    assert [m.actor_id for m in done.mentions if m.span == at("trade")] == ["india"]


def test_words_that_stand_twice_need_their_context(tmp_path: Path, register: Register) -> None:
    with pytest.raises(OverlayError, match=r"talk\.md:4: quotation stands more than once"):
        corrected(tmp_path, register, "resolve", "{at: Ruiz, actor: none}")
    done = corrected(tmp_path, register, "resolve", "{at: {exact: Ruiz, prefix: 'said '}, actor: none}")
    assert [mention.actor_id for mention in done.mentions] == ["ana-ruiz", "tomas-vale", None]


def test_a_name_that_is_somebody_else_is_of_that_kind(tmp_path: Path, register: Register) -> None:
    done = corrected(tmp_path, register, "resolve", "{at: Vale, actor: india}")
    assert [mention.entity_type for mention in done.mentions] == ["PER", "GPE", "PER"]


def test_a_date_is_set(tmp_path: Path, register: Register) -> None:
    done = corrected(tmp_path, register, "timexes", "{at: Friday, date: 2025-08-08}")
    (timex,) = done.timexes
    assert timex.date
    assert (timex.date.edtf, timex.value, timex.rule) == ("2025-08-08", "2025-08-08", "desk")


def test_an_event_is_dated_by_its_trigger(tmp_path: Path, register: Register) -> None:
    (event,) = corrected(tmp_path, register, "events", "{at: met, date: 2025-08}").events
    assert event.date
    assert (event.date.edtf, event.date_source) == ("2025-08", "desk")


def test_an_event_dated_by_a_corrected_date_says_that_the_desk_set_it(tmp_path: Path, register: Register) -> None:
    amend = amender(overlay(tmp_path, "{at: Friday, date: 2025-08-08}"), [document().source], register)
    dated = amend("timexes", document())
    (event,) = dated.events
    own = replace(event, timex=at("Friday"), date=dated.timexes[0].date, date_source="own")
    (event,) = amend("events", replace(dated, events=(own,))).events
    assert (event.date_source, event.date) == ("desk", dated.timexes[0].date)


@pytest.mark.parametrize(
    ("words", "mark", "name", "kind"),
    [
        ("Vale", "actor", "resolve", "mentions"),
        ("Friday", "date", "timexes", "timexes"),
        ("Good", "quotation", "quotations", "quotations"),
        ("25%", "number", "quantities", "quantities"),
        ("met", "event", "events", "events"),
    ],
)
def test_what_is_none_is_dropped(tmp_path: Path, words: str, mark: str, name: str, kind: str) -> None:
    done = corrected(tmp_path, Register.load(), name, f"{{at: {words}, drop: {mark}}}")
    assert len(getattr(done, kind)) == len(getattr(document(), kind)) - 1


def test_a_correction_waits_for_its_pass(tmp_path: Path, register: Register) -> None:
    assert corrected(tmp_path, register, "mentions", "{at: Vale, actor: india}") == document()


@pytest.mark.parametrize(
    ("name", "correction", "message"),
    [
        ("resolve", "{at: Valle, actor: none}", "quotation not in its source, found 'Valle'"),
        ("resolve", "{at: Vale, actor: tomas}", "no such actor, found 'tomas'"),
        ("resolve", "{at: Vale, actor: ''}", "no such actor"),
        ("resolve", "{at: Ruiz met Vale, actor: india}", "correction touches 2 names"),
        ("resolve", "{at: trade, actor: none}", "correction touches no names"),
        ("quotations", "{at: Friday, drop: quotation}", "correction touches no quotations"),
        ("events", "{at: trade, date: 2025-08-08}", "correction touches no event or dates"),
        ("timexes", "{at: Friday, date: Friday}", "not a date.*expected EDTF"),
        ("timexes", "{at: Friday, date: '2025-02-31'}", "not a date"),
    ],
)
def test_a_correction_that_cannot_hold_is_an_error_with_its_line(
    tmp_path: Path, register: Register, name: str, correction: str, message: str
) -> None:
    with pytest.raises(OverlayError, match=rf"talk\.md:4: {message}"):
        corrected(tmp_path, register, name, correction)


def test_two_corrections_of_the_same_words_are_an_error(tmp_path: Path, register: Register) -> None:
    both = "{at: Vale, actor: none}\n  - {at: met Vale, actor: india}"
    with pytest.raises(OverlayError, match=r"talk\.md:5: two corrections of the same words"):
        corrected(tmp_path, register, "resolve", both)
