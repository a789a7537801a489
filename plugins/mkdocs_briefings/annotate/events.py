"""Events: what happened, is planned, denied or alleged, in the source's own clauses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from mkdocs_briefings.annotate.event.actors import People, Sides, parted, sides
from mkdocs_briefings.annotate.event.clauses import Clause, clause
from mkdocs_briefings.annotate.event.dates import Calendar, Dating
from mkdocs_briefings.annotate.event.groups import verb_groups
from mkdocs_briefings.annotate.event.kinds import Reading, reading
from mkdocs_briefings.annotate.event.nominals import NounEvent, noun_events
from mkdocs_briefings.annotate.event.offsets import Offset, offset
from mkdocs_briefings.annotate.event.scene import Lettered, Scene, VerbGroup
from mkdocs_briefings.annotate.event.status import claim, status_cue
from mkdocs_briefings.annotations import Document, Event, Timex
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.events import EventRules

_LEAD = 2  # sentences, after headline and date line, that may tell the story's day


def events(document: Document, rules: Rules, _register: Register) -> Document:
    lettered = Lettered.of(document, rules.events.words)
    scenes = [Scene.of(lettered, sentence, verb_groups(lettered, sentence.tokens)) for sentence in document.sentences]
    told = (scene for scene in scenes if any(group.finite for group in scene.groups) and scene.ends_with_stop)
    calendar = Calendar.of(document, islice(told, _LEAD), rules.events)
    reader = _Reader(rules.events, calendar, People.of(document, lettered))
    found: list[Event] = []
    base: PartialDate | None = None  # the day of the event the article is about
    for scene in scenes:
        for event in sorted(reader.scene(scene, base), key=lambda event: event.trigger):
            found.append(event)
            if base is None and event.date and event.date.is_exact_day:
                base = event.date
    return replace(document, events=tuple(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A verb group with all that was read of it."""

    group: VerbGroup
    clause: Clause
    reading: Reading | None
    dating: Dating
    said: bool

    @property
    def words(self) -> range:
        """The tokens of the trigger, up to the noun that gave it its type."""
        last = self.reading.last if self.reading else self.group.verb
        return range(self.group.verb, min(last + 1, self.clause.rest.stop))

    @property
    def event_type(self) -> str | None:
        return self.reading.event_type if self.reading else None


def _is_unreal(group: VerbGroup, read: Reading | None) -> bool:
    """ "would have attacked": it did not. "should withdraw": nobody says that it will, unless as a demand."""
    if group.perfect and group.modal in ("would", "should"):
        return True
    demanded = read is not None and read.rule.startswith("event/operator/")
    return group.modal in ("must", "should") and not demanded


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the events of one document, sentence by sentence."""

    rules: EventRules
    calendar: Calendar
    people: People

    def scene(self, scene: Scene, base: PartialDate | None) -> Iterator[Event]:
        """The events of a sentence.

        Args:
            base: the day that a sentence such as "The talks came a day after …" counts from.
        """
        dated = self.calendar.before_nouns(scene)
        covered: set[int] = set()  # nouns that belong to a verb's event: "attended Friday's summit"
        verbs: list[Event] = []
        for found in self._verbs(scene, base, dated):
            parties = sides(self.people, found.clause, found.group)
            if self._is_worth_showing(found, somebody=any(parties)):
                covered.update(found.words)
                verbs.append(self._of_verb(scene, found, parties))
        nouns = [
            self._of_noun(scene, noun)
            for noun in noun_events(scene, self.rules.nominal, dated)
            if noun.noun not in covered
        ]
        yield from parted(scene.lettered.text, verbs, nouns)

    def _verbs(self, scene: Scene, base: PartialDate | None, dated: Mapping[int, Timex]) -> Iterator[_Found]:
        own = self.calendar.attached(scene)
        governed = -1  # the infinitive an operator took
        pointing: Offset | None = None
        earlier = Dating()
        said = False
        for position, group in enumerate(scene.groups):
            if not group.finite or group.verb == governed:
                continue
            read = reading(scene, position, self.rules, said=said)
            said = said or group.spoken
            if not (read and read.event_type) and self._is_no_event(scene, group):
                continue
            if _is_unreal(group, read):
                continue
            inner = read.inner if read else None
            governed = inner.verb if inner else governed
            timex = own.get(group.verb) or (own.get(inner.verb) if inner else None)
            if read and not timex:
                timex = next((dated[token] for token in range(group.verb, read.last) if token in dated), None)
            if not (timex or pointing or (read and read.event_type) or self._may_be_dated(group)):
                continue
            words = clause(scene, position, position + 1 if inner else position)
            dating = pointing.dating(base) if pointing else self.calendar.dated(group, words, timex)
            joined = group.past and scene.letters[group.first - 1] == "c"
            if dating.source != "own" and earlier.source == "own" and joined:
                dating = earlier
            elif dating.source in ("story", "article") and not pointing and self._is_dated_elsewhere(scene, group):
                dating = Dating()
            earlier = dating
            pointing = offset(scene, group, words, self.rules.back_reference)
            if not pointing:
                yield _Found(group=group, clause=words, reading=read, dating=dating, said=said)

    def _may_be_dated(self, group: VerbGroup) -> bool:
        return self.calendar.default(group) is not None or group.lemma in self.rules.back_reference.verbs

    def _is_dated_elsewhere(self, scene: Scene, group: VerbGroup) -> bool:
        """Its sentence names another day, or it is told by somebody, so that its tense counts from then."""
        if any(timex.date and timex.date.is_exact_day for timex in self.calendar.of_sentence(scene.sentence)):
            return True
        quotation = self.people.quoted(scene.lettered.tokens.span(group.verb, group.verb))
        return quotation is not None and quotation.kind != "mixed"

    def _is_no_event(self, scene: Scene, group: VerbGroup) -> bool:
        """A state or a readiness."""
        return group.lemma in self.rules.words.states or scene.letters[group.verb] == "a"

    def _is_worth_showing(self, found: _Found, *, somebody: bool) -> bool:
        """Typed; or dated by its own words; or dated by the article, with somebody who took part."""
        planned = found.reading is not None and found.reading.planned
        if found.clause.conditional and found.dating.source != "own":
            return False
        if found.event_type or not found.dating.date or (found.group.lemma in self.rules.operators and not planned):
            return found.event_type is not None
        return found.dating.source == "own" or (somebody and not planned)

    def _of_verb(self, scene: Scene, found: _Found, parties: Sides) -> Event:
        tokens, group, read = scene.lettered.tokens, found.group, found.reading
        trigger = tokens.span(found.words.start, found.words.stop - 1)
        quotation = self.people.quoted(trigger)
        cued = status_cue(scene, group, self.rules)
        claimed = claim(
            group,
            quotation.manner if quotation and cued == "reported" else cued,
            planned=bool(read and read.planned) or self._is_ahead(found),
            conditional=found.clause.conditional,
            said=found.said,
        )
        words = found.clause.tokens
        return Event(
            trigger=trigger,
            sentence=scene.sentence.span,
            clause=tokens.span(words.start, words.stop - 1) if found.clause.subject else scene.sentence.span,
            rule=read.rule if read and read.event_type else "event/statement" if group.spoken else "event/happening",
            is_speech=group.spoken and not found.event_type,
            event_type=found.event_type,
            sure=bool(read and read.event_type and read.sure),
            actors=parties.actors,
            recipients=parties.recipients,
            location=self.people.place(range(group.verb + 1, words.stop)),
            date=found.dating.date,
            date_source=found.dating.source,
            timex=found.dating.timex,
            polarity="NEG" if group.negated else "POS",
            modality=claimed.modality,
            status=claimed.status,
            attributed_to=quotation.actor_id if quotation else None,
        )

    def _is_ahead(self, found: _Found) -> bool:
        """The present with a date to come: "The talks resume on Monday"."""
        past = found.group.past or found.group.perfect
        return not past and self.calendar.is_ahead(found.dating.date)

    def _of_noun(self, scene: Scene, noun: NounEvent) -> Event:
        tokens, phrase = scene.lettered.tokens, noun.phrase
        trigger = tokens.span(noun.marker, noun.noun)
        before = self.people.taking_part(range(phrase.start, noun.noun + 1))
        after = self.people.taking_part(range(noun.noun + 1, phrase.stop))
        quotation = self.people.quoted(trigger)
        dating = self.calendar.of_noun(noun.timex, planned=noun.planned)
        planned = noun.planned or self.calendar.is_ahead(dating.date)
        return Event(
            trigger=trigger,
            sentence=scene.sentence.span,
            clause=tokens.span(phrase.start, phrase.stop - 1),
            rule=f"event/nominal/{'dated' if noun.timex else 'planned' if noun.planned else 'past'}",
            actors=before,
            recipients=tuple(actor for actor in after if actor not in before),
            location=self.people.place(range(noun.noun + 1, phrase.stop)),
            date=dating.date,
            date_source=dating.source,
            timex=dating.timex,
            modality="PS" if noun.planned else "PR" if planned else "CT",
            status="planned" if planned else "reported",
            attributed_to=quotation.actor_id if quotation else None,
        )
