"""The `briefings` command, as a person or a program uses it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_briefings.cli import main

ARTICLE = "Peru left the talks on Friday. “We are done,” said Ana Ruiz."


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def test_articles_come_by_pipe_and_leave_as_json_in_the_public_form() -> None:
    lines = [json.dumps({"id": number, "text": ARTICLE, "date": "2025-08-08"}) for number in (1, 2)]
    result = run("annotate", given="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["1", "2"]
    assert set(answers[0]) == {"id", "mentions", "actors", "timexes", "quotations", "quantities", "events"}
    assert [ARTICLE[t["start"] : t["end"]] for t in answers[0]["timexes"]] == ["Friday"]


def test_articles_come_as_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    result = run("annotate", str(tmp_path / "a.txt"))
    assert json.loads(result.stdout)["id"] == "a"


@pytest.mark.parametrize(
    "line",
    ["not json", '{"id": "a"}', '["a"]', '{"id": "a", "text": 3}', '{"id": "a", "text": "b", "date": "soon"}'],
)
def test_a_line_that_is_no_article_is_named(line: str) -> None:
    result = run("annotate", given='{"id": "a", "text": "b"}\n' + line + "\n")
    assert result.exit_code == 1
    assert "standard input:2: not an article" in result.stderr


def test_a_broken_article_is_one_line_and_exit_status_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    result = run("annotate", str(tmp_path / "a.txt"))
    assert result.exit_code == 1
    assert "a.txt:1: article is empty" in result.stderr
    assert "Traceback" not in result.output


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds/a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_explain_shows_each_annotation_with_its_rule_as_the_desk_has_corrected_it(desk: Path) -> None:
    overlay = "---\nsources: [a]\ndate_published: 2025-08-08\ncorrections:\n  - {at: Peru, actor: none}\n---\n"
    (desk / "briefings/talks.md").write_text(overlay, encoding="utf-8")
    lines = run("explain", "seeds/a.txt").stdout.splitlines()
    assert lines[0].startswith("¶1 s-")
    assert any("'Friday'" in line and "2025-08-08" in line and line.endswith("]") for line in lines)
    assert any("'Peru'" in line and "no actor" in line and line.endswith("[desk]") for line in lines)


def test_adopt_writes_an_overlay_that_keeps_the_old_address(desk: Path) -> None:
    result = run("adopt", "seeds/a.txt", "--slug", "peru-leaves")
    assert result.exit_code == 0, result.output
    overlay = (desk / "briefings/peru-leaves.md").read_text(encoding="utf-8")
    assert "sources:\n- a\n" in overlay
    assert "former_addresses:\n- a\n" in overlay


@pytest.mark.parametrize("slug", ["../out", "a/b", "Peru", "péru"])
def test_adopt_takes_slugs_only(desk: Path, slug: str) -> None:
    result = run("adopt", "seeds/a.txt", "--slug", slug)
    assert result.exit_code == 1
    assert "not a slug" in result.stderr
    assert list(desk.glob("*.md")) == []


def test_adopt_leaves_what_is_there(desk: Path) -> None:
    (desk / "briefings/peru.md").write_text("Mine.", encoding="utf-8")
    result = run("adopt", "seeds/a.txt", "--slug", "peru")
    assert result.exit_code == 1
    assert "page is there already" in result.stderr
    assert (desk / "briefings/peru.md").read_text(encoding="utf-8") == "Mine."


def test_adopt_does_not_take_an_article_twice(desk: Path) -> None:
    assert run("adopt", "seeds/a.txt").exit_code == 0
    result = run("adopt", "seeds/a.txt", "--slug", "other")
    assert result.exit_code == 1
    assert "has a briefing already" in result.stderr
    assert not (desk / "briefings/other.md").exists()


def test_actors_prints_records_that_decide_the_names_when_pasted(desk: Path) -> None:
    (desk / "seeds/a.txt").write_text("Officials met. Shares of Zorvex fell on Monday.", encoding="utf-8")
    (desk / "briefings/actors.yml").write_text("actors:\n", encoding="utf-8")
    printed = run("actors").stdout
    assert "# 'Zorvex', 1 time\n#   seeds/a.txt ¶1: Shares of Zorvex fell on Monday.\n" in printed
    (desk / "briefings/actors.yml").write_text("actors:\n" + printed, encoding="utf-8")
    assert run("actors").stdout == ""


@pytest.mark.parametrize("command", list(main.commands))
def test_every_command_has_a_help_text_with_an_example(command: str) -> None:
    assert "Example" in run(command, "--help").stdout
