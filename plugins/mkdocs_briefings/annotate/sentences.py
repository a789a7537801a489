"""Paragraphs, sentences and tokens: where the words stand."""

from dataclasses import replace

from mkdocs_briefings.annotations import Document, Sentence
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.text import Tokens, sentence_anchor


def sentences(document: Document, rules: Rules, _register: Register) -> Document:
    tokens = Tokens.of(document.text)
    paragraphs = rules.sentences.paragraphs(document.text)
    found: list[Sentence] = []
    seen: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        for span in rules.sentences.split(document.text, paragraph):
            anchor = sentence_anchor(span.of(document.text))
            seen[anchor] = seen.get(anchor, 0) + 1
            if seen[anchor] > 1:  # the same words once more in this article
                anchor = f"{anchor}-{seen[anchor]}"
            found.append(Sentence(span=span, paragraph=number, anchor=anchor, tokens=tokens.range(span)))
    return replace(document, tokens=tokens, paragraphs=paragraphs, sentences=tuple(found))
