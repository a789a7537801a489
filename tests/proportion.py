"""Whether work grows with its input, told so that a busy machine does not matter."""

import time
from collections.abc import Callable

_RUNS = 3
_SLACK = 4  # times what proportion allows; what grows with the square takes as many times as the input grew
_NOISE = 0.05  # seconds of processor time


def grows_in_proportion(run: Callable[[int], object], small: int, large: int) -> bool:
    """Processor time of the large run against the small one's, the best of some runs each.

    Args:
        run: does the work at a size; what it prepares is timed, too.
        large: eight times the small size or more, else a square would pass.
    """
    return _best(run, large) < _SLACK * large / small * _best(run, small) + _NOISE


def _best(run: Callable[[int], object], size: int) -> float:
    best = float("inf")
    for _ in range(_RUNS):
        started = time.process_time()
        run(size)
        best = min(best, time.process_time() - started)
    return best
