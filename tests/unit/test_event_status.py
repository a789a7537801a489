"""What a source claims of an event: sentences written for this test, each with the status its event must have."""

import datetime

import pytest

from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.annotations import Event
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source

DENIED = [
    ("Norland denied that its troops attacked the port.", "attacked"),
    ("Norland has denied its troops attacked the port.", "attacked"),
    ("The foreign ministry denied reports that Norland expelled the envoy.", "expelled"),
    ("The general denied that his men had shelled the village on Monday.", "shelled"),
    ("“Our forces did not attack the port,” Minister Dara said, denying that they shelled the quay.", "shelled"),
    ("Estia rejected claims that its navy seized the trawler.", "seized"),
    ("The palace dismissed reports that the king pardoned the spies.", "pardoned"),
    ("The army refuted allegations that its soldiers killed the villagers.", "killed"),
    ("There is no evidence that Norland bombed the dam.", "bombed"),
    ("Inspectors found no proof that the plant supplied the rebels.", "supplied"),
    ("It is not true that Estia bombed the crossing.", "bombed"),
    ("It is false that Estia arrested the reporters.", "arrested"),
    ("Reports that Norland attacked the convoy are untrue, the ministry said.", "attacked"),
    ("Claims that the guards shot the protesters were denied by the police.", "shot"),
    ("Allegations that the bank financed the militia are baseless, the governor said.", "financed"),
    ("Norland attacked the dam, according to Estia, a charge that Norland denied.", "attacked"),
    ("Estia said Norland shelled the village, which Norland denied.", "shelled"),
    ("Estia says Norland jammed its radar and bombed a mast, an accusation Norland rejects.", "bombed"),
    ("The spokesman denied on Friday that the premier had met the rebels.", "met"),
    ("The company disputed that it financed the militia.", "financed"),
    ("The president ruled out that Norland supplied the missile.", "supplied"),
    ("The minister's denial that he met the smugglers convinced nobody.", "met"),
]
ALLEGED = [
    ("Soldiers allegedly shelled the port.", "shelled"),
    ("The militia reportedly released two nurses on Thursday.", "released"),
    ("Estia alleged that Norland bombed the bridge.", "bombed"),
    ("Estia claimed that Norland shelled two villages.", "shelled"),
    ("Reports that rebels attacked the convoy could not be verified.", "attacked"),
    ("Rumours that the general resigned spread through the capital.", "resigned"),
    ("The rebels may have attacked the refinery.", "attacked"),
    ("The missile might have hit the school by mistake, an officer said.", "hit"),
    ("The court will decide whether the guards tortured the prisoner.", "tortured"),
    ("Norland attacked the convoy, Estia said, a claim that could not be verified.", "attacked"),
    ("The rebels are believed to have kidnapped two engineers.", "believed"),
    ("Norland is said to have supplied the militia with rifles.", "said"),
]
PLANNED = [
    ("Talks will resume on Monday.", "resume"),
    ("The truce is due to begin at 06:00 on Saturday.", "due"),
    ("The order is to take effect on 27 August.", "take"),
    ("The vote is scheduled for December.", "scheduled"),
    ("Elections are due in March 2026.", "due"),
    ("The next round of talks is set for 20 August.", "set"),
    ("The premier is expected to travel to Belmara on Tuesday.", "expected"),
    ("Norland will host the games by 2030.", "host"),
    ("The court is to rule on the appeal in October.", "rule"),
    ("The two ministers are to meet in Orra on Tuesday.", "meet"),
    ("The union plans to march on 1 September.", "plans"),
    ("Norland intends to expel the envoy next week.", "intends"),
    ("The ban takes effect on Saturday.", "takes"),
    ("The treaty comes into force on 1 January 2026.", "comes"),
    ("Estia said it would reopen its embassy in September.", "reopen"),
    ("The envoy arrives in Norland on Sunday, and leaves on Tuesday.", "arrives"),
    ("Norland announced it will impose a 25 percent tariff from 1 September.", "impose"),
    ("The rebels agreed to release the crew by 30 September.", "release"),
    ("The parliament is set to vote on the budget on 15 August.", "set"),
    ("The fleet is going to leave the bay on 20 August.", "leave"),
    ("Estia promised two rescue ships by 20 August.", "promised"),
    ("Deliveries begin this month.", "begin"),
]
POSSIBLE = [
    ("Norland may impose a curfew next week.", "impose"),
    ("The premier hopes to visit Estia in September.", "hopes"),
    ("The alliance could deploy troops in October.", "deploy"),
    ("Norland is considering closing its embassy in September.", "considering"),
    ("If the siege goes on, Norland would send warships in September.", "send"),
    ("Norland will send warships in September unless the siege ends.", "send"),
    ("The bill would ban foreign newspapers.", "ban"),
]
REPORTED = [
    ("Norland denied entry to the inspectors on Monday.", "denied"),
    ("The court denied bail to the banker.", "denied"),
    ("The premier denied the charge and expelled the envoy.", "expelled"),
    ("Minister Dara, who denies fraud, resigned on Monday.", "resigned"),
    ("A militia claimed responsibility for the raid and released a hostage.", "released"),
    ("The blast claimed the lives of ten people and wounded forty.", "wounded"),
    ("Police arrested the alleged ringleader on Friday.", "arrested"),
    ("Police arrested two men on suspicion of arson.", "arrested"),
    ("Norland expelled two diplomats after it accused them of spying.", "expelled"),
    ("The court rejected the appeal of the editor on Monday.", "rejected"),
    ("The ministry dismissed the claims and closed the newspaper.", "closed"),
    ("The ministers met to discuss a possible summit.", "met"),
    ("Norland on Friday suspended the planned talks.", "suspended"),
    ("The judge ordered the release of the alleged spy.", "ordered"),
    ("The president signed the disputed law on Wednesday.", "signed"),
    ("The premier visited the disputed islands on Tuesday.", "visited"),
    ("The rebels released the crew that Norland had threatened to punish.", "released"),
    ("The king dismissed the minister on Monday.", "dismissed"),
    ("Norland announced on Friday that it will leave the pact.", "announced"),
    ("The general, who may face trial, surrendered on Thursday.", "surrendered"),
    ("The envoy met rebels who deny that they burned the school.", "met"),
    ("Denying any link with the raid, Estia withdrew its troops on Friday.", "withdrew"),
    ("The union rejected the offer of the mine and went on strike on Monday.", "went"),
    ("The two leaders agreed to meet in September.", "agreed"),
]
NEGATED = [
    ("Estia said it would not pull out of the treaty.", "pull"),
    ("The premier will not attend the summit on Monday.", "attend"),
    ("Norland does not plan to close its embassy in September.", "plan"),
    ("The rebels did not release the crew.", "release"),
    ("The envoy could not reach the port on Monday.", "reach"),
]


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules.load()


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


def found(text: str, trigger: str, rules: Rules, register: Register) -> Event | None:
    source = Source(id="a", text=text, sha256="", date_published=datetime.date(2025, 8, 8))
    events = annotate(source, rules, register).events
    return next((event for event in events if trigger in event.trigger.of(text).split()), None)


@pytest.mark.parametrize(
    ("status", "text", "trigger"),
    [
        (status, text, trigger)
        for status, sentences in (
            ("denied", DENIED),
            ("alleged", ALLEGED),
            ("planned", [*PLANNED, *POSSIBLE]),
            ("reported", REPORTED),
        )
        for text, trigger in sentences
    ],
)
def test_an_event_has_the_status_its_source_gives_it(
    status: str, text: str, trigger: str, rules: Rules, register: Register
) -> None:
    event = found(text, trigger, rules, register)

    assert event
    assert event.status == status


@pytest.mark.parametrize(("text", "trigger"), PLANNED)
def test_what_is_planned_is_probable(text: str, trigger: str, rules: Rules, register: Register) -> None:
    event = found(text, trigger, rules, register)

    assert event
    assert event.modality == "PR"


@pytest.mark.parametrize(("text", "trigger"), POSSIBLE)
def test_what_may_or_would_happen_is_possible(text: str, trigger: str, rules: Rules, register: Register) -> None:
    event = found(text, trigger, rules, register)

    assert event
    assert event.modality == "PS"


@pytest.mark.parametrize(("text", "trigger"), NEGATED)
def test_what_is_not_to_happen_is_no_plan(text: str, trigger: str, rules: Rules, register: Register) -> None:
    event = found(text, trigger, rules, register)

    assert event is None or (event.polarity, event.status) == ("NEG", "reported")


@pytest.mark.parametrize(
    "text",
    [
        "Did Norland attack the port on Monday?",
        "If talks resume on Monday, the siege will end.",
        "Norland should have attacked the port on Monday.",
    ],
)
def test_a_question_or_condition_tells_of_no_event(text: str, rules: Rules, register: Register) -> None:
    assert found(text, "attack", rules, register) is None
    assert found(text, "attacked", rules, register) is None
    assert found(text, "resume", rules, register) is None
