import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from rashomon.model.document import Document
from rashomon.model.spans import Span
from rashomon.render.dossier.page import dossier_page
from rashomon.render.dossier.sections import sections
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import COMPARISON, DOCUMENTS, TEXTS
from tests.render.dossier.made import ident, view


def parsed(page):
    return html.fromstring(page)


@pytest.fixture(scope="module")
def page():
    return parsed(dossier_page(view()))


def words(element):
    return " ".join(element.text_content().split())


def test_every_link_within_the_page_leads_somewhere(page):
    known = page.xpath("//@id")
    assert len(known) == len(set(known))
    inside = [one[1:] for one in page.xpath("//@href") if one.startswith("#")]
    assert inside
    assert set(inside) <= set(known)


def test_every_answer_of_the_table_leads_to_its_words(page):
    """Two clicks from a cell to the article: to the words, and from there to its address."""
    links = page.xpath("//table[contains(@class, 'matrix')]//td//li/a/@href")
    assert len(links) >= sum(len(one.positions) for one in COMPARISON.points)
    for link in links:
        (answer,) = page.xpath(f"//*[@id='{link[1:]}']")
        assert answer.xpath(".//blockquote//mark[contains(@class, 'words')]")
        assert answer.xpath(".//p[@class='places']/a[starts-with(@href, 'https://')]")


def test_the_words_behind_an_answer_are_those_of_the_documents(page):
    quoted = {
        "".join(one.xpath(".//mark[contains(@class, 'words')]//text()"))
        for one in page.xpath("//section[@id='words']//blockquote")
    }
    expected = {
        one.span.of(DOCUMENTS[one.document].text)
        for point in COMPARISON.points
        for position in point.positions
        for one in (*position.held_by, *position.denied_by)
    }
    assert quoted == expected


def test_nothing_runs_and_nothing_is_asked_of_a_network(page):
    assert page.xpath("//script | //link | //img | //iframe | //object | //*[@src]") == []
    assert [
        one for one in page.xpath("//@*") if getattr(one, "attrname", "").startswith("on")
    ] == []
    assert page.xpath("//@style") == []
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = page.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "url(" not in style


def test_a_reader_finds_every_part(page):
    titles = [words(one) for one in page.xpath("//h2")]
    assert titles == [
        "In short",
        "Who answers what",
        "The dead and the injured",
        "When",
        "Where",
        "Denials and contradictions",
        "Where the accounts come from",
        "How each outlet words it",
        "In nobody's name",
        "The words behind the answers",
        "Documents",
        "Method and limits",
    ]
    listed = [one[1:] for one in page.xpath("//nav//a/@href")]
    assert listed == page.xpath("//section[h2]/@id")


def test_it_begins_with_how_much_is_told_and_how_far_it_agrees(page):
    (first, *_) = page.xpath("//p[@class='lead']")
    assert words(first) == (
        "4 documents tell of this; by what can be traced, they go back to 3 independent origins. "
        "They answer 3 questions about it. On 2 of these, accounts contradict each other; on none, "
        "two or more independent origins agree and nobody contradicts; on 1, each answer rests on "
        "one origin."
    )


def test_all_tables_have_headings_and_names(page):
    for table in page.xpath("//table"):
        assert table.xpath("./caption")
        assert table.xpath(".//th[@scope='col']")
        assert table.xpath(".//tbody//th[@scope='row'] | .//tbody/tr/td")
    for figure in page.xpath("//*[local-name()='svg' and @role='img']"):
        assert figure.xpath("./*[local-name()='title'] | ./*[local-name()='desc']")


HOSTILE = '<script>alert(1)</script>\u202egpj\x00 \ud800 & "quoted" \']]>'


def hostile_view(text):
    """Return the view with all words of documents, and all names, put by a text."""
    readings = {}
    for id_, one in view().readings.items():
        words = (one.document.text + text)[: max(len(one.document.text), 1)]
        document = replace(one.document, text=text + words, title=text, publisher=text)
        readings[id_] = replace(one, document=document)
    points = tuple(replace(one, label=text or "?") for one in COMPARISON.points)
    incident = replace(COMPARISON.incident, title=text)
    comparison = replace(COMPARISON, points=points, incident=incident)
    rows = {
        id_: replace(one, title=text, publisher=text, url=f"https://x.example/{text}")
        for id_, one in view().rows.items()
    }
    return view(readings=readings, rows=rows, comparison=comparison)


def test_what_documents_hold_stays_words():
    made = dossier_page(hostile_view(HOSTILE))
    made.encode()
    assert "<script" not in made
    assert "\u202e" not in made
    assert "\x00" not in made
    assert parsed(made).xpath("//script") == []


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_words_break_the_page(text):
    made = dossier_page(hostile_view(text))
    made.encode()
    assert re.findall(r"<script|\son\w+=", made.partition("</style>")[2]) == []


def test_a_million_characters_in_one_line_are_cut():
    long = "x" * 1_000_000
    document = Document(id=ident("Heron"), text=long, publisher="Heron")
    readings = dict(view().readings)
    readings[document.id] = replace(readings[document.id], document=document)
    whole = Span(0, len(long))
    heron = replace(COMPARISON.points[2].positions[1].held_by[0], span=whole)
    position = replace(COMPARISON.points[2].positions[1], held_by=(heron,))
    point = replace(COMPARISON.points[2], positions=(position,))
    own = replace(COMPARISON.own_voice[1], span=whole)
    comparison = replace(COMPARISON, points=(point,), own_voice=(own,), relations=())
    assert len(dossier_page(view(readings=readings, comparison=comparison))) < 100_000


def test_an_incident_of_which_nothing_is_answered_has_a_page():
    bare = replace(COMPARISON, points=(), relations=(), tolls=(), own_voice=(), parties=())
    page = parsed(dossier_page(view(comparison=bare, ground=lambda: None)))
    titles = [words(one) for one in page.xpath("//h2")]
    assert "Who answers what" not in titles
    assert "In short" in titles
    assert "No answers to common questions were found" in words(page)
    known = set(page.xpath("//@id"))
    assert {one[1:] for one in page.xpath("//@href") if one.startswith("#")} <= known


def test_the_same_view_makes_the_same_page():
    assert dossier_page(view()) == dossier_page(view())


def test_a_desk_leads_to_texts_and_decisions():
    links = Links(
        document=lambda document, span: f"/documents/{document[7:15]}?at={span}",
        decide=lambda document, span: f"/decide/{document[7:15]}/{span.start}",
        grade=lambda point, number: f"/grade/{point}/{number}",
    )
    made = {one.id: one.body for one in sections(view(), links)}
    assert "/grade/q1/1" in made["words"]
    assert f"/decide/{ident('Plover')[7:15]}/" in made["words"]
    assert f"/documents/{ident('Plover')[7:15]}?at=" in made["words"]
    assert all("/decide/" not in one.body for one in sections(view()))
    assert set(TEXTS) <= set(re.findall(r"\w+", made["documents"]))
