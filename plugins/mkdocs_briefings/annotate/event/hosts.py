"""Which verb or noun of its sentence an expression of time dates, by the words between them."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_briefings.annotate.event.clauses import within_subject
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotations import Timex
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.text import Span

_COMMA, _CLAUSE, _JOINT = 6, 9, 3  # how many tokens each counts for; a joint is "and" or "to"
_OPENING = 4  # tokens of an adverbial such as "Late on Friday"
_REDUCED = 6  # the same for a gerund: "passed a bill cutting aid on Monday"
_BACKWARD = 6  # the same for a verb that follows behind a comma, where another stands before
_LINKS = ((("between",), ("and",)), (("from",), ("to",)), (("from",), ("until",)), (("from",), ("through",)))


def spanning(scene: Scene, timex: Timex, following: Sequence[Timex]) -> Timex:
    """ "between 1955 and 1969", "from May to July", "in May and July": the two as one."""
    inside = scene.lettered.tokens.range(timex.span)
    for later in following:
        until = scene.lettered.tokens.range(later.span)
        linked = scene.lower[inside.start - 1 : inside.start], scene.lower[inside.stop : until.start]
        joined = linked[1] == ("and",) and not stands_before_a_noun(scene, until)
        first, last = timex.date and timex.date.earliest, later.date and later.date.latest
        if (joined or linked in _LINKS) and first and last and first < last:
            span = Span(timex.span.start, later.span.end)
            return replace(timex, span=span, date=PartialDate.between(first, last))
    return timex


def dates_a_noun(scene: Scene, inside: range) -> bool:
    before = inside.start - 1
    opens = before - 1  # "At a May meeting, …" dates what happened there
    if scene.letters[before] == "o" and scene.lettered.is_name(opens) and scene.letters[opens - 1] == "D":
        return scene.lower[opens - 2] not in scene.lettered.words.small.adverbial  # "replaces the Convention of 1968"
    in_adverbial = (
        scene.letters[before] == "D"
        and opens >= scene.start
        and scene.lower[opens] in scene.lettered.words.small.adverbial
    )
    return not in_adverbial and stands_before_a_noun(scene, inside)


def stands_before_a_noun(scene: Scene, inside: range) -> bool:
    """ "Friday's talks", "the 2015 agreement"."""
    after = scene.letters[inside.stop] if inside.stop < scene.end else "."
    determined = inside.start > scene.start and scene.letters[inside.start - 1] == "D"
    return after == "q" or (determined and after in tuple("xG"))


def is_a_noun(scene: Scene, group: VerbGroup) -> bool:
    """ "a memorandum of understanding", "the Rafah crossing": a gerund that no date can lie with."""
    after = scene.letters[group.verb + 1 : group.verb + 2]
    return group.form == "gerund" and scene.letters[group.first - 1] in "xoDq" and after not in tuple("DUuxqG")


def in_relative(scene: Scene, before: range, inside: range, host: VerbGroup) -> VerbGroup:
    """ "the men who fled on Monday were caught": the verb before the date, in a clause within the other's subject."""
    if host.verb < inside.start:
        return host
    return next((scene.groups[at] for at in before if within_subject(scene, at) is host), host)


def is_beyond(scene: Scene, host: VerbGroup, inside: range) -> bool:
    """A linking word or semicolon parts a date from the verb after it, and it does not open the sentence."""
    between = scene.letters[inside.stop : host.first]
    return inside.start - scene.start > _OPENING and ("s" in between or ";" in between)


def _is_in_opening_clause(scene: Scene, inside: range) -> bool:
    """ "When they met in May they agreed …": the clause with "when", and no comma, holds the date."""
    return scene.letters[scene.start] == "s" and "," not in scene.letters[scene.start : inside.start]


def distance(scene: Scene, group: VerbGroup, inside: range) -> int:
    """How far an expression of time stands from a verb; commas, new clauses and infinitives between them count."""
    preceded = scene.groups[0].verb < inside.start
    aside = _REDUCED if group.form == "gerund" else 0
    if group.verb < inside.start:
        between = scene.letters[group.verb + 1 : inside.start]
    else:
        between = scene.letters[inside.stop : group.first]
        aside = _BACKWARD if ("," in between or group.form == "infinitive") and preceded else 0
        aside += _CLAUSE if preceded and _is_in_opening_clause(scene, inside) else 0
    joints = between.count("c")
    breaks = sum(between.count(letter) for letter in "skw;")
    if group.verb > inside.start and preceded:  # "met Dara on Friday and Ruiz resigned"
        breaks, joints = breaks + joints, 0
    weights = _COMMA * between.count(",") + _CLAUSE * breaks + _JOINT * (between.count("t") + joints)
    return aside + len(between) + weights
