"""What stands beside the pages, read by parsers that are not ours."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import feedparser
import msgspec
import pytest

from mkdocs_briefings.briefing import brief
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.export import forms
from mkdocs_briefings.export.tables import COLUMNS, guarded
from mkdocs_briefings.pages import DataFile, Edition, Page, Site, Templates
from mkdocs_briefings.pages.addresses import Addresses
from tests import builders as build
from tests.publishing import HOSTILE, URL, edition, files, heads, named, planned, published


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_file_that_a_page_leads_to_is_there(directory_urls: bool) -> None:  # noqa: FBT001
    two = brief((build.talks("first"), build.talks("second", "2024-02-02")), None)
    made = published(edition(named("Talks"), two, planned("2026-05-01"), directory_urls=directory_urls))
    stands = {each.uri for each in made if isinstance(each, DataFile)}
    addresses = Addresses(directory_urls)
    led_to = set()
    for page in (each for each in made if isinstance(each, Page)):
        for href in re.findall(r'href="([^"]+)"', page.html + str(page.head)):
            target = unquote(urljoin("https://x/" + addresses.of(page.src_uri), href).partition("#")[0])
            if target.startswith("https://x/") and target.endswith((".json", ".csv", ".xml", ".ics")):
                assert target.removeprefix("https://x/") in stands, f"{page.src_uri}: {href}"
                led_to.add(target.removeprefix("https://x/"))
    assert stands - led_to == {"addresses.json", "llms.txt", "data-1.schema.json"}


def test_addresses_of_files_outlast_a_change_of_directory_urls() -> None:
    assert files(edition(directory_urls=True)).keys() == files(edition(directory_urls=False)).keys()
    assert {"talks/briefing.json", "actors/peru/feed.xml", "chronology/consult/feed.json"} <= files(edition()).keys()


def test_files_are_the_same_whenever_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(edition(named("Talks"), planned("2026-05-01")))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert files(edition(named("Talks"), planned("2026-05-01"))) == before


def test_a_site_without_an_address_has_data_but_no_feeds_or_calendars() -> None:
    made = files(edition(planned("2026-05-01"), url=None))
    assert not [uri for uri in made if uri.endswith((".xml", ".ics", "feed.json"))]
    told = json.loads(made["summits/briefing.json"])
    assert told["link"] == "summits/"
    assert told["events"][0]["link"].startswith("summits/#e-")
    assert "og:url" not in heads(edition(url=None))["talks.md"]


# Data


def test_every_json_file_has_the_documented_form_and_says_which() -> None:
    made = files(edition(named("Talks"), planned("2026-05-01")))
    data = {uri: text for uri, text in made.items() if re.search(r"(briefing|actor|chronology)\.json$", uri)}
    assert len(data) == 2 + 3 + 1
    for text in data.values():
        told = msgspec.json.decode(text, type=forms.DataFileForm, strict=True)
        assert told.version == forms.VERSION
        assert told.schema == URL + "data-1.schema.json"
    schema = json.loads(made["data-1.schema.json"])
    assert {"BriefingFile", "ActorFile", "ChronologyFile"} <= schema["$defs"].keys()


def test_evidence_is_the_very_words_of_the_source() -> None:
    told = json.loads(files(edition())["talks/briefing.json"])
    found = list(_evidence(told))
    assert len(found) > 10
    assert all(build.TALKS[each["start"] : each["end"]] == each["text"] for each in found)
    assert all(each["link"] == f"{URL}talks/#{each['anchor']}" for each in found)


def _evidence(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "start" in node:
            yield node
        for value in node.values():
            yield from _evidence(value)
    elif isinstance(node, list):
        for value in node:
            yield from _evidence(value)


def test_a_denial_stays_one_in_the_data() -> None:
    events = json.loads(files(edition())["chronology/chronology.json"])["events"]
    assert [each["status"] for each in events if "walked" in each["reports"][0]["evidence"]["text"]] == ["denied"]


def test_tables_have_one_set_of_columns_and_a_row_for_whatever_has_evidence() -> None:
    made = files(edition())
    for uri in ("talks/briefing.csv", "actors/peru/actor.csv", "chronology/chronology.csv"):
        rows = list(csv.reader(io.StringIO(made[uri], newline=""), strict=True))
        assert rows[0] == list(COLUMNS)
        assert {len(row) for row in rows} == {len(COLUMNS)}
        assert made[uri].count("\r\n") == len(rows)
    rows_of_actor = list(csv.DictReader(io.StringIO(made["actors/peru/actor.csv"], newline="")))
    assert {row["record"] for row in rows_of_actor} == {"event", "mention"}
    assert all(row["text"] and len(row["sha256"]) == 64 for row in rows_of_actor)


@pytest.mark.parametrize("cell", ["=1+1", "+call", "-2 + x", "@sum", "\tx", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3.5", "+40", "Peru", "“=”", 7, None])
def test_numbers_and_words_stay_as_they_are(cell: object) -> None:
    assert guarded(cell) == cell


def test_hostile_words_are_only_words_in_every_form() -> None:
    made = edition(named(HOSTILE))
    written = files(made)
    shown = HOSTILE.replace("\x0b", "\ufffd")
    read = feedparser.parse(written["feed.xml"].encode())
    assert not read.bozo
    assert json.loads(written["feed.json"])["items"][0]["title"] == shown
    assert "<img" not in read.entries[0].content[0].value.replace("&lt;", "")
    assert "<img" not in json.loads(written["feed.json"])["items"][0]["content_html"]
    assert json.loads(written["harbour-talks/briefing.json"])["title"] == HOSTILE
    assert "\\</script\\>" in written["llms.txt"]


# The guide and citations


def test_the_guide_lists_the_briefings_with_their_state() -> None:
    guide = files(edition(named("Talks [part 1]")))["llms.txt"]
    assert guide.startswith("# The Desk\n\n> What was said.\n")
    assert f"- [Talks \\[part 1\\]]({URL}harbour-talks/): Reviewed, 2025-03-14." in guide
    assert f"({URL}chronology/chronology.json)" in guide


def test_a_citation_names_the_day_the_source_and_the_address_in_each_form() -> None:
    made = edition(named("Talks & duties"))
    html = next(each.html for each in published(made) if isinstance(each, Page) and each.src_uri == "harbour-talks.md")
    cited = html.split('id="cite"')[1].replace("&amp;", "&").replace("&#34;", '"').replace("&#39;", "'")
    digits = build.talks().source.sha256[:16]
    assert cited.count(digits) == 3
    assert cited.count(URL + "harbour-talks/") == 4  # in each form, and for the script
    assert "year = {2025}" in cited
    (csl,) = json.loads(cited.split("CSL-JSON</summary>")[1].split(">")[1].split("</pre")[0])
    assert csl["issued"] == {"date-parts": [[2025, 3, 20]]}
    assert csl["title"] == "Talks & duties"


def test_corpora_without_anything_still_publish() -> None:
    text = "Nothing."
    made: Corpus = build.corpus(brief((build.document(build.source(text, published=None)),), None))
    site = Site(name="", description="", url=URL, directory_urls=True)
    bare = Edition.of(made, Templates.load(), site)
    assert json.loads(files(bare)["chronology/chronology.json"])["events"] == []


# The documentation


def test_the_form_of_the_data_is_documented_key_by_key() -> None:
    page = (Path(__file__).parents[2] / "briefings" / "about" / "data.md").read_text(encoding="utf-8")
    assert f"Version {forms.VERSION}." in page
    structs = [kind for kind in vars(forms).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    keys = {field.encode_name for kind in structs for field in msgspec.structs.fields(kind)}
    assert not [key for key in sorted({*keys, *COLUMNS}) if f"`{key}`" not in page]
