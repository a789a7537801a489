"""Verb groups: a verb with its auxiliaries, told from nouns and adjectives by the words beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mkdocs_briefings.annotate.event.bare_verbs import BareVerb, Setting
from mkdocs_briefings.annotate.event.scene import Form, Lettered, VerbGroup, is_absent

# Auxiliaries, negations and adverbs, then a verb; an adjective before "to" or a preposition; lone "have" and "be".
_GROUP = re.compile(r"([mjhzbydgtnr]*)([VZETNBGY]|a(?=[tp])|[hb](?![nr]*[bghtVZETNBG]))")
_LONGEST_HEADLINE = 20  # tokens


def verb_groups(lettered: Lettered, inside: range) -> Iterator[VerbGroup]:
    """The verb groups among the tokens of a sentence, in order, finite or not."""
    found = list(_GROUP.finditer(lettered.letters, inside.start, inside.stop)) if inside else []
    headline = bool(inside) and len(inside) < _LONGEST_HEADLINE and lettered.letters[inside.stop - 1] not in '.;"'
    alone = not any(match[1].strip("rnt") or match[2] in "ETBYNhb" for match in found)
    previous = finite = -1
    for match in found:
        if match[1].strip("rn"):
            group = _with_auxiliaries(lettered, match)
        else:
            group = BareVerb.of(lettered, match, Setting(inside, headline, alone, previous, finite)).group()
        if group:
            if not group.negated and is_absent(lettered, group):
                group = replace(group, negated=True)
            previous = previous if group.form == "gerund" else group.verb
            finite = group.verb if group.finite else finite
            yield group


def _with_auxiliaries(lettered: Lettered, match: re.Match[str]) -> VerbGroup | None:
    helpers, letter, small = match[1], match[2], lettered.words.small
    verb = match.start(2)
    kinds = set(helpers)
    words = lettered.tokens.lower[match.start(1) : verb]
    modal = next((word for word in words if lettered.words.letters.get(word, "") in ("m", "j")), "")
    if modal in small.no_modals:
        modal = ""
    before_to, to, _ = helpers.rpartition("t")
    lead = before_to.strip("rn") if to else ""
    form = _form(helpers, letter, lead)
    if form is None:
        return None
    skipped = helpers.find("t") if form == "infinitive" else len(helpers) - len(helpers.lstrip("r"))
    return VerbGroup(
        first=match.start(1) + skipped,
        verb=verb,
        lemma=lettered.lemma(verb),
        form=form,
        passive=letter in "ENBY" and helpers.rstrip("rn")[-1:] in tuple("byg") and words[:1] != ("having",),
        perfect=bool(kinds & set("hz")),
        past=not small.past_auxiliaries.isdisjoint(words),
        continuous=letter == "G" and form == "finite",
        future=modal in small.future_modals or lead in ("b", "y"),
        negated=bool(kinds & set("njyz")),
        modal=modal or ("must" if set(lead) & set("hz") and "had" not in words else ""),
        spoken=letter == "Y",
    )


def _form(helpers: str, letter: str, lead: str) -> Form | None:
    """The form of a verb with auxiliaries.

    Args:
        lead: the auxiliaries before "to".
    """
    kinds = set(helpers)
    if "t" in kinds:
        if letter == "G":
            return None  # "to" is a preposition there
        return "finite" if lead else "infinitive"
    if "g" in kinds and not kinds & set("bymhj"):
        return "participle"
    if letter == "G" and not kinds & set("by"):
        return "gerund"
    if letter in "TZ" or (letter == "V" and not kinds & set("mjdt")):
        return None  # "was took", "was battle"
    return "finite"
