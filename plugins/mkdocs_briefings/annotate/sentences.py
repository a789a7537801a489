"""Paragraphs, sentences and tokens: where the words stand."""

from dataclasses import replace

from mkdocs_briefings.annotations import Document, Sentence
from mkdocs_briefings.register import Register, form_key
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.text import Tokens, sentence_anchor


def sentences(document: Document, rules: Rules, register: Register) -> Document:
    def is_place(words: str) -> bool:
        key = form_key(words)
        return key in register.cities or any(form.entity_type == "GPE" for form in register.forms.get(key, ()))

    text = document.text
    tokens = Tokens.of(text)
    paragraphs = rules.sentences.paragraphs(text)
    found: list[Sentence] = []
    seen: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        for span, is_prose in rules.sentences.sentences(text, paragraph, is_place):
            anchor = sentence_anchor(span.of(text))
            seen[anchor] = seen.get(anchor, 0) + 1
            if seen[anchor] > 1:  # the same words once more in this article
                anchor = f"{anchor}-{seen[anchor]}"
            own = tokens.range(span)
            found.append(Sentence(span=span, paragraph=number, anchor=anchor, tokens=own, is_prose=is_prose))
    return replace(document, tokens=tokens, paragraphs=paragraphs, sentences=tuple(found))
