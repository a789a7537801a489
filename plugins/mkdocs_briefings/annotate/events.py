"""Events: what happened, is planned, denied or alleged, in the source's own clauses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from mkdocs_briefings.annotate.event.actors import People
from mkdocs_briefings.annotate.event.clauses import Clause
from mkdocs_briefings.annotate.event.dates import Calendar
from mkdocs_briefings.annotate.event.groups import verb_groups
from mkdocs_briefings.annotate.event.modes import mode
from mkdocs_briefings.annotate.event.nominals import NounEvent, noun_events
from mkdocs_briefings.annotate.event.offsets import linked
from mkdocs_briefings.annotate.event.retold import Memory, denied
from mkdocs_briefings.annotate.event.scene import Lettered, Scene
from mkdocs_briefings.annotate.event.sides import parted, sides
from mkdocs_briefings.annotate.event.status import claim, is_ahead, undone
from mkdocs_briefings.annotate.event.telling import Teller
from mkdocs_briefings.annotate.event.told import Told
from mkdocs_briefings.annotations import Document, Event
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.events import EventRules

_LEAD = 2  # sentences, after headline and date line, that may tell the story's day


def events(document: Document, rules: Rules, _register: Register) -> Document:
    lettered = Lettered.of(document, rules.events.words)
    scenes = [Scene.of(lettered, sentence, verb_groups(lettered, sentence.tokens)) for sentence in document.prose]
    told = (scene for scene in scenes if any(group.finite for group in scene.groups) and scene.ends_with_stop)
    calendar = Calendar.of(document, islice(told, _LEAD), rules.events)
    people = People.of(document, lettered)
    reader = _Reader(rules.events, Teller(rules.events, calendar, people), calendar, people)
    found: list[Event] = []
    base: Event | None = None  # what the article is about
    memory = Memory(document.text, rules.events.words.small.known)
    before = 0  # where the events of the last sentence begin
    for scene in scenes:
        found[before:] = denied(scene, found[before:], people, rules.events.hearsay)
        before = len(found)
        for event in sorted(reader.scene(scene, base), key=lambda event: event.trigger):
            found.append(memory.reminded(event))
            if base is None and _may_be_the_story(event, calendar):
                base = event
    return replace(document, events=tuple(found))


def _may_be_the_story(event: Event, calendar: Calendar) -> bool:
    """It happened on a known day; in an article without a date, it happened."""
    if calendar.published:
        return event.date is not None and event.date.is_exact_day
    return event.status == "reported" and not event.is_speech


def _rule(found: Told) -> str:
    if found.reading and (found.is_known or found.reading.spoken):
        return found.reading.rule
    return "event/statement" if found.group.spoken else "event/happening"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the events of one document, sentence by sentence."""

    rules: EventRules
    teller: Teller
    calendar: Calendar
    people: People

    def scene(self, scene: Scene, base: Event | None) -> Iterator[Event]:
        """The events of a sentence.

        Args:
            base: the event that a sentence such as "The talks came a day after …" counts from.
        """
        dated = self.calendar.before_nouns(scene)
        covered: set[int] = set()  # nouns that belong to a verb's event: "attended Friday's summit"
        told: list[tuple[Clause, Event]] = []
        for found in self.teller.told(scene, base, dated):
            if not (found.happens or found.dating.date or found.said):
                continue
            event = self._of_verb(scene, found)
            is_denied = found.said and event.status == "denied"
            if is_denied or self._is_worth_showing(found, somebody=bool(event.actors or event.recipients)):
                covered.update(found.words, [found.reading.noun] if found.reading else ())
                told.append((found.clause, event))
        off = undone(scene, self.rules)
        nouns = [
            self._of_noun(scene, noun)
            for noun in noun_events(scene, self.rules.nominal, dated)
            if noun.noun not in covered and not any(noun.noun in words for words in off)
        ]
        yield from parted(scene.lettered.text, linked(scene, told, self.calendar), nouns)

    def _is_worth_showing(self, found: Told, *, somebody: bool) -> bool:
        """Typed; or dated by its own words; or dated by the article, with somebody who took part."""
        if found.clause.conditional or self._dates_the_plan(found):
            return False
        date = found.dating.date
        is_sum = found.event_type in (None, "ASSAULT")  # "has led the party since 2003", "have killed forty"
        if is_sum and date and date.latest is None and found.group.perfect:
            return False
        if found.event_type or (found.happens and not found.group.negated):
            return True
        if not date:
            return found.happened_before
        if found.group.negated and (found.dating.source != "own" or found.group.perfect):
            return False
        operator = self.rules.operators.get(found.group.lemma)
        is_frame = operator is not None and not operator.alleged  # "tried", "failed": what of it is not known
        return found.dating.source == "own" or (somebody and not found.planned and not is_frame)

    def _dates_the_plan(self, found: Told) -> bool:
        """ "In May trade was to grow": the date before the subject is no day of the growth."""
        group, subject, timex = found.group, found.clause.subject, found.dating.timex
        if not (group.future and group.past and subject and timex) or found.event_type:
            return False
        return timex.start < self.people.lettered.tokens.starts[subject.start]

    def _of_verb(self, scene: Scene, found: Told) -> Event:
        tokens, group, read = scene.lettered.tokens, found.group, found.reading
        trigger = tokens.span(found.words.start, found.words.stop - 1)
        quotation = self.people.quoted(trigger)
        claimed = claim(scene, found, quotation, self.rules, ahead=is_ahead(scene, found, self.calendar, self.rules))
        visits = found.act == "CONSULT" and mode(scene, found, self.rules.modes, "CONSULT") == "visit"
        parties = sides(self.people, found, quotation, visits=visits)
        words = found.clause.with_opening(scene)
        return Event(
            trigger=trigger,
            sentence=scene.sentence.span,
            clause=tokens.span(words.start, words.stop - 1) if found.clause.subject else scene.sentence.span,
            rule=_rule(found),
            is_speech=found.is_speech or self.people.is_said(trigger, quotation, known=found.is_known),
            event_type=found.event_type,
            sure=bool(read and read.event_type and read.sure),
            mode=mode(scene, found, self.rules.modes, found.event_type),
            actors=parties.actors,
            recipients=parties.recipients,
            location=self.people.place(range(group.verb + 1, words.stop)),
            date=found.dating.date,
            date_source=found.dating.source,
            timex=found.dating.timex,
            relative_to=found.relative_to,
            polarity="NEG" if group.negated else "POS",
            modality=claimed.modality,
            status=claimed.status,
            attributed_to=quotation.actor_id if quotation else None,
        )

    def _of_noun(self, scene: Scene, noun: NounEvent) -> Event:
        tokens = scene.lettered.tokens
        timex = noun.timex or self.calendar.behind_noun(scene, noun.noun)
        phrase = range(noun.phrase.start, max(noun.phrase.stop, tokens.range(timex.span).stop if timex else 0))
        trigger = tokens.span(noun.marker, noun.noun)
        before = self.people.taking_part(range(phrase.start, noun.noun + 1))
        after = self.people.taking_part(range(noun.noun + 1, phrase.stop))
        quotation = self.people.quoted(trigger)
        dating = self.calendar.of_noun(timex, planned=noun.planned)
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
