"""Names of several runs: "Ministry of Trade and Industry"."""

from collections.abc import Iterable, Iterator

from mkdocs_briefings.annotate.name.lexicon import Lexicon
from mkdocs_briefings.annotate.name.runs import Candidate, Word
from mkdocs_briefings.rules.names import NameRules

_LONGEST_NAME = 14  # words
_LONGEST_CONNECTOR = 9  # characters: " for the "
_ADJECTIVE_ENDINGS = ("al", "ic", "an", "ive", "ary")
_HEADS = ("GPE", "LOC", "FAC", "NONE")
_CHAINS = ("of", "for", "and")
_WHOLE_BODIES = frozenset({"party", "bank", "alliance", "coalition", "union"})  # "and" leads on to the next one
_MINISTRIES = frozenset({"ministry", "department"})  # every state has those that are listed without a state
LISTED = "listed"


def joined(candidates: Iterable[Candidate], text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates, with those that a connector makes one name put together."""
    last: Candidate | None = None
    for candidate in candidates:
        rule = _join(last, candidate, text, lexicon) if last else None
        if last and rule:
            last = _together(last, candidate, rule, text, lexicon.rules)
        else:
            if last:
                yield last
            last = candidate
    if last:
        yield last


def _together(left: Candidate, right: Candidate, rule: str, text: str, rules: NameRules) -> Candidate:
    whole = Candidate(words=[*left.words, *right.words], opens=left.opens, joined=rule, joined_type=left.joined_type)
    whole.form = _single_spaced(text[whole.start : whole.end])
    head = rules.cues.last.get(left.words[-1].lower)
    if rule == "comma":
        whole.joined_type = "GPE"
    elif rule == "of" and not left.joined and head and head.type in _HEADS:
        whole.joined_type = head.type  # "State of Peru", "Gulf of Aden", "Order of Merit"
    return whole


def _join(left: Candidate, right: Candidate, text: str, lexicon: Lexicon) -> str | None:
    """The rule that makes two neighbours one name."""
    if not _may_join(left, right):
        return None
    connector = text[left.end : right.start].strip()
    rule = lexicon.rules.joins.connectors.get(connector)
    if (rule or connector == "the") and lexicon.sense(_single_spaced(text[left.start : right.end])):
        return LISTED
    if rule == "and":
        return rule if _goes_on(left, right, connector, lexicon) else None
    return rule if rule and _leads_on(left, right, rule, lexicon.rules) else None


def _may_join(left: Candidate, right: Candidate) -> bool:
    if right.start - left.end > _LONGEST_CONNECTOR or len(left.words) + len(right.words) > _LONGEST_NAME:
        return False
    return not (left.title or right.title or right.cue or left.loud or right.loud)


def _leads_on(left: Candidate, right: Candidate, rule: str, rules: NameRules) -> bool:
    """Whether "of", "for" and their like join: after a word for a body, or in a name that has such a join already."""
    if rule in _CHAINS and left.joined in _CHAINS and left.joined_type == "ORG":
        return True
    if left.joined == LISTED and left.words[0].lower in _MINISTRIES:
        return rule == "of"
    wanted = rules.joins.right.get(rule)
    fits = not wanted or right.form.lower().rstrip(".") in wanted
    return fits and left.words[-1].lower in rules.joins.left[rule]


def _goes_on(left: Candidate, right: Candidate, connector: str, lexicon: Lexicon) -> bool:
    """Whether "and" leads to more of the name on its left, or of the one on its right."""
    rules = lexicon.rules
    tail = rules.cues.last.get(right.words[-1].lower)
    to_body = tail is not None and tail.type == "ORG"
    if left.words[-1].lower in rules.fields and right.words[0].lower in rules.fields:
        return left.joined is not None or to_body
    adjective = _is_adjective(left.words[-1], rules)
    if to_body and adjective and len(right.words) > 1 and lexicon.sense(left.form) is None:
        return True  # "Social Democratic and Labour Party"
    if left.joined not in _CHAINS or left.joined_type != "ORG" or right.words[0].form in rules.lists.given:
        return False
    whole = any(word.lower in _WHOLE_BODIES for word in left.words)
    return adjective or (not whole and tail is None and connector == "and" and lexicon.sense(right.form) is None)


def _is_adjective(word: Word, rules: NameRules) -> bool:
    return word.lower.endswith(_ADJECTIVE_ENDINGS) or rules.not_names.get(word.lower) == "creed"


def _single_spaced(words: str) -> str:
    return " ".join(words.split())
