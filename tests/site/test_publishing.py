"""The site is published as the README says, and stands whole where it is published."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml

from tests.site.crawl import Document, Walk
from tests.site.deploying import cloned, deploy, git, hosted, with_remote
from tests.site.desks import Desk

WORKFLOW = Path(__file__).parents[2] / ".github/workflows/pages.yml"
FORMER = "---\nsources: [talks]\ntitle: Talks in Lima\ndate_published: 2025-08-08\nformer_addresses: [call]\n---\n"
MERGED = "actors:\n  - {id: piruw, name: Piruw, type: state, merge: [peru]}\n"


@pytest.fixture
def repository(desk: Desk) -> Desk:
    """The desk in a repository of its own, with a bare one as its remote."""
    desk.write("briefings/talks.md", FORMER)
    desk.write("briefings/actors.yml", MERGED)
    desk.write("briefings/CNAME", "desk.example\n")
    with_remote(desk)
    return desk


def test_gh_deploy_publishes_a_site_that_is_whole_in_a_folder_of_its_host(repository: Desk) -> None:
    done = deploy(repository)
    assert done.returncode == 0, done.stderr
    host = repository.root / "host"
    cloned(repository, host / "repo")
    assert (host / "repo/CNAME").read_text(encoding="utf-8") == "desk.example\n"
    assert (host / "repo/.nojekyll").exists()
    with hosted(host) as address:
        walk = Walk(f"{address}repo/").along_every_link()
        assert walk.dead == []
        assert {f"{address}repo/{page}" for page in ("talks/", "actors/piruw/", "chronology/2025/")} <= set(walk.pages)
        assert {f"{address}repo/{file}" for file in ("feed.xml", "talks/briefing.json")} <= walk.files
        for former, now in (("call/", "talks/"), ("actors/peru/", "actors/piruw/")):
            page = Document((host / "repo" / former / "index.html").read_text(encoding="utf-8"))
            ways = {urljoin(f"{address}repo/{former}", target) for target in page.targets}
            assert ways == {f"{address}repo/{now}", f"https://example.org/desk/{now}"}


def test_gh_deploy_again_keeps_the_history_and_the_domain(repository: Desk) -> None:
    assert deploy(repository).returncode == 0
    repository.write("briefings/index.md", "Welcome again.\n")
    assert deploy(repository).returncode == 0
    remote = repository.root / "remote.git"
    assert git(remote, "log", "--format=%s", "gh-pages").count("Deployed") == 2
    assert git(remote, "show", "gh-pages:CNAME") == "desk.example\n"
    assert "Welcome again." in git(remote, "show", "gh-pages:index.html")


def test_gh_deploy_without_an_address_of_the_site_says_so_and_publishes_nothing(repository: Desk) -> None:
    settings = (repository.root / "mkdocs.yml").read_text(encoding="utf-8")
    repository.write("mkdocs.yml", settings.replace("site_url: https://example.org/desk/\n", ""))
    done = deploy(repository)
    assert done.returncode == 1
    assert "`site_url` is not set in mkdocs.yml" in done.stderr
    assert "https://me.github.io/my-desk/" in done.stderr
    assert git(repository.root / "remote.git", "branch", "--list") == ""


@pytest.mark.parametrize("folder", ["", "repo"])
@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_every_link_and_anchor_leads_somewhere_from_the_root_and_from_a_folder(
    desk: Desk, folder: str, directory_urls: str
) -> None:
    settings = (desk.root / "mkdocs.yml").read_text(encoding="utf-8")
    desk.write("mkdocs.yml", f"{settings}use_directory_urls: {directory_urls}\n")
    assert desk.build("--strict").returncode == 0
    host = desk.root / "host" / folder
    host.parent.mkdir(exist_ok=True)
    (desk.root / "site").rename(host)
    with hosted(desk.root / "host") as address:
        walk = Walk(f"{address}{folder}/" if folder else address).along_every_link()
    assert walk.dead == []
    assert len(walk.pages) > 8


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="a.html#here">1</a><a href="gone.html">2</a><a href="a.html#there">3</a>', encoding="utf-8"
    )
    (tmp_path / "a.html").write_text('<p id="here"><img src="gone.png">', encoding="utf-8")
    with hosted(tmp_path) as address:
        dead = Walk(address).along_every_link().dead
    assert len(dead) == 3
    assert sum("404" in line for line in dead) == 2
    assert dead[-1].endswith("a.html#there")


@pytest.fixture
def workflow() -> dict[Any, Any]:
    read = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def test_the_workflow_tests_builds_and_deploys_in_this_order(workflow: dict[Any, Any]) -> None:
    jobs = workflow["jobs"]
    assert list(jobs) == ["build", "deploy"]
    assert jobs["deploy"]["needs"] == "build"
    steps = [step.get("run") or step["uses"] for step in jobs["build"]["steps"]]
    wanted = ["checkout@", "setup-python@", "configure-pages@", "make test", "briefings check", "--strict", "artifact@"]
    assert [part in step for part, step in zip(wanted, steps, strict=True)] == [True] * len(wanted)
    assert [step["uses"] for step in jobs["deploy"]["steps"]] == ["actions/deploy-pages@v5"]
    assert jobs["deploy"]["environment"]["name"] == "github-pages"
    assert workflow[True]["push"] == {"branches": ["main"]}  # YAML reads the key `on` as true
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_the_workflow_may_do_no_more_than_it_must(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["jobs"]["build"]["steps"][0]["with"] == {"persist-credentials": False}


def test_the_workflow_uses_official_actions_by_major_version_and_steps_that_are_there(
    workflow: dict[Any, Any],
) -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    actions = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in actions)
    identities = {step["id"] for job in workflow["jobs"].values() for step in job["steps"] if "id" in step}
    assert set(re.findall(r"steps\.(\w+)\.", text)) <= identities
    runs = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert not any("${{" in run for run in runs)  # what comes from outside is no part of a script


def test_the_workflow_builds_for_the_address_it_publishes_at(workflow: dict[Any, Any], desk: Desk) -> None:
    build = next(step for step in workflow["jobs"]["build"]["steps"] if step.get("name", "").startswith("Build"))
    script = build["run"].replace(".venv/bin/mkdocs", f"{desk.command()[0]} -m mkdocs")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=desk.root,
        env={**desk.environment, "SITE_URL": "https://me.github.io/my-desk"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert 'rel="canonical" href="https://me.github.io/my-desk/talks/"' in desk.page("talks")


EPOCH = {"SOURCE_DATE_EPOCH": "1754611200"}


@pytest.mark.parametrize("dated", [True, False])
def test_builds_on_two_days_and_in_two_folders_are_the_same_to_the_byte(tmp_path: Path, *, dated: bool) -> None:
    one, other = Desk.made_in(tmp_path / "one"), Desk.made_in(tmp_path / "other/deeper")
    for desk in (one, other):
        if not dated:
            (desk.root / "briefings/talks.md").unlink()
    built = built_on("2025-08-09", one, EPOCH)
    assert built == built_on("2031-02-28", other, EPOCH)
    assert Path("addresses.json") in built


def test_the_day_of_the_build_is_the_one_the_test_says(desk: Desk) -> None:
    (desk.root / "briefings/talks.md").unlink()
    assert b"<lastmod>2031-02-28" in built_on("2031-02-28", desk, {})[Path("sitemap.xml")]


def built_on(day: str, desk: Desk, environment: dict[str, str]) -> dict[Path, bytes]:
    """A build that takes another day for today."""
    program = f"import time_machine, mkdocs.__main__\nwith time_machine.travel({day!r}): mkdocs.__main__.cli()"
    done = subprocess.run(
        [sys.executable, "-c", program, "build", "--strict", "--site-dir", "site"],
        cwd=desk.root,
        env={**desk.environment, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    site = desk.root / "site"
    return {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
