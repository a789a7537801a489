"""The `briefings` command."""

from typing import Any

import click

from mkdocs_briefings import __version__
from mkdocs_briefings.cli.annotate import annotate_command
from mkdocs_briefings.cli.article import adopt_command, explain_command
from mkdocs_briefings.cli.edition import edition_command
from mkdocs_briefings.cli.site import check_command, export_command
from mkdocs_briefings.cli.undecided import actors_command, events_command
from mkdocs_briefings.errors import BriefingsError


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


for _command in (
    annotate_command,
    explain_command,
    adopt_command,
    actors_command,
    events_command,
    edition_command,
    check_command,
    export_command,
):
    main.add_command(_command)
