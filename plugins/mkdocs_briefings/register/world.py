"""The world gazetteer: tab-separated lists of the package, read into actors and the forms of their names."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.register.actors import Actor, ActorType, EntityType, FormKind, Role, form_key
from mkdocs_briefings.rules.loader import load_table

_BODIES: dict[str, ActorType] = {
    "international": "international organisation",
    "organisations": "organisation",
    "parties": "party",
    "armed_groups": "armed group",
}


@dataclass(frozen=True, slots=True)
class Naming:
    """One form of one actor's name, as the lists and the desk give it."""

    words: str
    kind: FormKind
    entity_type: EntityType
    capitals: bool = False
    doubtful: bool = False
    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Actors by id with the forms of their names; a register is made of it, after the desk has had its say."""

    actors: dict[str, Actor] = field(default_factory=dict)
    namings: dict[str, list[Naming]] = field(default_factory=dict)  # by actor id
    cities: dict[str, str] = field(default_factory=dict)  # form key: the country it lies in; no actor by itself
    claimed: dict[str, str] = field(default_factory=dict)  # form key: the actor the desk gives it to
    dropped: set[str] = field(default_factory=set)  # form keys that mean nobody on this desk

    def add(self, actor: Actor, namings: Iterable[Naming]) -> None:
        self.actors[actor.id] = actor
        self.namings[actor.id] = list(namings)


def load_world() -> Gazetteer:
    """All lists of the package.

    Raises:
        RuleError: a list has a line with too few or too many cells.
    """
    world = Gazetteer()
    _states(world)
    _regions(world)
    _governments(world)
    for table, actor_type in _BODIES.items():
        for row in _rows(table):
            names = list(_namings(row["names"], "ORG"))
            world.add(_actor(row, actor_type, names), names)
    _people(world)
    for row in _rows("cities"):
        world.cities.update({form_key(city): row["country"] for city in row["cities"].split("|")})
    return world


def _rows(table: str) -> list[dict[str, str]]:
    return load_table(files("mkdocs_briefings") / "world" / f"{table}.tsv")


def _actor(row: dict[str, str], actor_type: ActorType, names: list[Naming], **more: str | tuple[Role, ...]) -> Actor:
    return Actor(
        id=row["id"],
        name=names[0].words,
        type=actor_type,
        aliases=tuple(naming.words for naming in names[1:]),
        country=row["country"] or None,
        wikidata=row.get("wikidata") or None,
        **more,  # type: ignore[arg-type]  # sort_name and roles, each of its own type
    )


def _namings(cell: str, entity_type: EntityType, kind: FormKind | None = None) -> Iterator[Naming]:
    """The forms of a cell; where no kind is given, the first is the name and the others are aliases."""
    for number, form in enumerate(cell.split("|") if cell else ()):
        yield naming(form, kind or ("alias" if number else "name"), entity_type)


def naming(form: str, kind: FormKind, entity_type: EntityType) -> Naming:
    """Read a form with its marks: `!` only in capitals, `?` often something else, `@since..until`."""
    words, _, period = form.partition("@")
    since, _, until = period.partition("..")
    bare = words.rstrip("!?")
    marks = words[len(bare) :]
    return Naming(
        bare,
        kind,
        entity_type,
        "!" in marks,
        "?" in marks,
        datetime.date.fromisoformat(since) if since else None,
        datetime.date.fromisoformat(until) if until else None,
    )


def _states(world: Gazetteer) -> None:
    for row in _rows("states"):
        names = list(_namings(row["names"], "GPE"))
        world.add(
            _actor(row, "state", names),
            [
                *names,
                *_namings(row["adjectives"], "GPE", "adjective"),
                *_namings(row["nouns"], "GPE", "demonym"),
                *_namings(row["capitals"], "GPE", "capital"),
            ],
        )


def _regions(world: Gazetteer) -> None:
    for row in _rows("regions"):
        names = list(_namings(row["names"], "GPE"))
        world.add(_actor(row, "government", names), [*names, *_namings(row["adjectives"], "GPE", "adjective")])


def _governments(world: Gazetteer) -> None:
    for row in _rows("governments"):
        names = list(_namings(row["names"], "ORG"))
        seats = list(_namings(row["seats"], "ORG", "seat"))
        shown = {seat.words for seat in seats}
        bodies = [name for name in names if name.words not in shown]
        everything = [*names, *(seat for seat in seats if seat.words != names[0].words)]
        world.add(_actor(row, "government", everything), [*bodies, *seats])


def _people(world: Gazetteer) -> None:
    roles = _roles()
    for row in _rows("people"):
        names = list(_namings(row["names"], "PER"))
        held = tuple(sorted(roles.get(row["id"], ()), key=_since))
        world.add(_actor(row, "person", names, sort_name=row["sort_name"], roles=held), names)


def _roles() -> dict[str, list[Role]]:
    roles: dict[str, list[Role]] = {}
    dates: dict[str, PartialDate] = {}
    for row in _rows("terms"):
        since, until = (_date(row[end], dates) for end in ("since", "until"))
        role = Role(title=row["title"], of=row["of"], since=since, until=until, office=row["office"])
        roles.setdefault(row["person"], []).append(role)
    return roles


def _date(edtf: str, read: dict[str, PartialDate]) -> PartialDate | None:
    if edtf and edtf not in read:
        read[edtf] = PartialDate.parse(edtf)
    return read.get(edtf)


def _since(role: Role) -> str:
    return role.since.edtf if role.since else ""
