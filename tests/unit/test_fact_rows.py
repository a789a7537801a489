"""The fact box on its page: what several sources say, and whose word it is."""

import re
from dataclasses import replace

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.pages import Page, Site, Templates, render
from tests import builders


def box(briefing: Briefing) -> str:
    """The fact box of the briefing's page, as text between tags that are told apart by what matters here."""
    corpus = builders.corpus(briefing)
    site = Site(name="The Desk", description="What was said.", url=None, directory_urls=True)
    rendered = (page for page in render(corpus, Templates.load(None), site) if isinstance(page, Page))
    html = next(page.html for page in rendered if page.src_uri == f"{briefing.slug}.md")
    found = re.search(r'<aside class="br-facts".*?</aside>', html, re.DOTALL)
    assert found
    return found[0]


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&nbsp;", " ").split())


def group(html: str, question: str) -> str:
    found = re.search(rf"<dt>{question}</dt><dd>(.*?)</dd></div>", html, re.DOTALL)
    assert found
    return found[1]


def counted(identity: str, sentence: str, *numbers: str, publisher: str | None = None) -> Document:
    quantities = tuple(builders.quantity(sentence, number, number, "person", "people") for number in numbers)
    timexes = (builders.timex(sentence, "Friday", "2025-03-14", "2025-03-14"),) if "Friday" in sentence else ()
    source = builders.source(sentence, identity, publisher=publisher)
    return builders.document(source, quantities=quantities, timexes=timexes)


def test_figures_that_differ_stand_in_one_row_each_with_its_source() -> None:
    one = counted("a", "The quake killed 320 people on Friday.", "320", publisher="The Harbour Post")
    other = counted("b", "On Friday the quake killed 412 people.", "412")
    numbers = group(box(brief((one, other), None)), "Numbers")
    assert text(numbers) == (
        "Disputed "
        "320 The quake killed 320 people on Friday ¶1 The Harbour Post "
        "412 On Friday the quake killed 412 people 2:¶1 Source article 2"
    )
    assert numbers.count("br-status--disputed") == 1


def test_what_two_texts_report_says_so_and_what_one_text_reports_twice_does_not() -> None:
    one = counted("a", "The quake killed 320 people on Friday.", "320")
    other = counted("b", "Some 320 people were killed when the quake struck on Friday.", "320")
    html = box(brief((one, other), None))
    assert text(group(html, "Numbers")) == "320 The quake killed 320 people on Friday ¶1 2:¶1 2 sources"
    assert "carry one text" not in html
    reprint = replace(one, source=replace(one.source, id="c"))
    html = box(brief((one, reprint), None))
    assert text(group(html, "Numbers")) == "320 The quake killed 320 people on Friday ¶1 2:¶1"
    assert "Sources 1, 2 carry one text and count as one." in text(html)


def test_figures_of_one_clause_share_a_row() -> None:
    document = counted("a", "The quake killed 320 people and hurt 1,900 people.", "320")
    more = builders.quantity(document.text, "1,900", "1900", "person", "people")
    numbers = group(box(brief((replace(document, quantities=(*document.quantities, more)),), None)), "Numbers")
    assert text(numbers) == "320, 1,900 The quake killed 320 people and hurt 1,900 people ¶1"
    assert 'value="320 1900"' in numbers


def test_a_figure_in_somebodys_claim_names_whose_once() -> None:
    words = "The quake killed 320 people, rescuers said."
    said = builders.quotation(words, "The quake killed 320 people", "rescuers", None, "indirect")
    killed = builders.event(words, "The quake killed 320 people", "killed")
    document = replace(counted("a", words, "320"), quotations=(said,), events=(killed,))
    html = box(brief((document,), None))
    assert text(group(html, "Numbers")) == "320 The quake killed 320 people, according to rescuers ¶1"
    assert text(group(html, "What")) == "The quake killed 320 people, rescuers said. ¶1"


def test_words_that_follow_their_verb_need_no_colon() -> None:
    words = "Nothing moved. Ana Quispe warned that the dam would break. The dam held, rescuers said."
    warned = replace(
        builders.quotation(words, "that the dam would break", "Ana Quispe", None, "indirect"),
        cue=builders.find(words, "warned"),
    )
    said = replace(
        builders.quotation(words, "The dam held", "rescuers", None, "indirect"), cue=builders.find(words, "said")
    )
    document = builders.document(builders.source(words), quotations=(warned, said))
    assert text(group(box(brief((document,), None)), "Said")) == (
        "Ana Quispe warned that the dam would break ¶1 rescuers said: The dam held ¶1"
    )


def test_a_statement_that_names_its_speaker_does_not_name_them_twice() -> None:
    words = "Nothing moved. The dam, rescuers said, would hold."
    said = builders.quotation(words, "The dam, rescuers said, would hold", "rescuers", None, "indirect")
    document = builders.document(builders.source(words), quotations=(said,))
    assert text(group(box(brief((document,), None)), "Said")) == "The dam, rescuers said, would hold ¶1"


def test_a_plan_shows_its_resolved_day_beside_the_words() -> None:
    html = box(brief((builders.talks(),), None))
    assert text(group(html, "Next")) == (
        "Planned: Lima is to host a summit later this year ¶2 between 14 Mar and 31 Dec 2025"
    )


def test_a_denial_is_listed_as_disputed() -> None:
    html = box(brief((builders.talks(),), None))
    assert text(group(html, "Disputed")) == "Denied: Norway denied that Oslo had walked out. ¶3"
