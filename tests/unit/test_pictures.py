"""Pictures: where states stand on the map, and what stands in the matrix of states."""

import re
from collections.abc import Iterator

import pytest

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import brief
from mkdocs_briefings.pages import Page, Site, Templates, render
from mkdocs_briefings.pages.world_map import HEIGHT, WIDTH, projected
from mkdocs_briefings.register import Actor
from tests import builders as build

TEMPLATES = Templates.load()


def rendered(*documents: Document) -> Iterator[tuple[str, str]]:
    corpus = build.corpus(*(brief((document,), None) for document in documents))
    site = Site(name="A desk", description="", url=None, directory_urls=True)
    for page in render(corpus, TEMPLATES, site):
        if isinstance(page, Page):
            yield page.src_uri, page.html


def test_the_middle_of_the_map_is_where_the_first_meridian_crosses_its_width() -> None:
    x, equator = projected(0, 0)
    assert x == pytest.approx(0.5)
    assert projected(0, -180)[0] == pytest.approx(0)
    assert projected(0, 180)[0] == pytest.approx(1)
    north, south = projected(40, 10)[1], projected(-40, 10)[1]
    assert equator - north == pytest.approx(south - equator)


@pytest.mark.parametrize("place", [(55.8, 37.6), (28.6, 77.2), (38.9, -77.0), (-35.3, 149.1), (64.1, -21.9)])
def test_capitals_stand_on_the_map(place: tuple[float, float]) -> None:
    x, y = projected(*place)
    assert 0 < x < 1
    assert 0 < y < 1


def test_land_is_drawn_by_the_measures_of_the_dots() -> None:
    """All of it lies within the map, and Africa's southern end is where the dots would put it."""
    drawn = (TEMPLATES.folders[-1] / "land.html").read_text(encoding="utf-8")
    places: list[tuple[int, int]] = []
    for ring in re.findall(r"M([^Mz]+)z", drawn):
        start, _, steps = ring.partition("l")
        across, down = map(int, start.split())
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        places.append((across, down))
        for right, below in zip(numbers[::2], numbers[1::2], strict=True):
            across, down = across + right, down + below
            places.append((across, down))
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)
    agulhas = projected(-34.8, 20)
    assert any(abs(agulhas[0] * WIDTH - x) < 3 and abs(agulhas[1] * HEIGHT - y) < 3 for x, y in places)


def test_a_map_shows_the_states_and_says_the_same_in_words() -> None:
    html = dict(rendered(build.talks()))["talks.md"]
    shown = html.partition('class="br-map"')[2].partition("</figure>")[0]
    dots, _, words = shown.partition("<ul")
    assert dots.count("<circle") == words.count("<li>") == 2
    assert re.findall(r">(Peru|Norway)</a>", words)
    assert "style=" not in shown


def test_no_map_is_drawn_of_a_single_state() -> None:
    html = dict(
        rendered(build.document(build.source("Peru spoke."), mentions=[build.mention("Peru spoke.", "Peru", "peru")]))
    )
    assert all("br-map" not in page for page in html.values())


def test_bars_lead_to_their_month() -> None:
    pages = dict(rendered(build.meetings(["2024-03-01", "2024-03-02", "2024-05-01"])))
    assert re.search(
        r'<a href="2024/#m-2024-05" tabindex="-1"><title>May 2024: 1</title>', pages["chronology/index.md"]
    )


def test_mentions_are_counted_by_the_month_of_the_article_and_lead_to_them() -> None:
    pages = dict(rendered(build.talks("one", "2024-03-14"), build.talks("two", "2025-03-14")))
    html = pages["actors/peru.md"]
    assert 'href="#mentions-2024"' in html
    assert html.count('id="mentions-2024"') == 1
    assert html.count('id="mentions-2025"') == 1


def test_the_matrix_has_a_square_for_each_two_states_as_large_as_their_number() -> None:
    kenya = Actor(id="kenya", name="Kenya", type="state", country="KE")
    text = "Peru met Norway. Peru hosted Norway. Norway visited Peru. Peru thanked Norway. Kenya struck Norway."
    told = [("peru", "norway", "Peru met"), ("peru", "norway", "Peru hosted"), ("norway", "peru", "Norway visited")]
    events = [
        build.event(text, words, words, event_type="CONSULT", sure=True, actors=(one,), recipients=(other,))
        for one, other, words in [*told, ("peru", "norway", "Peru thanked")]
    ]
    struck = build.event(
        text, "Kenya struck", "struck", event_type="ASSAULT", sure=True, actors=("kenya",), recipients=("norway",)
    )
    mentions = [build.mention(text, actor.name, actor.id) for actor in (build.PERU, build.NORWAY, kenya)]
    actors = (*build.ACTORS, kenya)
    document = build.document(
        build.source(text), mentions=mentions, events=[*events, struck], actors=actors, salient=("norway",)
    )
    table = dict(rendered(document))["actors/index.md"].partition("br-matrix")[2].partition("</table>")[0]
    assert re.findall(r'scope="(?:col|row)"><a[^>]+>(\w+)', table) == ["Norway", "Peru", "Kenya"]
    assert re.findall(r'aria-label="([^"]+)"', table) == [
        "Norway and Peru: 4 events, 4 cooperative, 0 conflictual",
        "Kenya and Norway: 1 event, 0 cooperative, 1 conflictual",
    ]
    assert re.findall(r'class="br-(\w+)" x="[^"]+" width="([^"]+)"', table) == [("coop", "100.0%"), ("conf", "50.0%")]
