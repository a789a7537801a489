"""Commands on the site as a whole."""

from dataclasses import replace
from pathlib import Path

import click

from mkdocs_briefings.cli.desk import desk_options
from mkdocs_briefings.errors import PublishedError
from mkdocs_briefings.export.losses import compare
from mkdocs_briefings.export.published import read_published
from mkdocs_briefings.export.site_settings import read_languages, read_site
from mkdocs_briefings.pages import Site, Templates
from mkdocs_briefings.pipeline import Desk, address_book, staged


@click.command("check")
@click.option("--against", required=True, metavar="URL-OR-FOLDER", help="The site as it was published last.")
@click.option("--first", is_flag=True, help="It is no error that the site at the URL has no addresses yet.")
@desk_options
@click.pass_context
def check_command(context: click.Context, against: str, *, first: bool, desk: Desk) -> None:
    """Find addresses that are public and would vanish with the next edition.

    Holds this desk's pages, anchors, feeds, calendars and data files against the addresses.json of the site as it was
    published last. One line for each that would vanish without a redirect says what to do, and the exit status is 1.
    Former addresses, merged actors and what briefings/moved.yml leads on count as kept.

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
    present = address_book(desk, Templates.load(), replace(_site(desk), url=published.site))
    losses = list(compare(published, present))
    for loss in losses:
        click.echo(loss)
    click.echo(f"{len(losses)} would vanish, of {len(published.pages)} pages and what belongs to them.")
    context.exit(1 if losses else 0)


@click.command("export")
@click.option(
    "--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="An empty folder."
)
@desk_options
def export_command(folder: Path, desk: Desk) -> None:
    """Write the site as plain Markdown with front matter, for generators that run no plugins, such as Zensical.

    \b
    Example:
      briefings export --to staged && cd staged && zensical build
    """
    if folder.exists() and any(folder.iterdir()):
        raise PublishedError("folder is not empty", path=folder, expected="a new one")
    count = 0
    for uri, content in staged(desk, _templates(desk), _site(desk)):
        file = folder / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        count += 1
    click.echo(f"Wrote {count} files into {folder}")


def _templates(desk: Desk) -> Templates:
    return Templates.load(None, *read_languages(desk.root / "mkdocs.yml"))


def _site(desk: Desk) -> Site:
    return read_site(desk.root / "mkdocs.yml", desk.briefings / "index.md")
