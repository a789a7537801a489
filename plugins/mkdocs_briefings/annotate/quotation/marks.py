"""Quotation marks, paired: the quoted stretches of a text."""

import re
from collections.abc import Iterator
from itertools import accumulate

from mkdocs_briefings.text import Span

LONGEST = 4000  # characters; what is longer was never closed
_MARK = re.compile(r"[\"“”„«»「」『』]|(?<!['\w])'{2,3}(?=\w)|(?<=[\w.,!?…\s])'{2,3}(?!['\w])")
_PLAIN_MARK = re.compile('["“”„«»「」『』]')  # the same in a text without doubled apostrophes
# ‘…’ where a paragraph has no other marks; ’ between letters is an apostrophe, and so it is after the s of an owner
# unless the sentence or its part ends there.
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)(?:[^‘’\n]|’(?=\w)|(?<=s)’(?= [a-z])){1,600}?(?!(?<=s)’ [a-z])’(?!\w)")
_OPENERS = "“„«「『"
_CLOSERS = "”»」』"
MARKS = "\"'‘’“”„«»「」『』"  # every mark, as what may stand at the edge of a quotation
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


def stretches(text: str, paragraphs: tuple[Span, ...]) -> Iterator[Span]:
    """Every quoted stretch, its marks included, in order; nested ones belong to the outermost."""
    pattern = _MARK if "''" in text else _PLAIN_MARK  # the plain one is much faster
    for number, paragraph in enumerate(paragraphs):
        marks = list(pattern.finditer(text, paragraph.start, paragraph.end))
        if not marks:
            yield from _single(text, paragraph)
        else:
            below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            reopens = below is not None and pattern.match(text, below.start) is not None
            yield from _paired(text, paragraph, marks, reopens=reopens)


def _single(text: str, paragraph: Span) -> Iterator[Span]:
    if text.find("‘", paragraph.start, paragraph.end) >= 0:
        yield from (Span(*match.span()) for match in _SINGLE.finditer(text, paragraph.start, paragraph.end))


def _paired(text: str, paragraph: Span, marks: list[re.Match[str]], *, reopens: bool) -> Iterator[Span]:
    surplus = _closers_left(marks)
    open_marks: list[str] = []
    opened = paragraph.start
    for index, mark in enumerate(marks):
        if _opens(text, mark, inside=open_marks[-1:]):
            if open_marks and (mark[0] not in _OPENERS or surplus[index] < 1):
                open_marks.clear()  # the one before was never closed
            if not open_marks:
                opened = mark.start()
            open_marks.append(mark[0])
        elif open_marks:
            open_marks.pop()
            if not open_marks:
                yield _kept(text, Span(opened, mark.end()))
    if open_marks:
        whole = Span(opened, paragraph.end)
        yield _kept(text, whole) if reopens else _first_sentence(text, whole)


def _closers_left(marks: list[re.Match[str]]) -> list[int]:
    """For each mark, by how much the closing curly marks from there on outnumber the opening ones."""
    steps = (1 if mark[0] in _CLOSERS else -1 if mark[0] in _OPENERS else 0 for mark in reversed(marks))
    return list(accumulate(steps))[::-1]


def _opens(text: str, mark: re.Match[str], *, inside: list[str]) -> bool:
    """Args: inside: the mark that is still open, if one is."""
    if mark[0] == "“" and inside == ["„"]:
        return False
    if mark[0] in _OPENERS:  # a careless one closes: “Not now,“ she said
        return not (inside and text[mark.start() - 1] in ".,!?" and text[mark.end() : mark.end() + 1].isspace())
    if mark[0] in _CLOSERS:
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if inside:
        return (before.isspace() or before in "([—") and after.isalnum()
    return bool(after) and not after.isspace() and not (before.isalnum() and not after.isalnum())


def _kept(text: str, stretch: Span) -> Span:
    return stretch if len(stretch) <= LONGEST else _first_sentence(text, stretch)


def _first_sentence(text: str, stretch: Span) -> Span:
    most = min(stretch.end, stretch.start + LONGEST)
    end = _SENTENCE_END.search(text, stretch.start, most)
    return Span(stretch.start, end.end() if end else most)
