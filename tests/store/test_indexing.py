from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.document import Document
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.store.indexing import FIRST_DAY, LAST_DAY, day_number, index, trait

from .making import DAM

st.register_type_strategy(Span, st.builds(Span, st.integers(0), st.integers(0)))
st.register_type_strategy(float, st.floats(-180, 180))


def test_a_claim_is_known_by_content_speaker_and_traits():
    ministry = index(DAM.reading).claims[1]
    assert ministry.content.split() == [
        "that",
        "there",
        "had",
        "been",
        "an",
        "alarm",
        "in",
        "brinn",
    ]
    assert ministry.speaker.split() == ["the", "lakes", "ministry", "ministry", "of", "lakes"]
    assert ministry.traits.split() == ["stancedenies", "placebrinn", "sideestmark"]


def test_days_and_places_are_those_within_the_content():
    found = index(DAM.reading)
    assert found.times == ((0, 738643, 738643),)
    assert found.places == ((1, 3_500_000, 3_900_000), (0, 3_600_000, 4_000_000))
    assert found.traits == "placebrinn placeorle"


def test_what_is_open_at_one_end_holds_all_days_there():
    [time] = DAM.reading.times
    since = index(replace(DAM.reading, times=(replace(time, latest=None),)))
    until = index(replace(DAM.reading, times=(replace(time, earliest=None),)))
    never = index(replace(DAM.reading, times=(replace(time, earliest=None, latest=None),)))
    assert since.times == ((0, 738643, LAST_DAY),)
    assert until.times == ((0, FIRST_DAY, 738643),)
    assert never.times == ()


def test_days_that_no_calendar_has_have_no_number():
    assert day_number("2023-05-03") == 738643
    for day in (None, "", "2023-02-30", "-0044-03-15", "2023-05-XX", "12023-01-01", "x"):
        assert day_number(day) is None


def test_a_name_is_one_trait_however_it_is_written():
    assert trait("place", "Deir  ez-Zor") == trait("place", "DEIR EZ ZOR") == "placedeirezzor"
    assert len(trait("side", "x" * 5000)) == 100


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(Reading, document=st.just(Document("sha256:0", "Orle was flooded."))))
def test_any_reading_can_be_searched(reading):
    found = index(reading)
    assert len(found.claims) == len(reading.attributions)
    for claim, *_ in (*found.times, *found.places):
        assert claim is None or claim < len(found.claims)
