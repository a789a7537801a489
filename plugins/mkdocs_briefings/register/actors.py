"""What the register holds: actors, the offices they held, and the forms their names take in text."""

import datetime
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.dates import PartialDate

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})

ActorType = Literal[
    "person", "state", "government", "organisation", "party", "armed group", "international organisation"
]
EntityType = Literal["PER", "ORG", "GPE", "LOC", "FAC"]
FormKind = Literal["name", "adjective", "demonym", "capital", "seat", "alias"]
PEOPLES: tuple[FormKind, ...] = ("adjective", "demonym")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held: `title` "Prime Minister", `of` the id of a state or organisation."""

    title: str
    of: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    office: str | None = None  # as it is looked up: "prime minister" for a Chancellor or Taoiseach

    def held_on(self, date: datetime.date) -> bool:
        """Whether the day may lie in the term; the day a term ends belongs to the next holder."""
        if self.since and self.since.earliest and date < self.since.earliest:
            return False
        if not self.until or not self.until.latest:
            return True
        return date <= self.until.latest and not self.ends_on(date)

    def ends_on(self, date: datetime.date) -> bool:
        """Whether the term is known to end on that very day."""
        return self.until is not None and self.until.earliest == self.until.latest == date


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts (FollowTheMoney's entities, PLOVER's sectors)."""

    id: str  # ASCII slug, the last part of the actor's address
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166 alpha-2
    wikidata: str | None = None  # Q…
    roles: tuple[Role, ...] = ()
    sort_name: str | None = None  # the word of the name it is sorted under; "Modi", "Xi"
    former_ids: tuple[str, ...] = ()  # of actors merged into this one; their addresses lead here


@dataclass(frozen=True, slots=True)
class NameForm:
    """What a surface form may mean."""

    actor_ids: tuple[str, ...]  # one, or several where the form is ambiguous
    kind: FormKind
    entity_type: EntityType
    capitals: bool = False  # counts only where written in capitals: "US", "WHO"
    doubtful: bool = False  # often means something else: "Georgia", "Jordan", "Labour"
    since: datetime.date | None = None  # the form is theirs only between these days
    until: datetime.date | None = None

    def valid_on(self, date: datetime.date | None) -> bool:
        """Whether the form is its actors' on a day; with no day, only where it always is."""
        if date is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= date) and (self.until is None or date <= self.until)


def form_key(words: str) -> str:
    """How a surface form is looked up: casefolded, straight apostrophes that stand at their word, single spaces."""
    key = words.casefold()
    if key.isalnum():
        return key
    key = " ".join(key.split())
    return key.replace("’", "'").replace(" 's", "'s") if "’" in key or "'" in key else key


def without_accents(words: str) -> str:
    """The words as a newsroom without accents writes them: "Orban" for "Orbán", "Walesa" for "Wałęsa"."""
    if words.isascii():
        return words
    parted = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def slug(name: str) -> str:
    """An actor's id from a name: ASCII, small letters and digits, hyphens between the words."""
    plain = without_accents(name).casefold().replace("'", "").replace("’", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x-" + hashlib.sha256(name.encode()).hexdigest()[:8]
