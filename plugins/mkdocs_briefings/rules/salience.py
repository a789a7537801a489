"""How much an article is about an actor: the weights of `salience.yaml`."""

from typing import Self

import msgspec

from mkdocs_briefings.rules.loader import load_yaml


class SalienceRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The weights and cuts, as the file gives them."""

    name: float
    description: float
    capital: float
    city: float
    place: float
    member: float
    lead: float
    headline: float
    dateline: float
    agent: float
    least: float
    least_state: float
    share: float
    top: int

    @classmethod
    def load(cls, language: str) -> Self:
        """Read the rule file.

        Raises:
            RuleError: a weight is missing, unknown or no number; names file and line.
        """
        return load_yaml("salience.yaml", cls, language)
