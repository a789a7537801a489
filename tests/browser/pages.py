"""A page of every kind, of the desk of this repository."""

BRIEFING = "modi-putin-call/"
KINDS = [
    *("", BRIEFING, "actors/", "actors/narendra-modi/", "about/method/"),
    *("chronology/", "chronology/2025/", "chronology/ahead/", "chronology/undated/", "pairs/india-russia/"),
]
OURS = [path for path in KINDS if not path.startswith("about/")]  # with parts that our templates make
