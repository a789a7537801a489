"""The desk's `actors.yml` as it was written: its records, and what is wrong with them, by line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.errors import RegisterError
from mkdocs_briefings.register.actors import ActorType, FormKind, Role
from mkdocs_briefings.register.world import Naming, naming
from mkdocs_briefings.settings import line_of, parse, read_text


class DeskRole(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An office held; `since` and `until` in EDTF, `2025`, `2025-08` or `2025-08-08`."""

    title: str
    of: str | None = None
    office: str | None = None
    since: str | int | None = None
    until: str | int | None = None


class DeskActor(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One record: a new actor, or changes to one the world has."""

    id: str
    name: str | None = None
    type: ActorType | None = None
    country: str | None = None
    wikidata: str | None = None
    sort_name: str | None = None
    aliases: list[str] = msgspec.field(default_factory=list)
    drop_aliases: list[str] = msgspec.field(default_factory=list)
    roles: list[DeskRole] | None = None  # given, they take the place of those the world knows
    merge: list[str] = msgspec.field(default_factory=list)  # actors that are this one
    split_from: str | None = None  # an actor that wrongly carries the names of this one


class DeskRegister(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    actors: list[DeskActor] | None = None  # nothing below the key is nobody
    drop: list[str] | None = None  # actors, by their ids
    nobody: list[str] | None = None  # names that the world does not know and the desk need not


class DeskFile:
    """The file as it was read, to say where it is wrong."""

    def __init__(self, path: Path) -> None:
        self.shown = Path(path.parent.name, path.name)
        self.yaml = read_text(path, shown=self.shown, error=RegisterError)
        self.register = parse(self.yaml, DeskRegister, path=self.shown, error=RegisterError)

    def error(self, problem: str, steps: Iterable[object], *, found: str, expected: str) -> RegisterError:
        line = line_of(self.yaml, [str(step) for step in steps])
        return RegisterError(problem, path=self.shown, line=line, found=found, expected=expected)


def given_names(record: DeskActor) -> Iterator[tuple[str, str, FormKind]]:
    """The names a record gives: where each stands in it, as written, and what it is."""
    if record.name is not None:
        yield "name", record.name, "name"
    for place, alias in enumerate(record.aliases):
        yield f"aliases.{place}", alias, "alias"


def read_name(desk: DeskFile, number: int, field: str, form: str) -> Naming:
    """One name, with its marks and its time."""
    where = ("actors", number, *field.split("."))
    try:
        one = naming(form, "alias", "ORG")
    except ValueError:
        expected = "NAME@SINCE..UNTIL with days, such as Zork@2020-01-31..2021-06-30"
        raise desk.error("not a period", where, found=form, expected=expected) from None
    if not one.words.strip():
        raise desk.error("blank name", where, found=form, expected="a name")
    if one.since and one.until and one.until < one.since:
        raise desk.error("name ends before it begins", where, found=form, expected="a later day")
    return one


def read_roles(desk: DeskFile, number: int, roles: list[DeskRole]) -> Iterator[Role]:
    for place, role in enumerate(roles):
        where = ("actors", number, "roles", place)
        since, until = (_date(desk, (*where, end), getattr(role, end)) for end in ("since", "until"))
        if since and until and since.earliest and until.latest and until.latest < since.earliest:
            raise desk.error("role ends before it begins", (*where, "until"), found=until.edtf, expected="a later day")
        yield Role(title=role.title, of=role.of, since=since, until=until, office=role.office or role.title.casefold())


def _date(desk: DeskFile, where: tuple[object, ...], edtf: str | int | None) -> PartialDate | None:
    if edtf is None:
        return None
    try:
        return PartialDate.parse(str(edtf))
    except ValueError:
        raise desk.error("not a date", where, found=str(edtf), expected="such as 2025, 2025-08 or 2025-08-08") from None
