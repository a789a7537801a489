"""Whether the answers of two articles say the same, or are at odds. When unsure, neither."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import product

from mkdocs_briefings.annotations import Event, Quantity
from mkdocs_briefings.answers.answer import Answer
from mkdocs_briefings.register import Actor
from mkdocs_briefings.same_event import is_same, is_same_deed
from mkdocs_briefings.same_figure import Setting, are_of_one_thing, contradict, number
from mkdocs_briefings.wording import inside

_ALIKE = 0.8  # of the words of two sentences that say the same
_FEW = 4  # words; two that are shorter must be word for word the same
_DAYS_APART = 7  # of one event, told at odds; what lies further apart are two


def kept_together(answer: Answer) -> Hashable:
    """What answers that go together have in common; of a figure its unit, what it measures, what governs it."""
    match answer.fact.question:
        case "who":
            return answer.fact.actor_id
        case "said":
            return _speaker(answer)
    return answer.setting.thing if answer.setting else answer.fact.question


def say_the_same(one: Answer, other: Answer) -> bool:
    """One row may lead to both, which are kept together: the words of one are borne out by the other."""
    if one.fact.question in ("when", "where"):
        return _is_of_one_deed(one, other) and _is_one_answer(one, other)
    ours, theirs = one.figures_told, other.figures_told
    return (ours <= theirs or theirs <= ours) and _tell_the_same(one, other)


def _tell_the_same(one: Answer, other: Answer) -> bool:
    if isinstance(one.made_from, Actor) and isinstance(other.made_from, Actor):
        return True
    if one.setting and other.setting:
        is_one_number = number(one.setting.quantity) == number(other.setting.quantity)
        return is_one_number and (one.plain == other.plain or are_of_one_thing(one.setting, other.setting))
    if one.telling and other.telling:
        of_one_status = one.telling.event.status == other.telling.event.status
        return is_same(one.telling, other.telling) or (of_one_status and _is_alike(one, other))
    return _is_alike(one, other)


def _is_of_one_deed(one: Answer, other: Answer) -> bool:
    """The days or places are of one event; where the articles open with none, of sentences that say the same."""
    if one.telling and other.telling:
        return is_same_deed(one.telling, other.telling)
    if one.made_from is None and other.made_from is None:
        return _is_alike(_whole(one), _whole(other))
    return False


def _whole(answer: Answer) -> Answer:
    """With its sentence for its words."""
    return replace(answer, span=answer.document.sentence_at(answer.span.start).span)


def _is_one_answer(one: Answer, other: Answer) -> bool:
    if one.fact.question == "when":
        return one.fact.value is not None and one.fact.value == other.fact.value
    return _is_alike(one, other)


def are_at_odds(one: Answer, other: Answer) -> bool:
    """Of one and the same thing they give different figures, days or places."""
    if one.setting and other.setting:
        return contradict(one.setting, other.setting)
    if not (one.telling and other.telling and is_same_deed(one.telling, other.telling)):
        return False
    match one.fact.question:
        case "when":
            return _are_days_apart(one.telling.event, other.telling.event)
        case "where":
            return _are_countries_apart(one, other)
    return is_same(one.telling, other.telling) and _have_figures_apart(one, other)


def _have_figures_apart(one: Answer, other: Answer) -> bool:
    """Of one thing the words of both give figures that cannot both be true."""
    ours, theirs = ([Setting.of(each.document, found) for found in _quantities(each)] for each in (one, other))
    return any(contradict(left, right) for left, right in product(ours, theirs))


def _quantities(answer: Answer) -> Sequence[Quantity]:
    return inside(answer.document.quantities, answer.span, lambda quantity: quantity.span)


def _speaker(answer: Answer) -> str | None:
    return answer.fact.actor_id or (answer.fact.attributed_to or "").casefold()


def _is_alike(one: Answer, other: Answer) -> bool:
    """Word for word the same, or nearly: with the same figures, and nothing denied or limited in one alone."""
    ours, theirs = one.plain, other.plain
    if ours == theirs:
        return True
    words, others = frozenset(ours), frozenset(theirs)
    differing = words ^ others
    if any(one.document.wording.is_limiting(word) or word[0].isdigit() for word in differing):
        return False
    return min(len(words), len(others)) > _FEW and len(words & others) >= _ALIKE * len(words | others)


def _are_days_apart(one: Event, other: Event) -> bool:
    """Both state an exact day, not the same, and not long from each other."""
    day, other_day = one.known_date, other.known_date
    if one.date_source != "own" or other.date_source != "own" or not day or not other_day:
        return False
    if not (day.is_exact_day and other_day.is_exact_day and day.earliest and other_day.earliest):
        return False
    return 0 < abs((day.earliest - other_day.earliest).days) <= _DAYS_APART


def _are_countries_apart(one: Answer, other: Answer) -> bool:
    """The places lie in two countries that are known, and the days may be one."""
    day = one.made_from.known_date if isinstance(one.made_from, Event) else None
    other_day = other.made_from.known_date if isinstance(other.made_from, Event) else None
    country, other_country = _country(one), _country(other)
    may_be_one_day = day is not None and other_day is not None and day.overlaps(other_day)
    return may_be_one_day and None not in (country, other_country) and country != other_country


def _country(answer: Answer) -> str | None:
    """The state of a place, where there is no doubt of it."""
    for mention in inside(answer.document.mentions, answer.span, lambda mention: mention.span):
        if answer.span.contains(mention.span) and (mention.actor_id or len(mention.candidates) == 1):
            return mention.actor_id or mention.candidates[0]
    return None
