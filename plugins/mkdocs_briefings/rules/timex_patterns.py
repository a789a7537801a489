"""Patterns over word classes, compiled to regular expressions over letters.

A pattern is a row of items: `MONTH` is a class or a named part, `end` the word itself, `,` the mark; `( | )`
groups, and `?` makes what stands before it optional. Nothing repeats without end, so that matching takes time
in proportion to the text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.errors import RuleError

_ITEM = re.compile(r"\s*([A-Z][A-Z0-9_]*|[^\W_]+|[^\s\w])")
_OPERATORS = frozenset("()|?")


def items(pattern: str) -> list[str]:
    return _ITEM.findall(pattern)


def literals(pattern: str) -> Iterator[str]:
    """The words and marks that a pattern names as such."""
    return (item for item in items(pattern) if not item[0].isupper() and item not in _OPERATORS)


@dataclass(frozen=True, slots=True)
class Piece:
    """A compiled stretch of a pattern."""

    regex: str
    first: frozenset[str]  # letters a match can begin with
    optional: bool  # it can match nothing

    @classmethod
    def any_of(cls, pieces: list[Self]) -> Self:
        if len(pieces) == 1:
            return pieces[0]
        first = frozenset().union(*(piece.first for piece in pieces))
        return cls(f"(?:{'|'.join(piece.regex for piece in pieces)})", first, any(piece.optional for piece in pieces))

    @classmethod
    def row(cls, pieces: list[Self]) -> Self:
        first: frozenset[str] = frozenset()
        for piece in pieces:
            first |= piece.first
            if not piece.optional:
                break
        return cls("".join(piece.regex for piece in pieces), first, all(piece.optional for piece in pieces))

    def made_optional(self) -> "Piece":
        return Piece(f"(?:{self.regex})?", self.first, optional=True)


@dataclass(slots=True)
class Compiler:
    """Reads one pattern, item by item."""

    letters: Mapping[str, str]  # class or word -> the letters of its words
    parts: Mapping[str, Piece]  # named parts of patterns
    rest: list[str]

    @classmethod
    def named(cls, parts: Mapping[str, str], letters: Mapping[str, str]) -> dict[str, Piece]:
        """Compile parts of patterns, each of which may name those before it.

        Raises:
            RuleError: as for a pattern.
        """
        pieces: dict[str, Piece] = {}
        for name, pattern in parts.items():
            pieces[name] = cls.compile(pattern, letters, pieces)
        return pieces

    @classmethod
    def compile(cls, pattern: str, letters: Mapping[str, str], parts: Mapping[str, Piece]) -> Piece:
        """Compile a pattern.

        Raises:
            RuleError: a class is unknown, or brackets do not match.
        """
        compiler = cls(letters, parts, items(pattern))
        piece = compiler._alternatives()
        if compiler.rest:
            raise RuleError("bracket closes nothing", found=pattern)
        return piece

    def _alternatives(self) -> Piece:
        found = [self._row()]
        while self.rest[:1] == ["|"]:
            self.rest.pop(0)
            found.append(self._row())
        return Piece.any_of(found)

    def _row(self) -> Piece:
        found: list[Piece] = []
        while self.rest and self.rest[0] not in "|)":
            piece = self._item(self.rest.pop(0))
            if self.rest[:1] == ["?"]:
                self.rest.pop(0)
                piece = piece.made_optional()
            found.append(piece)
        return Piece.row(found)

    def _item(self, item: str) -> Piece:
        if item == "(":
            piece = self._alternatives()
            if self.rest[:1] != [")"]:
                raise RuleError("bracket is not closed", found=" ".join(self.rest))
            self.rest.pop(0)
            return piece
        if item in self.parts:
            return self.parts[item]
        if item not in self.letters:
            raise RuleError("no such class of words", found=item, expected=f"one of {', '.join(sorted(self.parts))} …")
        return Piece(f"[{self.letters[item]}]", frozenset(self.letters[item]), optional=False)
