"""What stands around a form in its text says of its type."""

import re
from collections.abc import Iterator

from mkdocs_briefings.annotate.name.kinds import Scores
from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.runs import Candidate
from mkdocs_briefings.annotate.name.states import signs_of_state
from mkdocs_briefings.rules.name_groups import Cue
from mkdocs_briefings.rules.names import NameRules

_AFTER = re.compile(r"(?:\s?['’]s)?[ \u00a0](\w[\w-]*)")
_BEFORE = re.compile(r"(?<!\w)(?:(\w[\w-]*) )?(\w[\w-]*)[ \u00a0][\"“‘']?\Z")
_AGE = re.compile(r"\s?,\s(?:aged? )?\d\d\s?[,.;)]")
_ACRONYM_AFTER = re.compile(r"\s\(\s?[\"“‘]?([A-Z][\w&-]{1,9})[\"”’]?\s?\)")
_DAY = r"\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}\b|\d{1,2} [A-Z][a-z]{2,8}\b"
_DATELINE = re.compile(rf"(?: ?, ?[A-Z][\w. ]{{1,30}})?,? ?(?:{_DAY}|\(|[-–—]{{1,2}} )")
_COUNTRY_AFTER = re.compile(r" ?, ((?:[A-Z][\w.]+ ?){1,3})(?!['’\w])")
_DEFINED_BEFORE = re.compile(r"(?<![\w-])[a-z][\w-]* \(\s?[\"“]?\Z")
_NUMBERED = re.compile(r"[.,/]\d")  # "QR39,750", "RES-4/2"
_ENOUGH_MENTIONS = 40  # of one form: the rest says nothing new
_LINKS = ("to", "with", "on", "against")
_REACH = 30  # characters
_VETO_REACH = 80  # characters
_LONGEST_TOWN = 2  # words


def hear(group: list[Candidate], scores: Scores, text: str, lexicon: Lexicon) -> None:
    """Add to a form's scores what stands around its candidates."""
    heard: dict[str, tuple[Cue, int]] = {}
    said: dict[str, None] = {}
    for candidate in group[:_ENOUGH_MENTIONS]:
        for cue in _neighbours(candidate, text, lexicon):
            heard[cue.rule] = (cue, heard.get(cue.rule, (cue, 0))[1] + 1)
        said.update(dict.fromkeys(_signs(candidate, text, lexicon)))
    for cue, times in heard.values():
        scores.context(cue, times)
    for rule in said:
        scores.say(rule)


def _neighbours(candidate: Candidate, text: str, lexicon: Lexicon) -> list[Cue]:
    before = _BEFORE.search(text, max(0, candidate.start - _REACH), candidate.start)
    after = _AFTER.match(text, candidate.end)
    rules = lexicon.rules
    cues = [after and rules.contexts.after.get(after[1])]
    if before:
        cues.append(_before(before[1], before[2], after, rules))
    return [cue for cue in cues if cue]


def _before(far: str | None, near: str, after: re.Match[str] | None, rules: NameRules) -> Cue | None:
    """What the two words before a name say of it: "parliament of", "border with", "said"."""
    if far and near == "of":
        return rules.contexts.before_of.get(far.lower())
    if far and near in _LINKS and (cue := rules.contexts.before_link.get(far.lower())):
        return cue
    cue = rules.contexts.before.get(near.lower())
    reports = cue and cue.rule == "said-before" and after and after[1].islower()
    return None if reports and after and after[1] not in rules.function_words else cue  # "said Torvan broke the truce"


def _signs(candidate: Candidate, text: str, lexicon: Lexicon) -> Iterator[str]:
    follows = text[candidate.end : candidate.end + 3]
    if len(candidate.words) > 1 and text[max(0, candidate.start - 4) : candidate.start].lower() == "the ":
        yield "after-article"
    if "," in follows and _AGE.match(text, candidate.end):
        yield "age"
    if "," in follows and _stands_before_country(candidate, text, lexicon):
        yield "before-country"
    if candidate.form[-1].isdigit() and _NUMBERED.match(text, candidate.end):
        yield "not-name"
    if len(candidate.words) == 1:
        yield from signs_of_state(candidate, text, lexicon.rules)
    if not candidate.form.isupper():
        if "(" in follows and defined_acronym(candidate, text):
            yield "defines-acronym"
    elif candidate.opens and _DATELINE.match(text, candidate.end):
        yield "dateline"
    elif _DEFINED_BEFORE.search(text, max(0, candidate.start - _REACH), candidate.start):
        yield "explained-otherwise"


def _stands_before_country(candidate: Candidate, text: str, lexicon: Lexicon) -> bool:
    country = _COUNTRY_AFTER.match(text, candidate.end)
    sense = lexicon.sense(country[1].strip(" .")) if country else None
    return sense is not None and sense.known == "GPE" and len(candidate.words) <= _LONGEST_TOWN


def defined_acronym(candidate: Candidate, text: str) -> str | None:
    """The acronym in a bracket after a name of several words: "Torvan Port Union (TPU)"."""
    acronym = _ACRONYM_AFTER.match(text, candidate.end) if len(candidate.words) > 1 else None
    if not acronym or len(acronym[1]) > len(candidate.form) // 2:
        return None
    letters = iter(candidate.form.casefold())
    return acronym[1] if all(letter in letters for letter in acronym[1].casefold()) else None


def is_vetoed(candidate: Candidate, text: str, lexicon: Lexicon) -> bool:
    """Part of something that is no name of a person, body or place: "the 2015 Torvan state election"."""
    reach = max(0, candidate.start - _VETO_REACH)
    before = text[reach : candidate.start]
    return any(
        veto.hint in before
        and veto.after.match(text, candidate.end)
        and veto.before.search(text, reach, candidate.start)
        for veto in lexicon.rules.vetoes
    )
