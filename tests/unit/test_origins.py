"""Reprints are one origin, and texts that only quote one another are two."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.origins import origins, reprints
from tests import builders

DISPATCH = (
    "The harbour at Lima was closed on Friday after a storm tore three cranes from their rails. Nobody was hurt. "
    "The port authority said ships would wait outside until the cranes had been tested, which may take a week."
)
OWN = (
    "Storm damage has shut the port of Lima for days. A spokesman said that ships would wait outside until the cranes "
    "had been tested. Exporters of fruit fear losses, and the ministry of trade has called a meeting."
)


def article(text: str, identity: str) -> Document:
    return builders.document(builders.source(text, identity))


def test_a_reprint_that_is_cut_and_edited_shares_its_origin() -> None:
    cut = DISPATCH.replace("Nobody was hurt. ", "").replace("on Friday", "Friday")
    found = origins([article(DISPATCH, "a"), article(OWN, "b"), article(cut, "c")])
    assert found["a"] == found["c"] != found["b"]


def test_marks_and_letters_of_another_size_make_no_other_text() -> None:
    loud = DISPATCH.upper().replace(".", " –")
    assert reprints([article(DISPATCH, "a"), article(loud, "b")]) == ((1, 2),)


def test_reprints_of_reprints_are_one_origin() -> None:
    long = DISPATCH + " " + OWN
    assert reprints([article(DISPATCH, "a"), article(OWN, "b"), article(long, "c")]) == ((1, 2, 3),)


@given(st.lists(st.sampled_from(["storm", "port", "crane", "“", "Lima", "."]), min_size=1, max_size=30))
def test_every_text_is_of_one_origin_with_itself(words: list[str]) -> None:
    text = " ".join(["Lima", *words])
    assert len(set(origins([article(text, "a"), article(text, "b")]).values())) == 1


def test_two_articles_without_words_are_no_reprints() -> None:
    assert reprints([article("...", "a"), article("!!!", "b")]) == ()


def test_one_article_is_no_reprint() -> None:
    assert reprints([article(DISPATCH, "a")]) == ()
