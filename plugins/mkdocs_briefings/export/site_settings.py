"""What mkdocs.yml and `index.md` say of the site: read alike by MkDocs's plugin and by commands that run without it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from mkdocs_briefings.errors import OverlayError, SettingsError
from mkdocs_briefings.export.picture import size_of
from mkdocs_briefings.pages import Site
from mkdocs_briefings.settings import parse, split_front_matter

PAGEFIND = "pagefind"


def read_site(settings: Path, home: Path) -> Site:
    """The site, of which nothing need be said.

    Args:
        settings: mkdocs.yml.
        home: `index.md` of the desk, whose prose the home page begins with.

    Raises:
        SettingsError: the settings cannot be read, or what they inherit from is not there.
        OverlayError: the front matter of `index.md` cannot be read.
    """
    said = _read(settings)
    return site_of(said, _options(said), home)


def read_languages(settings: Path) -> tuple[str | None, str]:
    """The language that the desk chose for its pages, None where it did not, and that of the theme.

    Raises:
        SettingsError: as `read_site`.
    """
    said = _read(settings)
    theme = said.get("theme")
    return _options(said).get("language"), frame_of(theme if isinstance(theme, dict) else {})


def site_of(said: Mapping[str, Any], options: Mapping[str, Any], home: Path) -> Site:
    """The site.

    Args:
        said: settings of MkDocs, by their names.
        options: those of the plugin.
        home: `index.md`, which may not be there.

    Raises:
        OverlayError: its front matter cannot be read.
    """
    title, prose = _home(home)
    image = options.get("image")
    picture = home.parent / image if image else None
    return Site(
        name=str(said.get("site_name") or ""),
        description=str(said.get("site_description") or ""),
        url=said.get("site_url") or None,
        directory_urls=said.get("use_directory_urls") is not False,
        home_title=title,
        home_prose=prose,
        image=image,
        search_page=options.get("search") == PAGEFIND,
        image_size=size_of(picture.read_bytes()) if picture and picture.is_file() else None,
    )


def frame_of(theme: Mapping[str, Any]) -> str:
    """The language of the theme, as HTML names it: `language` is Material's word for it, `locale` MkDocs's own."""
    return str(theme.get("language") or theme.get("locale") or "en").replace("_", "-")


def _home(path: Path) -> tuple[str | None, str]:
    """The title and the prose of `index.md`."""
    whole = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    front, prose = split_front_matter(whole, path=path, error=OverlayError)
    stated = parse(front or "", dict[str, Any], path=path, error=OverlayError, first_line=2).get("title")
    return None if stated is None else str(stated), prose.strip()


def _options(said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Those of our plugin; MkDocs takes a list of plugins, or a mapping."""
    plugins = said.get("plugins") or []
    listed = plugins if isinstance(plugins, list) else [plugins]
    given = (one.get("briefings") for one in listed if isinstance(one, dict))
    return next((options for options in given if isinstance(options, dict)), {})


def _read(path: Path) -> dict[str, Any]:
    """The settings over those that `INHERIT` names, a path from where it is said; none where there is no file."""
    if not path.is_file():
        return {}
    try:
        said = yaml.load(path.read_bytes(), Loader=_loader()) or {}  # noqa: S506  a safe loader with one tag more
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
    return _over(_read(inherited), said)


def _over(inherited: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings are joined key by key, however deep; whatever else is said takes the place of what is inherited."""
    joined = {
        key: _over(inherited[key], value) if isinstance(value, dict) and isinstance(inherited.get(key), dict) else value
        for key, value in said.items()
    }
    return {**inherited, **joined}


@cache
def _loader() -> type[yaml.SafeLoader]:
    """Reads `!ENV`, and scalars by YAML 1.1, as MkDocs does; other tags name functions of extensions, which are no
    words about the site."""

    class Loader(yaml.SafeLoader):
        pass

    add_env_tag(Loader)
    Loader.add_multi_constructor("!", lambda *_: None)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
    return Loader
