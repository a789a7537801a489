"""The catalogue is whole: every word of the pages comes from it, and it holds no other."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.changes import ClosedEdition, Snapshot
from mkdocs_briefings.changes.comparison import compare
from mkdocs_briefings.corpus import gather
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.export.publication import publish
from mkdocs_briefings.overlay import Correction, Judgement, Note, Overlay, OverlayFile, Place, Review
from mkdocs_briefings.pages import (
    DataFile,
    Edition,
    Page,
    Redirect,
    Site,
    Templates,
    actor_mentions,
    render_edition,
)
from mkdocs_briefings.pipeline import Desk, read_documents
from mkdocs_briefings.plover import QUADS
from mkdocs_briefings.publishers import Publisher
from mkdocs_briefings.register import Actor, Register, Role
from mkdocs_briefings.text import Tokens
from tests import builders as build

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "mkdocs_briefings"
TEMPLATES = Templates.load().folders[-1]
WORDS = TEMPLATES / "words"
# A source may write in any letters; these have neither case nor parts, so whatever stands in Latin ones is ours.
YI = {
    ord(letter): 0xA000 + number for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}
SHOWN = {
    "aria-label",
    "alt",
    "title",
    "placeholder",
    "data-gloss",
    "data-name",
    "data-br-copied",
    "data-br-done",
    "label",
}
SAID = {"description", "og:title", "og:description", "og:site_name", "og:image:alt"}
BOUNDED = ("actor_page", "chronology_page", "pair_page", "volumes")
FORM = re.compile(r"\.(?:one|two|few|many|other)$")  # of a plural
NAMES = re.compile(
    r"\b(?:BibTeX|CSL-JSON|USD|[0-9a-f]{16,})\b"  # of formats, a currency, a fingerprint
    r"|urn:uuid:[0-9a-f-]+|https?://[^\s)]+|[\w/.-]+\.(?:md|yml|txt|json)\b"  # addresses and files
)


def entries(language: str) -> dict[str, str]:
    """The words of a language; English stands in for those it lacks."""
    given = Templates.load(None, language).words.catalogue.entries
    return {key: words for key, words in given.items() if key != "language"}


ENGLISH = entries("en")
TRANSLATIONS = sorted({file.stem for file in WORDS.glob("*.yaml")} - {"en"})


class Asked(dict[str, str]):
    """Values that remember which of them were asked for."""

    def __missing__(self, name: str) -> str:
        self[name] = ""
        return ""


def asked(words: str) -> set[str]:
    values = Asked()
    words.format_map(values)
    return set(values)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_is_complete_and_says_nothing_else(language: str) -> None:
    assert Templates.load(None, language).words.catalogue.missing == ()
    own = {key for key in entries(language) if not key.startswith(("locale", "date.month_short.", "date.in_"))}
    forms = {key.rpartition(".")[0] for key in ENGLISH if key.endswith(".other")}
    assert {key for key in own - ENGLISH.keys() if key.rpartition(".")[0] not in forms} == set()


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_keeps_every_value_in_its_words(language: str) -> None:
    for key, words in entries(language).items():
        if key in ENGLISH:
            assert asked(words) == asked(ENGLISH[key]), key


def test_a_script_is_given_every_plural_form_of_the_language(tmp_path: Path) -> None:
    """Where the language lacks one, that of most counts stands in, as on the pages."""
    own = tmp_path / "briefings" / "words"
    own.mkdir(parents=True)
    found = {"one": "{n} strona", "few": "{n} strony", "many": "{n} stron", "other": "{n} strony"}
    (own / "pl.yaml").write_text(json.dumps({"search": {"found": found}}), encoding="utf-8")
    words = Templates.load(tmp_path, "pl").words.catalogue
    assert words.forms("search.found") == found
    assert words.forms("count.events") == {
        **dict.fromkeys(("few", "many", "other"), "{n} events"),
        "one": "{n} event",
    }


def test_every_key_is_said_somewhere_and_every_key_that_is_said_is_there() -> None:
    files = [*TEMPLATES.glob("*.*"), *PACKAGE.glob("pages/*.py"), *PACKAGE.glob("export/*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    literal = set(re.findall(r'"([a-z]\w*(?:\.[a-z_]\w*)+)"', code))
    made = {re.sub(r"\{[^}]*\}", "\0", key) for key in re.findall(r'f"([a-z]\w*(?:\.[\w{}.()\[\]\']+)+)"', code)}
    for joined in re.findall(r'((?:"[^"]*"|[\w.\[\]]+)(?: ~ (?:"[^"]*"|[\w.\[\]]+))+)', code):
        made.add("".join(piece[1:-1] if piece[0] == '"' else "\0" for piece in joined.split(" ~ ")))
    patterns = [re.compile(re.escape(key).replace("\0", r"[\w. ]*")) for key in made if key[0] != "\0"]
    bare = {key: FORM.sub("", key) for key in ENGLISH}
    unsaid = {key for key, stem in bare.items() if not literal & {key, stem}}
    unsaid = {key for key in unsaid if not any(one.fullmatch(bare[key]) or one.fullmatch(key) for one in patterns)}
    assert unsaid - {"locale"} == set()
    said = set(re.findall(r'say\(\s*"([a-z]\w*(?:\.\w+)+)"[,)]', code))
    assert {key for key in said if key not in ENGLISH and f"{key}.other" not in ENGLISH} == set()


class Recorded(dict[str, str]):
    """Entries that remember which were said."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        super().__init__(entries)
        self.said: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.said.add(key)
        return super().__getitem__(key)


class Shown(HTMLParser):
    """What a reader sees or hears of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ("meta", "link", "br", "input", "img"):
            self._open.append(tag)
        self.found += [value for name, value in attrs if name in SHOWN and value]
        if (given.get("property") or given.get("name")) in SAID:
            self.found.append(given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style", "pre", "code"} & set(self._open):
            self.found.append(data)


def wide(words: str) -> str:
    return words.translate(YI)


def widened(document: Document) -> Document:
    """The document in letters that are not ours; every place in it stays where it was."""
    source = document.source
    text = wide(source.text)
    tokens = Tokens.of(text)
    given = replace(
        source,
        text=text,
        headline=wide(source.headline) if source.headline else None,
        publisher=wide(source.publisher) if source.publisher else None,
        author=wide("B"),
        note=wide("C"),
    )
    sentences = tuple(replace(sentence, tokens=tokens.range(sentence.span)) for sentence in document.sentences)
    actors = tuple(map(renamed, document.actors))
    return replace(document, source=given, tokens=tokens, sentences=sentences, actors=actors)


CHILE = Actor(id="chile", name="Chile", type="state", country="CL")
ROLES = (
    Role(title="Minister", of="peru", since=PartialDate("2024-05")),
    Role(title="Mayor", of="norway", since=PartialDate("2020"), until=PartialDate("2023-06-01")),
)
QUISPE = replace(build.QUISPE, roles=ROLES)


def renamed(actor: Actor) -> Actor:
    return replace(
        actor,
        name=wide(actor.name),
        aliases=tuple(map(wide, actor.aliases)),
        sort_name=wide(actor.sort_name) if actor.sort_name else None,
        roles=tuple(replace(role, title=wide(role.title)) for role in actor.roles),
    )


@cache
def sample() -> tuple[tuple[Document, ...], Register]:
    """The articles of the desk of this repository, as the rules read them, with the actors that it knows."""
    desk = Desk(root=ROOT, seeds=ROOT / "seeds", briefings=ROOT / "briefings")
    register = Register.load(desk.actors)
    return tuple(read_documents(desk, (), register)), register


def overlay(slug: str, prose: str = "", **settings: Any) -> OverlayFile:
    return build.overlay(Overlay(**settings), slug, prose)


def reviewed() -> OverlayFile:
    judgement = {
        "statement": wide("They meet."),
        "evidence": [Place(exact=wide("Peru and Norway held talks"), source="1")],
    }
    return overlay(
        "1",
        wide("Prose."),
        sources=["1", "2"],
        title=wide("Talks"),
        status="reviewed",
        reviewed=Review(by=wide("Desk"), on=datetime.date(2025, 3, 20)),
        bottom_line=wide("They spoke."),
        judgements=[Judgement(likelihood="likely", **judgement), Judgement(confidence="low", **judgement)],  # type: ignore[arg-type]
        assumptions=[wide("One.")],
        gaps=[wide("Two.")],
        watch=[wide("Three.")],
        notes=[Note(at=Place(exact=wide("held talks"), source="2"), text=wide("A note."))],
        corrections=[
            Correction(at=wide("Friday"), date="2025-03-14~"),
            Correction(at=wide("Lima"), actor="peru"),
            Correction(at=wide("Oslo"), actor="none"),
            *(Correction(at=wide("Oslo"), drop=drop) for drop in ("actor", "date", "quotation", "number", "event")),
        ],
        former_addresses=["0"],
    )


UNSURE = ["2024-24", "198X", "../2021-05", "2019-11-02/..", "2018~", "2017-03?", "19XX%", "2024-07-08/2024-07-09", None]
AHEAD = ["2025-03-20", "2025-04-01/2025-04-03", None]


STANDINGS = ("reported", "planned", "alleged", "denied")


def kinds(shifted: int = 0) -> Document:
    """Events of every kind, of each standing in turn, between three states; and a name that nobody knows."""
    text = "Peru, Norway and Chile met Oslo. " + " ".join(f"They did {number}." for number, _ in enumerate(QUADS))
    states = [("peru", "norway"), ("peru", "chile"), ("norway", "chile")]
    events = [
        build.event(
            text,
            f"They did {number}",
            f"did {number}",
            event_type=kind,
            sure=number % 5 != 0,
            status=STANDINGS[(number + shifted) % 7 % 4],
            attributed_to="chile" if number % 2 else None,
            actors=states[number % 3][:1],
            recipients=states[number % 3][1:],
            date=PartialDate(f"2025-0{number % 3 + 1}-1{(number + shifted) % 9}"),
            date_source="story",
        )
        for number, kind in enumerate([*QUADS][shifted:])
    ]
    named = {"Peru": "peru", "Norway": "norway", "Chile": "chile", "Oslo": None}
    mentions = [build.mention(text, name, identity) for name, identity in named.items()]
    article = build.source(text, "7", "2025-03-10")
    known = (*build.ACTORS, CHILE)
    return build.document(
        article, mentions=mentions, events=events, actors=known, salient=[actor.id for actor in known]
    )


def told() -> list[Briefing]:
    """Reviewed of two articles, undated, archived; many events of a pair, unsure days, and plans."""
    planned = build.meetings(AHEAD, "5", "2025-03-15", status="planned", event_type=None, sure=False, modality="PS")
    old = overlay("3", sources=["3"], status="archived", archived_on=datetime.date(2025, 3, 18), superseded_by="1")
    return [
        brief((widened(build.talks("1")), widened(build.talks("2"))), reviewed()),
        brief((widened(build.talks("3")),), old),
        brief((widened(build.talks("4", None)),), None),
        brief((widened(planned),), None),
        brief((widened(kinds()),), None),
        brief((widened(build.meetings([*UNSURE, "2012-01-02", "1999-05"], "6", actors=("ana-quispe",))),), None),
        *(brief((widened(document),), None) for document in sample()[0]),
    ]


def told_before() -> list[Briefing]:
    """The same desk an edition ago."""
    first, _, *rest = told()
    judgement = Judgement(statement=wide("They meet."), likelihood="unlikely")
    given = overlay("1", sources=["1"], title=wide("Call"), bottom_line=wide("They met."), judgements=[judgement])
    return [
        brief(first.documents[:1], given),
        *(briefing for briefing in rest[:-2] if briefing.slug != "7"),
        brief((widened(kinds(shifted=1)),), None),
    ]


@pytest.fixture
def pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Edition, Recorded]:
    """An edition in a language of which every word stands between marks. Names of months are Greek."""
    own = tmp_path / "briefings" / "words"
    own.mkdir(parents=True)
    marked = {key: words if key == "locale" else f"⟦{words}⟧" for key, words in ENGLISH.items()}
    marked = {key: words for key, words in marked.items() if not key.startswith("date.month_short.")}
    (own / "qps.yaml").write_text(json.dumps({**marked, "locale": "el"}, ensure_ascii=False), encoding="utf-8")
    templates = Templates.load(tmp_path, "qps")
    pages = [import_module(f"mkdocs_briefings.pages.{name}") for name in BOUNDED]
    for module in pages:  # fewer rows fill a page
        monkeypatch.setattr(module, "MOST_ROWS", 60)
    monkeypatch.setattr(actor_mentions, "MOST_MENTIONS", 8)
    known = sample()[1]
    actors = [*known.actors.values(), build.PERU, build.NORWAY, QUISPE, CHILE]
    register = replace(known, actors={actor.id: renamed(actor) for actor in actors})
    graded = Publisher(name=wide("The Harbour Post"), reliability="B", credibility=2, note=wide("D"))
    corpus = gather(told(), register, {graded.name: graded})
    former = gather(told_before(), register, {graded.name: graded})
    changes = compare(ClosedEdition.saying(Snapshot.of(former), datetime.date(2025, 3, 12)), Snapshot.of(corpus))
    site = Site(
        name=wide("Desk"), description=wide("E"), url="https://desk.example/", directory_urls=True, search_page=True
    )
    recorded = Recorded(templates.words.catalogue.entries)
    object.__setattr__(templates.words.catalogue, "entries", recorded)
    return Edition.of(corpus, templates, site, changes), recorded


def left(shown: str) -> str:
    """Without what stands between marks, one within the other, and without names."""
    before = None
    while before != shown:
        before, shown = shown, re.sub(r"⟦[^⟦⟧]*⟧", " ", shown)
    return NAMES.sub(" ", shown)


def strings(tree: object) -> Iterator[str]:
    """The words for people in a JSON Feed."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "content_html":
                yield from Shown(value).found
            elif key in ("title", "summary", "name", "description", "tags", "items", "authors"):
                yield from strings(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from strings(value)
    elif isinstance(tree, str):
        yield tree


def read(made: Page | Redirect | DataFile) -> Iterable[str]:
    """What people see, hear or find of a page or a file; tables and JSON for programs aside."""
    if isinstance(made, Page):
        return [made.title, made.description, *Shown(made.html).found, *Shown(str(made.head)).found]
    if isinstance(made, Redirect):
        return Shown(made.html).found
    if made.uri.endswith("feed.json"):
        return strings(json.loads(made.content))
    if made.uri.endswith(".xml"):
        return [part for text in Shown(made.content).found for part in Shown(text).found]
    if made.uri.endswith(".ics"):
        lines = made.content.replace("\r\n ", "").splitlines()
        return [line.partition(":")[2] for line in lines if line.startswith(("SUMMARY", "DESCRIPTION", "NAME", "X-WR"))]
    return made.content.splitlines() if made.uri == "llms.txt" else ()


def test_every_word_of_the_pages_feeds_and_calendars_comes_from_the_catalogue(
    pseudo: tuple[Edition, Recorded],
) -> None:
    edition, recorded = pseudo
    stray: dict[str, str] = {}
    for made in publish(edition, render_edition(edition)):
        for shown in read(made):
            if words := re.search(r"[A-Za-z]{2,}", left(shown)):
                stray.setdefault(words[0], f"{getattr(made, 'src_uri', '') or getattr(made, 'uri', '')}: {shown[:200]}")
    assert stray == {}
    stems = {FORM.sub("", key) for key in ENGLISH}
    unreached = stems - {FORM.sub("", key) for key in recorded.said}
    assert len(unreached) < 0.25 * len(stems), "\n".join(sorted(unreached))
