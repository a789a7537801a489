"""What a page of events can be filtered by, with how many rows each choice would leave."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.pages.edition import Here, Link
from mkdocs_briefings.pages.event_rows import KINDS, STANDINGS, EventRow, Standing

_REVIEWS = ("reviewed", "unreviewed", "archived")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    count: int
    actors: tuple[tuple[str, Link, int], ...]  # the busiest first
    kinds: tuple[str, ...]
    statuses: tuple[tuple[Standing, int], ...]
    reviews: tuple[str, ...]  # none where all rows are alike

    @classmethod
    def of(cls, here: Here, rows: Sequence[EventRow]) -> Self:
        actors = Counter(identity for row in rows for identity in row.actor_ids)
        kinds = {row.kind.key for row in rows if row.kind}
        statuses = Counter(row.status for row in rows)
        reviews = {review for row in rows for review in row.reviews}
        ordered = sorted(actors.items(), key=lambda pair: (-pair[1], pair[0]))
        return cls(
            count=len(rows),
            actors=tuple((identity, link, count) for identity, count in ordered if (link := here.actor(identity))),
            kinds=tuple(kind for kind in KINDS if kind in kinds),
            statuses=tuple((status, statuses[status]) for status in STANDINGS if statuses[status]),
            reviews=tuple(review for review in _REVIEWS if review in reviews) if len(reviews) > 1 else (),
        )
