"""Text and spans to HTML: every character stays, and whatever crosses comes out well-formed."""

from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.markup import (
    LINK,
    MARK,
    SENTENCE,
    Insert,
    Mark,
    dated,
    highlighted,
    plain,
    prose,
    weave,
    web_address,
)
from mkdocs_briefings.text import Span

NOTE = Markup('<a class="br-noteref" href="#note-1"></a>')
TAGS = {SENTENCE: "span", LINK: "a", MARK: "em"}


class Reader(HTMLParser):
    """What a browser would read: the text, how deep each tag stands, and whether all is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.nested_links = 0
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nested_links += tag == "a" and "a" in self.open
        self.open.append(tag)
        self.opened.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


Attributes = tuple[tuple[str, str], ...]


def mark(start: int, end: int, rank: int = MARK, *, once: Attributes = (), closing: Attributes = ()) -> Mark:
    return Mark(span=Span(start, end), tag=TAGS[rank], rank=rank, once=once, closing=closing)


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, Span, list[Mark], list[Insert]]:
    text = draw(TEXT)
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(lambda pair: Span(*sorted(pair)))
    marks = draw(st.lists(st.builds(lambda s, r: mark(s.start, s.end, r), spans, st.sampled_from([LINK, MARK]))))
    cuts = sorted({0, len(text), *draw(st.lists(place, max_size=4))})
    sentences = [mark(*pair, SENTENCE) for pair in pairwise(cuts)]
    return text, draw(spans), [*marks, *sentences], draw(st.lists(place.map(lambda at: Insert(at, NOTE)), max_size=3))


@given(marked_texts())
@example(("<b>&amp;\r\n“a”", Span(0, 13), [mark(0, 5), mark(2, 13, LINK)], []))
def test_every_character_is_read_back_in_order(given: tuple[str, Span, list[Mark], list[Insert]]) -> None:
    text, within, marks, inserts = given
    html = weave(text, within, marks, inserts)
    read = Reader(html)
    assert read.text == within.of(text)
    assert read.open == []
    assert read.nested_links == 0


@given(marked_texts())
def test_a_sentence_is_never_split(given: tuple[str, Span, list[Mark], list[Insert]]) -> None:
    text, within, marks, inserts = given
    read = Reader(weave(text, within, marks, inserts))
    inside = [m for m in marks if m.rank == SENTENCE and m.span.overlaps(within) and len(within)]
    assert sum(tag == "span" for tag, _ in read.opened) == len(inside)


def test_nested_marks_stand_inside_one_another() -> None:
    assert weave("abcdef", Span(0, 6), [mark(0, 6, SENTENCE), mark(1, 5), mark(2, 4, LINK)]) == (
        "<span>a<em>b<a>cd</a>e</em>f</span>"
    )


def test_crossing_marks_are_split_around_a_link() -> None:
    assert weave("abcdef", Span(0, 6), [mark(0, 4), mark(2, 6, LINK)]) == "<em>ab</em><a><em>cd</em>ef</a>"


def test_an_id_stands_once_and_a_gloss_behind_the_last_words() -> None:
    split = mark(0, 4, once=(("id", "x"),), closing=(("data-gloss", "Modi"),))
    html = weave("abcdef", Span(0, 6), [split, mark(2, 6, LINK)])
    assert html == '<em id="x">ab</em><a><em data-gloss="Modi">cd</em>ef</a>'


def test_a_mark_over_two_sentences_is_split_between_them() -> None:
    marks = [mark(0, 3, SENTENCE), mark(4, 7, SENTENCE), mark(1, 6)]
    assert weave("abc def", Span(0, 7), marks) == ("<span>a<em>bc</em></span><em> </em><span><em>de</em>f</span>")


def test_empty_marks_and_marks_elsewhere_are_left_out() -> None:
    assert weave("abcdef", Span(0, 3), [mark(1, 1), mark(4, 6), mark(2, 5)]) == "ab<em>c</em>"


def test_a_link_inside_a_link_is_left_out() -> None:
    assert weave("abcd", Span(0, 4), [mark(0, 4, LINK), mark(1, 2, LINK)]) == "<a>abcd</a>"


def test_a_note_stands_inside_its_sentence_and_behind_a_link() -> None:
    html = weave("abcd", Span(0, 4), [mark(0, 4, SENTENCE), mark(1, 4, LINK)], [Insert(2, Markup("<i></i>"))])
    assert html == "<span>a<a>bcd</a><i></i></span>"


def test_hostile_words_are_words() -> None:
    hostile = "<script>alert('x')</script> & \"quotes\""
    html = weave(hostile, Span(0, len(hostile)), [mark(0, 8, once=(("title", '"><b>'),))])
    assert "<script" not in html
    assert '"><b>' not in html
    assert Reader(html).text == hostile


def test_carriage_returns_survive_html() -> None:
    assert plain("a\r\nb") == "a&#13;\nb"


def test_only_dates_that_html_can_say_are_time_elements() -> None:
    assert dated(PartialDate("2025-08-08"), "8 Aug 2025") == '<time datetime="2025-08-08">8 Aug 2025</time>'
    assert dated(PartialDate("2025"), "2025") == '<time datetime="2025">2025</time>'
    assert str(dated(PartialDate("../2025-08-08"), "")).startswith('<span data-edtf="../2025-08-08">')
    assert str(dated(PartialDate("2025-22"), "")).startswith("<span")


def test_the_words_a_row_is_about_are_marked_in_their_sentence() -> None:
    assert highlighted("Modi & Putin met.", Span(0, 17), [Span(0, 4)]) == "<mark>Modi</mark> &amp; Putin met."


def test_an_analyst_writes_markdown() -> None:
    assert prose("A *first* tariff.") == "<p>A <em>first</em> tariff.</p>"


def test_only_web_addresses_become_links() -> None:
    assert web_address("https://example.org/a") == "https://example.org/a"
    assert web_address("javascript:alert(1)") is None
    assert web_address(None) is None
