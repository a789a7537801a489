"""What pages say of changes since the last edition, and of briefings that are archived."""

import datetime
import re
from urllib.parse import unquote, urljoin

import pytest
from msgspec.structs import replace

from mkdocs_briefings.briefing import Briefing, brief, check_successors
from mkdocs_briefings.changes import ClosedEdition, Snapshot
from mkdocs_briefings.changes.change import ASPECTS
from mkdocs_briefings.changes.comparison import compare
from mkdocs_briefings.changes.snapshot import ActorRecord, BriefingRecord
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.export.address_book import AddressBook
from mkdocs_briefings.overlay import Judgement, Overlay, OverlayFile, Review
from mkdocs_briefings.pages import Edition, Page, Site, Templates, render_edition
from tests import builders as build

CLOSED = datetime.date(2025, 3, 1)
SITE = Site(name="The Desk", description="What was said.", url="https://desk.example/", directory_urls=True)


def briefing(slug: str, source: str, published: str, **more: object) -> Briefing:
    settings = {"sources": [source], "title": f"Briefing {slug}"} | more
    return brief((build.talks(source, published),), build.overlay(Overlay(**settings), slug=slug))  # type: ignore[arg-type]  # Overlay's own fields


def corpus() -> Corpus:
    judged = [Judgement(statement="They will meet again.", likelihood="likely", evidence=["A deal is possible"])]
    old = briefing(
        "spring",
        "spring-talks",
        "2025-02-14",
        judgements=judged,
        status="archived",
        archived_on=datetime.date(2025, 3, 20),
        superseded_by="autumn",
        reviewed=Review(by="Desk", on=datetime.date(2025, 2, 20)),
    )
    return build.corpus(old, briefing("autumn", "autumn-talks", "2025-03-14"))


def edition(before: Snapshot | None, now: Corpus, note: str | None = None, language: str = "en") -> Edition:
    closed = ClosedEdition.saying(before, CLOSED, note) if before else None
    changes = compare(closed, Snapshot.of(now)) if closed else None
    return Edition.of(now, Templates.load(None, language), SITE, changes)


def pages(before: Snapshot | None, now: Corpus, note: str | None = None, language: str = "en") -> dict[str, str]:
    made = render_edition(edition(before, now, note, language))
    return {page.src_uri: page.html for page in made if isinstance(page, Page)}


def otherwise(now: Corpus) -> Snapshot:
    """What the corpus might have said before: all of it a little otherwise."""
    said = Snapshot.of(now)
    first, second, *others = (event for event in said.events if set(event.reports.values()) == {"spring-talks"})
    changed = {
        first.anchor: replace(first, date="2025-02", status="planned", disputed=True, kind="AID"),
        second.anchor: replace(second, reports={"e-000000000000": "spring-talks"}, clause="Norway did so"),
    }
    return replace(
        said,
        briefings=[
            replace(
                record, status="reviewed", title="In spring", bottom_line="Nothing was said.", information_to=CLOSED
            )
            for record in said.briefings
            if record.slug == "spring"
        ]
        + [BriefingRecord(slug="winter", title="In <winter>", status="reviewed", bottom_line="It was cold.")],
        sources=[replace(record, sha256="0" * 64) for record in said.sources if record.briefing == "spring"],
        judgements=[replace(record, likelihood="unlikely") for record in said.judgements],
        events=[changed.get(event.anchor, event) for event in said.events if event not in others[:1]],
        facts=[record for record in said.facts if record.question != "who"],
        actors=[ActorRecord(id="peru", name="Perú"), ActorRecord(id="chile", name="Chile")],
    )


def row(html: str, label: str) -> str:
    return next(item[0] for item in re.finditer(r"<li.*?</li>", html, re.DOTALL) if f"<b>{label}</b>" in item[0])


def test_the_page_tells_all_that_changed() -> None:
    now = corpus()
    html = pages(otherwise(now), now, "Closed in <haste>.")["changes/index.md"]
    assert "Since the edition of 1 March 2025: 1 source replaced, 1 new briefing, 1 briefing archived" in html
    assert "Closed in &lt;haste&gt;." in html
    assert 'class="br-alarm"' in html
    assert "The file is not the one that was read then. SHA-256 now: " in row(html, "Evidence replaced")
    assert "; was: 000000000000…" in row(html, "Evidence replaced")
    assert "Now: not stated; was: 1 March 2025" in row(html, "Information to")
    assert "Now: likely; was: unlikely" in row(html, "Judgement raised")
    assert 'href="../spring/#s-' in row(html, "Judgement raised")
    assert "was: February 2025" in row(html, "Dated otherwise")
    assert "Was: <bdi>“Norway did so”</bdi>" in row(html, "Told otherwise")
    assert "“Nothing was said.”" in row(html, "Bottom line")
    assert "Was: <bdi>In spring</bdi>" in row(html, "Title")
    assert "20 March 2025" in row(html, "Archived")
    assert 'href="../autumn/"' in row(html, "Archived")
    assert "In &lt;winter&gt;" in html[html.index('id="gone"') :]
    assert "Was: <bdi>Perú</bdi>" in row(html, "Other name")
    assert "Chile" in row(html, "No longer named")


def test_words_of_a_source_are_in_its_language_and_the_desks_own_in_that_of_the_site() -> None:
    now = corpus()
    html = pages(otherwise(now), now, language="de")["changes/index.md"]
    told = row(html, "Anders berichtet")
    assert '<bdi><span lang="en">“Lima is to host' in told.replace("„", "“")
    assert 'Zuvor: <bdi><span lang="en">' in told
    assert "<span lang" not in row(html, "Einschätzung erhöht")
    assert "<span lang" not in row(html, "Titel")


def test_a_row_of_a_shared_article_leads_to_the_briefing_it_concerns() -> None:
    now = build.corpus(briefing("one", "talks", "2025-03-14"), briefing("two", "talks", "2025-03-14"))
    said = Snapshot.of(now)
    before = replace(said, facts=[record for record in said.facts if record.briefing == "two"])
    html = pages(before, now)["one.md"]
    assert 'href="#s-' in row(html, "New fact")


def test_a_briefing_may_have_any_address_beside_the_sections_of_the_page() -> None:
    now = build.corpus(briefing("gone", "talks", "2025-03-14"))
    html = pages(replace(Snapshot.of(now), actors=[ActorRecord(id="chile", name="Chile")], briefings=[]), now)
    ids = re.findall(r' id="([^"]+)"', html["changes/index.md"])
    assert "briefing-gone" in ids
    assert len(ids) == len(set(ids))


def test_a_plan_that_came_about_leads_to_its_report_and_a_new_source_to_its_words() -> None:
    plan = build.meetings(["2025-03"], "plan", "2025-02-01", status="planned")
    told, again = (build.meetings(["2025-03-14"], name, f"2025-03-{day}") for name, day in (("wire", 15), ("note", 16)))
    before = build.corpus(brief((plan,), None), brief((told,), None))
    now = build.corpus(*(brief((document,), None) for document in (plan, told, again)))
    said = Snapshot.of(before)
    said = replace(said, events=[replace(event, reported_by=[]) for event in said.events])
    html = pages(said, now)["changes/index.md"]
    assert re.search(r'Reported since: <a href="../chronology/2025/#e-\w+">14 Mar 2025, ', row(html, "Came about"))
    assert re.search(r'Also told by: <a href="../note/#s-\w+">', row(html, "More sources"))


def test_a_changed_briefing_tells_what_changed_in_it_and_a_new_one_that_it_is_new() -> None:
    now = corpus()
    made = pages(otherwise(now), now)
    old, new = made["spring.md"], made["autumn.md"]
    assert "<summary>Since the edition of 1 March 2025: Archived, 1 judgement raised" in old
    assert old.index("Evidence replaced") < old.index("<summary>Since the edition")
    assert 'href="#s-' in row(old, "Judgement raised")
    assert '<a href="../changes/">New since the edition of 1 March 2025</a>' in new


def test_the_home_page_shows_what_alarms_first_and_leads_to_all() -> None:
    now = corpus()
    home = pages(otherwise(now), now)["index.md"]
    labels = re.findall(r"<b>([\w ]+)</b><div>", home[home.index('id="changed"') :])
    assert labels == ["Evidence replaced", "New briefing", "Archived", "Briefing gone"]
    assert '<a href="changes/">All changes</a>' in home


def test_where_nothing_changed_the_pages_say_so() -> None:
    now = corpus()
    made = pages(Snapshot.of(now), now)
    assert "Nothing has changed." in made["changes/index.md"]
    assert "Nothing has changed." in made["index.md"]
    assert "Since the edition" not in made["spring.md"]


def test_without_a_closed_edition_nothing_is_said_of_changes() -> None:
    now = corpus()
    made = pages(None, now)
    assert "changes/index.md" not in made
    assert not any("edition of" in html or "changes/" in html for html in made.values())
    assert "changes/" not in AddressBook.of(edition(None, now)).pages


def test_the_page_is_in_the_address_book() -> None:
    now = corpus()
    assert "changes/" in AddressBook.of(edition(Snapshot.of(now), now)).pages


def test_every_link_of_a_change_leads_somewhere() -> None:
    now = corpus()
    before = otherwise(now)
    here = edition(before, now)
    made = {urljoin("https://x/", here.addresses.of(uri)): html for uri, html in pages(before, now).items()}
    for address, html in made.items():
        for href in re.findall(r'href="([^"]+)"', html):
            target, _, fragment = urljoin(address, href.replace("&amp;", "&")).partition("#")
            if target.startswith("https://x/") and not target.endswith((".json", ".csv", ".xml", ".ics")):
                assert target in made, href
                assert not fragment or "=" in fragment or f' id="{unquote(fragment)}"' in made[target], href


def test_every_change_has_its_words() -> None:
    words = Templates.load().words
    for aspect in ASPECTS:
        assert words.say(f"changes.label.{aspect}")
        assert words.say(f"changes.count.{aspect}", 2).startswith("2 ")


def test_an_archived_briefing_says_so_and_leads_to_its_successor() -> None:
    made = pages(None, corpus())
    assert "Archived on 20 March 2025. This briefing is no longer kept up to date." in made["spring.md"]
    assert 'Its place is taken by: <a href="../autumn/">Briefing autumn</a>' in made["spring.md"]
    assert 'id="cite-text"' in made["spring.md"]
    assert "Norway cut its duty" in made["chronology/2025.md"]


def test_archived_briefings_stand_apart_on_the_home_page() -> None:
    home = pages(None, corpus())["index.md"]
    newest, archived = home.split('id="archived"')
    assert 'href="autumn/"' in newest
    assert 'href="spring/"' not in newest[newest.index('id="newest"') :]
    assert 'href="spring/"' in archived


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            {"reviewed": Review(by="Desk", on=CLOSED)},
            "is no longer kept up to date, and stands as it did on 1 March 2025.",
        ),
        ({}, "no longer kept up to date, and stands as it did on 14 February 2025."),
    ],
)
def test_an_archived_briefing_without_a_day_says_as_of_when_it_stands(more: dict[str, object], words: str) -> None:
    archived = briefing("spring", "spring-talks", "2025-02-14", status="archived", **more)
    assert words in pages(None, build.corpus(archived))["spring.md"]


def superseded(slug: str, successor: str) -> tuple[Briefing, OverlayFile]:
    settings = Overlay(sources=[slug], status="archived", superseded_by=successor)
    file = build.overlay(settings, slug=slug)
    return brief((build.talks(slug),), file), file


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            [("one", "tow"), ("two", "three"), ("three", "three")],
            r"one\.md.*no such briefing, found 'tow'; expected one",
        ),
        ([("one", "one")], r"one\.md.*superseded in a circle"),
        ([("one", "two"), ("two", "one")], r"one\.md.*superseded in a circle; expected the briefing that is kept up"),
    ],
)
def test_a_briefing_that_is_superseded_by_none_is_an_error(given: list[tuple[str, str]], message: str) -> None:
    briefings, files = zip(*(superseded(*pair) for pair in given), strict=True)
    with pytest.raises(OverlayError, match=message):
        check_successors(briefings, files)
