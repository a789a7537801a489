"""Names: who and what a text mentions, with the titles it gives to persons."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mkdocs_briefings.annotate.name.context import defined_acronym, hear, is_vetoed
from mkdocs_briefings.annotate.name.joins import LISTED, joined
from mkdocs_briefings.annotate.name.kinds import Scores, Typed, weigh
from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.memory import by_folded_form, loud_names, remember
from mkdocs_briefings.annotate.name.runs import Candidate, RunReader
from mkdocs_briefings.annotate.name.sports import is_on_sports, teams
from mkdocs_briefings.annotate.name.states import tell_by_adjectives, tell_by_neighbours
from mkdocs_briefings.annotate.name.titles import TitleCutter
from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.text import Span

_LONGEST_NAME = 14  # words; a longer run is a headline, or noise
_SHORT = 3  # letters: "UP" may be a name though "up" is a word
_LOWER_WORD = re.compile(r"(?<![\w-])[a-z][a-z'’-]+")


def mentions(document: Document, rules: Rules, register: Register) -> Document:
    """Every name with its type; whose name it is, is told by a later pass."""
    lexicon = Lexicon(rules.names, register)
    text = _unwrapped(document)
    candidates = list(joined(_candidates(document, text, lexicon), text, lexicon))
    quiet = [candidate for candidate in candidates if not candidate.loud]
    types = _types(quiet, text, lexicon)
    on_sports = is_on_sports(document.tokens.lower, lexicon)
    playing = teams(candidates, types, text, lexicon) if on_sports else frozenset[int]()
    found = [
        _mention(candidate, typed)
        for candidate, typed in _typed(candidates, types, playing, lexicon)
        if not is_vetoed(candidate, text, lexicon)
    ]
    return replace(document, mentions=tuple(found))


def _mention(candidate: Candidate, typed: Typed) -> Mention:
    type_, rule = typed
    return Mention(
        span=Span(candidate.start, candidate.end),
        mention_type="NAM",
        entity_type=type_,
        rule=rule,
        title=candidate.title if type_ == "PER" else None,
    )


def _typed(
    candidates: Iterable[Candidate], types: Mapping[str, Typed | None], playing: frozenset[int], lexicon: Lexicon
) -> Iterator[tuple[Candidate, Typed]]:
    known = by_folded_form(types)
    for candidate in candidates:
        if candidate.start in playing:
            yield candidate, ("ORG", "sports-team")
        elif candidate.loud:
            yield from loud_names(candidate, known, lexicon)
        elif typed := types.get(candidate.form):
            yield candidate, typed


def _unwrapped(document: Document) -> str:
    """The text with the line breaks inside paragraphs as spaces, so that a name may run over the end of a line."""
    text = document.text
    if len(document.paragraphs) > text.count("\n"):
        return text
    pieces: list[str] = []
    end = 0
    for paragraph in document.paragraphs:
        pieces += (text[end : paragraph.start], paragraph.of(text).replace("\n", " "))
        end = paragraph.end
    return "".join((*pieces, text[end:]))


def _candidates(document: Document, text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    reader = RunReader(text, lexicon, frozenset(sentence.span.start for sentence in document.sentences))
    cutter = TitleCutter(text, lexicon)
    title: Span | None = None  # one that the next run may go on: "Minister of"
    for words in reader.parts():
        if len(words) > _LONGEST_NAME or reader.is_loud(words):
            yield Candidate(words=words, opens=True, loud=True)
            continue
        found, title = cutter.cut(words, title, opens=reader.opens(words[0].start))
        yield from found


def _types(candidates: list[Candidate], text: str, lexicon: Lexicon) -> dict[str, Typed | None]:
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.form].append(candidate)
    lower_words = frozenset(_LOWER_WORD.findall(text))
    scored = {form: _scores(group, text, lexicon, lower_words) for form, group in groups.items()}
    tell_by_adjectives(scored, candidates, text, lexicon)
    tell_by_neighbours(scored, candidates, text, lexicon)
    types = {form: scores.best() for form, scores in scored.items()}
    remember(scored, types, lexicon.rules)
    for candidate in candidates:
        if acronym := defined_acronym(candidate, text):
            typed = types[candidate.form]
            types[acronym] = (typed[0], "defined-acronym") if typed else None
    return types


def _scores(group: list[Candidate], text: str, lexicon: Lexicon, lower_words: frozenset[str]) -> Scores:
    first = group[0]
    scores = weigh(first.form.split() if first.joined == LISTED else [word.form for word in first.words], lexicon)
    cued = next((candidate for candidate in group if candidate.cue), None)
    if cued and cued.cue:
        strength = "title-plural" if cued.plural else "title"
        scores.add("PER", lexicon.rules.weights[strength], cued.cue)
    if first.joined:
        scores.add(first.joined_type, lexicon.rules.weights["joined"], f"join-{first.joined}")
    if scores.listed:
        return scores
    hear(group, scores, text, lexicon)
    if len(first.words) == 1:
        if all(candidate.opens for candidate in group):
            scores.say("opens-sentences")
        if first.words[0].lower in lower_words and not (first.form.isupper() and len(first.form) <= _SHORT):
            scores.say("lower-case-elsewhere")
    elif common := sum(word.lower in lower_words for word in first.words if not word.form.islower()):
        scores.say("lower-case-words", common)
    return scores
