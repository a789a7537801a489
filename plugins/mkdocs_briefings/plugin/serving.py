"""`mkdocs serve`: what it watches, and what it serves while something has to be put right."""

import logging
from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from mkdocs_briefings.pages import Templates
from mkdocs_briefings.pipeline import Desk
from mkdocs_briefings.plugin.options import custom_of
from mkdocs_briefings.rules.loader import watched_folders

log: logging.Logger | logging.LoggerAdapter[logging.Logger] = get_plugin_logger("briefings")


def prepare(server: LiveReloadServer, desk: Desk, templates: Templates, config: MkDocsConfig) -> LiveReloadServer:
    server.builder = _keeping_the_last_good_site(server.builder)
    custom = custom_of(config)
    for folder in (desk.seeds, *templates.folders, *watched_folders(), *([custom] if custom else [])):
        server.watch(str(folder))
    return server


def _keeping_the_last_good_site(rebuild: Callable[..., None]) -> Callable[..., None]:
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            rebuild(*args, **kwargs)
        except Abort:
            log.warning("The last good site is still being served; it is built anew as soon as the file is put right.")

    return guarded
