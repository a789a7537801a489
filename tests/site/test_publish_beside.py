"""The site beside common plugins, all in one build and in either order: each does its work, and leaves ours whole."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from tests.site.crawl import Document
from tests.site.desks import ARTICLE, Desk

OTHERS = """\
  - search
  - tags
  - privacy: {cache_dir: cache, assets_exclude: [unpkg.com/*]}
  - offline
  - minify: {minify_html: true, htmlmin_opts: {remove_comments: true}}
  - redirects: {redirect_maps: {old.md: talks.md, "actors/lima.md": "actors/peru.md"}}
  - awesome-nav
  - macros
"""
SETTINGS = """\
site_name: A desk
site_url: https://example.org/desk/
docs_dir: briefings
theme: {{name: material, font: false}}
extra_css: ["{host}style.css"]
extra: {{desk: Harbour desk}}
plugins:
{plugins}"""
NAV = """\
nav:
  - Home: index.md
  - When: chronology/index.md
  - Who: actors/index.md
  - about.md
  - tags.md
"""
OVERLAY = "---\nsources: [talks]\ntitle: Talks in Lima\ndate_published: 2025-08-08\n---\nWritten at the {{ desk }}.\n"
PASSAGE = "The text had {{ desk }} in it, said Ruiz.  <!-- So it had. -->"


class Text(HTMLParser):
    """The words of a page below an element of a class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another site, from which the desk takes a style sheet."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Requests are no news."""

    folder = tmp_path_factory.mktemp("host")
    (folder / "style.css").write_text("p { color: teal }", encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module", params=["last", "first"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, host: str) -> Path:
    """A desk with all of them, ours as the last or the first."""
    desk = Desk.made_in(tmp_path_factory.mktemp("desk"))
    ours = "  - briefings\n"
    plugins = OTHERS + ours if request.param == "last" else ours + OTHERS
    desk.write("mkdocs.yml", SETTINGS.format(plugins=plugins, host=host))
    desk.write("briefings/.nav.yml", NAV)
    desk.write("briefings/talks.md", OVERLAY)
    desk.write("briefings/about.md", "---\ntags: [method]\n---\n# About\n\nWritten at the {{ desk }}.\n")
    desk.write("briefings/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    desk.write("seeds/talks.txt", f"{ARTICLE}{PASSAGE}\n")
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    return desk.root / "site"


def page(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_search_finds_the_text_of_an_article(site: Path) -> None:
    entries = json.loads(page(site, "search/search_index.json"))["docs"]
    assert any(entry["location"].startswith("talks.html") and "25% tariff" in entry["text"] for entry in entries)


def test_tags_list_the_pages_of_the_desk(site: Path) -> None:
    assert re.search(r'href="?about\.html', page(site, "tags.html"))


def test_privacy_fetches_what_the_desk_takes_from_elsewhere(site: Path, host: str) -> None:
    assert host not in page(site, "talks.html")
    assert [path.name for path in (site / "assets/external").rglob("*.css")] == ["style.css"]


def test_offline_the_site_opens_from_the_file_system(site: Path) -> None:
    dead = []
    pages = {path: Document(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, document in pages.items():
        for target in document.targets:
            address, anchor = urldefrag(urljoin(path.as_uri(), target))
            file = Path(unquote(address.removeprefix("file://")))
            if not address.startswith(site.as_uri()) or path.name == "404.html":
                continue
            lost = anchor and "=" not in anchor and file in pages and unquote(anchor) not in pages[file].ids
            if not file.is_file() or (lost and anchor != "__skip"):
                dead.append(f"{path.name}: {target}")
    assert dead == []
    assert (site / "search/search_index.js").is_file()


def test_minify_makes_pages_smaller_and_keeps_what_is_read(site: Path) -> None:
    html = page(site, "talks.html")
    assert "<!--" not in html
    (data,) = re.findall(r"<script type=\"?application/ld\+json\"?>(.*?)</script>", html, re.DOTALL)
    assert json.loads(data)["@context"]
    anchors = json.loads(page(site, "addresses.json"))["pages"]["talks.html"]
    assert set(anchors) <= Document(html).ids
    shown = "".join("".join(Text(html).words).split())
    assert "".join(f"{ARTICLE}{PASSAGE}".split()) in shown


def test_redirects_lead_to_our_pages(site: Path) -> None:
    assert "talks.html" in page(site, "old.html")
    assert "peru.html" in page(site, "actors/lima.html")


def test_awesome_nav_has_our_pages_as_the_desk_words_them(site: Path) -> None:
    nav = page(site, "talks.html")
    assert re.search(r'href="?chronology/index\.html"?[^>]*>\s*(<span[^>]*>)?\s*When\b', nav)
    assert re.search(r'href="?actors/index\.html"?[^>]*>\s*(<span[^>]*>)?\s*Who\b', nav)
    assert "br-event" in page(site, "chronology/index.html")


def test_macros_are_for_the_desks_prose_and_leave_the_evidence_alone(site: Path) -> None:
    assert "Written at the Harbour desk." in page(site, "about.html")
    html = page(site, "talks.html")
    assert "Written at the Harbour desk." in html
    assert "The text had {{ desk }} in it" in " ".join("".join(Text(html).words).split())


def test_a_plugin_that_cannot_work_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("path/feeder.py", "from mkdocs.plugins import BasePlugin\nclass Feeder(BasePlugin): pass\n")
    desk.write("path/feeder-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: feeder\nVersion: 1.0\n")
    desk.write("path/feeder-1.0.dist-info/entry_points.txt", "[mkdocs.plugins]\nrss = feeder:Feeder\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(desk.root / "path"), os.environ.get("PYTHONPATH", "")]))
    settings = (desk.root / "mkdocs.yml").read_text(encoding="utf-8")
    desk.write("mkdocs.yml", settings.replace("[search, briefings]", "[search, briefings, rss]"))
    done = desk.build("--strict")
    assert done.returncode == 1
    assert "the plugin `rss` reads every page from a file" in done.stderr


def test_properdocs_builds_the_same_site(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754611200")
    assert desk.build("--strict").returncode == 0
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    done = subprocess.run(
        [*command, "--site-dir", "other"], cwd=desk.root, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert files(desk.root / "other") == files(desk.root / "site")


def files(folder: Path) -> dict[Path, bytes]:
    """All but the name of what built them."""
    generator = re.compile(rb'<meta name="generator"[^>]*>')
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): generator.sub(b"", path.read_bytes()) for path in found}
