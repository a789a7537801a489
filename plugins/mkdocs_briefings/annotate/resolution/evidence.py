"""What stands in a text beyond doubt: the states and bodies that decide what doubtful names mean."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import PEOPLES, NameForm, Register
from mkdocs_briefings.text import Span

_LONGEST = 3  # tokens of an adjective: "Papua New Guinean"


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often each actor and each country is named beyond doubt."""

    actors: Counter[str]
    countries: Counter[str]

    @classmethod
    def of(cls, meanings: Iterable[tuple[NameForm, ...]], register: Register) -> Self:
        actors = Counter(ids[0] for forms in meanings if len(ids := sure_ids(forms)) == 1)
        countries: Counter[str] = Counter()
        for actor_id, count in actors.items():
            if country := register.actors[actor_id].country:
                countries[country] += count
        return cls(actors, countries)

    def supports(self, actor_id: str, register: Register) -> bool:
        """Whether the text names the actor, its country or a body it holds an office of."""
        actor = register.actors[actor_id]
        return (
            self.actors[actor_id] > 0
            or (actor.country is not None and self.countries[actor.country] > 0)
            or any(role.of and self.actors[role.of] > 0 for role in actor.roles)
        )


def sure_ids(forms: Iterable[NameForm]) -> tuple[str, ...]:
    """The actors a form means, where it does not often mean something else."""
    return tuple(dict.fromkeys(actor_id for form in forms if not form.doubtful for actor_id in form.actor_ids))


def peoples(document: Document, register: Register) -> Iterator[tuple[Span, tuple[NameForm, ...]]]:
    """Adjectives and nouns for a people, outside the names already found: "Indian" in "Indian goods"."""
    text, tokens, date = document.text, document.tokens, document.source.date_published
    names = [mention.span for mention in document.mentions]
    starts = [name.start for name in names]
    following = 0  # the first token that is free
    for first in [index for index, word in enumerate(tokens.lower) if word in register.people_words]:
        start = tokens.starts[first]
        name = bisect_right(starts, start)  # the next name
        inside = name and start < names[name - 1].end
        if first < following or inside or not text[start].isupper():
            continue
        end = starts[name] if name < len(names) else len(text)
        for last in range(min(first + _LONGEST, len(tokens)) - 1, first - 1, -1):
            span = tokens.span(first, last)
            if span.end <= end and (forms := _describing(register.meanings(span.of(text), date))):
                yield span, forms
                following = last + 1
                break


def _describing(forms: tuple[NameForm, ...]) -> tuple[NameForm, ...]:
    return forms if any(form.kind in PEOPLES for form in forms) else ()
