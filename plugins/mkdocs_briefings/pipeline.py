"""The whole flow, top to bottom: source articles in, pages out. Nothing here knows of MkDocs."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from mkdocs_briefings.annotate import annotate, unchanged
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import Briefing, brief, check_successors
from mkdocs_briefings.changes import changes_since
from mkdocs_briefings.corpus import Corpus, gather
from mkdocs_briefings.corpus.decisions import DecisionFile
from mkdocs_briefings.corrections import amender
from mkdocs_briefings.errors import SourceError
from mkdocs_briefings.export.address_book import AddressBook
from mkdocs_briefings.export.publication import publish
from mkdocs_briefings.export.search_entries import Findable, findable
from mkdocs_briefings.export.staging import stage
from mkdocs_briefings.grounding import state
from mkdocs_briefings.overlay import OverlayFile, read_overlays
from mkdocs_briefings.pages import DataFile, Edition, Page, Redirect, Site, Templates, render_edition
from mkdocs_briefings.pages.moves import Moved
from mkdocs_briefings.pages.search_page import search_scripts
from mkdocs_briefings.publishers import read_publishers
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a desk keeps its things."""

    root: Path  # the folder of mkdocs.yml; paths are shown as they stand below it
    seeds: Path  # source articles
    briefings: Path  # overlays; the MkDocs docs_dir

    @property
    def actors(self) -> Path:
        return self.briefings / "actors.yml"

    @property
    def publishers(self) -> Path:
        return self.briefings / "sources.yml"

    @property
    def events(self) -> Path:
        return self.briefings / "events.yml"

    @property
    def edition(self) -> Path:
        return self.briefings / "edition.json"

    @property
    def moved(self) -> Path:
        return self.briefings / "moved.yml"

    @property
    def settings(self) -> tuple[Path, ...]:
        """Files among the briefings that are no pages."""
        return self.actors, self.publishers, self.events, self.edition, self.moved


def build(desk: Desk, templates: Templates, site: Site) -> Iterator[Page | Redirect | DataFile | Findable]:
    """Every page of the desk's site, the files beside them, and what a search can find.

    Raises:
        BriefingsError: something the desk must put right; nothing has been written.
    """
    edition = read_edition(desk, templates, site)
    return chain(publish(edition, render_edition(edition)), findable(edition), search_scripts(edition))


def address_book(desk: Desk, templates: Templates, site: Site) -> AddressBook:
    """Every public address of the desk's site, without making its pages."""
    return AddressBook.of(read_edition(desk, templates, site))


def staged(desk: Desk, templates: Templates, site: Site) -> Iterator[tuple[str, bytes]]:
    """The desk's site as plain Markdown, each file with its path."""
    overlays = {desk.root / overlay.path for overlay in read_overlays(desk.briefings, desk.root)}
    kept = overlays.union(desk.settings)
    own = (path for path in sorted(desk.briefings.rglob("*")) if path.is_file() and path not in kept)
    return stage(read_edition(desk, templates, site), own, desk.briefings)


def read_edition(desk: Desk, templates: Templates, site: Site) -> Edition:
    """What all pages share: the desk as it stands, and what changed since its last edition."""
    corpus = read_desk(desk)
    changes = changes_since(desk.edition, desk.root, corpus)
    return Edition.of(corpus, templates, site, changes, Moved.read(desk.moved, desk.root))


def read_desk(desk: Desk) -> Corpus:
    """The desk's articles, read, annotated and gathered."""
    register = Register.load(desk.actors)
    overlays = read_overlays(desk.briefings, desk.root)
    documents = {document.source.id: document for document in read_documents(desk, overlays, register)}
    publishers = read_publishers(desk.publishers, desk.root)
    decided = DecisionFile.read(desk.events, desk.root)
    briefings = tuple(_briefings(documents, overlays))
    check_successors(briefings, overlays)
    return gather(briefings, register, publishers, decided)


def read_documents(
    desk: Desk, overlays: tuple[OverlayFile, ...], register: Register, *, only: Container[str] | None = None
) -> Iterator[Document]:
    """Every article with what the rules and the desk's corrections say of it; all, or those of some ids."""
    rules = Rules.load()
    sources = state({source.id: source for source in read_sources(desk.seeds, desk.root)}, overlays)
    amend = {
        identity: amender(overlay, [sources[other] for other in overlay.source_ids], register)
        for overlay in overlays
        for identity in overlay.source_ids
    }
    for source in sources.values():
        if only is not None and source.id not in only:
            continue
        yield annotate(source, rules, register, amend.get(source.id, unchanged))


def read_document(desk: Desk, file: Path) -> Document:
    """One article of the desk, as the site reads it.

    Raises:
        SourceError: the file is not among the desk's articles.
    """
    if not file.resolve().is_relative_to(desk.seeds.resolve()):
        raise SourceError("article is not on this desk", path=file, expected=f"a file in {desk.seeds}/, or --seeds")
    identity = file.resolve().relative_to(desk.seeds.resolve()).with_suffix("").as_posix()
    register = Register.load(desk.actors)
    return next(read_documents(desk, read_overlays(desk.briefings, desk.root), register, only={identity}))


def _briefings(documents: dict[str, Document], overlays: Iterable[OverlayFile]) -> Iterator[Briefing]:
    """One for each overlay, and one for each article that has none."""
    taken: set[str] = set()
    for overlay in overlays:
        taken.update(overlay.source_ids)
        yield brief(tuple(documents[identity] for identity in overlay.source_ids), overlay)
    for identity, document in documents.items():
        if identity not in taken:
            yield brief((document,), None)
