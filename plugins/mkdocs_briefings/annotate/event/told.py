"""A verb that tells of an event, with all that was read of it."""

from dataclasses import dataclass

from mkdocs_briefings.annotate.event.clauses import Clause
from mkdocs_briefings.annotate.event.dates import Dating
from mkdocs_briefings.annotate.event.frames import Reading
from mkdocs_briefings.annotate.event.scene import VerbGroup
from mkdocs_briefings.annotations import Status, TLink


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
    charged: Status | None = None  # what the verb over it makes of it: "denied shelling"

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
    def happens(self) -> bool:
        """An event whatever dates it, of a type or not."""
        return self.reading is not None and self.reading.tells

    @property
    def is_known(self) -> bool:
        """Its rule says what it is: an event, or to come."""
        return self.happens or self.planned

    @property
    def is_speech(self) -> bool:
        """Words alone, which do nothing to anybody."""
        if self.reading and self.reading.spoken:
            return True
        return self.group.spoken and not self.is_known

    @property
    def happened_before(self) -> bool:
        """ "Paris said a ship had left the port": told as done, on a day that nothing tells."""
        group = self.group
        aside = self.clause.relative or not self.said
        return group.past and group.perfect and not (group.negated or group.modal or self.is_speech or aside)

    @property
    def averted(self) -> bool:
        """ "will not attend": nothing is to come of it, and no day is its day."""
        return self.group.negated and (self.planned or bool(self.group.modal) or self.group.future)
