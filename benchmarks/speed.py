"""How fast the passes are: words a second on one core, and each pass's share of the time.

    python benchmarks/speed.py [FOLDER | FILE.jsonl]

Annotates every article below FOLDER (seeds/ by default), or every line of a file as `briefings annotate` reads it,
over and over for some seconds. Words a second differ from machine to machine; the ratio to plain tokenising,
measured in the same run, hardly does. Loading is the best of several fresh interpreters with compiled bytecode, as an
installed package has it, up to the first text annotated.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mkdocs_briefings.annotate import PASSES
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source, read_sources
from mkdocs_briefings.text import Tokens

SECONDS = 5.0
INTERPRETERS = 5
LOADING = """
import time
started = time.perf_counter()
from mkdocs_briefings.annotate import annotate
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.source import Source
imported = time.perf_counter()
rules = Rules.load()
ruled = time.perf_counter()
register = Register.load()
registered = time.perf_counter()
annotate(Source(id="1", text="Peru left the talks on Friday, Orra's envoy said.", sha256=""), rules, register)
print(imported - started, ruled - imported, registered - ruled, time.perf_counter() - registered)
"""


def main() -> None:
    imports, rules, register, text = loading()
    loaded = imports + rules + register
    print(f"loaded in {loaded:.2f} s: imports {imports:.2f}, rules {rules:.2f}, register {register:.2f}")
    print(f"first short text annotated in another {text:.2f} s")
    words, spent = annotating(list(articles(Path(sys.argv[1] if len(sys.argv) > 1 else "seeds"))))
    tokenising = spent.pop("(tokenising)")
    total = sum(spent.values())
    print(f"{words / total:,.0f} words a second; {total / tokenising:.1f} times as long as tokenising alone")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:<11} {100 * seconds / total:5.1f} %  {words / seconds:>12,.0f} words a second")


def loading() -> list[float]:
    """Seconds for imports, rules, register and a short text, each the best of several fresh interpreters."""
    with tempfile.TemporaryDirectory() as bytecode:  # written by the first, read by the others
        compiled = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-c", LOADING]
        runs = [
            subprocess.run(command, env=compiled, check=True, capture_output=True, text=True).stdout.split()
            for _ in range(INTERPRETERS)
        ]
    return [min(map(float, part)) for part in zip(*runs, strict=True)]


def articles(path: Path) -> Iterator[Source]:
    if path.is_dir():
        yield from read_sources(path, Path())
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        read = json.loads(line)
        date = datetime.date.fromisoformat(read["date"]) if read.get("date") else None
        yield Source(id=read["id"], text=read["text"], sha256="", headline=read.get("title"), date_published=date)


def annotating(sources: list[Source]) -> tuple[int, dict[str, float]]:
    """The words annotated, and the processor seconds that each pass took."""
    rules, register = Rules.load(), Register.load()
    spent: dict[str, float] = defaultdict(float)
    words = 0
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        for source in sources:
            words += len(source.text.split())
            before = time.process_time()
            Tokens.of(source.text)
            spent["(tokenising)"] += time.process_time() - before
            document = Document(source=source)
            for name, apply in PASSES:
                before = time.process_time()
                document = apply(document, rules, register)
                spent[name] += time.process_time() - before
    return words, spent


if __name__ == "__main__":
    main()
