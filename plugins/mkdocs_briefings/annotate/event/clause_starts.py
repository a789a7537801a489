"""Where the words of a clause begin: its subject, what a relative pronoun stands for, the time told before it."""

import re

from mkdocs_briefings.annotate.event.scene import Scene

MOST = 60  # tokens walked to either side, so that a "sentence" of any length stays cheap
SUBJECT_STOPS = frozenset(".;swY")
_LONGEST_OPENING = 20  # tokens
_OPENS_WITH = frozenset("pDxoqr,-c")
_BEFORE_OPENING = frozenset('.;w"s')
_LONGEST_ADVERBIAL = 12  # tokens
_OPENING = 4  # tokens of "Two days after"
_JOINED = re.compile("(?:[swk;]|,c)([Dxqruo,-]+c[Dxq-]+)$")  # "when Dara and the envoy"
_JOINED_BEHIND_COMMA = re.compile(",([Dxqru-]+c[Dxq-]+)$")


def time_before(scene: Scene, first: int) -> int:
    """The first token of the words before a subject at `first` that tell the time: "On 6 May, in Orra, the premier"."""
    letters, timed, floor = scene.letters, scene.lettered.timed, max(scene.start, first - _LONGEST_OPENING)
    start = first
    while start > floor and (letters[start - 1] in _OPENS_WITH or start - 1 in timed):
        start -= 1
    if start > scene.start and letters[start - 1] not in _BEFORE_OPENING:
        return first
    while start < first and letters[start] in ',c"-':
        start += 1
    return start if any(at in timed for at in range(start, first)) else first


def past_bracket(scene: Scene, index: int, floor: int) -> int:
    """The token itself, or where the bracket opens that it closes."""
    if scene.lower[index] != ")":
        return index
    return next((token for token in range(index, floor - 1, -1) if scene.lower[token] == "("), index)


def before_pronoun(scene: Scene, pronoun: int) -> int:
    """The last token of what a relative pronoun stands for, also of "and which", the second of its kind."""
    letters, at = scene.letters, pronoun
    if at > scene.start and letters[at - 1] == "c":
        at = max(letters.rfind(letter, max(scene.start, pronoun - MOST), pronoun) for letter in "kw")
        at = at if at > scene.start else pronoun
    return at - 2 if letters[at - 1] == "," else at - 1


def noun_phrase_start(scene: Scene, last: int, floor: int) -> int | None:
    """Where the noun phrase begins that ends at token `last`, not before `floor`."""
    letters, floor = scene.letters, max(floor, last - MOST)
    first = last
    while first > floor and (
        letters[first - 1] in "Dxoqr-"
        or (letters[first] == "p" and letters[first - 1] in "VZ")
        or (first > floor + 1 and _is_chained(scene, first))
    ):
        first -= 1
    while first < last and letters[first] in "opqr-":
        first += 1
    return first if floor <= first <= last else None


def _is_chained(scene: Scene, first: int) -> bool:
    """A preposition before token `first` joins its phrase to a noun: "talks in Orra", "talks on Monday"."""
    return (
        scene.letters[first - 2] in "xVZ"
        and scene.letters[first - 1] == "p"
        and (scene.lower[first - 1] in scene.lettered.words.small.chains or first in scene.lettered.timed)
    )


def after_object(scene: Scene, start: int, last: int) -> int:
    """Where a later verb's subject begins after an earlier verb's object: behind the last mark or linking word."""
    start = max(start, last - MOST)
    stretch = scene.letters[start : last + 1]
    if joined := _JOINED.search(stretch):
        return start + joined.start(1)
    if _is_subordinate(scene, start - 1) and (joined := _JOINED_BEHIND_COMMA.search(stretch)):
        return start + joined.start(1)
    return start + max(stretch.rfind(letter) for letter in "cws,;k") + 1


def _is_subordinate(scene: Scene, verb: int) -> bool:
    """ "After", "when" or the like opens the sentence, within a few words, and the verb's clause."""
    opening = scene.letters[scene.start : min(verb, scene.start + _OPENING)]
    return "s" in opening and "," not in scene.letters[scene.start : verb]


def opens(scene: Scene, index: int, last: int) -> bool:
    """Before what follows this token a subject begins: a mark, a subordinator, a comma of no list, a dash."""
    letter = scene.letters[index]
    if letter == ",":
        return not _lists(scene, index, last)
    return (letter in SUBJECT_STOPS and scene.lower[index] != ")") or scene.lettered.is_dash(index)


def _lists(scene: Scene, comma: int, last: int) -> bool:
    """ "France, Germany and Italy": the comma joins names of one subject."""
    letters = scene.letters
    floor = max(scene.start, comma - MOST)
    begin = max(floor, max(letters.rfind(stop, floor, comma) for stop in '.;,sw"') + 1)
    piece = letters[begin:comma]
    return "c" in letters[comma:last] and piece[:1] in ("D", "x") and not set(piece) & set("hbmtYTuUrG")


def past_adverbial(scene: Scene, first: int, last: int) -> int:
    """Skip "In May", "On 6 May" or "Last year" that opens the clause without a comma."""
    letters, timed = scene.letters, scene.lettered.timed
    if letters[first] != "p" and first not in timed:
        return first
    for index in range(first + 1, min(last + 1, first + _LONGEST_ADVERBIAL)):
        if index in timed or letters[index - 1] in "pDoq-" or letters[index] in "po":
            continue
        if letters[index] in "Du" or index - 1 in timed or scene.lettered.is_name(index):
            return index
    return last
