"""All that is published of the sample desk, held against what its forms demand."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import feedparser
import pytest
import rdflib
from rdflib.namespace import RDF

from mkdocs_briefings.export.tables import COLUMNS, guarded
from mkdocs_briefings.pages import DataFile, Page, Site, Templates
from mkdocs_briefings.pipeline import Desk, build
from tests.publishing import URL, Head, graph
from tests.site.crawl import Walk
from tests.site.deploying import built, hosted
from tests.standards import atom, calendar, json_feed, json_schema, schema_org

ROOT = Path(__file__).parents[2]
SCHEMA_ORG = rdflib.Namespace("https://schema.org/")

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser uses it


@pytest.fixture(scope="module")
def published() -> tuple[object, ...]:
    desk = Desk(root=ROOT, seeds=ROOT / "seeds", briefings=ROOT / "briefings")
    site = Site(name="The desk", description="A desk", url=URL, directory_urls=True, image="a.png")
    return tuple(build(desk, Templates.load(), site))


@pytest.fixture(scope="module")
def files(published: tuple[object, ...]) -> dict[str, str]:
    return {each.uri: each.content for each in published if isinstance(each, DataFile)}


@pytest.fixture(scope="module")
def heads(published: tuple[object, ...]) -> dict[str, str]:
    return {each.src_uri: str(each.head) for each in published if isinstance(each, Page)}


@pytest.fixture(scope="module")
def whole(heads: dict[str, str]) -> rdflib.Graph:
    """What all pages say together."""
    found = rdflib.Graph()
    for head in heads.values():
        if Head(head).scripts:
            found += graph(head)
    return found


def test_every_json_file_is_what_the_published_schema_says(files: dict[str, str]) -> None:
    schema = json.loads(files["data-1.schema.json"])
    kinds: Counter[str] = Counter()
    for uri, text in files.items():
        if re.search(r"(briefing|actor|chronology)\.json$", uri):
            told = json.loads(text)
            assert json_schema.problems(told, schema) == [], uri
            assert told["$schema"] == schema["$id"] == URL + "data-1.schema.json"
            kinds[told["kind"]] += 1
    assert kinds["briefing"] > 20
    assert kinds["actor"] > 20
    assert kinds["chronology"] == 1


@pytest.mark.parametrize(
    ("listed", "key", "value", "problem"),
    [
        ("events", "latest", "2025-02-31", "$.events[0].latest: '2025-02-31' is no date"),
        ("events", "sources", "two", "$.events[0].sources: 'two' is no integer"),
        ("events", "sure", 1, "$.events[0].sure: 1 is no boolean"),
        ("events", "status", "rumoured", "$.events[0].status: 'rumoured' is none of ['alleged', "),
        ("actors", "name", None, "$.actors[0]: no name"),
    ],
)
def test_what_is_not_in_the_schemas_form_is_found_out(
    files: dict[str, str], listed: str, key: str, value: object, problem: str
) -> None:
    told = json.loads(files["chronology/chronology.json"])
    if value is None:
        del told[listed][0][key]
    else:
        told[listed][0][key] = value
    (found,) = json_schema.problems(told, json.loads(files["data-1.schema.json"]))
    assert found.startswith(problem)


def test_every_table_is_one_that_a_program_reads_and_no_spreadsheet_runs(files: dict[str, str]) -> None:
    tables = {uri: text for uri, text in files.items() if uri.endswith(".csv")}
    assert len(tables) > 50
    for uri, text in tables.items():
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert rows[0] == list(COLUMNS), uri
        assert {len(row) for row in rows} == {len(COLUMNS)}, uri
        assert text.count("\r\n") == text.count("\n") == len(rows), uri
        assert all(guarded(cell) == cell for row in rows for cell in row), uri
        assert len(rows) - 1 == _rows(json.loads(files[uri.replace(".csv", ".json")])), uri


def _rows(told: dict[str, Any]) -> int:
    """A row for each place of evidence."""
    facts = [fact for each in told.get("facts", []) for fact in (each, *each["disputed_by"])]
    reports = [report for event in told["events"] for report in event["reports"]]
    evidence = [evidence for fact in facts for evidence in fact["evidence"]]
    return len([*evidence, *told.get("statements", []), *reports, *told.get("mentions", [])])


def test_every_feed_and_calendar_is_what_its_specification_demands(files: dict[str, str]) -> None:
    feeds = [uri for uri in files if uri.endswith("feed.xml")]
    assert len(feeds) > 30
    for uri in feeds:
        assert atom.problems(files[uri]) == [], uri
        assert json_feed.problems(files[uri.replace(".xml", ".json")]) == [], uri
        assert not feedparser.parse(files[uri].encode()).bozo, uri
    for uri, text in files.items():
        assert not uri.endswith(".ics") or calendar.problems(text) == [], uri


def test_linked_data_says_nothing_that_schema_org_has_no_place_for(whole: rdflib.Graph) -> None:
    assert schema_org.problems(whole) == []
    assert len(whole) > 1000


def test_everything_that_linked_data_leads_to_is_told_of_once_under_one_name(whole: rdflib.Graph) -> None:
    led_to = {node for node in whole.objects() if isinstance(node, rdflib.URIRef) and str(node).endswith("#actor")}
    assert len(led_to) > 20
    for node in led_to | set(whole.subjects(RDF.type, SCHEMA_ORG.WebSite)):
        assert len(set(whole.objects(node, SCHEMA_ORG.name))) == 1, node
    for article in whole.subjects(RDF.type, SCHEMA_ORG.NewsArticle):
        for based_on in whole.objects(article, SCHEMA_ORG.isBasedOn):
            assert (based_on, RDF.type, SCHEMA_ORG.NewsArticle) in whole


def test_linked_data_names_each_source_by_its_bytes(whole: rdflib.Graph) -> None:
    named = whole.subjects(SCHEMA_ORG.propertyID, rdflib.Literal("SHA-256"))
    digests = {str(whole.value(node, SCHEMA_ORG.value)) for node in named}
    assert digests == {
        hashlib.sha256(seed.read_bytes()).hexdigest()
        for seed in (ROOT / "seeds").rglob("*")
        if seed.suffix in (".md", ".txt")
    }


def test_no_event_of_the_linked_data_has_a_day_that_is_not_in_its_source(
    whole: rdflib.Graph, files: dict[str, str]
) -> None:
    told = {
        report["anchor"]: report
        for event in json.loads(files["chronology/chronology.json"])["events"]
        for report in event["reports"]
    }
    dated = list(whole.subject_objects(SCHEMA_ORG.startDate))
    assert len(dated) > 20
    for event, date in dated:
        report = told[str(event).partition("#")[2]]
        assert (report["date"], report["date_source"] in ("own", "desk")) == (str(date), True)
        assert re.fullmatch(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", str(date))


def test_every_page_can_be_told_apart_in_a_message(heads: dict[str, str]) -> None:
    metas = [Head(head).meta for head in heads.values()]
    for name in ("og:url", "og:title"):
        assert len({meta[name] for meta in metas}) == len(metas), name
    assert all(meta["og:description"] and meta["og:image"] == URL + "a.png" for meta in metas)


def copied(folder: Path, *, directory_urls: bool) -> Path:
    """The sample desk in another place."""
    for name in ("briefings", "seeds", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{settings}use_directory_urls: {directory_urls}\n", encoding="utf-8")
    return folder


def built_on(desk: Path, day: str, seed: str) -> dict[Path, bytes]:
    """Its files, made on a day by a process that orders what it hashes in its own way."""
    program = f"import time_machine, mkdocs.__main__\nwith time_machine.travel({day!r}): mkdocs.__main__.cli()"
    site = built(desk, desk / "site", ("-c", program), SOURCE_DATE_EPOCH="1754611200", PYTHONHASHSEED=seed)
    return {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_two_builds_are_the_same_to_the_byte(tmp_path: Path, *, directory_urls: bool) -> None:
    one = built_on(copied(tmp_path / "one", directory_urls=directory_urls), "2025-12-09", "1")
    other = built_on(copied(tmp_path / "other/deeper", directory_urls=directory_urls), "2031-02-28", "2")
    assert [path for path in one.keys() | other.keys() if one.get(path) != other.get(path)] == []
    assert Path("addresses.json") in one


def test_zensical_builds_the_staged_desk_with_no_link_or_anchor_broken(tmp_path: Path) -> None:
    program = "from mkdocs_briefings.cli import main; main()"
    export = [sys.executable, "-c", program, "export", "--to", str(tmp_path / "staged")]
    subprocess.run(export, cwd=ROOT, capture_output=True, check=True, timeout=120)
    zensical = [str(Path(sys.executable).parent / "zensical"), "build", "--strict"]
    done = subprocess.run(zensical, cwd=tmp_path / "staged", capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "host").mkdir()
    (tmp_path / "staged/site").rename(tmp_path / "host/repo")
    with hosted(tmp_path / "host") as address:
        walk = Walk(f"{address}repo/").along_every_link()
    assert walk.dead == []
    book = json.loads((tmp_path / "host/repo/addresses.json").read_text(encoding="utf-8"))
    for page, anchors in book["pages"].items():  # every permanent link, whether or not some page has it
        assert set(anchors) <= walk.pages[f"{walk.home}{page}"].ids, page
