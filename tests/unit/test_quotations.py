"""Quotations: every record's examples, the shapes of direct speech, and texts with broken marks."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_briefings.annotate.quotation.marks import stretches
from mkdocs_briefings.annotate.quotations import quotations
from mkdocs_briefings.annotate.sentences import sentences
from mkdocs_briefings.annotations import Document, Mention, Quotation
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.quotations import CueRecord
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span
from tests.proportion import grows_in_proportion

RULES = Rules.load()
REGISTER = Register.load()
RECORDS = RULES.quotations.records
NOUNS = RULES.quotations.noun_records
EXAMPLES = [
    *((record.rule, example) for record in RECORDS for example in record.examples),
    *((record.rule, example) for record in NOUNS for example in record.examples),
]
COUNTEREXAMPLES = [
    *((record.rule, example) for record in RECORDS for example in record.counterexamples),
    *((record.rule, example) for record in NOUNS for example in record.counterexamples),
]


def folded(text: str, mentions: tuple[Mention, ...] = ()) -> Document:
    document = sentences(Document(source=Source(id="a", text=text, sha256=""), mentions=mentions), RULES, REGISTER)
    return quotations(document, RULES, REGISTER)


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says what, in the text's words."""
    return [(one.source.of(text) if one.source else None, one.content.of(text)) for one in folded(text).quotations]


def person(text: str, name: str, actor_id: str) -> Mention:
    start = text.index(name)
    span = Span(start, start + len(name))
    return Mention(span=span, mention_type="NAM", entity_type="PER", actor_id=actor_id, rule="test")


def only(found: tuple[Quotation, ...]) -> Quotation:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_record_finds_what_its_example_marks(rule: str, example: str) -> None:
    text = re.sub(r"[\[\]{}]", "", example)
    source = re.search(r"\[(.*?)\]", example)
    content = re.search(r"\{(.*?)\}", example)
    assert content
    found = [
        (one.rule, one.source and one.source.of(text), one.content.of(text).strip(".,"))
        for one in folded(text).quotations
    ]
    assert (rule, source[1] if source else None, content[1].strip(".,")) in found


@pytest.mark.parametrize(("rule", "example"), COUNTEREXAMPLES)
def test_a_record_leaves_its_counterexample_alone(rule: str, example: str) -> None:
    assert rule not in [one.rule for one in folded(example).quotations]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.rule)
def test_what_is_broad_is_one_of_the_frames(record: CueRecord) -> None:
    assert record.broad <= record.frames | {"all", "known"}


def test_every_record_has_an_example() -> None:
    assert not [record.rule for record in RECORDS if not record.examples]


DIRECT = [
    ("“We will not wait,” said Marta Ruiz.", [("Marta Ruiz", "“We will not wait,”")]),
    ('"We will not wait," said Marta Ruiz.', [("Marta Ruiz", '"We will not wait,"')]),
    ("Ruiz said: “We will not wait.”", [("Ruiz", "“We will not wait.”")]),
    (
        "“We will not wait,” he said, “because winter is near.”",
        [("he", "“We will not wait,”"), ("he", "“because winter is near.”")],
    ),
    (
        "“We will not wait,” Ruiz said. “Winter is near.”",
        [("Ruiz", "“We will not wait,”"), ("Ruiz", "“Winter is near.”")],
    ),
    ("“Will you sign?” Ruiz asked.", [("Ruiz", "“Will you sign?”")]),
    (
        "“We will not wait,” Anna Odar, the mayor of Lume, said.",
        [("Anna Odar, the mayor of Lume", "“We will not wait,”")],
    ),
    ("“The door is shut.” — Marta Ruiz", [("Marta Ruiz", "“The door is shut.”")]),
    ("The mayor called the deal “a farce”.", [("The mayor", "“a farce”")]),
    ("‘We will not wait,’ said Marta Ruiz.", [("Marta Ruiz", "‘We will not wait,’")]),
    ("‘The ministers’ plan isn’t ready,’ Ruiz said.", [("Ruiz", "‘The ministers’ plan isn’t ready,’")]),
    ("“They said ‘never’ to us,” Ruiz said.", [("Ruiz", "“They said ‘never’ to us,”")]),
    ("“He told me “never” again,” Ruiz said.", [("Ruiz", "“He told me “never” again,”")]),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_speech_has_its_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
    assert {one.kind for one in folded(text).quotations} == {"direct"}


def test_a_paragraph_that_reopens_without_closing_inherits_its_speaker() -> None:
    text = "“We are tired,” Ruiz said. “We want peace.\n\n“We want it now.”"
    assert said(text)[-1] == ("Ruiz", "“We want it now.”")


def test_a_colon_hands_its_subject_to_the_next_paragraph() -> None:
    text = "The ministry issued an answer:\n\n“Nothing has been decided on this matter.”"
    assert said(text) == [("The ministry", "“Nothing has been decided on this matter.”")]


def test_words_in_marks_inside_a_larger_content_make_it_mixed() -> None:
    text = "Both nations stressed the need for a “fair and open” order."
    one = only(folded(text).quotations)
    assert (one.kind, one.content.of(text)) == ("mixed", "the need for a “fair and open” order")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace bonus” was spent.",
        "She spoke on the “Morning Post” programme.",
        "They met at “The Blue Anchor”, a hotel.",
        "Her memoir, “The Long Night in Lume”, sold well.",
    ],
)
def test_scare_quotes_and_titles_are_no_statements(text: str) -> None:
    assert [one for one in folded(text).quotations if one.kind == "direct"] == []


def test_the_source_is_never_the_addressee() -> None:
    assert said("Ruiz told Odar that the road was open.") == [("Ruiz", "that the road was open")]


def test_a_name_inside_the_quotation_is_no_speaker() -> None:
    assert said("“Ruiz said he would come,” Odar said.") == [("Odar", "“Ruiz said he would come,”")]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("In a post on X, Ruiz described the talks as “very good”.", "a post on X"),
        ("Ruiz said in a statement that the road was open.", "a statement"),
        ("“The road is open,” Ruiz wrote on Telegram.", "Telegram"),
        ("Ruiz said on Monday that the road was open.", None),
    ],
)
def test_what_carried_a_statement_is_its_medium(text: str, medium: str | None) -> None:
    one = folded(text).quotations[0]
    assert (one.medium and one.medium.of(text)) == medium


@pytest.mark.parametrize(
    ("verb", "manner"),
    [
        ("said", "said"),
        ("denied", "denied"),
        ("warned", "warned"),
        ("alleged", "alleged"),
        ("vowed", "promised"),
        ("believes", "thought"),
    ],
)
def test_the_manner_is_the_cues(verb: str, manner: str) -> None:
    assert only(folded(f"The general {verb} that the road was mined.").quotations).manner == manner


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not say that the road was safe.",
        "The ministry has not confirmed that the road was safe.",
        "The ministry never said that the road was safe.",
        "The ministry would not say whether the road was safe.",
        "The ministry refused to say whether the road was safe.",
        "The ministry declined to comment.",
        "The ministry did not deny that the road was mined.",
        "The minister left without saying whether the road was safe.",
        "No official has said that the road was safe.",
        "Neither Ruiz nor Odar said that the road was safe.",
        "It is unclear whether Ruiz said that the road was safe.",
        "If Ruiz says the road is safe, we will go.",
        "The court may say that the road is closed.",
    ],
)
def test_what_was_not_said_is_marked(text: str) -> None:
    assert [one.is_said for one in folded(text).quotations] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the road was not safe.",
        "The ministry denied that the road was mined.",
        "“We would not go,” he said.",
        "If the road is safe, Ruiz said, we will go.",
    ],
)
def test_what_was_said_is_said_whatever_is_in_it(text: str) -> None:
    assert [one.is_said for one in folded(text).quotations] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The premier recalled her envoy.",
        "The junta declared a state of emergency.",
        "The two kings discussed grain.",
        "Both sides agreed to a truce of nine days.",
        "The junta plans to hold a vote.",
        "The army knew that the bridge was mined.",
        "The tests demonstrated that the valve was faulty.",
        "Rivia vetoed the draft.",
        "The pact is expected to lapse.",
        "She announced the list in May.",
        "She announced them on Sunday.",
        "The bishop opposed it.",
        "The general refused to comment.",
        "Drivers were warned of ice.",
    ],
)
def test_a_deed_a_topic_a_plan_or_what_somebody_knows_is_no_statement(text: str) -> None:
    assert [one.is_statement for one in folded(text).quotations] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "She announced the list of the candidates.",
        "She announced a second list.",
        "The union opposed the sale.",
        "The army declared that the bridge was mined.",
        "The bank offered to lend more.",
        "The council expects prices to fall.",
        "The court told the ministry to pay.",
        "Drivers were told that the road was shut.",
    ],
)
def test_words_demands_promises_stances_and_views_are_statements(text: str) -> None:
    assert [one.is_statement for one in folded(text).quotations] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odar on Monday blamed the rebels.", ("Odar", "the rebels")),
        ("The fund, by contrast, praised the plan.", ("The fund", "the plan")),
        ("Odar, who left early, praised the plan.", ("Odar", "the plan")),
        ("In a statement the army said it had left.", ("the army", "it had left")),
        ("In 2014 the army said it had left.", ("the army", "it had left")),
        ("In Lume officials said the dam was safe.", ("officials", "the dam was safe")),
        ("This time Odar promised to pay.", ("Odar", "to pay")),
        ("The envoy told reporters saying the talks had failed.", ("The envoy", "the talks had failed")),
        ("The council passed a text that condemns the raid.", ("a text", "the raid")),
        ("A text that condemns the raid is to be read out.", ("A text", "the raid")),
        ("Calling the vote “a farce,” the opposition left the hall.", ("the opposition", "“a farce,”")),
    ],
)
def test_the_speaker_is_the_one_who_speaks_without_when_where_or_how(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The army accused the rebels of shelling a school.", "the rebels of shelling a school"),
        ("The union urged voters to stay at home.", "voters to stay at home"),
        ("Rivia asked the bank for a loan.", "the bank for a loan"),
        ("The premier warned the rebels of a long war.", "a long war"),
        ("The minister told Odar that “the road is open”.", "that “the road is open”"),
        ("The bank said rates would rise, though it gave no date.", "rates would rise"),
        ("Odar announced a plan for the ports, but did not say who would pay.", "a plan for the ports"),
        ("Odar announced a loan on Thursday, a day after the king had left.", "a loan"),
        ("Odar asked for talks a week earlier.", "talks"),
        ("The firm denied the charge in a letter.", "the charge"),
        ("Odar proposed a truce and Torv accepted it.", "a truce"),
        ("We condemn the raid and demand that the men be freed.", "the raid"),
        ("Herders report as many as six wolves.", "as many as six wolves"),
        ("• A bridge fell on Monday, the ministry said.", "A bridge fell on Monday"),
        ("The bank said 40 houses had burned.", "40 houses had burned"),
        ("Odar said inflation, which had doubled, “has peaked”.", "inflation, which had doubled, “has peaked”"),
        ("When Odar announced the first tax he left.", "the first tax"),
    ],
)
def test_the_content_is_all_that_was_said_and_no_more(text: str, content: str) -> None:
    assert said(text)[0][1] == content


@pytest.mark.parametrize(
    "text",
    ["The premier poured scorn on army claims that the vote was rigged.", "She showed a film that seemed to prove it."],
)
def test_a_noun_or_a_relative_clause_is_no_speaker(text: str) -> None:
    assert not [one for one in folded(text).quotations if one.is_statement and one.source and one.cue]


@pytest.mark.parametrize(
    "text",
    [
        "New Delhi defended its Russian oil imports.",
        "General Torv denied the charge on Sunday.",
        "The ministry condemned the attack on the port.",
        "She noted progress in the talks that were held in May.",
        "He suggested talks in May.",
        "The union criticised the new law, which it signed.",
        "The bank claimed victory in the vote.",
        "The talks, which Odar said had failed, went on.",
        "The plan is expected to lapse.",
    ],
)
def test_a_mere_noun_or_half_a_clause_says_nothing_by_itself(text: str) -> None:
    assert {one.is_clause for one in folded(text).quotations} == {False}


def test_a_claim_without_an_owner_has_no_speaker_and_is_alleged() -> None:
    one = only(folded("Reports that the bridge had fallen could not be verified.").quotations)
    assert (one.source, one.manner) == (None, "alleged")


def test_a_dateline_is_no_speaker_and_in_no_statement() -> None:
    assert said("LONDON: The road was open, the mayor said.") == [("the mayor", "The road was open")]
    assert said("Torvan — Nobody came, the mayor said.") == [("the mayor", "Nobody came")]


def test_according_to_names_its_source() -> None:
    assert said("The road is mined, according to two officers in Lume.") == [
        ("two officers in Lume", "The road is mined")
    ]


def test_the_actor_is_the_head_of_the_source() -> None:
    text = "Mayor Marta Ruiz of Lume said the road was open."
    assert folded(text, (person(text, "Marta Ruiz", "marta-ruiz"),)).quotations[0].actor_id == "marta-ruiz"


def test_officials_in_a_city_are_not_the_city() -> None:
    text = "Officials in Lume said the road was open."
    assert folded(text, (person(text, "Lume", "lume"),)).quotations[0].actor_id is None


def test_two_speakers_are_no_one_actor() -> None:
    text = "Ruiz and Odar said the road was open."
    mentions = (person(text, "Ruiz", "ruiz"), person(text, "Odar", "odar"))
    assert folded(text, mentions).quotations[0].actor_id is None


def test_a_pronoun_means_the_one_person_before_it() -> None:
    text = "Ruiz came late. He said the road was open."
    assert folded(text, (person(text, "Ruiz", "ruiz"),)).quotations[0].actor_id == "ruiz"


def test_a_pronoun_between_two_persons_stays_unresolved() -> None:
    text = "Ruiz met Odar. He said the road was open."
    mentions = (person(text, "Ruiz", "ruiz"), person(text, "Odar", "odar"))
    assert folded(text, mentions).quotations[0].actor_id is None


def test_a_pronoun_goes_on_meaning_the_person_who_spoke_last() -> None:
    text = "Ruiz said the road was open. It was late. The town slept. He said the bridge was closed."
    assert [one.actor_id for one in folded(text, (person(text, "Ruiz", "ruiz"),)).quotations] == ["ruiz", "ruiz"]


def test_nobody_is_both_he_and_she() -> None:
    text = "Ruiz came. He said the road was open. She said the bridge was closed."
    assert [one.actor_id for one in folded(text, (person(text, "Ruiz", "ruiz"),)).quotations] == ["ruiz", None]


def test_a_quotation_that_never_closes_ends_with_its_sentence() -> None:
    text = "Ruiz said: “We will not wait. The road was open. Nobody came.\n\nOdar left."
    assert said(text)[0] == ("Ruiz", "“We will not wait.")


@given(st.text(alphabet="“”„「」\"'« »aB.,?\n—", max_size=80))
def test_quoted_stretches_lie_in_order_inside_their_paragraph(text: str) -> None:
    paragraphs = RULES.sentences.paragraphs(text)
    found = list(stretches(text, paragraphs))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(any(paragraph.contains(one) for paragraph in paragraphs) for one in found)


@settings(deadline=None)
@given(st.text(alphabet='“” "said he,.Ruiz:\n—that', max_size=120))
def test_contents_and_sources_lie_inside_the_text(text: str) -> None:
    for one in folded(text).quotations:
        for span in (one.content, one.source, one.cue, one.medium):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz said that the road and " * 8000,
        "“ said Ruiz, " * 12000,
        '"' * 50000,
        "said " * 40000,
        "A " * 100000,
        ", who said," * 15000,
        "Ruiz said that it was so, and " + "Monday " * 20000,
        "claims that " * 15000,
        "reports by the army that " * 8000,
        "Ruiz said — " * 15000,
        "“„「 said Ruiz " * 9000,
    ],
)
def test_long_and_broken_paragraphs_take_linear_time(text: str) -> None:
    def run(size: int) -> None:
        document = sentences(Document(source=Source(id="a", text=text[:size], sha256="")), RULES, REGISTER)
        quotations(document, RULES, REGISTER)

    assert grows_in_proportion(run, len(text) // 10, len(text))
