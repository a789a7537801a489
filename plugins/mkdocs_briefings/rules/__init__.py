"""Vocabularies and patterns: data with examples beside them, compiled once a build."""

from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.rules.events import EventRules
from mkdocs_briefings.rules.hedges import HedgeRules
from mkdocs_briefings.rules.loader import collector_paused
from mkdocs_briefings.rules.names import NameRules
from mkdocs_briefings.rules.quantities import QuantityRules
from mkdocs_briefings.rules.quotations import QuotationRules
from mkdocs_briefings.rules.resolution import ResolutionRules
from mkdocs_briefings.rules.salience import SalienceRules
from mkdocs_briefings.rules.sentences import SentenceRules
from mkdocs_briefings.rules.timexes import TimexRules
from mkdocs_briefings.rules.wording import Wording


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one language, ready to apply. A pass takes what is its own."""

    language: str
    sentences: SentenceRules
    timexes: TimexRules
    names: NameRules
    quotations: QuotationRules
    quantities: QuantityRules
    hedges: HedgeRules
    events: EventRules
    resolution: ResolutionRules
    salience: SalienceRules
    wording: Wording

    @classmethod
    def load(cls, language: str = "en") -> Self:
        """Read and compile the rule files.

        Raises:
            RuleError: a record is broken; names file and line.
        """
        quotations = QuotationRules.load(language)
        with collector_paused():
            return cls(
                language=language,
                sentences=SentenceRules.load(language),
                timexes=TimexRules.load(language),
                names=NameRules.load(language),
                quotations=quotations,
                quantities=QuantityRules.load(language, quotations.words),
                hedges=HedgeRules.load(language),
                events=EventRules.load(language),
                resolution=ResolutionRules.load(language),
                salience=SalienceRules.load(language),
                wording=Wording.load(language),
            )
