"""What was public and would be so no longer: one edition's addresses held against the last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.export.address_book import AddressBook
from mkdocs_briefings.pages import addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """An address that would vanish, or a place on a page."""

    address: str  # below the site's: "modi-putin-call/"
    anchor: str = ""
    advice: str  # what the desk can do

    def __str__(self) -> str:
        return f"/{self.address}{f'#{self.anchor}' if self.anchor else ''} would vanish: {self.advice}"


def compare(published: AddressBook, present: AddressBook) -> Iterator[Loss]:
    """What a link to the published edition would miss in the present one, in the order of its addresses.

    What a redirect leads on is kept, with every anchor that its page has.
    """
    heirs = {(_is_chronology(page), anchor): page for page, anchors in present.pages.items() for anchor in anchors}
    for address in [*published.pages, *published.redirects]:
        now = present.redirects.get(address, address)
        if now not in present.pages:
            yield Loss(address=address, advice=_for_page(address, published, present))
            continue
        there = set(present.pages[now])
        for anchor in published.pages.get(address, ()):
            if anchor not in there and not _is_numbered(anchor, there):
                heir = heirs.get((_is_chronology(now), anchor))
                yield Loss(address=address, anchor=anchor, advice=_for_anchor(now, anchor, heir))
    yield from _missing_files(published, present)


_PART = re.compile(r"page-\d+")
_NUMBERED = re.compile(r"note-(\d+)")
_FOR_FILE = "the file is offered no longer; is `site_url` set, and has what it tells of still a date?"
_FOR_PLACES = {
    "e": "no event is read there now; `briefings explain` shows what is, and a correction may have dropped it",
    "f": "the fact is not read there now; `briefings explain` shows what is",
    "q": "the statement is not read there now; `briefings explain` shows what is",
    "n": "no note is at these words now; put it back",
    "s": "the sentence is in no article of the briefing now; put its words back as the source had them",
}


def _for_anchor(page: str, anchor: str, heir: str | None) -> str:
    """What to do for a place; where another page has it now, the line that leads on to it."""
    if heir is not None:
        return f"it stands on /{heir} now; {_leading_on(f'{page}#{anchor}', f'{heir}#{anchor}')}"
    advice = _FOR_PLACES.get(anchor[0], "nothing is there now")
    return f"{advice}; or {_leading_on(f'{page}#{anchor}', page)}"


def _is_numbered(anchor: str, there: set[str]) -> bool:
    """A note as books listed it before notes had anchors made from words: `note-2` is still there where two are."""
    number = _NUMBERED.fullmatch(anchor)
    return number is not None and sum(each.startswith("n-") for each in there) >= int(number[1])


def _is_chronology(page: str) -> bool:
    """An event moves within the chronology, anything else from one briefing to another."""
    return page.startswith("chronology/")


def _leading_on(former: str, now: str) -> str:
    return f"put `{former}: {now or '/'}` below `moved:` in briefings/moved.yml"


_FOR_PAGES = {
    addresses.CHANGES: "briefings/edition.json, of which it tells, is gone or empty; put it back",
    addresses.SEARCH: "`search: pagefind` is no longer set in mkdocs.yml; set it again",
}


def _for_page(address: str, published: AddressBook, present: AddressBook) -> str:
    if advice := _FOR_PAGES.get(addresses.named(address)):
        return f"{advice}; or {_leading_on(address, '')}"
    kind, _, name = _folder(address).rpartition("/")
    if _PART.fullmatch(name):
        return "fewer events stand there now; " + _leading_on(address, f"{kind}/")
    if kind == "actors":
        return (
            f"put `merge: [{name}]` below the actor's present id in actors.yml, or keep the id; where no article "
            "names the actor now, or only articles ever knew the name, restore the mention, or "
            f"{_leading_on(address, 'actors/')}"
        )
    if kind == "pairs":
        return (
            "one of the two has another id, which `merge` in actors.yml leads on, or too little is between them now: "
            + _leading_on(address, "actors/")
        )
    if kind.split("/")[0] == "chronology":
        return (
            "no event has this date now; `briefings explain` shows how the articles' dates are read; or "
            + _leading_on(address, "chronology/")
        )
    heir = _heir(published.pages.get(address, []), present)
    into = f"briefings/{heir}.md, where its sentences are now" if heir else "the overlay that takes its place"
    otherwise = "" if heir else f"; where none does, archive it instead, or {_leading_on(address, '')}"
    return f"put `former_addresses: [{name}]` into {into}{otherwise}"


def _heir(anchors: list[str], present: AddressBook) -> str | None:
    """The briefing that has the most of a page's anchors; None where none has any."""
    wanted = set(anchors)
    shared = {
        address: len(wanted.intersection(found))
        for address, found in present.pages.items()
        if not address.startswith("chronology/")
    }
    best = max(shared, key=lambda address: shared[address], default="")
    return _folder(best) if shared.get(best) else None


def _missing_files(published: AddressBook, present: AddressBook) -> Iterator[Loss]:
    """Files that vanish though their page stays; where it vanishes too, it is named already."""
    before, now = ({_folder(address) for address in [*book.pages, *book.redirects]} for book in (published, present))
    kept = set(present.files)
    for uri in published.files:
        if uri not in kept and uri.rpartition("/")[0] not in before - now:
            yield Loss(address=uri, advice=_FOR_FILE)


def _folder(address: str) -> str:
    """The page without what its address ends with: "actors/india" of "actors/india/" and of "actors/india.html"."""
    return address.removesuffix("index.html").removesuffix(".html").removesuffix("/")
