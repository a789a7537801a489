"""The desk's picture, as a link to the site shows it in a message."""

import struct
from dataclasses import dataclass
from urllib.parse import urljoin

from mkdocs_briefings.markup import web_address
from mkdocs_briefings.pages.edition import Edition

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# Of JPEG: what every marker begins with; the markers of frames, but for three among them that begin something else.
_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WIDE = 1.5  # times its height


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    address: str
    alt: str
    size: tuple[int, int] | None  # width and height in pixels, where they are known

    @property
    def is_wide(self) -> bool:
        """It fills a card, where a square one stands beside the words."""
        return self.size is None or self.size[0] > _WIDE * self.size[1]


def picture(edition: Edition) -> Picture | None:
    """None where there is none, or none that a program which previews a page could find."""
    site = edition.site
    if not site.image:
        return None
    address = urljoin(f"{site.url.rstrip('/')}/", site.image) if site.url else web_address(site.image)
    return Picture(address=address, alt=site.name, size=site.image_size) if address else None


def size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG or a JPEG; None of anything else, or of a broken one."""
    try:
        if content.startswith(_PNG):
            width, height = struct.unpack_from(">II", content, 16)
            return width, height
        return _of_jpeg(content) if content.startswith(_JPEG) else None
    except struct.error:  # it ends too early
        return None


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    """From the frame's header, before which other segments stand, each with its length."""
    at = len(_JPEG)
    while True:
        sign, marker, length = struct.unpack_from(">BBH", content, at)
        if sign != _MARKER:
            return None
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length
