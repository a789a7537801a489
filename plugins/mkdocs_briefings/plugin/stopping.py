"""What the desk has to put right stops the build."""

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from mkdocs_briefings.errors import BriefingsError


@contextmanager
def errors_stop_the_build() -> Iterator[None]:
    """What MkDocs prints without a traceback takes the place of our own errors.

    Raises:
        PluginError: in the place of a BriefingsError.
    """
    try:
        yield
    except BriefingsError as error:
        raise PluginError(str(error)) from None
