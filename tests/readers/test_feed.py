import json
import logging
import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.document import Document, identity
from rashomon.model.failure import Failure
from rashomon.readers import Source, read_source
from rashomon.settings import ReaderSettings
from tests.readers import made

FULL = (
    "<content:encoded><![CDATA[<p>The ferry stayed.</p><script>x()</script>"
    "<p>“Never,” said <b>Orla</b>.<br>And left.</p>]]></content:encoded>"
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide</title><entry><id>urn:1</id>
<title>Ferry</title><link href="https://tide.example/1"/><updated>2020-01-02T03:04:05Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>2 &lt; 3</p></div>
</content></entry><entry><id>urn:2</id><title>Ferry</title><summary>a &lt; b</summary></entry>
</feed>"""


def failures(found):
    return [one.error.code for one in found if isinstance(one, Failure)]


def test_an_entry_is_a_document_with_what_the_feed_says_of_it(read_one):
    entry = made.item(
        "Short.",
        title="Ferry &amp;amp; bridge",
        link="https://courier.example/1",
        guid="c1",
        pubDate="Mon, 19 Jun 2017 23:00:00 -0500",
    )
    found = read_one("feed.xml", made.rss(entry.replace("</item>", FULL + "</item>")))
    assert found.text == "The ferry stayed.\n\n“Never,” said Orla.\nAnd left."
    assert (found.title, found.publisher) == ("Ferry & bridge", "Lakeside Courier")
    assert (found.url, found.published) == ("https://courier.example/1", "2017-06-19")
    assert (found.external_id, found.language) == ("c1", "en")
    assert found.path.endswith("feed.xml:1")


def test_atom_is_read(read):
    one, two = read("feed.atom", ATOM)
    assert (one.text, one.publisher, one.published) == ("One.\n\n2 < 3", "Tide", "2020-01-02")
    assert (two.text, two.url, two.external_id) == ("a < b", None, "urn:2")


def test_rss_1_is_read(read_one):
    found = read_one(
        "saved",
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="x"><title>Tide</title></channel><item rdf:about="y"><title>Ferry'
        "</title><link>https://tide.example/1</link><description>It stayed.</description>"
        "<dc:date>2017-06-19T08:00:00Z</dc:date></item></rdf:RDF>",
    )
    assert (found.text, found.publisher, found.published) == ("It stayed.", "Tide", "2017-06-19")


def test_an_entry_is_one_document_in_whatever_feed_it_stands(read):
    entry = made.item(title="Ferry", guid="c1")
    [world] = read("world.xml", made.rss(entry, title="Courier: World"))
    [_, local] = read("local.xml", made.rss(made.item("Other."), entry, title="Courier: Local"))
    assert world.id == local.id
    assert identity(world.provenance.raw) == world.id
    assert json.loads(world.provenance.raw)["title"] == "Ferry"
    assert world.provenance.media_type == "application/json"


def test_an_entry_of_another_source_is_that_sources(read_one):
    entry = made.item().replace("</item>", '<source url="https://t.example">Tide</source></item>')
    assert read_one("feed.xml", made.rss(entry)).publisher == "Tide"


def test_an_entry_without_a_text_costs_only_itself(read):
    found = read("feed.xml", made.rss(made.item(), made.item(""), made.item("It left.")))
    assert [getattr(one, "text", None) for one in found] == [
        *("The ferry stayed in Orrin.", None, "It left.")
    ]
    assert failures(found) == ["input.empty"]
    assert found[1].path.endswith("feed.xml:2")


@pytest.mark.parametrize("end", [50, 150, 400])
def test_of_a_feed_that_breaks_off_the_whole_entries_are_read(read, end):
    whole = made.rss(*(made.item(f"Entry {i} of the ferry’s log.", guid=str(i)) for i in range(9)))
    found = read("feed.xml", whole[:-end])
    texts = [one.text for one in found if isinstance(one, Document)]
    assert texts == [f"Entry {i} of the ferry’s log." for i in range(len(texts))]
    assert 0 < len(texts) < 9
    assert failures(found) == ["input.broken_archive"]
    assert "breaks off" in found[-1].error.message


@pytest.mark.parametrize("raw", ["", " \n", "Just words.", "<a><b/></a>", "<html></html>"])
def test_what_is_no_feed_is_refused(read, raw):
    [found] = read("feed.xml", raw, kind="feed")
    assert failures([found]) == ["input.empty" if not raw.strip() else "input.broken_archive"]


def test_of_a_feed_that_breaks_off_in_its_head_nothing_is_read(read_one):
    found = read_one("feed.xml", made.rss(made.item())[:300])
    assert "breaks off" in found.error.message


def test_a_feed_without_entries_is_empty(read_one):
    assert read_one("feed.xml", made.rss()).error.code == "input.empty"


def test_faults_of_xml_are_mended(read_one):
    entry = made.item("Salt & pepper&nbsp;&ndash; 5 &euro; &unknown; \x0b")
    found = read_one("feed.xml", made.rss(entry))
    assert found.text.split() == ["Salt", "&", "pepper", "–", "5", "€", "&unknown;"]


def test_the_declared_encoding_is_used_and_a_wrong_one_is_refused(read_one):
    written = made.rss(made.item("Café Zoë")).replace("utf-8", "windows-1252")
    assert read_one("feed.xml", written.encode("cp1252")).text == "Café Zoë"
    wrong = made.rss(made.item("Café Zoë")).encode("cp1252")
    assert read_one("feed.xml", wrong).error.code == "input.undecodable"
    assert read_one("feed.xml", made.rss(made.item("Café")).encode("utf-16")).text == "Café"


def declared(entities):
    return f"<!DOCTYPE rss [{entities}]>\n"


def test_entities_do_not_expand(read_one):
    laughs = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)
    )
    found = read_one("feed.xml", made.rss(made.item("Orla: &a11;"), head=declared(laughs)))
    assert found.text == "Orla: &a11;"
    quadratic = f'<!ENTITY a "{"ha" * 50_000}">'
    found = read_one("feed.xml", made.rss(made.item("&a;" * 5000), head=declared(quadratic)))
    assert len(found.text) < 20_000


def test_nothing_outside_is_looked_at(read_one, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a reader of feeds has no business with the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (tmp_path / "secret").write_text("the plans")
    entities = (
        f'<!ENTITY x SYSTEM "file://{tmp_path}/secret"><!ENTITY y SYSTEM "http://x.example/">'
        '<!ENTITY % z SYSTEM "http://x.example/z.dtd"> %z;'
    )
    found = read_one("feed.xml", made.rss(made.item("Orla: &x; &y;"), head=declared(entities)))
    assert found.text == "Orla: &x; &y;"


def test_a_huge_entry_and_a_deep_one_do_no_harm(read):
    deep = "<div>" * 50_000 + "The ferry stayed." + "</div>" * 50_000
    huge = "The ferry stayed. " * 100_000
    found = read(
        "feed.xml", made.rss(made.item(f"<![CDATA[{deep}]]>"), made.item(huge), made.item("End."))
    )
    assert found[1].text == huge.strip()
    assert found[2].text == "End."
    [refused] = read("feed.xml", made.rss(made.item(huge)), max_bytes=1000)
    assert failures([refused]) == ["input.too_large"]


def test_what_is_nested_too_deeply_ends_the_feed_and_is_told(read):
    deep = "<a>" * 5000 + "x" + "</a>" * 5000
    found = read("feed.xml", made.rss(made.item("One."), made.item(deep), made.item("Three.")))
    assert found[0].text == "One."
    assert failures(found) == ["input.broken_archive"]
    huge = "word " * 2_500_000
    found = read("feed.xml", made.rss(made.item(huge), made.item("Two.")))
    assert [len(one.text) for one in found] == [len(huge) - 1, 4]


def test_attributes_by_the_thousand_are_none(read):
    many = " ".join(f'a{i}="b"' for i in range(100_000))
    found = read("feed.xml", made.rss(made.item(f"<x {many}>One.</x>"), made.item("Two.")))
    assert [one.text for one in found] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("a < b", "a b"),
        ("<b>bold", "bold"),
        ("<x:y>kept</x:y>", "kept"),
        ("<b><i>crossed</b></i>", "crossed"),
    ],
)
def test_a_fault_in_one_entry_leaves_the_others(read, fault, text):
    found = read("feed.xml", made.rss(made.item("One."), made.item(fault), made.item("Three.")))
    assert [one.text for one in found] == ["One.", text, "Three."]


def test_what_the_parser_trips_over_is_an_error_of_that_feed(read):
    stray = "<g:pos xmlns:g='http://www.opengis.net/gml'>1 2</g:pos>"
    [found] = read("feed.xml", made.rss(made.item("One."), f"<item>{stray}</item>"))
    assert found.error.code == "input.broken_archive"
    assert found.error.where.endswith("feed.xml")
    assert "get it anew" in found.error.remedy


WHOLE = made.rss(
    made.item("One.", title="T", link="https://c.example/1", pubDate="Mon, 19 Jun 2017 08:00:00 Z"),
    "<item>" + FULL + "</item>",
    head=declared('<!ENTITY a "b">'),
).encode()


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
def test_mutated_feeds_are_read_or_refused(data):
    raw = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    for found in read_source(Source("f.xml", kind="feed", raw=bytes(raw)), ReaderSettings()):
        if isinstance(found, Document):
            assert found.text.strip()
            assert identity(found.provenance.raw) == found.id
        else:
            assert found.error.code.startswith("input.")
            assert found.error.remedy


def test_no_warning_is_given(read, caplog):
    with caplog.at_level(logging.WARNING):
        read("feed.xml", made.rss(made.item()))
    assert caplog.text == ""
