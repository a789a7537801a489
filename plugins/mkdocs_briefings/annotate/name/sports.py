"""Sports texts, where a city with a score is a team."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from mkdocs_briefings.annotate.name.kinds import Typed
from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.runs import Candidate

_STANDINGS = re.compile(r" \d+(?: [\d.½-]+){4}")  # played, won, drawn, lost, points
_RESULT = re.compile(r" \d{1,3} (?:\([^)\n]*\) )?[A-Z][\w.'’ -]{2,25} \d{1,3}\b")  # "Torvan 2 Melk 1"
_SCORE = re.compile(r" (?:\( ?\d+ ?\) v |\d{1,3}(?: ?\(|\s*(?:\n|\Z))|vs?\.? |AT (?=[A-Z]))")
_OPPONENT = re.compile(r" (?:v|vs\.?) \Z|\d \Z")
_BRACKET = re.compile(r" ?\( ?\Z")
_AS_PLACE = re.compile(r"\b(?:in|at|from|near|to) (?:the )?\Z", re.IGNORECASE)
_DATELINE = re.compile(r" ?, [A-Z]|,? \d{4}-| ?, \d")
_WORD_BEFORE = re.compile(r"(\w+) \Z")
_ENOUGH_WORDS = 3
_REACH = 12  # characters


def is_on_sports(tokens: Iterable[str], lexicon: Lexicon) -> bool:
    words = frozenset(tokens)
    sure = len(lexicon.rules.sports.words & words)
    return sure > 0 and sure + len(lexicon.rules.sports.others & words) >= _ENOUGH_WORDS


def teams(
    candidates: Iterable[Candidate], types: Mapping[str, Typed | None], text: str, lexicon: Lexicon
) -> frozenset[int]:
    """Where the candidates start that are teams though their form is a city's, or nothing's."""
    named: dict[str, list[Candidate]] = defaultdict(list)
    playing: set[str] = set()
    found: set[int] = set()
    person_end = -1
    for candidate in candidates:
        typed = types.get(candidate.form)
        sense = lexicon.sense(candidate.form)
        if not (sense and sense.state):
            form = candidate.form.casefold()
            named[form].append(candidate)
            if _plays(candidate, typed, text) or (
                person_end > 0 and _BRACKET.fullmatch(text, person_end, candidate.start)
            ):
                playing.add(form)
            elif typed and typed[0] == "GPE" and _meets(candidate, text, lexicon):
                found.add(candidate.start)
        person_end = candidate.end if typed and typed[0] == "PER" else -1
    found.update(candidate.start for form in playing for candidate in named[form] if not _is_place(candidate, text))
    return frozenset(found)


def _plays(candidate: Candidate, typed: Typed | None, text: str) -> bool:
    if _STANDINGS.match(text, candidate.end):
        return True
    if typed and typed[0] == "PER":
        return False
    before = _OPPONENT.search(text, max(0, candidate.start - _REACH), candidate.start)
    if _RESULT.match(text, candidate.end) or (before and _SCORE.match(text, candidate.end)):
        return True
    return typed is not None and typed[0] in ("GPE", "LOC") and _SCORE.match(text, candidate.end) is not None


def _meets(candidate: Candidate, text: str, lexicon: Lexicon) -> bool:
    """After a word that stands before teams: "beat Torvan"."""
    before = _WORD_BEFORE.search(text, max(0, candidate.start - _REACH), candidate.start)
    return before is not None and before[1] in lexicon.rules.sports.before_teams


def _is_place(candidate: Candidate, text: str) -> bool:
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    return _AS_PLACE.search(before) is not None or (
        candidate.opens and _DATELINE.match(text, candidate.end) is not None
    )
