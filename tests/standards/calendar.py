"""What RFC 5545 says a stream of calendars must be, down to its lines, which a parser forgives."""

import re
from collections.abc import Iterator

_NAME = re.compile(r"[A-Z][A-Z0-9-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_ONCE = ("UID", "DTSTAMP", "DTSTART")
_AT_MOST_ONCE = ("DTEND", "SUMMARY", "DESCRIPTION", "URL", "STATUS", "TRANSP", "SEQUENCE")
_TEXTS = ("SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME")
_BARE = re.compile(r"(?<!\\)(?:\\\\)*[,;]|(?<!\\)(?:\\\\)*\\(?![\\,;nN])")


def problems(stream: str) -> list[str]:
    """One line for each; none for a stream that is as it should be."""
    written = stream.encode()
    found = [f"a line of {len(line)} octets" for line in written.split(b"\r\n") if len(line) > 75]
    if not written.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", written):
        found.append("a line does not end with CRLF")
    lines = re.sub(r"\r\n[ \t]", "", stream).split("\r\n")[:-1]
    return [*found, *_of_lines(lines), *_of_components(lines)]


def _of_lines(lines: list[str]) -> Iterator[str]:
    for line in lines:
        name, _, value = line.partition(":")
        if not _NAME.fullmatch(name.split(";")[0]):
            yield f"no property: {line}"
        if _CONTROL.search(line):
            yield f"a control character: {line!r}"
        if name in _TEXTS and _BARE.search(value):
            yield f"not escaped: {line}"


def _of_components(lines: list[str]) -> Iterator[str]:
    if lines[:1] != ["BEGIN:VCALENDAR"] or lines[-1:] != ["END:VCALENDAR"]:
        yield "no calendar"
    for name in ("PRODID:", "VERSION:2.0"):
        if sum(line.startswith(name) for line in lines) != 1:
            yield f"not once {name}"
    if not any(line.startswith("BEGIN:") for line in lines[1:]):
        yield "nothing in it"
    for block in "\n".join(lines).split("BEGIN:VEVENT\n")[1:]:
        names = [re.split("[;:]", line)[0] for line in block.partition("\nEND:VEVENT")[0].split("\n")]
        for name in _ONCE:
            if names.count(name) != 1:
                yield f"{names.count(name)} times {name}"
        for name in _AT_MOST_ONCE:
            if names.count(name) > 1:
                yield f"{names.count(name)} times {name}"
