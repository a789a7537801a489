"""A desk in a repository of its own, published as a person would, and served as a host of pages does."""

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.site.desks import Desk

MKDOCS = ("-m", "mkdocs")


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Requests are no news."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def built(desk: Path, site: Path, program: Sequence[str] = MKDOCS, **environment: str) -> Path:
    """A desk's site in a folder; no warning is let pass.

    Args:
        program: what Python runs, if not MkDocs alone.
        environment: on top of what a desk is built in.
    """
    done = subprocess.run(
        [sys.executable, *program, "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=desk,
        env={**Desk(desk).environment, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return site


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def with_remote(desk: Desk) -> None:
    """All of the desk committed, and a bare repository as its remote."""
    git(desk.root, "init", "--quiet", "--initial-branch", "main", ".")
    git(desk.root, "config", "user.name", "A person")
    git(desk.root, "config", "user.email", "person@desk.example")
    git(desk.root, "add", ".")
    git(desk.root, "commit", "--quiet", "--message", "The desk")
    git(desk.root, "init", "--quiet", "--bare", "--initial-branch", "main", "remote.git")
    git(desk.root, "remote", "add", "origin", str(desk.root / "remote.git"))


def deploy(desk: Desk) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        desk.command("gh-deploy", "--strict", "--site-dir", "site"),
        cwd=desk.root,
        env=desk.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def cloned(desk: Desk, folder: Path) -> None:
    """What stands on the published branch."""
    folder.parent.mkdir()
    remote = desk.root / "remote.git"
    git(folder.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), folder.name)
