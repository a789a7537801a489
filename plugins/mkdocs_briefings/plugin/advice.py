"""Warnings: the site can be built, but something in mkdocs.yml or in the words is worth a look."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from mkdocs_briefings.markup import web_address
from mkdocs_briefings.pages import Templates
from mkdocs_briefings.plugin.options import BriefingsConfig

NO_SITE_URL = (
    "`site_url` is not set in mkdocs.yml: there are no feeds, calendars, permanent links or previews of links, which "
    "need the address where the site is published. Expected such as `site_url: https://me.github.io/my-desk/`."
)

TWO_SEARCHES = (
    "`search: pagefind` and the plugin `search` are both set in mkdocs.yml: leave one of them out, or every reader "
    "downloads both."
)

FROM_FILES = (
    "the plugin `%s` reads every page from a file, and the pages of briefings are made from none: the build may stop "
    "at it, so leave it out of mkdocs.yml."
)
_FROM_FILES = ("i18n", "rss")  # as mkdocs.yml names them

_SHOWN = 5  # keys that a language lacks

log: logging.Logger | logging.LoggerAdapter[logging.Logger] = get_plugin_logger("briefings")


def on_words(templates: Templates) -> None:
    catalogue = templates.words.catalogue
    if missing := catalogue.missing:
        named = ", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
        lacks = f"lacks {len(missing)} of {catalogue.size} keys, which stay English"
        log.warning("words/%s.yaml %s: %s", catalogue.language, lacks, named)


def on_settings(config: MkDocsConfig, options: BriefingsConfig) -> None:
    if not config.site_url:
        log.warning(NO_SITE_URL)
    if options.search == "pagefind" and {"search", "material/search"} & set(config.plugins):
        log.warning(TWO_SEARCHES)
    for name in _FROM_FILES:
        if name in config.plugins:
            log.warning(FROM_FILES, name)


def on_image(image: str | None, files: Files, config: MkDocsConfig) -> None:
    if image and not web_address(image) and not files.get_file_from_path(image):
        log.warning("`image: %s` is not in %s", image, Path(config.docs_dir).name)
