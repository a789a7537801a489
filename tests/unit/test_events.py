import dataclasses
import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_briefings.annotate.events import events
from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotate.timexes import timexes
from mkdocs_briefings.annotations import Document, Event, Mention, Quotation, TLink
from mkdocs_briefings.errors import RuleError
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.event_frames import EVENT_TYPES, HAPPENING, frames_by_lemma
from mkdocs_briefings.rules.event_records import Verb
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span
from tests.proportion import grows_in_proportion

RULES = Rules.load()
EVENTS = RULES.events
REGISTER = Register()
FRIDAY = datetime.date(2025, 8, 8)


def document(text: str, published: datetime.date | None = FRIDAY) -> Document:
    source = Source(id="a", text=text, sha256="", date_published=published)
    return timexes(sentences(Document(source=source), RULES, REGISTER), RULES, REGISTER)


def found(text: str, published: datetime.date | None = FRIDAY) -> tuple[Event, ...]:
    return events(document(text, published), RULES, REGISTER).events


def first(text: str, published: datetime.date | None = FRIDAY) -> Event:
    return found(text, published)[0]


def clauses(text: str) -> list[str]:
    return [event.clause.of(text) for event in found(text)]


VERB_EXAMPLES = [
    (f"event/verb/{verb.lemmas[0]}", {f"event/verb/{lemma}" for lemma in verb.lemmas}, event_type, example)
    for verb in EVENTS.verbs
    for event_type, example in verb.examples.items()
]
COUNTEREXAMPLES = [example for verb in EVENTS.verbs for example in verb.counterexamples]
OPERATOR_EXAMPLES = [
    (set(record.lemmas), event_type, example)
    for record in EVENTS.records.operators
    for event_type, example in record.examples.items()
]


@pytest.mark.parametrize(("record", "rules", "event_type", "example"), VERB_EXAMPLES)
def test_a_verb_reports_what_its_example_says(record: str, rules: set[str], event_type: str, example: str) -> None:
    event = first(example)

    assert (event.event_type, event.rule in rules) == (event_type, True), f"{record}: {event.rule}"


@pytest.mark.parametrize("example", COUNTEREXAMPLES)
def test_a_verb_in_another_use_has_no_type(example: str) -> None:
    assert [event.event_type for event in found(example) if event.event_type] == []


@pytest.mark.parametrize(("lemmas", "event_type", "example"), OPERATOR_EXAMPLES)
def test_an_operator_gives_the_infinitive_its_type(lemmas: set[str], event_type: str, example: str) -> None:
    event = first(example)

    assert event.event_type == event_type
    assert event.rule in {f"event/operator/{lemma}" for lemma in lemmas}


def test_a_negated_cooperative_act_is_what_its_examples_say() -> None:
    for event_type, example in EVENTS.records.negated.examples.items():
        event = first(example)
        assert (event.event_type, event.polarity) == (event_type, "NEG")


@pytest.mark.parametrize(("text", "trigger", "status"), EVENTS.records.nominals.examples)
def test_a_noun_with_a_placing_adjective_is_an_untyped_event(text: str, trigger: str, status: str) -> None:
    event = next(event for event in found(text) if event.rule.startswith("event/nominal"))

    assert (event.trigger.of(text), event.status, event.event_type, event.sure) == (trigger, status, None, False)


@pytest.mark.parametrize(("text", "trigger", "date"), EVENTS.records.back_references.examples)
def test_a_subject_that_points_back_dates_the_event_after_it(text: str, trigger: str, date: str) -> None:
    event = next(event for event in found(text) if event.trigger.of(text).startswith(trigger))

    assert event.date is not None
    assert (event.date.edtf, event.date_source) == (date, "story")


@pytest.mark.parametrize(
    ("status", "example"), [(cue.status, example) for cue in EVENTS.records.status_cues for example in cue.examples]
)
def test_a_cue_says_what_the_source_claims(status: str, example: str) -> None:
    assert status in {event.status for event in found(example)}


@pytest.mark.parametrize(
    ("event_type", "mode", "example"),
    [
        (event_type, mode, record.example)
        for event_type, modes in EVENTS.modes.records.items()
        for mode, record in modes.items()
    ],
)
def test_the_words_of_an_event_tell_its_mode(event_type: str, mode: str, example: str) -> None:
    event = first(example)

    assert (event.event_type, event.mode) == (event_type, mode)


def test_a_mode_that_no_word_tells_is_left_out() -> None:
    assert first("The two ministers met on Monday.").mode is None


@pytest.mark.parametrize(
    ("status", "example"),
    [(status, text) for status, texts in EVENTS.records.hearsay.examples.items() for text in texts],
)
def test_hearsay_is_no_report(status: str, example: str) -> None:
    event = next(event for event in found(example) if event.event_type == "ASSAULT")

    assert event.status == status


@pytest.mark.parametrize(
    ("text", "trigger", "event_type"), [example for record in EVENTS.standing for example in record.examples]
)
def test_a_word_stands_for_the_last_noun_of_its_classes(text: str, trigger: str, event_type: str) -> None:
    event = found(text)[-1]

    assert event.event_type == event_type
    assert event.trigger.of(text) in trigger


@pytest.mark.parametrize(
    "text",
    [
        "The premier signed it on Monday.",
        "Norland held talks in May. The premier bought 20 percent of the firm on Monday.",
        "Norland has a tariff on wine. It imposes 20 percent on Estian wine.",
    ],
)
def test_a_word_that_stands_for_nothing_told_gives_no_type(text: str) -> None:
    assert not {"SANCTION", "SUPPORT"} & {event.event_type for event in found(text)}


@pytest.mark.parametrize(
    ("status", "text", "trigger", "event_type"),
    [
        (record.status, *example)
        for record in {id(record): record for record in EVENTS.complements.values()}.values()
        for example in record.examples
    ],
)
def test_a_deed_that_is_denied_or_alleged_is_an_event(status: str, text: str, trigger: str, event_type: str) -> None:
    event = next(event for event in found(text) if event.trigger.of(text).startswith(trigger))

    assert (event.status, event.event_type) == (status, event_type)


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The premiers set a goal at a summit that ended on 5 August 2025.", "set", "2025-08-05"),
        (
            "They signed a pact at a summit which began on 4 August 2025 and ended on 5 August 2025.",
            "signed",
            "2025-08-04/2025-08-05",
        ),
        ("It is almost seven months since Norland bombed the port.", "bombed", "2025-01~"),
        ("It is two days since Norland bombed the port.", "bombed", "2025-08-06"),
        ("Thirty days after Norland bombed the port, the premiers met on 5 August 2025.", "bombed", "2025-07-06"),
        ("On 5 August 2025 soldiers shelled the port, killing two men.", "killing", "2025-08-05"),
    ],
)
def test_a_date_reaches_a_verb_by_what_holds_it(text: str, trigger: str, date: str) -> None:
    event = next(event for event in found(text) if event.trigger.of(text).startswith(trigger))

    assert event.date is not None
    assert event.date.edtf == date


@pytest.mark.parametrize(
    "text",
    [
        "In May 2025 trade was to grow.",
        "The war entered its third year on 5 August 2025.",
        "The two days in Orra brought the ministers together on 5 August 2025.",
        "Tariffs are paid by those who buy the wine.",
        "Norland has held no talks since that of May 2025.",
        "The treaty replaces the Convention of 1968.",
    ],
)
def test_what_tells_of_no_happening_is_no_event(text: str) -> None:
    assert not found(text)


def test_every_record_has_an_example_for_a_test() -> None:
    assert all(verb.examples for verb in EVENTS.verbs)
    assert all(set(verb.frames.values()) <= {*EVENT_TYPES, HAPPENING, None} for verb in EVENTS.verbs)


def test_every_frame_names_a_noun_class_that_exists() -> None:
    known = frozenset(itertools.chain.from_iterable(EVENTS.noun_classes.values()))
    frames = [frame for known in EVENTS.frames.values() for frame in known.frames]
    asked = {noun for frame in frames for noun in (frame.object_class, frame.subject_class)} - {""}

    assert asked - known == set()


@pytest.mark.parametrize("frames", [{"object": "AID"}, {"any": "FEED"}, {"before": None}])
def test_a_frame_of_no_known_kind_or_type_is_an_error(frames: dict[str, str | None]) -> None:
    with pytest.raises(RuleError):
        frames_by_lemma([Verb(lemmas=["feed"], frames=frames, examples={})])


@pytest.mark.parametrize(
    "text",
    [
        "The captured town lay in ruins.",
        "A UN-backed force is in the valley.",
        "Detained activists were in good health.",
        "The visit to the port was short.",
        "Its attacks on trade are well known.",
        "It is a union of anti-Norland forces in the hills.",
    ],
)
def test_nouns_and_adjectives_are_no_events(text: str) -> None:
    assert [event.event_type for event in found(text, None)] == []


# Clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Meanwhile, Norland and Estia held talks on Friday, reaffirming their friendship.",
            "Norland and Estia held talks on Friday",
        ),
        (
            "On Monday, the premier met Minister Dara in Orra, the capital.",
            "On Monday, the premier met Minister Dara in Orra, the capital",
        ),
        ("BELMARA - Police arrested three editors, officials said.", "Police arrested three editors"),
        (
            "The talks ended because Norland imposed tariffs on steel, coal and grain.",
            "Norland imposed tariffs on steel, coal and grain",
        ),
        ("Dara, the foreign minister, met rebels before she resigned.", "Dara, the foreign minister, met rebels"),
        (
            "The Port Authority (PA) has sued a dredging firm (Orra Ltd) over the quay.",
            "The Port Authority (PA) has sued a dredging firm (Orra Ltd) over the quay",
        ),
        (
            "Minister Dara, who was in Orra on Monday, denied the charges.",
            "Minister Dara, who was in Orra on Monday, denied the charges",
        ),
        ("Norland, Estia and Orra signed a treaty after two rounds.", "Norland, Estia and Orra signed a treaty"),
        ("The council condemned the “brutal” raid and vowed to act.", "The council condemned the “brutal” raid"),
    ],
)
def test_a_clause_is_subject_verb_and_objects_in_the_words_of_the_source(text: str, expected: str) -> None:
    assert expected in clauses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reports that Norland attacked the port could not be verified.", "Norland attacked the port"),
        ("The gunmen who stormed the embassy were killed by police.", "The gunmen who stormed the embassy"),
        (
            "The gunmen who stormed the embassy were killed by police.",
            "The gunmen who stormed the embassy were killed by police",
        ),
        ("Norland attacked the port on Tuesday; Estia bombed a dam.", "Norland attacked the port on Tuesday"),
        ("Norland attacked the port, while Estia bombed a dam.", "Norland attacked the port"),
        ("Norland expelled the envoy two days after Estia bombed a dam.", "Norland expelled the envoy"),
        ("Previous truces in May and June 2023 had failed.", "Previous truces in May and June 2023"),
        ("BELMARA, Aug 7 (Orra News) - Norland attacked the port.", "Norland attacked the port"),
        ("After Estia bombed a dam, Norland expelled the envoy.", "Estia bombed a dam"),
    ],
)
def test_a_clause_ends_where_another_begins(text: str, expected: str) -> None:
    assert expected in clauses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 6 August he and the premier signed a treaty.", "On 6 August he and the premier signed a treaty"),
        ("In August 2024 Estia bombed a dam.", "In August 2024 Estia bombed a dam"),
        ("Last year Norland and Estia signed a treaty.", "Last year Norland and Estia signed a treaty"),
        ("Under the pact both sides will release the crews.", "both sides will release the crews"),
        ("Norland met rebels after the envoy and his aides resigned.", "the envoy and his aides resigned"),
    ],
)
def test_a_clause_begins_with_its_subject_or_with_the_time_before_it(text: str, expected: str) -> None:
    assert expected in clauses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland hosted talks in Orra that ended on Tuesday.", "talks in Orra that ended on Tuesday"),
        ("The army lost a base, which rebels attacked on Monday.", "a base, which rebels attacked on Monday"),
        ("Estia fears the tariff that Norland imposed in May.", "the tariff that Norland imposed in May"),
    ],
)
def test_a_relative_clause_has_the_whole_of_what_it_tells_of(text: str, expected: str) -> None:
    assert expected in clauses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland met the envoy, Ivo Dara, on Monday in Orra.", "Norland met the envoy, Ivo Dara, on Monday in Orra"),
        ("When they met in May they signed a treaty.", "they met in May"),
        ("Norland imposed tariffs, according to Estia.", "Norland imposed tariffs"),
    ],
)
def test_an_adverbial_behind_a_comma_belongs_to_the_clause(text: str, expected: str) -> None:
    assert expected in clauses(text)


def test_a_joined_verb_keeps_the_subject_of_the_first() -> None:
    assert "Norland met the envoy and signed a treaty" in clauses("Norland met the envoy and signed a treaty.")


# Dates


def test_a_date_in_the_clause_wins() -> None:
    event = first("Rebels attacked the port on Wednesday.")

    assert event.date is not None
    assert (event.date.edtf, event.date_source) == ("2025-08-06", "own")


@pytest.mark.parametrize("words", ["between 1955 and 1969", "from 1955 to 1969"])
def test_two_dates_that_bound_an_event_are_one_interval(words: str) -> None:
    text = f"Norland expelled two thousand families {words}."
    event = first(text)

    assert event.date is not None
    assert (event.date.edtf, event.timex and event.timex.of(text)) == ("1955-01-01/1969-12-31", words.split(" ", 1)[1])


def test_a_present_with_a_date_to_come_is_planned() -> None:
    assert first("Norland and Estia resume talks on 12 August 2025.").status == "planned"


def test_a_past_without_a_date_has_the_day_of_the_story() -> None:
    text = "Rebels attacked the port on Wednesday. They killed four guards."
    event = found(text)[1]

    assert event.date is not None
    assert (event.date.edtf, event.date_source, event.timex) == ("2025-08-06", "story", None)


def test_a_past_without_any_day_has_the_date_of_the_article() -> None:
    event = first("Rebels attacked the port.")

    assert event.date is not None
    assert (event.date.edtf, event.date_source) == ("2025-08-08", "article")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels had attacked the port.",
        "Norland will release the crew.",
        "The gunmen who attacked the port fled.",
    ],
)
def test_what_the_text_does_not_place_stays_without_a_date(text: str) -> None:
    assert first(text).date is None


def test_what_somebody_is_quoted_as_telling_takes_no_date_from_the_article() -> None:
    quotation = Quotation(content=Span(10, 35), kind="indirect", rule="test")

    assert _with(document("Dara said Norland attacked the port."), quotations=(quotation,)).date is None


def test_without_a_date_of_publication_a_weekday_stays_open_and_is_kept() -> None:
    text = "Rebels attacked the port on Friday. The raid came a day after Norland imposed tariffs."
    attack, tariffs = found(text, None)

    assert (attack.date, attack.timex and attack.timex.of(text)) == (None, "Friday")
    assert tariffs.date is None


@pytest.mark.parametrize(
    ("text", "trigger", "date"), [example for bound in EVENTS.records.bounds.words for example in bound.examples]
)
def test_the_words_before_a_date_bound_it(text: str, trigger: str, date: str) -> None:
    event = next(event for event in found(text) if event.trigger.of(text).startswith(trigger))

    assert event.date is not None
    assert (event.date.edtf, event.date_source) == (date, "own")


@pytest.mark.parametrize(("text", "trigger", "date"), EVENTS.records.bounds.counterexamples)
def test_a_date_that_bounds_only_a_state_dates_no_event(text: str, trigger: str, date: str) -> None:
    event = next(event for event in found(text) if event.trigger.of(text).startswith(trigger))

    assert event.date is not None
    assert (event.date.edtf, event.date_source) == (date, "article")


def test_an_untyped_state_is_no_event_of_the_day_it_began() -> None:
    assert found("Norland has ruled the island since 2003.") == ()


def dates(text: str) -> list[str | None]:
    return [event.date.edtf if event.date else None for event in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Norland expelled the envoy and signed a treaty.", ["2025-08-04", "2025-08-04"]),
        (
            "On Monday, Norland expelled the envoy, signed a treaty and released the crew.",
            ["2025-08-04", "2025-08-04", "2025-08-04"],
        ),
        ("Norland attacked the port on Monday; Estia bombed a dam on Tuesday.", ["2025-08-04", "2025-08-05"]),
        ("Norland attacked the port on Monday and Estia bombed a dam on Tuesday.", ["2025-08-04", "2025-08-05"]),
        ("Norland attacked the port on Monday and Tuesday.", ["2025-08-04/2025-08-05"]),
        ("The gunmen who stormed the embassy on Monday were killed by police.", ["2025-08-04", None]),
        ("Norland passed a law banning the party on Monday.", ["2025-08-04"]),
        ("Norland expelled the envoy on Monday, a day after Estia bombed a dam.", ["2025-08-04", "2025-08-03"]),
    ],
)
def test_each_verb_of_a_sentence_has_the_day_that_is_its_own(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 4 August Norland expelled the envoy, and Estia bombed a dam.", ["2025-08-04", "2025-08-04"]),
        ("Norland expelled the envoy on 4 August and Estia bombed a dam.", ["2025-08-04", "2025-08-04"]),
        ("On 4 August he was in Orra, where the police arrested a spy.", [None]),
        ("On 4 August he was in Orra for a summit, at which Norland signed a treaty.", ["2025-08-04"]),
        ("Norland expelled the envoy on 4 August, when Estia bombed a dam.", ["2025-08-04", "2025-08-04"]),
        ("Norland expelled the envoy when Estia bombed a dam on 4 August.", ["2025-08-04", "2025-08-04"]),
        ("When Norland met rebels in May 2024 they signed a truce.", ["2024-05", "2024-05"]),
        ("Norland left the pact on 4 August, the day on which Estia bombed a dam.", ["2025-08-04", "2025-08-04"]),
        ("Norland met rebels on 4 August after Estia bombed a dam.", ["2025-08-04", "2025-08-04"]),
        ("Norland met rebels on 4 August long after Estia bombed a dam.", ["2025-08-04", None]),
        ("Norland left the pact three days after Estia bombed a dam on 4 August.", ["2025-08-07", "2025-08-04"]),
        ("Norland said on 4 August that Estia bombed a dam, and Orra imposed tariffs.", ["2025-08-04", None, None]),
    ],
)
def test_a_clause_shares_the_day_that_its_sentence_told(text: str, expected: list[str | None]) -> None:
    assert dates(text) == expected


def test_the_date_of_a_goal_is_not_the_day_it_was_set() -> None:
    assert dates("Norland met Estia on 4 August 2025 and signed a treaty to ban mines by 2030.") == ["2025-08-04"] * 2
    assert dates("Norland and Estia signed a treaty by 2030.") == ["2025-08-08"]


def test_a_dated_subject_dates_the_verb_that_carries_it() -> None:
    event = first("Wednesday's summit, the first in years, was held in Orra.")

    assert event.date is not None
    assert (event.date.edtf, event.date_source) == ("2025-08-06", "own")


@pytest.mark.parametrize("text", ["Norland has imposed tariffs, Estia said on Monday.", "Estia is holding a summit."])
def test_the_present_tells_of_the_day_of_the_article(text: str) -> None:
    event = next(event for event in found(text) if event.event_type)

    assert event.date is not None
    assert (event.date.latest, event.date_source) == (FRIDAY, "article")


@pytest.mark.parametrize(
    "text",
    [
        "It is long since Norland attacked Estia.",
        "Little had changed before Norland attacked Estia.",
        "The army is planning to attack Estia.",
    ],
)
def test_what_lies_before_or_after_the_story_takes_no_day_from_it(text: str) -> None:
    assert found(text)[-1].date is None


def test_an_article_without_a_date_counts_from_its_dateline() -> None:
    event = found("ORRA, 8 August 2025 — Rebels attacked the port.\n\nTalks ended.", None)[0]

    assert event.date is not None
    assert (event.date.edtf, event.date_source) == ("2025-08-08", "article")


def test_an_event_told_again_has_the_day_that_was_told_before() -> None:
    text = (
        "Dara announced tariffs on 30 July 2025. Dara met rebels on Monday. When Dara announced the tariffs, it fell."
    )
    base = document(text)
    people = tuple(
        Mention(span=Span(at, at + 4), mention_type="NAM", entity_type="PER", rule="test", actor_id="dara")
        for at in (0, 40, text.rindex("Dara"))
    )
    told = events(dataclasses.replace(base, mentions=people), RULES, REGISTER).events
    again = next(event for event in told if event.trigger.start > text.index("When"))

    assert again.date is not None
    assert (again.date.edtf, again.date_source) == ("2025-07-30", "story")


def test_what_somebody_agrees_to_do_by_a_day_is_an_event_of_its_own() -> None:
    agreed, release = found("Norland agreed to release the crew by 30 September 2025.")

    assert (agreed.status, agreed.date and agreed.date.edtf, agreed.date_source) == (
        "reported",
        "2025-08-08",
        "article",
    )
    assert (release.status, release.date and release.date.edtf, release.date_source) == (
        "planned",
        "../2025-09-30",
        "own",
    )


@pytest.mark.parametrize("published", [FRIDAY, None])
def test_a_subject_that_points_back_keeps_the_order_with_and_without_a_date(published: datetime.date | None) -> None:
    talks, tariffs = found(
        "Norland held talks with Estia on 8 August 2025. The talks came a day after Orra imposed tariffs.", published
    )

    assert tariffs.relative_to == TLink(trigger=talks.trigger, order="before", days=1)


@pytest.mark.parametrize(
    ("text", "order", "days"),
    [
        ("Norland expelled the envoy two days after Estia bombed a dam.", "after", 2),
        ("Norland expelled the envoy before Estia bombed a dam.", "before", None),
    ],
)
def test_events_of_one_sentence_are_in_order_without_a_date(text: str, order: str, days: int | None) -> None:
    expelled, bombed = found(text, None)

    assert expelled.relative_to == TLink(trigger=bombed.trigger, order=order, days=days)  # type: ignore[arg-type]
    assert (expelled.date, bombed.date, bombed.relative_to) == (None, None, None)


# Who, where and in whose words


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Dara visited Belmara on Monday.", ("dara",), ("norland",)),
        ("Dara will visit Belmara on Monday.", ("dara",), ("norland",)),
        ("Dara arrived in Belmara for talks with Ode.", ("dara",), ("ode", "norland")),
        ("Dara hosted Ode in Belmara.", ("dara",), ("ode",)),
        ("Dara fired rockets at Belmara.", ("dara",), ("norland",)),
        ("Dara resigned in Belmara.", ("dara",), ()),
        ("Dara received a medal from Ode.", ("ode",), ("dara",)),
        ("Dara is expected to meet Ode.", ("dara",), ("ode",)),
    ],
)
def test_the_state_that_is_visited_or_attacked_is_a_recipient(
    text: str, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    people = [
        Mention(
            span=Span(text.index(name), text.index(name) + len(name)),
            mention_type="NAM",
            entity_type="PER",
            rule="test",
            actor_id=name.lower(),
        )
        for name in ("Dara", "Ode")
        if name in text
    ]
    places = [
        Mention(
            span=Span(text.index("Belmara"), text.index("Belmara") + 7),
            mention_type="NAM",
            entity_type="GPE",
            rule="test",
            candidates=("norland",),
            reading="place",
        )
        for _ in range("Belmara" in text)
    ]
    event = _with(document(text), mentions=(*people, *places))

    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize("pronoun", ["it", "that it"])
def test_a_pronoun_that_opens_what_is_said_is_the_speaker(pronoun: str) -> None:
    text = f"Norland said {pronoun} will impose tariffs."
    content = Span(text.index(pronoun), len(text) - 1)
    quotation = Quotation(content=content, kind="indirect", rule="test", actor_id="norland")
    event = events(dataclasses.replace(document(text), quotations=(quotation,)), RULES, REGISTER).events[-1]

    assert (event.event_type, event.actors) == ("THREATEN", ("norland",))


def test_subject_and_object_are_actors_and_recipients_and_the_place_is_neither() -> None:
    text = "Norland and Estia expelled Dara in Orra."
    names = ("Norland", "Estia", "Dara", "Orra")
    base = document(text)
    mentions = tuple(
        Mention(
            span=Span(text.index(name), text.index(name) + len(name)),
            mention_type="NAM",
            entity_type="PER" if name == "Dara" else "GPE",
            rule="test",
            actor_id=name.lower(),
        )
        for name in names
    )
    event = _with(base, mentions=mentions)

    assert (event.actors, event.recipients) == (("norland", "estia"), ("dara",))
    assert event.location == mentions[3].span


def test_a_passive_verb_has_its_subject_for_a_recipient() -> None:
    text = "Dara was arrested by Norland."
    mentions = tuple(
        Mention(
            span=Span(start, end), mention_type="NAM", entity_type="PER", rule="test", actor_id=text[start:end].lower()
        )
        for start, end in ((0, 4), (21, 28))
    )
    event = _with(document(text), mentions=mentions)

    assert (event.actors, event.recipients) == (("norland",), ("dara",))


@pytest.mark.parametrize(("manner", "status"), [("said", "reported"), ("denied", "denied"), ("alleged", "alleged")])
def test_an_event_in_quoted_words_is_its_speakers(manner: str, status: str) -> None:
    text = "Dara said Norland attacked the port."
    quotation = Quotation(content=Span(10, 35), kind="indirect", rule="test", manner=manner, actor_id="dara")  # type: ignore[arg-type]
    event = _with(document(text), quotations=(quotation,))

    assert (event.attributed_to, event.status) == ("dara", status)


def _with(base: Document, *, mentions: tuple[Mention, ...] = (), quotations: tuple[Quotation, ...] = ()) -> Event:
    return events(dataclasses.replace(base, mentions=mentions, quotations=quotations), RULES, REGISTER).events[0]


# Status


@pytest.mark.parametrize(
    ("text", "status", "modality"),
    [
        ("Norland will release the crew.", "planned", "PR"),
        ("Norland may release the crew.", "planned", "PS"),
        ("Norland released the crew.", "reported", "CT"),
        ("Estia denied that its soldiers attacked the port.", "denied", "U"),
        ("Soldiers allegedly attacked the port.", "alleged", "PS"),
        ("Norland plans to host the summit.", "planned", "PR"),
        ("The court asked whether Norland attacked the port in May.", "alleged", "U"),
    ],
)
def test_status_and_modality_follow_the_source(text: str, status: str, modality: str) -> None:
    event = found(text)[-1]

    assert (event.status, event.modality) == (status, modality)


@pytest.mark.parametrize(
    "text",
    [
        "The US attacks Estia.",
        "Apple Inc. fired its chief on Friday.",
        "Ms. Will Dara attacked the port.",
    ],
)
def test_abbreviations_and_names_that_look_like_small_words_part_no_clause(text: str) -> None:
    assert first(text).clause.of(text) == text.removesuffix(".")


@pytest.mark.parametrize("text", EVENTS.records.withdrawn.examples)
def test_a_plan_called_off_is_no_longer_to_come(text: str) -> None:
    assert [event.status for event in found(text) if event.status == "planned"] == []


@pytest.mark.parametrize(
    ("denial", "status"),
    [
        ("Norland denied it.", "denied"),
        ("Norland rejected the accusation.", "denied"),
        ("Norland denied entry to the inspectors.", "reported"),
        ("Estia denied it.", "reported"),
    ],
)
def test_the_next_sentence_may_deny_what_its_own_side_is_said_to_have_done(denial: str, status: str) -> None:
    text = f"Norland attacked the port. {denial}"
    mentions = tuple(
        Mention(span=Span(at, at + len(name)), mention_type="NAM", entity_type="GPE", rule="test", actor_id=name)
        for at, name in ((0, "Norland"), (27, denial.split(maxsplit=1)[0]))
    )

    assert _with(document(text), mentions=mentions).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "clause", "date", "status"),
    [
        (
            "Aides spoke of Tuesday's summit in Orra.",
            "Tuesday's summit",
            "Tuesday's summit in Orra",
            "2025-08-05",
            "reported",
        ),
        ("Aides spoke of the 2015 invasion.", "2015 invasion", "the 2015 invasion", "2015", "reported"),
        (
            "Aides spoke of next month's elections.",
            "next month's elections",
            "next month's elections",
            "2025-09",
            "planned",
        ),
    ],
)
def test_a_noun_with_a_date_before_it_is_an_event_of_that_date(
    text: str, trigger: str, clause: str, date: str, status: str
) -> None:
    event = next(event for event in found(text) if event.rule == "event/nominal/dated")

    assert (event.trigger.of(text), event.clause.of(text), event.status) == (trigger, clause, status)
    assert event.date is not None
    assert (event.date.edtf, event.date_source) == (date, "own")


def test_a_verb_takes_the_date_of_the_noun_that_gives_it_its_type() -> None:
    event, *others = found("Minister Dara attended Tuesday's summit in Orra.")

    assert (event.event_type, event.date and event.date.edtf, others) == ("CONSULT", "2025-08-05", [])


def test_a_headline_tells_the_past_in_the_present() -> None:
    text = "Norland releases two hostages\n\nNorland released two hostages on Wednesday."
    headline, lead = found(text)

    assert headline.date == lead.date is not None
    assert headline.date_source == "story"


def test_an_untyped_verb_dated_by_the_article_needs_somebody_who_took_part() -> None:
    base = document("Dara won the cup.")
    mention = Mention(span=Span(0, 4), mention_type="NAM", entity_type="PER", rule="test", actor_id="dara")

    assert found("Dara won the cup.") == ()
    assert _with(base, mentions=(mention,)).rule == "event/happening"


def test_a_verb_takes_no_day_from_the_article_where_its_sentence_names_another() -> None:
    told = first("Norland imposed tariffs on Estia over the ships that docked on Tuesday.")
    assert (told.trigger.start, told.date) == (8, None)
    assert first("Norland imposed tariffs on Estia over its ships.").date_source == "article"


def test_a_verb_of_saying_is_mere_speech_unless_it_is_an_act_of_its_own() -> None:
    assert [(event.rule, event.is_speech) for event in found("On Friday Dara said the port was open.")] == [
        ("event/statement", True)
    ]
    assert [event.is_speech for event in found("On Friday Norland accused Estia of theft.")] == [False]


@pytest.mark.parametrize(
    "text", ["No hostages were released.", "Norland provided no food.", "Norland no longer supports Estia."]
)
def test_no_subject_or_object_makes_it_negative(text: str) -> None:
    assert first(text).polarity == "NEG"


@pytest.mark.parametrize(
    "text",
    [
        "Norland would have attacked the port.",
        "Norland should withdraw its troops.",
        "If Norland attacks the port, ships will turn away.",
    ],
)
def test_what_is_only_thought_of_is_no_event(text: str) -> None:
    assert [event.event_type for event in found(text) if event.event_type] == []


# Any text

PIECES = [
    "Norland",
    "attacked",
    "the",
    "port",
    "and",
    ",",
    "who",
    "on Friday",
    "said",
    "to",
    "will",
    ".",
    "“",
    "”",
    "? ",
    "(",
    ")",
    "met",
    "not",
    "'s",
    "- ",
    "was",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_spans_lie_in_order_inside_their_sentence_whatever_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    events_found = found(text)

    assert [event.trigger for event in events_found] == sorted(event.trigger for event in events_found)
    for event in events_found:
        assert event.sentence.contains(event.clause)
        assert event.clause.contains(event.trigger)


@pytest.mark.parametrize(
    "piece",
    [
        "Norland attacked the port, and Estia, which was told, condemned the raid ",
        "and burned the quay ",
        "burned, ",
        "(the port ",
    ],
)
def test_a_sentence_without_end_takes_time_in_proportion(piece: str) -> None:
    assert grows_in_proportion(lambda times: events(document("Norland " + piece * times), RULES, REGISTER), 400, 4000)


@pytest.mark.parametrize(
    "text",
    [
        "Norland denied the charge.",
        "Norland rejected that account.",
        "Norland praised the plan.",
        "The envoy warned the islanders.",
        "On Monday the envoy called the plan a folly.",
    ],
)
def test_words_alone_keep_their_type_and_are_speech(text: str) -> None:
    assert [event.is_speech for event in found(text)] == [True]


def test_what_somebody_says_in_direct_speech_is_no_event_of_the_newspaper() -> None:
    text = "“We asked the miners to stop,” Dara said."
    quotation = Quotation(
        kind="direct", content=Span(1, 28), rule="test", source=Span(31, 35), cue=Span(36, 40), is_clause=True
    )
    told = events(dataclasses.replace(document(text), quotations=(quotation,)), RULES, REGISTER).events

    assert [(event.event_type, event.is_speech) for event in told] == [("REQUEST", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Miners spoke of a law that bans the sale of coal.",
        "The envoys met in a hall which the army guards and supplies.",
        "Norland and Estia hold talks every spring.",
        "The treaty that Norland signs names a river, and any member can block a proposal.",
        "No Norlandish premier had visited Estia since 1992.",
        "Norland neither supported the plan nor opposed it.",
    ],
)
def test_habits_texts_and_what_was_not_are_no_events_of_a_type(text: str) -> None:
    untold = [event for event in found(text) if event.event_type and event.trigger.of(text) not in ("met", "signs")]

    assert untold == []


def test_what_a_relative_pronoun_stands_for_tells_the_type() -> None:
    text = "Norland lives with the tariff that Estia announced on Monday."

    assert [(event.trigger.of(text), event.event_type) for event in found(text)] == [("announced", "SANCTION")]


def test_an_outcome_is_an_event_beside_the_deed() -> None:
    text = "Gunmen opened fire on a patrol, killing three guards."

    assert [event.trigger.of(text) for event in found(text)] == ["opened", "killing"]


def test_what_takes_effect_has_a_type_once_it_has() -> None:
    assert first("The tariff took effect on Monday.").event_type == "SANCTION"
    assert first("The tariff will take effect on 30 August 2025.").event_type is None


def test_an_event_that_is_denied_is_shown_whatever_dates_it() -> None:
    text = "The ministry denied that the dam had cracked."

    assert [(event.trigger.of(text), event.status) for event in found(text)][1:] == [("cracked", "denied")]


@pytest.mark.parametrize(
    ("text", "names", "actors", "recipients"),
    [
        ("Dara of Norland met Ortiz.", ["Dara", "Norland", "Ortiz"], ["Dara"], ["Ortiz"]),
        ("Dara, the envoy of Ruiz, met Ortiz.", ["Dara", "Ruiz", "Ortiz"], ["Dara"], ["Ortiz"]),
        ("Dara held the summit of Norland and Estia.", ["Dara", "Norland", "Estia"], ["Dara"], []),
        ("Dara met Ortiz over the trade of Norland.", ["Dara", "Ortiz", "Norland"], ["Dara"], ["Ortiz"]),
    ],
)
def test_whose_title_or_matter_it_is_takes_no_part(
    text: str, names: list[str], actors: list[str], recipients: list[str]
) -> None:
    mentions = tuple(
        Mention(
            span=Span(text.index(name), text.index(name) + len(name)),
            mention_type="NAM",
            entity_type="GPE" if name in ("Norland", "Estia") else "PER",
            rule="test",
            actor_id=name,
            reading="actor",
        )
        for name in names
    )
    (event,) = events(dataclasses.replace(document(text), mentions=mentions), RULES, REGISTER).events

    assert (list(event.actors), list(event.recipients)) == (actors, recipients)
