"""When an event was: by its own clause, by the event the article is about, or by the article's date."""

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

from mkdocs_briefings.annotate.event.bounds import bound_before, bounded
from mkdocs_briefings.annotate.event.clauses import Clause, within_subject
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotations import Document, Sentence, Timex
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.events import EventRules, Tense
from mkdocs_briefings.text import Span

DateSource = Literal["own", "story", "article"]
_HOSTS = 6  # verb groups tried to either side of an expression
_COMMA, _CLAUSE, _JOINT = 6, 9, 3  # how many tokens each counts for; a joint is "and" or "to"
_OPENING = 4  # tokens of an adverbial such as "Late on Friday"
_REDUCED = 6  # the same for a gerund: "passed a bill cutting aid on Monday"
_BACKWARD = 6  # the same for a verb that follows behind a comma, where another stands before
_WHERE = frozenset(["in", "at", "during"])
_LINKS = ((("between",), ("and",)), (("from",), ("to",)), (("from",), ("until",)), (("from",), ("through",)))
_BESIDE_NOUN = frozenset(["in", "on", "of", "at"])
_EARLIER = frozenset(["since", "before", "until", "till", "which"])  # open a clause of another time
_GOALS = frozenset(["by", "before", "until"])
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
            if timex.type not in ("DATE", "TIME") or not inside or _dates_a_noun(scene, inside):
                continue
            near = bisect_left(verbs, inside.start)
            nearby = scene.groups[max(0, near - _HOSTS) : near + _HOSTS]
            hosts = [group for group in nearby if not _is_a_noun(scene, group)]
            if hosts:
                nearest = min(hosts, key=lambda group: _distance(scene, group, inside))
                if _is_beyond(scene, nearest, inside):
                    continue
                host = _in_relative(scene, range(max(0, near - _HOSTS), near), inside, nearest)
                spanned = _spanning(scene, timex, timexes[position + 1 : position + 2])
                own = spanned if spanned is not timex else bounded(scene, host, inside.start, timex, self.rules)
                if self._is_a_goal(scene, host, inside.start, timex):
                    continue
                if own and not (host.perfect and self._dates_its_subject(scene, host, inside)):
                    found.setdefault(host.verb, own)
        return found

    def _is_a_goal(self, scene: Scene, host: VerbGroup, first: int, timex: Timex) -> bool:
        """ "set a target of 20 percent by 2030": the date is the target's, and of no verb that tells the past."""
        told = (host.past or host.perfect) and not (host.future or host.modal)
        if not told or not self.is_to_come(timex) or bound_before(scene, first, self.rules) not in _GOALS:
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
            if first == noun + 2 and scene.lower[noun + 1] in _BESIDE_NOUN and timex.date:
                return _spanning(scene, timex, timexes[position + 1 : position + 2])
        return None

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
            if timex.type == "DATE" and timex.date and inside and _stands_before_a_noun(scene, inside):
                found[inside.stop - 1] = timex
        return found

    def dated(self, group: VerbGroup, clause: Clause, own: Timex | None) -> Dating:
        """The date of a verb group's event, and where it came from."""
        if own and (own.date or not self.published):
            return Dating(date=own.date, source="own" if own.date else None, timex=own.span)
        aside = clause.relative or clause.conditional or clause.opener in _EARLIER
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


def _spanning(scene: Scene, timex: Timex, following: Sequence[Timex]) -> Timex:
    """ "between 1955 and 1969", "from May to July", "in May and July": the two as one."""
    inside = scene.lettered.tokens.range(timex.span)
    for later in following:
        until = scene.lettered.tokens.range(later.span)
        linked = scene.lower[inside.start - 1 : inside.start], scene.lower[inside.stop : until.start]
        joined = linked[1] == ("and",) and not _stands_before_a_noun(scene, until)
        first, last = timex.date and timex.date.earliest, later.date and later.date.latest
        if (joined or linked in _LINKS) and first and last and first < last:
            span = Span(timex.span.start, later.span.end)
            return replace(timex, span=span, date=PartialDate.between(first, last))
    return timex


def _dates_a_noun(scene: Scene, inside: range) -> bool:
    before = inside.start - 1
    opens = before - 1  # "At a May meeting, …" dates what happened there
    in_adverbial = scene.letters[before] == "D" and opens >= scene.start and scene.lower[opens] in _WHERE
    return not in_adverbial and _stands_before_a_noun(scene, inside)


def _stands_before_a_noun(scene: Scene, inside: range) -> bool:
    """ "Friday's talks", "the 2015 agreement"."""
    after = scene.letters[inside.stop] if inside.stop < scene.end else "."
    determined = inside.start > scene.start and scene.letters[inside.start - 1] == "D"
    return after == "q" or (determined and after in tuple("xG"))


def _is_a_noun(scene: Scene, group: VerbGroup) -> bool:
    """ "a memorandum of understanding", "the Rafah crossing": a gerund that no date can lie with."""
    after = scene.letters[group.verb + 1 : group.verb + 2]
    return group.form == "gerund" and scene.letters[group.first - 1] in "xoDq" and after not in tuple("DUuxqG")


def _in_relative(scene: Scene, before: range, inside: range, host: VerbGroup) -> VerbGroup:
    """ "the men who fled on Monday were caught": the verb before the date, in a clause within the other's subject."""
    if host.verb < inside.start:
        return host
    return next((scene.groups[at] for at in before if within_subject(scene, at) is host), host)


def _is_beyond(scene: Scene, host: VerbGroup, inside: range) -> bool:
    """A linking word or semicolon parts a date from the verb after it, and it does not open the sentence."""
    between = scene.letters[inside.stop : host.first]
    return inside.start - scene.start > _OPENING and ("s" in between or ";" in between)


def _is_in_opening_clause(scene: Scene, inside: range) -> bool:
    """ "When they met in May they agreed …": the clause with "when", and no comma, holds the date."""
    return scene.letters[scene.start] == "s" and "," not in scene.letters[scene.start : inside.start]


def _distance(scene: Scene, group: VerbGroup, inside: range) -> int:
    """How far an expression of time stands from a verb; commas, new clauses and infinitives between them count."""
    preceded = scene.groups[0].verb < inside.start
    aside = _REDUCED if group.form == "gerund" else 0
    if group.verb < inside.start:
        between = scene.letters[group.verb + 1 : inside.start]
    else:
        between = scene.letters[inside.stop : group.first]
        aside = _BACKWARD if ("," in between or group.form == "infinitive") and preceded else 0
        aside += _CLAUSE if preceded and _is_in_opening_clause(scene, inside) else 0
    joints = between.count("c")
    breaks = sum(between.count(letter) for letter in "skw;")
    if group.verb > inside.start and preceded:  # "met Dara on Friday and Ruiz resigned"
        breaks, joints = breaks + joints, 0
    weights = _COMMA * between.count(",") + _CLAUSE * breaks + _JOINT * (between.count("t") + joints)
    return aside + len(between) + weights
