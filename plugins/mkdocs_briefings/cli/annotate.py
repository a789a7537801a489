"""The command that annotates articles, of a desk or not."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.cli.piped import piped
from mkdocs_briefings.export.annotations import annotations
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source, read_source


@click.command("annotate")
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
    sources = (read_source(file, file.parent) for file in files) if files else piped(sys.stdin)
    for source in _progress(sources, len(files)):
        line = json.dumps(annotations(annotate(source, rules, register)), ensure_ascii=False)
        click.echo(line)


def _progress(sources: Iterable[Source], known: int) -> Iterator[Source]:
    """Counts articles on the terminal, where there is one and nothing else is written there."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from sources
        return
    with click.progressbar(sources, length=known or None, label="Annotating", file=sys.stderr) as bar:
        yield from bar
