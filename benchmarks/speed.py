"""How fast the passes are: words a second on one core, and each pass's share of the time.

    python benchmarks/speed.py [FOLDER]

Annotates every article below FOLDER (seeds/ by default), over and over for some seconds. Words a second differ
from machine to machine; the ratio to plain tokenising, measured in the same run, hardly does.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

from mkdocs_briefings.annotate import PASSES
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import read_sources
from mkdocs_briefings.text import Tokens

SECONDS = 5.0


def main() -> None:
    started = time.perf_counter()
    rules, register = Rules.load(), Register.load()
    print(f"rules and register loaded in {time.perf_counter() - started:.2f} s")
    sources = list(read_sources(Path(sys.argv[1] if len(sys.argv) > 1 else "seeds"), Path()))
    spent: dict[str, float] = defaultdict(float)
    words = 0
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        for source in sources:
            words += len(source.text.split())
            before = time.perf_counter()
            Tokens.of(source.text)
            spent["(tokenising)"] += time.perf_counter() - before
            document = Document(source=source)
            for name, apply in PASSES:
                before = time.perf_counter()
                document = apply(document, rules, register)
                spent[name] += time.perf_counter() - before
    tokenising = spent.pop("(tokenising)")
    total = sum(spent.values())
    print(f"{words / total:,.0f} words a second; {total / tokenising:.1f} times as long as tokenising alone")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:<11} {100 * seconds / total:5.1f} %  {words / seconds:>12,.0f} words a second")


if __name__ == "__main__":
    main()
