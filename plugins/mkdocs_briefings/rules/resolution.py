"""From names to actors: the cues of `resolution.yaml`, compiled."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Self

import msgspec

from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.morphology import verb_forms
from mkdocs_briefings.text import Tokens

ActorType = Literal["government", "party", "organisation"]
Reading = Literal["place", "actor"]
PlaceKind = Literal["state", "region", "capital", "seat", "city"]
_OTHERS = r"(?:, (?:the )?[A-Z][\w.]*(?: [A-Z]\w*)?){0,3},? and (?:the )?[A-Z][\w.]*(?: [A-Z]\w*)?"
_REACH = 80  # characters before a name that a pattern may need
_PIECE = re.compile(r"\w+|\S")  # a word or a mark


class ReadingRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One cue for a place or an actor; all that it gives must fit."""

    id: str
    reading: Reading
    before: tuple[str, ...] = ()
    pattern_before: str | None = None
    last: tuple[str, ...] = ()  # the words or marks `pattern_before` can end in: elsewhere it need not be looked for
    pattern_after: str | None = None
    verb_after: bool = False
    after_others: bool = False  # names that are joined to it may stand before the verb
    kinds: tuple[PlaceKind, ...] = ("state", "region", "capital", "seat", "city")
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


class OfficeRecord(msgspec.Struct, forbid_unknown_fields=True):
    office: str
    words: list[str]


class StateBodyRecord(msgspec.Struct, forbid_unknown_fields=True):
    body: str
    words: list[str]


class PairRecord(msgspec.Struct, forbid_unknown_fields=True):
    """Words for two together, each with what they are said after."""

    openers: list[str]
    persons: list[str]
    states: list[str]
    leaders: list[str]  # after "the" alone
    examples: list[str]
    counterexamples: list[str]


class ObjectRecord(msgspec.Struct, forbid_unknown_fields=True):
    """What stands right before one to whom something is done, or with whom; `never` before a subject only."""

    before: list[str]
    never: list[str]
    examples: list[str]
    counterexamples: list[str]


class ResolutionFile(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file."""

    readings: list[ReadingRecord]
    no_reading: dict[PlaceKind, Reading | None]
    acting_verbs: list[str]
    auxiliaries: list[str]
    adverbs: list[str]
    offices: list[OfficeRecord]
    leader_offices: list[str]
    leader_words: list[str]
    not_today: list[str]
    two_together: PairRecord
    objects: ObjectRecord
    organisation_words: list[str]
    organisation_types: dict[str, ActorType]
    country_share: float
    legal_forms: list[str]
    government_words: list[str]
    state_bodies: list[StateBodyRecord]
    score: str
    sports_words: int
    sports: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class ReadingCue:
    """A cue, compiled."""

    record: ReadingRecord
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    reach: int  # how many characters before the name it may need
    last: frozenset[str]  # what `before` can end in, in lower case; empty: anything

    def fits(self, text: str, start: int, end: int, kind: PlaceKind) -> bool:
        if kind not in self.record.kinds:
            return False
        if self.after and not self.after.match(text, end):
            return False
        return not self.before or self.before.search(text, max(0, start - self.reach), start) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionRules:
    """What decides whom a name means."""

    cues: tuple[ReadingCue, ...]
    no_reading: dict[PlaceKind, Reading | None]
    offices: dict[tuple[str, ...], tuple[str, ...]]  # lower-case tokens: offices of the register they may name
    office_starts: dict[str, tuple[int, ...]]  # the first of those tokens: how many tokens, most first
    not_today: re.Pattern[str]  # at the end of what stands before an office
    verb_after: re.Pattern[str]  # right after the subject of a sentence
    objects: ObjectRecord
    before_object: re.Pattern[str]  # right before a name that is no subject
    pairs: PairRecord
    two_together: re.Pattern[str]  # groups `states` with `sides` in it, `persons`, `leaders` and `they`
    leader_offices: frozenset[str]
    organisation_words: frozenset[str]
    organisation_types: dict[str, ActorType]  # by such a word; an organisation where it is not there
    country_share: float  # of the mentions of a text's first country, for a country to lead it too
    legal_form: re.Pattern[str]  # at the end of a company's name
    government_words: frozenset[str]
    state_bodies: dict[str, str]  # what a state's body is called: its name, without the state's
    state_body_ends: frozenset[str]  # the last words of those names
    score: re.Pattern[str]  # of a game
    sports_words: int  # this many different words of a sport make a report of a game
    sports: dict[str, frozenset[str]]

    @classmethod
    def load(cls, language: str) -> Self:
        """Read and compile the rule file.

        Raises:
            RuleError: a record is broken; names file and line.
        """
        read = load_yaml("resolution.yaml", ResolutionFile, language)
        verb, verb_of_several = _verb_after(read, plural=False), _verb_after(read, plural=True)
        plural_verb = _OTHERS + verb_of_several
        offices = _offices(read)
        return cls(
            cues=tuple(_cue(record, plural_verb if record.after_others else verb) for record in read.readings),
            no_reading=read.no_reading,
            offices=offices,
            office_starts={
                first: tuple(sorted({len(words) for words in offices if words[0] == first}, reverse=True))
                for first in {words[0] for words in offices}
            },
            not_today=re.compile(
                rf"(?:^|[\s(“\"])(?:{_any(read.not_today)})(?:\s+|-)(?:[\w’'.]+\s+){{0,2}}$", re.IGNORECASE
            ),
            verb_after=re.compile(verb),
            objects=read.objects,
            before_object=re.compile(
                rf"\b(?:{_any(read.objects.before)}|(?!(?:{_any(read.objects.never)})\b)[a-z]+ed)\s+\Z"
            ),
            pairs=read.two_together,
            leader_offices=frozenset(read.leader_offices),
            two_together=_two_together(read.two_together, verb_of_several),
            organisation_words=frozenset(read.organisation_words),
            organisation_types=read.organisation_types,
            country_share=read.country_share,
            legal_form=re.compile(rf"(?:,? (?:{_any(read.legal_forms)}))+$"),
            government_words=frozenset(read.government_words),
            state_bodies={words: record.body for record in read.state_bodies for words in record.words},
            state_body_ends=frozenset(words.split()[-1] for record in read.state_bodies for words in record.words),
            score=re.compile(read.score),
            sports_words=read.sports_words,
            sports={sport: frozenset(words) for sport, words in read.sports.items()},
        )

    def reading(self, text: str, start: int, end: int, kind: PlaceKind) -> tuple[Reading | None, str]:
        """Whether a state, region, capital or seat is a place or acts, and the id of the cue that says so."""
        last = _last_before(text, start)
        for cue in self.cues:
            if (not cue.last or last in cue.last) and cue.fits(text, start, end, kind):
                return cue.record.reading, cue.record.id
        return self.no_reading[kind], f"no-cue-{kind}"

    def sport(self, text: str, tokens: Tokens) -> str | None:
        """The sport a text reports a game of, where it does."""
        seen = set(tokens.lower)
        counts = {sport: len(words & seen) for sport, words in self.sports.items()}
        sport, count = max(counts.items(), key=lambda pair: pair[1])
        return sport if count >= self.sports_words and self.score.search(text) else None

    def office_at(self, lower: Sequence[str], index: int) -> int:
        """How many of the tokens from the index on name an office, the most there are; 0 for none."""
        for count in self.office_starts.get(lower[index], ()):
            if tuple(lower[index : index + count]) in self.offices:
                return count
        return 0


def _offices(read: ResolutionFile) -> dict[tuple[str, ...], tuple[str, ...]]:
    offices: dict[tuple[str, ...], tuple[str, ...]] = {}
    for record in read.offices:
        for words in record.words:
            tokens = Tokens.of(words).lower
            offices[tokens] = (*offices.get(tokens, ()), record.office)
    for words in read.leader_words:
        offices[Tokens.of(words).lower] = tuple(read.leader_offices)
    return offices


def _two_together(record: PairRecord, verb: str) -> re.Pattern[str]:
    """ "the two men", "both Asian states", "the two agreed" and "they"; who they are is for the text to say."""
    opener = rf"(?i:{_any(record.openers)})"
    kinds = (
        rf"(?:\s+[\w-]+)??\s+(?:(?P<states>{_any(record.states)}|(?P<sides>sides))|(?P<persons>{_any(record.persons)}))"
    )
    leaders = rf"[Tt]he\s+(?P<leaders>{_any(record.leaders)})"
    two = rf"(?:{opener}(?:{kinds}\b|(?={verb}))|{leaders}\b)(?!\s+of\b)"
    return re.compile(rf"\b(?:{two}|(?P<they>They)\b)")


def _last_before(text: str, start: int) -> str:
    """The last word or mark before a name and its article, in lower case; empty at the start of a text."""
    pieces = ["", *_PIECE.findall(text, max(0, start - _REACH), start)]
    last: str = pieces.pop().lower()
    return pieces[-1].lower() if last == "the" else last


def _cue(record: ReadingRecord, verb: str) -> ReadingCue:
    after = verb if record.verb_after else _across_lines(record.pattern_after)
    before = _any(record.before) if record.before else _across_lines(record.pattern_before)
    case = 0 if record.pattern_before else re.IGNORECASE
    return ReadingCue(
        record,
        re.compile(rf"(?:(?<![\w’'-])|(?=\W)|^)(?:{before})\s*(?:the\s+)?$", case) if before else None,
        re.compile(after) if after else None,
        max(map(len, record.before)) + len(" the  ") if record.before else _REACH,
        frozenset(_PIECE.findall(words)[-1] for words in record.before or record.last),
    )


def _verb_after(read: ResolutionFile, *, plural: bool) -> str:
    """A finite verb right after its subject, adverbs between them allowed."""
    verbs = set(read.auxiliaries)
    for entry in read.acting_verbs:
        lemma, *irregular = entry.split()
        forms = verb_forms(lemma, irregular)
        verbs |= {forms.lemma if plural else forms.third, forms.past}
    adverbs = rf"(?:(?:{_any(read.adverbs)}|[a-z]+ly)\s+){{0,2}}"
    return rf"\s+{adverbs}(?:{_any(verbs)}|[a-z]{{2,}}ed)(?![\w-])"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _across_lines(pattern: str | None) -> str | None:
    """A text may break its lines anywhere: a space of the pattern is any blank."""
    return pattern.replace(" ", r"\s+") if pattern else None
