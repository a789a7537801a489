"""Commands that list what a person should decide."""

import click

from mkdocs_briefings.cli.desk import desk_options
from mkdocs_briefings.export.undecided import for_the_chronology, for_the_register
from mkdocs_briefings.pipeline import Desk, read_desk


@click.command("actors")
@desk_options
def actors_command(desk: Desk) -> None:
    """List names that are not decided yet, with their sentences, as YAML.

    Put the records you keep below `actors:` in briefings/actors.yml, mended where they are wrong.

    \b
    Example:
      briefings actors | less
    """
    for line in for_the_register(read_desk(desk).actors.undecided):
        click.echo(line)


@click.command("events")
@desk_options
def events_command(desk: Desk) -> None:
    """List events that several articles possibly tell of as one, as YAML.

    Put a record below `same:` in briefings/events.yml to make one entry of them, below `different:` to keep them apart.

    \b
    Example:
      briefings events | less
    """
    for line in for_the_chronology(read_desk(desk).chronology):
        click.echo(line)
