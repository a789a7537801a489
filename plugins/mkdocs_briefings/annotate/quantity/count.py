"""The noun that a bare number counts."""

import re

from mkdocs_briefings.annotate.quantity import phrases
from mkdocs_briefings.annotate.quantity.figures import COUNTED
from mkdocs_briefings.annotate.quantity.measure import put_on
from mkdocs_briefings.annotate.quantity.phrases import MORE, NP
from mkdocs_briefings.annotate.quantity.window import Window
from mkdocs_briefings.annotations import Quantity
from mkdocs_briefings.rules.quantities import RELATIVE, VOTE, QuantityRules
from mkdocs_briefings.rules.word_classes import NOUN, OF, VERB
from mkdocs_briefings.text import Span

Count = tuple[str, Span | None]  # the noun's lemma, and the phrase it heads

_DIRECT = re.compile(rf"[Nueghm']{MORE}(?:[fi2]{NP})*")
_OWNED_BY = re.compile(rf"[fi](?!g)(?:[dq]?D+)?{NP}")
_SHARE_OF = re.compile(r"f(?=[dqDNu])")
_OTHER_END = re.compile(r"[2bc][iIaufq2]{0,3}D+")  # "from 6,200 to about 4,800 troops"
_CLAUSE_STARTS = re.compile(r"(?:\A|[,;:(-][cb]?|[cb])(?:d[du]?)?\Z|fW\Z")
_WHOLE = re.compile(r"f[dNu']{0,4}?(?=[Dq])")
_PART = re.compile(r"fD")  # "118 of 240"
_TO_BE = re.compile(r"x[xa]*(?=.)")
_GAPPED = re.compile(rf"(?:,?c|,)(?:{NP}\|(?=[,;]|\Z)|\|i)")
_OF_THEM = re.compile(r"f[poW]")
_OF = frozenset((" of ", " out of "))
_TO = re.compile(r",?(?:\s(?:up|down|back))?\s(?:to|against|from)\s")
DOWN_FROM = re.compile(r"(?:\bup|\bdown|,|\bcompared|\binstead)\s(?:from|against|with)\s\Z")
_INSIDE = frozenset("NuDegh'mBVa")
_CLOSE = 80  # characters between "4,500 soldiers in the south" and ", down from 7,000"
_FROM = "from "
_VERB = frozenset("xVve")
_FEW = 7  # tokens between a number and the noun it counts
_NEAR = 300  # characters in which "nine" still counts what was counted before
_SHORTEST_PLURAL = 4
_GOES_ON = frozenset("NuegmhBvZV'")  # letters after a word that heads no phrase: "one patrol boat"
_PREPOSITIONS = frozenset("iIf2")
_IN_ALL = ("in", "all")
_NUMBER_OF = ("number", "of")
_JOINS = {"to": "from", "and": "between"}


def counted(window: Window, rules: QuantityRules, *, one: bool) -> Count | None:
    """The noun a bare number counts; `one` for the number one, which is a count beside some nouns only."""
    if window.right[:1] == "h":  # "a 27-nation bloc"
        return _hyphenated(window, rules)
    share = _SHARE_OF.match(window.right)
    one = one and not (share and _whole_is_counted(window))  # "one of the two stations"
    person: Count | None = None
    if one and share:
        return None  # "one of its ships"
    for at in range(share.end() if share else _after_other_end(window), min(_FEW, len(window.words))):
        letter = window.right[at]
        head = _head(window, at, rules, one=one)
        if head and not (head == window.words[at] and _is_head(window, at + 1, rules)):
            return head, window.of_right(0 if share else _first(window, at), _owned_until(window, at + 1, rules))
        if window.words[at] in rules.lists.counted and (at == 0 or window.right[at - 1] in "aq") and not one:
            person = "person", window.of_right(0, at + 1) if share else None
        inside = (
            letter in _INSIDE
            or (letter == VERB and window.words[at].endswith("ed"))
            or window.words[at] in rules.lists.further
            or (share and letter in "dqD")
        )
        if not inside and not window.right[:at].endswith("h"):
            break
    return (
        person
        or _casualties(window, rules)
        or _in_all(window, rules)
        or _ballot(window, rules)
        or _tallied(window, rules)
        or _members(window, rules)
    )


def _whole_is_counted(window: Window) -> bool:
    whole = _WHOLE.match(window.right)
    return whole is not None and window.is_number_right(whole.end())


def adopted(window: Window, rules: QuantityRules, last: Quantity, between: str, *, fewer: bool) -> Count | None:
    """What was counted just before: "121 votes to 14", "11 observers … Nine were freed".

    Args:
        between: the text from that number, and what it counts, to this one.
        fewer: this number is not greater than that one.
    """
    if _TO.fullmatch(between) or (last.rule == COUNTED and len(between) < _CLOSE and DOWN_FROM.search(between)):
        unit = _changed(last, window.document.text, rules)
        return (unit, None if unit == VOTE else last.measured) if unit else None
    another = window.left_words[-1:] == ["another"] and window.right[:1] in _VERB
    than = not (rules.lists.differences if last.unit != VOTE else rules.lists.vote_sides).isdisjoint(window.words[:1])
    if than and between == ", ":
        return last.unit, None  # "4 billion euros, 1 billion more than planned"
    if last.rule != COUNTED or len(between) > _NEAR:
        return None
    if len(between) < _CLOSE and _GAPPED.search(f"{window.left}|{window.right}"):
        return last.unit, None  # "the army lost 14 men, the rebels 30"
    if them := _OF_THEM.match(window.right):  # "five of them", "five of them children"
        end = them.end()
        governed = window.left[-1:] in _PREPOSITIONS  # "in two of them schools are closed"
        noun = _head(window, end, rules, one=False) if window.words[end:] and not governed else None
        return (noun, window.of_right(end, end + 1)) if noun else (last.unit, window.of_right(0, end))
    whole = _PART.match(window.right) or between in _OF or window.left.endswith("'")
    of_them = window.left_words[:1] == ["of"] and window.left.endswith(",")
    starts = _CLAUSE_STARTS.search(window.left) and window.right[:1] in _VERB
    voted = starts and not rules.lists.ballots.isdisjoint(window.words[:1])
    return (last.unit, None) if whole or than or another or voted or (fewer and (of_them or starts)) else None


def _changed(last: Quantity, text: str, rules: QuantityRules) -> str | None:
    """The unit of what a change leads to or from: "to 45,000 tonnes from 30,000", "claims fell 22% to 48,300"."""
    if last.unit not in RELATIVE or text.endswith(_FROM, 0, last.span.start):
        return last.unit
    words = last.measured.of(text).lower().split() if last.measured else []
    noun = _head_word(words, rules)
    return None if noun in rules.lists.never_tallied else _plural(noun, rules)


def _head_word(words: list[str], rules: QuantityRules) -> str:
    """The noun before the first preposition, "of" aside: "number of crossings from Norvia"."""
    end = next((at for at, word in enumerate(words) if word in rules.lists.relates and word != "of"), len(words))
    return words[end - 1] if end else ""


def _after_other_end(window: Window) -> int:
    """Where the noun may start after "from 6,200 to about 4,800", on the right of the first number."""
    end = _OTHER_END.match(window.right)
    joint = window.words[0] if window.words else ""
    apart = joint in _JOINS and _JOINS[joint] not in window.left_words[-1:]
    return end.end() if end and not apart else 0


def _first(window: Window, head: int) -> int:
    """Where the phrase of the noun at `head` starts: behind the other end of a range."""
    return min(_after_other_end(window), head)


def _owned_until(window: Window, end: int, rules: QuantityRules) -> int:
    """Where the phrase ends that "of" and "from" lengthen: "rounds of ammunition", "troops from Norvia"."""
    while (
        window.words[end : end + 1]
        and window.words[end] in rules.lists.lengthening
        and (more := _OWNED_BY.match(window.right, end))
    ):
        end = more.end()
    return end


def _casualties(window: Window, rules: QuantityRules) -> Count | None:
    """ "17 were wounded", "injured some 2,000"."""
    to_be = _TO_BE.match(window.right)
    passive = to_be is not None and window.words[to_be.end()] in rules.lists.casualty
    active = bool(window.left_words) and window.left_words[-1] in rules.lists.casualty
    return ("person", None) if passive or active else None


def _tallied(window: Window, rules: QuantityRules) -> Count | None:
    """ "the death toll rose to 61", "the number of claims reached 900"."""
    phrase = put_on(window, rules)
    words = phrase.of(window.document.text).lower().split() if phrase else []
    if "toll" in words or (window.left_words[-1:] == ["at"] and _head_word(words, rules) in rules.lists.groups):
        return "person", phrase
    noun = _head_word(words[2:], rules) if tuple(words[:2]) == _NUMBER_OF else ""
    unit = "person" if noun in rules.lists.counted else _plural(noun, rules)
    return (unit, phrase) if unit else None


def _members(window: Window, rules: QuantityRules) -> Count | None:
    """ "a crew of 21", "the 31,000 who landed"."""
    if window.words[:1] == ["who"]:
        return "person", None
    group = window.left_words[-2] if window.left.endswith(OF) and len(window.left) > 1 else ""
    return (
        ("person", window.of_left(len(window.left) - 2, len(window.left) - 1)) if group in rules.lists.groups else None
    )


def _in_all(window: Window, rules: QuantityRules) -> Count | None:
    """ "the observers, 11 in all"."""
    if tuple(window.words[:2]) != _IN_ALL or not window.left.endswith(","):
        return None
    phrase = phrases.LAST.search(window.left)
    noun = _plural(window.left_words[phrase.end("phrase") - 1], rules) if phrase else None
    return (noun, phrases.named(window, *phrase.span("phrase"))) if phrase and noun else None


def _ballot(window: Window, rules: QuantityRules) -> Count | None:
    """ "passed by 141 to 5, with 35 abstentions"."""
    versus = window.words[:1] == ["to"] and window.is_number_right(1)
    return (VOTE, None) if versus and not rules.lists.ballots.isdisjoint(window.left_words + window.words) else None


def _hyphenated(window: Window, rules: QuantityRules) -> Count | None:
    thing = _DIRECT.match(window.right, 2)
    noun = window.words[1] if len(window.words) > 1 else ""
    if thing and noun in rules.lists.counted:  # "a 400-strong force"
        return "person", window.of_right(*thing.span())
    if not thing or window.right[1] not in "uNm" or noun in rules.time_units or noun in rules.numerals.fractions:
        return None
    return noun, window.of_right(*thing.span())


def _is_head(window: Window, at: int, rules: QuantityRules) -> bool:
    """The noun of "five crew members" is the second."""
    return window.right[at : at + 1] == NOUN and _head(window, at, rules, one=False) is not None


def _head(window: Window, at: int, rules: QuantityRules, *, one: bool) -> str | None:
    word = window.words[at]
    if one:
        heads = window.right[at] == NOUN and window.right[at + 1 : at + 2] not in _GOES_ON
        ends = heads and window.left[-1:] not in _PREPOSITIONS  # "sat at one table"
        return word if word in rules.lists.single or (ends and word not in rules.not_single) else None
    if word not in rules.plurals and window.right[at] not in "NuZBmvg":
        return None
    return _plural(word, rules)


def _plural(word: str, rules: QuantityRules) -> str | None:
    """The singular of a word that may be counted, or None."""
    if word in rules.plurals:
        return rules.plurals[word]
    return None if word in rules.lists.never_counted or word in rules.time_units else singular(word)


def singular(word: str) -> str | None:
    """The singular of a regular plural, or None where the word is none."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zes")) else word[:-1]
