"""The lead of an article: its first sentence, and what that tells."""

from mkdocs_briefings.annotations import Document, Event, Sentence
from mkdocs_briefings.text import Span

_ENDS = frozenset(".!?…")


def lead_sentence(document: Document) -> Sentence:
    """The first sentence that reads like one: a headline, a byline or a number may stand above it."""
    return next((one for one in document.prose if _reads_like_one(document, one.span)), document.prose[0])


def _reads_like_one(document: Document, sentence: Span) -> bool:
    ended = sentence.of(document.text).rstrip("\"'”’)")[-1:] in _ENDS
    return ended and sum(word[0].isalpha() for word in document.tokens.words(sentence)) > 1


def main_event(document: Document) -> Event | None:
    """The event of the lead sentence: the first that it reports to have happened, else the first that it tells of.

    What stands in a clause of its own for time, reason or a person ("since fighting broke out") is not it.
    """
    if not document.sentences:
        return None
    lead = lead_sentence(document).span
    told = [event for event in document.events if lead.contains(event.trigger) and not event.is_speech]
    told = [event for event in told if not _is_subordinate(document, event)]
    return next((event for event in told if event.status == "reported"), told[0] if told else None)


def _is_subordinate(document: Document, event: Event) -> bool:
    first = document.tokens.range(event.clause).start
    opening = document.tokens.lower[max(0, first - 1) : first + 1]
    return not document.wording.subordinators.isdisjoint(opening)
