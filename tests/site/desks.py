"""Small desks in temporary folders, built and served by MkDocs as a person would."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

SETTINGS = """
site_name: A desk
site_url: https://example.org/desk/
docs_dir: briefings
theme: {name: material, font: false, custom_dir: overrides}
nav: [{Home: index.md}, {Chronology: chronology/index.md}, {Actors: actors/index.md}]
plugins: [search, briefings]
"""
ARTICLE = """\
Foreign Minister Ana Ruiz met President Tomas Vale in Lima on Friday. “We will sign,” said Ruiz.
Peru imposed a 25% tariff on steel from Chile a day earlier.
"""

OVERLAY = """\
---
sources: [talks]
title: Talks in Lima
date_published: 2025-08-08
---
"""


@dataclass(frozen=True)
class Desk:
    root: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "mkdocs", *arguments]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}

    def build(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command("build", "--site-dir", "site", *arguments),
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    @classmethod
    def made_in(cls, root: Path) -> Self:
        """A desk with one article and its overlay."""
        desk = cls(root)
        desk.write("mkdocs.yml", SETTINGS)
        desk.write("briefings/index.md", "Welcome to the desk.\n")
        desk.write(
            "briefings/talks.md", "---\nsources: [talks]\ntitle: Talks in Lima\ndate_published: 2025-08-08\n---\n"
        )
        desk.write("seeds/talks.txt", ARTICLE)
        desk.write("overrides/.keep", "")
        return desk

    def page(self, address: str) -> str:
        return (self.root / "site" / address / "index.html").read_text(encoding="utf-8")
