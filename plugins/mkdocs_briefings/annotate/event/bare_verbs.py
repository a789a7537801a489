"""Verb forms without auxiliaries: finite, participle or no verb, by the words beside them."""

import re
from typing import NamedTuple, Self

from mkdocs_briefings.annotate.event.scene import Form, Lettered, VerbGroup, counts, is_time

_FINITE_LATER = re.compile(r"[pxDonrVZNEBq-]*[hbymjTY]")  # a finite verb with only noun phrases before it
_FINITE = re.compile("[hbymjTY]")
_OBJECT_OPENS = frozenset("DUuxwtqG")  # what may follow a verb and open its object
_NOT_BEFORE_A_VERB = frozenset("Dopq-")
_CLAUSE_ENDS = frozenset(",;.skwc")
_NEAR = 40  # tokens
_FORMS: dict[str, Form] = {"G": "gerund", "N": "participle", "a": "participle"}  # without auxiliaries


class Setting(NamedTuple):
    """The sentence a verb form stands in, and the verbs before it there."""

    inside: range
    headline: bool  # where the present tells of what has happened
    alone: bool  # no other form in it can only be a verb
    previous: int  # token of the last verb before it that is no gerund, -1 for none
    finite: int  # the same of the last finite verb


class BareVerb(NamedTuple):
    """A verb form without auxiliaries and the words beside it: finite, a participle, or no verb at all."""

    lettered: Lettered
    setting: Setting
    first: int  # of the adverbs before it
    verb: int
    letter: str
    before: str  # the letter before the group, "." at a sentence's start
    after: str  # the letter after the verb and its adverbs

    @classmethod
    def of(cls, lettered: Lettered, match: re.Match[str], setting: Setting) -> Self:
        inside = setting.inside
        first, verb = match.start(1), match.start(2)
        before = lettered.letters[first - 1] if first > inside.start else "."
        if before in "VZEBG" and first - 1 != setting.previous and lettered.letters[first - 2] in "Dxq":
            before = "x"  # "the ban takes effect"
        if before == ";" and lettered.tokens.lower[first - 1] == ")":
            before = "x"
        beyond = verb + 1
        while beyond < inside.stop and lettered.letters[beyond] == "r":
            beyond += 1
        after = lettered.letters[beyond] if beyond < inside.stop else "."
        if after == "p" and counts(lettered.tokens.lower[beyond : beyond + 2], lettered.words.small):
            after = "D"
        if after == "x" and is_time(lettered.tokens.lower[beyond]):
            after = "p"
        return cls(lettered, setting, first, verb, match[2], before, after)

    def group(self) -> VerbGroup | None:
        form = self._form()
        if form is None:
            return None
        return VerbGroup(
            first=self.first,
            verb=self.verb,
            lemma=self.lettered.lemma(self.verb),
            form=form,
            passive=form == "participle" and self.letter in "ENB",
            past=self.letter in "ETBY"
            or self.setting.headline
            or self.lettered.tokens.lower[self.verb] in self.lettered.words.small.past_auxiliaries,
            spoken=self.letter == "Y",
        )

    def _form(self) -> Form | None:
        if self.letter in "EB":
            return None if self._is_compounded() or self._is_adjective() else self._past_or_participle()
        if self.letter in "VZ":
            return "finite" if not self._is_compounded() and self._is_verb() else None
        if self._is_compounded() or (self.letter in "GNTY" and self.before in "Dq"):
            return None
        return _FORMS.get(self.letter, "finite")

    def _is_compounded(self) -> bool:
        """ "battle-hardened": a hyphen joins it to the next word."""
        return self.after == "-" and not self.lettered.is_dash(self.verb + 1)

    def _is_adjective(self) -> bool:
        """ "the fired minister", "detailed and rehearsed", "Detained activists said …"; a noun as in "a cut"."""
        if self.before in "Dp,c" and not self.setting.headline and self._is_part_of_a_name():
            return True
        if self.before in _NOT_BEFORE_A_VERB or (self.before in ".;" and self.after in "xVZ"):
            return True
        if self.before == "c" and (
            self.setting.previous < 0 or (self.after not in _OBJECT_OPENS and self.after not in "lprVZ")
        ):
            return True
        noun = self.letter == "B" and self.lettered.lemma(self.verb) in self.lettered.words.nouns_too
        return noun and self.before not in "uk" and self.after not in "DUu"

    def _is_part_of_a_name(self) -> bool:
        """ "the United Kingdom"."""
        return self.lettered.is_capital(self.verb) and self.lettered.is_name(self.verb + 1)

    def _past_or_participle(self) -> Form:
        """ "fired rockets" against "rockets fired from"."""
        if self._is_reduced() or self._is_second_finite():
            return "participle"
        # V and Z are nouns there that look like verbs.
        if self.after in _OBJECT_OPENS or self.after in "lcVZ" or self.before in "uk" or self._after_apposition():
            return "finite"
        return "participle" if self.before in ".;,s" or self._in_another_clause() else "finite"

    def _is_reduced(self) -> bool:
        """ "held by rebels"; "…, designed to last"."""
        following = self.lettered.tokens.lower[self.verb + 1 : self.verb + 3]
        agent = self.after == "p" and following[:1] == ("by",) and not following[-1].isdigit()  # "passed by 9 votes"
        return agent or (self.before == "," and self.after == "t" and self.setting.finite >= 0)

    def _is_second_finite(self) -> bool:
        """ "has formed a unit called Orra": a finite verb stands in the same clause already."""
        finite = self.setting.finite
        if finite < 0 or self.verb - finite > _NEAR or self.lettered.letters[finite] == "Y":
            return False
        between = slice(finite + 1, self.first)
        if "what" in self.lettered.tokens.lower[between]:
            return False
        return not set(self.lettered.letters[between]) & (_CLAUSE_ENDS | {"u", "Y", '"'})

    def _after_apposition(self) -> bool:
        """ "Dara, the minister, resigned on Monday": the only verb of its sentence."""
        if self.before != "," or not self._follows_a_subject_alone():
            return False
        return not _FINITE.search(self.lettered.letters, self.verb + 1, self.setting.inside.stop)

    def _follows_a_subject_alone(self) -> bool:
        """No verb stands before it but in a clause with "who" between commas."""
        if self.setting.previous < 0:
            return True
        letters, start = self.lettered.letters, self.setting.inside.start
        opening = letters.rfind(",", max(start, self.first - _NEAR), self.first - 1)
        return opening > start and letters[opening + 1] == "k" and not _FINITE.search(letters, start, opening)

    def _in_another_clause(self) -> bool:
        """Another finite verb stands in the same clause, so this one, without an object, is a participle."""
        letters, previous = self.lettered.letters, self.setting.previous
        if previous >= 0 and self.verb - previous < _NEAR:
            parted = set(letters[previous : self.first]) & (_CLAUSE_ENDS | {"u", "Y"})
            if not parted:
                return True
        later = _FINITE_LATER.match(letters, self.verb + 1, min(self.setting.inside.stop, self.verb + _NEAR))
        return later is not None

    def _is_verb(self) -> bool:
        """A bare form or third person that is a verb here and no noun."""
        lettered, before, after = self.lettered, self.before, self.after
        if before == "u":
            return True
        if before not in "xkw" or lettered.is_capital(self.verb) or (before == "x" and not self._may_follow_subject()):
            return False
        if lettered.lemma(self.verb) not in lettered.words.nouns_too:
            return after in "DUuwtpxcGVZ" or (self.letter == "Z" and after in ".," and lettered.is_name(self.first - 1))
        named = before in "kw" or lettered.is_name(self.first - 1) or lettered.tokens.lower[self.first - 1] == ")"
        if after in "DUu" or (self.setting.alone and (after in "xGVZt" or (after == "p" and self.letter == "V"))):
            return named or before == "x"
        return named and (lettered.is_name(self.verb + 1) or after in "wtl" or (after == "p" and before in "kw"))

    def _may_follow_subject(self) -> bool:
        """A bare form stands after a plural; neither stands after "anti-war"."""
        compound = self.lettered.letters[self.first - 2] == "-" and not self.lettered.is_dash(self.first - 2)
        return not compound and (self.letter == "Z" or self._after_plural())

    def _after_plural(self) -> bool:
        """A bare form needs a plural before it; a name takes the third person."""
        noun = self.lettered.tokens.lower[self.first - 1]
        if self.setting.alone and "c" in self.lettered.letters[self.setting.inside.start : self.first]:
            return True
        if not noun.endswith("s") and noun not in self.lettered.words.small.plurals:
            return False
        opens = self.first - 1 == self.setting.inside.start  # where a capital makes no name
        return opens or not self.lettered.is_name(self.first - 1) or self.lettered.letters[self.first - 2] == "D"
