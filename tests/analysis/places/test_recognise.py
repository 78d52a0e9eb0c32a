"""What is a place that no head marks as a toponym."""

import pytest

from rashomon.analysis.mentions import Mention
from rashomon.analysis.places.find import find_places
from rashomon.model.document import Document
from rashomon.model.spans import Span
from tests.analysis.places.conftest import TABLE, FakeGazetteer, entry, split


def names(find, text, entities=()):
    return [one.span.of(text) for one in find(text, entities)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained in Estmark and Calder.", ["Estmark", "Calder"]),
        ("Calder was quiet.", ["Calder"]),
        ("In Calder it was quiet.", ["Calder"]),
        ("Syrian and Russian jets", ["Syrian", "Russian"]),
        ("ships in the Grey Sea", ["Grey Sea"]),
        ("Orlemund was quiet.", []),
        ("Mira Calder spoke.", []),
        ("the Calder Herald wrote", []),
        ("the polish of the table", []),
    ],
)
def test_names_that_are_surely_of_places_are_found_without_a_head(find, text, found):
    assert names(find, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it rained in calder and estmark .", ["calder", "estmark"]),
        ("syrian jets came", ["syrian"]),
        ("they told us in march", []),
        ("the calder herald wrote", []),
        ("of polish stone", []),
    ],
)
def test_without_capitals_only_what_follows_a_preposition_is_one(find, text, found):
    assert names(find, text) == found


def test_a_place_that_only_the_head_for_names_marks_is_one(find):
    assert names(find, "They met at Mirow bridge.", [("place", "Mirow")]) == ["Mirow"]


def test_what_the_head_for_names_marks_as_something_else_is_none(find):
    assert names(find, "Then Calder spoke.", [("person", "Calder")]) == []


def test_marks_that_overlap_are_one_place():
    text = "It rained in Upper County."
    marks = [Mention("place", Span(13, 18), 0.9), Mention("place", Span(13, 25), 0.8)]
    places = find_places(
        Document(id="sha256:0", text=text), split(text), marks, [], FakeGazetteer(), TABLE
    )
    assert [one.span.of(text) for one in places] == ["Upper County"]


def test_beside_what_the_head_marks_only_names_of_countries_are_added(find):
    text = "[[Orle]] is not Calder. Syrian jets crossed Estmark."
    plain = text.replace("[[", "").replace("]]", "")
    assert [one.span.of(plain) for one in find(text)] == ["Orle", "Estmark"]


def test_places_are_numbered_in_the_order_of_the_text(find):
    places = find("[[Orle]], Estmark and [[Kessel]]")
    assert [one.id for one in places] == ["l1", "l2", "l3"]
    assert [one.span.start for one in places] == [0, 6, 18]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[estmark]] confirmed the raid on qes sil at noon.", ["estmark", "qes sil"]),
        ("[[estmark]] confirmed the qes sil raid.", ["estmark"]),
        ("[[Estmark]] confirmed the raid on qes sil.", ["Estmark"]),
        ("[[estmark]] confirmed the raid on vro nik.", ["estmark"]),
    ],
)
def test_strange_words_behind_a_preposition_may_be_a_large_place_without_capitals(
    find, text, found
):
    plain = text.replace("[[", "").replace("]]", "")
    rare = [word for word in ("qes", "sil", "vro", "nik") if word in plain]
    assert [one.span.of(plain) for one in find(text, rare=rare)] == found


def test_parts_of_one_name_are_put_together(find):
    gazetteer = FakeGazetteer(
        (
            entry("Tel al-Barak", 36.0, 41.0, "XE", population=90_000, number=70),
            entry("Ras al-Nahr", 36.1, 41.1, "XE", population=90_000, number=71),
        )
    )
    text = "They left [[Tel]] al-[[Barak]] for Ras al-[[Nahr]]."
    assert [one.name for one in find(text, gazetteer=gazetteer)] == ["Tel al-Barak", "Ras al-Nahr"]


def test_names_of_ones_own_lists_are_found_whole_whatever_a_head_marks(find):
    own = (entry("Checkpoint Falcon", 36.0, 41.0, "XE", feature="S.GATE", number=72),)
    text = "Troops closed Checkpoint [[Falcon]] at noon."
    [found] = find(text, gazetteer=FakeGazetteer(own=own))
    assert (found.name, found.lat) == ("Checkpoint Falcon", 36.0)
