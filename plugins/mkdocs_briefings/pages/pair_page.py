"""A page for each pair: what passed between two states, or two persons, and who acted for them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.relations import POWERS, Dealing, Relation
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.balance import Balance, Spark, balance, spark
from mkdocs_briefings.pages.edition import Edition, Here, Link
from mkdocs_briefings.pages.event_rows import event_rows
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.volume_page import leads
from mkdocs_briefings.pages.volumes import MOST_ROWS, year_of
from mkdocs_briefings.plover import QUADS, Quad

QUAD_ORDER: tuple[Quad, ...] = tuple(dict.fromkeys(QUADS.values()))
_ACTING = 12  # of those who act for a power


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingRow:
    """Somebody who takes part for one of the two."""

    actor: Link
    power: str
    count: int
    spark: Spark | None  # events by year


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersRow:
    """A year of the table that says what the picture shows."""

    year: int | None  # None: no year is known
    href: str
    quads: tuple[int, ...]  # as QUAD_ORDER
    other: int  # not known to have happened, of no sure kind, or done side by side


def pair_pages(edition: Edition) -> Iterator[Page]:
    for relation in edition.corpus.relations:
        if relation.is_pair:
            yield _page(edition, relation)


def _page(edition: Edition, relation: Relation) -> Page:
    first, second = relation.first, relation.second
    here = Here(edition, addresses.pair(first.id, second.id))
    title = edition.say("pair.title", first=first.name, second=second.name)
    newest = [*reversed([entry for entry in relation.entries if entry.date])]
    undated = [entry for entry in relation.entries if not entry.date]
    shown = [*newest, *undated][:MOST_ROWS]
    count = len(relation.dealings)
    html = edition.templates.render(
        "pair.html",
        here=here,
        title=title,
        relation=relation,
        powers={first.type, second.type} <= POWERS,
        count=count,
        other=count - relation.cooperative - relation.conflictual,
        both=here.actors((first.id, second.id)),
        balance=_balance(here, relation, shown),
        dated=event_rows(here, (entry for entry in shown if entry.date)),
        undated=event_rows(here, (entry for entry in shown if not entry.date)),
        left_out=count - len(shown),
        acting=tuple(_acting(here, relation)),
        quads=QUAD_ORDER,
        numbers=tuple(_numbers(here, relation)),
    )
    return Page(
        src_uri=here.src_uri,
        title=title,
        html=html,
        description=edition.say("pair.description", count, pair=title),
        updated=edition.updated,
    )


def _year(dealing: Dealing) -> int | None:
    return year_of(dealing.entry.date)


def _balance(here: Here, relation: Relation, shown: Sequence[Entry]) -> Balance | None:
    """Its years lead to the newest of their events on the page, or to their page of the chronology."""
    newest = {year: entry.anchor for entry in reversed(shown) if (year := year_of(entry.date))}
    elsewhere = leads(here)

    def lead(year: int, month: int | None) -> str:
        return f"#{newest[year]}" if year in newest else elsewhere(year, month)

    counted = ((year, dealing.quad) for dealing in relation.dealings if dealing.quad and (year := _year(dealing)))
    return balance(here.words, Counter(counted), lead)


def _acting(here: Here, relation: Relation) -> Iterator[ActingRow]:
    """Those who act for a power, the busiest first; their pictures are of one scale."""
    counts: Counter[tuple[str, str]] = Counter()
    by_year: dict[tuple[str, str], Counter[int]] = {}
    for dealing in relation.dealings:
        year = _year(dealing)
        for power, acting in ((relation.first, dealing.first), (relation.second, dealing.second)):
            for identity in acting:
                if identity != power.id:
                    counts[power.name, identity] += 1
                    by_year.setdefault((power.name, identity), Counter()).update([year] if year else [])
    years = [year for found in by_year.values() for year in found]
    most = max((count for found in by_year.values() for count in found.values()), default=0)
    for key, count in counts.most_common(_ACTING):
        if link := here.actor(key[1]):
            picture = spark(here.words, by_year[key], min(years), max(years), most) if len(set(years)) > 1 else None
            yield ActingRow(actor=link, power=key[0], count=count, spark=picture)


def _numbers(here: Here, relation: Relation) -> Iterator[NumbersRow]:
    quads = Counter((_year(dealing), dealing.quad) for dealing in relation.dealings)
    lead = leads(here)
    for year in sorted({year for year, _ in quads}, key=lambda year: year or 10_000):
        yield NumbersRow(
            year=year,
            href=lead(year, None) if year else here.to(addresses.UNDATED),
            quads=tuple(quads[year, quad] for quad in QUAD_ORDER),
            other=quads[year, None],
        )
