"""What a number with a unit measures, read from the words around it."""

import re

from mkdocs_briefings.annotate.quantity import phrases
from mkdocs_briefings.annotate.quantity.phrases import MORE, NP
from mkdocs_briefings.annotate.quantity.window import Window
from mkdocs_briefings.annotations import Quantity
from mkdocs_briefings.rules.quantities import PART, QuantityRules
from mkdocs_briefings.rules.word_classes import OF, TO
from mkdocs_briefings.text import Span

_AND = r"(?:c[ueg]{1,2}(?=[,.;:iIcxvVZ]|\Z))?"
_OF = re.compile(rf"[fi](?:(?:[dq]?D+)?{NP}|[dq]?D+|[qt](?![NuegmhDR']))(?:[fi2]{NP})*{_AND}")
_WHOLE = re.compile(rf"d(?:[dq]?D+)?{NP}")
_OF_WHAT = re.compile(r"fW[^,.;:()\-cb]{0,11}[^,.;:()\-cbiIfT2]")
_DIRECT = re.compile(rf"(?:[Nuhm']|[eg](?=[NumBZ])){MORE}(?:[fi2]{NP})*")
_ATTRIBUTE = re.compile(rf"(?:[NuhmBZvV']|[eg](?=[NumBZ])){MORE}(?:[fi2]{NP})*")
_RATE = re.compile(r"I[Du]u{1,2}|[dIq][uTm]")
_NOUNS = r"[NuDegmhR'.]"
_NEAREST = re.compile(rf"(?P<nearest>{_NOUNS}+f{_NOUNS}*[BVvugm]|[dq]?{_NOUNS}*[BZVv]|[dq]?{_NOUNS}+)(?=[fi][ar]*\Z)")
_IN_BARE = re.compile(rf"i[uegm]{MORE}(?:[fi2]{NP})*{_AND}")
_WAY = r"(?:,?2|[ifI])?"
_PLAIN = re.compile(
    r"[Vve]?(?:N{1,3}|o|d?N?u{1,2}\Z)?[aTr]*"
    rf"(?:{_WAY}(?:[Dq]+d?[NuBZ]{{0,2}}(?:,?b)?)?[aTr]*){{0,3}},?[aTr]*{_WAY}(?:d[Nu]{{1,2}}f?)?"
)
_PASSIVE = re.compile(r"[arT]*[2I]")
_OBJECT = re.compile(rf"(?:[dq]?D+)?(?P<object>{NP}(?:[fi2]{NP})*)(?:[if2I]D+[NuBZ]{{0,2}})*(?=[ra]?[iI2]\Z)")
_OF_THEM = re.compile(r"f[po]")
_APPOSED = re.compile(rf"(?P<phrase>{NP})o?,q\Z")
_APART = re.compile(r",[aT]*\Z")
_LISTED = re.compile(rf"(?:,?[cb]|,)(?:(?P<subject>{NP}(?:[fi]{NP})*)|a)?[arT]*[iI2]?\Z")
_BACK = 12  # tokens between a verb and the figure it puts
_MOVES = re.compile(r"(?:[vVZ]|e)[ra]*[iI]?\Z")
_PLACE = re.compile(r"d[Nu]{1,3}\Z")
_GOES = frozenset("iIfu2")
_ASIDE = re.compile(r",[fiI]\Z")


def measured(window: Window, rules: QuantityRules, unit: str, last: Quantity | None) -> Span | None:
    """What a share, a sum or a length is of: "of its energy from Russia", "tariff on Indian goods".

    Args:
        last: the number shortly before, if its unit is alike.
    """
    money = unit in rules.currencies
    whole = _WHOLE.match(window.right) if unit == PART else None  # "half the village"
    if whole:
        return window.of_right(*whole.span())
    start = _after_rate(window, rules)
    word = window.words[start] if start < len(window.words) else ""
    near = window.left_words[-1:] == ["within"]  # "within 2 km of the line"
    if word in rules.lists.shares and not near and (share := _share(window, start + (word == "worth"))):
        return share
    bought = _IN_BARE.match(window.right, start) if money and word == "in" else None
    if bought and window.words[start + 1] not in rules.lists.predicate:
        return window.of_right(*bought.span())
    found = (
        (_elided(window, last, rules) if last else None)
        or _named_before(window, rules)
        or put_on(window, rules)
        or _priced(window, rules, money=money)
        or (_away(window) if unit in rules.lists.lengths else None)
    )
    if found or not (word in rules.lists.purposes or (money and word == "in")):
        return found or _beside(window, rules, start, word)
    about = _OF.match(window.right, start)
    return window.of_right(*about.span()) if about else None


def _elided(window: Window, last: Quantity, rules: QuantityRules) -> Span | None:
    """What a number measures whose verb stands before the one `last`.

    "Rents rose 2% in May and 3% in June" and "Lume takes 26% of the catch and Osk 31%" measure one thing,
    "rents rose 2% and wages 3%" another.
    """
    listed = _LISTED.search(window.left)
    if not listed or last.measured is None or _DIRECT.match(window.right):
        return None
    text = window.document.text
    put = text[last.measured.end : last.span.start].strip() in rules.lists.putting  # "put losses at $2 billion"
    shared = put or last.measured.start > last.span.start
    if shared or listed["subject"] is None:
        return last.measured
    return phrases.named(window, *listed.span("subject"))


def _priced(window: Window, rules: QuantityRules, *, money: bool) -> Span | None:
    """ "turnout, at 63%, was low", "an appeal, for $85 million", "a cargo at $60 a barrel"."""
    at = window.left_words[-1:] == ["at"]
    aside = _ASIDE.search(window.left) and (at or window.left_words[-1] in rules.lists.pricing)
    if aside or (money and at):
        return phrases.before(window, len(window.left) - 1)
    # What stands between commas: "inflation, now 7%, is high".
    apposed = window.right.startswith(",", _after_rate(window, rules)) and _APART.search(window.left)
    return phrases.before(window, apposed.start() + 1) if apposed else None


def _away(window: Window) -> Span | None:
    """ "the shells landed 300 metres from the school"."""
    if window.right[:1] not in _GOES:
        return None
    place = _PLACE.search(window.left)
    if place:  # "a town 90 km from the capital"
        return phrases.named(window, *place.span())
    verb = _MOVES.search(window.left)
    return phrases.before(window, verb.start()) if verb else None


def _share(window: Window, start: int) -> Span | None:
    """ "of its energy", "of what the country owes"; of "the line, all 12 km of it" the line."""
    them = _OF_THEM.match(window.right, start)
    apposed = _APPOSED.search(window.left) if them else None
    if apposed:
        return phrases.named(window, *apposed.span("phrase"))
    if them:
        return window.of_right(*them.span())
    clause = _OF_WHAT.match(window.right, start)
    share = clause or _OF.match(window.right, start)
    if clause or share is None:
        return window.of_right(*clause.span()) if clause else None
    to = window.right.find(TO, start, share.end())
    # "Of its exports to Norvia" is one phrase; "sells 70% of its timber to Norvia" has another.
    return window.of_right(start, share.end() if to < 0 or window.words[to - 1].endswith("s") else to)


def _after_rate(window: Window, rules: QuantityRules) -> int:
    """Where the words after "$100 billion a year" start."""
    rate = _RATE.match(window.right) if window.words and window.words[0] in rules.lists.rates else None
    return rate.end() if rate else 0


def _beside(window: Window, rules: QuantityRules, start: int, word: str) -> Span | None:
    """ "a 25% tariff", "a berth, 400 metres long", "one goal: $5 billion"."""
    if word in rules.lists.extents and window.left.endswith(",") and (thing := phrases.LAST.search(window.left)):
        return phrases.named(window, *thing.span("phrase"))
    if window.left.endswith(":"):
        return phrases.before(window, len(window.left) - 1)
    if start or word in rules.lists.predicate or word in rules.measures_only:
        return None
    attribute = any(letter in "dq" for letter in window.left[-2:])
    direct = (_ATTRIBUTE if attribute else _DIRECT).match(window.right)
    if not direct or (direct.end() == 1 and word.endswith("ed")):  # "the 5% needed"
        return None
    return window.of_right(*direct.span())


def _named_before(window: Window, rules: QuantityRules) -> Span | None:
    """ "a fine of €3 million", "a line of credit of $1 billion"; of "fell to a low of 4%" what fell."""
    found = _NEAREST.search(window.left) if window.left.rstrip("ar").endswith(OF) else None
    if found is None:
        return None
    start, end = found.span("nearest")
    moved = put_on(window, rules) if window.left_words[end - 1] in rules.lists.averages else None
    return moved or phrases.named(window, start, end)


def put_on(window: Window, rules: QuantityRules) -> Span | None:
    """ "inflation rose to 5%", "cut rates to 5%", "with rates cut to 5%"."""
    left = window.left
    if window.left_words[-1:] == ["with"]:
        return None  # "came first with 29%"
    paid = window.left_words[-1:] == ["for"]  # "sold the files for €9,000"
    for at in range(len(left) - 1, max(-1, len(left) - _BACK), -1):
        verb = window.left_words[at]
        if verb in rules.measures and _PLAIN.fullmatch(left, at + 1):
            received = not rules.receiving.isdisjoint(window.left_words[at + 1 : at + 3])
            return None if received else phrases.before(window, at)
        if verb in rules.changes or verb in rules.measures:
            moved = None if paid else _OBJECT.match(left, at + 1)
            if moved:
                return phrases.named(window, *moved.span("object"))
            if _PASSIVE.fullmatch(left, at + 1):
                return phrases.before(window, at)
    return None
