"""The source's own words for an event: subject, verb and objects as one stretch of a sentence."""

import re
from dataclasses import dataclass

from mkdocs_briefings.annotate.event.scene import Scene

_SUBJECT_STOPS = frozenset(".;swY")
_MAY_OPEN = _SUBJECT_STOPS | {",", "-"}
_MAY_CLOSE = frozenset(".;s,c-")
_EDGE = frozenset("pDctor,-ws")  # no clause ends with these
_MOST = 60  # tokens walked to either side, so that a "sentence" of any length stays cheap
_GROUPS_NEAR = 6
_ASIDES = 4
_JOINTS = 4
_COMPLEMENT = re.compile("[xrp]{0,3}w")  # "announced on Friday that"
_CLOSING = re.compile('\\.?"')
_CONDITIONS = frozenset(["if", "unless", "whether"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Token ranges of an event's clause; `subject` is None where it has none in reach."""

    subject: range | None  # up to the verb group
    rest: range  # the verb group and what follows it
    relative: bool  # "who met …": the clause tells more of its subject
    conditional: bool  # under if, unless or whether

    @property
    def tokens(self) -> range:
        return range(self.subject.start if self.subject else self.rest.start, self.rest.stop)


def clause(scene: Scene, position: int, reach: int) -> Clause:
    """The clause of the verb group at `position`.

    Args:
        reach: the position of the last group the clause holds, where an operator governs an infinitive.
    """
    group = scene.groups[position]
    subject, relative = _subject(scene, position)
    opener = scene.lower[subject.start - 1] if subject and subject.start > scene.start else ""
    rest = range(group.first, max(_end(scene, reach), group.verb + 1))
    return Clause(subject=subject, rest=rest, relative=relative, conditional=opener in _CONDITIONS)


def _subject(scene: Scene, position: int, joints: int = _JOINTS) -> tuple[range | None, bool]:
    """The subject of a verb group, and whether a relative pronoun stands for it.

    Args:
        joints: how many verbs joined by "and" may lie between it and its subject.
    """
    letters, start = scene.letters, scene.start
    last = scene.groups[position].first - 1
    if last < start:
        return None, False
    before = letters[last]
    previous = letters[last - 1] if last > start else "."
    if before == "c" or (before == "," and previous == "c"):
        return _shared(scene, position, joints)
    if before == ",":
        return _before_aside(scene, position, last) or _shared(scene, position, joints)
    if before == "u" and previous != "c":
        return range(last, last + 1), False
    if before == "k" or (before == "w" and previous not in "Y,."):
        return _antecedent(scene, position, last - 2 if previous == "," else last - 1), True
    return _noun_phrase(scene, position, last), False


def _before_aside(scene: Scene, position: int, comma: int) -> tuple[range, bool] | None:
    """ "Dara, 42, of Orra, met": the subject before words set off by commas."""
    letters = scene.letters
    for _ in range(_ASIDES):
        opening = letters.rfind(",", max(scene.start, comma - _MOST), comma)
        nearby = scene.groups[max(0, position - _GROUPS_NEAR) : position]
        told = letters[opening + 1] != "k" and any(group.finite and opening < group.verb < comma for group in nearby)
        if opening <= scene.start or told:
            return None
        subject = _noun_phrase(scene, position, opening - 1)
        if subject and not scene.lower[subject.start].isdigit():
            return subject, False
        comma = opening
    return None


def _shared(scene: Scene, position: int, joints: int) -> tuple[range | None, bool]:
    """The subject of the finite verb this one is joined to by "and"; behind a comma, of a verb of saying first."""
    near = range(position - 1, max(-1, position - _GROUPS_NEAR), -1)
    finite = [earlier for earlier in near if scene.groups[earlier].finite]
    if scene.letters[max(scene.start, scene.groups[position].first - 2)] == ",":
        finite.sort(key=lambda earlier: not scene.groups[earlier].spoken)
    return _subject(scene, finite[0], joints - 1) if finite and joints else (None, False)


def _noun_phrase(scene: Scene, position: int, last: int) -> range | None:
    """The subject whose own words end at token `last`, from where its clause opens up to the verb group."""
    if last < scene.start:
        return None
    letters, groups = scene.letters, scene.groups
    floor = max(scene.start, last - _MOST)
    for earlier in range(position - 1, max(-1, position - _GROUPS_NEAR), -1):
        if groups[earlier].finite and groups[earlier].verb < last:
            floor = max(floor, _after_object(scene, groups[earlier].verb + 1, last))
            break
    first = _past_bracket(scene, last, floor)
    while first > floor and (letters[first - 1] not in _MAY_OPEN or not _opens(scene, first - 1, last)):
        first = _past_bracket(scene, first - 1, floor)
    while first < last and letters[first] in 'crw"-':
        first += 1
    first = _past_adverbial(scene, first, last)
    return range(first, groups[position].first) if first <= last and letters[first] not in ".;,p" else None


def _past_bracket(scene: Scene, index: int, floor: int) -> int:
    """The token itself, or where the bracket opens that it closes."""
    if scene.lower[index] != ")":
        return index
    return next((token for token in range(index, floor - 1, -1) if scene.lower[token] == "("), index)


def _antecedent(scene: Scene, position: int, last: int) -> range | None:
    """The noun phrase a relative pronoun stands for."""
    floor = scene.groups[position - 1].verb + 1 if position else scene.start
    first = last
    while first > max(floor, last - _MOST) and scene.letters[first - 1] in "Dxoq-":
        first -= 1
    return range(first, scene.groups[position].first) if floor <= first <= last else None


def _after_object(scene: Scene, start: int, last: int) -> int:
    """Where a later verb's subject begins after an earlier verb's object: behind the last mark or linking word."""
    stretch = scene.letters[start : last + 1]
    return start + max(stretch.rfind(letter) for letter in "cws,;k") + 1


def _opens(scene: Scene, index: int, last: int) -> bool:
    """Before what follows this token a subject begins: a mark, a subordinator, a comma of no list, a dash."""
    letter = scene.letters[index]
    if letter == ",":
        return not _lists(scene, index, last)
    return (letter in _SUBJECT_STOPS and scene.lower[index] != ")") or scene.lettered.is_dash(index)


def _lists(scene: Scene, comma: int, last: int) -> bool:
    """ "France, Germany and Italy": the comma joins names of one subject."""
    letters = scene.letters
    floor = max(scene.start, comma - _MOST)
    begin = max(floor, max(letters.rfind(stop, floor, comma) for stop in '.;,sw"') + 1)
    piece = letters[begin:comma]
    return "c" in letters[comma:last] and piece[:1] in ("D", "x") and not set(piece) & set("hbmtYTuUrG")


def _past_adverbial(scene: Scene, first: int, last: int) -> int:
    """Skip "In May" or "On Friday" that opens the clause without a comma."""
    if scene.letters[first] != "p":
        return first
    for index in range(first + 1, min(last, first + 5)):
        if scene.letters[index] in "Du" or (scene.lettered.is_name(index) and index > first + 1):
            return index
    return last


def _end(scene: Scene, reach: int) -> int:
    """The token after the clause's last."""
    letters = scene.letters
    verb = scene.groups[reach].verb
    stop = min(scene.end, verb + 1 + _MOST)
    complement = _COMPLEMENT.match(letters, verb + 1, stop) is not None
    index = verb + 1
    while index < stop and (
        letters[index] not in _MAY_CLOSE or not _closes(scene, reach, index, stop, complement=complement)
    ):
        index += 1
    if letters[index - 2 : index] == "cu" and index > verb + 2:  # "and you", whose verb stands too far off
        index -= 2
    if "(" in scene.lower[verb:index] and ")" not in scene.lower[verb:index]:
        index = scene.lower.index("(", verb)
    while index > verb + 1 and (letters[index - 1] in _EDGE):
        index -= 1
    return _balanced(scene, verb, index)


def _closes(scene: Scene, reach: int, index: int, stop: int, *, complement: bool) -> bool:
    """The clause ends before this token.

    Args:
        complement: a clause with "that" is the verb's object.
    """
    letter = scene.letters[index]
    if letter == "s":
        return index > scene.groups[reach].verb + 1
    if letter in ".;":
        return scene.lower[index] not in ("(", ")")
    if letter == ",":
        return not (complement or _goes_on(scene, reach, index, stop))
    if letter == "c":
        return _joins_clauses(scene, reach, index)
    return scene.lettered.is_dash(index)


def _goes_on(scene: Scene, reach: int, comma: int, stop: int) -> bool:
    """After this comma the object goes on: a list, a place in its country, "including …"."""
    letters = scene.letters
    following = comma + 1
    if following >= stop or letters[following] not in "Dxcp":
        return False
    if letters[following] == "p":
        return scene.lower[following] == "including"
    if letters[comma - 2 : following + 1] == "Dx,x" and not scene.lettered.is_capital(comma - 1):
        return True  # "a new, higher bar"
    end = following
    while end < stop and letters[end] not in ",.;skw":
        end += 1
    return not any(following <= group.first < end for group in scene.groups[reach + 1 : reach + 1 + _GROUPS_NEAR])


def _joins_clauses(scene: Scene, reach: int, conjunction: int) -> bool:
    """ "and" before another verb, with or without a subject of its own."""
    for group in scene.groups[reach + 1 : reach + 1 + _GROUPS_NEAR]:
        if group.first <= conjunction:
            continue
        between = scene.letters[conjunction + 1 : group.first]
        if not between.strip("r"):
            return group.form != "infinitive"
        return group.finite and not set(between) & set(",.;skwp")
    return False


def _balanced(scene: Scene, verb: int, end: int) -> int:
    """A quotation that opens inside a clause closes inside it, or stays out."""
    marks = [index for index in range(verb + 1, end) if scene.letters[index] == '"']
    if len(marks) % 2 == 0:
        return end
    if closing := _CLOSING.match(scene.letters, end, scene.end):
        return closing.end()
    return marks[-1] if marks[-1] > verb + 1 else end
