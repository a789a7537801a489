"""An edition is closed, the desk works on, and the site tells what changed since."""

import pytest
from click.testing import CliRunner, Result

from mkdocs_briefings.cli import main
from tests.site.desks import ARTICLE, Desk

OVERLAY = "---\nsources: [talks]\ntitle: Talks in Lima\ndate_published: 2025-08-08\n{}---\n"


@pytest.fixture
def closed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk that has closed an edition of 8 August, the date of its only briefing."""
    monkeypatch.chdir(desk.root)
    assert close().exit_code == 0
    return desk


def close(*options: str) -> Result:
    return CliRunner().invoke(main, ["edition", *options])


def test_the_site_tells_what_changed_since(closed: Desk) -> None:
    closed.write("briefings/talks.md", OVERLAY.format("status: archived\narchived_on: 2025-08-20\n"))
    closed.write("seeds/visit.txt", "Lima, Aug 21, 2025 - Chile signed an agreement with Peru in Lima on Thursday.\n")
    done = closed.build("--strict")
    assert done.returncode == 0, done.stderr
    page = closed.page("changes")
    assert "Since the edition of 8 August 2025: 1 new briefing, 1 briefing archived" in page
    assert '<meta name="description" content="What A desk says otherwise than in its edition of 8 August 2025' in page
    assert "Since the edition of 8 August 2025" in closed.page("")
    assert "Archived" in closed.page("talks").split("<summary>Since the edition of 8 August 2025")[1]


def test_an_article_that_was_edited_is_told_loudly(closed: Desk) -> None:
    closed.write("seeds/talks.txt", ARTICLE.replace("25%", "35%"))
    assert closed.build("--strict").returncode == 0
    for address in ("", "changes", "talks"):
        assert '<li class="br-alarm"><b>Evidence replaced</b>' in closed.page(address)


def test_the_edition_is_no_page_and_no_file_of_the_site(closed: Desk) -> None:
    assert closed.build("--strict").returncode == 0
    assert "Nothing has changed." in closed.page("")
    assert not list((closed.root / "site").rglob("edition*"))


def test_a_site_with_an_edition_is_the_same_to_the_byte(closed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754611200")
    closed.write("briefings/talks.md", OVERLAY.format("bottom_line: They met.\n"))
    built = []
    for _ in range(2):
        assert closed.build().returncode == 0
        site = closed.root / "site"
        built.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert built[0] == built[1]


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("briefings/edition.json", "Talks in Lima", "Talks", "briefings/edition.json:5: edition was changed after"),
        ("briefings/edition.json", "{\n", ">>>>>>> theirs\n{\n", "briefings/edition.json:1: no JSON"),
        (
            "briefings/talks.md",
            "title: ",
            "status: archived\nsuperseded_by: visit\ntitle: ",
            "briefings/talks.md:4: no such briefing, found 'visit'; expected one of talks",
        ),
    ],
)
def test_what_is_broken_is_one_clear_line_and_leaves_the_last_site(
    closed: Desk, name: str, old: str, new: str, message: str
) -> None:
    good = closed.write("site/index.html", "the last good site")
    closed.write(name, (closed.root / name).read_text(encoding="utf-8").replace(old, new, 1))
    done = closed.build()
    assert done.returncode == 1
    errors = [line for line in done.stderr.splitlines() if "ERROR" in line]
    assert len(errors) == 1, done.stderr
    assert message in errors[0]
    assert good.read_text(encoding="utf-8") == "the last good site"


def test_the_command_says_what_it_did(closed: Desk) -> None:
    assert "Nothing has changed since an edition was closed in briefings/edition.json: 1 briefing," in close().stdout
    closed.write("briefings/talks.md", OVERLAY.format("bottom_line: They met.\n"))
    refused = close()
    assert refused.exit_code == 1
    assert "briefings/edition.json:3: the site said something else" in refused.stderr
    done = close("--on", "2025-08-09", "--note", "In haste.")
    assert "Closed the edition of 2025-08-09 in briefings/edition.json: 1 briefing," in done.stdout
    assert '"note": "In haste."' in (closed.root / "briefings/edition.json").read_text(encoding="utf-8")
    assert close("--replace", "--on", "2025-08-01").exit_code == 0


def test_a_desk_without_dates_must_name_the_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.root)
    (desk.root / "briefings/talks.md").unlink()
    refused = close()
    assert refused.exit_code == 1
    assert "no briefing has a date; expected `--on YYYY-MM-DD`" in refused.stderr
