"""What stands before its cue: "…", said Ruiz; the plan, Ruiz said, was dead."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mkdocs_briefings.annotate.quotation import sources
from mkdocs_briefings.annotate.quotation.attribution import Attribution, attribution
from mkdocs_briefings.annotate.quotation.cues import Standing
from mkdocs_briefings.annotate.quotation.ends import FINITE, tidy
from mkdocs_briefings.annotate.quotation.folding import Folded, Range
from mkdocs_briefings.annotate.quotation.frames import brings_quotation
from mkdocs_briefings.annotate.quotation.marks import MARKS

_PHRASE = r"[aTiDdqNuhg'e2fm.oBZJ]"
_REST = re.compile(rf"(?:[aTi2]{_PHRASE}*?)?(?=,|\.?\Z)")
_TOLD = re.compile(rf"[opaTi2dqDNu]{_PHRASE}*(?=,|\.?\Z)")
_CONTINUED = re.compile(rf"(?:{_PHRASE}|[sc]){{0,12}}[,:]Q")
_CLAUSE_BEFORE = re.compile(r"[abc]*,?(?:[^sGgeWA]|[sGgeWA][^,]*,).*[xVvZB'eu]")
# After "he said," these start no second half of the content; the others not where the content has had its verb.
_PARTICIPLE, _OTHER_NEXT = "Gg", "cbwV"
_PHRASE_NEXT = "is"


def inverted(one: Standing) -> Iterator[Attribution]:
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
    elif after == "," and FINITE.search(letters, who[1], sentence.stop):
        content = tidy(letters, sentence.start, sentence.stop)
    elif after in ("", ".", ",", ";") and not sources.before(one.folded, sentence.start, one.group):
        content = tidy(letters, sentence.start, left + 1)
    else:
        return
    yield from _with_continuation(one, attribution(one, content, who, "speech"), who[1])


def postposed(one: Standing, who: Range) -> Iterator[Attribution]:
    """ "…", Ruiz said."""
    letters, sentence = one.letters, one.sentence
    comma = who[0] > sentence.start and letters[who[0] - 1] == ","
    left = who[0] - 1 - comma
    if left < sentence.start or letters[sentence.start] in _PARTICIPLE or who[1] not in (one.group, one.group - 1):
        return
    if letters[left] == "Q" and (left == sentence.start or one.folded.ends_speech(left)):
        spoken = attribution(one, _quoted_part(one.folded, sentence, left), who, "speech")
        yield from _with_continuation(one, spoken, one.end)
        return
    rest = _rest(one) if comma else None
    if not rest or brings_quotation(one):
        return
    if _is_inserted(one, left, rest.end()):
        yield attribution(one, tidy(letters, sentence.start, sentence.stop), who, "after")
    elif _CLAUSE_BEFORE.match(letters, sentence.start, left + 1):
        yield attribution(one, tidy(letters, sentence.start, left + 1), who, "after")


def _is_inserted(one: Standing, left: int, comma: int) -> bool:
    """The content goes on after the comma: "The plan, Ruiz said, was dead", "It was late, she said, because of snow".

    "The dam was safe, the mayor said, as trucks left" says no more of the dam.
    """
    letters, sentence = one.letters, one.sentence
    if letters[comma : comma + 1] != "," or comma + 1 >= sentence.stop:
        return False
    if one.folded.words[comma + 1] in one.words.meanwhiles:
        return False
    then = letters[comma + 1]
    waits = FINITE.search(letters, sentence.start, left) is None  # the content has had no verb yet
    if then in _PARTICIPLE or (then in _OTHER_NEXT and not waits):
        return False
    return then in _PHRASE_NEXT or FINITE.search(letters, comma, sentence.stop) is not None


def _rest(one: Standing) -> re.Match[str] | None:
    """What stands between the cue and the end of its insertion: when, where, to whom."""
    told = _TOLD.match(one.letters, one.end, one.sentence.stop) if "np-that" in one.cue.record.frames else None
    return told or _REST.match(one.letters, one.end, one.sentence.stop)


def _with_continuation(one: Standing, spoken: Attribution, after: int) -> Iterator[Attribution]:
    """The quotation, and the one that goes on after "she said,"."""
    yield spoken
    more = _CONTINUED.match(one.letters, after, one.sentence.stop)
    if more:
        yield replace(spoken, content=(more.end() - 1, more.end()))


def _quoted_part(folded: Folded, sentence: range, quoted: int) -> Range:
    """The quotation alone, or with the words before it that it only ends: The plan "is dead," he said."""
    begins = folded.text[folded.starts[quoted] : folded.starts[quoted] + 3].lstrip(MARKS + " ")[:1]
    if begins.islower() and quoted - sentence.start > 1 and folded.letters[quoted - 1] not in ",:":
        return tidy(folded.letters, sentence.start, quoted + 1)
    return quoted, quoted + 1
