"""Which record of then is which of today."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

R = TypeVar("R")


def matched(
    before: Iterable[R], now: Iterable[R], same: Callable[[R], Hashable], near: Callable[[R], Hashable | None]
) -> Iterator[tuple[R | None, R | None]]:
    """Pairs of records that are the same; of those left over, pairs that are near; then what has no partner.

    Args:
        same: by what records are one and the same, several in their order.
        near: by what records may be one, where just one of then and one of today have it; None: by nothing.
    """
    old, new = list(before), list(now)
    ours, theirs = _by(same, old), _by(same, new)
    pairs = [pair for key in ours for pair in zip(ours[key], theirs.get(key, ()), strict=False)]
    yield from pairs
    old, new = _left(old, pairs), _left(new, pairs)
    ours, theirs = _by(near, old), _by(near, new)
    pairs = [
        (ours[key][0], theirs[key][0])
        for key in ours
        if key is not None and len(ours[key]) == len(theirs.get(key, ())) == 1
    ]
    yield from pairs
    yield from ((record, None) for record in _left(old, pairs))
    yield from ((None, record) for record in _left(new, pairs))


def _by(key: Callable[[R], Hashable], records: Iterable[R]) -> dict[Hashable, list[R]]:
    found: dict[Hashable, list[R]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return found


def _left(records: list[R], pairs: Iterable[tuple[R, R]]) -> list[R]:
    done = {id(record) for pair in pairs for record in pair}
    return [record for record in records if id(record) not in done]
