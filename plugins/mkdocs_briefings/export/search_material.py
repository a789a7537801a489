"""Our pages in the index of Material's search, which the search plugin has written for the desk's own."""

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from markupsafe import Markup

from mkdocs_briefings.export.search_entries import Findable

INDEX = "search/search_index.json"

# By default a hit in a title weighs a thousand times one in a text, so that any word of a sentence that stands in some
# title hides the sentence; and a word keeps the comma behind it. What the desk has set otherwise is left as it is.
_DEFAULT_TITLE, _TITLE = 1e3, 0.5
_DEFAULT_SEPARATOR = r"[\s\-]+"
_SEPARATOR = r"[\s\-,;:!?()\[\]\"“”„«»…/]+|\.(?!\w)|&(?:[lg]t|amp);"
_NAMES = 5.0
_END = "\u2060"  # of a name: so that WHO is no stop word, and "UN" is rarer than the "UN" of "UN Security Council"


def extend(site: Path, pages: Iterable[Findable], prose: Mapping[str, Markup]) -> None:
    """Add our pages to the index of a built site, if it has one.

    Args:
        prose: what the desk wrote on some of them, by address.
    """
    file = site / INDEX
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    if "fields" in index["config"]:  # other themes weigh words their own way
        _weigh(index["config"])
    index["docs"] += (entry for page in pages for entry in _entries(page, prose.get(page.address, Markup())))
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _weigh(settings: dict[str, Any]) -> None:
    fields = settings["fields"]
    if fields["title"]["boost"] == _DEFAULT_TITLE:
        fields["title"]["boost"] = _TITLE
    if settings["separator"] == _DEFAULT_SEPARATOR:
        settings["separator"] = _SEPARATOR
    fields["names"] = {"boost": _NAMES * fields["title"]["boost"] / _TITLE}


def _entries(page: Findable, prose: Markup) -> Iterator[dict[str, Any]]:
    """The page, then its passages, which the theme lists below it."""
    passages = {passage.anchor: passage.text for passage in page.passages}
    passages |= {page.prose_at: _read(prose)} if prose else {}
    text = " ".join(filter(None, [", ".join((*page.names[1:], *page.titled)), page.text, passages.pop("", "")]))
    entry: dict[str, Any] = {"location": page.address, "title": _written(page.title), "text": _whole(text)}
    if page.names:
        names = " ".join(f"{_written(name.rstrip('.'))}{_END}" for name in page.names)
        entry |= {"names": names, "boost": page.weight}
    yield entry
    for anchor, found in passages.items():
        yield {"location": f"{page.address}#{anchor}", "title": "", "text": _whole(found)}


class _Words(HTMLParser):
    """What a reader takes from the desk's words, as the search plugin has it of other pages: no marks of permalinks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_mark = False  # a link holds no other link

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_mark |= tag == "a" and "headerlink" in (dict(attrs).get("class") or "").split()

    def handle_endtag(self, tag: str) -> None:
        self._in_mark &= tag != "a"

    def handle_data(self, data: str) -> None:
        if not self._in_mark:
            self.found.append(data)


def _read(prose: Markup) -> str:
    words = _Words()
    words.feed(prose)
    words.close()
    return " ".join("".join(words.found).split())


def _whole(text: str) -> str:
    """The theme shows a text from its first word to its last, without the marks around them, unless these end words."""
    before = _END if text and not text[0].isalnum() else ""
    after = _END if text and not text[-1].isalnum() else ""
    return f"{before}{_written(text)}{after}"


def _written(words: str) -> str:
    """The theme writes titles and texts as HTML."""
    return escape(words, quote=False)
