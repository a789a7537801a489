"""What was planned and has been reported since."""

from collections.abc import Container, Iterable, Iterator, Sequence

from mkdocs_briefings.corpus.merging import Group
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.plover import QUADS
from mkdocs_briefings.same_event import shared_parties
from mkdocs_briefings.wording import telling_words

_LEAST = 1 / 3  # of the plan's telling words, where it names no day


def plans_apart(groups: Iterable[Group]) -> tuple[list[Group], list[tuple[int, int]]]:
    """The events, a plan never joined with its report; and pairs of indices of those that the desk has joined so."""
    apart: list[Group] = []
    kept: list[tuple[int, int]] = []
    for group in groups:
        plan = tuple(report for report in group if report.event.status == "planned")
        told = tuple(report for report in group if report.event.status != "planned")
        apart.extend(one for one in (told, plan) if one)
        if told and plan:
            kept.append((len(apart) - 1, len(apart) - 2))
    return apart, kept


def kept_plans(leads: Sequence[Report], settled: Container[int] = ()) -> Iterator[tuple[int, int]]:
    """Pairs of indices: of a plan, and of the one event that reports what it planned.

    The event was told after the plan, on a day the plan allows, of those who were to take part, in words that
    agree. Where two events fit alike there is none.

    Args:
        settled: indices of plans that need no search.
    """
    by_actor: dict[str, list[int]] = {}
    for index, report in enumerate(leads):
        if report.event.status == "reported" and report.event.date:
            for actor in {*report.event.actors, *report.event.recipients}:
                by_actor.setdefault(actor, []).append(index)
    for index, plan in enumerate(leads):
        open_plan = index not in settled and plan.event.status == "planned" and plan.event.polarity != "NEG"
        if not open_plan or not plan.event.date:
            continue
        near = {other for actor in _everyone(plan) for other in by_actor.get(actor, ())}
        fits = sorted(((_fit(plan, leads[other]), -other) for other in near), reverse=True)
        if fits and fits[0][0] > 0 and (len(fits) == 1 or fits[0][0] > fits[1][0]):
            yield index, -fits[0][1]


def _everyone(report: Report) -> tuple[str, ...]:
    return (*report.event.actors, *report.event.recipients)


def _fit(plan: Report, told: Report) -> float:
    """How well an event fits a plan, 0 for not at all, up to 1."""
    if not _comes_after(plan, told) or not _of_one_kind(plan, told):
        return 0.0
    several = min(2, len(set(_everyone(plan))), len(set(_everyone(told))))
    if shared_parties(plan.telling, told.telling) < several:
        return 0.0
    planned, happened = _telling(plan), _telling(told)
    share = len(planned & happened) / len(planned) if planned else 0.0
    exact = plan.event.date is not None and plan.event.date.is_exact_day
    return share if share >= _LEAST or exact else 0.0


def _comes_after(plan: Report, told: Report) -> bool:
    """The event lies within the dates of the plan, and was told later than it was planned."""
    planned, happened = plan.event.date, told.event.date
    published, later = plan.document.source.date_published, told.document.source.date_published
    return (
        planned is not None
        and happened is not None
        and planned.contains(happened)
        and published is not None
        and later is not None
        and published <= later
        and plan.document is not told.document
    )


def _of_one_kind(plan: Report, told: Report) -> bool:
    """Not cooperation planned and conflict reported, or the reverse."""
    quads = {QUADS.get(report.event.event_type or "", "").rpartition("_")[2] for report in (plan, told)} - {""}
    return len(quads) <= 1


def _telling(report: Report) -> frozenset[str]:
    """The words of the clause beside names and dates."""
    document = report.document
    left_out = [mention.span for mention in document.mentions] + [timex.span for timex in document.timexes]
    return telling_words(document, report.event.clause, left_out)
