"""Text and spans to escaped HTML: the only place, besides the templates, where tags are written."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import markdown
from markupsafe import Markup, escape

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.text import Span

SENTENCE: Final = 0  # a sentence holds everything else and is never split
LINK: Final = 1  # a link is split by a sentence only, so that it stays one stop for the keyboard
MARK: Final = 2

_HTML_DATE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?")
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_SLOT = (Markup("<!--prose-->"), Markup("<!--/prose-->"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An element laid over a span of a text.

    Where marks cross, the one of the higher rank is split: its first piece has the `once` attributes, such as
    an id, and its last the `closing` ones, such as a gloss that stands behind the words.
    """

    span: Span
    tag: str
    rank: int = MARK
    attributes: tuple[tuple[str, str], ...] = ()
    once: tuple[tuple[str, str], ...] = ()
    closing: tuple[tuple[str, str], ...] = ()
    opens_with: Markup = field(default_factory=Markup)  # put before its words; has no text of its own


@dataclass(frozen=True, slots=True)
class Insert:
    """Something without text of its own that stands at a place in the text, such as the link to a note."""

    at: int
    html: Markup


def plain(text: str) -> Markup:
    """The text as HTML from which a browser reads the same characters.

    A carriage return is written as a reference, since HTML's newlines swallow it. NUL cannot stand in HTML: a
    browser shows the replacement character for it.
    """
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd"))  # noqa: S704  just escaped


def element(tag: str, attributes: Iterable[tuple[str, str]], content: Markup) -> Markup:
    return Markup(f"{_open(tag, attributes)}{content}</{tag}>")  # noqa: S704  made of escaped parts


def void_element(tag: str, attributes: Iterable[tuple[str, str]]) -> Markup:
    """An element that has no content, such as `meta`."""
    return Markup(_open(tag, attributes))  # noqa: S704  made of escaped parts


def data_block(media_type: str, json: str) -> Markup:
    """JSON in a `script` that is not run. HTML's escapes do not count there: what could end it is written in JSON's."""
    inert = json
    for sign in "<>&\u2028\u2029":  # far faster than `translate`, which looks at every letter
        inert = inert.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(f'<script type="{escape(media_type)}">{inert}</script>')  # noqa: S704  nothing in it can end it


def into_head(html: str, head: Markup) -> str:
    """A whole document with more elements at the end of its head."""
    before, end, rest = html.partition("</head>")
    return f"{before}{head}\n{end}{rest}" if end else html


def _open(tag: str, attributes: Iterable[tuple[str, str]]) -> str:
    return f"<{tag}" + "".join(f' {name}="{escape(value)}"' for name, value in attributes) + ">"


def weave(text: str, within: Span, marks: Iterable[Mark], inserts: Iterable[Insert] = ()) -> Markup:
    """The characters of `within`, in order and no others, with the marks as well-formed elements around them.

    Marks may nest, cross, repeat or reach beyond `within`; crossing ones are split. Empty marks are left out,
    and so is a link inside a link. An insert inside a link moves to its end.
    """
    fitting = sorted(_fitting(within, marks), key=lambda mark: (mark.span.start, -mark.span.end, mark.rank))
    return _Loom(text, within, _links_apart(fitting)).woven(inserts)


def _fitting(within: Span, marks: Iterable[Mark]) -> Iterable[Mark]:
    return (mark for mark in marks if len(mark.span) and mark.span.overlaps(within))


def _links_apart(marks: Iterable[Mark]) -> list[Mark]:
    kept, end = [], -1
    for mark in marks:
        if mark.rank == LINK:
            if mark.span.start < end:
                continue
            end = mark.span.end
        kept.append(mark)
    return kept


@dataclass(slots=True)
class _Open:
    mark: Mark
    piece: int  # where its opening tag stands in the output


@dataclass(slots=True)
class _Loom:
    """One pass over the places where something opens, closes or stands."""

    text: str
    within: Span
    marks: Sequence[Mark]  # by start, the longer and outer first
    out: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    pieces: dict[int, list[int]] = field(default_factory=dict)  # by id(mark): where its opening tags stand
    filled: int = -1  # the last place of the output that is not empty

    def woven(self, inserts: Iterable[Insert]) -> Markup:
        placed = self._placed(inserts)
        ends = {place for mark in self.marks for place in (mark.span.start, mark.span.end)}
        first, last = self.within.start, self.within.end
        places = sorted({place for place in ends | set(placed) if first < place < last} | {first, last})
        following = iter([*self.marks, None])
        mark = next(following)
        cursor = first
        for place in places:
            self._write(plain(self.text[cursor:place]))
            cursor = place
            self._close(place, placed.get(place, ""))
            while mark and mark.span.start <= place < last:
                self._open(mark)
                mark = next(following)
        self._write_tags()
        return Markup("".join(self.out))  # noqa: S704  made of escaped parts

    def _placed(self, inserts: Iterable[Insert]) -> dict[int, str]:
        links = [mark.span for mark in self.marks if mark.rank == LINK]
        starts = [link.start for link in links]
        placed: dict[int, str] = {}
        for insert in inserts:
            before = bisect_left(starts, insert.at)
            place = min(max(insert.at, links[before - 1].end if before else 0), self.within.end)
            if place >= self.within.start:
                placed[place] = placed.get(place, "") + str(insert.html)
        return placed

    def _write(self, html: str) -> None:
        if html:
            self.filled = len(self.out)
            self.out.append(html)

    def _close(self, place: int, inserted: str) -> None:
        """Close what ends here, and reopen what lay inside it and goes on."""
        at_end = place == self.within.end
        lowest = next((n for n, item in enumerate(self.stack) if at_end or item.mark.span.end <= place), None)
        closing = [] if lowest is None else self.stack[lowest:]
        del self.stack[len(self.stack) - len(closing) :]
        for item in reversed(closing):
            if item.mark.rank == SENTENCE:  # what stands at its end stands inside it
                self._write(inserted)
                inserted = ""
            self._close_piece(item)
        self._write(inserted)
        if not at_end:
            self._reopen([item.mark for item in closing if item.mark.span.end > place])

    def _open(self, mark: Mark) -> None:
        """Open a mark; those that cross it and rank higher are split around its start."""
        lowest = next((n for n, item in enumerate(self.stack) if _yields(item.mark, mark)), len(self.stack))
        yielding = self.stack[lowest:]
        del self.stack[lowest:]
        for item in reversed(yielding):
            self._close_piece(item)
        self._push(mark)
        self._reopen([item.mark for item in yielding])

    def _reopen(self, marks: list[Mark]) -> None:
        for mark in sorted(marks, key=lambda mark: (mark.rank != SENTENCE, -mark.span.end, mark.rank)):
            self._push(mark)

    def _push(self, mark: Mark) -> None:
        self.stack.append(_Open(mark, len(self.out)))
        self.pieces.setdefault(id(mark), []).append(len(self.out))
        self.out.append("")

    def _close_piece(self, item: _Open) -> None:
        if self.filled < item.piece:  # nothing stands in it
            self.pieces[id(item.mark)].pop()
        else:
            self._write(f"</{item.mark.tag}>")

    def _write_tags(self) -> None:
        for mark in self.marks:
            pieces = self.pieces.get(id(mark), [])
            for number, piece in enumerate(pieces):
                is_first = number == 0 and mark.span.start >= self.within.start
                once = mark.once if is_first else ()
                closing = mark.closing if number == len(pieces) - 1 else ()
                self.out[piece] = _open(mark.tag, (*mark.attributes, *once, *closing))
                if is_first:
                    self.out[piece] += str(mark.opens_with)


def _yields(standing: Mark, coming: Mark) -> bool:
    crosses = standing.span.end < coming.span.end and standing.rank > coming.rank
    return crosses or (coming.rank == SENTENCE and standing.rank != SENTENCE)


def in_language(language: str, direction: str, around: str) -> Markup:
    """Attributes for an element in another language than what stands around it; none where it is the same."""
    given = [("lang", language), ("dir", direction)] if language != around else []
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in given)


def told_in(words: str, language: str, around: str) -> Markup:
    """Words of a source, marked with its language where that is not the one around them."""
    apart = language.partition("-")[0] != around.partition("-")[0]
    return element("span", [("lang", language)], escape(words)) if apart else escape(words)


def dated(date: PartialDate, words: str) -> Markup:
    """The date's words; as `<time>` where HTML can say just as much as the date does, and no more."""
    return element(*date_element(date), content=plain(words))


def date_element(date: PartialDate) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The tag and attributes that carry a date: HTML's `datetime` has no word for about, before or between."""
    if _HTML_DATE.fullmatch(date.edtf):
        return "time", (("datetime", date.edtf),)
    return "span", (("data-edtf", date.edtf),)


def highlighted(text: str, within: Span, spans: Iterable[Span]) -> Markup:
    """A sentence with some of its words in `<mark>`."""
    return weave(text, within, [Mark(span=span, tag="mark") for span in spans])


def prose(text: str) -> Markup:
    """A person's Markdown. The desk writes it, so HTML in it stands, as on any page of MkDocs."""
    return Markup(markdown.markdown(text, extensions=["tables", "smarty"], output_format="html"))  # noqa: S704


def slotted(text: str) -> Markup:
    """The same between two marks, for a host that renders Markdown itself, with links to its other pages."""
    return _SLOT[0] + prose(text) + _SLOT[1]


def fill_slot(html: str, rendered: str) -> str:
    """The page with the host's rendering in the place of ours. No source can write the marks: it is escaped."""
    before, _, rest = html.partition(_SLOT[0])
    return "".join((before, rendered, rest.partition(_SLOT[1])[2]))  # adding escapes what is no Markup


def web_address(address: str | None) -> str | None:
    """The address, if a link may lead there: a source may state any words for it."""
    return address if address and _WEB_ADDRESS.match(address) else None
