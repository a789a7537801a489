"""Words as letters, so that the shape of a sentence can be matched as a string."""

from collections.abc import Callable, Mapping

_MOST = 200_000  # words kept


class Lettering(dict[str, str]):
    """The letter of every word: of a listed one by its list, of any other by a guess, kept for the texts to come."""

    def __init__(self, listed: Mapping[str, str], guess: Callable[[str], str]) -> None:
        super().__init__(listed)
        self._guess = guess

    def __missing__(self, word: str) -> str:
        letter = self._guess(word)
        if len(self) < _MOST:
            self[word] = letter
        return letter
