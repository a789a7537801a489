"""What the source claims of an event: that it was, will be, may be, was denied or alleged."""

from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotations import Manner, Status
from mkdocs_briefings.rules.events import EventRules, StatusCue

_POSSIBLE = frozenset(["may", "might", "could", "can"])
_LONGEST_REACH = 16  # tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    status: Status = "reported"
    modality: Literal["CT", "PR", "PS", "U"] = "CT"


def claim(group: VerbGroup, cued: Status | Manner, *, planned: bool, conditional: bool, said: bool) -> Claim:
    """Status and modality of a verb group.

    Args:
        cued: what words beside it, or the manner of the quotation that holds it, say of it.
        planned: an operator says that it is yet to come.
        conditional: it stands under if, unless or whether.
        said: a verb of saying stands before it, so that "would" tells of the future.
    """
    if cued == "denied":
        return Claim(status="denied", modality="U")
    if cued == "alleged":
        return Claim(status="alleged", modality="PS")
    if group.modal in _POSSIBLE:
        return Claim(status="reported" if group.perfect else "planned", modality="PS")
    if planned or group.future or (said and group.modal == "would"):
        return Claim(status="planned", modality="PR")
    if conditional or group.modal:
        return Claim(status="alleged" if conditional and group.past else "planned", modality="U")
    return Claim()


def status_cue(scene: Scene, group: VerbGroup, rules: EventRules) -> Status:
    """What words before the verb say of it: "allegedly shelled", "denied that its troops attacked".

    A denial counts before an allegation: "rejected claims that its troops attacked".
    """
    letters, lower = scene.letters, scene.lower
    found: Status = "reported"
    for index in range(group.verb - 1, max(scene.start - 1, group.verb - _LONGEST_REACH), -1):
        if letters[index] in ",.;k":
            break
        cue = rules.status_cues.get(lower[index])
        if not cue or group.verb - index > cue.reach or not _stands(scene, cue, index, group):
            continue
        found = cue.status
        if found == "denied":
            break
    return found


def _stands(scene: Scene, cue: StatusCue, index: int, group: VerbGroup) -> bool:
    """The words beside a cue let it be one."""
    before = range(max(scene.start, index - 1), index)
    if cue.preceded_by:
        preceded = any(scene.lower[token] in cue.preceded_by for token in before)
    else:
        preceded = not any(scene.letters[token] in "Doqp" for token in before)  # "the alleged attack"
    following = scene.lower[index + 1 : group.verb]
    return (
        preceded and cue.exceptions.isdisjoint(following[:1]) and (not cue.needs or not cue.needs.isdisjoint(following))
    )
