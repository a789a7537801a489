"""What mkdocs.yml says of the site, for commands that run without MkDocs."""

from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from mkdocs_briefings.errors import OverlayError, SettingsError
from mkdocs_briefings.pages import Site
from mkdocs_briefings.settings import split_front_matter


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as MkDocs does; other tags name functions of extensions, which are no words about the site."""


add_env_tag(_Loader)
_Loader.add_multi_constructor("!", lambda *_: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def read_site(settings: Path, home: Path) -> Site:
    """The site, of which nothing need be said.

    Args:
        settings: mkdocs.yml.
        home: `index.md` of the desk, whose prose the home page begins with.

    Raises:
        SettingsError: the settings cannot be read, or what they inherit from is not there.
    """
    said = _read(settings) if settings.is_file() else {}
    whole = home.read_text(encoding="utf-8-sig") if home.is_file() else ""
    _, prose = split_front_matter(whole, path=home, error=OverlayError)
    return Site(
        name=str(said.get("site_name") or ""),
        description=str(said.get("site_description") or ""),
        url=said.get("site_url") or None,
        directory_urls=said.get("use_directory_urls") is not False,
        home_prose=prose.strip(),
    )


def read_languages(settings: Path) -> tuple[str | None, str]:
    """The language that the desk chose for its pages, None where it did not, and that of the theme.

    Raises:
        SettingsError: as `read_site`.
    """
    said = _read(settings) if settings.is_file() else {}
    plugins = said.get("plugins") or []
    listed = plugins if isinstance(plugins, list) else [plugins]  # MkDocs takes a list, or a mapping
    options = [one["briefings"] for one in listed if isinstance(one, dict) and isinstance(one.get("briefings"), dict)]
    theme = said.get("theme")
    frame = theme.get("language") if isinstance(theme, dict) else None
    return next((each["language"] for each in options if each.get("language")), None), str(frame or "en")


def _read(path: Path) -> dict[str, Any]:
    """The settings over those that `INHERIT` names, a path from where it is said."""
    try:
        said = yaml.load(path.read_bytes(), Loader=_Loader) or {}  # noqa: S506  a safe loader with one tag more
    except yaml.YAMLError as wrong:
        raise SettingsError(f"broken YAML: {wrong}", path=path) from None
    if not isinstance(said, dict):
        raise SettingsError("no settings", path=path, expected="`key: value`")
    parent = said.pop("INHERIT", None)
    if not parent:
        return said
    inherited = path.parent / parent
    if not inherited.is_file():
        raise SettingsError("inherits from a file that is not there", path=path, found=str(parent))
    return {**_read(inherited), **said}
