"""States that no list knows: told by what only a state has, and by the adjectives made of their names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from mkdocs_briefings.annotate.name.kinds import Scores
from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.runs import Candidate
from mkdocs_briefings.rules.names import NameRules

# What an adjective may end in, and what the name it is made of has there: "Torvian" of "Torvia" or "Torv".
_ENDINGS = (
    ("ian", ("ia", "", "y")),
    ("an", ("a", "", "o")),
    ("ese", ("", "a", "e")),
    ("ish", ("", "e")),
    ("i", ("", "e")),
)
_ADJECTIVE_ENDINGS = tuple(ending for ending, _ in _ENDINGS)
_POSSESSIVES = ("'s ", "’s ")
_ITS_REACH = 120  # characters from a name to "its"
_ITS = re.compile(r"[^A-Z.“\"\n]+(?:\bi|\. I)\Z")
_LISTED = (", ", " and ", ", and ", " or ")
_SHORTEST = 3  # letters of what an adjective and a name share
_NEXT = re.compile(r"[ \u00a0]([a-z]+)(?: ([a-z]+))?")


def signs_of_state(candidate: Candidate, text: str, rules: NameRules) -> Iterator[str]:
    """The evidence that what follows one word gives for a state, or for the adjective of one."""
    end = candidate.end
    if text.startswith(_POSSESSIVES, end):
        if rules.states.owned.match(text, end + len("'s ")):
            yield "owns-as-state"
        elif rules.states.maybe_owned.match(text, end + len("'s ")):
            yield "may-own-as-state"
    elif rules.states.called_land.match(text, end):
        yield "called-land"
    elif _has_own(text, end, rules):
        yield "owns-as-state"
    if candidate.form.endswith(_ADJECTIVE_ENDINGS):
        after = _NEXT.match(text, end)
        if after and not rules.states.things.isdisjoint(after.groups()):  # "Torvian troops"
            yield "adjective-like"


def _has_own(text: str, end: int, rules: NameRules) -> bool:
    """Something that only states have follows as "its", and no other name or quotation stands between."""
    its = text.find("ts ", end, end + _ITS_REACH)
    return its > 0 and _ITS.match(text, end, its) is not None and rules.states.owned.match(text, its + 3) is not None


def tell_by_adjectives(
    scored: Mapping[str, Scores], candidates: Iterable[Candidate], text: str, lexicon: Lexicon
) -> None:
    """Where a text has both "Torvia" and "Torvian troops", the one is a state's name and the other is none."""
    told: set[str] = set()
    for form in {form for form in _openers(candidates, text) if form.endswith(_ADJECTIVE_ENDINGS)}:
        for name in _bases(form):
            if name in scored and lexicon.sense(form) is None and not _is_person(name, lexicon):
                scored[name].say("has-adjective")
                told.add(form)
                break
    for form in told:
        if form in scored:
            scored[form].say("adjective-of-name")


def _is_person(name: str, lexicon: Lexicon) -> bool:
    sense = lexicon.sense(name)
    return name in lexicon.rules.lists.given or (sense is not None and sense.known in ("PER", "surname"))


def tell_by_neighbours(
    scored: Mapping[str, Scores], candidates: Sequence[Candidate], text: str, lexicon: Lexicon
) -> None:
    """A name joined to a state's, and one that a minister is of."""
    told = dict.fromkeys(_among_states(scored, candidates, text, lexicon), "among-states")
    for left, right in pairwise(candidates):
        if right.start - left.end > len(" of the "):
            continue
        between = text[left.end : right.start]
        if between == " and ":
            both = text.endswith("between ", 0, left.start)
            for one, other in ((left, right), (right, left)):
                if len(one.words) == 1 and lexicon.sense(one.form) is None and _is_state(other.form, scored):
                    told.setdefault(one.form, "among-states" if both else "beside-state")
        elif between in (" of ", " of the ") and len(right.words) == 1 and _is_of_state(left, text, lexicon):
            told[right.form] = "minister-of"
    for form, rule in told.items():
        scored[form].say(rule)


def _among_states(
    scored: Mapping[str, Scores], candidates: Sequence[Candidate], text: str, lexicon: Lexicon
) -> Iterator[str]:
    """The form in the middle of "Peru, Torvan and Chile"."""
    for left, middle, right in zip(candidates, candidates[1:], candidates[2:], strict=False):
        if text[left.end : middle.start] == ", " and text[middle.end : right.start] in _LISTED:
            unknown = len(middle.words) == 1 and lexicon.sense(middle.form) is None
            if unknown and _is_state(left.form, scored) and _is_state(right.form, scored):
                yield middle.form


def _is_of_state(holder: Candidate, text: str, lexicon: Lexicon) -> bool:
    """A person with the title of an office that only states have."""
    title = holder.title.of(text) if holder.title else ""
    return title.rpartition(" ")[2].lower() in lexicon.rules.states.offices


def _is_state(form: str, scored: Mapping[str, Scores]) -> bool:
    typed = scored[form].best()
    return typed is not None and typed[0] == "GPE"


def _openers(candidates: Iterable[Candidate], text: str) -> Iterator[str]:
    """The words that may be adjectives: first in a name or title, or before a word in lower case."""
    for candidate in candidates:
        if candidate.title:
            yield candidate.title.of(text).partition(" ")[0]
        if len(candidate.words) > 1 or text[candidate.end : candidate.end + 2].strip().islower():
            yield candidate.words[0].form


def _bases(form: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
            for one in instead:
                yield form.removesuffix(ending) + one
