"""Small builders of what the pages are made from: documents by hand, each name and number found by its words."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Literal

from mkdocs_briefings.annotations import (
    Document,
    Event,
    Hedge,
    Mention,
    Quantity,
    Quotation,
    Salience,
    Sentence,
    Timex,
)
from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.corpus import Corpus, gather
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.overlay import Overlay, OverlayFile
from mkdocs_briefings.register import Actor, Register
from mkdocs_briefings.rules.wording import Wording
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span, Tokens, sentence_anchor

RULE = "test"
WORDING = Wording.load("en")
PERU = Actor(id="peru", name="Peru", type="state", country="PE", wikidata="Q419", aliases=("Lima",))
NORWAY = Actor(id="norway", name="Norway", type="state", country="NO")
QUISPE = Actor(id="ana-quispe", name="Ana Quispe", type="person", country="PE", sort_name="Quispe")
ACTORS = (PERU, NORWAY, QUISPE)


def find(text: str, words: str, nth: int = 1) -> Span:
    """Where words stand in a text for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def source(
    text: str,
    identity: str = "talks",
    published: str | None = "2025-03-14",
    *,
    headline: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Source:
    return Source(
        id=identity,
        path=Path("seeds", f"{identity}.txt"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        date_published=datetime.date.fromisoformat(published) if published else None,
        headline=headline,
        publisher=publisher,
        url=url,
    )


def document(
    article: Source,
    *,
    mentions: Iterable[Mention] = (),
    timexes: Iterable[Timex] = (),
    quotations: Iterable[Quotation] = (),
    quantities: Iterable[Quantity] = (),
    hedges: Iterable[Hedge] = (),
    events: Iterable[Event] = (),
    actors: Sequence[Actor] = ACTORS,
    salient: Iterable[str] = ("peru", "norway", "ana-quispe"),
) -> Document:
    """A document with a paragraph a line and a sentence up to each full stop."""
    tokens = Tokens.of(article.text)
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\r\n]+", article.text))
    named = tuple(mentions)
    meant = {mention.actor_id for mention in named}
    return Document(
        source=article,
        wording=WORDING,
        tokens=tokens,
        paragraphs=paragraphs,
        sentences=tuple(_sentences(article.text, paragraphs, tokens)),
        mentions=named,
        timexes=tuple(timexes),
        quotations=tuple(quotations),
        quantities=tuple(quantities),
        hedges=tuple(hedges),
        events=tuple(events),
        actors=tuple(actor for actor in actors if actor.id in meant),
        salience=tuple(
            Salience(actor_id=identity, score=0.5, salient=True, rule=RULE) for identity in salient if identity in meant
        ),
    )


def _sentences(text: str, paragraphs: Iterable[Span], tokens: Tokens) -> Iterable[Sentence]:
    seen: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        for match in re.finditer(r"\S[^.]*\.?”?", paragraph.of(text)):
            span = Span(paragraph.start + match.start(), paragraph.start + match.end())
            anchor = sentence_anchor(span.of(text))
            seen[anchor] = seen.get(anchor, 0) + 1
            if seen[anchor] > 1:
                anchor = f"{anchor}-{seen[anchor]}"
            yield Sentence(span=span, paragraph=number, anchor=anchor, tokens=tokens.range(span))


def mention(text: str, words: str, actor_id: str | None = None, nth: int = 1, title: str | None = None) -> Mention:
    return Mention(
        span=find(text, words, nth),
        mention_type="NAM",
        entity_type="PER" if title else "GPE",
        rule=RULE,
        actor_id=actor_id,
        title=find(text, title) if title else None,
    )


def timex(text: str, words: str, value: str, edtf: str | None = None) -> Timex:
    date = PartialDate(edtf) if edtf else None
    return Timex(span=find(text, words), type="DATE", value=value, rule=RULE, date=date)


def quotation(
    text: str, words: str, speaker: str, actor_id: str | None, kind: Literal["direct", "indirect", "mixed"]
) -> Quotation:
    content, source_span = find(text, words), find(text, speaker)
    return Quotation(content=content, kind=kind, rule=RULE, source=source_span, actor_id=actor_id)


def quantity(text: str, words: str, value: str, unit: str = "%", measured: str | None = None) -> Quantity:
    return Quantity(
        span=find(text, words),
        value=Decimal(value),
        unit=unit,
        rule=RULE,
        measured=find(text, measured) if measured else None,
    )


def event(text: str, clause: str, trigger: str, **more: object) -> Event:
    span = find(text, clause)
    given = {"trigger": find(text, trigger), "sentence": span, "clause": span, "rule": RULE, **more}
    return Event(**given)  # type: ignore[arg-type]  # the caller names Event's own fields


TALKS = (
    "Peru and Norway held talks on Friday, Prime Minister Ana Quispe said. "
    "The talks came a day after Norway cut its duty by nearly 40% & more.\n"
    "\n"
    "“We shall <meet> again,” said Quispe. Lima is to host a summit later this year.\n"
    "A deal is possible. Norway denied that Oslo had walked out.\n"
)


def talks(identity: str = "talks", published: str | None = "2025-03-14") -> Document:
    """An invented article with one of everything."""
    text = TALKS
    dated = bool(published)
    friday = timex(text, "Friday", "2025-03-14" if dated else "XXXX-WXX-5", "2025-03-14" if dated else None)
    later = timex(text, "later this year", "2025", "2025-03-14/2025-12-31" if dated else None)
    day = PartialDate("2025-03-14") if dated else None
    return document(
        source(text, identity, published, publisher="The Harbour Post", url="https://example.org/talks"),
        mentions=(
            mention(text, "Peru", "peru"),
            mention(text, "Norway", "norway"),
            mention(text, "Ana Quispe", "ana-quispe", title="Prime Minister"),
            mention(text, "Norway", "norway", nth=2),
            mention(text, "Quispe", "ana-quispe", nth=2),
            mention(text, "Lima", "peru"),
            mention(text, "Norway", "norway", nth=3),
            mention(text, "Oslo"),
        ),
        timexes=(friday, later),
        quotations=(
            Quotation(
                content=find(text, "“We shall <meet> again,”"),
                kind="direct",
                rule=RULE,
                source=find(text, "Quispe", 2),
                actor_id="ana-quispe",
            ),
            Quotation(
                content=find(text, "Peru and Norway held talks on Friday"),
                kind="indirect",
                rule=RULE,
                source=find(text, "Ana Quispe"),
                actor_id="ana-quispe",
            ),
        ),
        quantities=(quantity(text, "40%", "40", measured="its duty"),),
        hedges=(Hedge(span=find(text, "nearly"), rule=RULE), Hedge(span=find(text, "possible"), rule=RULE)),
        events=(
            event(
                text,
                "Peru and Norway held talks on Friday",
                "talks",
                event_type="CONSULT",
                sure=True,
                actors=("peru", "norway"),
                date=day,
                date_source="own" if dated else None,
                timex=friday.span,
            ),
            event(
                text,
                "Norway cut its duty",
                "cut",
                event_type="CONCEDE",
                actors=("norway",),
                date=PartialDate("../2025-03-14") if dated else None,
                date_source="article" if dated else None,
            ),
            event(
                text,
                "Lima is to host a summit later this year",
                "summit",
                actors=("peru",),
                status="planned",
                date=later.date,
                date_source="own" if dated else None,
                timex=later.span,
            ),
            event(
                text,
                "Oslo had walked out",
                "walked",
                event_type="REJECT",
                actors=("norway", "peru"),
                status="denied",
                attributed_to="norway",
            ),
        ),
    )


def meetings(
    dates: Iterable[str | None], identity: str = "talks", published: str = "2025-03-14", **more: object
) -> Document:
    """An article that tells of a meeting of Peru and Norway for each date."""
    days = list(dates)
    text = "Peru and Norway met." + "".join(f" They met for the {number}th time." for number, _ in enumerate(days))
    events = [
        event(
            text,
            f"They met for the {number}th time",
            f"met for the {number}th",
            **{
                "event_type": "CONSULT",
                "sure": True,
                "actors": ("peru",),
                "recipients": ("norway",),
                "date": PartialDate(day) if day else None,
                "date_source": "own" if day else None,
                **more,
            },
        )
        for number, day in enumerate(days)
    ]
    mentions = [mention(text, "Peru", "peru"), mention(text, "Norway", "norway")]
    return document(source(text, identity, published), mentions=mentions, events=events)


def overlay(settings: Overlay, slug: str = "harbour-talks", prose: str = "") -> OverlayFile:
    return OverlayFile(slug=slug, path=Path("briefings", f"{slug}.md"), settings=settings, prose=prose, front="")


def corpus(*briefings: Briefing) -> Corpus:
    states = {actor.country: actor.id for actor in ACTORS if actor.country and actor.type == "state"}
    register = Register(actors={actor.id: actor for actor in ACTORS}, states=states)
    return gather(briefings or (brief((talks(),), None),), register)
