"""How much of the gold the rules find: right, claimed and wanted of every kind.

`python -m tests.golden.scoring [--held | --read] [--show KIND] [FILES]` prints a table of precision, recall and F1
for the half that may be read, the held half and the desk's own articles, and with --show each error of a kind.
Errors of the held half are shown only with --held, so that nobody reads them by chance.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from tests.golden.gold import ARTICLES, ROOT, Gold, load_gold
from tests.golden.kinds import KINDS, Item, Kind, plain


@dataclass(frozen=True, slots=True)
class Errors:
    """Of one article and kind: how many were right, and what was missed or claimed wrongly."""

    right: int
    missed: tuple[Item, ...]
    wrong: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Score:
    right: int = 0
    claimed: int = 0
    wanted: int = 0

    def __add__(self, errors: Errors) -> "Score":
        return Score(
            self.right + errors.right,
            self.claimed + errors.right + len(errors.wrong),
            self.wanted + errors.right + len(errors.missed),
        )

    @property
    def precision(self) -> float:
        return self.right / self.claimed if self.claimed else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.claimed + self.wanted) if self.right else 0.0


def compare(kind: Kind, gold: Gold, document: Document, register: Register) -> Errors:
    """Pair what is wanted with what is claimed, each once, in the order of the text."""
    left = list(kind.claimed(document, gold, register))
    missed = []
    right = 0
    for item in kind.wanted(gold):
        match = next((other for other in left if kind.meets(item.span, other.span) and item.told == other.told), None)
        if match:
            left.remove(match)
            right += 1
        else:
            missed.append(item)
    return Errors(right, tuple(missed), tuple(left))


@dataclass(frozen=True, slots=True)
class Scored:
    gold: Gold
    document: Document
    errors: dict[str, Errors]

    @property
    def group(self) -> str:
        return "desk" if self.gold.is_of_the_desk else "held" if self.gold.held else "read"


def score(golds: Iterable[Gold]) -> list[Scored]:
    """Annotate each article as the desk would, and compare the outcome with its gold."""
    rules, register = Rules.load(), Register.load(ROOT / "briefings/actors.yml")
    scored = []
    for gold in golds:
        document = annotate(gold.source, rules, register)
        errors = {name: compare(kind, gold, document, register) for name, kind in KINDS.items()}
        scored.append(Scored(gold, document, errors))
    return scored


def totals(scored: Iterable[Scored]) -> dict[str, dict[str, Score]]:
    """The figures by group and kind, groups without an article left out."""
    sums: dict[str, dict[str, Score]] = defaultdict(lambda: dict.fromkeys(KINDS, Score()))
    for one in scored:
        for kind, errors in one.errors.items():
            sums[one.group][kind] += errors
    return {group: sums[group] for group in ("read", "held", "desk") if group in sums}


def _table(scored: Sequence[Scored]) -> Iterator[str]:
    for group, kinds in totals(scored).items():
        count = sum(one.group == group for one in scored)
        yield f"{group} ({count} articles)   right claimed wanted     P     R    F1"
        for kind, total in kinds.items():
            percent = f"{total.precision:6.1%}{total.recall:6.1%}{total.f1:6.1%}".replace("%", " ")
            yield f"  {kind:17}{total.right:10}{total.claimed:8}{total.wanted:7}  {percent}"


def _shown(one: Scored, kind: str) -> Iterator[str]:
    errors, text = one.errors[kind], one.document.text
    marked = [("missed", item) for item in errors.missed] + [("wrong ", item) for item in errors.wrong]
    for mark, item in sorted(marked, key=lambda pair: pair[1].span):
        told = ", ".join(str(value) for value in item.told)
        yield f"{one.gold.path.stem}: {mark} {plain(item.span.of(text))!r} {told}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.golden.scoring", description=__doc__)
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--held", action="store_const", dest="half", const="held", help="only the held half")
    half.add_argument("--read", action="store_const", dest="half", const="read", help="only the half that may be read")
    parser.add_argument("--show", choices=KINDS, metavar="KIND", help="each error of a kind: " + ", ".join(KINDS))
    parser.add_argument("files", nargs="*", type=Path, metavar="FILES", help="gold files; all of them if none is given")
    options = parser.parse_args(arguments)
    scored = score(load_gold(path) for path in options.files or sorted(ARTICLES.glob("*.yaml")))
    chosen = [one for one in scored if options.half in (None, one.group)]
    lines = list(_table(chosen))
    if options.show:
        for one in chosen:
            if one.group != "held" or options.half == "held":
                lines += _shown(one, options.show)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
