"""Search finds claims and documents by what they say, who says it, when and where."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.case import Query
from rashomon.model.geometry import Circle
from rashomon.model.spans import Span
from rashomon.store import open_case

from .making import BRIDGE, DAM, entry

DAM_ID = DAM.reading.document.id
BRIDGE_ID = BRIDGE.reading.document.id
RAID = entry(
    "Washburn Valley, 2 May. The army said that rebels had shelled the fort on 1 May. "
    "Colonel Tarn doubted the army's account of the shelling at Brinn.",
    claims=(
        {
            "source": "The army",
            "content": "that rebels had shelled the fort on 1 May",
            "side": "Norvia",
            "event": {"place": "l1"},
        },
        {
            "source": "Colonel Tarn",
            "content": "the army's account of the shelling at Brinn",
            "stance": "doubts",
            "side": "New Halen",
        },
    ),
    times=(("2 May", "2023-05-02"), ("1 May", "2023-05-01")),
    places=(("Washburn", 10.0, 179.9), ("Brinn", 35.0, 39.0, "metonymic")),
    publisher="The Tide",
)


@pytest.fixture(scope="module")
def filled(new_location):
    """A case that is only searched in."""
    with open_case(new_location(), create=True) as case:
        case.add([DAM, BRIDGE, RAID])
        yield case


def claims(case, **query):
    return {(hit.source) for hit in case.search(Query(**query))}


def documents(case, **query):
    return {hit.document.publisher for hit in case.search(Query(what="documents", **query))}


@pytest.mark.parametrize(
    ("query", "sources"),
    [
        ({"words": "gates"}, {"engineers"}),
        ({"words": "GATE"}, {"engineers"}),
        ({"words": "bombing bridges"}, {"Mayor Quill"}),
        ({"words": '"the gates of the Orle"'}, {"engineers"}),
        ({"words": '"Orle gates"'}, set()),
        ({"words": "gates alarm"}, set()),
        ({"words": "shell*"}, {"The army", "Colonel Tarn"}),
        ({"words": "sh*"}, set()),
        ({"speaker": "lakes ministry"}, {"The Lakes Ministry"}),
        ({"speaker": "ministry of"}, {"The Lakes Ministry"}),
        ({"side": "ESTMARK"}, {"The Lakes Ministry", "Mayor Quill"}),
        ({"side": "new halen"}, {"Colonel Tarn"}),
        ({"side": "Halen"}, set()),
        ({"stance": "denies"}, {"The Lakes Ministry"}),
        ({"publisher": "tide"}, {"The army", "Colonel Tarn"}),
        ({"words": "the", "side": "Norvia", "publisher": "tide"}, {"The army"}),
        ({"words": "gates", "stance": "denies"}, set()),
        ({"since": "2023-05-03"}, {"engineers"}),
        ({"until": "2023-05-01"}, {"The army"}),
        ({"since": "2023-05-01", "until": "2023-05-03"}, {"engineers", "The army"}),
        ({"since": "2024-01-01"}, set()),
        ({"since": "2023-05-03", "until": "2023-05-01"}, set()),
        ({"place": "Brinn"}, {"The Lakes Ministry"}),
        ({"place": "WASHBURN"}, {"The army"}),
        ({"near": Circle(35.1, 39.1, 30)}, {"The Lakes Ministry"}),
        ({"near": Circle(35.1, 39.1, 10)}, set()),
        ({"near": Circle(10, -179.9, 50)}, {"The army"}),
        ({"near": Circle(89, 0, 20_000)}, {"engineers", "The Lakes Ministry", "The army"}),
        ({"words": "alarm", "near": Circle(35, 39, 1), "side": "Estmark"}, {"The Lakes Ministry"}),
    ],
)  # fmt: skip
def test_claims_are_found(filled, query, sources):
    assert claims(filled, **query) == sources


@pytest.mark.parametrize(
    ("query", "publishers"),
    [
        ({"words": "alarm"}, {"Lakes Radio"}),
        ({"words": "flood"}, {"Lakes Radio"}),  # of the title
        ({"words": '"killed on 9 May"'}, {"Halen Post"}),
        ({"publisher": "halen"}, {"Halen Post"}),
        ({"place": "Orle"}, {"Lakes Radio"}),
        ({"place": "Brinn"}, {"Lakes Radio"}),  # elsewhere it stands for people
        ({"since": "2023-05-02", "until": "2023-05-02"}, {"The Tide"}),
        ({"near": Circle(35, 39, 5)}, {"Lakes Radio"}),
        ({"speaker": "quill"}, {"Halen Post"}),
        ({"side": "Estmark", "stance": "denies"}, {"Lakes Radio"}),
        ({"side": "Norvia", "stance": "doubts"}, set()),  # both are there, in two claims
        ({}, {"Lakes Radio", "Halen Post", "The Tide"}),
    ],
)
def test_documents_are_found(filled, query, publishers):
    assert documents(filled, **query) == publishers


def test_a_claim_is_shown_with_the_words_around_it(case):
    text = (
        f"{'Rain fell on the valley all day. ' * 20}Mayor Quill said the old bridge was safe. "
        f"{'Nobody believed her in the end. ' * 20}"
    )
    case.add(
        [entry(text, claims=[{"source": "Mayor Quill", "content": "the old bridge was safe"}])]
    )
    [hit] = case.search(Query("bridge"))
    assert [span.of(text) for span in hit.content] == ["the old bridge was safe"]
    assert [span.of(text) for span in hit.marks] == ["bridge"]
    assert hit.context == hit.context_span.of(text)
    assert 150 < len(hit.context) < 250
    assert "Mayor Quill said the old bridge was safe. Nobody" in hit.context
    assert text[hit.context_span.start - 1] == text[hit.context_span.end] == " "
    assert (hit.party, hit.side, hit.stance) == ("Mayor Quill", None, "asserts")


def test_the_marks_of_a_phrase_are_its_words_together(case):
    text = "Shut gates. The gates were shut, said Veld."
    case.add([entry(text)])
    [hit] = case.search(Query('"gates were" shut', what="documents"))
    assert hit.marks == (Span(0, 4), Span(16, 21), Span(22, 26), Span(27, 31))


def test_a_document_is_shown_where_the_words_stand(case):
    text = "Rain fell on the valley. " * 200 + "Then the Überlauf broke. " + "It was late. " * 200
    case.add([entry(text)])
    [hit] = case.search(Query("uberlauf", what="documents"))
    assert [span.of(text) for span in hit.marks] == ["Überlauf"]
    assert "Then the Überlauf broke." in hit.context
    assert (hit.attribution, hit.content, hit.stance, hit.source) == (None, (), None, "")


def test_a_very_long_claim_is_shown_in_part(case):
    text = "word " * 2000
    case.add([entry(text, claims=[{"source": "word", "content": text.strip()}])])
    [hit] = case.search(Query("word"))
    assert len(hit.context) < 500


def test_what_fits_better_stands_first(case):
    case.add(
        [
            entry("The bridge held, and the rain, and the mud, and the long night went on and on."),
            entry("The bridge, the bridge: a bridge."),
            entry("No news."),
        ]
    )
    hits = case.search(Query("bridge", what="documents"))
    assert [hit.document.words for hit in hits] == [6, 17]
    assert hits[0].score > hits[1].score


def test_results_come_page_by_page(case):
    case.add([entry(f"The bridge, report {number}.") for number in range(9)])
    query = {"words": "bridge", "what": "documents"}
    whole = [hit.document.id for hit in case.search(Query(**query, limit=9))]
    assert len(whole) == 9
    pages = [case.search(Query(**query, limit=4, offset=at)) for at in (0, 4, 8, 12)]
    assert [hit.document.id for page in pages for hit in page] == whole
    assert case.search(Query(**query, limit=0)) == ()
    assert case.search(Query(**query, limit=-3)) == ()
    assert len(case.search(Query(**query, limit=10**12, offset=-7))) == 9


def test_all_is_found_where_nothing_is_asked(filled):
    assert len(filled.search(Query())) == 5
    assert len(filled.search(Query(words="  "))) == 5


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "*", "'", "a'b\"c", "NEAR(", "gates OR", "AND NOT", "{content}: x", "^gates", "a:b",
     "gates -alarm", "x AND (", "; DROP TABLE log; --", "%", "_", "\\", "&", "!", "<->", ":*", "|",
     "\0", "\ud800", "🌊", "a" * 100_000, "a " * 10_000, "«", "\u0627", "١٢٣", "½", "ﷺ*"],
)  # fmt: skip
def test_whatever_is_typed_gives_a_result(filled, typed):
    for what in ("claims", "documents"):
        for field in ("words", "speaker", "publisher", "place", "side", "since", "incident"):
            assert isinstance(filled.search(Query(**{field: typed}, what=what)), tuple)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_searched_for(filled, typed):
    query = dict.fromkeys(("words", "speaker", "publisher", "place", "side", "incident"), typed)
    for name in query:
        filled.search(Query(**{name: typed}))
    filled.search(Query(**query, what="documents"))


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -1.0, 1e300])
def test_any_circle_gives_a_result(filled, bad):
    for near in (Circle(bad, 0, 1), Circle(0, bad, 1), Circle(0, 0, bad)):
        assert isinstance(filled.search(Query(near=near)), tuple)


@settings(max_examples=60, deadline=None)
@given(st.floats(-95, 95), st.floats(-400, 400), st.floats(0, 30_000))
def test_what_is_near_is_what_lies_in_the_circle(filled, lat, lon, km):
    # the distance from the pole does not depend on the longitude
    assert isinstance(filled.search(Query(near=Circle(lat, lon, km))), tuple)
    from_pole = (90 - 10.0) * 111.195
    found = claims(filled, near=Circle(90, lon, km))
    assert ("The army" in found) == (km > from_pole) or abs(km - from_pole) < 5
