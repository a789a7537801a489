"""The addresses of the site as it was published last: from where it stands, or from a folder it was built into."""

import urllib.error
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from mkdocs_briefings.errors import PublishedError
from mkdocs_briefings.export.address_book import BOOK, VERSION, AddressBook

_SECONDS = 30
_WEB = ("http://", "https://")


def read_published(where: str) -> AddressBook | None:
    """The address book at a site's address or in a folder; None where a site answers that it has none.

    Raises:
        PublishedError: there is no such folder, nobody answers, or the answer is no address book; the message says
            which.
    """
    if where.startswith(_WEB):
        place = f"{where.rstrip('/')}/{BOOK}"
        content = _fetched(place)
        return None if content is None else _decoded(content, place)
    file = Path(where, BOOK)
    if not file.is_file():
        raise PublishedError(
            "no addresses there", path=file, expected="a folder that the site was built into, or a URL"
        )
    return _decoded(file.read_bytes(), str(file))


def _fetched(url: str) -> bytes | None:
    try:
        with urllib.request.urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310  the scheme is checked above
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError as refusal:
        refusal.close()
        if refusal.code == 404:  # noqa: PLR2004  Not Found
            return None
        raise PublishedError(f"the site answers {refusal.code} {refusal.reason}", path=url) from None
    except (OSError, ValueError) as failure:
        raise PublishedError(f"cannot be fetched ({failure})", path=url) from None


class _Versioned(msgspec.Struct):
    version: int


def _decoded(content: bytes, place: str) -> AddressBook:
    try:
        version = msgspec.json.decode(content, type=_Versioned).version
        if read := _READERS.get(version):
            return read(content)
    except msgspec.DecodeError as wrong:
        raise PublishedError(f"not a list of addresses: {wrong}", path=place) from None
    expected = f"version {VERSION} or an earlier one: a later version of mkdocs-briefings wrote it"
    raise PublishedError("cannot be compared", path=place, found=f"version {version}", expected=expected)


# What a site published years ago can still be held against: each form that there was, read into the present one.
_READERS: dict[int, Callable[[bytes], AddressBook]] = {VERSION: partial(msgspec.json.decode, type=AddressBook)}
