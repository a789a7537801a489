"""What mkdocs.yml says: our own options, and those of MkDocs on which the pages depend."""

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_briefings.export import site_settings
from mkdocs_briefings.pages import Site, Templates
from mkdocs_briefings.pipeline import Desk


class BriefingsConfig(Config):
    """Options under `plugins: - briefings:` in mkdocs.yml."""

    seeds = config_options.Type(str, default="seeds")
    """Folder of source articles, relative to mkdocs.yml."""

    language = config_options.Optional(config_options.Type(str))
    """Of the words of the pages: a file `words/<language>.yaml`. The theme's own by default, where there is one."""

    image = config_options.Optional(config_options.Type(str))
    """The picture that stands beside a link to the site in a message: a file in docs_dir, or a whole address."""

    search = config_options.Choice(("material", "pagefind"), default="material")
    """The engine that finds actors and sentences: that of the plugin `search`, or Pagefind for a large desk."""


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def custom_of(config: MkDocsConfig) -> Path | None:
    """The desk's own folder of templates."""
    return Path(config.theme.custom_dir) if config.theme.custom_dir else None


def desk_of(config: MkDocsConfig, options: BriefingsConfig) -> Desk:
    root = root_of(config)
    return Desk(root=root, seeds=root / options.seeds, briefings=Path(config.docs_dir))


def templates_of(config: MkDocsConfig, options: BriefingsConfig) -> Templates:
    """The templates with the words of the language; where none is set that of the theme, if there are such words.

    Raises:
        LanguageError: there are no words of the language that is set, or they cannot be read.
    """
    return Templates.load(custom_of(config), options.language, site_settings.frame_of(config.theme))


def site_of(config: MkDocsConfig, options: BriefingsConfig) -> Site:
    """Raises OverlayError: the front matter of `index.md` cannot be read."""
    return site_settings.site_of(config, options, Path(config.docs_dir, "index.md"))
