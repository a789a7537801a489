"""Desks beside that of this repository, as other people will have them: hardly begun, and grown large."""

import datetime
import shutil
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
LARGE = 200  # briefings

_STATES = ["India", "Russia", "China", "Norway", "Peru", "Kenya", "Japan", "France", "Brazil", "Egypt", "Canada"]
_CITIES = ["New Delhi", "Moscow", "Beijing", "Oslo", "Lima", "Nairobi", "Tokyo", "Paris", "Cairo"]
_SENTENCES = [
    "{one} and {other} signed an agreement in {city} on {day}. “We are satisfied,” said Foreign Minister Ana Quispe.",
    "{one} imposed a tariff of {number}% on steel from {other} on {day}. {other} is to answer next month.",
    "{one} accused {other} on {day} of breaking the agreement of {city}. {other} denied that it had done so.",
    "Officials of {one} met officials of {other} in {city} on {day}, nearly a year after their last meeting.",
]


def empty(desk: Path) -> None:
    """Settings and pages by hand as this repository has them, and no articles."""
    (desk / "seeds").mkdir(parents=True)
    (desk / "briefings").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", desk)
    shutil.copytree(ROOT / "briefings" / "about", desk / "briefings" / "about")
    (desk / "briefings" / "index.md").write_text("A desk.\n", encoding="utf-8")


def small(desk: Path) -> None:
    """With a long word, and with names and a sentence in other scripts."""
    write(
        desk,
        "talks",
        datetime.date(2025, 3, 14),
        "Norway and Peru met in Lima on Friday. The Donaudampfschifffahrtselektrizitätenhauptbetriebswerkgesellschaft "
        "of Austria sent Владимир Иванов and 李常傑.\n\nالتقى الوزير المصري نظيره السوداني في القاهرة يوم الخميس.\n",
    )


def searched(desk: Path) -> None:
    """With actors of several names, and with words that a browser could take for an element."""
    actors = "actors:\n  - {id: ana-ruiz, name: Ana Ruiz, type: person, aliases: [Anita Ruiz]}\n"
    (desk / "briefings" / "actors.yml").write_text(actors, encoding="utf-8")
    told = {
        "talks": "# Talks in Lima\n\nForeign Minister Ana Ruiz met PM Modi in Lima on Friday. "
        "Peru imposed a 25% tariff on nickel a day earlier.\n\nThe Kremlin said that it was “satisfied” with Modi.",
        "assembly": "# The Assembly meets\n\nThe UN General Assembly met in New York. Prime Minister Narendra Modi "
        "spoke of the World Health Organization (WHO), and a delegate wrote <img src=x onerror=fail()> on the board.",
    }
    for name, text in told.items():
        write(desk, name, datetime.date(2025, 3, 14), text)


def searched_by_pagefind(desk: Path) -> None:
    searched(desk)
    settings = desk / "mkdocs.yml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(
        said.replace("  - search\n", "").replace("  - briefings\n", "  - briefings: {search: pagefind}\n"),
        encoding="utf-8",
    )


def large(desk: Path) -> None:
    day = datetime.date(2019, 1, 7)
    for number in range(LARGE):
        given = islice(cycle(_STATES), number % len(_STATES), None)
        one, other = next(given), next(islice(given, number % 4, None))
        city = _CITIES[number % len(_CITIES)]
        told = (_SENTENCES[(number + part) % len(_SENTENCES)] for part in range(3))
        write(
            desk,
            f"article-{number:03}",
            day,
            "\n\n".join(
                line.format(one=one, other=other, city=city, day=f"{day:%A}", number=5 + number % 90) for line in told
            ),
        )
        day += datetime.timedelta(days=13)


def write(desk: Path, name: str, day: datetime.date, text: str) -> None:
    (desk / "seeds" / f"{name}.md").write_text(f"---\ndate_published: {day}\n---\n\n{text}\n", encoding="utf-8")
