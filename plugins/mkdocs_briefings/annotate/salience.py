"""Which actors a text is about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mkdocs_briefings.annotations import Document, Mention, Salience
from mkdocs_briefings.register import Actor, Register, form_key
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.salience import SalienceRules

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'.-][^\W_]+)*")
_LONGEST = 5  # words of a name in a headline
_DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][A-Z .'’-]{1,40}?|[A-Z][\w .'’-]{2,25}?)(?:,\s{0,3}(?P<region>[A-Z][\w. ]{1,25}?))?,?\s{1,3}"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}\b|\([A-Z]|[-–—]{1,2}\s)",
    re.IGNORECASE,
)


def salience(document: Document, rules: Rules, register: Register) -> Document:
    """Score every actor of the text, 0 to 1 of the best, and mark those an index should list."""
    scores = dict.fromkeys((actor.id for actor in document.actors), 0.0)
    for actor_id, weight in _weights(document, register, rules.salience):
        scores[actor_id] = scores.get(actor_id, 0.0) + weight
    states = frozenset(one for one in scores if one in register.actors and register.actors[one].type == "state")
    present = {actor.id for actor in document.actors}
    listed = [entry for entry in _marked(scores, states, rules.salience) if entry.salient or entry.actor_id in present]
    # A text may be about a state of which it names cities alone.
    added = tuple(register.actors[entry.actor_id] for entry in listed if entry.actor_id not in present)
    return replace(document, salience=tuple(listed), actors=(*document.actors, *added))


def _weights(document: Document, register: Register, weights: SalienceRules) -> Iterator[tuple[str, float]]:
    lead = document.paragraphs[0].end if document.paragraphs else 0
    leading: set[str] = set()
    for mention in document.mentions:
        actor_id, weight = _of_mention(mention, weights)
        if actor_id:
            yield actor_id, weight
            if state := _state_of(actor_id, register):
                yield state, weights.member
            if mention.span.start < lead:
                leading.add(actor_id)
    yield from ((actor_id, weights.lead) for actor_id in leading)
    present = {actor.id for actor in document.actors}
    for actor_id in _in_headline(document, register):
        if actor_id in present or register.actors[actor_id].type == "state":
            yield actor_id, weights.headline
    yield from ((one, weights.agent) for event in document.events for one in event.actors)
    if state := _of_dateline(document.text, register):
        yield state, weights.dateline


def _of_dateline(text: str, register: Register) -> str | None:
    """The state a wire's report is dated from: "GRAZ, Austria, May 2 -", "TROY, Mich., June 1"."""
    if not (dateline := _DATELINE.match(text)):
        return None
    city, region = dateline["city"], dateline["region"]
    for place in (region, city) if region else (city,):
        forms = [form for form in register.forms.get(form_key(place), ()) if form.entity_type == "GPE"]
        countries = {register.actors[actor_id].country for form in forms for actor_id in form.actor_ids}
        if countries or (countries := {register.cities.get(form_key(place))}) != {None}:
            return register.states.get(countries.pop() or "") if len(countries) == 1 else None
    return None


def _state_of(actor_id: str, register: Register) -> str | None:
    """The state an actor belongs to: a minister, a ministry or a company counts for it a little."""
    actor = register.actors.get(actor_id)
    if actor is None or actor.type == "state" or actor.country is None:
        return None
    return register.states.get(actor.country)


def _of_mention(mention: Mention, weights: SalienceRules) -> tuple[str | None, float]:
    """Whom a mention counts for, and how much; a capital read as a place counts for its state."""
    if mention.actor_id is None:
        one_city = mention.reading == "place" and len(mention.candidates) == 1
        weight = weights.city if mention.rule.split(" > ")[1:2] == ["city"] else weights.capital
        return (mention.candidates[0], weight) if one_city else (None, 0.0)
    if mention.mention_type != "NAM":
        return mention.actor_id, weights.description
    return mention.actor_id, weights.name * (weights.place if mention.reading == "place" else 1.0)


def _in_headline(document: Document, register: Register) -> set[str]:
    """The actors that the headline names, by any of their names, as a people or by their capital."""
    headline = document.source.headline or ""
    shouted = headline.upper() == headline
    own = _own_names(document.actors)
    words = [match.span() for match in _WORD.finditer(headline)]
    found: set[str] = set()
    first = 0
    while first < len(words):
        step = 1
        for last in range(min(first + _LONGEST, len(words)), first, -1):
            piece = headline[words[first][0] : words[last - 1][1]]
            ids = own.get(_key(piece)) or _meant(piece, register, shouted=shouted)
            if ids:
                found |= ids
                step = last - first
                break
        first += step
    return found


def _key(piece: str) -> str:
    return form_key(piece).removesuffix("'s")


def _meant(piece: str, register: Register, *, shouted: bool) -> set[str]:
    if not piece[0].isupper():
        return set()
    forms = [
        form
        for form in register.forms.get(_key(piece), ())
        if not form.capitals or (piece.removesuffix("'s").removesuffix("’s").isupper() and not shouted)
    ]
    ids = {actor_id for form in forms for actor_id in form.actor_ids}
    return ids if len(ids) == 1 else set()


def _own_names(actors: Iterable[Actor]) -> dict[str, set[str]]:
    """The names of the text's own actors, and what its persons are called by, where they are one actor's."""
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (actor.name, *actor.aliases, *((actor.sort_name,) if actor.sort_name else ())):
            owners[form_key(name)].add(actor.id)
    return {key: ids for key, ids in owners.items() if len(ids) == 1}


def _marked(scores: dict[str, float], states: frozenset[str], weights: SalienceRules) -> Iterator[Salience]:
    """States are measured against the best state, all others against the best of them."""
    best = max(scores.values(), default=0.0)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    of_states = [pair for pair in ranked if pair[0] in states]
    others = [pair for pair in ranked if pair[0] not in states]
    salient = {*_listed(of_states, weights, weights.least_state), *_listed(others, weights, weights.least)}
    for actor_id, score in ranked:
        relative = score / best if best else 0.0
        yield Salience(actor_id=actor_id, score=relative, salient=actor_id in salient, rule="weights")


def _listed(ranked: Sequence[tuple[str, float]], weights: SalienceRules, least: float) -> Iterator[str]:
    for rank, (actor_id, score) in enumerate(ranked):
        if rank < weights.top or score >= max(least, weights.share * ranked[0][1]):
            yield actor_id
