"""Events that a noun names: "his recent meeting with the envoy", "a possible summit"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_briefings.annotate.event.scene import Scene
from mkdocs_briefings.annotations import Timex
from mkdocs_briefings.rules.events import Nominal

_BACK = 8  # tokens from the noun to its adjective
_ON = 14  # tokens of what follows the noun
_LONGEST_NAME = 5  # tokens after "and"
_ENDS = frozenset(',.;skwct"mhbjzyd')


@dataclass(frozen=True, slots=True, kw_only=True)
class NounEvent:
    noun: int  # token indices
    marker: int  # of the adjective or the expression of time
    phrase: range
    planned: bool
    timex: Timex | None


def noun_events(scene: Scene, nominal: Nominal, dated: Mapping[int, Timex]) -> Iterator[NounEvent]:
    """The nouns of a sentence that name an event and are placed in time by an adjective or a date before them.

    Args:
        dated: expressions of time that date a noun, by their last token.
    """
    lower = scene.lower
    if nominal.words.isdisjoint(lower[scene.start : scene.end]):
        return
    verbs = {group.verb for group in scene.groups if group.form in ("finite", "infinitive")}
    for noun in (token for token in scene.sentence.tokens if lower[token] in nominal.words):
        marker = _marker(scene, noun, nominal, dated) if noun not in verbs else None
        if marker is not None and not _is_the_time(scene, marker, nominal):
            timex = dated.get(marker) if lower[marker] not in nominal.past | nominal.planned else None
            first = scene.lettered.tokens.range(timex.span).start if timex else marker
            phrase = range(_opening(scene, first), _end(scene, noun, verbs))
            planned = lower[marker] in nominal.planned
            yield NounEvent(noun=noun, marker=first, phrase=phrase, planned=planned, timex=timex)


def _marker(scene: Scene, noun: int, nominal: Nominal, dated: Mapping[int, Timex]) -> int | None:
    for index in range(noun - 1, max(scene.start - 1, noun - _BACK), -1):
        if index in dated or scene.lower[index] in nominal.past or scene.lower[index] in nominal.planned:
            return index
        if scene.letters[index] not in "x-rq":
            break
    return None


def _is_the_time(scene: Scene, marker: int, nominal: Nominal) -> bool:
    """ "signed it during an earlier visit": it tells when another event was."""
    first = marker - 1 - (scene.letters[marker - 1] == "D")
    return scene.lower[marker] in nominal.past and first >= scene.start and scene.lower[first] == "during"


def _opening(scene: Scene, marker: int) -> int:
    """The determiner or possessor before the marker."""
    letters, first = scene.letters, marker
    before = letters[first - 1] if first > scene.start else "."
    if before == "D":
        return first - 1
    if before == "q":
        first -= 1
        while first > scene.start and (scene.lettered.is_name(first - 1) or letters[first - 1] == "D"):
            first -= 1
    return first


def _end(scene: Scene, noun: int, verbs: set[int]) -> int:
    """After what belongs to the noun: with whom, on what, where."""
    letters = scene.letters
    index = noun + 1
    stop = min(scene.end, noun + _ON)
    while index < stop and index not in verbs and (letters[index] not in _ENDS or _lists(scene, index, verbs)):
        index += 1
    while index > noun + 1 and letters[index - 1] in "pDor-":
        index -= 1
    return index


def _lists(scene: Scene, conjunction: int, verbs: set[int]) -> bool:
    """ "with Dara and Ruiz": "and" joins a name that is no verb's subject."""
    if scene.letters[conjunction] != "c":
        return False
    index = conjunction + 1
    while index < min(scene.end, conjunction + _LONGEST_NAME) and scene.lettered.is_name(index):
        index += 1
    return index > conjunction + 1 and index not in verbs and scene.letters[index : index + 1] in tuple(",.;spow")
