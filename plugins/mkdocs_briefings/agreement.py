"""Whether the answers of two articles say the same, or are at odds. When unsure, neither."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Self

from mkdocs_briefings.annotations import Document, Event, Mention, Quantity
from mkdocs_briefings.answers.answer import Answer
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.figures import agree, dates
from mkdocs_briefings.register import Actor
from mkdocs_briefings.same_event import is_same, is_same_deed
from mkdocs_briefings.text import Span
from mkdocs_briefings.wording import inside, telling_words

_ALIKE = 0.8  # of the words of two sentences that say the same
_FEW = 4  # words; two that are shorter must be word for word the same
_DAYS_APART = 7  # of one event, told at odds; what lies further apart are two


def kept_together(answer: Answer) -> Hashable:
    """What answers that go together have in common; of a figure its unit, what it measures, what governs it."""
    match answer.fact.question, answer.made_from:
        case "who", _:
            return answer.fact.actor_id
        case "said", _:
            return _speaker(answer)
        case _, Quantity() as quantity:
            return _Setting.of(answer.document, quantity).thing
    return answer.fact.question


def say_the_same(one: Answer, other: Answer) -> bool:
    """One row may lead to both, which are kept together: the words of one are borne out by the other."""
    if one.fact.question in ("when", "where"):
        return _is_of_one_deed(one, other) and _is_one_answer(one, other)
    ours, theirs = figures_told(one), figures_told(other)
    return (ours <= theirs or theirs <= ours) and _tell_the_same(one, other)


def figures_told(answer: Answer) -> frozenset[Hashable]:
    """Every figure in the words of an answer, with its unit; and what else is written in digits, but no date."""
    document, tokens = answer.document, answer.document.tokens
    quantities = inside(document.quantities, answer.span, lambda quantity: quantity.span)
    aside = [*(quantity.span for quantity in quantities), *(timex.span for timex in dates(document, answer.span))]
    covered = {at for span in aside for at in tokens.range(span)}
    bare = (tokens.lower[at] for at in tokens.range(answer.span) if at not in covered and tokens.lower[at][0].isdigit())
    return frozenset([*((quantity.unit, *_figure(quantity)) for quantity in quantities), *bare])


def _tell_the_same(one: Answer, other: Answer) -> bool:
    match one.made_from, other.made_from:
        case Actor(), Actor():
            return True
        case Quantity() as ours, Quantity() as theirs:
            return _figure(ours) == _figure(theirs) and (
                _plain(one) == _plain(other) or _is_one_thing(one.document, ours, other.document, theirs)
            )
        case Event() as event, Event() as told:
            same = is_same(event, one.document, told, other.document)
            return same or (event.status == told.status and _is_alike(one, other))
    return _is_alike(one, other)


def _is_of_one_deed(one: Answer, other: Answer) -> bool:
    """The days or places are of one event; where the articles open with none, of sentences that say the same."""
    match one.made_from, other.made_from:
        case Event() as event, Event() as told:
            return is_same_deed(event, one.document, told, other.document)
        case None, None:
            return _is_alike(
                *(replace(each, span=each.document.sentence_at(each.span.start).span) for each in (one, other))
            )
    return False


def _is_one_answer(one: Answer, other: Answer) -> bool:
    if one.fact.question == "when":
        return one.fact.value is not None and one.fact.value == other.fact.value
    return _is_alike(one, other)


def are_at_odds(one: Answer, other: Answer) -> bool:
    """Of one and the same thing they give different figures, days or places."""
    match one.made_from, other.made_from:
        case Quantity() as ours, Quantity() as theirs:
            return _contradict(one.document, ours, other.document, theirs)
        case Event() as event, Event() as told if is_same_deed(event, one.document, told, other.document):
            match one.fact.question:
                case "when":
                    return _are_days_apart(event, told)
                case "where":
                    return _are_countries_apart(one, other)
            return is_same(event, one.document, told, other.document) and _have_figures_apart(one, other)
    return False


def _have_figures_apart(one: Answer, other: Answer) -> bool:
    """Of one thing the words of both give figures that cannot both be true."""
    ours, theirs = (
        inside(each.document.quantities, each.span, lambda quantity: quantity.span) for each in (one, other)
    )
    return any(_contradict(one.document, left, other.document, right) for left, right in product(ours, theirs))


def _contradict(document: Document, quantity: Quantity, other_document: Document, other: Quantity) -> bool:
    return not agree(quantity, other) and _is_one_thing(document, quantity, other_document, other)


def _plain(answer: Answer) -> list[str]:
    """The statement's words, without case and marks, and without an article or "that" at its head."""
    told = [word for word in answer.document.tokens.words(answer.span) if word[0].isalnum()]
    return told[1:] if told and told[0] in ("a", "an", "the", "that") else told


def _speaker(answer: Answer) -> str | None:
    return answer.fact.actor_id or (answer.fact.attributed_to or "").casefold()


def _is_alike(one: Answer, other: Answer) -> bool:
    """Word for word the same, or nearly: with the same figures, and nothing denied or limited in one alone."""
    ours, theirs = _plain(one), _plain(other)
    if ours == theirs:
        return True
    words, others = frozenset(ours), frozenset(theirs)
    differing = words ^ others
    if any(one.document.wording.is_limiting(word) or word[0].isdigit() for word in differing):
        return False
    return min(len(words), len(others)) > _FEW and len(words & others) >= _ALIKE * len(words | others)


def _figure(quantity: Quantity) -> tuple[Hashable, ...]:
    return quantity.value, quantity.upper, quantity.comparator


def _is_one_thing(document: Document, quantity: Quantity, other_document: Document, other: Quantity) -> bool:
    """Two figures are of one thing by what they measure, by whom their clauses name, and by its time.

    Where the figures differ, something must tell besides that nothing speaks against it.
    """
    ours, theirs = _Setting.of(document, quantity), _Setting.of(other_document, other)
    if ours.thing != theirs.thing:
        return False
    dated = any(day.overlaps(other_day) for day in ours.dates for other_day in theirs.dates)
    undated = not (ours.dates and theirs.dates)
    detail = not ours.rest.isdisjoint(theirs.rest)
    fitting = (
        ours.governor != ""
        and (ours.names <= theirs.names or theirs.names <= ours.names)
        and (detail or not ours.rest or not theirs.rest)
        and (dated or undated)
    )
    if _figure(quantity) == _figure(other):
        return fitting
    of_one_scene = ours.scene == theirs.scene or not ours.scene.isdisjoint(theirs.scene)
    return fitting and of_one_scene and (dated or (detail and not ours.dates and not theirs.dates))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What stands around a figure."""

    unit: str
    measured: frozenset[str]
    governor: str  # the word before it, as "killed" in "killed at least 40", or else after it
    rest: frozenset[str]
    names: frozenset[str]
    scene: frozenset[str]  # all names of the sentence
    dates: tuple[PartialDate, ...]

    @classmethod
    def of(cls, document: Document, quantity: Quantity) -> Self:
        sentence = document.sentence_at(quantity.span.start).span
        segment = _segment(document, quantity, sentence)
        timexes = dates(document, sentence)
        mentions = inside(document.mentions, sentence, lambda mention: mention.span)
        hedges = inside(document.hedges, sentence, lambda hedge: hedge.span)
        scene = [mention for mention in mentions if mention.mention_type == "NAM"]
        named = [mention for mention in scene if segment.contains(mention.span)]
        aside = [quantity.span, *(timex.span for timex in timexes), *(hedge.span for hedge in hedges)]
        thing = [quantity.measured] if quantity.measured else []
        told = list(_told(document, segment, [*aside, *(mention.span for mention in named), *thing]))
        before = [word for start, word in told if start < quantity.span.start]
        governor = before[-1] if before else told[0][1] if told else ""
        return cls(
            unit=quantity.unit,
            measured=frozenset[str]().union(*(telling_words(document, span, aside) for span in thing)),
            governor=governor,
            rest=frozenset(word for _, word in told if word != governor),
            names=_names(document, named),
            scene=_names(document, scene),
            dates=tuple(timex.date for timex in timexes if timex.date and timex.type == "DATE"),
        )

    @property
    def thing(self) -> Hashable:
        """What two figures of one thing have in common."""
        return self.unit, self.measured, self.governor


def _names(document: Document, mentions: Sequence[Mention]) -> frozenset[str]:
    """Whom they mean, and the words of those that are not resolved."""
    ids = {mention.actor_id for mention in mentions if mention.actor_id}
    unknown = (telling_words(document, mention.span) for mention in mentions if not mention.actor_id)
    return frozenset(ids).union(*unknown)


def _told(document: Document, segment: Span, aside: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Where the telling words of a segment start, with what they mean."""
    tokens, wording = document.tokens, document.wording
    for at in tokens.range(segment):
        inside = any(span.start <= tokens.starts[at] < span.end for span in aside)
        if wording.is_telling(tokens.lower[at]) and not inside:
            yield tokens.starts[at], wording.meant(tokens.lower[at])


def _segment(document: Document, quantity: Quantity, sentence: Span) -> Span:
    """The stretch of the sentence around the figure that no comma, conjunction or relative word parts."""
    tokens, parting = document.tokens, document.wording.parting
    inside = tokens.range(sentence)
    last_of_thing = max(quantity.span.end, quantity.measured.end if quantity.measured else 0)
    own = tokens.range(Span(min(quantity.span.start, sentence.end), min(last_of_thing, sentence.end)))
    first, last = own.start, max(own.start, own.stop - 1)
    while first > inside.start and tokens.lower[first - 1] not in parting:
        first -= 1
    while last + 1 < inside.stop and tokens.lower[last + 1] not in parting:
        last += 1
    return tokens.span(first, last)


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
