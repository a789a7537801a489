"""What mkdocs.yml says of the site, for commands that run without MkDocs."""

from pathlib import Path

import yaml

from mkdocs_briefings.errors import OverlayError
from mkdocs_briefings.pages import Site
from mkdocs_briefings.settings import split_front_matter


def read_site(settings: Path, home: Path) -> Site:
    """The site, of which nothing need be said.

    Tags such as `!ENV` are for MkDocs alone: what has one counts as not said.

    Args:
        settings: mkdocs.yml.
        home: `index.md` of the desk, whose prose the home page begins with.
    """
    said = _scalars(settings)
    whole = home.read_text(encoding="utf-8-sig") if home.is_file() else ""
    _, prose = split_front_matter(whole, path=home, error=OverlayError)
    return Site(
        name=said.get("site_name", ""),
        description=said.get("site_description", ""),
        url=said.get("site_url") or None,
        directory_urls=said.get("use_directory_urls", "true").lower() not in ("false", "no", "off"),
        home_prose=prose.strip(),
    )


def _scalars(settings: Path) -> dict[str, str]:
    root = yaml.compose(settings.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) if settings.is_file() else None
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return {
        key.value: value.value
        for key, value in pairs
        if isinstance(value, yaml.ScalarNode) and not value.tag.startswith("!")
    }
