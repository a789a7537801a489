"""Which articles are reprints of one text, and so tell something once and not twice."""

from collections.abc import Sequence
from itertools import combinations

from mkdocs_briefings.annotations import Document

_SHINGLE = 5  # words
_REPRINT = 0.6  # of the shorter text's shingles; a text that only quotes another shares far fewer


def origins(documents: Sequence[Document]) -> dict[str, int]:
    """The origin of each article by its id: articles that carry near-identical text share one.

    A reprint may be cut or retitled, so the measure is Broder's containment of word shingles, of the shorter text
    in the longer. It takes time in proportion to the length of the texts, for each pair.
    """
    shingles = [_shingles(document) for document in documents]
    origin = list(range(len(documents)))
    for one, other in combinations(range(len(documents)), 2):
        if origin[one] != origin[other] and _containment(shingles[one], shingles[other]) >= _REPRINT:
            joined = origin[other]
            origin = [origin[one] if number == joined else number for number in origin]
    return {document.source.id: number for document, number in zip(documents, origin, strict=True)}


def reprints(documents: Sequence[Document]) -> tuple[tuple[int, ...], ...]:
    """Groups of articles that carry one text, by their numbers, counted from 1."""
    groups: dict[int, list[int]] = {}
    for number, origin in enumerate(origins(documents).values(), 1):
        groups.setdefault(origin, []).append(number)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    """Every run of five words; of a text that is shorter, all its words; none of a text without words."""
    words = [word for word in document.tokens.lower if word[0].isalnum()]
    runs = max(1, len(words) - _SHINGLE + 1) if words else 0
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(runs))


def _containment(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
