"""Where the words of a clause end: at the mark, the linking word or the verb that opens another."""

import re

from mkdocs_briefings.annotate.event.scene import GROUPS_NEAR, Scene

_MAY_CLOSE = frozenset(".;s,c-")
_EDGE = frozenset("pDctor,-ws")  # no clause ends with these
_MOST = 60  # tokens walked, so that a "sentence" of any length stays cheap
_COMPLEMENT = re.compile("[xrp]{0,3}w")  # "announced on Friday that"
_CLOSING = re.compile('\\.?"')


def clause_end(scene: Scene, reach: int) -> int:
    """The token after the clause's last, for the verb group at position `reach`."""
    letters = scene.letters
    verb = scene.groups[reach].verb
    stop = min(scene.end, verb + 1 + _MOST)
    complement = _COMPLEMENT.match(letters, verb + 1, stop) is not None
    stop = _main_clause(scene, reach, stop)
    index = verb + 1
    while index < stop and (
        letters[index] not in _MAY_CLOSE or not _closes(scene, reach, index, stop, complement=complement)
    ):
        index += 1
    if letters[index - 2 : index] == "cu" and index > verb + 2:  # "and you", whose verb stands too far off
        index -= 2
    if "(" in scene.lower[verb:index] and ")" not in scene.lower[verb:index]:
        index = scene.lower.index("(", verb)
    if (
        letters[index : index + 1] == "s" and scene.lower[index - 1] in scene.lettered.words.units
    ):  # "two days before Dara resigned"
        index -= 2
    while index > verb + 1 and (letters[index - 1] in _EDGE):
        index -= 1
    return _balanced(scene, verb, index)


def _main_clause(scene: Scene, reach: int, stop: int) -> int:
    """Where the main clause begins with a pronoun, behind a clause with "when" that opens the sentence; or `stop`."""
    verb, following = scene.groups[reach].verb, scene.groups[reach + 1 : reach + 2]
    if scene.letters[scene.start] != "s" or "," in scene.letters[scene.start : verb] or not following:
        return stop
    pronoun = following[0].first - 1
    return pronoun if verb < pronoun < stop and scene.letters[pronoun] == "u" else stop


def _tells_the_day(scene: Scene, comma: int) -> bool:
    """ ", the day on which a tariff took effect": what happened that day is another event."""
    match scene.lower[comma + 1 : comma + 4]:
        case ("the", unit, "when" | "that"):
            return unit in scene.lettered.words.units
        case ("the", unit, "on" | "in"):
            return unit in scene.lettered.words.units and scene.lower[comma + 4 : comma + 5] == ("which",)
    return False


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
        return _tells_the_day(scene, index) or not (complement or _goes_on(scene, reach, index, stop))
    if letter == "c":
        return _joins_clauses(scene, reach, index)
    return scene.lettered.is_dash(index)


def _goes_on(scene: Scene, reach: int, comma: int, stop: int) -> bool:
    """After this comma the object goes on: a list, a place in its country, "including …"."""
    letters = scene.letters
    following = comma + 1
    if following >= stop or letters[following] not in "Dxcp" or letters[following : following + 3] == "Dxw":
        return False
    if letters[following] == "p":
        return scene.lower[following] == "including" or _is_adverbial(scene, reach, following, stop)
    lower_case = not (scene.lettered.is_capital(comma - 1) or scene.lettered.is_capital(following))
    told = any(group.spoken and group.first <= following + 2 for group in scene.groups[reach + 1 : reach + 2])
    if letters[comma - 2 : following + 1] == "Dx,x" and lower_case and not told:
        return True  # "a new, higher bar"
    end = following
    while end < stop and letters[end] not in ",.;skw":
        end += 1
    return not any(following <= group.first < end for group in scene.groups[reach + 1 : reach + 1 + GROUPS_NEAR])


def _is_adverbial(scene: Scene, reach: int, first: int, stop: int) -> bool:
    """ "…, on Monday in the capital": up to the next mark, and with no verb."""
    end = first
    while end < stop and scene.letters[end] not in ",.;skwc":
        end += 1
    if scene.lower[first] in scene.lettered.words.small.no_adverbials or scene.letters[end : end + 1] not in tuple(
        ",.;"
    ):
        return False
    return not any(first <= group.first < end for group in scene.groups[reach + 1 : reach + 1 + GROUPS_NEAR])


def _joins_clauses(scene: Scene, reach: int, conjunction: int) -> bool:
    """ "and" before another verb, with or without a subject of its own, or before "which" or "that"."""
    if scene.letters[conjunction + 1 : conjunction + 2] in ("k", "w"):
        return True
    for group in scene.groups[reach + 1 : reach + 1 + GROUPS_NEAR]:
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
