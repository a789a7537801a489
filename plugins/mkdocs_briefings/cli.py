"""The `briefings` command."""

import datetime
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import click
import msgspec

from mkdocs_briefings import __version__
from mkdocs_briefings.adoption import adopt
from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.errors import BriefingsError, OverlayError, PublishedError, SourceError
from mkdocs_briefings.export.annotations import annotations
from mkdocs_briefings.export.explanation import explain
from mkdocs_briefings.export.losses import Loss, compare
from mkdocs_briefings.export.published import read_published
from mkdocs_briefings.export.site_settings import read_site
from mkdocs_briefings.export.undecided import for_the_chronology, for_the_register
from mkdocs_briefings.overlay import read_overlays
from mkdocs_briefings.pages import Site, Templates
from mkdocs_briefings.pipeline import Desk, address_book, read_desk, read_documents, staged
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source, read_source


class _Group(click.Group):
    """Turns our own errors into one line and exit status 1."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except BriefingsError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefings")
def main() -> None:
    """News articles into annotated briefings, every statement with the words of its source."""


@main.command("annotate")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def annotate_command(files: tuple[Path, ...]) -> None:
    """Write the annotations of articles as JSON, one object a line.

    FILES are articles (.txt, .md). Without any, reads JSON lines on standard input, each with "id", "text" and,
    where known, "title" and "date" (of publication, YYYY-MM-DD).

    \b
    Examples:
      briefings annotate seeds/call.txt
      echo '{"id": "1", "text": "Peru left the talks on Friday.", "date": "2025-08-08"}' | briefings annotate
    """
    rules, register = Rules.load(), Register.load()
    sources = (read_source(file, file.parent) for file in files) if files else _piped(sys.stdin)
    for source in _progress(sources, len(files)):
        line = json.dumps(annotations(annotate(source, rules, register)), ensure_ascii=False)
        click.echo(line)


def _desk(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say where the desk is."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    seeds = click.option("--seeds", default="seeds", show_default=True, type=folder, help="Folder of source articles.")
    briefings = click.option("--briefings", default="briefings", show_default=True, type=folder, help="The docs_dir.")
    return seeds(briefings(command))


@main.command("explain")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_desk
def explain_command(file: Path, seeds: Path, briefings: Path) -> None:
    """Show how an article of the desk is read: every annotation with its rule, and for names their candidates.

    The desk's dates, actors and corrections are taken into account, as on the site.

    \b
    Example:
      briefings explain seeds/call.txt
    """
    for line in explain(_document(file, Desk(root=Path(), seeds=seeds, briefings=briefings))):
        click.echo(line)


@main.command("adopt")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--slug", help="The last part of the briefing's address; made from its title otherwise.")
@_desk
def adopt_command(file: Path, slug: str | None, seeds: Path, briefings: Path) -> None:
    """Write the overlay for an article, to correct, complete and review its briefing.

    \b
    Example:
      briefings adopt seeds/call.txt --slug modi-putin-call
    """
    document = _document(file, Desk(root=Path(), seeds=seeds, briefings=briefings))
    taken = [overlay for overlay in read_overlays(briefings, Path()) if document.source.id in overlay.source_ids]
    if taken:
        raise OverlayError("article has a briefing already", path=taken[0].path, found=document.source.id)
    click.echo(f"Wrote {adopt(document, briefings, slug)}")


@main.command("actors")
@_desk
def actors_command(seeds: Path, briefings: Path) -> None:
    """List names that are not decided yet, with their sentences, as YAML.

    Put the records you keep below `actors:` in briefings/actors.yml, mended where they are wrong.

    \b
    Example:
      briefings actors | less
    """
    corpus = read_desk(Desk(root=Path(), seeds=seeds, briefings=briefings))
    for line in for_the_register(corpus.actors.undecided):
        click.echo(line)


@main.command("events")
@_desk
def events_command(seeds: Path, briefings: Path) -> None:
    """List events that several articles possibly tell of as one, as YAML.

    Put a record below `same:` in briefings/events.yml to make one entry of them, below `different:` to keep them apart.

    \b
    Example:
      briefings events | less
    """
    corpus = read_desk(Desk(root=Path(), seeds=seeds, briefings=briefings))
    for line in for_the_chronology(corpus.chronology):
        click.echo(line)


@main.command("check")
@click.option("--against", required=True, metavar="URL-OR-FOLDER", help="The site as it was published last.")
@click.option("--first", is_flag=True, help="It is no error that the site at the URL has no addresses yet.")
@_desk
@click.pass_context
def check_command(context: click.Context, against: str, *, first: bool, seeds: Path, briefings: Path) -> None:
    """Find addresses that are public and would vanish with the next edition.

    Holds this desk's pages, anchors, feeds and data files against the addresses.json of the site as it was published
    last. One line for each that would vanish without a redirect says what to do, and the exit status is 1. Former
    addresses and merged actors count as kept.

    \b
    Examples:
      briefings check --against https://me.github.io/my-desk/
      briefings check --against site
    """
    published = read_published(against)
    if published is None:
        problem = "the site has no addresses.json yet"
        if not first:
            raise PublishedError(problem, path=against, expected="the address of a published desk, or --first")
        click.echo(f"{against}: {problem}, so nothing can vanish.")
        return
    desk = Desk(root=Path(), seeds=seeds, briefings=briefings)
    present = address_book(desk, Templates.load(), replace(_site(desk), url=published.site))
    found = list(compare(published, present))
    for line in found:
        click.echo(line)
    losses = sum(isinstance(each, Loss) for each in found)
    click.echo(f"{losses} would vanish, of {len(published.pages)} pages and what belongs to them.")
    context.exit(1 if losses else 0)


@main.command("export")
@click.option(
    "--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="An empty folder."
)
@_desk
def export_command(folder: Path, seeds: Path, briefings: Path) -> None:
    """Write the site as plain Markdown with front matter, for generators that run no plugins, such as Zensical.

    \b
    Example:
      briefings export --to staged && cd staged && zensical build
    """
    if folder.exists() and any(folder.iterdir()):
        raise PublishedError("folder is not empty", path=folder, expected="a new one")
    desk = Desk(root=Path(), seeds=seeds, briefings=briefings)
    count = 0
    for uri, content in staged(desk, Templates.load(), _site(desk)):
        file = folder / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        count += 1
    click.echo(f"Wrote {count} files into {folder}")


def _site(desk: Desk) -> Site:
    return read_site(desk.root / "mkdocs.yml", desk.briefings / "index.md")


def _document(file: Path, desk: Desk) -> Document:
    """One article of the desk, as the site reads it."""
    if not file.resolve().is_relative_to(desk.seeds.resolve()):
        raise SourceError("article is not on this desk", path=file, expected=f"a file in {desk.seeds}/, or --seeds")
    register = Register.load(desk.actors)
    identity = file.resolve().relative_to(desk.seeds.resolve()).with_suffix("").as_posix()
    return next(read_documents(desk, read_overlays(desk.briefings, desk.root), register, only={identity}))


def _progress(sources: Iterable[Source], known: int) -> Iterator[Source]:
    """Counts articles on the terminal, where there is one and nothing else is written there."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from sources
        return
    with click.progressbar(sources, length=known or None, label="Annotating", file=sys.stderr) as bar:
        yield from bar


class _Piped(msgspec.Struct):
    id: str | int
    text: str
    title: str | None = None
    date: str | None = None


def _piped(lines: IO[str]) -> Iterator[Source]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _piped_source(line, number)


def _piped_source(line: str, number: int) -> Source:
    try:
        given = msgspec.json.decode(line, type=_Piped)
        date = datetime.datetime.fromisoformat(given.date).date() if given.date else None
    except (msgspec.DecodeError, ValueError) as wrong:
        expected = '{"id": "…", "text": "…", "title": "…" or null, "date": "YYYY-MM-DD" or null}'
        problem = f"not an article: {wrong}"
        raise SourceError(problem, path="standard input", line=number, found=line.strip(), expected=expected) from None
    return Source(
        id=str(given.id),
        text=given.text,
        sha256=hashlib.sha256(given.text.encode()).hexdigest(),
        headline=given.title or None,
        date_published=date,
    )
