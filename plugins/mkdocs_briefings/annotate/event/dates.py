"""When an event was: by its own clause, by the event the article is about, or by the article's date."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

from mkdocs_briefings.annotate.event.bounds import bound_before, bounded
from mkdocs_briefings.annotate.event.clauses import Clause
from mkdocs_briefings.annotate.event.hosts import (
    dates_a_noun,
    distance,
    in_relative,
    is_a_noun,
    is_beyond,
    spanning,
    stands_before_a_noun,
)
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotations import Document, Sentence, Timex
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.events import EventRules, Tense
from mkdocs_briefings.text import Span

DateSource = Literal["own", "story", "article"]
_HOSTS = 6  # verb groups tried to either side of an expression
_COUNTED = re.compile("P([0-9]{1,3})([DWMY])")
_IN_DAYS = {"D": 1, "W": 7}
_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    date: PartialDate | None = None
    source: DateSource | None = None
    timex: Span | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A document's expressions of time, the day it is about and the day it was published."""

    timexes: tuple[Timex, ...]
    starts: tuple[int, ...]
    published: PartialDate | None
    story: PartialDate | None
    rules: EventRules

    @classmethod
    def of(cls, document: Document, lead: Iterable[Scene], rules: EventRules) -> Self:
        """Args:
        lead: the sentences that may tell the day the article is about.
        """
        starts = tuple(timex.span.start for timex in document.timexes)
        published = PartialDate.day(document.day) if document.day else None
        bare = cls(document.timexes, starts, published, None, rules)
        return replace(bare, story=bare.story_day(lead))

    def story_day(self, lead: Iterable[Scene]) -> PartialDate | None:
        """The first exact day in the week before the article that dates a past or perfect verb."""
        published = self.published and self.published.earliest
        if not published:
            return None
        for scene in lead:
            by_verb = self.attached(scene)
            for group in scene.groups:
                timex = by_verb.get(group.verb)
                day = timex.date.earliest if timex and timex.date and timex.date.is_exact_day else None
                told = group.finite and (group.past or group.perfect)
                if day and told and published - _WEEK <= day <= published:
                    return PartialDate.day(day)
        return None

    def of_sentence(self, sentence: Sentence) -> Sequence[Timex]:
        first = bisect_left(self.starts, sentence.span.start)
        return self.timexes[first : bisect_left(self.starts, sentence.span.end)]

    def attached(self, scene: Scene) -> dict[int, Timex]:
        """Each expression of a sentence given to the verb it dates; by the verb's token."""
        found: dict[int, Timex] = {}
        timexes = self.of_sentence(scene.sentence)
        verbs = [group.verb for group in scene.groups] if timexes else []
        spanned: Timex | None = None
        for position, timex in enumerate(timexes):
            inside = scene.lettered.tokens.range(timex.span)
            if spanned and spanned.span.contains(timex.span):
                continue
            if timex.type not in ("DATE", "TIME") or not inside or dates_a_noun(scene, inside):
                continue
            near = bisect_left(verbs, inside.start)
            nearby = scene.groups[max(0, near - _HOSTS) : near + _HOSTS]
            hosts = [group for group in nearby if not is_a_noun(scene, group)]
            if hosts:
                nearest = min(hosts, key=lambda group: distance(scene, group, inside))
                if is_beyond(scene, nearest, inside):
                    continue
                host = in_relative(scene, range(max(0, near - _HOSTS), near), inside, nearest)
                spanned = spanning(scene, timex, timexes[position + 1 : position + 2])
                own = spanned if spanned is not timex else bounded(scene, host, inside.start, timex, self.rules)
                if self._is_a_goal(scene, host, inside.start, timex):
                    continue
                if own and not (host.perfect and self._dates_its_subject(scene, host, inside)):
                    found.setdefault(host.verb, own)
        return found

    def _is_a_goal(self, scene: Scene, host: VerbGroup, first: int, timex: Timex) -> bool:
        """ "set a target of 20 percent by 2030": the date is the target's, and of no verb that tells the past."""
        told = (host.past or host.perfect) and not (host.future or host.modal)
        if (
            not told
            or not self.is_to_come(timex)
            or bound_before(scene, first, self.rules) not in self.rules.words.small.goals
        ):
            return False
        operator = self.rules.operators.get(host.lemma)
        return operator is None or not operator.foretells

    def _dates_its_subject(self, scene: Scene, host: VerbGroup, inside: range) -> bool:
        """ "Truces in May had failed": the date is the truces', of a verb in the plain past as well."""
        noun = inside.start - 2
        return scene.start <= noun and inside.stop <= host.first and scene.lower[noun] in self.rules.nominal.words

    def behind_noun(self, scene: Scene, noun: int) -> Timex | None:
        """The expression that follows an event's noun: "truces in May and June"."""
        timexes = self.of_sentence(scene.sentence)
        for position, timex in enumerate(timexes):
            first = scene.lettered.tokens.range(timex.span).start
            if first == noun + 2 and scene.lower[noun + 1] in self.rules.words.small.beside_nouns and timex.date:
                return spanning(scene, timex, timexes[position + 1 : position + 2])
        return None

    def days_before(self, scene: Scene, stop: int) -> int | None:
        """How many days an expression of duration counts that ends at token `stop`: 14 for "two weeks"; else None."""
        timex = self._duration_before(scene, stop)
        counted = _COUNTED.fullmatch(timex.value or "") if timex else None
        return int(counted[1]) * _IN_DAYS[counted[2]] if counted and counted[2] in _IN_DAYS else None

    def since(self, scene: Scene, opener: int) -> Dating | None:
        """ "It is almost seven months since Norland …", the token `opener` being "since": counted back, as coarse."""
        timex, published = self._duration_before(scene, opener), self.published and self.published.earliest
        counted = _COUNTED.fullmatch(timex.value or "") if timex else None
        if not timex or not published or not counted or scene.lower[scene.start] != "it":
            return None
        number, unit = int(counted[1]), counted[2]
        months = published.year * 12 + published.month - 1 - number
        match unit:
            case "M":
                edtf = f"{months // 12:04}-{months % 12 + 1:02}~"
            case "Y":
                edtf = f"{published.year - number:04}~"
            case _:
                edtf = (published - datetime.timedelta(days=number * _IN_DAYS[unit])).isoformat()
        return Dating(date=PartialDate.parse(edtf), source="own", timex=timex.span)

    def _duration_before(self, scene: Scene, stop: int) -> Timex | None:
        """The expression of duration that ends at token `stop`."""
        tokens = scene.lettered.tokens
        latest = bisect_left(self.starts, tokens.starts[stop]) - 1
        timex = self.timexes[latest] if latest >= 0 else None
        return timex if timex and timex.type == "DURATION" and tokens.range(timex.span).stop == stop else None

    def days_told(self, scene: Scene) -> Iterator[Timex]:
        """The exact days up to the article's that a sentence names, but bounds such as "until Friday"."""
        for timex in self.of_sentence(scene.sentence):
            if timex.date and timex.date.is_exact_day and not self.is_ahead(timex.date):
                first = scene.lettered.tokens.range(timex.span).start
                if not bound_before(scene, first, self.rules):
                    yield timex

    def before_nouns(self, scene: Scene) -> dict[int, Timex]:
        """The expressions of a sentence that date a noun, by their last token: "Friday's talks", "the 2015 deal"."""
        found: dict[int, Timex] = {}
        for timex in self.of_sentence(scene.sentence):
            inside = scene.lettered.tokens.range(timex.span)
            if timex.type == "DATE" and timex.date and inside and stands_before_a_noun(scene, inside):
                found[inside.stop - 1] = timex
        return found

    def dated(self, group: VerbGroup, clause: Clause, own: Timex | None) -> Dating:
        """The date of a verb group's event, and where it came from."""
        if own and (own.date or not self.published):
            return Dating(date=own.date, source="own" if own.date else None, timex=own.span)
        aside = clause.relative or clause.conditional or clause.opener in self.rules.words.small.earlier
        default = None if aside else self.default(group)
        if not self.published or not default:
            return Dating()
        if self.story and default == "story":
            return Dating(date=self.story, source="story")
        return Dating(date=self.published, source="article")

    def of_noun(self, timex: Timex | None, *, planned: bool) -> Dating:
        """The date of an event a noun names: its own, else, for a "recent" one, by the day of the article."""
        if timex:
            return Dating(date=timex.date, source="own", timex=timex.span)
        day = self.published.latest if self.published and not planned else None
        return Dating(date=PartialDate.on_or_before(day), source="article") if day else Dating()

    def is_ahead(self, date: PartialDate | None) -> bool:
        """The date lies wholly after the article."""
        first, published = date and (date.earliest or date.latest), self.published and self.published.latest
        return bool(first and published and first > published)

    def ends_ahead(self, date: PartialDate | None) -> bool:
        """The date lies after the article, if only in part: "this month"."""
        last, published = date and date.latest, self.published and self.published.latest
        return bool(last and published and last > published)

    def is_to_come(self, timex: Timex | None) -> bool:
        """The expression ends after the article; where that has no date, it is a bound: "by 30 June 2025"."""
        if not timex or not timex.date:
            return False
        if not self.published or not self.published.latest:
            return ".." in timex.date.edtf
        return timex.date.latest is None or timex.date.latest > self.published.latest

    def default(self, group: VerbGroup) -> Literal["story", "article"] | None:
        """What dates a verb whose clause names no date; None where nothing does."""
        if not self.published or group.modal or group.future or not group.finite:
            return None
        tense = _tense(group)
        return self.rules.date_defaults.get(tense) if tense else None


def is_of_now(group: VerbGroup) -> bool:
    """ "has signed", "is holding": of the article's day, whatever other day its sentence names."""
    return not group.past and (group.perfect or group.continuous)


def _tense(group: VerbGroup) -> Tense | None:
    if group.past:
        return None if group.perfect else "past"  # none for the past perfect
    return "perfect" if is_of_now(group) else None
