"""Temporal expressions: what kind each is, and when it is, as certainly as the text says."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from mkdocs_briefings.annotations import Document, Timex
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.timex_found import AFTER, BEFORE, Found
from mkdocs_briefings.rules.timex_story import Story
from mkdocs_briefings.rules.timexes import TimexRules
from mkdocs_briefings.text import Span

_DATELINES = 3  # a headline, who wrote it, and the lead


def timexes(document: Document, rules: Rules, _register: Register) -> Document:
    spelt = rules.timexes.vocabulary.spell(document.text, document.tokens)
    story = Story(document.source.date_published or _dateline(document, spelt, rules.timexes))
    found: list[Timex] = []
    for paragraph in document.paragraphs:
        found.extend(_paragraph(document, paragraph, spelt, rules.timexes, story))
    return replace(document, timexes=tuple(found), day=story.published)


def _dateline(document: Document, spelt: str, rules: TimexRules) -> datetime.date | None:
    """The day that one of the first lines tells by itself: "NEW DELHI, 8 August 2025 —"."""
    for line in document.paragraphs[:_DATELINES]:
        timex = next(_paragraph(document, line, spelt, rules, Story(None)), None)
        if timex and timex.date and timex.date.is_exact_day:
            before, after = Span(line.start, timex.span.start), Span(timex.span.end, line.end)
            if rules.is_dateline(before.of(document.text), after.of(document.text)):
                return timex.date.earliest
    return None


def _paragraph(document: Document, paragraph: Span, spelt: str, rules: TimexRules, story: Story) -> Iterator[Timex]:
    tokens = document.tokens
    for rule, first, last in rules.find(spelt, tokens.range(paragraph)):
        sentence = document.sentence_at(tokens.starts[first])
        story.enter(sentence.tokens)
        found = Found(
            vocabulary=rules.vocabulary,
            words=tokens.lower[first : last + 1],
            before=tokens.lower[max(sentence.tokens.start, first - BEFORE) : first],
            after=tokens.lower[last + 1 : min(sentence.tokens.stop, last + 1 + AFTER)],
            type=rule.type,
            settings=rule.settings,
            cues=rules.cues,
            finished=rules.finished,
        )
        try:
            meaning = rule.resolve(found, story)
        except OverflowError:  # the words lead out of the calendar: "20,000 years ago"
            meaning = None
        if meaning is None:
            continue
        span = tokens.span(first, last)
        if meaning.date:
            story.note(meaning.date, span, has_year=found.tells_year)
        yield Timex(
            span=span,
            type=rule.type,
            value=meaning.value,
            rule=rule.id,
            mod=meaning.mod,
            anchor=meaning.anchor,
            date=meaning.date or _open_ended(meaning.value, story),
        )


def _open_ended(value: str, story: Story) -> PartialDate | None:
    """ "Recently" lies before the article's day, "in the future" after it."""
    if story.published and value == "PAST_REF":
        return PartialDate.on_or_before(story.published)
    if story.published and value == "FUTURE_REF":
        return PartialDate.on_or_after(story.published)
    return None
