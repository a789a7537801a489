"""All briefings together: nothing dropped, everything in order, everyone once."""

import datetime
from dataclasses import replace

from mkdocs_briefings.briefing import Briefing, brief, slug
from mkdocs_briefings.dates import PartialDate
from tests import builders


def two_articles() -> tuple[Briefing, Briefing]:
    return brief((builders.talks("first", "2025-03-14"),), None), brief((builders.talks("second", None),), None)


def test_briefings_stand_newest_first_and_undated_ones_last() -> None:
    corpus = builders.corpus(*two_articles())
    assert [(briefing.slug, briefing.date) for briefing in corpus.briefings] == [
        ("first", datetime.date(2025, 3, 14)),
        ("second", None),
    ]


def test_every_event_is_listed_and_an_undated_one_apart() -> None:
    corpus = builders.corpus(*two_articles())
    events = sum(len(document.events) for briefing in corpus.briefings for document in briefing.documents)
    assert len(corpus.chronology) == events
    assert all(entry.date for entry in corpus.chronology.dated)
    assert not any(entry.date for entry in corpus.chronology.undated)


def test_dated_events_are_in_the_order_of_their_last_possible_day() -> None:
    keys = [entry.date.sort_key for entry in builders.corpus().chronology.dated if entry.date]
    assert keys == sorted(keys)


def test_an_actor_is_listed_once_with_every_mention_statement_and_event() -> None:
    corpus = builders.corpus(*two_articles())
    entries = {entry.actor.id: entry for entry in corpus.actors}
    assert list(entries) == ["norway", "peru", "ana-quispe"]
    quispe = entries["ana-quispe"]
    assert len(quispe.appearances) == 4
    assert len(quispe.statements) == 4
    assert quispe.as_written == {"Ana Quispe": 2, "Quispe": 2}
    assert all("peru" in entry.actor_ids for entry in entries["peru"].events)


def test_a_name_that_means_nobody_is_left_for_the_desk() -> None:
    (undecided,) = builders.corpus().actors.undecided
    assert (undecided.name, len(undecided.appearances), undecided.candidates) == ("Oslo", 1, ())


def test_anchors_of_events_tell_them_apart_and_do_not_depend_on_other_articles() -> None:
    alone = [entry.anchor for entry in builders.corpus(brief((builders.talks("first"),), None)).chronology]
    together = [entry.anchor for entry in builders.corpus(*two_articles()).chronology]
    assert len(set(together)) == len(together)
    assert set(alone) <= set(together)


def test_an_address_is_lower_case_letters_digits_and_hyphens() -> None:
    assert slug("Élysée: Talks & “more”, 2025/118da1c") == "elysee-talks-more-2025-118da1c"
    assert slug("новости") != slug("события")


def test_what_only_the_day_of_the_article_dates_happened_on_it_or_before() -> None:
    (entry,) = [entry for entry in builders.corpus().chronology if entry.event.date_source == "article"]
    exact = replace(entry.event, date=PartialDate("2025-03-14"))
    assert exact.known_date == PartialDate("../2025-03-14")
    assert replace(exact, date_source="own").known_date == PartialDate("2025-03-14")
