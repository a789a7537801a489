"""From the names of the gazetteer to tables that are looked up by `form_key`."""

from collections.abc import Iterable, Mapping

from mkdocs_briefings.register.actors import PEOPLES, Actor, NameForm, form_key, without_accents
from mkdocs_briefings.register.world import Gazetteer
from mkdocs_briefings.text import Tokens


def compile_forms(gazetteer: Gazetteer) -> dict[str, tuple[NameForm, ...]]:
    """Every form, with and without its accents. A form the desk gave is nobody else's."""
    meanings: dict[str, dict[tuple[object, ...], list[str]]] = {}
    for actor_id, namings in gazetteer.namings.items():
        for naming in namings:
            sense = (naming.kind, naming.entity_type, naming.capitals, naming.doubtful, naming.since, naming.until)
            for key in _keys(naming.words):
                if gazetteer.claimed.get(key, actor_id) == actor_id:
                    holders = meanings.setdefault(key, {}).setdefault(sense, [])
                    if actor_id not in holders:
                        holders.append(actor_id)
    return {
        key: tuple(NameForm(tuple(holders), *sense) for sense, holders in senses.items())  # type: ignore[arg-type]
        for key, senses in meanings.items()
    }


def compile_surnames(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    """The name a person is later called by, and the last word of the full name: "Xi", "al-Assad", "Assad"."""
    found: dict[str, list[str]] = {}
    for actor in actors:
        if actor.type == "person" and actor.sort_name:
            last = actor.name.split()[-1]
            called = (actor.sort_name, last) if last.endswith(actor.sort_name) else (actor.sort_name,)
            for key in dict.fromkeys(key for words in called for key in _keys(words)):
                found.setdefault(key, []).append(actor.id)
    return {key: tuple(persons) for key, persons in found.items()}


def people_words(forms: Mapping[str, tuple[NameForm, ...]]) -> frozenset[str]:
    """The first tokens of the forms that describe a people: "south" of "South Sudanese"."""
    describing = [key for key, meanings in forms.items() if any(form.kind in PEOPLES for form in meanings)]
    return frozenset(Tokens.of(key).lower[0] for key in describing)


def _keys(words: str) -> tuple[str, ...]:
    key = form_key(words)
    return (key,) if key.isascii() else tuple({key, without_accents(key)})
