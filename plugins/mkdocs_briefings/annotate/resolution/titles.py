"""What a title says: "Russian President" is an office and a state."""

import re
from dataclasses import dataclass

from mkdocs_briefings.annotations import Mention
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules.resolution import ResolutionRules
from mkdocs_briefings.text import Tokens

_WORDS = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}")
_PAST = re.compile(r"\b(?:former|ex|late|then|one-?time)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """The offices a title may name and the states or bodies it names."""

    offices: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    past: bool = False  # "former President"


_NO_TITLE = Title()


def read_title(mention: Mention, text: str, rules: ResolutionRules, register: Register) -> Title:
    """The title of a mention, read; empty where there is none, or none that is an office."""
    if not mention.title:
        return _NO_TITLE
    words = mention.title.of(text)
    return Title(_offices_in(words, rules), states_in(words, register), _PAST.search(words) is not None)


def _offices_in(words: str, rules: ResolutionRules) -> tuple[str, ...]:
    """The offices that the first office named in a title may be."""
    lower = Tokens.of(words).lower
    for index in range(len(lower)):
        if count := rules.office_at(lower, index):
            return rules.offices[lower[index : index + count]]
    return ()


def states_in(words: str, register: Register) -> tuple[str, ...]:
    """The states and bodies named in a few words, by name or adjective."""
    found: dict[str, None] = {}
    for run in _WORDS.finditer(words):
        parts = run[0].split(" ")
        for first in range(len(parts)):
            for last in range(len(parts), first, -1):
                forms = register.meanings(" ".join(parts[first:last]))
                found |= {form.actor_ids[0]: None for form in forms if len(form.actor_ids) == 1 and not form.doubtful}
    return tuple(found)
