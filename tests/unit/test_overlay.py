"""What the desk says of a briefing: read strictly, and checked against its articles."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.grounding import place, state
from mkdocs_briefings.overlay import OverlayFile, Place, read_overlays
from mkdocs_briefings.source import Source


def overlays(folder: Path, **pages: str) -> tuple[OverlayFile, ...]:
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return read_overlays(folder, folder)


def source(identity: str, published: datetime.date | None = None) -> Source:
    return Source(id=identity, text="Words.", sha256="0" * 64, date_published=published)


DAY = datetime.date(2025, 8, 8)


def test_an_overlay_is_a_page_with_a_key_of_one(tmp_path: Path) -> None:
    found = overlays(tmp_path, call="---\nsources: [a]\n---\nProse.\n", index="---\ntitle: Home\n---\n", plain="Words.")
    assert [(overlay.slug, overlay.settings.sources, overlay.prose) for overlay in found] == [
        ("call", ["a"], "Prose.\n")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("source: [a]\n", r"call\.md:2: unknown key `source`; expected one of sources"),
        ("bottom_line: So.\n", r"call\.md:2: object missing required field `sources`"),
        ("sources: [a]\nbotom_line: So.\n", r"call\.md:3: unknown key `botom_line`"),
        ("sources: []\n", r"call\.md:2: no source article named"),
        (
            "sources: [a]\nstatus: done\n",
            r"call\.md:3: .* 'done'; expected one of archived",
        ),
        ("sources: [a]\nstatus: reviewed\n", r"call\.md:3: status and review do not agree"),
        ("sources: [a]\nreviewed: {by: A, on: 2025-08-10}\n", r"call\.md:3: status and review do not agree"),
        ("sources: [a]\nsuperseded_by: b\n", r"call\.md:3: `superseded_by` of a briefing that is not archived"),
        ("sources: [a]\narchived_on: 2025-08-10\n", r"call\.md:3: `archived_on` of a briefing that is not archived"),
        ("sources: [a, a]\n", r"call\.md:2: source named twice"),
        ("gaps: [One]\n", r"call\.md:2: object missing required field `sources`"),
        ('"sources": [a]\ngap: [One]\n', r"call\.md:3: unknown key `gap`"),
        (
            "sources: [a]\njudgements:\n  - statement: So.\n    likelihood: likely\n    confidence: low\n",
            r"call\.md:4: likelihood and confidence in one judgement",
        ),
        ("sources: [a]\njudgements:\n  - statement: So.\n", r"call\.md:4: judgement without evidence"),
        ("sources: [a]\ncorrections:\n  - at: Friday\n", r"call\.md:4: correction says not one thing"),
        ("sources: [a]\ncorrections:\n  - {at: X, actor: none, drop: actor}\n", r"call\.md:4: correction says not one"),
        (
            "sources: [a]\ncorrections:\n  - {at: X, drop: name}\n",
            r"call\.md:4: .* 'name'; expected one of actor",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(OverlayError, match=message):
        overlays(tmp_path, call=f"---\n{text}---\n")


def test_the_desk_dates_an_article_that_is_undated(tmp_path: Path) -> None:
    found = overlays(tmp_path, call="---\nsources: [a]\ndate_published: 2025-08-08\n---\n")
    assert state({"a": source("a"), "b": source("b")}, found) == {"a": source("a", DAY), "b": source("b")}


def test_the_desk_dates_each_of_several_articles(tmp_path: Path) -> None:
    text = "---\nsources: [a, {id: b, date_published: 2025-08-08}]\n---\n"
    found = overlays(tmp_path, call=text)
    assert state({"a": source("a"), "b": source("b")}, found) == {"a": source("a"), "b": source("b", DAY)}


def test_an_overlay_in_a_folder_is_an_error_not_a_page(tmp_path: Path) -> None:
    (tmp_path / "asia").mkdir()
    with pytest.raises(OverlayError, match=r"asia/call\.md: overlay in a folder"):
        overlays(tmp_path, **{"asia/call": "---\nsources: [a]\n---\n"})


def test_an_overlay_that_is_not_utf_8_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "call.md").write_bytes(b"---\nsources: [a]\ntitle: Caf\xe9\n---\n")
    with pytest.raises(OverlayError, match=r"call\.md:3: file is not UTF-8"):
        overlays(tmp_path)


TEXTS = {"a": "Ruiz met Vale. They left.", "b": "Ruiz met Vale in\nLima."}


@pytest.mark.parametrize(
    ("at", "place_found"),
    [
        ("They left", ("a", "They left")),
        ("Vale in Lima", ("b", "Vale in\nLima")),
        (Place(exact="Ruiz", source="b"), ("b", "Ruiz")),
    ],
)
def test_words_are_found_in_whichever_article_has_them(
    tmp_path: Path, at: str | Place, place_found: tuple[str, str]
) -> None:
    (overlay,) = overlays(tmp_path, call="---\nsources: [a, b]\n---\n")
    found, span = place(overlay, [replace(source(key), text=text) for key, text in TEXTS.items()], at)
    assert (found.id, span.of(found.text)) == place_found


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("Ruiz met Vale", "more than one source.*`source:` with one of a, b"),
        ("Ruiz stayed", "not in its source"),
        (Place(exact="Lima", source="c"), "no such source here, found 'c'; expected a, b"),
    ],
)
def test_words_that_name_no_one_place_are_an_error(tmp_path: Path, at: str | Place, message: str) -> None:
    (overlay,) = overlays(tmp_path, call="---\nsources: [a, b]\n---\n")
    with pytest.raises(OverlayError, match=message):
        place(overlay, [replace(source(key), text=text) for key, text in TEXTS.items()], at)


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ({"call": "sources: [x]\n"}, r"call\.md:2: no such source, found 'x'; expected one of a, b"),
        ({"call": "sources:\n  - a\n  - x\n"}, r"call\.md:4: no such source"),
        (
            {"call": "sources: [b]\n", "talk": "sources: [b]\n"},
            r"talk\.md:2: source has a briefing already, .*call\.md",
        ),
        ({"call": "sources: [b]\ndate_published: 2025-08-09\n"}, r"call\.md:3: .*another date.*expected 2025-08-08"),
    ],
)
def test_an_overlay_that_contradicts_its_articles_is_an_error(
    tmp_path: Path, pages: dict[str, str], message: str
) -> None:
    found = overlays(tmp_path, **{name: f"---\n{text}---\n" for name, text in pages.items()})
    with pytest.raises(OverlayError, match=message):
        state({"a": source("a"), "b": source("b", DAY)}, found)
