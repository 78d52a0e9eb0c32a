"""What holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.mentions import Mention
from rashomon.analysis.places.find import find_places
from rashomon.model.document import Document
from rashomon.model.spans import Span
from tests.analysis.places.conftest import ENTRIES, TABLE, FakeGazetteer, entry, split

PIECES = st.sampled_from(
    (
        *(
            "Orle",
            "Halen",
            "Estmark",
            "Calder",
            "Mirow",
            "Syrian",
            "Ky.",
            "KY",
            "12 km",
            "south of",
        ),
        *("near", "in", "between", "and", ",", ", ", "(", ")", "'s", "’s", " ", "\n", ".", "the"),
        *(
            "province",
            "county",
            "River",
            "denied",
            "according to",
            "😀",
            "مدينة",
            "\0",
            "é",
            "N.",
            "-",
        ),
    )
)


@st.composite
def documents(draw):
    """Texts of names, relations and rubbish, with marks anywhere."""
    text = draw(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=80)))
    marks = []
    for _ in range(draw(st.integers(0, 6)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 30)))
        label = draw(st.sampled_from(("place", "person", "organisation")))
        marks.append(Mention(label, Span(start, end), draw(st.floats(0, 1))))
    return text, marks


@settings(deadline=None)
@given(documents())
def test_places_stand_in_the_text_and_are_placed_on_earth_or_not_at_all(drawn):
    text, marks = drawn
    toponyms = [mark for mark in marks if mark.label == "place"]
    places = find_places(
        Document(id="sha256:0", text=text), split(text), toponyms, marks, FakeGazetteer(), TABLE
    )
    assert [place.span for place in places] == sorted(place.span for place in places)
    for before, after in pairwise(places):
        assert before.span.end <= after.span.start
    for place in places:
        assert 0 <= place.span.start < place.span.end <= len(text)
        known = (place.lat, place.lon, place.precision, place.radius_km)
        assert all(value is None for value in known) or None not in known
        if place.lat is None or place.lon is None:
            assert place.country is place.admin1 is place.geonames_id is None
        else:
            assert abs(place.lat) <= 90
            assert abs(place.lon) <= 180


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\0" * 200_000, "9" * 200_000, "Orle " * 20_000, "A." * 100_000),
        *("A'a" * 60_000, "Orle, " * 5_000, "in orle " * 5_000, "مدينة " * 20_000),
        "Orle" + " " * 200_000 + "Calder",
    ],
    ids=lambda text: f"{text[:6]!r} x {len(text)}",
)
def test_any_text_is_read(text):
    marks = [
        Mention("place", Span(at, at + 4), 0.9) for at in range(0, min(len(text), 9000) - 6, 6)
    ]
    find_places(Document(id="sha256:0", text=text), split(text), marks, [], FakeGazetteer(), TABLE)


def test_a_long_document_is_resolved_in_parts_that_each_have_context():
    text = "Orle, Halen. " * 300
    marks = [
        Mention("place", Span(at + start, at + end), 0.9)
        for at in range(0, len(text), 13)
        for start, end in ((0, 4), (6, 11))
    ]
    places = find_places(
        Document(id="sha256:0", text=text), split(text), marks, [], FakeGazetteer(), TABLE
    )
    assert {place.geonames_id for place in places if place.name == "Orle"} == {7}


def test_a_document_without_sentences_is_read():
    text = "Mirow, near Calder"
    marks = [Mention("place", Span(0, 5), 0.9), Mention("place", Span(12, 18), 0.9)]
    near, _ = find_places(Document(id="sha256:0", text=text), [], marks, [], FakeGazetteer(), TABLE)
    assert near.precision == "near"


def test_a_place_in_the_sea_belongs_to_no_country(find):
    [place] = find("The ship sank in the [[Grey Sea]].")
    assert (place.lat, place.country, place.admin1, place.precision) == (42.0, None, None, "region")


def test_an_empty_gazetteer_places_nothing(find):
    places = find("[[Orle]], near [[Calder]]", gazetteer=FakeGazetteer(()))
    assert [place.lat for place in places] == [None, None]


def test_the_same_document_gives_the_same_places(find):
    text = "From [[Orle]] to [[Kessel]], [[Halen]], near [[Mirow]]."
    assert find(text) == find(text)


def test_a_place_around_the_date_line_is_placed(find):
    gazetteer = FakeGazetteer((*ENTRIES, entry("Vanu", -17.0, 179.95, "XV", "", population=90_000)))
    [place, _] = find("[[Mirow]], 40 km east of [[Vanu]]", gazetteer=gazetteer)
    assert place.lon is not None
    assert -180 <= place.lon < -179
