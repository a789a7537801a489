"""The command that closes an edition."""

import datetime
from collections.abc import Sized

import click

from mkdocs_briefings.changes import ClosedEdition, Snapshot, close
from mkdocs_briefings.cli.desk import desk_options
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.errors import EditionError
from mkdocs_briefings.pipeline import Desk, read_desk


@click.command("edition")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day of the edition; that of the newest briefing or review otherwise.",
)
@click.option("--note", help="How it came about, for readers.")
@click.option("--replace", is_flag=True, help="Take the place of an edition of the same day, or of a later one.")
@desk_options
def edition_command(on: datetime.datetime | None, note: str | None, *, replace: bool, desk: Desk) -> None:
    """Close an edition: from now on the site tells what changed since.

    Writes what the site says today to briefings/edition.json, in place of the edition closed before, which your
    version control keeps. Close an edition when you have published it.

    \b
    Examples:
      briefings edition
      briefings edition --on 2025-12-06 --note "The week of the summit."
    """
    corpus = read_desk(desk)
    day = on.date() if on else _newest(corpus)
    if day is None:
        raise EditionError("no briefing has a date", path=desk.briefings, expected="`--on YYYY-MM-DD`")
    edition = ClosedEdition.saying(Snapshot.of(corpus), day, note)
    told = f"{_count(edition.said.briefings, 'briefing')}, {_count(edition.said.events, 'event')}"
    if close(edition, desk.edition, desk.root, replace=replace):
        click.echo(f"Closed the edition of {day} in {desk.edition}: {told}")
    else:
        click.echo(f"Nothing has changed since an edition was closed in {desk.edition}: {told}")


def _count(records: Sized, name: str) -> str:
    return f"{len(records)} {name}{'' if len(records) == 1 else 's'}"


def _newest(corpus: Corpus) -> datetime.date | None:
    """The day of the newest briefing or review; never that on which the command runs."""
    return max((briefing.updated for briefing in corpus.briefings if briefing.updated), default=None)
