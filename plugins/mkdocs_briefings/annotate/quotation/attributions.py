"""Who says what in a sentence, told by its cues."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_briefings.annotate.quotation import sources
from mkdocs_briefings.annotate.quotation.cues import Standing, standing
from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.annotate.quotation.frames import brings_quotation, clause_end, framed, tidy
from mkdocs_briefings.rules.quotations import Manner, QuotationRules

_ACCORDING = re.compile(r"A2")
_NAME_COLON = re.compile(r"(N[N.]{0,3}):(?!Q)(?=.*[xVvZBeu])")
_PHRASE = r"[aTiDdqNuhg'e2fm.oBZJ]"
_REST = re.compile(rf"(?:[aTi2]{_PHRASE}*?)?(?=,|\.?\Z)")
_TOLD = re.compile(rf"[opaTi2dqDNu]{_PHRASE}*(?=,|\.?\Z)")
_CONTINUED = re.compile(rf"(?:{_PHRASE}|[sc]){{0,12}}[,:]Q")
_CLAUSE_BEFORE = re.compile(r"[abc]*,?(?:[^sGgeWA]|[sGgeWA][^,]*,).*[xVvZB'eu]")
_FINITE = re.compile(r"[xVvZB'e]")
_WEAK = frozenset(("np", "to", "np-to", "on"))
_CLAUSES = frozenset(
    (
        *("speech", "carried", "colon", "according", "comma", "after", "gap"),
        *("that", "clause", "to", "wh", "np-that", "np-clause", "np-to", "np-wh"),
    )
)
_PARTICIPLE_NEXT = "GgcbwsV"  # after "he said," these start no second half of the content


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody's words or thoughts, in items."""

    rule: str
    manner: Manner
    content: Range
    source: Range | None
    cue: Range | None
    frame: str
    speaks: bool = False  # the cue may bring direct speech, and so may what follows

    @property
    def is_clause(self) -> bool:
        return self.frame in _CLAUSES


def attributions(folded: Folded, rules: QuotationRules, sentence: range) -> list[Attribution]:
    found = [*_after_name(folded, rules, sentence), *_according(folded, sentence)]
    last: Attribution | None = None
    for one in standing(folded, rules, sentence):
        new = list(_read(one, last))
        last = new[-1] if new else last
        found.extend(new)
    return found


def _after_name(folded: Folded, rules: QuotationRules, sentence: range) -> Iterator[Attribution]:
    """ "Ruiz: The talks failed", in a headline or a transcript."""
    match = _NAME_COLON.match(folded.letters, sentence.start, sentence.stop)
    if not match or not rules.words.labels.isdisjoint([word.lower() for word in folded.words[slice(*match.span(1))]]):
        return
    content = tidy(folded.letters, match.end(), sentence.stop)
    if content[0] < content[1]:
        yield Attribution(
            rule="quotation.colon",
            manner="said",
            content=content,
            source=match.span(1),
            cue=None,
            frame="colon",
            speaks=True,
        )


def _according(folded: Folded, sentence: range) -> Iterator[Attribution]:
    letters = folded.letters
    for match in _ACCORDING.finditer(letters, sentence.start, sentence.stop):
        at = match.start()
        who = sources.after(folded, match.end(), sentence.stop)
        if not who:
            continue
        lead = at - 1 if at > sentence.start and letters[at - 1] in ",x" else at
        content = tidy(letters, sentence.start, lead)
        if content[1] <= content[0] + 1 and "Q" not in letters[slice(*content)]:
            comma = letters.find(",", who[1], sentence.stop)
            content = tidy(letters, comma + 1, sentence.stop) if comma >= 0 else (0, 0)
        if content[0] < content[1]:
            yield Attribution(
                rule="quotation.according",
                manner="said",
                content=content,
                source=who,
                cue=match.span(),
                frame="according",
                speaks=True,
            )


def _read(one: Standing, last: Attribution | None) -> Iterator[Attribution]:
    """What one cue attributes; none, one, or two where a quotation is split by it."""
    if one.is_passive or one.cue.is_raising:
        yield from _passive(one)
        return
    if one.cue.speaks and one.cue.form in ("past", "third") and (found := list(_inverted(one))):
        yield from found
        return
    who = _subject(one, last)
    if who is None:
        return
    if one.cue.speaks and (found := list(_postposed(one, who))):
        yield from found
        return
    ahead = framed(one, one.cue.record.frames)
    if ahead and not _is_doubtful(one, ahead.frame):
        yield _attribution(one, ahead.content, who, ahead.frame)


def _is_doubtful(one: Standing, frame: str) -> bool:
    """Frames that seldom hand on a thought: "would support the plan", "by backing the plan"."""
    if one.is_modal:
        return frame in _WEAK
    if one.is_participle and frame == "np":
        return one.left not in ",NqQ"
    return frame == "clause" and one.is_negated


def _attribution(one: Standing, content: Range, source: Range | None, frame: str) -> Attribution:
    return Attribution(
        rule=one.cue.record.rule,
        manner=one.cue.record.manner,
        content=content,
        source=source,
        cue=(one.group, one.end),
        frame=frame,
        speaks=one.cue.speaks,
    )


def _subject(one: Standing, last: Attribution | None) -> Range | None:
    start = one.sentence.start
    inherits = one.left in "cb" or (one.left == "," and one.group - 2 > start and one.letters[one.group - 2] == "Q")
    if not one.is_participle and not inherits:
        return sources.before(one.folded, start, one.group)
    beside = sources.before(one.folded, start, one.group) if one.is_participle and one.left in "NuqDp." else None
    return beside or (last.source if last else None) or sources.of_clause(one.folded, start, one.group)


def _passive(one: Standing) -> Iterator[Attribution]:
    """ "Ruiz was told that …", "the plan is expected to …": the content holds the subject."""
    by = one.end < one.sentence.stop and one.folded.words[one.end] == "by"
    who = sources.after(one.folded, one.end + 1, one.sentence.stop) if by else None
    after = replace(one, end=who[1]) if who else one
    subject = sources.before(one.folded, one.sentence.start, one.group)
    ahead = framed(after, one.cue.record.frames if one.cue.is_raising else one.cue.record.passive)
    if ahead and subject:
        content = tidy(one.letters, subject[0], clause_end(one, ahead.content[0]))
        yield _attribution(one, content, who, "passive")
    elif who and subject and "by" in one.cue.record.passive:
        yield _attribution(one, subject, who, "by")


def _inverted(one: Standing) -> Iterator[Attribution]:
    """ "…", said Ruiz."""
    letters, sentence = one.letters, one.sentence
    left = one.group - 2 if one.left == "," else one.group - 1
    who = sources.after(one.folded, one.end, sentence.stop) if left >= sentence.start else None
    if not who:
        return
    after = letters[who[1] : who[1] + 1] if who[1] < sentence.stop else ""
    if letters[left] == "Q" and one.folded.ends_speech(left):
        content = _quoted_part(one.folded, sentence, left)
    elif one.left != ",":
        return
    elif after == "," and _FINITE.search(letters, who[1], sentence.stop):
        content = tidy(letters, sentence.start, sentence.stop)
    elif after in ("", ".", ",", ";") and not sources.before(one.folded, sentence.start, one.group):
        content = tidy(letters, sentence.start, left + 1)
    else:
        return
    yield from _with_continuation(one, _attribution(one, content, who, "speech"), who[1])


def _postposed(one: Standing, who: Range) -> Iterator[Attribution]:
    """ "…", Ruiz said."""
    letters, sentence = one.letters, one.sentence
    comma = who[0] > sentence.start and letters[who[0] - 1] == ","
    left = who[0] - 1 - comma
    if left < sentence.start or who[1] not in (one.group, one.group - 1):
        return
    if letters[left] == "Q" and (left == sentence.start or one.folded.ends_speech(left)):
        spoken = _attribution(one, _quoted_part(one.folded, sentence, left), who, "speech")
        yield from _with_continuation(one, spoken, one.end)
        return
    pattern = _TOLD if "np-that" in one.cue.record.frames else _REST
    rest = pattern.match(letters, one.end, sentence.stop) if comma else None
    if not rest or brings_quotation(one):
        return
    end = rest.end()
    inserted = letters[end : end + 1] == "," and end + 1 < sentence.stop and letters[end + 1] not in _PARTICIPLE_NEXT
    if inserted and _FINITE.search(letters, end, sentence.stop):
        yield _attribution(one, tidy(letters, sentence.start, sentence.stop), who, "after")
    elif _CLAUSE_BEFORE.match(letters, sentence.start, left + 1):
        yield _attribution(one, tidy(letters, sentence.start, left + 1), who, "after")


def _with_continuation(one: Standing, spoken: Attribution, after: int) -> Iterator[Attribution]:
    """The quotation, and the one that goes on after "she said,"."""
    yield spoken
    more = _CONTINUED.match(one.letters, after, one.sentence.stop)
    if more:
        yield replace(spoken, content=(more.end() - 1, more.end()))


def _quoted_part(folded: Folded, sentence: range, quoted: int) -> Range:
    """The quotation alone, or with the words before it that it only ends: The plan "is dead," he said."""
    begins = folded.text[folded.starts[quoted] : folded.starts[quoted] + 3].lstrip("\"“”‘'„« ")[:1]
    if begins.islower() and quoted - sentence.start > 1 and folded.letters[quoted - 1] not in ",:":
        return tidy(folded.letters, sentence.start, quoted + 1)
    return quoted, quoted + 1
