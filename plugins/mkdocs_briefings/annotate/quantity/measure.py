"""What a number counts or measures, read from the words around it."""

import re

from mkdocs_briefings.annotate.quantity.window import Window
from mkdocs_briefings.rules.quantities import QuantityRules
from mkdocs_briefings.rules.word_classes import OF
from mkdocs_briefings.text import Span

_MORE = r"(?:[NuDmhR'.]|[eg](?=[NumBZ])|(?<=[Nu])g(?=[fiI2xVZv,]|\Z)|(?<=')[BZVv])*"
_NP = rf"(?:o|p|[dq]*[NuegmhR']{_MORE}|d[BZVv]{_MORE})"
_OF = re.compile(rf"[fi](?:[dq]?D+)?{_NP}(?:[fi2]{_NP})*")
_DIRECT = re.compile(rf"[Nueghm']{_MORE}(?:[fi2]{_NP})*")
_ATTRIBUTE = re.compile(rf"[NueghmBZvV']{_MORE}(?:[fi2]{_NP})*")
_OWNED_BY = re.compile(rf"[fi](?!g)(?:[dq]?D+)?{_NP}")
_SHARE_OF = re.compile(r"f(?=[dqDNu])")
_RATE = re.compile(r"[dIq][uTm]")
_NEAREST = re.compile(r"(?P<nearest>(?:[dq][BZ]?)?[NuDegmhR'.]+)(?=[fi]\Z)")
_SUBJECT = re.compile(rf"(?<![iIf2D])(?P<subject>{_NP}(?:[ficI2]{_NP})*)(?=[xaTr]*(?:,?w[xaTr]*|,)?\Z)")
_LAST = re.compile(rf"(?P<subject>{_NP})(?=[xaTr]*(?:,?w[xaTr]*|,)?\Z)")
_PLAIN = re.compile(r"[Vve]?[aTr]*(?:[if2I]?(?:D+[NuBZ]{0,2})?[aTr]*){0,3}[if2I]?(?:d[Nu]{1,2})?")
_OBJECT = re.compile(rf"(?P<object>{_NP}(?:[fi2]{_NP})*)(?:[if2I]D+[NuBZ]{{0,2}})*(?=[iI2]\Z)")
_BACK = 12  # tokens between a verb and the figure it puts
_FEW = 7  # tokens between a number and the noun it counts
_SHORTEST_PLURAL = 4
_RATE_WORDS = frozenset(("a", "per", "each", "every"))
_SHARES = frozenset(("of", "worth"))
_OWNED = frozenset(("of", "from"))
_EXTENT = frozenset(("long", "wide", "high", "deep", "tall"))
_ABOUT = frozenset(("in", "on", "for"))
_ARTICLES = frozenset(("a", "an", "the"))
_AGAIN = frozenset(("up", "down", ",", "compared", "instead"))  # "down from 68%" is of what was measured before


def counted(window: Window, rules: QuantityRules, *, one: bool) -> tuple[str, Span | None] | None:
    """The noun a bare number counts, as its lemma, with the phrase it heads."""
    if window.right[:1] == "h":  # "a 27-nation bloc"
        return _hyphenated(window, rules)
    share = _SHARE_OF.match(window.right)
    for at in range(share.end() if share else 0, min(_FEW, len(window.words))):
        letter = window.right[at]
        head = _head(window, at, rules, one=one)
        if head:
            return head, window.of_right(0, _owned_until(window, at + 1))
        inside = letter in "NuDegh'mBVa" or (share and letter in "dqD") or window.right[:at].endswith("h")
        if not inside:
            break
    return _casualties(window, rules)


def _owned_until(window: Window, end: int) -> int:
    """Where the phrase ends that "of" and "from" lengthen: "rounds of ammunition", "troops from Norvia"."""
    while window.words[end : end + 1] and window.words[end] in _OWNED and (more := _OWNED_BY.match(window.right, end)):
        end = more.end()
    return end


def _casualties(window: Window, rules: QuantityRules) -> tuple[str, None] | None:
    """ "17 were wounded", "injured some 2,000"."""
    passive = window.right[:1] == "x" and len(window.words) > 1 and window.words[1] in rules.casualty
    active = bool(window.left_words) and window.left_words[-1] in rules.casualty
    return ("person", None) if passive or active else None


def _hyphenated(window: Window, rules: QuantityRules) -> tuple[str, Span] | None:
    thing = _DIRECT.match(window.right, 2)
    noun = window.words[1] if len(window.words) > 1 else ""
    if not thing or window.right[1] not in "uNm" or noun in rules.time_units:
        return None
    return noun, window.of_right(*thing.span())


def _head(window: Window, at: int, rules: QuantityRules, *, one: bool) -> str | None:
    word = window.words[at]
    if one:
        return word if word in rules.single else None
    if word in rules.plurals:
        return rules.plurals[word]
    if word in rules.counted:
        return "person" if at == 0 or window.right[at - 1] == "a" else None
    if word in rules.never_counted or word in rules.time_units or window.right[at] not in "NuZBmvg":
        return None
    return singular(word)


def singular(word: str) -> str | None:
    """The singular of a regular plural, or None where the word is none."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zes")) else word[:-1]


def measured(window: Window, rules: QuantityRules, before: Span | None) -> Span | None:
    """What a share, a sum or a length is of: "of its energy from Russia", "tariff on Indian goods".

    Args:
        before: what the figure before in the sentence measured.
    """
    start = _after_rate(window)
    word = window.words[start] if start < len(window.words) else ""
    if word in _SHARES and (share := _OF.match(window.right, start + (word == "worth"))):
        return window.of_right(*share.span())
    if _is_again(window):
        return before
    found = _named_before(window) or _put_on(window, rules)
    if found or word not in _ABOUT:
        return found or _beside(window, rules, start, word)
    about = _OF.match(window.right, start)
    return window.of_right(*about.span()) if about else None


def _after_rate(window: Window) -> int:
    """Where the words after "$100 billion a year" start."""
    rate = _RATE.match(window.right) if window.words and window.words[0] in _RATE_WORDS else None
    return rate.end() if rate else 0


def _beside(window: Window, rules: QuantityRules, start: int, word: str) -> Span | None:
    """ "a 25% tariff", "a berth, 400 metres long"."""
    if word in _EXTENT and window.left.endswith(",") and (thing := _LAST.search(window.left)):
        return _without_article(window, *thing.span("subject"))
    if start or word in rules.predicate:
        return None
    attribute = any(letter in "dq" for letter in window.left[-2:])
    direct = (_ATTRIBUTE if attribute else _DIRECT).match(window.right)
    return window.of_right(*direct.span()) if direct else None


def _is_again(window: Window) -> bool:
    """ "61%, down from 68%"."""
    before = window.left_words[-2:]
    return len(before) > 1 and before[1] in {"from", "against"} and before[0] in _AGAIN


def _named_before(window: Window) -> Span | None:
    """ "a fine of €3 million"."""
    found = _NEAREST.search(window.left) if window.left.endswith(OF) else None
    return _without_article(window, *found.span("nearest")) if found else None


def _put_on(window: Window, rules: QuantityRules) -> Span | None:
    """ "inflation rose to 5%", "cut rates to 5%"."""
    left = window.left
    for at in range(len(left) - 1, max(-1, len(left) - _BACK), -1):
        verb = window.left_words[at]
        if verb in rules.measures and _PLAIN.fullmatch(left, at + 1):
            subject = _SUBJECT.search(left[:at]) or _LAST.search(left[:at])
            return _without_article(window, *subject.span("subject")) if subject else None
        if verb in rules.changes or verb in rules.measures:
            moved = _OBJECT.match(left, at + 1)
            if moved:
                return _without_article(window, *moved.span("object"))
    return None


def _without_article(window: Window, start: int, end: int) -> Span:
    if window.left_words[start] in _ARTICLES and end - start > 1:
        start += 1
    return window.of_left(start, end)
