"""What the source claims of an event: that it was, will be, may be, was denied or alleged."""

from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.annotate.event.bounds import is_onset
from mkdocs_briefings.annotate.event.clauses import clause
from mkdocs_briefings.annotate.event.cues import cued
from mkdocs_briefings.annotate.event.dates import Calendar
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotate.event.told import Told
from mkdocs_briefings.annotations import Quotation, Status
from mkdocs_briefings.rules.events import EventRules
from mkdocs_briefings.rules.quotations import Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    status: Status = "reported"
    modality: Literal["CT", "PR", "PS", "U"] = "CT"


def claim(scene: Scene, told: Told, quotation: Quotation | None, rules: EventRules, *, ahead: bool) -> Claim:
    """Status and modality of a verb's event.

    Args:
        quotation: the one that holds it.
        ahead: its date lies after the article.
    """
    manner: Status | Manner = cued(scene, told, rules)
    if quotation and manner == "reported" and (quotation.kind == "direct" or _is_inside(scene, told, quotation)):
        manner = quotation.manner
    if manner == "denied":
        return Claim(status="denied", modality="U")
    if manner == "alleged" or _is_surmised(scene, told) or (quotation and not quotation.is_said):
        return Claim(status="alleged", modality="PS")
    if told.averted:
        return Claim(modality="CT" if told.group.modal == "could" else "PR")
    if told.clause.asked and told.group.past:
        return Claim(status="alleged", modality="U")
    is_quoted = told.said or quotation is not None
    is_intended = told.planned or told.group.future or ahead or _would(told, is_quoted=is_quoted)
    return _ahead(scene, told, is_intended=is_intended)


def is_ahead(scene: Scene, told: Told, calendar: Calendar, rules: EventRules) -> bool:
    """The present with a date to come, "The talks resume on Monday"; what is promised for one."""
    date, group = told.dating.date, told.group
    operator = rules.operators.get(group.lemma)
    if operator and operator.foretells and not operator.possible and told.dating.source == "own":
        return not group.negated and calendar.ends_ahead(date)
    if group.past or group.perfect:
        return False
    return calendar.is_ahead(date) or (is_onset(scene, group, rules) and calendar.ends_ahead(date))


def undone(scene: Scene, rules: EventRules) -> tuple[range, ...]:
    """The clauses of a sentence in which a plan is called off, as tokens."""
    return tuple(
        clause(scene, position, position).tokens
        for position, group in enumerate(scene.groups)
        if group.lemma in rules.withdrawn and _is_withdrawing(scene, group, rules)
    )


def _is_withdrawing(scene: Scene, group: VerbGroup, rules: EventRules) -> bool:
    if not group.finite or group.negated:
        return False
    following = scene.lower[group.verb + 1 : group.verb + 3]
    return any(following[: len(words)] == words for words in rules.withdrawn[group.lemma])


def _would(told: Told, *, is_quoted: bool) -> bool:
    """ "said it would act", and not "a bill that would ban it"."""
    return is_quoted and told.group.modal == "would" and not told.clause.relative


def _ahead(scene: Scene, told: Told, *, is_intended: bool) -> Claim:
    """What is to come: meant, or no more than possible."""
    small = scene.lettered.words.small
    possible = told.group.modal in small.possible_modals or (told.reading is not None and told.reading.possible)
    if not (is_intended or possible or told.clause.asked or told.group.modal in small.wished_modals):
        return Claim()
    is_sure = is_intended and not possible and not scene.is_conditional(told.group)
    return Claim(status="planned", modality="PR" if is_sure else "PS")


def _is_inside(scene: Scene, told: Told, quotation: Quotation) -> bool:
    """The quotation holds the verb's subject too, which "denied the charge and resigned" does not."""
    subject = told.clause.subject
    return subject is None or scene.lettered.tokens.starts[subject.start] >= quotation.content.start


def _is_surmised(scene: Scene, told: Told) -> bool:
    """ "may have attacked", "is believed to have attacked"."""
    group, read = told.group, told.reading
    surmised = group.modal in scene.lettered.words.small.possible_modals and group.perfect and not group.negated
    return surmised or (read is not None and read.alleged)
