"""The words of titles, and the title in lower case before a name."""

import re
from dataclasses import dataclass

from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.runs import Word, form_of
from mkdocs_briefings.text import Span

_WORD = re.compile(r"[^\s\u00a0]+")
_REACH = 70  # characters before a name in which its title is looked for
_LONGEST_TITLE_WORD = 20  # characters
_SHORTEST_TITLE = 3  # letters: in lower case "pm" is a time of day
_LONGEST_BODY = 3  # words
_WHOSE = ("people", "GPE", "ORG", "FAC")
_GROUPS = ("creed", "faith-and-people")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands right before a name."""

    title: Span | None = None
    cue: str | None = None  # the rule of a word that says: a person follows
    plural: bool = False  # that word is a plural, and the name may be a body's: "leaders Torvan"


_NOTHING = Before()


@dataclass(slots=True)
class TitleWords:
    lexicon: Lexicon

    def rule(self, word: Word) -> str | None:
        """The rule by which a word written with a capital is a title."""
        rules = self.lexicon.rules
        lower = word.lower.removeprefix("ex-")
        return (
            rules.titles.words.get(lower)
            or rules.titles.callings.get(lower)
            or rules.titles.words.get(lower.removesuffix("s"))
        )

    def is_part(self, word: Word) -> bool:
        """A title, or a word that may stand in one: "Deputy Foreign Minister"."""
        rules = self.lexicon.rules
        return (
            word.lower in rules.titles.modifiers
            or word.lower in rules.titles.words
            or word.lower in rules.titles.callings
        )

    def is_people(self, words: list[Word]) -> bool:
        """Nothing but an adjective or demonym ("Russian"), or a word for a creed or faith ("Democrat")."""
        if self.lexicon.is_people(form_of(words)):
            return True
        return len(words) == 1 and self.lexicon.rules.not_names.get(words[0].lower) in _GROUPS

    def before(self, text: str, start: int) -> Before:
        """The title in lower case right before a name that starts there: "U.S. special envoy"."""
        reach = text[max(0, start - _REACH) : start]
        words = reach[-_LONGEST_TITLE_WORD:].split() if reach.endswith(" ") else []
        if not words:
            return _NOTHING
        rules = self.lexicon.rules
        last = words[-1].lower().removeprefix("ex-")
        if last in rules.titles.words and (len(last) >= _SHORTEST_TITLE or not words[-1].islower()):
            return Before(self._title(reach, start), rules.titles.words[last])
        if last in rules.titles.callings:
            return Before(cue=rules.titles.callings[last])
        single = last.removesuffix("s")
        cue = rules.titles.words.get(single) or rules.titles.callings.get(single) if single != last else None
        return Before(cue=cue, plural=True) if cue else _NOTHING

    def _title(self, reach: str, start: int) -> Span:
        words = list(_WORD.finditer(reach))
        begin = len(words) - 1
        while begin and self._goes_before(words[begin - 1][0]):
            begin -= 1
        for count in range(min(_LONGEST_BODY, begin), 0, -1):
            sense = self.lexicon.sense(reach[words[begin - count].start() : words[begin].start()].rstrip())
            if sense and sense.known in _WHOSE:  # "White House spokesman"
                begin -= count
                break
        return Span(start - len(reach) + words[begin].start(), start - 1)

    def _goes_before(self, form: str) -> bool:
        return form in self.lexicon.rules.titles.modifiers or form in self.lexicon.rules.titles.words
