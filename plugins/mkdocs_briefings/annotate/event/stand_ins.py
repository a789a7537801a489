"""Words that stand for a noun told before: "the 22nd", "the last one", "signed it", "a further 25 percent"."""

from mkdocs_briefings.annotate.event.phrases import noun_classes, phrases
from mkdocs_briefings.annotate.event.scene import Scene
from mkdocs_briefings.rules.events import EventRules

_BACK = 150  # tokens looked back on
_BEYOND = 80  # tokens behind an order that may tell what it sets out
_ORDINALS = ("st", "nd", "rd", "th")
_NONE = frozenset[str]()


def told_before(
    scene: Scene, tokens: range, pronoun: int, asked: frozenset[str], rules: EventRules
) -> tuple[int, frozenset[str]]:
    """The head of a phrase that stands for a noun of the classes asked for, and its classes; -1 for none.

    Args:
        pronoun: the token that stands in the place of a phrase without words.
    """
    head = head_of(scene, tokens, pronoun=pronoun)
    found = _stood_for(scene, head, asked, rules) if head >= 0 else _NONE
    return (head, found) if found else (-1, _NONE)


def _stood_for(scene: Scene, head: int, asked: frozenset[str], rules: EventRules) -> frozenset[str]:
    """The classes, of those asked, of the noun that the word at `head` stands for: the last of them told before it.

    What an order sets out may follow it: "signed an order that imposes tariffs".
    """
    record = rules.stand_ins.get(_key(scene, head))
    wanted = record.classes & asked if record else _NONE
    if not record or not wanted:
        return _NONE
    near, beyond = range(0), range(0)
    if record.ahead:
        stop = min(len(scene.lower), head + _BEYOND)
        near, beyond = range(head + 1, min(scene.end, stop)), range(scene.end, stop)
    for places in (near, range(head - 1, max(-1, head - _BACK), -1), beyond):
        for at in places:
            if found := noun_classes(scene, at, rules) & wanted:
                return found
    return _NONE


def head_of(scene: Scene, tokens: range, *, pronoun: int) -> int:
    """The last word of a phrase before what "of", a preposition or a mark parts from it; -1 for none.

    Args:
        pronoun: the token that stands in the place of a phrase without words.
    """
    if not tokens:
        return pronoun if scene.start <= pronoun < scene.end else -1
    for phrase in phrases(scene.letters, tokens):
        named = [at for at in phrase if not scene.lower[at].isdigit()]
        if named and scene.letters[phrase.start - 1] != "p":
            return named[-1]
    return -1


def _key(scene: Scene, head: int) -> str:
    word = scene.lower[head]
    return "first" if word[:1].isdigit() and word.endswith(_ORDINALS) else word
