"""What schema.org says of the types and properties we use: of whom a property may be told, and what it may hold."""

from collections.abc import Iterator

import rdflib
from rdflib.namespace import RDF

VOCABULARY = "https://schema.org/"
_PARENT = {
    "NewsArticle": "CreativeWork",
    "WebSite": "CreativeWork",
    "Dataset": "CreativeWork",
    "Claim": "CreativeWork",
    "ProfilePage": "CreativeWork",
    "Quotation": "CreativeWork",
    "MediaObject": "CreativeWork",
    "DataDownload": "MediaObject",
    "CreativeWork": "Thing",
    "Event": "Thing",
    "PropertyValue": "Thing",
    "Country": "Place",
    "Place": "Thing",
    "Person": "Thing",
    "Organization": "Thing",
    "GovernmentOrganization": "Organization",
    "PoliticalParty": "Organization",
}
_WORKS, _SOMEBODY = ("CreativeWork",), ("Organization", "Person")
# By property: of what it is told, and what it holds; () where that is a word, an address or a date.
_PROPERTIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **dict.fromkeys(("name", "alternateName", "description", "url", "sameAs", "image"), (("Thing",), ())),
    **dict.fromkeys(("headline", "text", "creativeWorkStatus", "datePublished", "dateModified"), (_WORKS, ())),
    **dict.fromkeys(("author", "creator", "publisher"), (_WORKS, _SOMEBODY)),
    **dict.fromkeys(("isPartOf", "isBasedOn"), (_WORKS, _WORKS)),
    **dict.fromkeys(("propertyID", "value"), (("PropertyValue",), ())),
    "inLanguage": (("CreativeWork", "Event"), ()),
    "encodingFormat": (_WORKS, ()),
    "contentUrl": (("MediaObject",), ()),
    "identifier": (("Thing",), ("PropertyValue",)),
    "about": (("CreativeWork", "Event"), ("Thing",)),
    "mentions": (_WORKS, ("Thing",)),
    "mainEntity": (_WORKS, ("Thing",)),
    "encoding": (_WORKS, ("MediaObject",)),
    "distribution": (("Dataset",), ("DataDownload",)),
    "appearance": (("Claim",), _WORKS),
    "startDate": (("Event",), ()),
    "subjectOf": (("Thing",), ("CreativeWork", "Event")),
}


def problems(graph: rdflib.Graph) -> list[str]:
    """One line for each statement that schema.org has no place for; a node without a type may be anything."""
    return sorted(set(_problems(graph)))


def _problems(graph: rdflib.Graph) -> Iterator[str]:
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            if str(value).removeprefix(VOCABULARY) not in _PARENT:
                yield f"unknown type {value}"
            continue
        name = str(predicate).removeprefix(VOCABULARY)
        if name not in _PROPERTIES:
            yield f"unknown property {name}"
            continue
        of, holds = _PROPERTIES[name]
        if not _fits(graph, subject, of):
            yield f"{name} is told of {sorted(_types(graph, subject))}"
        if holds and isinstance(value, rdflib.Literal):
            yield f"{name} holds the words {value}"
        elif holds and not _fits(graph, value, holds):
            yield f"{name} holds {sorted(_types(graph, value))}"


def _fits(graph: rdflib.Graph, node: rdflib.term.Node, wanted: tuple[str, ...]) -> bool:
    types = _types(graph, node)
    return not types or not types.isdisjoint(wanted)


def _types(graph: rdflib.Graph, node: rdflib.term.Node) -> set[str]:
    """With those that each is a kind of."""
    found = set()
    for kind in graph.objects(node, RDF.type):
        name = str(kind).removeprefix(VOCABULARY)
        while name:
            found.add(name)
            name = _PARENT.get(name, "")
    return found
