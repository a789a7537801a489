"""Lengths of time in words as TIMEX3 durations: "a year and a half" is P1Y6M, "several weeks" PXW."""

from mkdocs_briefings.rules.timex_found import Found, Meaning
from mkdocs_briefings.rules.timex_story import Story

VAGUE = "X"
_HALF = 0.5
_MULTIPLIERS = ("dozen", "hundred", "thousand")
_IN_UNITS = {"DE": (10, "Y"), "CE": (100, "Y"), "FN": (2, "W")}  # units that TIMEX3 counts in others
_HALVES = {"Y": "6M", "H": "30M", "TM": "30S"}
_TIMES = {"H": "H", "TM": "M", "TS": "S"}  # TIMEX3 writes hours, minutes and seconds behind a T


def amount(found: Found) -> tuple[float | str, str]:
    """How many of which unit: (20, "Y") for "two decades", (VAGUE, "W") for "several weeks"."""
    unit = found.word("UNITS", "UNIT", "CLOCKUNITS", "CLOCKUNIT", "ADVERB") or "D"
    times, unit = _IN_UNITS.get(unit, (1, unit))
    count = _count(found)
    return (count if isinstance(count, str) else count * times), unit


def duration(found: Found, _story: Story) -> Meaning | None:
    count, unit = amount(found)
    return found.means(length(VAGUE if found.setting("count") == VAGUE else count, unit))


def every(found: Found, story: Story) -> Meaning | None:
    """Repeated times: "every two weeks", "each July", "every Friday"."""
    if month := found.number("MONTH"):
        return found.means(f"XXXX-{month:02}")
    if number := found.number("WEEKDAY", "EVERYWEEK"):
        return found.means(f"XXXX-WXX-{number}")
    if found.has("other"):
        count, unit = amount(found)
        return found.means(length(2 * count, unit))
    if season := found.word("SEASON"):
        return found.means(f"XXXX-{season}")
    if part := found.word("PARTDAY"):
        return found.means(f"XXXX-XX-XXT{part}")
    return duration(found, story)


def _count(found: Found) -> float | str:
    """The number, or VAGUE where the words do not say. Words without a number count one."""
    if found.has_class("VAGUE"):
        return VAGUE
    total, group, seen = 0.0, 0.0, False
    for word, after in zip(found.words, (*found.words[1:], ""), strict=True):
        if after == "/":  # of "2 1/2"; no other fraction is told in figures
            group += _HALF - 2
            continue
        number = found.vocabulary.value("DIGITS", word) or found.vocabulary.value("SPELTNUM", word)
        if not isinstance(number, int | float):
            continue
        seen = True
        group = max(group, 1) * number if word in _MULTIPLIERS else group + number
        if word == "thousand":
            total, group = total + group, 0.0
    if not found.has_class("HALF"):
        return total + group if seen else 1
    return (total + group if seen else 1) + _HALF if found.has("and") else _HALF


def length(count: float | str, unit: str) -> str:
    """The TIMEX3 duration of so many units."""
    sign = "PT" if unit in _TIMES else "P"
    letter = _TIMES.get(unit, unit)
    if isinstance(count, str):
        return f"{sign}{count}{letter}"
    whole = int(count)
    if count == whole:
        return f"{sign}{whole}{letter}"
    if count - whole == _HALF and unit in _HALVES:
        return f"{sign}{f'{whole}{letter}' if whole else ''}{_HALVES[unit]}"
    return f"{sign}{count:g}{letter}"
