"""The language of the pages, chosen in mkdocs.yml."""

import pytest

from tests.site.desks import SETTINGS, Desk

OURS = "plugins: [search, {briefings: {language: %s}}]"
THEME = "theme: {name: material, language: de, font"


def chosen(language: str) -> str:
    return SETTINGS.replace("plugins: [search, briefings]", OURS % language)


def test_the_pages_follow_the_themes_language(desk: Desk) -> None:
    desk.write("mkdocs.yml", SETTINGS.replace("theme: {name: material, font", THEME))
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    page = desk.page("talks")
    assert '<html lang="de"' in page
    assert '<div class="br-page br-briefing">' in page
    assert "8. August 2025" in page
    assert '<bdi><span lang="en">' in page  # the words of the source stay in its language


def test_pages_in_another_language_than_the_theme_say_so(desk: Desk) -> None:
    desk.write("mkdocs.yml", chosen("de"))
    assert desk.build("--strict").returncode == 0
    assert '<div class="br-page br-briefing" lang="de" dir="ltr">' in desk.page("talks")


def test_a_desks_own_language_says_what_it_lacks(desk: Desk) -> None:
    desk.write("mkdocs.yml", chosen("fr"))
    desk.write("overrides/briefings/words/fr.yaml", "home: {title: Accueil, newest: Les plus récents}")
    done = desk.build()
    assert done.returncode == 0, done.stderr
    assert "words/fr.yaml lacks" in done.stderr
    assert "Les plus récents" in desk.page("")
    assert "8 août 2025" in desk.page("talks")


@pytest.mark.parametrize("language", ["xx", "../en"])
def test_a_language_without_words_is_an_error_that_lists_those_there_are(desk: Desk, language: str) -> None:
    desk.write("mkdocs.yml", chosen(language))
    done = desk.build()
    assert done.returncode == 1
    assert f"no words in the language, found '{language}'; expected one of de, en" in done.stderr
