"""Templates, assets and words of the pages: the package's, with the desk's own laid over them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import jinja2

import mkdocs_briefings
from mkdocs_briefings import markup
from mkdocs_briefings.pages.catalogue import ENGLISH, languages
from mkdocs_briefings.pages.words import Words


@dataclass(frozen=True, slots=True)
class Templates:
    folders: tuple[Path, ...]  # the desk's own first, then the package's
    environment: jinja2.Environment
    words: Words
    frame: str  # the language that the theme writes

    @classmethod
    def load(cls, custom: Path | None = None, language: str | None = None, frame: str = ENGLISH) -> Self:
        """Read the package's templates, and those in `<custom>/briefings/` that replace some of them.

        Args:
            custom: the theme's `custom_dir`.
            language: of the words; None: that of the frame, where there are words in it, else English.
            frame: the language that the theme says it writes.

        Raises:
            LanguageError: there are no words in the language, or they are broken.
        """
        own = custom / "briefings" if custom else None
        folders = (*([own] if own and own.is_dir() else []), _packaged())
        layers = folders[::-1]
        words = Words.load(layers, language or _spoken(frame, languages(layers)))
        return cls(folders, _environment(folders, words, frame), words, frame)

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


def _spoken(frame: str, known: Sequence[str]) -> str:
    """Of "pt-BR" the language itself, else that which it is a kind of, else English."""
    return next((language for language in (frame, frame.partition("-")[0]) if language in known), ENGLISH)


def _environment(folders: tuple[Path, ...], words: Words, frame: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = words.say
    environment.globals["forms"] = lambda key: json.dumps(words.catalogue.forms(key), ensure_ascii=False)
    environment.globals["locale"] = words.catalogue.cldr.tag
    environment.globals["in_language"] = markup.in_language(words.language, words.direction, frame)
    environment.filters["capital"] = lambda words: words[:1].upper() + words[1:]
    environment.filters["day"] = words.day
    environment.filters["dated"] = lambda date, *, short=False: markup.dated(date, words.date(date, short=short))
    environment.filters["told_in"] = lambda told, language: markup.told_in(told, language, words.language)
    environment.filters["number"] = words.number
    environment.filters["prose"] = markup.prose
    environment.filters["slotted"] = markup.slotted
    return environment


def _packaged() -> Path:
    """Inside the package in a wheel, beside the plugins in a working copy."""
    package = Path(mkdocs_briefings.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"
