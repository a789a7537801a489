"""The catalogue of words: every word that the pages say for themselves, one file a language.

A language is a file `words/<language>.yaml`, in the package or in a desk's own templates. English is complete; where
another lacks a key, English stands in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, Self

from mkdocs_briefings.errors import LanguageError
from mkdocs_briefings.pages.cldr import Cldr
from mkdocs_briefings.settings import parse, read_text

ENGLISH = "en"
_OF_ONE_LANGUAGE = ("locale", "date.month_short.", "date.in_", "actor.of.")  # keys that only some languages need
_ORDINALS = "date.ordinal."
_COUNTED = "n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The words of one language, by dotted keys."""

    language: str  # as HTML names it: "en", "pt-BR"
    entries: Mapping[str, str]
    missing: tuple[str, ...]  # keys for which English stands in
    size: int  # how many keys the language needs
    cldr: Cldr

    @classmethod
    def load(cls, folders: Sequence[Path], language: str) -> Self:
        """Read a language.

        Args:
            folders: templates; the words of a later one outweigh those of an earlier one.

        Raises:
            LanguageError: nowhere is such a language, or a file of it is broken.
        """
        known = languages(folders)
        if language not in known:
            raise LanguageError("no words in the language", found=language, expected=f"one of {', '.join(known)}")
        english = _merged(folders, ENGLISH)
        own = english if language == ENGLISH else _merged(folders, language)
        _check(own, english, language)
        cldr = Cldr.of(own.get("locale", language))
        shared = {key: words for key, words in english.items() if not key.startswith(_OF_ONE_LANGUAGE)}
        needed = _needed(shared, cldr)
        return cls(
            language=language,
            entries={**shared, **own, "language": language},
            missing=tuple(key for key in needed if key not in own),
            size=len(needed),
            cldr=cldr,
        )

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def say(self, key: str, count: int | None = None, /, **values: object) -> str:
        """The words of a key, with values in their places.

        Args:
            count: picks the key's plural form, and stands for `{n}`.

        Raises:
            KeyError: the catalogue has no such key.
        """
        if count is None:
            number = values.get(_COUNTED)
            told = {_COUNTED: self.cldr.number(number)} if isinstance(number, int) else {}
            return self.entries[key].format(**{**values, **told})
        form = self.form(key, self.cldr.plural(count))
        return self.entries[form].format(n=self.cldr.number(count), **values)

    def form(self, key: str, name: str) -> str:
        """The key of one of the forms that words take, where the language parts it from the others."""
        form = f"{key}.{name}"
        return form if form in self.entries else f"{key}.other"


def languages(folders: Iterable[Path]) -> list[str]:
    return sorted({file.stem for folder in folders for file in (folder / "words").glob("*.yaml")})


def _merged(folders: Iterable[Path], language: str) -> dict[str, str]:
    """Raises LanguageError, with the file, where one of them is broken."""
    entries: dict[str, str] = {}
    for folder in folders:
        file = folder / "words" / f"{language}.yaml"
        if file.is_file():
            text = read_text(file, shown=file, error=LanguageError)
            entries.update(_flat(parse(text, dict[str, Any], path=file, error=LanguageError)))
    return entries


def _flat(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def _check(own: Mapping[str, str], english: Mapping[str, str], language: str) -> None:
    """Raises LanguageError where words ask for a value that the pages do not give them."""
    for key, words in own.items():
        model = english.get(key, english.get(f"{key.rpartition('.')[0]}.other"))
        if model is None:
            continue  # the desk's own, or a language's
        try:
            fits = _names(words) <= {*_names(model), _COUNTED}
        except ValueError:  # a brace without its fellow
            fits = False
        if not fits:
            expected = f"braces around {', '.join(sorted(_names(model))) or 'nothing'}"
            path = f"words/{language}.yaml"
            raise LanguageError(f"`{key}` does not fit", path=path, found=words, expected=expected)


def _names(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def _needed(english: Mapping[str, str], cldr: Cldr) -> list[str]:
    """The keys of English, with the plural forms of the language in the place of the English ones."""
    keys: dict[str, None] = {}
    for key in english:
        base, _, form = key.rpartition(".")
        if form in ("one", "two", "few", "many") and f"{base}.other" in english:
            plurals = () if key.startswith(_ORDINALS) else sorted(cldr.plurals)
            keys.update(dict.fromkeys(f"{base}.{plural}" for plural in plurals))
        else:
            keys[key] = None
    return list(keys)
