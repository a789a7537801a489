"""What the passes say of a text: frozen annotations that stand off from it by code-point offsets.

Every annotation carries the id of the rule that made it. The names are the field's own: mentions are
ACE's, quotations PARC's, timexes TIMEX3, events PLOVER's with FactBank's modality.
"""

import datetime
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.register import Actor
from mkdocs_briefings.rules.quotations import Manner
from mkdocs_briefings.rules.wording import Wording
from mkdocs_briefings.source import Source
from mkdocs_briefings.text import Span, Tokens

BY_THE_DESK = "desk"  # the rule of what a person said
EntityType = Literal["PER", "ORG", "GPE", "LOC", "FAC"]
Reading = Literal["place", "actor"]
Status = Literal["reported", "planned", "denied", "alleged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    span: Span
    paragraph: int  # counted from 0
    anchor: str
    tokens: range  # indices into Document.tokens
    is_prose: bool = True  # a dateline, byline or credit is not


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name (NAM), description (NOM) or pronoun (PRO). A title stands outside the span."""

    span: Span
    mention_type: Literal["NAM", "NOM", "PRO"]
    entity_type: EntityType
    rule: str
    actor_id: str | None = None  # None: nobody, or more than one candidate
    candidates: tuple[str, ...] = ()  # actor ids; where actor_id is None, those the desk may choose from
    members: tuple[str, ...] = ()  # actor ids of several together: "the two leaders"
    title: Span | None = None  # "Russian President" before "Vladimir Putin"
    reading: Reading | None = None  # of a state or city: where, or who; None: not told

    @property
    def who(self) -> tuple[str, ...]:
        """Ids of everyone it means."""
        return self.members or ((self.actor_id,) if self.actor_id else ())

    def meaning(
        self, actor_id: str | None, candidates: tuple[str, ...], rule: str, reading: Reading | None = None
    ) -> "Mention":
        """The same words, with whom they mean and how they are read."""
        return Mention(
            span=self.span,
            mention_type=self.mention_type,
            entity_type=self.entity_type,
            rule=rule,
            actor_id=actor_id,
            candidates=candidates,
            title=self.title,
            reading=reading,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Salience:
    """How much a text is about an actor, 0 to 1; `salient` says that an index of it lists the actor."""

    actor_id: str
    score: float
    salient: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    content: Span
    kind: Literal["direct", "indirect", "mixed"]
    rule: str
    source: Span | None = None  # the speaker's surface phrase
    cue: Span | None = None
    manner: Manner = "said"
    actor_id: str | None = None  # the speaker, where it is one actor
    medium: Span | None = None  # "a post on X", "a statement"
    is_said: bool = True  # "did not say that …", "refused to say whether …": nobody said what follows
    is_clause: bool = True  # the content says something by itself, as "criticised [the plan]" does not
    is_broad: bool = False  # a plan, a deed, a topic, what somebody knows: nobody's words, but attributed all the same

    @property
    def is_statement(self) -> bool:
        """Somebody's words, as a reader understands it: speech, a demand, a promise, a denial, a stance or view."""
        return self.is_said and not self.is_broad


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A temporal expression with its TIMEX3 type, value and mod; `date` where it can be placed in time."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    rule: str
    mod: str | None = None
    anchor: Span | None = None  # what an anchored value counts from, where that is in the text
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    span: Span
    value: Decimal
    unit: str  # "%", ISO 4217, UCUM, or the counted noun
    rule: str
    upper: Decimal | None = None
    comparator: Literal["=", "~", "<", "<=", ">", ">="] = "="
    measured: Span | None = None  # what is measured, with of whom: "of its energy from Russia"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """Words that limit what a sentence claims: nearly, reportedly, possible."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TLink:
    """How an event lies in time to another of the same text (TimeML), told whether or not either has a date."""

    trigger: Span  # of the other event
    order: Literal["before", "after"]  # where this event lies, seen from the other
    days: int | None = None  # how many lie between them; None: not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    trigger: Span
    sentence: Span
    clause: Span  # the source's own words for it
    rule: str
    event_type: str | None = None  # one of PLOVER's sixteen; a suggestion
    sure: bool = False
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    location: Span | None = None
    date: PartialDate | None = None
    date_source: Literal["own", "story", "article", "desk"] | None = None
    timex: Span | None = None  # the expression that dated it
    relative_to: TLink | None = None  # "a day after Norland imposed tariffs"
    polarity: Literal["POS", "NEG"] = "POS"
    modality: Literal["CT", "PR", "PS", "U"] = "CT"
    status: Status = "reported"
    attributed_to: str | None = None  # an actor id; None: the newspaper's own voice, or a source that is no actor
    is_speech: bool = False  # somebody said something, and nothing more is known to have happened

    @property
    def known_date(self) -> PartialDate | None:
        """The date as far as it is known: what only the day of the article dates happened on it or before."""
        if self.date and self.date.latest and self.date_source == "article" and self.status == "reported":
            return PartialDate.on_or_before(self.date.latest)
        return self.date


@dataclass(frozen=True, kw_only=True)
class Document:
    """A source with all that the passes said of it; passes meet only here."""

    source: Source
    wording: Wording = field(default_factory=Wording.none)  # of its language, for what compares it with others
    tokens: Tokens = field(default_factory=Tokens.none)
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()  # everyone a mention here resolves to, the register's or the text's own
    quotations: tuple[Quotation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    events: tuple[Event, ...] = ()
    salience: tuple[Salience, ...] = ()
    day: datetime.date | None = None  # that the article counts from: its date, else that of its dateline

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences without datelines, bylines and credits; all of them where nothing else is there."""
        return tuple(sentence for sentence in self.sentences if sentence.is_prose) or self.sentences

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the offset, or the nearest before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    @cached_property
    def _quoted(self) -> dict[int, list[Quotation]]:
        """By the start of each sentence the quotations that reach into it."""
        quoted: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            first = max(0, bisect_right(self._sentence_starts, quotation.content.start) - 1)
            for start in self._sentence_starts[first : bisect_left(self._sentence_starts, quotation.content.end)]:
                quoted.setdefault(start, []).append(quotation)
        return quoted

    def quotations_around(self, span: Span) -> tuple[Quotation, ...]:
        """Those whose content holds the span."""
        found = self._quoted.get(self.sentence_at(span.start).span.start, ())
        return tuple(quotation for quotation in found if quotation.content.contains(span))
