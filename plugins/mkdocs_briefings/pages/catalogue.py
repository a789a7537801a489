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
from mkdocs_briefings.settings import line_of, parse, read_text

ENGLISH = "en"
# Keys that only some languages need, with the values that the pages give to their words.
_OF_ONE_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "locale": (),
    "date.month_short.": (),
    "date.in_": ("date", "year"),
    "actor.of.": (),
}
_ORDINAL = "date.ordinal"
_PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))
_FORMS = _PLURALS | {"day", "month", "season", "year", "decade", "century"}
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
        model = _Model(_merged(folders[:1], ENGLISH))
        english = _merged(folders, ENGLISH, model)
        own = english if language == ENGLISH else _merged(folders, language, model)
        cldr = Cldr.of(own.get("locale", language))
        shared = {key: words for key, words in english.items() if not key.startswith(tuple(_OF_ONE_LANGUAGE))}
        needed = _needed(shared, cldr)
        # The forms of a key are of one language: English parts "21st" from "24th", and another may not. All fall back
        # on `other`, so one that lacks it lacks them all.
        parted = _parted(english)
        whole = {base for base in parted if f"{base}.other" in own}
        own = {key: words for key, words in own.items() if _base(key) not in parted - whole}
        lent = {key: words for key, words in shared.items() if _base(key) not in whole}
        return cls(
            language=language,
            entries={**lent, **own, "language": language},
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

    def forms(self, key: str) -> dict[str, str]:
        """The words of a key in each plural form of the language, for a script that counts: braces stay in them."""
        return {name: self.entries[self.form(key, name)] for name in sorted(self.cldr.plurals)}

    def form(self, key: str, name: str) -> str:
        """The key of one of the forms that words take, where the language parts it from the others."""
        form = f"{key}.{name}"
        return form if form in self.entries else f"{key}.other"


def languages(folders: Iterable[Path]) -> list[str]:
    return sorted({file.stem for folder in folders for file in (folder / "words").glob("*.yaml")})


@dataclass(frozen=True, slots=True)
class _Model:
    """The package's English, which tells what values the pages give to the words of a key."""

    english: Mapping[str, str]

    def misfit(self, key: str, words: object) -> str | None:
        """What good words are, where these ask for a value that they do not get, or are none."""
        if not isinstance(words, str):
            return "words, in quotation marks where they look like something else"
        try:
            fields = [field for field in Formatter().parse(words) if field[1] is not None]
        except ValueError:  # a brace without its fellow
            return "braces in pairs"
        if any(spec or conversion for _, _, spec, conversion in fields):
            return "nothing but a name in braces, such as {n}"
        given = self._given(key)
        if given is None or {name for _, name, _, _ in fields} <= given:
            return None
        return f"braces around {', '.join(sorted(given)) or 'nothing'}"

    def _given(self, key: str) -> set[str] | None:
        """The values that words of a key are given; None where the key is the desk's own."""
        base, _, form = key.rpartition(".")
        counted = {_COUNTED} if form in _PLURALS and {f"{base}.one", f"{base}.other"} <= self.english.keys() else set()
        models = [key, f"{base}.other"] if form in _FORMS else [key]
        if known := [self.english[model] for model in models if model in self.english]:
            return counted.union(*map(_names, known))
        return next((set(values) for start, values in _OF_ONE_LANGUAGE.items() if key.startswith(start)), None)


def _merged(folders: Iterable[Path], language: str, model: _Model | None = None) -> dict[str, str]:
    """Raises LanguageError, with the file, where one of them is broken or does not fit the model."""
    entries: dict[str, str] = {}
    for folder in folders:
        file = folder / "words" / f"{language}.yaml"
        if file.is_file():
            text = read_text(file, shown=file, error=LanguageError)
            for steps, words in _leaves(parse(text, dict[str, Any], path=file, error=LanguageError)):
                key = ".".join(steps)
                if model and (expected := model.misfit(key, words)):
                    line = line_of(text, steps)
                    raise LanguageError(
                        f"`{key}` does not fit", path=file, line=line, found=str(words), expected=expected
                    )
                entries[key] = words
    return entries


def _leaves(tree: Mapping[Any, Any], *steps: str) -> Iterator[tuple[list[str], Any]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, *steps, str(key))
        else:
            yield [*steps, str(key)], value


def _base(key: str) -> str:
    return key.rpartition(".")[0]


def _names(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def _parted(english: Mapping[str, str]) -> set[str]:
    """Keys whose words take several forms, such as `one` and `other`."""
    forms: dict[str, set[str]] = {}
    for key in english:
        base, _, form = key.rpartition(".")
        forms.setdefault(base, set()).add(form)
    return {base for base, found in forms.items() if "other" in found <= _FORMS}


def _needed(english: Mapping[str, str], cldr: Cldr) -> list[str]:
    """The keys of English, with the plural forms of the language in the place of the English ones."""
    keys: dict[str, None] = {}
    for key in english:
        base, _, form = key.rpartition(".")
        if form in _PLURALS and f"{base}.one" in english and f"{base}.other" in english:
            plurals = cldr.ordinals if base == _ORDINAL else cldr.plurals
            keys.update(dict.fromkeys(f"{base}.{plural}" for plural in sorted(plurals)))
        else:
            keys[key] = None
    return list(keys)
