"""Reading vocabularies and patterns: YAML records with examples, and long lists as tab-separated lines."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from mkdocs_briefings.errors import RuleError
from mkdocs_briefings.settings import parse

T = TypeVar("T")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Loading makes some hundred thousand objects that stay; the collector would look through them over and over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def rules_folder(language: str = "en") -> Traversable:
    """Where the rules of a language lie in the installed package."""
    return files("mkdocs_briefings.rules") / language


def watched_folders() -> tuple[Path, ...]:
    """The folders of rules and of the world gazetteer, where a change asks for a new build."""
    package = files("mkdocs_briefings")
    return tuple(folder for name in ("rules", "world") if (folder := Path(str(package / name))).is_dir())


def load_yaml(name: str, into: type[T], language: str = "en") -> T:
    """One rule file, read into its type.

    Raises:
        RuleError: names the file and line, and what is wrong.
    """
    file = rules_folder(language) / name
    return parse(file.read_text(encoding="utf-8"), into, path=Path("rules", language, name), error=RuleError)


def load_table(file: Traversable) -> list[dict[str, str]]:
    """A tab-separated list: lines that start with `#` say source and licence, the first other line names the columns.

    Raises:
        RuleError: a line has more or fewer cells than there are columns.
    """
    columns: list[str] = []
    rows: list[dict[str, str]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
        elif len(cells) != len(columns):
            expected = f"{len(columns)}: {', '.join(columns)}"
            raise RuleError("wrong number of cells", path=file.name, line=number, found=line, expected=expected)
        else:
            rows.append(dict(zip(columns, cells, strict=True)))
    return rows
