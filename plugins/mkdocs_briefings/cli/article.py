"""Commands on one article of the desk."""

from pathlib import Path

import click

from mkdocs_briefings.adoption import adopt
from mkdocs_briefings.cli.desk import desk_options
from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.export.explanation import explain
from mkdocs_briefings.overlay import read_overlays
from mkdocs_briefings.pipeline import Desk, read_document

_ARTICLE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("explain")
@click.argument("file", type=_ARTICLE)
@desk_options
def explain_command(file: Path, desk: Desk) -> None:
    """Show how an article of the desk is read: every annotation with its rule, and for names their candidates.

    The desk's dates, actors and corrections are taken into account, as on the site.

    \b
    Example:
      briefings explain seeds/call.txt
    """
    for line in explain(read_document(desk, file)):
        click.echo(line)


@click.command("adopt")
@click.argument("file", type=_ARTICLE)
@click.option("--slug", help="The last part of the briefing's address; made from its title otherwise.")
@desk_options
def adopt_command(file: Path, slug: str | None, desk: Desk) -> None:
    """Write the overlay for an article, to correct, complete and review its briefing.

    \b
    Example:
      briefings adopt seeds/call.txt --slug modi-putin-call
    """
    document = read_document(desk, file)
    taken = [each for each in read_overlays(desk.briefings, Path()) if document.source.id in each.source_ids]
    if taken:
        raise OverlayError("article has a briefing already", path=taken[0].path, found=document.source.id)
    click.echo(f"Wrote {adopt(document, desk.briefings, slug)}")
