from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.incidents.background import Places, Telling, apart
from rashomon.linking.incidents.sketches import Spot
from tests.linking.incidents.reports import MODEL

_NEAR_KM = 15.0


@st.composite
def _tellings(draw):
    lat = draw(st.one_of(st.floats(-90, 90), st.floats(35, 36), st.floats(89, 90)))
    lon = draw(st.one_of(st.floats(-180, 180), st.floats(37, 38), st.sampled_from((-180.0, 180.0))))
    radius = draw(st.sampled_from((0.0, 4.0, 25.0, 40.0, 41.0, 300.0)))
    precision = draw(st.sampled_from(("town", "district", "region")))
    first = draw(st.integers(738_000, 738_004))
    return Telling(
        number=draw(st.integers(0, 1_000)),
        events=(),
        types=("bombing",),
        first=first,
        last=first + draw(st.integers(0, 2)),
        spot=draw(
            st.sampled_from(
                (
                    Spot("Brinn", lat, lon, radius, None, precision, 1.0),
                    Spot("Brinn", None, None, 0.0, None, None, 1.0),
                )
            )
        ),
        killed=None,
        parties=(),
        trigger="blast",
    )


def _is_precise(one):
    return one.spot.lat is not None and one.spot.radius <= 40 and one.spot.precision != "region"


@given(st.lists(_tellings(), max_size=20), _tellings().filter(_is_precise))
def test_all_that_is_near_in_days_and_place_is_found_anywhere_on_earth(added, asked):
    places = Places(MODEL.words)
    for one in added:
        places.add(one)

    near = [
        one
        for one in added
        if one.first <= asked.last
        and asked.first <= one.last
        and apart(one.spot, asked.spot) <= _NEAR_KM
    ]
    assert set(places.near(asked)) == set(near)
