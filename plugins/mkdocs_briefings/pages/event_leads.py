"""Where a row of a chronology leads: who tells of its event, and which others it has to do with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.pages.edition import Here, Link, shortened

_MOST_RELATED = 12  # links of one sort
_LONGEST_TITLE = 60  # characters of a briefing's title beside an event


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    link: Link
    more: tuple[Link, ...] = ()  # sentences beside the one it leads to


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """Where a row leads, by what is found there."""

    name: str  # what stands before the only one, or what several are folded behind
    leads: tuple[Lead, ...]
    rest: str  # of those that are left out


def tellers(here: Here, reports: Sequence[Report], *, elsewhere: bool) -> Leads | None:
    """The briefings of the reports, each once; None where a row would lead back to the only briefing there is."""
    if not reports or (len(here.edition.corpus.briefings) == 1 and len(reports) == 1):
        return None
    by_briefing: dict[str, list[Report]] = {}
    for report in reports:
        by_briefing.setdefault(report.briefing.slug, []).append(report)
    leads = tuple(
        Lead(
            link=Link(sentence(here, first).href, title(first)),
            more=tuple(sentence(here, report) for report in rest),
        )
        for first, *rest in by_briefing.values()
    )
    if elsewhere:
        several = here.say("event.also_in_several", briefings=here.say("count.briefings", len(leads)))
        return Leads(name=several if len(leads) > 1 else here.say("event.also_in"), leads=leads, rest="")
    sources = len({report.document.source.id for report in reports})
    words = here.say("count.articles", sources) if sources > 1 else ""
    name = here.say("event.one", words=words) if words and len(leads) == 1 else words
    return Leads(name=name, leads=leads, rest="")


def order(here: Here, report: Report) -> Iterator[Leads]:
    """How the event lies to another of its article, where that is all its own clause tells of its day."""
    link = report.event.relative_to
    if not link or report.event.date_source == "own":
        return
    if other := here.edition.told.get((report.document.source.id, link.trigger)):
        words = here.say(f"event.days_{link.order}", link.days) if link.days else here.say(f"event.{link.order}")
        yield _leads(here, words, (Lead(link=event_link(here, other.anchor)),), 1)


def related(here: Here, entry: Entry) -> Iterator[Leads]:
    for key, anchors in (
        ("event.reported_by", entry.reported_by),
        ("event.planned_by", entry.planned_by),
        ("event.maybe", entry.maybe),
    ):
        if anchors:
            leads = tuple(Lead(link=event_link(here, anchor)) for anchor in anchors[:_MOST_RELATED])
            yield _leads(here, here.say(key), leads, len(anchors))


def _leads(here: Here, words: str, leads: tuple[Lead, ...], count: int) -> Leads:
    name = here.say("event.several", words=words, n=count) if count > 1 else here.say("event.one", words=words)
    rest = here.say("event.rest", n=count - len(leads)) if count > len(leads) else ""
    return Leads(name=name, leads=leads, rest=rest)


def event_link(here: Here, anchor: str) -> Link:
    """Another event by its date and the title of the briefing that tells of it."""
    entry = here.edition.entries[anchor]
    when = here.words.date(entry.date, short=True) if entry.date else here.say("event.undated")
    return Link(here.to(here.edition.places[anchor], anchor), f"{when}, {title(entry.reports[0])}")


def sentence(here: Here, report: Report) -> Link:
    return here.sentence(report.briefing, report.document.source.id, report.sentence)


def title(report: Report) -> str:
    return shortened(report.briefing.title, _LONGEST_TITLE)
