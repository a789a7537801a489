"""The verbs of a sentence that tell of an event: what kind it is, in which words, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from mkdocs_briefings.annotate.event.actors import People
from mkdocs_briefings.annotate.event.clauses import Clause, clause
from mkdocs_briefings.annotate.event.complements import complement_of
from mkdocs_briefings.annotate.event.dates import Calendar, Dating, is_of_now
from mkdocs_briefings.annotate.event.frames import Reading, framed
from mkdocs_briefings.annotate.event.kinds import foretold, reading, to_come
from mkdocs_briefings.annotate.event.offsets import Offset, offset
from mkdocs_briefings.annotate.event.scene import GROUPS_NEAR, Scene, VerbGroup
from mkdocs_briefings.annotate.event.sharing import (
    Day,
    dates_the_subject,
    is_explained,
    is_shared,
    told_by_occasion,
    told_by_when,
)
from mkdocs_briefings.annotate.event.told import Told
from mkdocs_briefings.annotate.event.unreal import is_unreal
from mkdocs_briefings.annotations import Event, Timex
from mkdocs_briefings.rules.events import EventRules


@dataclass(slots=True, kw_only=True)
class _Progress:
    """A sentence, and what its verbs so far leave to the next."""

    scene: Scene
    base: Event | None  # that a sentence such as "The talks came a day after …" counts from
    dated: Mapping[int, Timex]  # expressions of time that date a noun, by their last token
    own: Mapping[int, Timex]  # by the verb they date
    names_day: bool
    governed: int = -1  # the infinitive that an operator took
    pointing: Offset | None = None
    dating: Dating = field(default_factory=Dating)
    subject: int = -1  # its first token
    day: Day | None = None  # of its last verb in the past that has one of its own
    said: bool = False


@dataclass(frozen=True, slots=True)
class Teller:
    """Reads the verbs of one document, sentence by sentence."""

    rules: EventRules
    calendar: Calendar
    people: People

    def told(self, scene: Scene, base: Event | None, dated: Mapping[int, Timex]) -> Iterator[Told]:
        """The verbs of a sentence that may tell of an event.

        Args:
            base: the event that a sentence such as "The talks came a day after …" counts from.
            dated: expressions of time that date a noun, by their last token.
        """
        if not scene.groups or scene.is_question:
            return
        own, names_day = self.calendar.attached(scene), any(self.calendar.days_told(scene))
        so_far = _Progress(scene=scene, base=base, dated=dated, own=own, names_day=names_day)
        is_cued = not self.rules.status_cues.keys().isdisjoint(scene.lower[scene.start : scene.end])
        for position, group in enumerate(scene.groups):
            charged = complement_of(scene, position, self.rules)
            if not (group.finite or charged or self._is_outcome(scene, position)) or group.verb == so_far.governed:
                continue
            read = reading(scene, position, self.rules, said=so_far.said)
            so_far.said = so_far.said or group.spoken or group.lemma in self.rules.words.announcing
            if self._is_no_event(scene, group, read) or (charged and not (read and read.event_type)):
                so_far.day = Day.of(scene, group, own.get(group.verb)) or so_far.day
                continue
            so_far.governed = read.inner.verb if read and read.inner else so_far.governed
            timex = (
                _timex(so_far, group, read, self.rules)
                or told_by_when(scene, position, own)
                or told_by_occasion(scene, position, own, self.rules.nominal)
            )
            if read and timex and self._is_scheduled(scene, group, read, timex):
                read = to_come(read, self.rules)
            if timex or so_far.pointing or (read and read.tells) or is_cued or self._may_be_dated(group):
                yield from self._one(so_far, position, read, timex)

    def _one(self, so_far: _Progress, position: int, read: Reading | None, timex: Timex | None) -> Iterator[Told]:
        scene, group = so_far.scene, so_far.scene.groups[position]
        inner = read.inner if read else None
        words = clause(scene, position, position + 1 if inner else position)
        aim = timex if read and inner and read.commits and self.calendar.is_to_come(timex) else None
        dating = self._dating(so_far, position, words, None if aim else timex)
        if read and read.planned and group.continuous and dating.source == "article":
            dating = Dating()  # "is planning to leave"
        link = so_far.pointing.link(so_far.base) if so_far.pointing else None
        if not words.relative:
            so_far.dating, so_far.subject = dating, words.subject.start if words.subject else -1
            so_far.day = Day.of(scene, group, timex) or so_far.day
        so_far.pointing = offset(scene, group, words, self.rules.back_reference, self.calendar)
        if so_far.pointing:
            return
        found = Told(
            group=group,
            following=scene.groups[position + 1 : position + 1 + GROUPS_NEAR],
            clause=words,
            reading=read,
            dating=dating,
            relative_to=link,
            said=so_far.said,
            charged=complement_of(scene, position, self.rules),
        )
        yield replace(found, dating=Dating()) if found.averted else found
        if read and inner and aim and read.foretells:
            yield replace(
                found,
                group=inner,
                clause=replace(words, rest=range(inner.first, words.rest.stop)),
                reading=foretold(scene, inner, read, self.rules),
                dating=self.calendar.dated(inner, words, aim),
                relative_to=None,
            )

    def _dating(self, so_far: _Progress, position: int, words: Clause, timex: Timex | None) -> Dating:
        scene, group = so_far.scene, so_far.scene.groups[position]
        if so_far.pointing:
            return so_far.pointing.dating(so_far.base)
        dating = self.calendar.dated(group, words, timex)
        if dating.source == "own":
            return dating
        if words.opener == "since" and words.subject:
            return self.calendar.since(scene, words.subject.start - 1) or dating
        if group.form == "gerund":  # "opened fire, killing three", and not "denied killing three"
            return dating if complement_of(scene, position, self.rules) else so_far.dating
        if dating.source == "story" and is_explained(scene, group):
            return Dating()
        return self._by_others(so_far, group, words) or dating

    def _by_others(self, so_far: _Progress, group: VerbGroup, words: Clause) -> Dating | None:
        """What the other verbs of its sentence make of the date of a verb that has none of its own."""
        joined = so_far.scene.letters[group.first - 1] == "c"
        shares = joined or (words.subject is not None and words.subject.start == so_far.subject)
        may_share = group.past and not group.perfect and shares and not words.relative
        if so_far.dating.source == "own" and may_share:
            return so_far.dating
        if so_far.day and is_shared(so_far.scene, group, words, so_far.day):
            return so_far.day.dating
        is_elsewhere = so_far.names_day or self._is_quoted(so_far.scene, group)
        return Dating() if is_elsewhere and not is_of_now(group) else None

    def _is_scheduled(self, scene: Scene, group: VerbGroup, read: Reading, timex: Timex) -> bool:
        """ "deliveries begin this month": the present with a day to come."""
        is_present = not (group.past or group.perfect or group.modal or group.future)
        is_plain = scene.letters[group.verb] in "VZ" and not read.inner and not read.planned
        return is_present and is_plain and self.calendar.ends_ahead(timex.date)

    def _may_be_dated(self, group: VerbGroup) -> bool:
        return (
            self.calendar.default(group) is not None
            or (group.past and group.perfect)
            or group.lemma in self.rules.back_reference.verbs
        )

    def _is_outcome(self, scene: Scene, position: int) -> bool:
        """ "opened fire, killing three": what a deed told before it led to."""
        group = scene.groups[position]
        if position == 0 or group.form != "gerund" or scene.letters[group.first - 1] != "," or group.spoken:
            return False
        deed, read = framed(scene, scene.groups[position - 1], self.rules), framed(scene, group, self.rules)
        return deed is not None and read is not None and deed.event_type == read.event_type == "ASSAULT"

    def _is_quoted(self, scene: Scene, group: VerbGroup) -> bool:
        """Somebody else tells it, so that its tense counts from then."""
        quotation = self.people.quoted(scene.lettered.tokens.span(group.verb, group.verb))
        return quotation is not None and quotation.kind != "mixed"

    def _is_no_event(self, scene: Scene, group: VerbGroup, read: Reading | None) -> bool:
        """A state, a readiness, or what is only thought of."""
        if is_unreal(scene, group, read, self.rules):
            return True
        if read and (read.tells or read.planned):
            return False
        return group.lemma in self.rules.words.states or scene.letters[group.verb] == "a"


def _timex(so_far: _Progress, group: VerbGroup, read: Reading | None, rules: EventRules) -> Timex | None:
    """The expression that dates a verb, its infinitive, or the noun that gives it its type."""
    if own := so_far.own.get(group.verb):
        return own
    if not read:
        return None
    if group.lemma in rules.nominal.carriers and (timex := dates_the_subject(so_far.scene, group, so_far.dated)):
        return timex
    if read.inner and read.inner.verb in so_far.own:
        return so_far.own[read.inner.verb]
    return next((so_far.dated[token] for token in range(group.verb, read.last) if token in so_far.dated), None)
