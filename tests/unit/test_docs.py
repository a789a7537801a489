"""The documentation says what is there, and what it shows works."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_briefings.cli import main
from mkdocs_briefings.export.annotations import VERSION
from mkdocs_briefings.overlay import Overlay, read_overlays
from mkdocs_briefings.publishers import Publisher, read_publishers
from mkdocs_briefings.register import Register
from mkdocs_briefings.source import Stated

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
EXAMPLES: list[str] = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def example(start: str) -> str:
    return next(text for text in EXAMPLES if text.startswith(start))


def test_the_overlays_of_the_readme_are_some_and_have_every_key(tmp_path: Path) -> None:
    for name, text in zip(("call", "old"), (text for text in EXAMPLES if text.startswith("---")), strict=True):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    call, old = read_overlays(tmp_path, tmp_path)
    assert call.settings.corrections
    assert all(re.search(rf"^{key}:", call.front + old.front, re.MULTILINE) for key in Overlay.__struct_fields__)


def test_the_register_of_the_readme_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text(example("actors:"), encoding="utf-8")
    register = Register.load(tmp_path / "actors.yml")
    assert register.actors["ana-ruiz"].roles[0].of == "peru"
    assert "house-of-lords" not in register.actors
    assert register.former()["united-nations-general-assembly"] == "united-nations"


def test_the_publishers_of_the_readme_can_be_read_and_have_every_key(tmp_path: Path) -> None:
    text = example("publishers:")
    (tmp_path / "sources.yml").write_text(text, encoding="utf-8")
    assert [publisher.grade for publisher in read_publishers(tmp_path / "sources.yml", tmp_path).values()] == ["B2"]
    assert all(f"{key}:" in text for key in Publisher.__struct_fields__)


@pytest.mark.parametrize("key", Stated.__struct_fields__)
def test_every_key_of_an_article_is_in_the_readme(key: str) -> None:
    assert f"`{key}`" in README


def test_the_json_form_is_documented_key_by_key_with_its_version() -> None:
    page = (Path(__file__).parents[2] / "briefings/about/annotations.md").read_text(encoding="utf-8")
    shown = json.loads(page[page.index('    {"id"') : page.index("`mentions` are")])
    text = (
        "Peru imposed a 25% tariff on Chile on Friday. “We did,” said Ana Ruiz of Peru. It met Chile’s envoy on Monday."
    )
    given = json.dumps({"id": "1", "text": text, "date": "2025-08-08"})
    made = json.loads(CliRunner().invoke(main, ["annotate"], input=given).stdout)
    assert f"Version {VERSION}." in page
    assert {kind: set(shown[kind][0]) for kind in shown if kind != "id"} == {
        kind: set(made[kind][0]) for kind in made if kind != "id"
    }


@pytest.mark.parametrize("command", main.commands)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"| `briefings {command}" in README
