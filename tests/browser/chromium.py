"""Which Chromium the browser tests drive: the system's where it works, else Playwright's own.

Run as a program, gets one where there is none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT = (sys.executable, "-m", "playwright")
PLAYWRIGHT_NEEDS = "libatomic1"  # a small Debian comes without it


def find() -> str | None:
    """The path of a Chromium that starts, or None."""
    installed = (path for name in SYSTEM_NAMES if (path := shutil.which(name)))
    return next((path for path in installed if _starts(path)), None) or _playwrights_own()


def arguments() -> list[str]:
    """What Chromium is started with: nothing that asks a host of its maker's for anything."""
    quiet = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet


def _starts(*command: str) -> bool:
    """Ubuntu's `chromium-browser` may be a mere note that there is a snap."""
    return subprocess.run([*command, "--version"], capture_output=True, check=False).returncode == 0


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _ready() -> str | None:
    return find() if _starts(*PLAYWRIGHT) else None


def _install() -> None:
    """From the distribution's packages where we may, else Playwright's own. What fails says so itself."""
    packages = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if packages:
        _run("apt-get", "--quiet", "update")
        for package in (PLAYWRIGHT_NEEDS, "chromium"):
            _run("apt-get", "--quiet", "install", "--yes", "--no-install-recommends", package)
    if not _ready():
        _run(*PLAYWRIGHT, "install", "chromium", *(["--with-deps"] if packages else []))


def _run(*command: str) -> None:
    subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)


def main() -> None:
    if not _ready():
        print("Chromium, or what it takes to drive it, is missing: installing it for the browser tests.", flush=True)
        _install()
    path = _ready()
    if not path:
        sys.exit(f"No Chromium could be installed. Try: sudo apt install chromium {PLAYWRIGHT_NEEDS}")
    print("Chromium:", path)


if __name__ == "__main__":
    main()
