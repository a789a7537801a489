"""What was public and would be so no longer: one edition's addresses held against the last."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.export.address_book import AddressBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """An address that would vanish, or a place on a page."""

    address: str  # below the site's: "modi-putin-call/"
    anchor: str = ""
    advice: str  # what the desk can do

    def __str__(self) -> str:
        return f"/{self.address}{f'#{self.anchor}' if self.anchor else ''} would vanish: {self.advice}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An event that stands on another page of the chronology, since its date or the page's length has changed."""

    address: str
    anchor: str
    now: str

    def __str__(self) -> str:
        return f"/{self.address}#{self.anchor} moves to /{self.now}#{self.anchor}"


def compare(published: AddressBook, present: AddressBook) -> Iterator[Loss | Move]:
    """What a link to the published edition would miss in the present one, in the order of its addresses.

    What a redirect leads on is kept, with every anchor that its page has.
    """
    for address in [*published.pages, *published.redirects]:
        now = present.redirects.get(address, address)
        if now not in present.pages:
            yield Loss(address=address, advice=_for_page(address, published, present))
            continue
        there = set(present.pages[now])
        for anchor in published.pages.get(address, ()):
            if anchor not in there:
                yield _missed(address, anchor, present)
    yield from _missing_files(published, present)


_FOR_FILE = "the file is offered no longer; is `site_url` set, and has what it tells of still a date?"
_FOR_EVENT = "no event is read there now; `briefings explain` shows what is, and a correction may have dropped it"
_FOR_SENTENCE = "the sentence is in no article of the briefing now; put its words back as the source had them"
_FOR_NOTE = "the briefing has fewer notes now; add new ones at the end, and keep a place for those that went"


def _missed(address: str, anchor: str, present: AddressBook) -> Loss | Move:
    if not anchor.startswith("e-"):
        return Loss(address=address, anchor=anchor, advice=_FOR_NOTE if anchor.startswith("note-") else _FOR_SENTENCE)
    if address.startswith("chronology/"):
        for other, anchors in present.pages.items():
            if other.startswith("chronology/") and anchor in anchors:
                return Move(address=address, anchor=anchor, now=other)
    return Loss(address=address, anchor=anchor, advice=_FOR_EVENT)


def _for_page(address: str, published: AddressBook, present: AddressBook) -> str:
    kind, _, name = _folder(address).rpartition("/")
    if kind == "actors":
        return (
            f"put `merge: [{name}]` below the actor's present id in actors.yml, or keep the id; where no article "
            "names the actor now, restore the mention"
        )
    if kind == "pairs":
        return "one of the two has another id, which `merge` in actors.yml leads on, or too little is between them now"
    if kind.split("/")[0] == "chronology":
        return "no event has this date now; `briefings explain` shows how the articles' dates are read"
    heir = _heir(published.pages.get(address, []), present)
    where = f"briefings/{heir}.md, where its sentences are now" if heir else "the overlay that takes its place"
    return f"put `former_addresses: [{name}]` into {where}"


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
