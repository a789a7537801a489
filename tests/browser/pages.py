"""A page of every kind, of each desk on which the proofs have to hold."""

BRIEFING = "modi-putin-call/"
ARCHIVED = "moscow-summit-2024/"
SAMPLE, SMALL, LARGE = "sample", "small", "large"  # this repository's; one unread article; two hundred briefings
KINDS = [
    *("", BRIEFING, "actors/", "actors/narendra-modi/", "about/method/"),
    *("chronology/", "chronology/2025/", "chronology/ahead/", "chronology/undated/", "pairs/india-russia/"),
    *("changes/", ARCHIVED),
]
_ELSEWHERE = ["", "actors/", "actors/norway/", "chronology/", "chronology/2025/", "chronology/ahead/"]
PLACES = [
    *((SAMPLE, path) for path in KINDS),
    *((SMALL, path) for path in [*_ELSEWHERE, "talks/"]),
    *((LARGE, path) for path in [*_ELSEWHERE, "article-150/", "pairs/india-russia/"]),
]
BRIEFINGS = [(SAMPLE, BRIEFING), (SMALL, "talks/"), (LARGE, "article-150/")]
OURS = [(desk, path) for desk, path in PLACES if not path.startswith("about/")]  # with parts that our templates make
