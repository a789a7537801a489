"""The words of a text that tell something, so that two texts can be asked whether they tell the same."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.text import Span

T = TypeVar("T")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 3  # letters that an ending leaves of its word
_CONDITIONS = frozenset(["if", "unless", "whether", "provided"])
_NEGATIONS = frozenset(
    [
        *("not", "no", "never", "neither", "nor", "nobody", "none", "nothing", "cannot", "without", "hardly", "barely"),
        *("deny", "denies", "denied", "denying", "refuse", "refused", "fail", "failed", "doubt", "doubted"),
    ]
)
_LIMITING = _CONDITIONS | {
    *("may", "might", "could", "would", "can", "must", "should", "will", "shall"),
    *("perhaps", "possibly", "allegedly", "reportedly"),
}
# The closed classes of English: articles, pronouns, auxiliaries, prepositions and conjunctions.
_SMALL = frozenset(
    [
        *("a", "an", "the", "this", "that", "these", "those", "such", "some", "any", "each", "every", "all"),
        *("both", "other", "another", "there", "here"),
        *("i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your", "his"),
        *("its", "our", "their"),
        *("who", "whom", "whose", "which", "what", "so", "also", "as", "than", "if", "because", "although"),
        *("though"),
        *("am", "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have", "had"),
        *("having"),
        *("will", "would", "shall", "should", "can", "could", "may", "might", "must"),
        *("to", "of", "in", "on", "at", "by", "for", "with", "from", "into", "onto", "over", "about", "between"),
        *("among", "during", "through"),
        *("toward", "towards", "across", "along", "around", "amid", "near", "upon", "via", "per", "while"),
        *("and", "or", "but", "nor", "'s", "’s"),
    ]
)


def inside(found: Sequence[T], span: Span, place: Callable[[T], Span]) -> Sequence[T]:
    """Of annotations in the order of the text those that begin in a span.

    Args:
        place: where an annotation stands.
    """
    first = bisect_left(found, span.start, key=lambda one: place(one).start)
    return found[first : bisect_left(found, span.end, lo=first, key=lambda one: place(one).start)]


def telling_words(document: Document, span: Span, leaving_out: Iterable[Span] = ()) -> frozenset[str]:
    """The stems of the words in a span that are neither small words nor inside a span to be left out."""
    skipped = [one for one in leaving_out if one.overlaps(span)]
    tokens = document.tokens
    return frozenset(
        stem(tokens.lower[index])
        for index in tokens.range(span)
        if is_telling(tokens.lower[index]) and not any(one.contains(tokens.span(index, index)) for one in skipped)
    )


def is_telling(word: str) -> bool:
    """A lower-case token that is a word or number, and no small word."""
    return word[0].isalnum() and word not in _SMALL


def is_limiting(word: str) -> bool:
    """A lower-case token that may make what follows it less than a fact: "not", "may", "if"."""
    return word in _LIMITING or is_negation(word)


def is_negation(word: str) -> bool:
    """A lower-case token that denies what follows it, or doubts it."""
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))


def is_condition(word: str) -> bool:
    """A lower-case token that may make what stands before it, too, less than a fact."""
    return word in _CONDITIONS


def stem(word: str) -> str:
    """A lower-case word without its inflection, good for comparing alone: "imposes" and "imposed" are "impos"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    word = word.removesuffix("e")
    if word[-1:] == word[-2:-1] and not word[-1:].isdigit():
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word
