"""Whether two sources, or two sentences, give a figure of one and the same thing."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotations import Document, Mention, Quantity
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.figures import agree, dates
from mkdocs_briefings.text import Span
from mkdocs_briefings.wording import inside, telling_words


def number(quantity: Quantity) -> Hashable:
    """The number that a figure gives, without its unit."""
    return quantity.value, quantity.upper, quantity.comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A figure and what stands around it."""

    quantity: Quantity
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
            quantity=quantity,
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
        return self.quantity.unit, self.measured, self.governor


def contradict(one: Setting, other: Setting) -> bool:
    """Of one thing they give figures that cannot both be true."""
    return not agree(one.quantity, other.quantity) and are_of_one_thing(one, other)


def are_of_one_thing(one: Setting, other: Setting) -> bool:
    """Two figures are of one thing by what they measure, by whom their clauses name, and by its time.

    Where the figures differ, something must tell besides that nothing speaks against it.
    """
    if one.thing != other.thing:
        return False
    dated = any(day.overlaps(other_day) for day in one.dates for other_day in other.dates)
    undated = not (one.dates and other.dates)
    detail = not one.rest.isdisjoint(other.rest)
    fitting = (
        one.governor != ""
        and (one.names <= other.names or other.names <= one.names)
        and (detail or not one.rest or not other.rest)
        and (dated or undated)
    )
    if number(one.quantity) == number(other.quantity):
        return fitting
    of_one_scene = one.scene == other.scene or not one.scene.isdisjoint(other.scene)
    return fitting and of_one_scene and (dated or (detail and not one.dates and not other.dates))


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
