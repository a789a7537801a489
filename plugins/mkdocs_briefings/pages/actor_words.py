"""What pages say of an actor in a few words: country, office, title, the sentence of a mention."""

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_briefings.corpus.actor_index import ActorEntry, Appearance
from mkdocs_briefings.facts import words
from mkdocs_briefings.markup import highlighted
from mkdocs_briefings.pages.edition import Edition, Here
from mkdocs_briefings.register import Actor
from mkdocs_briefings.text import Span

LONGEST_SENTENCE = 600  # characters


def country(edition: Edition, actor: Actor) -> str:
    return edition.countries.get(actor.country, actor.country) if actor.country else ""


def role_now(here: Here, actor: Actor) -> str:
    """The office the register says the actor holds now."""
    role = next((role for role in actor.roles if not role.until), None)
    if not role:
        return ""
    of = here.edition.actors.get(role.of or "")
    title = here.say("actor.role_of", title=role.title, of=_after_of(here, of.actor)) if of else role.title
    since = role.since and here.words.date(role.since)
    return here.say("actor.role_since", role=title, since=since) if since else title


def _after_of(here: Here, actor: Actor) -> str:
    return here.words.after_of(actor.country if actor.type == "state" else None, actor.name)


def title_given(entry: ActorEntry) -> str:
    """The title a source gives."""
    titled = ((a.mention.title, a.document.text) for a in entry.appearances if a.mention.title)
    return next((words(title, text) for title, text in titled), "")


def in_sentence(appearances: Sequence[Appearance]) -> Markup:
    """The sentence, or where it is endless the part of it around the first name."""
    first = appearances[0]
    whole = first.sentence.span
    room = LONGEST_SENTENCE // 2 if len(whole) > LONGEST_SENTENCE else len(whole)
    start = max(whole.start, first.mention.span.start - room)
    shown = Span(start, min(whole.end, start + LONGEST_SENTENCE))
    marked = highlighted(first.document.text, shown, [appearance.mention.span for appearance in appearances])
    return Markup("{}{}{}").format(
        "…" if shown.start > whole.start else "", marked, "…" if shown.end < whole.end else ""
    )
