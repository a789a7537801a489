"""The words a rule matched and those around them, as a resolver reads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Self

from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.rules.timex_calendar import partial_date
from mkdocs_briefings.rules.timex_vocabulary import Value, Vocabulary
from mkdocs_briefings.text import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

BEFORE = 14  # tokens to the left that may tell past from future; verbs further away seldom belong to the date
AFTER = 12  # tokens to the right that may hold a year or month shared with the words matched
# Days that pull a month and day to one side of the article's; for words of the past and of the present 45 to 75 did
# best on dated news.
_PULL = -60
_PULL_AHEAD = 140
_PULL_BEHIND = -170
_FINISHED_REACH = 10  # tokens
_PLUPERFECT_REACH = 6  # tokens: "by Tuesday forty houses had burned"
_DAY_NAMES = ("DAYWORD", "WEEKDAY", "WKD", "MONTH", "MON")
_CLOCK = ("AMPM", "ZONE", "HOURPM", "MINUTEPM", "HOURDOTPM", "COLON", "MIDDAY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a resolver made of an expression; `date` is its place in the calendar, where it has one."""

    value: str
    mod: str | None = None
    date: PartialDate | None = None
    anchor: Span | None = None  # what it counts from, where that is in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The lower-case words that a rule matched, and those around them in the sentence."""

    vocabulary: Vocabulary
    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    type: TimexType
    settings: Mapping[str, Value]  # the record's own
    cues: re.Pattern[str]  # words that tell past from future, over words joined by blanks
    finished: re.Pattern[str]  # words behind which a day is past, over words joined by blanks

    def value(self, *names: str) -> Value | None:
        """What the first word means that belongs to one of the classes, the classes tried in order."""
        for name in names:
            for word in self.words:
                value = self.vocabulary.value(name, word)
                if value is not None:
                    return value
        return None

    def number(self, *names: str) -> int | None:
        value = self.value(*names)
        return int(value) if isinstance(value, int | float) else None

    def word(self, *names: str) -> str | None:
        value = self.value(*names)
        return value if isinstance(value, str) else None

    def has_class(self, *names: str) -> bool:
        return self.value(*names) is not None

    def has(self, word: str) -> bool:
        return word in self.words

    def setting(self, name: str, default: str = "") -> str:
        return str(self.settings.get(name, default))

    @property
    def direction(self) -> int | None:
        """Of this, last, next; the last of them where there are two ("this past week")."""
        ways = [self.vocabulary.value("DIR", word) for word in self.words]
        return next((int(way) for way in reversed(ways) if isinstance(way, int)), None)

    @property
    def ahead(self) -> bool:
        """Of the words before that tell past from future, the nearest says that it lies in the future."""
        if self.before and self.vocabulary.value("DEADLINE", self.before[-1]):
            near = (*self.before, *self.after[:_PLUPERFECT_REACH])
            told = any(self.vocabulary.value("PLUPERFECT", word) for word in near)
            return not told or any(self.vocabulary.value("CONDITION", word) for word in self.before)
        return not self.behind and self._cue == "future"

    @property
    def then(self) -> bool:
        """Of those words, the nearest says that it lies in the future of what was told: "would resume Monday"."""
        return self._cue == "then"

    @property
    def _cue(self) -> str | None:
        cues = [match.lastgroup for match in self.cues.finditer(" ".join(self.before))]
        return cues[-1] if cues else None

    @property
    def behind(self) -> bool:
        """ "since May 3", "ended May 3": it is past."""
        return bool(self.before) and self.vocabulary.value("BEHIND", self.before[-1]) is not None

    @property
    def pull(self) -> int:
        """Where in the year around the article the words before make a day likely to lie, in days from the article."""
        if self.ahead:
            return _PULL_AHEAD
        return _PULL_BEHIND if self._finished else _PULL

    @property
    def _finished(self) -> bool:
        """ "The war began on": what happened on the day has happened."""
        if self._cue in ("future", "then"):
            return False
        return self.finished.search(" ".join(self.before[-_FINISHED_REACH:])) is not None

    @property
    def ends_range(self) -> bool:
        """ "from Friday to Monday", "between Friday and Monday": a weekday and "to" stand before."""
        *_, opening, first, link = ("", "", "", *self.before)
        joined = self.vocabulary.value("DASH", link) or (link == "and" and opening == "between")
        return bool(joined and self.vocabulary.value("WEEKDAY", first))

    @property
    def tells_year(self) -> bool:
        return self.has_class("YEAR", "OLDYEAR") or (self.has("year") and self.has_class("MONTH", "MON"))

    @property
    def names_day(self) -> bool:
        return self.has_class(*_DAY_NAMES)

    def behind_time(self) -> Self:
        """The words behind a time of day: "5 p.m. EST [Nov. 9]"."""
        clock = [any(self.vocabulary.value(name, word) is not None for name in _CLOCK) for word in self.words]
        end = len(clock) - clock[::-1].index(True) if any(clock) else 1  # "1415 hours"
        return replace(self, words=self.words[end + (self.words[end - 1] == ":") :])

    def following(self) -> Self:
        """The words that come next in the sentence; if they hold a month, those around it, for its day and year."""
        months = (place for place, word in enumerate(self.after) if self.vocabulary.value("MONTH", word))
        month = next(months, None)
        return replace(self, words=self.after if month is None else self.after[max(month - 1, 0) : month + 4])

    def with_after(self) -> Self:
        """With the words up to the next year: "[March] and May 2022" shares it."""
        end = next((place for place, word in enumerate(self.after, 1) if self._ends_year(word)), 0)
        return replace(self, words=self.words + self.after[:end])

    def _ends_year(self, word: str) -> bool:
        return word == "year" or any(self.vocabulary.value(name, word) for name in ("YEAR", "OLDYEAR"))

    @property
    def follows_year(self) -> bool:
        """ "in 2021, on 6 December", "a year ago, on 6 December": a year stands before."""
        words = [word for word in self.before[-3:] if word not in (",", "on")]
        return bool(words) and (words[-1] in ("ago", "earlier") or self._ends_year(words[-1]))

    def means(
        self, value: str, *, mod: str | None = None, date: PartialDate | None = None, anchor: Span | None = None
    ) -> Meaning:
        """The meaning that is a TIMEX3 value.

        Args:
            mod: where it is not that of early, late, the end of, more than, about.
            date: where it says more than the value does.
            anchor: what the value counts from, where that is in the text.
        """
        mod = mod or self.word("PART", "EDGE", "MORE") or self._about()
        date = date or partial_date(value)
        if date and mod == "APPROX" and date.edtf[-1].isalnum() and "/" not in date.edtf:
            date = PartialDate(date.edtf + "~")
        return Meaning(value=value, mod=mod, date=date, anchor=anchor)

    def _about(self) -> str | None:
        """ "around 2010", "in about 1990", "about ten days"; not "the talks about August"."""
        near = self.vocabulary.value("ABOUT", self.before[-1]) if self.before else None
        sure = near == "around" or self.type == "DURATION" or self.before[-2:-1] in (("in",), ("from",), ("since",))
        return "APPROX" if near and sure else None
