"""The verbs of a sentence that tell of an event: what kind it is, in which words, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from mkdocs_briefings.annotate.event.actors import People
from mkdocs_briefings.annotate.event.clauses import Clause, clause
from mkdocs_briefings.annotate.event.dates import Calendar, Dating
from mkdocs_briefings.annotate.event.frames import Reading
from mkdocs_briefings.annotate.event.kinds import foretold, reading
from mkdocs_briefings.annotate.event.offsets import Offset, offset
from mkdocs_briefings.annotate.event.scene import GROUPS_NEAR, Scene, VerbGroup
from mkdocs_briefings.annotations import Event, Timex, TLink
from mkdocs_briefings.rules.events import EventRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verb group with all that was read of it."""

    group: VerbGroup
    following: tuple[VerbGroup, ...]  # the next few of its sentence
    clause: Clause
    reading: Reading | None
    dating: Dating
    relative_to: TLink | None
    said: bool  # a verb of saying stands before it

    @property
    def words(self) -> range:
        """The tokens of the trigger, up to the noun that gave it its type."""
        last = self.reading.last if self.reading else self.group.verb
        return range(self.group.verb, min(last + 1, self.clause.rest.stop))

    @property
    def event_type(self) -> str | None:
        return self.reading.event_type if self.reading else None

    @property
    def act(self) -> str | None:
        """The type of what is done, or is promised, threatened or refused."""
        return (self.reading.act if self.reading else None) or self.event_type

    @property
    def planned(self) -> bool:
        return self.reading is not None and self.reading.planned

    @property
    def is_known(self) -> bool:
        """Its rule says what it is: of a type, or to come."""
        return self.event_type is not None or self.planned

    @property
    def averted(self) -> bool:
        """ "will not attend": nothing is to come of it, and no day is its day."""
        return self.group.negated and (self.planned or bool(self.group.modal) or self.group.future)


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
        for position, group in enumerate(scene.groups):
            if not group.finite or group.verb == so_far.governed:
                continue
            read = reading(scene, position, self.rules, said=so_far.said)
            so_far.said = so_far.said or group.spoken or group.lemma in self.rules.words.announcing
            if self._is_no_event(scene, group, read):
                continue
            so_far.governed = read.inner.verb if read and read.inner else so_far.governed
            timex = _timex(so_far, group, read)
            if timex or so_far.pointing or (read and read.event_type) or self._may_be_dated(group):
                yield from self._one(so_far, position, read, timex)

    def _one(self, so_far: _Progress, position: int, read: Reading | None, timex: Timex | None) -> Iterator[Told]:
        scene, group = so_far.scene, so_far.scene.groups[position]
        inner = read.inner if read else None
        words = clause(scene, position, position + 1 if inner else position)
        aim = timex if read and inner and read.commits and self.calendar.is_to_come(timex) else None
        dating = self._dating(so_far, group, words, None if aim else timex)
        link = so_far.pointing.link(so_far.base) if so_far.pointing else None
        if not words.relative:
            so_far.dating, so_far.subject = dating, words.subject.start if words.subject else -1
        so_far.pointing = offset(scene, group, words, self.rules.back_reference)
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

    def _dating(self, so_far: _Progress, group: VerbGroup, words: Clause, timex: Timex | None) -> Dating:
        if so_far.pointing:
            return so_far.pointing.dating(so_far.base)
        dating = self.calendar.dated(group, words, timex)
        joined = so_far.scene.letters[group.first - 1] == "c"
        shares = joined or (words.subject is not None and words.subject.start == so_far.subject)
        may_share = group.past and shares and not words.relative
        if dating.source != "own" and so_far.dating.source == "own" and may_share:
            return so_far.dating
        if dating.source in ("story", "article") and (so_far.names_day or self._is_quoted(so_far.scene, group)):
            return Dating()
        return dating

    def _may_be_dated(self, group: VerbGroup) -> bool:
        return self.calendar.default(group) is not None or group.lemma in self.rules.back_reference.verbs

    def _is_quoted(self, scene: Scene, group: VerbGroup) -> bool:
        """Somebody else tells it, so that its tense counts from then."""
        quotation = self.people.quoted(scene.lettered.tokens.span(group.verb, group.verb))
        return quotation is not None and quotation.kind != "mixed"

    def _is_no_event(self, scene: Scene, group: VerbGroup, read: Reading | None) -> bool:
        """A state, a readiness, or what is only thought of."""
        if _is_unreal(group, read):
            return True
        if read and (read.event_type or read.planned):
            return False
        return group.lemma in self.rules.words.states or scene.letters[group.verb] == "a"


def _is_unreal(group: VerbGroup, read: Reading | None) -> bool:
    """ "would have met", "was to have met": nobody did. "should withdraw": nobody says so, unless as a demand."""
    if group.perfect and (group.modal in ("would", "should") or (group.future and group.past)):
        return True
    demanded = read is not None and read.rule.startswith("event/operator/")
    return group.modal in ("must", "should") and not demanded


def _timex(so_far: _Progress, group: VerbGroup, read: Reading | None) -> Timex | None:
    """The expression that dates a verb, its infinitive, or the noun that gives it its type."""
    if own := so_far.own.get(group.verb):
        return own
    if not read:
        return None
    if read.inner and read.inner.verb in so_far.own:
        return so_far.own[read.inner.verb]
    return next((so_far.dated[token] for token in range(group.verb, read.last) if token in so_far.dated), None)
