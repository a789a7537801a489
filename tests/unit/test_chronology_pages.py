"""The pages of the chronology and of pairs: what stands on which, what leads where, what is marked how."""

import re
from dataclasses import replace
from urllib.parse import unquote, urljoin

import pytest

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import brief
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.corpus.actor_index import index_actors
from mkdocs_briefings.corpus.chronology import Chronology, Entry
from mkdocs_briefings.corpus.disputes import Dispute
from mkdocs_briefings.corpus.relations import Relations, relate
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.export.address_book import AddressBook
from mkdocs_briefings.overlay import Overlay
from mkdocs_briefings.pages import Edition, Page, Redirect, Site, Templates, addresses, render, render_edition
from mkdocs_briefings.pages.addresses import Addresses
from mkdocs_briefings.pages.moves import Move, Moved, of_volumes
from mkdocs_briefings.pages.volumes import MOST_ROWS, bind, month_of, places, year_of
from mkdocs_briefings.register import Register
from tests import builders as build

ROW = '<li class="br-event'
TEMPLATES = Templates.load()


def desk(*documents: Document) -> Corpus:
    return build.corpus(*(brief((document,), None) for document in documents))


def pages(corpus: Corpus) -> dict[str, Page]:
    site = Site(name="The Desk", description="", url=None, directory_urls=True)
    return {page.src_uri: page for page in render(corpus, TEMPLATES, site) if isinstance(page, Page)}


DATA = (".json", ".csv", ".xml", ".ics")  # links to them are followed in the tests of what is published


def dead_links(made: dict[str, Page]) -> list[str]:
    addresses_ = Addresses(directory_urls=True)
    stands = {urljoin("https://x/", addresses_.of(uri)): page for uri, page in made.items()}
    ids = {address: set(re.findall(r' id="([^"]+)"', page.html)) for address, page in stands.items()}
    dead = []
    for address, page in stands.items():
        for href in re.findall(r'href="([^"]+)"', page.html):
            target, _, fragment = urljoin(address, href.replace("&amp;", "&")).partition("#")
            place_missing = fragment and "=" not in fragment and unquote(fragment) not in ids.get(target, ())
            is_page = not target.endswith(DATA)
            if target.startswith("https://x/") and is_page and (target not in stands or place_missing):
                dead.append(f"{page.src_uri}: {href}")
    return dead


@pytest.fixture(scope="module")
def large() -> dict[str, Page]:
    """A year with too many events for a page, of which one month has too many as well, and others."""
    march = [f"2024-03-{day:02}" for day in range(1, 31)] * 18
    return pages(desk(build.meetings([*march, *["2024-05-01"] * 3, "2024", "2019-07", None, "2025/.."])))


def test_a_year_has_a_page_and_months_where_it_is_long(large: dict[str, Page]) -> None:
    uris = {uri for uri in large if uri.startswith("chronology/")}
    assert uris == {
        "chronology/index.md",
        "chronology/ahead.md",
        "chronology/undated.md",
        "chronology/2025.md",
        "chronology/2024.md",
        "chronology/2024/05.md",
        "chronology/2024/03.md",
        "chronology/2024/03/page-2.md",
        "chronology/2019.md",
    }
    assert {uri: large[uri].html.count(ROW) for uri in sorted(uris)} == {
        "chronology/index.md": 50,
        "chronology/ahead.md": 0,
        "chronology/undated.md": 1,
        "chronology/2025.md": 1,
        "chronology/2024.md": 1,
        "chronology/2024/05.md": 3,
        "chronology/2024/03.md": 500,
        "chronology/2024/03/page-2.md": 40,
        "chronology/2019.md": 1,
    }


def test_links_of_a_long_chronology_lead_somewhere(large: dict[str, Page]) -> None:
    assert dead_links(large) == []


def test_pages_of_the_chronology_lead_to_the_ones_before_and_after(large: dict[str, Page]) -> None:
    html = large["chronology/2024/03.md"].html
    assert '<a rel="prev" href="../05/">Later: May 2024</a>' in html
    assert '<a rel="next" href="page-2/">Earlier: March 2024, page 2</a>' in html
    assert '<a href="../">2024</a>' in html


def test_the_page_of_a_parted_year_leads_on_to_each_of_its_events(large: dict[str, Page]) -> None:
    html = large["chronology/2024.md"].html
    anchor = re.search(r'id="(e-[0-9a-f]{12})"', large["chronology/2024/05.md"].html)
    assert anchor
    assert f'<a id="{anchor[1]}" href="05/#{anchor[1]}">{large["chronology/2024/05.md"].title}</a>' in html
    assert "544 events" in html


def led_on(count: int) -> list[Move]:
    """Of the same undated event again and again: only how many there are matters."""
    (entry,) = desk(build.meetings([None])).chronology.undated
    return list(of_volumes(bind(Chronology(dated=(), undated=(entry,) * count))))


def test_links_from_first_pages_grow_with_the_events_and_not_with_their_square() -> None:
    assert [len(led_on(count)) for count in (MOST_ROWS, 2 * MOST_ROWS, 40 * MOST_ROWS)] == [
        0,
        MOST_ROWS,
        39 * MOST_ROWS,
    ]
    assert {move.page for move in led_on(3 * MOST_ROWS)} == {addresses.UNDATED}


def test_events_of_later_parts_are_kept_on_the_first_page_and_can_be_led_on_to() -> None:
    corpus = desk(build.meetings([None] * (MOST_ROWS + 1)))
    site = Site(name="The Desk", description="", url=None, directory_urls=True)
    edition = Edition.of(corpus, TEMPLATES, site)
    kept = AddressBook.of(edition).pages
    assert len(kept["chronology/undated/"]) == MOST_ROWS + 1
    assert kept["chronology/undated/page-2/"] == []
    ((last,),) = (entry.anchors for entry in edition.volumes[-1].entries)
    line = Move(page=addresses.UNDATED, anchor="e-1", now=addresses.UNDATED, now_anchor=last)
    moved = Edition.of(corpus, TEMPLATES, site, moved=Moved((line,)))
    assert "e-1" in AddressBook.of(moved).pages["chronology/undated/"]
    (html,) = (page.html for page in render_edition(moved) if page.src_uri == addresses.UNDATED)
    assert f'<a id="e-1" href="page-2/#{last}">' in html


def test_every_page_of_what_lies_ahead_is_in_the_book() -> None:
    corpus = desk(build.meetings([None] * (MOST_ROWS + 1), status="planned"))
    site = Site(name="The Desk", description="", url=None, directory_urls=True)
    edition = Edition.of(corpus, TEMPLATES, site)
    listed = {address for address in AddressBook.of(edition).pages if "ahead" in address}
    assert listed == {edition.addresses.of(page.src_uri) for page in render_edition(edition) if "ahead" in page.src_uri}
    assert "chronology/ahead/page-2/" in listed


def test_an_actors_page_leads_to_each_page_of_a_long_chronology(large: dict[str, Page]) -> None:
    html = large["actors/peru.md"].html
    assert '<a href="../../chronology/2024/05/#actor=peru">May 2024 (3)</a>' in html
    assert '<a href="../../chronology/undated/#actor=peru">Undated (1)</a>' in html


def test_a_short_chronology_stands_on_one_page_and_on_those_of_its_years() -> None:
    made = pages(desk(build.meetings(["2024-03-01", "2019-07", None])))
    assert made["chronology/index.md"].html.count(ROW) == 3
    assert '<a href="2024/">2024</a>' in made["chronology/index.md"].html
    assert made["chronology/2019.md"].html.count(ROW) == 1
    assert dead_links(made) == []


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-08-08", (2025, 8)),
        ("2025-08", (2025, 8)),
        ("../2025-08-08", (2025, 8)),
        ("2025-08-08/..", (2025, 8)),
        ("2024-11/2025-02", (2025, 2)),
        ("2024/2025", (2025, None)),
        ("../2030", (2030, None)),
        ("2025-21", (2025, None)),
        ("198X", (1989, None)),
        ("XXXX", (None, None)),
    ],
)
def test_a_date_is_listed_by_its_last_possible_day(edtf: str, expected: tuple[int | None, int | None]) -> None:
    date = PartialDate(edtf)
    assert (year_of(date), month_of(date)) == expected


def test_every_event_has_one_page_of_its_own() -> None:
    corpus = desk(build.meetings(["2024-03-01", "198X", None, "XXXX"] * 200))
    volumes = bind(corpus.chronology)
    rows = [entry.anchor for volume in volumes for entry in volume.entries]
    assert sorted(rows) == sorted(entry.anchor for entry in corpus.chronology)
    assert set(places(volumes)) == set(rows)
    assert all(len(volume.entries) <= MOST_ROWS for volume in volumes)


def test_plans_stand_by_date_then_undated_then_those_whose_day_has_passed() -> None:
    planned = build.meetings(["2025-06-01", "2025-01-01", None], status="planned")
    html = pages(desk(planned))["chronology/ahead.md"].html
    assert "As of <time" in html
    parts = [html.index(f'id="{heading}"') for heading in ("dated", "undated", "passed")]
    rows = [html.index(f"They met for the {number}th time") for number in (0, 2, 1)]
    assert sorted([*parts, *rows]) == [parts[0], rows[0], parts[1], rows[1], parts[2], rows[2]]
    assert html.count('data-status="planned"') == 3


def of_entries(corpus: Corpus, *dated: Entry) -> Corpus:
    """The corpus with other entries in the place of its own."""
    chronology = replace(corpus.chronology, dated=dated)
    actors = index_actors(corpus.briefings, chronology, Register())
    return replace(corpus, chronology=chronology, actors=actors, relations=relate(chronology, actors, Register()))


def marked(corpus: Corpus, **more: object) -> Corpus:
    """The corpus with what its first event has to do with others."""
    first, *others = corpus.chronology.dated
    return of_entries(corpus, replace(first, **more), *others)  # type: ignore[arg-type]  # Entry's own fields


def two_reports() -> tuple[Corpus, Entry, Entry]:
    corpus = desk(build.meetings(["2025-03-01"], "first"), build.meetings(["2025-03-02"], "second"))
    one, other = corpus.chronology.dated
    return corpus, one, other


def test_two_briefings_of_one_article_both_tell_its_events() -> None:
    document = build.meetings(["2025-03-01"], "first")
    both = (build.overlay(Overlay(sources=[document.source.id]), slug) for slug in ("one", "two"))
    corpus = build.corpus(*(brief((document,), overlay) for overlay in both))
    assert len(corpus.chronology) == 1
    made = pages(corpus)
    for page in ("one.md", "two.md", "chronology/2025.md"):
        assert made[page].html.count(ROW) == 1, page
        assert made[page].html.count(f'id="{corpus.chronology.dated[0].anchor}"') == 1, page
    assert dead_links(made) == []


def row(html: str, anchor: str) -> str:
    return html.split(f'id="{anchor}"', 1)[1].split("</li>\n<li", 1)[0]


def test_a_joined_event_is_one_row_with_every_source_and_every_anchor() -> None:
    corpus, one, other = two_reports()
    joined = of_entries(corpus, replace(one, reports=one.reports + other.reports))
    made = pages(joined)
    html = made["chronology/2025.md"].html
    assert html.count(ROW) == 1
    assert f'<span id="{other.anchor}"></span>' in html
    assert "<summary>2 articles</summary>" in html
    assert re.search(r'href="\.\./\.\./first/#s-[0-9a-f]{8}">', html)
    assert re.search(r'href="\.\./\.\./second/#s-[0-9a-f]{8}">', html)
    assert made["second.md"].html.count(ROW) == 1
    assert "../first/#s-" in row(made["second.md"].html, one.anchor)
    assert made["actors/peru.md"].html.count(ROW) == 1
    assert dead_links(made) == []


def test_events_that_are_possibly_one_or_planned_and_reported_lead_to_each_other() -> None:
    corpus, _, other = two_reports()
    for key, words in (
        ("maybe", "Possibly the same event:"),
        ("reported_by", "Reported since:"),
        ("planned_by", "Planned earlier:"),
    ):
        html = pages(marked(corpus, **{key: (other.anchor,)}))["chronology/2025.md"].html
        assert f'{words} <a href="#{other.anchor}">2 Mar 2025, ' in html


def test_a_disputed_event_shows_both_claims_with_their_sources() -> None:
    corpus, one, other = two_reports()
    dispute = Dispute(about="number", claims=(("40 boats", one.reports), ("14 boats", other.reports)))
    html = pages(marked(corpus, disputes=(dispute,)))["chronology/2025.md"].html
    shown = row(html, one.anchor)
    assert "br-status--disputed" in shown
    assert "Disputed: the number" in shown
    assert re.search(r'<b>40 boats</b> <span class="br-of"><a href="\.\./\.\./first/#s-', shown)
    assert re.search(r'<b>14 boats</b> <span class="br-of"><a href="\.\./\.\./second/#s-', shown)
    status = replace(dispute, about="status", claims=(("reported", one.reports), ("denied", other.reports)))
    assert "<b>Denied</b>" in pages(marked(corpus, disputes=(status,)))["chronology/2025.md"].html


def test_a_pair_shows_its_events_and_counts_by_year() -> None:
    made = pages(
        desk(
            build.meetings(["2024-03-01", "2025-02", None]),
            build.meetings(["2025-03-01"], "blows", event_type="ASSAULT"),
        )
    )
    html = made["pairs/norway-peru.md"].html
    assert "4 events in which both, or those who act for them, take part: 3 cooperative, 1 conflictual." in html
    assert html.count(ROW) == 4
    assert html.count('<rect class="br-coop br-verbal"') == 2 + html.count("Consult, verbal cooperation") + 1
    (of_2025,) = re.findall(r">2025</a></th>(.*)</tr>", html)
    assert re.findall(r">(\d+)<", of_2025) == ["1", "0", "0", "1", "0"]
    assert 'href="../../pairs/norway-peru/"' in made["actors/peru.md"].html
    assert 'href="../pairs/norway-peru/"' in made["chronology/index.md"].html
    assert dead_links(made) == []


def test_the_pair_of_an_actor_who_was_merged_leads_on() -> None:
    corpus = desk(build.meetings(["2024-03-01", "2025-02"]))
    (relation,) = corpus.relations
    merged = replace(relation, second=replace(relation.second, former_ids=("old-peru",)))
    moved = replace(corpus, relations=Relations(all=(merged,)))
    site = Site(name="The Desk", description="", url=None, directory_urls=True)
    redirects = {page.uri: page.html for page in render(moved, TEMPLATES, site) if isinstance(page, Redirect)}
    assert "../norway-peru/" in redirects["pairs/norway--old-peru/index.html"]


def test_no_two_pairs_share_an_address() -> None:
    assert addresses.pair("russia", "india") == "pairs/india-russia.md"
    parts = ("north", "north-sea", "sea", "sea-port", "port")
    pairs = {frozenset((one, other)) for one in parts for other in parts if one != other}
    assert len({addresses.pair(*pair) for pair in pairs}) == len(pairs)
