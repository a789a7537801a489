"""Who says what in a sentence, told by its cues."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mkdocs_briefings.annotate.quotation import sources
from mkdocs_briefings.annotate.quotation.attribution import Attribution, attribution
from mkdocs_briefings.annotate.quotation.before_cue import inverted, postposed
from mkdocs_briefings.annotate.quotation.cues import Standing, standing
from mkdocs_briefings.annotate.quotation.ends import FINITE, clause_end, tidy
from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.annotate.quotation.frames import framed
from mkdocs_briefings.rules.quotations import QuotationRules
from mkdocs_briefings.rules.word_classes import AND, CUE, QUOTED

_ACCORDING = re.compile(r"A2")
_NAME_COLON = re.compile(r"(N[NuB.]{0,3}):(?!Q)(?=.*[xVvZBeu])")
_FINITE_FRAMES = frozenset(("that", "clause", "wh"))
_WEAK = frozenset(("np", "to", "np-to", "on"))


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
    if not match or not all(word[0].isupper() or word == "." for word in folded.words[slice(*match.span(1))]):
        return
    if not rules.words.labels.isdisjoint([word.lower() for word in folded.words[slice(*match.span(1))]]):
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
        who = sources.after(folded, match.end(), sentence.stop)
        content = _by_account(letters, sentence, match.start(), who[1]) if who else (0, 0)
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


def _by_account(letters: str, sentence: range, at: int, after: int) -> Range:
    """What stands before "according to"; what follows the source where nothing does; all where only both make sense."""
    lead = at - 1 if at > sentence.start and letters[at - 1] in ",x" else at
    before = tidy(letters, sentence.start, lead)
    comma = letters.find(",", after, sentence.stop)
    if "Q" in letters[slice(*before)]:
        return before
    if before[1] <= before[0] + 1:
        return tidy(letters, comma + 1, sentence.stop) if comma >= 0 else (0, 0)
    whole = comma >= 0 and not FINITE.search(letters, *before)
    return tidy(letters, sentence.start, sentence.stop) if whole else before


def _read(one: Standing, last: Attribution | None) -> Iterator[Attribution]:
    """What one cue attributes; none, one, or two where a quotation is split by it."""
    if one.is_passive or one.cue.is_raising:
        yield from _passive(one)
        return
    if one.cue.speaks and one.cue.form in ("past", "third") and (found := list(inverted(one))):
        yield from found
        return
    if one.is_fronted:
        yield from _fronted(one)
        return
    who = _subject(one, last)
    if who is None:
        return
    if one.cue.speaks and (found := list(postposed(one, who))):
        yield from found
        return
    ahead = framed(one, one.cue.record.frames)
    if ahead and not _is_doubtful(one, ahead.frame, last):
        yield attribution(one, ahead.content, who, ahead.frame)


def _fronted(one: Standing) -> Iterator[Attribution]:
    """ "Praising the pact and urging others to sign, Ruiz left": the subject follows, after a comma."""
    end = next((at for at in range(one.end, one.sentence.stop) if _ends_phrase(one, at)), one.sentence.stop)
    who = sources.of_clause(one.folded, end, one.sentence.stop - 1)
    ahead = framed(replace(one, sentence=range(one.sentence.start, end)), one.cue.record.frames) if who else None
    if ahead:
        yield attribution(one, ahead.content, who, ahead.frame)


def _ends_phrase(one: Standing, at: int) -> bool:
    """A comma stands before the item, or at the end of the quoted stretch before it."""
    before = one.letters[at - 1]
    return before == "," or (before == QUOTED and one.folded.comma_inside(at - 1))


def _is_doubtful(one: Standing, frame: str, last: Attribution | None) -> bool:
    """Frames that seldom hand on a thought: "would support the plan", "by backing the plan"."""
    if one.is_modal:
        return frame in _WEAK
    if one.is_participle and frame == "np":
        return one.left not in ",NqQ" and not _follows_participle(one, last)
    return frame == "clause" and one.is_negated


def _follows_participle(one: Standing, last: Attribution | None) -> bool:
    """ "thanking Odar for her help and praising the pact": the second of two."""
    return one.left == AND and last is not None and last.cue is not None and one.letters[last.cue[0]] == CUE["gerund"]


def _subject(one: Standing, last: Attribution | None) -> Range | None:
    start = one.sentence.start
    inherits = one.left in "cb" or (one.left == "," and one.group - 2 > start and one.letters[one.group - 2] == "Q")
    if not one.is_participle and not inherits:
        return sources.before(one.folded, start, one.group)
    beside = sources.before(one.folded, start, one.group) if one.is_participle and one.left in "NuqDp." else None
    if beside and one.letters[beside[0] - 1] == CUE["past"]:  # "told reporters saying"
        beside = sources.before(one.folded, start, _group_start(one.letters, beside[0] - 1))
    return beside or (last.source if last else None) or sources.of_clause(one.folded, start, one.group)


def _group_start(letters: str, verb: int) -> int:
    while letters[verb - 1] in "ax":
        verb -= 1
    return verb


def _passive(one: Standing) -> Iterator[Attribution]:
    """ "The plan is expected to …": the content holds the subject. "Ruiz was told that …": it does not."""
    by = one.end < one.sentence.stop and one.folded.words[one.end] == "by"
    who = sources.after(one.folded, one.end + 1, one.sentence.stop) if by else None
    after = replace(one, end=who[1]) if who else one
    subject = sources.before(one.folded, one.sentence.start, one.group)
    ahead = framed(after, one.cue.record.frames if one.cue.is_raising else one.cue.record.passive)
    if ahead and ahead.frame in _FINITE_FRAMES:
        yield attribution(one, ahead.content, who, ahead.frame)
    elif ahead and subject:
        content = tidy(one.letters, subject[0], clause_end(one, ahead.content[0]))
        yield attribution(one, content, who, "passive")
    elif who and subject and "by" in one.cue.record.passive:
        yield attribution(one, subject, who, "by")
