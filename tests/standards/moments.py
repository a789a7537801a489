"""Moments as RFC 3339 writes them, which is what feeds demand."""

import re
from datetime import datetime

_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def is_moment(words: str) -> bool:
    try:
        return bool(_RFC_3339.fullmatch(words) and datetime.fromisoformat(words))
    except ValueError:  # on no calendar: "2025-02-31T00:00:00Z"
        return False
