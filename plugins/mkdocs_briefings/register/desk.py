"""The desk's `actors.yml`, laid over the world: actors added, amended, merged, split and dropped."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.errors import RegisterError
from mkdocs_briefings.register.actors import Actor, ActorType, EntityType, FormKind, Role, form_key
from mkdocs_briefings.register.world import Gazetteer, Naming, naming
from mkdocs_briefings.settings import line_of, parse

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


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
    drop: list[str] | None = None


class _Desk:
    """The file as it was read, to say where it is wrong."""

    def __init__(self, path: Path) -> None:
        self.shown = Path(path.parent.name, path.name)
        self.yaml = path.read_text(encoding="utf-8")
        self.register = parse(self.yaml, DeskRegister, path=self.shown, error=RegisterError)

    def error(self, problem: str, steps: Iterable[object], *, found: str, expected: str) -> RegisterError:
        line = line_of(self.yaml, [str(step) for step in steps])
        return RegisterError(problem, path=self.shown, line=line, found=found, expected=expected)


def lay_over(gazetteer: Gazetteer, path: Path) -> None:
    """Change the gazetteer as the desk's file says.

    Raises:
        RegisterError: a key, id, country code or date is wrong, an id is given twice, or two actors of the
            desk carry one name at one time; names file and line.
    """
    desk = _Desk(path)
    known = {actor.country for actor in gazetteer.actors.values() if actor.type == "state"}
    _check_ids(desk)
    for number, record in enumerate(desk.register.actors or ()):
        where = ("actors", number)
        if record.country is not None and record.country not in known:
            raise desk.error(
                "unknown country code",
                (*where, "country"),
                found=record.country,
                expected="ISO 3166 alpha-2, such as IN",
            )
        _put(gazetteer, desk, number, record)
    for number, record in enumerate(desk.register.actors or ()):
        _merge(gazetteer, desk, number, record)
        _check_roles(gazetteer, desk, number, record)
    _follow_merges(gazetteer)
    _drop(gazetteer, desk)
    _claim(gazetteer, desk)


def _check_ids(desk: _Desk) -> None:
    seen: set[str] = set()
    for number, record in enumerate(desk.register.actors or ()):
        where = ("actors", number, "id")
        if not _SLUG.fullmatch(record.id):
            expected = "small letters, digits and single hyphens, such as ajit-doval"
            raise desk.error("actor id is no slug", where, found=record.id, expected=expected)
        if record.id in seen:
            raise desk.error("actor id given twice", where, found=record.id, expected="each actor once")
        seen.add(record.id)


def _put(gazetteer: Gazetteer, desk: _Desk, number: int, record: DeskActor) -> None:
    """Add the actor, or amend the one the world has."""
    known = gazetteer.actors.get(record.id)
    where = ("actors", number)
    if not known and not (record.name and record.type):
        expected = "a name and a type for a new actor, or the id of one the world gazetteer has"
        raise desk.error("actor is not in the world gazetteer", (*where, "id"), found=record.id, expected=expected)
    if record.wikidata is not None and not _WIKIDATA.fullmatch(record.wikidata):
        raise desk.error("not a Wikidata id", (*where, "wikidata"), found=record.wikidata, expected="such as Q1058")
    actor = known or Actor(id=record.id, name=record.name or "", type=record.type or "organisation")
    kind = record.type or actor.type
    entity_type: EntityType = "PER" if kind == "person" else "GPE" if kind == "state" else "ORG"
    dropped = {form_key(words) for words in record.drop_aliases}
    added = [
        replace(_read(desk, number, field, form), kind=sort, entity_type=entity_type)
        for field, form, sort in _given(record)
    ]
    namings = [old for old in gazetteer.namings.get(record.id, ()) if form_key(old.words) not in dropped]
    if record.split_from is not None:
        _split(gazetteer, desk, number, record.split_from, added)
    name = record.name or actor.name
    aliases = (*actor.aliases, *(alias.words for alias in added), *((actor.name,) if record.name else ()))
    last = name.split()[-1] if kind == "person" else None
    gazetteer.add(
        replace(
            actor,
            name=name,
            type=kind,
            aliases=tuple(
                dict.fromkeys(words for words in aliases if words != name and form_key(words) not in dropped)
            ),
            country=record.country or actor.country,
            wikidata=record.wikidata or actor.wikidata,
            sort_name=record.sort_name or (last if record.name else actor.sort_name or last),
            roles=actor.roles if record.roles is None else tuple(_roles(desk, number, record.roles)),
        ),
        [*namings, *added],
    )


def _given(record: DeskActor) -> Iterator[tuple[str, str, FormKind]]:
    """The names a record gives: where each stands in it, as written, and what it is."""
    if record.name is not None:
        yield "name", record.name, "name"
    for place, alias in enumerate(record.aliases):
        yield f"aliases.{place}", alias, "alias"


def _read(desk: _Desk, number: int, field: str, form: str) -> Naming:
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


def _split(gazetteer: Gazetteer, desk: _Desk, number: int, other: str, taken: list[Naming]) -> None:
    """Take the names away from the actor that carried them wrongly."""
    if other not in gazetteer.actors:
        where = ("actors", number, "split_from")
        raise desk.error("split from an unknown actor", where, found=other, expected="the id of an actor")
    keys = {form_key(one.words) for one in taken}
    actor = gazetteer.actors[other]
    kept = tuple(words for words in actor.aliases if form_key(words) not in keys)
    namings = [one for one in gazetteer.namings[other] if form_key(one.words) not in keys]
    gazetteer.add(replace(actor, aliases=kept), namings)


def _roles(desk: _Desk, number: int, roles: list[DeskRole]) -> Iterator[Role]:
    for place, role in enumerate(roles):
        where = ("actors", number, "roles", place)
        since, until = (_date(desk, (*where, end), getattr(role, end)) for end in ("since", "until"))
        if since and until and since.earliest and until.latest and until.latest < since.earliest:
            raise desk.error("role ends before it begins", (*where, "until"), found=until.edtf, expected="a later day")
        yield Role(title=role.title, of=role.of, since=since, until=until, office=role.office or role.title.casefold())


def _date(desk: _Desk, where: tuple[object, ...], edtf: str | int | None) -> PartialDate | None:
    if edtf is None:
        return None
    try:
        return PartialDate.parse(str(edtf))
    except ValueError:
        raise desk.error("not a date", where, found=str(edtf), expected="such as 2025, 2025-08 or 2025-08-08") from None


def _check_roles(gazetteer: Gazetteer, desk: _Desk, number: int, record: DeskActor) -> None:
    for place, role in enumerate(record.roles or ()):
        if role.of is not None and _stands_now(gazetteer, role.of) is None:
            where = ("actors", number, "roles", place, "of")
            raise desk.error(
                "role of an unknown actor", where, found=role.of, expected="the id of a state or organisation"
            )


def _merge(gazetteer: Gazetteer, desk: _Desk, number: int, record: DeskActor) -> None:
    """Give the actor all names of those it is the same as; their ids become its former ids."""
    for place, other in enumerate(record.merge):
        kept, gone_id = _stands_now(gazetteer, record.id), _stands_now(gazetteer, other)
        if kept is None or gone_id is None or gone_id == kept:
            where = ("actors", number, "merge", place)
            raise desk.error("merge of an unknown actor", where, found=other, expected="the id of another actor")
        actor, gone = gazetteer.actors[kept], gazetteer.actors.pop(gone_id)
        aliases = dict.fromkeys((*actor.aliases, gone.name, *gone.aliases))
        aliases.pop(actor.name, None)
        merged = replace(
            actor,
            aliases=tuple(aliases),
            roles=(*actor.roles, *(role for role in gone.roles if role not in actor.roles)),
            former_ids=(*actor.former_ids, gone_id, *gone.former_ids),
        )
        gazetteer.add(merged, [*gazetteer.namings[kept], *gazetteer.namings.pop(gone_id)])


def _former(gazetteer: Gazetteer) -> dict[str, str]:
    return {old: actor.id for actor in gazetteer.actors.values() for old in actor.former_ids}


def _stands_now(gazetteer: Gazetteer, actor_id: str) -> str | None:
    """The id, or that of the actor it was merged into; None where there is no such actor."""
    return actor_id if actor_id in gazetteer.actors else _former(gazetteer).get(actor_id)


def _follow_merges(gazetteer: Gazetteer) -> None:
    """An office of a state that was merged is one of the state it is now."""
    former = _former(gazetteer)
    for actor in list(gazetteer.actors.values()) if former else ():
        if any(role.of in former for role in actor.roles):
            roles = tuple(replace(role, of=former.get(role.of or "", role.of)) for role in actor.roles)
            gazetteer.actors[actor.id] = replace(actor, roles=roles)


def _drop(gazetteer: Gazetteer, desk: _Desk) -> None:
    for number, actor_id in enumerate(desk.register.drop or ()):
        if gazetteer.actors.pop(actor_id, None) is None:
            raise desk.error(
                "drop of an unknown actor", ("drop", number), found=actor_id, expected="the id of an actor"
            )
        keys = {form_key(one.words) for one in gazetteer.namings.pop(actor_id)}
        others = {form_key(one.words) for namings in gazetteer.namings.values() for one in namings}
        gazetteer.dropped.update(keys - others)


def _claim(gazetteer: Gazetteer, desk: _Desk) -> None:
    """The names the desk gives are its actors' alone; two of its actors may share one only at different times."""
    claims: dict[str, list[tuple[Naming, str]]] = {}
    for number, record in enumerate(desk.register.actors or ()):
        holder = _stands_now(gazetteer, record.id)
        if holder is None:  # dropped
            continue
        for field, form, _ in _given(record):
            one = _read(desk, number, field, form)
            key = form_key(one.words)
            for other, owner in claims.get(key, ()):
                if owner != holder and _overlap(one, other):
                    where = ("actors", number, *field.split("."))
                    expected = f"a name of its own, or dates: {owner} has this one at the same time"
                    raise desk.error("two actors with one name", where, found=form, expected=expected)
            claims.setdefault(key, []).append((one, holder))
    for key, owners in claims.items():
        if len({owner for _, owner in owners}) == 1:
            gazetteer.claimed[key] = owners[0][1]


def _overlap(one: Naming, other: Naming) -> bool:
    first, last = datetime.date.min, datetime.date.max
    return (one.since or first) <= (other.until or last) and (other.since or first) <= (one.until or last)
