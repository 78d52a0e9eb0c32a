import pytest

from rashomon.linking.incidents import sketch
from rashomon.linking.incidents.making import make_sketch
from rashomon.linking.incidents.sketches import pack, unpack
from tests.linking.incidents.reports import MODEL, event, report

TEXT = (
    "A 27-year-old woman and Jorun Veld, 31, were killed when a strike hit Orle on Monday, said "
    "Mira J. Tolan of the rescue service. A six-year-old boy was hurt near the Old Corn Hall."
)


def _of(text=TEXT, **known):
    told = event("strike", day="2023-05-08", place="Orle", killed=2)
    return make_sketch(report(text, told, title="Two dead in Orle", **known), MODEL)


def test_a_sketch_survives_being_packed():
    made = _of(published="2023-05-09")
    again = unpack(pack(made))

    assert unpack(pack(again)) == again
    assert again.main[0].id == "e1"
    assert again.killed == (2, 2)
    assert [(one.first, one.last) for one in again.days] == [(738648, 738648)]


def test_names_are_found_with_and_without_capitals():
    with_capitals = {one for one, _ in _of().names}
    without = {one for one, _ in _of(TEXT.lower()).names}

    assert {"mira tolan", "jorun veld"} <= with_capitals
    assert "mira tolan" in without


def test_ages_are_found():
    assert _of().ages == (6, 27, 31)
    assert _of(TEXT.lower().replace("-", " - ")).ages == (6, 27, 31)


def test_publishers_are_known_by_their_hosts():
    assert _of(publisher="www.Courier.example:80").publisher == "courier.example"


def test_the_words_of_an_address_count_as_a_headline():
    made = _of(url="https://courier.example/2023/05/ferry-runs-aground-off-tarn-1234567.html")

    assert {"ferry", "aground", "tarn"} <= set(made.heads)


def test_what_happened_after_the_publication_is_misread():
    assert _of(published="2023-05-01").days == ()


@pytest.mark.parametrize("data", [b"", b"\x78\x9c", b"nothing"])
def test_damaged_sketches_are_refused(data):
    with pytest.raises(ValueError, match="damaged"):
        unpack(data)


def test_sketches_are_small():
    many = " ".join(f"Word{number} Name{number}" for number in range(4000))

    assert len(sketch(report(many, event("Word1")), MODEL)) < 2_048
