"""What a search can find, and the index of either engine in a built site."""

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_briefings.export.search import Search
from mkdocs_briefings.export.search_entries import Findable, Passage
from tests.browser.desks import large
from tests.site.desks import ARTICLE, SETTINGS, Desk

PAGEFIND = SETTINGS.replace("[search, briefings]", "[briefings: {search: pagefind}]")
OVERLAY = """\
---
sources: [talks, reprint]
title: Talks <b>in</b> Lima
date_published: 2025-08-08
status: reviewed
reviewed: {by: A. Reader, on: 2025-08-09}
bottom_line: A rapprochement, we think.
notes: [{at: The UN General Assembly, text: Mostly *rebar*.}]
---
## Where

The desk met in a *caravanserai*, with [the sources](https://example.org/).
"""
ACTORS = """\
actors:
  - {id: ana-ruiz, name: Ana Ruiz, type: person, aliases: [Anita Ruiz]}
"""
FURTHER = "\nThe UN General Assembly met, and the WHO (World Health Organization) <img src=x onerror=alert(1)>.\n"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.write("seeds/talks.txt", ARTICLE + FURTHER)
    desk.write("seeds/reprint.txt", ARTICLE)
    desk.write("briefings/talks.md", OVERLAY)
    desk.write("briefings/actors.yml", ACTORS)
    desk.write("briefings/about.md", "# About\n\nWritten in a lighthouse.\n")
    return desk


def entries(desk: Desk) -> dict[str, dict[str, Any]]:
    done = desk.build()
    assert done.returncode == 0, done.stderr
    index = json.loads((desk.root / "site/search/search_index.json").read_text(encoding="utf-8"))
    places = [entry["location"] for entry in index["docs"]]
    assert len(places) == len(set(places))
    return {entry["location"]: entry for entry in index["docs"]}


def test_a_sentence_is_found_once_at_its_place(desk: Desk) -> None:
    found = [place for place, entry in entries(desk).items() if "25% tariff" in entry["text"]]
    assert len(found) == 1
    assert found[0].startswith("talks/#s-")
    assert f'id="{found[0].partition("#")[2]}"' in desk.page("talks")


def test_an_actor_is_found_by_every_name(desk: Desk) -> None:
    found = entries(desk)
    assert {"Ana Ruiz", "Anita Ruiz"} <= names(found["actors/ana-ruiz/"])
    assert "Foreign Minister Ana Ruiz" in found["actors/ana-ruiz/"]["text"]
    assert {"United Nations General Assembly", "UNGA"} <= names(found["actors/united-nations-general-assembly/"])


def names(entry: dict[str, Any]) -> set[str]:
    return {name.strip() for name in entry["names"].split("\u2060")}


def test_a_page_that_repeats_sentences_is_one_short_entry(desk: Desk) -> None:
    found = entries(desk)
    for place, entry in found.items():
        if place.startswith(("actors/", "chronology/", "pairs/")):
            assert "#" not in place
            assert "tariff" not in entry["text"]
    assert "chronology/2025/" in found


def test_words_of_the_apparatus_are_not_found(desk: Desk) -> None:
    ours = [entry for place, entry in entries(desk).items() if not place.startswith("about/")]
    assert not [entry for entry in ours if "Source text" in entry["text"] or "SHA-256" in entry["text"]]


def test_the_desks_own_words_are_found(desk: Desk) -> None:
    found = entries(desk)
    assert "lighthouse" in found["about/"]["text"]
    assert "Welcome to the desk." in found[""]["text"]
    assert "A rapprochement, we think." in found["talks/"]["text"]
    assert "caravanserai" in found["talks/#analyst"]["text"]
    assert 'id="analyst"' in desk.page("talks")
    (note,) = [place for place, entry in found.items() if "Mostly rebar." in entry["text"]]
    assert f'id="{note.partition("#")[2]}"' in desk.page("talks")


def test_marks_of_permalinks_are_no_words_of_the_desk(desk: Desk) -> None:
    desk.write("mkdocs.yml", f"{SETTINGS}markdown_extensions: [{{toc: {{permalink: true}}}}]\n")
    text = entries(desk)["talks/#analyst"]["text"]
    assert "headerlink" in desk.page("talks")
    assert text.strip("\u2060") == "Where The desk met in a caravanserai, with the sources."


def test_the_theme_is_given_no_element_of_a_source(desk: Desk) -> None:
    found = entries(desk)
    written = [entry["title"] + entry["text"] for place, entry in found.items() if place.startswith("talks/")]
    assert not [words for words in written if "<" in words]
    assert any("&lt;img src=x onerror=alert(1)&gt;" in words for words in written)
    assert found["talks/"]["title"] == "Talks &lt;b&gt;in&lt;/b&gt; Lima"


def test_weights_that_the_desk_has_set_are_kept(desk: Desk) -> None:
    search = r"{search: {separator: '\s+', fields: {title: {boost: 7}}}}"
    desk.write("mkdocs.yml", SETTINGS.replace("[search, ", f"[{search}, "))
    assert desk.build("--strict").returncode == 0
    settings = json.loads((desk.root / "site/search/search_index.json").read_text(encoding="utf-8"))["config"]
    assert settings["separator"] == r"\s+"
    assert settings["fields"]["title"]["boost"] == 7


def test_the_index_is_not_much_larger_than_what_was_written(tmp_path: Path) -> None:
    """An index that repeats its sentences, or goes by the HTML, is several times as large."""
    desk = Desk(tmp_path)
    desk.write("mkdocs.yml", SETTINGS)
    desk.write("briefings/index.md", "Welcome.\n")
    desk.write("overrides/.keep", "")
    (desk.root / "seeds").mkdir()
    large(desk.root)
    read = sum(path.stat().st_size for path in (desk.root / "seeds").iterdir())
    entries(desk)
    assert (desk.root / "site/search/search_index.json").stat().st_size < 2.5 * read


def test_pagefind_writes_an_index_and_a_page_to_search_from(desk: Desk) -> None:
    desk.write("mkdocs.yml", PAGEFIND)
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    site = desk.root / "site"
    assert (site / "pagefind/pagefind.js").is_file()
    assert not list((site / "pagefind").glob("*-ui*"))
    assert not (site / "search/search_index.json").exists()
    assert 'role="status"' in desk.page("search")
    assert "assets/search.js" not in desk.page("talks")
    assert 'href="../search/"' in desk.page("talks")


@pytest.mark.parametrize("frame", ["name: material, language: de", "name: mkdocs, locale: de"])
def test_pagefind_indexes_all_pages_in_the_language_of_the_articles(desk: Desk, frame: str) -> None:
    desk.write("mkdocs.yml", PAGEFIND.replace("name: material", frame))
    done = desk.build()
    assert done.returncode == 0, done.stderr
    assert indexed(desk) == {"en"}


def test_the_language_of_the_index_is_that_of_most_passages() -> None:
    few, many = ((Passage("s-1", "Peru traf Chile."),) * number for number in (1, 3))
    pages = [
        Findable(address="", title="A desk"),
        Findable(address="a/", title="A", passages=many, language="de-AT"),
        Findable(address="b/", title="B", passages=many, language="de"),
        *(Findable(address=f"{number}/", title="C", passages=few, language="en") for number in range(5)),
    ]
    assert Search(pages=tuple(pages), by_pagefind=False).language == "de"


def indexed(desk: Desk) -> set[str]:
    """The languages in which Pagefind has indexed."""
    entry = json.loads((desk.root / "site/pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    return set(entry["languages"])


def test_pagefind_makes_the_same_files_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754611200")
    desk.write("mkdocs.yml", PAGEFIND)
    sites = []
    for _ in range(2):
        assert desk.build().returncode == 0
        site = desk.root / "site"
        sites.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert sites[0] == sites[1]


def test_without_pagefind_the_build_says_what_installs_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(desk.root))
    desk.write("mkdocs.yml", PAGEFIND)
    desk.write("sitecustomize.py", "import sys\nsys.modules['pagefind'] = None\n")
    done = desk.build()
    assert done.returncode
    assert "pip install mkdocs-briefings[pagefind]" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_searches_at_once_are_warned_of(desk: Desk) -> None:
    desk.write("mkdocs.yml", SETTINGS.replace("[search, briefings]", "[search, briefings: {search: pagefind}]"))
    assert "`search: pagefind` and the plugin `search`" in desk.build().stderr


def test_a_briefing_where_the_search_page_stands_is_refused(desk: Desk) -> None:
    desk.write("mkdocs.yml", PAGEFIND)
    desk.write("seeds/search.txt", ARTICLE)
    done = desk.build()
    assert done.returncode
    assert "the search page" in done.stderr


def test_pagefind_indexes_anew_what_has_changed(desk: Desk) -> None:
    """As `serve` does after each change."""
    desk.write("mkdocs.yml", PAGEFIND)
    fragments = []
    for more in ("", "\nChile answered.\n"):
        desk.write("seeds/talks.txt", ARTICLE + FURTHER + more)
        assert desk.build().returncode == 0
        fragments.append({path.name for path in (desk.root / "site/pagefind/fragment").iterdir()})
    assert len(fragments[1] - fragments[0]) == len(fragments[0] - fragments[1]) > 0
