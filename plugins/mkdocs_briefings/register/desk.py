"""The desk's `actors.yml`, laid over the world: actors added, amended, merged, split and dropped."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

from mkdocs_briefings.register.actors import Actor, EntityType, form_key
from mkdocs_briefings.register.desk_file import DeskActor, DeskFile, given_names, read_name, read_roles
from mkdocs_briefings.register.world import Gazetteer, Naming

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def lay_over(gazetteer: Gazetteer, path: Path) -> None:
    """Change the gazetteer as the desk's file says.

    Raises:
        RegisterError: a key, id, country code or date is wrong, an id is given twice, or two actors of the
            desk carry one name at one time; names file and line.
    """
    desk = DeskFile(path)
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
    _pass_over(gazetteer, desk)


def _check_ids(desk: DeskFile) -> None:
    seen: set[str] = set()
    for number, record in enumerate(desk.register.actors or ()):
        where = ("actors", number, "id")
        if not _SLUG.fullmatch(record.id):
            expected = "small letters, digits and single hyphens, such as ajit-doval"
            raise desk.error("actor id is no slug", where, found=record.id, expected=expected)
        if record.id in seen:
            raise desk.error("actor id given twice", where, found=record.id, expected="each actor once")
        seen.add(record.id)


def _put(gazetteer: Gazetteer, desk: DeskFile, number: int, record: DeskActor) -> None:
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
        replace(read_name(desk, number, field, form), kind=sort, entity_type=entity_type)
        for field, form, sort in given_names(record)
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
            roles=actor.roles if record.roles is None else tuple(read_roles(desk, number, record.roles)),
        ),
        [*namings, *added],
    )


def _split(gazetteer: Gazetteer, desk: DeskFile, number: int, other: str, taken: list[Naming]) -> None:
    """Take the names away from the actor that carried them wrongly."""
    if other not in gazetteer.actors:
        where = ("actors", number, "split_from")
        raise desk.error("split from an unknown actor", where, found=other, expected="the id of an actor")
    keys = {form_key(one.words) for one in taken}
    actor = gazetteer.actors[other]
    kept = tuple(words for words in actor.aliases if form_key(words) not in keys)
    namings = [one for one in gazetteer.namings[other] if form_key(one.words) not in keys]
    gazetteer.add(replace(actor, aliases=kept), namings)


def _check_roles(gazetteer: Gazetteer, desk: DeskFile, number: int, record: DeskActor) -> None:
    for place, role in enumerate(record.roles or ()):
        if role.of is not None and _stands_now(gazetteer, role.of) is None:
            where = ("actors", number, "roles", place, "of")
            raise desk.error(
                "role of an unknown actor", where, found=role.of, expected="the id of a state or organisation"
            )


def _merge(gazetteer: Gazetteer, desk: DeskFile, number: int, record: DeskActor) -> None:
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


def _drop(gazetteer: Gazetteer, desk: DeskFile) -> None:
    for number, actor_id in enumerate(desk.register.drop or ()):
        if gazetteer.actors.pop(actor_id, None) is None:
            raise desk.error(
                "drop of an unknown actor", ("drop", number), found=actor_id, expected="the id of an actor"
            )
        keys = {form_key(one.words) for one in gazetteer.namings.pop(actor_id)}
        others = {form_key(one.words) for namings in gazetteer.namings.values() for one in namings}
        gazetteer.dropped.update(keys - others)


def _claim(gazetteer: Gazetteer, desk: DeskFile) -> None:
    """The names the desk gives are its actors' alone; two of its actors may share one only at different times."""
    claims: dict[str, list[tuple[Naming, str]]] = {}
    for number, record in enumerate(desk.register.actors or ()):
        holder = _stands_now(gazetteer, record.id)
        if holder is None:  # dropped
            continue
        for field, form, _ in given_names(record):
            one = read_name(desk, number, field, form)
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


def _pass_over(gazetteer: Gazetteer, desk: DeskFile) -> None:
    """Names that are nobody's, and need no decision of the desk any more."""
    held = {form_key(one.words): holder for holder, namings in gazetteer.namings.items() for one in namings}
    for number, name in enumerate(desk.register.nobody or ()):
        if holder := held.get(form_key(name)):
            expected = f"a name that no actor has; to part it from {holder}, put it under its `drop_aliases`"
            raise desk.error("name of an actor", ("nobody", number), found=name, expected=expected)
        gazetteer.dropped.add(form_key(name))
