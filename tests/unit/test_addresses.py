"""Addresses that last: what is public is listed, and what would vanish is named before it does."""

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, urljoin

import msgspec
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_briefings.briefing import brief
from mkdocs_briefings.cli import main
from mkdocs_briefings.export.address_book import AddressBook
from mkdocs_briefings.export.losses import compare
from mkdocs_briefings.export.site_settings import read_languages, read_site
from mkdocs_briefings.overlay import Note, Overlay
from mkdocs_briefings.pages import DataFile, Edition, Page, Redirect, Site, Templates, addresses
from mkdocs_briefings.pages.addresses import Addresses
from mkdocs_briefings.pipeline import Desk, address_book, build
from tests import builders, publishing

OVERLAY = Overlay(
    sources=["talks"],
    title="Talks",
    notes=[Note(at="Peru and Norway held talks", text="The first since spring.")],
    former_addresses=["talks"],
)
REGISTER = "actors:\n  - id: peru\n    merge: [lima]\n"
ARTICLE = "Peru met Norway in Oslo on 3 May 2025. Norway signed an agreement with Peru. Peru left on 4 May 2025.\n"


def book(*, pages: dict[str, list[str]], redirects: dict[str, str] | None = None, files: tuple[str, ...] = ()) -> str:
    made = AddressBook(site="https://desk.example/", pages=pages, redirects=redirects or {}, files=list(files))
    return made.json()


def told(published: str, present: str) -> list[str]:
    books = (msgspec.json.decode(each, type=AddressBook) for each in (published, present))
    return [str(each) for each in compare(*books)]


@pytest.fixture
def edition() -> Edition:
    return publishing.edition(brief((builders.talks(),), builders.overlay(OVERLAY)))


@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_book_has_every_page_redirect_and_file_of_the_site(edition: Edition, *, directory_urls: bool) -> None:
    edition = replace(edition, addresses=replace(edition.addresses, directory_urls=directory_urls))
    made = publishing.published(edition)
    listed = AddressBook.of(edition)
    at = edition.addresses.of
    assert list(listed.pages) == sorted(at(each.src_uri) for each in made if isinstance(each, Page))
    assert list(listed.redirects) == sorted(at(each.src_uri) for each in made if isinstance(each, Redirect))
    assert listed.files == sorted(each.uri for each in made if isinstance(each, DataFile))
    assert {"calendar.ics", "actors/peru/calendar.ics"} < set(listed.files)  # though nothing lies ahead


def test_the_book_has_every_anchor_that_is_made_from_content(edition: Edition) -> None:
    listed = AddressBook.of(edition).pages
    for page in publishing.published(edition):
        if isinstance(page, Page) and not page.src_uri.startswith(("actors/", "pairs/", "chronology/ahead")):
            anchors = re.findall(r'\sid="([efnqs]-[0-9a-f]{8}[^"]*)"', page.html)
            assert sorted(anchors) == listed[edition.addresses.of(page.src_uri)], page.src_uri
    assert {anchor[:2] for anchor in listed["harbour-talks/"]} == {"e-", "f-", "n-", "q-", "s-"}


def test_the_book_is_published_sorted_and_the_same_each_time(edition: Edition) -> None:
    text = publishing.files(edition)["addresses.json"]
    assert text == AddressBook.of(edition).json()
    assert text.startswith('{"version":1,"site":"https://desk.example/briefings/","pages":{"":[],"actors/":[]')


def test_feeds_and_data_stand_at_former_addresses_too(edition: Edition) -> None:
    files = publishing.files(edition)
    assert files["talks/briefing.json"] == files["harbour-talks/briefing.json"]
    assert files["talks/briefing.csv"] == files["harbour-talks/briefing.csv"]


def test_what_is_kept_or_led_on_with_its_anchors_is_no_loss() -> None:
    published = book(pages={"": [], "call/": ["s-1"], "actors/un/": []}, redirects={"draft/": "call/"})
    present = book(
        pages={"": [], "talk/": ["s-1", "s-2"], "actors/united-nations/": []},
        redirects={"call/": "talk/", "draft/": "talk/", "actors/un/": "actors/united-nations/"},
    )
    assert told(published, present) == []


@pytest.mark.parametrize(
    ("published", "present", "line"),
    [
        (
            {"call/": ["s-1"]},
            {"talk/": ["s-1"]},
            "/call/ would vanish: put `former_addresses: [call]` into briefings/talk.md, where its sentences are now",
        ),
        (
            {"call.html": ["s-1"]},
            {"other.html": []},
            "/call.html would vanish: put `former_addresses: [call]` into the",
        ),
        ({"call/": []}, {"call.html": []}, "/call/ would vanish: put `former_addresses"),
        ({"actors/un/": []}, {}, "/actors/un/ would vanish: put `merge: [un]` below"),
        ({"pairs/a-b/": []}, {}, "/pairs/a-b/ would vanish: one of the two has another id"),
        ({"chronology/2025/": []}, {}, "/chronology/2025/ would vanish: no event has this date now"),
        ({"call/": ["s-1"]}, {"call/": []}, "/call/#s-1 would vanish: the sentence is in no article"),
        ({"call/": ["e-1"]}, {"call/": []}, "/call/#e-1 would vanish: no event is read there now"),
        ({"call/": ["n-1"]}, {"call/": []}, "/call/#n-1 would vanish: no note is at these words now"),
        ({"call/": ["f-1"]}, {"call/": []}, "/call/#f-1 would vanish: the fact is not read there now"),
        ({"call/": ["q-1"]}, {"call/": []}, "/call/#q-1 would vanish: the statement is not read there now"),
        ({"call/": ["note-2"]}, {"call/": ["n-1"]}, "/call/#note-2 would vanish: no note is at these words now"),
        ({"changes/": []}, {}, "/changes/ would vanish: briefings/edition.json, of which it tells, is gone"),
        ({"search/": []}, {}, "/search/ would vanish: `search: pagefind` is no longer set in mkdocs.yml"),
        ({"search.html": []}, {}, "/search.html would vanish: `search: pagefind` is no longer set in mkdocs.yml"),
        (
            {"chronology/ahead/page-2/": []},
            {},
            "/chronology/ahead/page-2/ would vanish: fewer events stand there now; put `chronology/ahead/page-2/: ch",
        ),
        (
            {"chronology/2025/": ["e-1"]},
            {"chronology/2025/": [], "chronology/2025/05/": ["e-1"]},
            "/chronology/2025/#e-1 would vanish: it stands on /chronology/2025/05/ now; put `chronology/2025/#e-1",
        ),
    ],
)
def test_what_would_vanish_is_one_line_with_what_to_do(
    published: dict[str, list[str]], present: dict[str, list[str]], line: str
) -> None:
    (found,) = told(book(pages=published), book(pages=present))
    assert found.startswith(line)


def test_notes_that_were_numbered_once_are_kept_where_as_many_are_left(edition: Edition) -> None:
    assert told(book(pages={"call/": ["note-1"]}), book(pages={"call/": ["n-1b2c3d4e"]})) == []
    pages = {each.src_uri: each.html for each in publishing.published(edition) if isinstance(each, Page)}
    assert re.search(r'<aside class="br-note" id="n-[0-9a-f]{8}"[^>]*><b id="note-1">1</b>', pages["harbour-talks.md"])


def test_a_redirect_that_was_public_has_to_stay_and_to_have_the_anchors() -> None:
    assert told(book(pages={}, redirects={"old/": "call/"}), book(pages={"call/": []})) == [
        (
            "/old/ would vanish: put `former_addresses: [old]` into the overlay that takes its place; where none does, "
            "archive it instead, or put `old/: /` below `moved:` in briefings/moved.yml"
        )
    ]
    led_on = book(pages={"talk/": []}, redirects={"call/": "talk/"})
    assert told(book(pages={"call/": ["s-1"]}), led_on)[0].startswith("/call/#s-1 would vanish")


def test_a_file_is_named_where_its_page_stays_and_not_again_where_it_goes() -> None:
    published = book(
        pages={"": [], "actors/un/": []}, files=("feed.xml", "actors/un/feed.xml", "chronology/x/feed.xml")
    )
    lines = told(published, book(pages={"": []}))
    assert [line.split(" ")[0] for line in lines] == ["/actors/un/", "/feed.xml", "/chronology/x/feed.xml"]


def test_an_edition_loses_nothing_against_itself(edition: Edition) -> None:
    listed = AddressBook.of(edition)
    assert list(compare(listed, listed)) == []
    empty = msgspec.structs.replace(listed, pages={}, redirects={}, files=[])
    assert len(list(compare(listed, empty))) >= len(listed.pages)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("seeds", "briefings", "site"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds/talks.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "briefings/oslo.md").write_text("---\nsources: [talks]\n---\n", encoding="utf-8")
    return tmp_path


def publish(desk: Path) -> None:
    """Leave in `site` what the desk's present edition would publish."""
    site = Site(name="", description="", url="https://desk.example/", directory_urls=True)
    folders = Desk(root=desk, seeds=desk / "seeds", briefings=desk / "briefings")
    made = address_book(folders, Templates.load(), site).json()
    (desk / "site/addresses.json").write_text(made, encoding="utf-8")


def check(against: str = "site", *more: str) -> Result:
    return CliRunner().invoke(main, ["check", "--against", against, *more])


def test_a_renamed_briefing_is_found_out_and_its_advice_helps(desk: Path) -> None:
    publish(desk)
    assert check().exit_code == 0, check().output
    (desk / "briefings/oslo.md").rename(desk / "briefings/oslo-talks.md")
    result = check()
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("/oslo/ would vanish: put `former_addresses: [oslo]` into briefings/oslo-talks.md")
    assert lines[-1].startswith("1 would vanish")
    settings = "---\nsources: [talks]\nformer_addresses: [oslo]\n---\n"
    (desk / "briefings/oslo-talks.md").write_text(settings, encoding="utf-8")
    assert check().exit_code == 0


def test_a_merged_actor_is_kept_and_a_dropped_one_is_not(desk: Path) -> None:
    publish(desk)
    actors = desk / "briefings/actors.yml"
    actors.write_text("drop: [norway]\n", encoding="utf-8")
    assert "/actors/norway/ would vanish: put `merge: [norway]`" in check().stdout
    actors.write_text("actors:\n  - {id: noreg, name: Noreg, type: state, merge: [norway]}\n", encoding="utf-8")
    assert check().exit_code == 0, check().output


def test_other_addresses_for_all_pages_are_found_out(desk: Path) -> None:
    publish(desk)
    settings = "site_url: !ENV [URL, x]\nuse_directory_urls: false\n"
    (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert "/oslo/ would vanish" in check().stdout


def test_what_moved_is_kept_by_the_line_that_the_check_prints(desk: Path) -> None:
    publish(desk)
    (desk / "briefings/oslo.md").write_text(
        "---\nsources: [talks]\ncorrections: [{at: on 3 May 2025, date: 2024-12-31}]\n---\n", encoding="utf-8"
    )
    lines = check().stdout.splitlines()
    assert any(
        re.match(r"/chronology/2025/#e-\w+ would vanish: it stands on /chronology/2024/ now", line) for line in lines
    )
    records = [found[1] for line in lines if (found := re.search(r"put `(\S+: \S+)` below `moved:`", line))]
    (desk / "briefings/moved.yml").write_text("\n  ".join(["moved:", *records]), encoding="utf-8")
    assert check().exit_code == 0, check().output


def test_a_page_that_moved_to_a_place_leads_on_to_it(desk: Path) -> None:
    publish(desk)
    pages = json.loads((desk / "site/addresses.json").read_text(encoding="utf-8"))["pages"]
    anchor = pages["oslo/"][0]
    lines = f"moved:\n  old-talks/: oslo/#{anchor}\n  old-changes/: actors/\n"
    (desk / "briefings/moved.yml").write_text(lines, encoding="utf-8")
    folders = Desk(root=desk, seeds=desk / "seeds", briefings=desk / "briefings")
    site = Site(name="", description="", url="https://desk.example/", directory_urls=True)
    made = {each.uri: each.html for each in build(folders, Templates.load(), site) if isinstance(each, Redirect)}
    html = made["old-talks/index.html"]
    assert f'<a href="../oslo/#{anchor}">' in html
    assert f'content="0; url=../oslo/#{anchor}"' in html
    assert f'location.replace("../oslo/" + (location.hash || "#{anchor}"))' in html
    assert '<link rel="canonical" href="https://desk.example/oslo/">' in html
    assert 'location.replace("../actors/" + location.hash)' in made["old-changes/index.html"]


@pytest.mark.parametrize("page", [addresses.HOME, addresses.ACTORS, addresses.CHRONOLOGY, addresses.CHANGES, "a/b.md"])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_page_is_found_by_its_address(page: str, *, directory_urls: bool) -> None:
    address = Addresses(directory_urls).of(page)
    assert addresses.named(address) == addresses.named(f"/{address}") == page


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("oslo/#s-1: oslo/#s-2", "briefings/moved.yml:2: what moved leads to nothing, found 'oslo/#s-1: oslo/#s-2'"),
        ("oslo/#s-1: gone/", "what moved leads to nothing"),
        ("gone/#s-1: oslo/", "what moved is on no page"),
        ("oslo/: actors/", "what moved has not moved"),
        ("[oslo/]: actors/", "briefings/moved.yml:"),
    ],
)
def test_a_line_of_what_moved_that_cannot_be_is_named(desk: Path, line: str, message: str) -> None:
    publish(desk)
    (desk / "briefings/moved.yml").write_text(f"moved:\n  {line}\n", encoding="utf-8")
    result = check()
    assert result.exit_code == 1
    assert message in result.stderr


def test_what_stands_where_it_stood_has_not_moved(desk: Path) -> None:
    publish(desk)
    (anchor, *_) = json.loads((desk / "site/addresses.json").read_text(encoding="utf-8"))["pages"]["oslo/"]
    (desk / "briefings/moved.yml").write_text(f"moved: {{oslo/#{anchor}: actors/}}\n", encoding="utf-8")
    assert "what moved has not moved" in check().stderr


def test_settings_are_read_as_mkdocs_reads_them(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(desk)
    own = "INHERIT: ../base.yml\nsite_name: !ENV [NAME, A desk]\nmarkdown_extensions: [!!python/name:a.b '']\n"
    (desk / "mkdocs.yml").write_text(own.replace("../", "./"), encoding="utf-8")
    (desk / "base.yml").write_text("site_name: Base\nuse_directory_urls: !ENV [FLAT, true]\n", encoding="utf-8")
    assert check().exit_code == 0, check().output
    monkeypatch.setenv("FLAT", "false")
    assert "/oslo/ would vanish" in check().stdout
    site = read_site(desk / "mkdocs.yml", desk / "briefings/index.md")
    assert (site.name, site.directory_urls) == ("A desk", False)


def test_the_search_page_of_a_desk_with_pagefind_is_kept(desk: Path) -> None:
    (desk / "mkdocs.yml").write_text("plugins: [{briefings: {search: pagefind}}]\n", encoding="utf-8")
    published = book(pages={"search/": []})
    (desk / "site/addresses.json").write_text(published, encoding="utf-8")
    assert check().exit_code == 0, check().output


@pytest.mark.parametrize(
    "plugins",
    ["[search, {briefings: {language: de, search: pagefind}}]", "{briefings: {language: de, search: pagefind}}"],
)
def test_our_options_and_the_home_page_are_read_for_commands_too(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"plugins: {plugins}\ntheme: {{locale: pt_BR}}\n", encoding="utf-8")
    (tmp_path / "index.md").write_text("---\ntitle: My title\n---\n\nProse.\n", encoding="utf-8")
    site = read_site(tmp_path / "mkdocs.yml", tmp_path / "index.md")
    assert (site.home_title, site.home_prose, site.search_page) == ("My title", "Prose.", True)
    assert read_languages(tmp_path / "mkdocs.yml") == ("de", "pt-BR")


def test_what_is_inherited_is_joined_however_deep(tmp_path: Path) -> None:
    base = "theme: {name: material, language: de, features: [a]}\nplugins: {briefings: {language: de}}\n"
    (tmp_path / "base.yml").write_text(base, encoding="utf-8")
    own = "INHERIT: base.yml\ntheme: {features: [b]}\nplugins: {briefings: {search: pagefind}, search: {}}\n"
    (tmp_path / "mkdocs.yml").write_text(own, encoding="utf-8")
    assert read_languages(tmp_path / "mkdocs.yml") == ("de", "de")
    assert read_site(tmp_path / "mkdocs.yml", tmp_path / "index.md").search_page


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("INHERIT: gone.yml", "mkdocs.yml: inherits from a file that is not there, found 'gone.yml'"),
        ("a: [", "mkdocs.yml: broken YAML"),
        ("- a", "mkdocs.yml: no settings"),
    ],
)
def test_settings_that_cannot_be_read_are_one_clear_line(desk: Path, settings: str, message: str) -> None:
    publish(desk)
    (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert message in check().stderr


@pytest.fixture
def host(desk: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Requests are no news."""

        def do_GET(self) -> None:
            if self.path.startswith("/broken/"):
                self.send_error(503)
            else:
                super().do_GET()

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(desk))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_published_site_is_asked_over_the_web(desk: Path, host: str) -> None:
    publish(desk)
    assert check(f"{host}/site/").exit_code == 0
    (desk / "seeds/talks.txt").write_text(ARTICLE.replace("Peru left", "Peru went"), encoding="utf-8")
    result = check(f"{host}/site")
    assert result.exit_code == 1
    assert re.search(r"^/oslo/#s-[0-9a-f]{8} would vanish", result.stdout, re.MULTILINE)


def test_a_site_without_a_book_is_an_error_unless_it_is_the_first(desk: Path, host: str) -> None:
    result = check(f"{host}/nothing/")
    assert result.exit_code == 1
    assert "has no addresses.json yet" in result.stderr
    assert check(f"{host}/nothing/", "--first").exit_code == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no addresses there"),
        ("not JSON", "not a list of addresses"),
        ('{"version": 1}', "not a list of addresses"),
        (book(pages={}).replace('"version":1', '"version":2'), "found 'version 2'; expected version 1 or an earlier"),
    ],
)
def test_a_folder_without_addresses_is_one_clear_line(desk: Path, content: str | None, message: str) -> None:
    if content is not None:
        (desk / "site/addresses.json").write_text(content, encoding="utf-8")
    result = check()
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_site_that_does_not_answer_is_one_clear_line(desk: Path, host: str) -> None:
    assert "the site answers 503" in check(f"{host}/broken/").stderr
    assert "cannot be fetched" in check("http://127.0.0.1:1/").stderr
    assert "cannot be fetched" in check("http://[/").stderr


_PAGES = st.sampled_from(
    ["index.md", "talks.md", "ü–x.md", "actors/index.md", "actors/peru.md", "chronology/2025/03.md"]
)


@given(here=_PAGES, there=_PAGES, directory_urls=st.booleans())
def test_a_link_leads_from_any_page_to_any_other(here: str, there: str, *, directory_urls: bool) -> None:
    site = Addresses(directory_urls)
    led_to = urljoin(publishing.URL + quote(site.of(here)), site.link(here, there))
    assert led_to == publishing.URL + quote(site.of(there))


def test_a_staged_site_has_the_theme_in_the_language_of_the_desks_theme(desk: Path) -> None:
    settings = "theme: {name: material, language: fr}\nplugins: [{briefings: {language: de, search: pagefind}}]\n"
    (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = CliRunner().invoke(main, ["export", "--to", "staged"])
    assert done.exit_code == 0, done.output
    assert "  language: fr\n" in (desk / "staged/mkdocs.yml").read_text(encoding="utf-8")
    assert not (desk / "staged/docs/search.md").exists()  # nobody runs Pagefind there
