"""Titles: what stands before a person's name and is no part of it."""

import re
from dataclasses import dataclass, field

from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.runs import Candidate, Word, form_of
from mkdocs_briefings.annotate.name.title_words import TitleWords
from mkdocs_briefings.text import Span

_LATE = frozenset({"office", "company-office"})  # rules of titles that may follow the name of a body
_GOES_ON = frozenset({" of ", " for ", " of the ", " and ", " for the ", " to "})  # "Minister of"
_INSIDE_BODY = (" of ", "for ", "and ")  # the four characters before "Economic Affairs Director X"
_POSSESSIVE = re.compile(r" ?['’]s ([A-Z]\w+)")  # "King's College"
_LONGEST_PLACE = 3  # words
_Cut = tuple[list[Candidate], Span | None]


@dataclass(slots=True)
class TitleCutter:
    """Cuts stretches of capitals at titles. What it gives beside them is a title that the next stretch may go on."""

    text: str
    lexicon: Lexicon
    titles: TitleWords = field(init=False)

    def __post_init__(self) -> None:
        self.titles = TitleWords(self.lexicon)

    def cut(self, words: list[Word], open_title: Span | None, *, opens: bool) -> _Cut:
        """The candidates in a stretch.

        Args:
            open_title: a title before it that may go on here: "Minister of".
            opens: the first word opens a sentence.
        """
        if open_title and self.text[open_title.end : words[0].start] in _GOES_ON:
            return self._go_on(words, open_title, opens=opens)
        if self._owns_body(words[-1]):
            return [Candidate(words=words, opens=opens)], None
        if len(words) == 1 or self._is_listed(words):
            return self._whole(words, opens=opens)
        if opens:
            words = self._without_opener(words)
        while len(words) > 1 and words[-1].lower in self.lexicon.rules.titles.trailing:
            words = words[:-1]
        split = self._title_end(words, opens=opens)
        return self._titled(words, split, opens=opens) if split else self._untitled(words, opens=opens)

    def _is_listed(self, words: list[Word]) -> bool:
        """A person may be listed with a title, which is cut off like any other."""
        sense = self.lexicon.sense(form_of(words))
        return sense is not None and (sense.known != "PER" or not self.titles.rule(words[0]))

    def _whole(self, words: list[Word], *, opens: bool) -> _Cut:
        if len(words) == 1 and self._is_bare_title(words[0]):
            return [], Span(words[0].start, words[0].end)
        return [self._candidate(words, opens=opens)], None

    def _is_bare_title(self, word: Word) -> bool:
        rules = self.lexicon.rules
        if word.lower not in rules.titles.words and word.lower not in rules.titles.callings:
            return False
        return word.lower not in rules.fields and word.form not in rules.lists.given

    def _owns_body(self, word: Word) -> bool:
        """Part of a body's name though it is a title: "Prime Minister's Office"."""
        rules = self.lexicon.rules
        owned = _POSSESSIVE.match(self.text, word.end) if word.lower in rules.joins.left["possessive"] else None
        return owned is not None and owned[1].lower() in rules.cues.last

    def _untitled(self, words: list[Word], *, opens: bool) -> _Cut:
        """No person's title inside; one at the end is an office without its holder."""
        end = len(words)
        while end and self.titles.is_part(words[end - 1]):
            end -= 1
        rules = {self.titles.rule(word) for word in words[end:]}
        whole = Span(words[0].start, words[-1].end)
        if not end and rules != {None}:
            return [], whole
        open_title = whole if rules & _LATE else None
        if open_title:
            words = words[:end]
        place = self._leading_place(words)
        if not place:
            return [self._candidate(words, opens=opens)], open_title
        found = [Candidate(words=words[place:])]
        if not self.titles.is_people(words[:place]):
            found.insert(0, Candidate(words=words[:place], opens=opens))
        return found, open_title

    def _titled(self, words: list[Word], split: int, *, opens: bool) -> _Cut:
        fields = self.lexicon.rules.fields
        in_body = self.text[max(0, words[0].start - len(_INSIDE_BODY[0])) : words[0].start] in _INSIDE_BODY
        begin = split - 1
        while begin and self.titles.is_part(words[begin - 1]) and not (in_body and words[begin - 1].lower in fields):
            begin -= 1
        title = Span(words[0].start, words[split - 1].end)
        found = []
        if begin and not self.titles.is_people(words[:begin]):
            found.append(Candidate(words=words[:begin], opens=opens))
        found.append(Candidate(words=words[split:], title=title, cue=self.titles.rule(words[split - 1])))
        return found, None

    def _go_on(self, words: list[Word], open_title: Span, *, opens: bool) -> _Cut:
        """What follows "Minister of": its subject or place, and perhaps the person."""
        rules = self.lexicon.rules
        tail = rules.cues.last.get(words[-1].lower)
        is_body = tail is not None and tail.type == "ORG" and words[-1].lower not in rules.fields
        subject, named = (0, False) if is_body or self._title_end(words, opens=opens) else self._subject(words)
        if not subject:
            return self.cut(words, None, opens=opens)
        title = Span(open_title.start, words[subject - 1].end)
        found = [Candidate(words=words[:subject])] if named else []
        rest = words[subject:]
        if not rest:
            return found, None if named else title
        if named or len(rest) > 1:
            return [*found, Candidate(words=rest, title=title, cue="office")], None
        return [*found, Candidate(words=rest)], None  # "Minister of Climate Change"

    def _subject(self, words: list[Word]) -> tuple[int, bool]:
        """How many words say what an office is of, and whether they are a name by themselves."""
        rules = self.lexicon.rules
        count = 0
        while count < len(words) and (
            words[count].lower in rules.fields or words[count].lower in rules.titles.modifiers
        ):
            count += 1
        if count == len(words):
            return count, False
        if not count and words[0].lower in rules.titles.wholes and not self._is_listed(words):
            return 1, False
        body = self._leading_body(words)
        if body:
            return body, True
        return (count, False) if count else (self._leading_place(words), True)

    def _leading_body(self, words: list[Word]) -> int:
        """How many words at the start are a listed body or place of several words: "National Assembly Kim Jin-pyo"."""
        for count in range(min(_LONGEST_PLACE, len(words)), 1, -1):
            sense = self.lexicon.sense(form_of(words[:count]))
            if sense and sense.known in ("ORG", "GPE"):
                return count
        return 0

    def _leading_place(self, words: list[Word]) -> int:
        """How many words at the start are a place or people before a person: "Russia Vladimir Putin"."""
        given = self.lexicon.rules.lists.given
        for count in range(min(_LONGEST_PLACE, len(words) - 1), 0, -1):
            initial = "." in words[count].form
            full = words[count].form in given and count + 1 < len(words)
            if not (initial or full) or words[0].form in given:
                continue
            sense = self.lexicon.sense(form_of(words[:count]))
            if (sense and sense.known in ("GPE", "city", "people")) or self.titles.is_people(words[:count]):
                return count
        return 0

    def _candidate(self, words: list[Word], *, opens: bool) -> Candidate:
        before = self.titles.before(self.text, words[0].start)
        return Candidate(words=words, opens=opens, title=before.title, cue=before.cue, plural=before.plural)

    def _title_end(self, words: list[Word], *, opens: bool) -> int:
        """How many words lead up to and hold a title before a person's name; 0 where there is none."""
        rules = self.lexicon.rules
        for last in range(len(words) - 2, -1, -1):
            rule = self.titles.rule(words[last])
            rest = words[last + 1 :]
            if not rule or all(self.titles.is_part(word) for word in rest):
                continue
            given = rest[0].form in rules.lists.given
            if rule not in _LATE and not given and not all(map(self._leads, words[:last])):
                continue
            if self._is_body(rest, rule):
                return 0
            if words[last].lower in rules.titles.callings and not (opens or given):
                continue
            sense = self.lexicon.sense(form_of(rest))
            return 0 if sense and sense.known in ("GPE", "LOC", "ORG") else last + 1
        return 0

    def _leads(self, word: Word) -> bool:
        return self.titles.is_part(word) or self.titles.is_people([word])

    def _is_body(self, rest: list[Word], rule: str) -> bool:
        """Whether what follows a title ends like a body's or a place's name: "King Orvald Hospital"."""
        rules = self.lexicon.rules
        if rest[-1].lower not in rules.cues.last:
            return False
        if rest[-1].lower in rules.family_tails and (len(rest) > 1 or rest[0].form in rules.lists.families_first):
            return False
        return rule not in _LATE or rest[0].form not in rules.lists.given

    def _without_opener(self, words: list[Word]) -> list[Word]:
        """Without a common word that has its capital from the start of the sentence."""
        rules = self.lexicon.rules
        first = words[0]
        if first.lower not in rules.common_words or first.form in rules.lists.given or self.titles.is_part(first):
            return words
        return words if words[-1].lower in rules.cues.last and words[1].form not in rules.lists.given else words[1:]
