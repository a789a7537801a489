"""`mkdocs build` on good and on bad input."""

from pathlib import Path

import pytest

from tests.site.desks import ARTICLE, Desk

OVERLAY = "---\nsources: [talks]\n{}---\n"


def test_a_desk_builds_strictly_with_nothing_to_warn_of(desk: Desk) -> None:
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert "Talks in Lima" in desk.page("talks")


def test_a_desk_with_a_single_seed_and_nothing_else_builds(desk: Desk) -> None:
    (desk.root / "briefings/talks.md").unlink()
    (desk.root / "briefings/index.md").unlink()
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    assert "Unreviewed" in desk.page("talks")


def test_a_former_address_leads_to_where_the_briefing_stands_now(desk: Desk) -> None:
    desk.write("briefings/talks.md", OVERLAY.format("former_addresses: [old-talks]\n"))
    assert desk.build("--strict").returncode == 0
    redirect = desk.page("old-talks")
    assert '<link rel="canonical" href="https://example.org/desk/talks/">' in redirect
    assert 'url=../talks/"' in redirect


def test_a_former_address_that_is_taken_is_an_error(desk: Desk) -> None:
    desk.write("briefings/talks.md", OVERLAY.format("former_addresses: [chronology]\n"))
    done = desk.build()
    assert done.returncode == 1
    assert "the former address chronology would have one address" in done.stderr


def test_titles_of_the_nav_are_the_desks_own(desk: Desk) -> None:
    settings = (desk.root / "mkdocs.yml").read_text(encoding="utf-8")
    desk.write("mkdocs.yml", settings.replace("Chronology: chronology", "What happened: chronology"))
    assert desk.build("--strict").returncode == 0
    assert "What happened" in desk.page("")


def test_links_in_the_desks_prose_lead_to_its_pages(desk: Desk) -> None:
    desk.write("briefings/about/us.md", "# Us\n")
    desk.write("briefings/index.md", "Read [about us](about/us.md).\n")
    desk.write("briefings/talks.md", OVERLAY.format("") + "By [us](about/us.md).\n")
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    assert '<a href="about/us/">about us</a>' in desk.page("")
    assert '<a href="../about/us/">us</a>' in desk.page("talks")


def test_a_broken_link_in_the_desks_prose_fails_a_strict_build(desk: Desk) -> None:
    desk.write("briefings/index.md", "Read [about us](about/gone.md).\n")
    done = desk.build("--strict")
    assert done.returncode == 1
    assert "about/gone.md" in done.stderr


def test_settings_of_the_desk_are_no_pages(desk: Desk) -> None:
    desk.write("briefings/actors.yml", "actors: []\n")
    desk.write("briefings/sources.yml", "publishers: []\n")
    assert desk.build("--strict").returncode == 0
    assert not list((desk.root / "site").rglob("*.yml"))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("seeds/empty.txt", "", "seeds/empty.txt:1: article is empty"),
        ("seeds/latin.txt", b"Caf\xe9 talks", "seeds/latin.txt:1: file is not UTF-8"),
        ("seeds/broken.md", "---\nheadline: a: b\n---\nWords.", "seeds/broken.md:2: broken YAML"),
        ("briefings/talks.md", "---\nsources: [gone]\n---\n", "briefings/talks.md:2: no such source"),
        ("briefings/talks.md", OVERLAY.format("stauts: reviewed\n"), "briefings/talks.md:3: unknown key `stauts`"),
        (
            "briefings/talks.md",
            OVERLAY.format("notes:\n  - {at: Ruiz left Lima, text: So.}\n"),
            "briefings/talks.md:4: quotation not in its source",
        ),
        (
            "briefings/talks.md",
            OVERLAY.format("corrections:\n  - {at: Lima, actor: nobody-known}\n"),
            "briefings/talks.md:4: no such actor",
        ),
        (
            "briefings/talks.md",
            OVERLAY.format("corrections:\n  - {at: Friday, date: 2025-02-31}\n"),
            "briefings/talks.md:4: not a date",
        ),
        ("seeds/talks.md", ARTICLE, "seeds/talks.txt: article has the id of seeds/talks.md"),
        ("seeds/chronology.txt", ARTICLE, "would have one address"),
        ("briefings/actors/peru.md", "Mine.", "briefings/actors/peru.md and"),
        ("briefings/talks/index.md", "Mine.", "briefings/talks/index.md and briefings/talks.md would have one address"),
        (
            "briefings/latin.md",
            b"---\nsources: [talks]\ntitle: Caf\xe9\n---\n",
            "briefings/latin.md:3: file is not UTF-8",
        ),
        ("briefings/asia/talks.md", "---\nsources: [talks]\n---\n", "briefings/asia/talks.md: overlay in a folder"),
        ("briefings/actors.yml", "actor: []\n", "briefings/actors.yml:1: unknown key `actor`"),
        (
            "briefings/sources.yml",
            "publishers: [{name: A}, {name: A}]\n",
            "briefings/sources.yml:1: publisher given twice",
        ),
    ],
)
def test_bad_input_is_one_clear_line_and_leaves_the_last_site(
    desk: Desk, name: str, content: str | bytes, message: str
) -> None:
    good = desk.write("site/index.html", "the last good site")
    desk.write(name, content)
    done = desk.build()
    assert done.returncode == 1
    errors = [line for line in done.stderr.splitlines() if "ERROR" in line]
    assert len(errors) == 1, done.stderr
    assert message in errors[0]
    assert "Traceback" not in done.stderr
    assert Path(good).read_text(encoding="utf-8") == "the last good site"


def test_two_builds_of_one_moment_are_the_same_to_the_byte(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754611200")
    built = []
    for _ in range(2):
        assert desk.build().returncode == 0
        site = desk.root / "site"
        built.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert built[0] == built[1]


def test_words_of_a_source_are_escaped(desk: Desk) -> None:
    desk.write(
        "seeds/hostile.md", "---\nheadline: <img src=x onerror=alert(1)>\n---\n<script>alert(1)</script> said Ruiz."
    )
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    for page in (desk.page("hostile"), desk.page("")):
        assert "<img src=x" not in page
        assert "<script>alert" not in page
