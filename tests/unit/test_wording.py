"""Words compared: what tells, what limits, and which words are one."""

import pytest

from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.wording import Wording, WordingFile

FILE = load_yaml("wording.yaml", WordingFile)
WORDING = Wording.load("en")


@pytest.mark.parametrize(("one", "other"), FILE.examples)
def test_words_of_an_example_are_one_when_compared(one: str, other: str) -> None:
    assert WORDING.meant(one) == WORDING.meant(other)


@pytest.mark.parametrize(("one", "other"), FILE.counterexamples)
def test_words_of_a_counterexample_stay_two(one: str, other: str) -> None:
    assert WORDING.meant(one) != WORDING.meant(other)


def test_what_limits_a_statement_is_told_from_what_tells_something() -> None:
    told = ["the", "army", "might", "not", "have", "fired", "unless", "40", "men", "didn't", "leave"]
    assert [word for word in told if WORDING.is_telling(word)] == [
        "army",
        "not",
        "fired",
        "unless",
        "40",
        "men",
        "didn't",
        "leave",
    ]
    assert [word for word in told if WORDING.is_limiting(word)] == ["might", "not", "unless", "didn't"]
    assert [word for word in told if WORDING.is_negation(word)] == ["not", "didn't"]
