"""Pages from documents made by hand: what each says, where its links lead, what hostile words do."""

import datetime
import gzip
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml

from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.corpus import Corpus, gather
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.errors import AddressError
from mkdocs_briefings.overlay import Correction, Judgement, Note, Overlay, Review
from mkdocs_briefings.pages import Page, Site, Templates, render
from mkdocs_briefings.pages.addresses import Addresses
from mkdocs_briefings.pages.edition import shortened
from mkdocs_briefings.pages.pictures import strip
from mkdocs_briefings.register import Actor, Register, Role
from tests import builders as build
from tests.unit.test_markup import Reader

HOSTILE = '<img src=x onerror=alert(1)> "& {{ 7*7 }} {% raw %}'
WORDS = Templates.load().words


def site(*, directory_urls: bool = True, url: str | None = "https://desk.example/briefings/") -> Site:
    return Site(name="The Desk", description="What was said.", url=url, directory_urls=directory_urls)


def pages(corpus: Corpus | None = None, on: Site | None = None, custom: Path | None = None) -> dict[str, Page]:
    rendered = render(corpus or build.corpus(), Templates.load(custom), on or site())
    return {page.src_uri: page for page in rendered if isinstance(page, Page)}


def reviewed(**more: object) -> Briefing:
    settings = {
        "sources": ["talks"],
        "title": "Peru and Norway speak again",
        "status": "reviewed",
        "reviewed": Review(by="Sample desk", on=datetime.date(2025, 3, 20)),
        "bottom_line": "The two keep a line open.",
    }
    overlay = Overlay(**(settings | more))  # type: ignore[arg-type]  # the caller names Overlay's own fields
    return brief((build.talks(),), build.overlay(overlay, prose="The desk *adds* a line."))


def section(html: str, heading: str) -> str:
    """The HTML from a heading's id to the end of its section."""
    return re.split(r"</section>|</aside>", html.split(f'id="{heading}"', 1)[1], maxsplit=1)[0]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_and_anchor_leads_somewhere(directory_urls: bool) -> None:  # noqa: FBT001
    two = brief((build.talks("first"), build.talks("second", "2024-02-02")), None)
    made = pages(build.corpus(reviewed(), two), site(directory_urls=directory_urls))
    addresses = Addresses(directory_urls)
    stands = {urljoin("https://x/", addresses.of(uri)): page for uri, page in made.items()}
    for address, page in stands.items():
        for href in re.findall(r'href="([^"]+)"', page.html):
            target, _, fragment = urljoin(address, href.replace("&amp;", "&")).partition("#")
            if not target.startswith("https://x/") or target.endswith((".json", ".csv", ".xml", ".ics")):
                continue  # links to data are followed in the tests of what is published
            assert target in stands, f"{page.src_uri}: {href}"
            if fragment and "=" not in fragment:
                assert f' id="{unquote(fragment)}"' in stands[target].html, f"{page.src_uri}: {href}"


def test_no_id_stands_twice_on_a_page() -> None:
    twice = brief((build.talks("first"), build.talks("second")), None)
    for page in pages(build.corpus(twice)).values():
        ids = re.findall(r' id="([^"]+)"', page.html)
        assert len(ids) == len(set(ids)), page.src_uri


def test_the_article_can_be_read_back_from_its_page() -> None:
    document = build.talks()
    html = pages()["talks.md"].html
    shown = [Reader(match).text for match in re.findall(r"<p>(<span class=\"br-s.*?)</p>", html, re.DOTALL)]
    assert shown == [span.of(document.text) for span in document.paragraphs]


def test_html_is_closed_in_order_and_carries_no_style_or_handler() -> None:
    for page in pages(build.corpus(reviewed(notes=[Note(at="nearly 40%", text="Of *imports*.")]))).values():
        void = re.sub(r"<(?:input|br)\b[^>]*>|<rect [^>]*/>|<path [^>]*/>", "", page.html)
        assert Reader(void).open == [], page.src_uri
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page.html), page.src_uri
        assert "<script" not in page.html


def test_headings_open_their_sections() -> None:
    """The search index takes what follows a heading only where nothing but its section holds it."""
    for page in pages(build.corpus(reviewed())).values():
        sections = re.findall(r"<section[^>]*>\s*(<\w+)", page.html)
        assert set(sections) == {"<h2"}, page.src_uri
        assert len(sections) == len(re.findall(r"<h2", page.html)) - page.html.count('id="facts"'), page.src_uri


def test_a_fact_leads_to_its_sentence() -> None:
    html = pages()["talks.md"].html
    facts = section(html, "facts")
    lead = build.talks().sentences[0]
    assert f'href="#{lead.anchor}" aria-label="Sentence in paragraph 1">¶1</a>' in facts
    assert "No place found" in facts
    assert "Prime Minister" in facts
    assert '<data class="br-number" value="40">40%</data>' in facts


def test_many_facts_are_folded_but_none_is_dropped() -> None:
    text = ". ".join(f"A duty of {number}% fell" for number in range(10, 30))
    quantities = tuple(build.quantity(text, f"{number}%", str(number)) for number in range(10, 30))
    html = pages(build.corpus(brief((build.document(build.source(text), quantities=quantities),), None)))[
        "talks.md"
    ].html
    facts = section(html, "facts")
    assert "Show all 20" in facts
    assert facts.count('class="br-figure"') == 20


def test_a_weekday_of_an_undated_article_stays_unknown() -> None:
    html = pages(build.corpus(brief((build.talks(published=None),), None)))["talks.md"].html
    assert '<span class="br-date" data-gloss="day not known">Friday</span>' in html
    assert "The article gives no date" in html
    assert "day not known" in section(html, "facts")
    assert "<time" not in html


def test_a_relative_date_is_glossed_with_the_day_it_means() -> None:
    html = pages()["talks.md"].html
    assert '<time class="br-date" datetime="2025-03-14" data-gloss="14 Mar 2025">Friday</time>' in html
    assert 'data-edtf="2025-03-14/2025-12-31"' in html


def test_marks_name_the_speaker_and_link_the_actor_once_a_paragraph() -> None:
    html = pages()["talks.md"].html
    said = '<span class="br-quote" id="q-[0-9a-f]{8}" data-gloss="Quispe">“We shall &lt;meet&gt; again,”</span>'
    assert re.search(said, html)
    assert '<a class="br-actor" href="../actors/norway/">Norway</a>' in html
    assert '<a class="br-actor br-again" href="../actors/norway/">Norway</a>' in html
    assert '<span class="br-hedge">nearly</span>' in html
    assert '<data class="br-num" value="40">40%</data>' in html


def test_a_month_without_a_year_says_what_is_missing() -> None:
    text = "Talks began in August and went on for two weeks, it was said recently."
    timexes = [
        build.timex(text, "August", "XXXX-08"),
        replace(build.timex(text, "two weeks", "P2W"), type="DURATION"),
        build.timex(text, "recently", "PAST_REF"),
    ]
    html = pages(build.corpus(brief((build.document(build.source(text), timexes=timexes),), None)))["talks.md"].html
    assert '<span class="br-date" data-gloss="year not known">August</span>' in html
    assert '<span class="br-date">two weeks</span>' in html
    assert '<span class="br-date">recently</span>' in html


def test_words_in_quotation_marks_are_tinted_and_a_speaker_stands_once_a_sentence() -> None:
    text = "Quispe sought a “just and fair” order, said that talks would last and hoped for calm."
    said = [
        build.quotation(text, "a “just and fair” order", "Quispe", "ana-quispe", "mixed"),
        build.quotation(text, "that talks would last", "Quispe", "ana-quispe", "indirect"),
        build.quotation(text, "for calm", "Quispe", "ana-quispe", "indirect"),
    ]
    mentions = [build.mention(text, "Quispe", "ana-quispe")]
    document = build.document(build.source(text), mentions=mentions, quotations=said)
    html = pages(build.corpus(brief((document,), None)))["talks.md"].html
    assert '<span class="br-quote">“just and fair”</span>' in html
    assert html.count('data-gloss="Quispe"') == 1


def test_an_actor_with_many_events_shows_a_hundred_and_leads_to_the_chronology() -> None:
    text = "\n".join(f"Peru spoke for the {number} time." for number in range(120))
    mentions = [build.mention(text, "Peru", "peru")]
    events = [
        build.event(text, f"Peru spoke for the {number} time", f"spoke for the {number} ", actors=("peru",))
        for number in range(120)
    ]
    document = build.document(build.source(text), mentions=mentions, events=events)
    html = pages(build.corpus(brief((document,), None)))["actors/peru.md"].html
    assert html.count('<li class="br-event') == 100
    assert 'href="../../chronology/#actor=peru">All 120 events</a>' in html


def test_an_events_words_and_its_row_lead_to_each_other() -> None:
    html = pages()["talks.md"].html
    anchor = re.search(r'class="br-eventref br-status--planned" href="#(e-[0-9a-f]{12})"', html)
    assert anchor
    assert f'<li class="br-event br-event--range" id="{anchor[1]}"' in html
    assert f'href="../chronology/2025/#{anchor[1]}"' in html


def test_events_show_status_precision_and_where_their_day_comes_from() -> None:
    html = pages()["chronology/index.md"].html
    assert 'data-status="denied"' in html
    assert "Denied by Norway" in html
    assert "perhaps Reject, verbal conflict" in html
    assert "Consult, verbal cooperation" in html
    assert 'class="br-event br-event--before"' in html
    assert "inferred from the date of the article" in html
    assert "“later this year” in the text" in html


def test_undated_events_are_listed_apart() -> None:
    undated = section(pages()["chronology/index.md"].html, "undated")
    assert "Oslo had walked out" in undated
    assert "Norway cut its duty" not in undated


def test_what_lies_ahead_leaves_out_what_is_over() -> None:
    late = build.document(build.source("All is quiet.", "late", "2026-02-01"))
    html = pages(build.corpus(brief((build.talks(),), None), brief((late,), None)))["index.md"].html
    assert "Nothing is planned" in section(html, "ahead")
    assert "to host a summit" in section(pages()["index.md"].html, "ahead")


def test_a_reviewed_briefing_says_who_when_and_how_sure() -> None:
    judgements = [
        Judgement(statement="Talks will go on.", likelihood="very likely", evidence=["We shall"]),
        Judgement(statement="It was meant for others.", confidence="moderate", evidence=["A deal is possible"]),
    ]
    corrections = [Correction(at="Friday", date="2025-03-14"), Correction(at="Oslo", actor="none")]
    notes = [Note(at="nearly 40%", text="Of *imports* only.")]
    html = pages(build.corpus(reviewed(judgements=judgements, corrections=corrections, notes=notes)))[
        "harbour-talks.md"
    ].html
    assert 'br-state--reviewed">Reviewed' in html
    assert '<time datetime="2025-03-20">20 March 2025</time>, Sample desk' in html
    assert "very likely: 80–95%" in html
    assert "Moderate confidence" in html
    assert "“Friday” is 14 March 2025." in html
    assert "“Oslo” is no actor known to the desk." in html
    link = '<a class="br-noteref" href="#(n-[0-9a-f]{8})" data-n="1" aria-label="Analyst’s note 1"></a>'
    assert (found := re.search(link, html))
    assert f'<aside class="br-note" id="{found[1]}"' in html
    assert "<p>Of <em>imports</em> only.</p>" in html
    assert "The desk <em>adds</em> a line." in html


def test_an_unreviewed_briefing_quotes_its_lead_and_says_how_to_add_judgements() -> None:
    html = pages()["talks.md"].html
    assert "Read by rules only; no person has checked it" in html
    assert "Lead sentence of the source" in html
    assert "<code>talks.md</code>" in section(html, "judgements")


def test_a_briefing_of_two_articles_keeps_them_apart() -> None:
    html = pages(build.corpus(brief((build.talks("first"), build.talks("second")), None)))["first.md"].html
    anchor = build.talks().sentences[0].anchor
    assert f'id="{anchor}"' in html
    assert f'id="{anchor}-s2"' in html
    assert f'href="#{anchor}-s2" aria-label="Sentence in paragraph 1 of source 2">2:¶1</a>' in html


def test_the_index_sorts_by_the_registers_word_and_lists_undecided_names() -> None:
    html = pages()["actors/index.md"].html
    assert "Ana <b>Quispe</b>" in html
    assert html.index("Norway</b>") < html.index("Peru</b>") < html.index("Quispe</b>")
    assert "<mark>Oslo</mark>" in section(html, "undecided")
    assert "none in the register" in section(html, "undecided")


def test_actors_named_in_passing_are_not_in_the_table_but_have_a_page() -> None:
    article = build.talks()
    quiet = replace(article, salience=tuple(entry for entry in article.salience if entry.actor_id == "peru"))
    made = pages(build.corpus(brief((quiet,), None)))
    assert "norway/" in section(made["actors/index.md"].html, "passing")
    assert "actors/norway.md" in made


def test_an_actors_page_lists_every_sentence_that_names_the_actor() -> None:
    html = pages()["actors/ana-quispe.md"].html
    mentions = section(html, "mentions")
    assert mentions.count("<mark>") == 2
    assert "Prime Minister <mark>Ana Quispe</mark> said" in mentions
    assert "We shall &lt;meet&gt; again" in section(html, "said")
    assert "The Harbour" not in mentions


def test_an_actor_with_many_mentions_shows_a_hundred_and_leads_to_the_rest() -> None:
    text = "\n".join(f"Peru spoke for the {number} time." for number in range(130))
    mentions = [build.mention(text, "Peru", "peru", nth=number) for number in range(1, 131)]
    html = pages(build.corpus(brief((build.document(build.source(text), mentions=mentions),), None)))[
        "actors/peru.md"
    ].html
    assert html.count("<mark>") == 100
    assert "30 more sentences" in html


def test_an_endless_sentence_is_shown_around_the_name() -> None:
    text = "It went on " * 200 + "until Peru spoke " + "and on " * 200
    document = build.document(build.source(text), mentions=[build.mention(text, "Peru", "peru")])
    mentions = section(pages(build.corpus(brief((document,), None)))["actors/peru.md"].html, "mentions")
    assert "until <mark>Peru</mark> spoke" in mentions
    assert mentions.count("…") >= 2
    assert len(mentions) < 1500


def test_roles_stand_with_their_dates() -> None:
    held = Role(title="Prime Minister", of="peru", since=PartialDate("2021-07-28"))
    past = Role(title="Minister of Trade", since=PartialDate("2018"), until=PartialDate("2021"))
    actor = replace(build.QUISPE, roles=(held, past))
    article = build.talks()
    known = replace(article, actors=(build.PERU, build.NORWAY, actor))
    html = pages(build.corpus(brief((known,), None)))["actors/ana-quispe.md"].html
    assert "Prime Minister of Peru since 28 July 2021" in html
    assert "Minister of Trade" in section(html, "roles")


def test_hostile_words_stay_words_on_every_page() -> None:
    text = f"{HOSTILE} met Peru. {HOSTILE}"
    actor = Actor(id="hostile", name=HOSTILE, type="organisation", aliases=(HOSTILE,), wikidata='Q1"><b>')
    named = build.mention(text, HOSTILE, "hostile")
    article = build.source(text, headline=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)")
    event = build.event(
        text, f"{HOSTILE} met Peru", "met", actors=("hostile",), status="alleged", attributed_to="hostile"
    )
    document = build.document(
        article,
        mentions=(named, build.mention(text, HOSTILE, nth=2)),
        events=(event,),
        actors=(actor,),
        salient=("hostile",),
    )
    for page in pages(build.corpus(brief((document,), None))).values():
        assert "<img" not in page.html, page.src_uri
        assert "javascript:" not in page.html, page.src_uri
        assert "<b>Q1" not in page.html
        assert "49" not in re.sub(r"[0-9a-f]{8,}", "", page.html)


def test_an_empty_desk_has_pages_too() -> None:
    empty = gather((), Register())
    made = pages(empty)
    assert "No briefings yet." in made["index.md"].html
    assert "No event is told." in made["chronology/index.md"].html
    assert "Nobody is named yet." in made["actors/index.md"].html


@pytest.mark.parametrize("slug", ["actors", "Chronology", "README"])
def test_a_briefing_at_a_taken_address_stops_the_build(slug: str) -> None:
    taken = replace(reviewed(), slug=slug)
    with pytest.raises(AddressError, match="would have one address"):
        pages(build.corpus(taken))


def test_two_briefings_of_one_name_are_both_named() -> None:
    first, second = (brief((build.talks(identity),), None) for identity in ("a/talks", "b/talks"))
    twins = build.corpus(replace(first, slug="talks"), replace(second, slug="Talks"))
    with pytest.raises(AddressError) as raised:
        pages(twins)
    assert "seeds/a/talks.txt" in str(raised.value)
    assert "seeds/b/talks.txt" in str(raised.value)


def test_a_briefing_can_be_cited_with_its_address() -> None:
    html = pages(build.corpus(reviewed(title="50% & {more}")))["harbour-talks.md"].html
    assert "https://desk.example/briefings/harbour-talks/" in section(html, "cite")
    assert r"50\% \&amp; \{more\}" in html
    unpublished = pages(on=site(url=None))["talks.md"].html
    assert "http" not in section(unpublished, "cite")


def test_a_strip_needs_two_months_and_leaves_out_what_has_none() -> None:
    text = "Peru spoke. Peru wrote. Peru called."
    dates = {"spoke": "2024-06", "wrote": "2025-03-14", "called": "../2025-03-14"}
    events = [
        build.event(text, f"Peru {word}", word, date=PartialDate(edtf), date_source="own")
        for word, edtf in dates.items()
    ]
    chronology = build.corpus(brief((build.document(build.source(text), events=events),), None)).chronology
    drawn = strip(WORDS, chronology.dated, lambda year, month: f"{year}/{month or ''}")
    assert drawn
    assert drawn.span == "2024–2025"
    assert [bar.words for bar in drawn.bars] == ["June 2024: 1", "March 2025: 1"]
    assert [(label.words, label.count, label.href) for label in drawn.labels] == [
        ("2024", 1, "2024/"),
        ("2025", 1, "2025/"),
    ]
    assert drawn.left_out == 1
    assert strip(WORDS, chronology.dated[:1], lambda *_: "") is None


def test_a_desks_own_template_and_words_outweigh_the_packages(tmp_path: Path) -> None:
    own = tmp_path / "briefings"
    (own / "words").mkdir(parents=True)
    (own / "words" / "en.yaml").write_text("facts: {title: In short}", encoding="utf-8")
    (own / "home.html").write_text("<h1>{{ title }} &amp; co</h1>", encoding="utf-8")
    (own / "assets").mkdir()
    (own / "assets" / "extra.css").write_text("a{}", encoding="utf-8")
    made = pages(custom=tmp_path)
    assert made["index.md"].html == "<h1>The Desk &amp; co</h1>"
    assert ">In short</h2>" in made["talks.md"].html
    assert "assets/extra.css" in dict(Templates.load(tmp_path).assets())


def test_the_assets_are_the_style_sheet_and_the_script() -> None:
    assert sorted(dict(Templates.load().assets())) == ["assets/briefings.css", "assets/briefings.js"]


def test_style_and_script_are_small() -> None:
    assert sum(len(gzip.compress(content)) for _, content in Templates.load().assets()) < 30_000


def test_catalogue_entries_are_all_plain_words() -> None:
    tree = yaml.safe_load((Templates.load().folders[-1] / "words" / "en.yaml").read_text(encoding="utf-8"))
    assert all(isinstance(key, str) for key in tree)
    assert WORDS.say("count.events", 1) == "1 event"
    assert WORDS.say("count.events", 1200) == "1,200 events"


def test_long_words_are_cut_at_a_space() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one", 9) == "one"
    assert shortened("x" * 20, 9) == "x" * 9 + "…"


def test_links_are_relative_to_the_page() -> None:
    folders, files = Addresses(directory_urls=True), Addresses(directory_urls=False)
    assert folders.link("talks.md", "actors/peru.md", "mentions") == "../actors/peru/#mentions"
    assert folders.link("talks.md", "index.md") == "../"
    assert folders.link("index.md", "index.md") == "./"
    assert files.link("actors/peru.md", "chronology/index.md", "actor=peru") == "../chronology/index.html#actor=peru"
    assert files.link("index.md", "talks.md") == "talks.html"
    assert folders.link("talks.md", "talks.md", "s-1") == "#s-1"
    assert folders.link("index.md", "über uns.md") == "%C3%BCber%20uns/"
