"""Templates, assets and words of the pages: the package's, with the desk's own laid over them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import jinja2
import yaml

import mkdocs_briefings
from mkdocs_briefings import markup
from mkdocs_briefings.dates import PartialDate

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every word the pages say for themselves, by dotted keys; one file a language."""

    entries: Mapping[str, str]

    @classmethod
    def load(cls, files: list[Path]) -> Self:
        """Later files outweigh earlier ones."""
        entries: dict[str, str] = {}
        for file in files:
            entries.update(_flat(yaml.safe_load(file.read_text(encoding="utf-8")) or {}))
        return cls(entries)

    def say(self, key: str, count: int | None = None, /, **values: object) -> str:
        """The words of a key, with values in their places.

        Args:
            count: picks the key's `one` or `other`, and stands for `{n}`.

        Raises:
            KeyError: the catalogue has no such key.
        """
        if count is None:
            return self.entries[key].format(**values)
        return self.entries[f"{key}.{'one' if count == 1 else 'other'}"].format(n=f"{count:,}", **values)


@dataclass(frozen=True, slots=True)
class Templates:
    folders: tuple[Path, ...]  # the desk's own first, then the package's
    environment: jinja2.Environment
    words: Catalogue

    @classmethod
    def load(cls, custom: Path | None = None) -> Self:
        """Read the package's templates, and those in `<custom>/briefings/` that replace some of them.

        Args:
            custom: the theme's `custom_dir`.
        """
        own = custom / "briefings" if custom else None
        folders = (*([own] if own and own.is_dir() else []), _packaged())
        catalogues = [folder / "words" / f"{LANGUAGE}.yaml" for folder in reversed(folders)]
        words = Catalogue.load([file for file in catalogues if file.is_file()])
        return cls(folders, _environment(folders, words), words)

    def render(self, template: str, **context: Any) -> str:
        return self.environment.get_template(template).render(context)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Style sheet and script, with the address each has on the site: `assets/briefings.css`."""
        files: dict[str, Path] = {}
        for folder in reversed(self.folders):
            found = (path for path in sorted((folder / "assets").glob("*")) if path.is_file())
            files.update((path.relative_to(folder).as_posix(), path) for path in found)
        for uri, path in files.items():
            yield uri, path.read_bytes()


def _environment(folders: tuple[Path, ...], words: Catalogue) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = words.say
    environment.filters["day"] = lambda day, *, short=False: PartialDate.day(day).words(short=short)
    environment.filters["dated"] = markup.dated
    environment.filters["prose"] = markup.prose
    environment.filters["slotted"] = markup.slotted
    return environment


def _packaged() -> Path:
    """Inside the package in a wheel, beside the plugins in a working copy."""
    package = Path(mkdocs_briefings.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat
