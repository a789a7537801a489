"""What a change to the rules gains and loses on gold sets, side by side with an earlier commit.

    python benchmarks/gains.py [--base REV] [--sets NAME,NAME] [--limit N] [--show N]

Annotates each set twice, with the rules as they stand and as they stood at REV (HEAD by default), and prints what
is newly right (+), no longer right (-), newly claimed wrongly (!) and no longer claimed wrongly (~), each with its
words in context. Sets are JSON lines of {"id", "text", "title"?, "date"? or "dct"?} with gold "entities", "timexes"
or "quotes"; they lie outside this project.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared/evaluation/data"
SETS = (
    "names_worldwide_newswire",
    "names_conllpp_reuters2020",
    "names_conll03_testb_aida",
    "names_crossner_politics",
    "meantime",
    "timebank",
    "aquaint",
    "quotes_polnear",
)
PLACES = {"GPE": "LOC", "COUNTRY": "LOC"}
LEFT = re.compile(r"[\s\"“‘'(`]*(?:(?:the|an?)\s+)?", re.IGNORECASE)
RIGHT = re.compile(r"(?:\s?['’]s)?[\s.,;:\"”’)!?]*$")
ANNOTATE = "from mkdocs_briefings.cli import main; main(['annotate'])"

Item = tuple[str, int, int, str]  # document, start, end, what is said of it


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", default="HEAD", help="the commit to compare with")
    parser.add_argument("--sets", default=",".join(SETS), help="names of sets, parted by commas")
    parser.add_argument("--limit", type=int, help="only so many documents of each set")
    parser.add_argument("--show", type=int, default=10, help="how many of each kind to print")
    options = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"The gold sets are not part of this project, and there is no folder {os.path.relpath(DATA)} here.")
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder, "before")
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", before, options.base], cwd=ROOT, check=True)
        try:
            for name in options.sets.split(","):
                lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[: options.limit]
                compare(name, [json.loads(line) for line in lines], before, options.show)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", before], cwd=ROOT, check=True)


def compare(name: str, records: list[dict[str, Any]], before: Path, show: int) -> None:
    gold = {item for record in records for item in wanted(record)}
    old, new = (annotated(records, tree, name) for tree in (before, ROOT))
    changes = {
        "+ newly right": (new & gold) - old,
        "- no longer right": (old & gold) - new,
        "! newly claimed wrongly": new - gold - old,
        "~ no longer claimed wrongly": old - gold - new,
    }
    print(f"\n{name}: {len(old & gold)} → {len(new & gold)} right of {len(gold)}, {len(old)} → {len(new)} claimed")
    texts = {str(record["id"]): record["text"] for record in records}
    for label, items in changes.items():
        print(f"  {label}: {len(items)}")
        for document, start, end, said in sorted(items)[:show]:
            print(f"    {label[0]} {said:<12} {in_context(texts[document], start, end)}  ({document})")


def wanted(record: dict[str, Any]) -> Iterable[Item]:
    document, text = str(record["id"]), record["text"]
    if "timexes" in record:
        return ((document, t["start"], t["end"], t["value"]) for t in record["timexes"])
    if "quotes" in record:
        return ((document, *trimmed(text, q["start"], q["end"]), "quotation") for q in record["quotes"])
    kinds = (PLACES.get(e["type"], e["type"]) for e in record["entities"])
    spans = (trimmed(text, e["start"], e["end"]) for e in record["entities"])
    return ((document, *span, kind) for span, kind in zip(spans, kinds, strict=True) if kind in ("PER", "ORG", "LOC"))


def annotated(records: list[dict[str, Any]], tree: Path, name: str) -> set[Item]:
    given = "".join(
        json.dumps({**{key: record.get(key) for key in ("id", "text", "title")}, "date": dated(record)}) + "\n"
        for record in records
    )
    done = subprocess.run(
        [sys.executable, "-c", ANNOTATE],
        input=given,
        env={**os.environ, "PYTHONPATH": str(tree / "plugins")},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    texts = {str(record["id"]): record["text"] for record in records}
    return {item for answer in map(json.loads, done.stdout.splitlines()) for item in claimed(answer, texts, name)}


def dated(record: dict[str, Any]) -> str | None:
    return record.get("dct") or record.get("date")


def claimed(answer: dict[str, Any], texts: dict[str, str], name: str) -> Iterable[Item]:
    document = str(answer["id"])
    text = texts[document]
    if name.startswith("names"):
        for m in answer["mentions"]:
            kind = PLACES.get(m["type"], m["type"])
            if kind in ("PER", "ORG", "LOC"):
                yield document, *trimmed(text, m["start"], m["end"]), kind
    elif name.startswith("quotes"):
        for q in answer["quotations"]:
            yield document, *trimmed(text, q["start"], q["end"]), "quotation"
    else:
        for t in answer["timexes"]:
            yield document, t["start"], t["end"], t["value"]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without an article in front, a possessive or marks at the edges."""
    opening = LEFT.match(text, start, end)
    start = opening.end() if opening and opening.end() < end else start
    return start, start + len(RIGHT.sub("", text[start:end]))


def in_context(text: str, start: int, end: int) -> str:
    around = text[max(0, start - 40) : start], text[start:end], text[end : end + 40]
    return " ".join(f"…{around[0]}[{around[1]}]{around[2]}…".split())


if __name__ == "__main__":
    main()
