"""Where the desk is, as every command but `annotate` asks."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from mkdocs_briefings.pipeline import Desk


def desk_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say where the desk is; the command gets it as `desk`."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)

    @click.option("--seeds", default="seeds", show_default=True, type=folder, help="Folder of source articles.")
    @click.option("--briefings", default="briefings", show_default=True, type=folder, help="The docs_dir.")
    @wraps(command)
    def with_desk(*arguments: Any, seeds: Path, briefings: Path, **options: Any) -> None:
        command(*arguments, desk=Desk(root=Path(), seeds=seeds, briefings=briefings), **options)

    return with_desk
