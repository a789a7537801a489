"""Typed YAML: what is wrong is named with its line."""

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mkdocs_briefings.errors import BriefingsError, OverlayError
from mkdocs_briefings.settings import line_of, parse, split_front_matter


class Item(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    count: int = 0


class Desk(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    items: list[Item] = []
    written: datetime.date | None = None


def read(text: str) -> Desk:
    return parse(text, Desk, path=Path("desk.md"), error=OverlayError, first_line=2)


def test_yaml_becomes_the_type() -> None:
    assert read("title: A\nitems:\n  - {name: b, count: 2}\n") == Desk("A", [Item("b", 2)])
    assert read("title: A\nwritten: 2025-08-08\n").written == datetime.date(2025, 8, 8)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: A\ntitel: B\n", r"^desk.md:3: unknown key `titel`; expected one of title, items, written$"),
        ("title: A\nitems:\n  - name: b\n    cuont: 2\n", r"^desk.md:5: unknown key `cuont`"),
        ("title: A\nitems:\n  - name: b\n    count: two\n", r"^desk.md:5: expected `int`, got `str`"),
        ("title: A\ntitle: B\n", r"^desk.md:3: key `title` given twice"),
        ("title: a: b\n", r"^desk.md:2: broken YAML"),
        ("title: [\n", r"^desk.md:3: broken YAML"),
        ("- a\n", r"^desk.md:2: expected `object`, got `array`"),
        ("title: A\nwritten: 2025-02-31\n", r"^desk.md:3: not a date; expected YYYY-MM-DD"),
        ("", r"^desk.md:2: object missing required field `title`"),
        ("title: 1984\n", r"^desk.md:2: a number where words are expected; expected quotation marks around it"),
        ("title: !!int x\n", r"^desk.md:2: broken YAML"),
        ("title: &x [*x]\n", r"^desk.md:2: broken YAML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(OverlayError, match=message):
        read(text)


def test_words_that_older_yaml_takes_for_truth_values_or_numbers_stay_words() -> None:
    class Words(msgspec.Struct):
        words: list[str]

    read = parse("words: [on, no, yes, 17:00, 1_000, 0009, 010]", Words, path=Path("w"), error=OverlayError)
    assert read.words == ["on", "no", "yes", "17:00", "1_000", "0009", "010"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: 1\n---\nText\n---\nmore", ("a: 1\n", "Text\n---\nmore")),
        ("---\r\na: 1\r\n---\r\nText", ("a: 1\r\n", "Text")),
        ("Text\n---\na: 1\n---\n", (None, "Text\n---\na: 1\n---\n")),
    ],
)
def test_front_matter_is_parted_from_the_text(text: str, parts: tuple[str | None, str]) -> None:
    assert split_front_matter(text, path=Path("a.md"), error=OverlayError) == parts


@pytest.mark.parametrize("text", ["---\na: 1\nText", "---\r\na: 1\r\nText", "--- \na: 1"])
def test_front_matter_that_is_not_closed_is_an_error(text: str) -> None:
    with pytest.raises(OverlayError, match=r"a\.md:1: front matter is not closed"):
        split_front_matter(text, path=Path("a.md"), error=OverlayError)


def test_a_line_is_found_by_its_path() -> None:
    text = "title: A\nitems:\n  - name: b\n  - name: c\n    count: 3\n"
    assert [line_of(text, steps) for steps in (["title"], ["items", "1"], ["items", "1", "count"])] == [1, 4, 5]


def test_an_error_shows_the_bad_piece_shortened_and_on_one_line() -> None:
    error = BriefingsError("wrong", path="a.md", line=3, found="x\n" + "y" * 200, expected="good")
    assert str(error).startswith("a.md:3: wrong, found 'x\\ny")
    assert str(error).endswith("…'; expected good")
    assert "\n" not in str(error)


def test_aliases_of_aliases_are_refused_and_those_of_a_person_are_read() -> None:
    bomb = "\n".join(["a0: &a0 x", *(f"a{level}: &a{level} [{f'*a{level - 1}, ' * 9}]" for level in range(1, 30))])
    with pytest.raises(OverlayError, match=r"^desk.md:2: broken YAML: aliases stand for more than 100000 values"):
        parse(bomb, dict[str, Any], path=Path("desk.md"), error=OverlayError, first_line=2)
    assert read("title: &name A\nitems: [{name: *name}, {name: *name}]\n") == Desk("A", [Item("A"), Item("A")])
