"""Taking a machine's draft over: the overlay a person starts from."""

from pathlib import Path

import yaml

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.briefing import brief, slug
from mkdocs_briefings.errors import OverlayError

_LONGEST_SLUG = 60  # characters, cut at a hyphen


def adopt(document: Document, folder: Path, name: str | None = None) -> Path:
    """Write the overlay for an article that has none; the draft's old address is kept as a former one.

    Args:
        folder: where overlays lie, MkDocs' docs_dir.
        name: the briefing's slug; made from its title where none is given.

    Raises:
        OverlayError: the name is no slug, or a page of that name is there already; it is left as it is.
    """
    if name and slug(name) != name:
        raise OverlayError("not a slug", found=name, expected=f"lower-case letters, digits and hyphens: {slug(name)}")
    draft = brief((document,), None)
    new = name or _shortened(slug(draft.title))
    settings = {"sources": [document.source.id], "title": draft.title, "status": "unreviewed"}
    if new != draft.slug:
        settings["former_addresses"] = [draft.slug]
    front = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=100)
    path = folder / f"{new}.md"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(f"---\n{front}---\n")
    except FileExistsError:
        raise OverlayError("page is there already", path=path, expected="another name, given with --slug") from None
    return path


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_SLUG:
        return words
    return words[: _LONGEST_SLUG + 1].rpartition("-")[0] or words[:_LONGEST_SLUG]
