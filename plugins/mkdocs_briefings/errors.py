"""Errors a person can act on: where, what is wrong, the bad piece, and what a good one looks like."""

from pathlib import Path


class BriefingsError(Exception):
    """Something the desk must put right; its message is one line."""

    def __init__(
        self,
        problem: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        found: str | None = None,
        expected: str | None = None,
    ) -> None:
        self.problem = problem
        self.path = path
        self.line = line
        self.found = found
        self.expected = expected
        super().__init__(str(self))

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        found = f", found {_shown(self.found)}" if self.found is not None else ""
        expected = f"; expected {self.expected}" if self.expected else ""
        return " ".join(f"{where}{self.problem}{found}{expected}".split())


class SourceError(BriefingsError):
    """A source article cannot be read as it stands."""


class RuleError(BriefingsError):
    """A rule or vocabulary record is broken."""


class RegisterError(BriefingsError):
    """The register of actors or of publishers contradicts itself."""


class OverlayError(BriefingsError):
    """A desk's overlay names something that is not there."""


class DecisionError(BriefingsError):
    """A decision of the desk on events names what is not there, or contradicts another."""


class EvidenceError(BriefingsError):
    """A quotation is not in its source, or stands there more than once."""


class LanguageError(BriefingsError):
    """The words of a language are not there, or are broken."""


class AddressError(BriefingsError):
    """Two pages would have one address."""


class EditionError(BriefingsError):
    """The edition closed last cannot be read, or would be lost."""


class SettingsError(BriefingsError):
    """The settings of MkDocs cannot be read."""


class PublishedError(BriefingsError):
    """What was published last cannot be read."""


class SearchError(BriefingsError):
    """The search that the desk asks for cannot be made."""


def _shown(piece: str, most: int = 80) -> str:
    return repr(piece if len(piece) <= most else piece[: most - 1] + "…")
