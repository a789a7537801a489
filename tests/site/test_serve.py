"""`mkdocs serve` builds anew when the desk changes, keeps the last good site, and never loops."""

import os
import re
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

from mkdocs_briefings.rules.loader import watched_folders
from tests.site.desks import ARTICLE, Desk


class Served:
    """A running `mkdocs serve`; its log is read as it comes."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port, self.log = process, port, ""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.log += line

    def wait(self, pattern: str, since: int = 0, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while not re.search(pattern, self.log[since:]):
            assert time.monotonic() < until, f"no {pattern!r} in:\n{self.log[since:]}"
            assert self.process.poll() is None, self.log
            time.sleep(0.05)

    def get(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", f"/desk/{path}")
        return connection.getresponse().read().decode()

    def builds(self) -> int:
        return self.log.count("Building documentation")


@contextmanager
def served(desk: Desk) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        desk.command("serve", "--dev-addr", f"127.0.0.1:{port}"),
        cwd=desk.root,
        env=desk.environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            running = Served(process, port)
            running.wait("Serving on")
            yield running
        finally:
            process.terminate()


def change_seed(desk: Desk) -> None:
    desk.write("seeds/talks.txt", ARTICLE + "They left.\n")


def add_seed(desk: Desk) -> None:
    desk.write("seeds/more.txt", ARTICLE)


def remove_overlay(desk: Desk) -> None:
    (desk.root / "briefings/talks.md").unlink()


def change_actors(desk: Desk) -> None:
    desk.write("briefings/actors.yml", "actors: []\n")


def change_publishers(desk: Desk) -> None:
    desk.write("briefings/sources.yml", "publishers: []\n")


def change_style(desk: Desk) -> None:
    desk.write("overrides/briefings/assets/briefings.css", ".br-page { color: red }\n")


def change_rule(_desk: Desk) -> None:
    os.utime(watched_folders()[0] / "en" / "sentences.yaml")


CHANGES = (change_seed, add_seed, remove_overlay, change_actors, change_publishers, change_style, change_rule)


def test_every_kind_of_change_is_followed_by_one_build(desk: Desk) -> None:
    desk.write("overrides/briefings/assets/briefings.css", ".br-page { color: blue }\n")
    with served(desk) as running:
        for change in CHANGES:
            before = len(running.log)
            builds = running.builds()
            change(desk)
            running.wait("Reloading browsers", before)
            assert running.builds() == builds + 1, change.__name__
        assert "red" in running.get("assets/briefings.css")
        assert "They left." in running.get("talks/")
        assert "Unreviewed" in running.get("more/")
        quiet = running.builds()
        time.sleep(3)  # longer than MkDocs waits for changes to end: a loop would show
        assert running.builds() == quiet


def test_bad_input_leaves_the_last_good_site_and_says_so(desk: Desk) -> None:
    with served(desk) as running:
        before = len(running.log)
        desk.write("seeds/empty.txt", "")
        running.wait("last good site is still being served", before)
        assert "seeds/empty.txt:1: article is empty" in running.log
        assert "Talks in Lima" in running.get("talks/")
        before = len(running.log)
        (desk.root / "seeds/empty.txt").unlink()
        running.wait("Reloading browsers", before)
        assert "Talks in Lima" in running.get("talks/")
