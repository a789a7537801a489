"""The phrases before and behind a verb, and the noun classes that tell what they are."""

from collections.abc import Iterable, Iterator

from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup, counts
from mkdocs_briefings.rules.events import EventRules

_OBJECT_STOPS = frozenset("mjhzbydTYtpskw,.;u")
_OBJECT_LENGTH = 14  # tokens


def classed(scene: Scene, tokens: range, asked: frozenset[str], rules: EventRules) -> tuple[int, frozenset[str]]:
    """The noun that tells what a phrase is, -1 for none, and its classes: of each part the last classed word."""
    for phrase in phrases(scene.letters, tokens):
        for index in reversed(phrase):
            found = noun_classes(scene, index, rules)
            if found & asked:
                return index, found
    return -1, frozenset()


def phrases(letters: str, tokens: range) -> Iterator[range]:
    """What "of", "and" and prepositions part, head first."""
    start = tokens.start
    for index in tokens:
        if letters[index] in "ocp,":
            yield range(start, index)
            start = index + 1
    yield range(start, tokens.stop)


def before(scene: Scene, group: VerbGroup) -> range:
    """The subject, or what a relative pronoun in its place stands for."""
    letters, end = scene.letters, group.first
    if end > scene.start and letters[end - 1] in "kw":
        end -= 2 if letters[end - 2] in ",p" else 1
    if end > scene.start and letters[end - 1] == ",":  # "Dara, the envoy, was arrested"
        opening = letters.rfind(",", max(scene.start, end - _OBJECT_LENGTH), end - 1)
        end = opening if opening > scene.start else end - 1
    first = max(scene.start, end - _OBJECT_LENGTH)
    start = max(letters.rfind(stop, first, end) for stop in "ksw.;TYu") + 1
    return range(max(start, first), end)


def behind(scene: Scene, group: VerbGroup, phrasals: Iterable[tuple[str, ...]]) -> range:
    """The object; where none follows the verb, what the relative pronoun before its subject stands for.

    Args:
        phrasals: words that belong to the verb; the object follows them.
    """
    letters = scene.letters
    stop = first = group.verb + 1
    for words in phrasals:
        if scene.lower[first : first + len(words)] == words:
            stop = first = first + len(words)
            break
    if letters[first : first + 2] == "wx" and letters[first + 2 : first + 3] in ".,;p":  # "that account"
        stop = first + 1
    while stop < min(scene.end, first + _OBJECT_LENGTH) and (
        letters[stop] not in _OBJECT_STOPS
        or letters[stop - 1 : stop + 2] == "x,x"
        or counts(scene.lower[stop : stop + 2], scene.lettered.words.small)
    ):
        stop += 1
    if stop == first or letters[first] == "p":
        return _antecedent(scene, group) or range(first, stop)
    return range(first, stop)


def _antecedent(scene: Scene, group: VerbGroup) -> range | None:
    """ "the tariff" of "the tariff that Norland announced"."""
    letters, opener = scene.letters, group.first - 1
    while opener > scene.start and letters[opener] in "Dxqurc":
        opener -= 1
    if opener <= scene.start or opener == group.first - 1 or letters[opener] not in "kw":
        return None
    end = opener - (letters[opener - 1] in ",p")
    first = max(scene.start, end - _OBJECT_LENGTH)
    start = max(letters.rfind(stop, first, end) for stop in "ksw.;TYuVZEB") + 1
    return range(max(start, first), end)


def noun_classes(scene: Scene, index: int, rules: EventRules) -> frozenset[str]:
    """The classes of a noun, first as the end of a compound: "air strikes", "cease-fire"."""
    lower, classes = scene.lower, rules.noun_classes
    if lower[index] not in classes:
        return frozenset()
    if index > 1 and lower[index - 1] == "-":
        compound = f"{lower[index - 2]}-{lower[index]}"
    else:
        compound = f"{lower[index - 1]} {lower[index]}"
    return classes.get(compound) or classes[lower[index]]
