"""What holds of any decisions on any reading."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.review.corrections import reviewed
from rashomon.review.matching import what_of
from rashomon.store.codec import encode_reading, spans_of
from tests.pipeline.drawn import drawn_accounts

from .drawn import decisions_on, kept

SLOW = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def decided(draw):
    """Draw a reading, decisions on it, and the numbers of those that were taken back."""
    reading = next(iter(draw(drawn_accounts()).readings.values()))
    made = draw(decisions_on(reading))
    undone = draw(st.sets(st.integers(1, max(1, len(made)))))
    return reading, made, undone


@SLOW
@given(decided())
def test_every_span_resolves_and_every_name_leads_somewhere(drawn):
    reading, made, undone = drawn
    shown = reviewed(reading, kept(made, undone)).reading
    text = shown.document.text
    for span in spans_of(shown):
        assert 0 <= span.start < span.end <= len(text)
        assert isinstance(span, Span)
    claims = [one.id for one in shown.attributions]
    for named in (claims, *([one.id for one in part] for part in parts(shown))):
        assert len(set(named)) == len(named)
    parties = {one.id for one in shown.parties}
    times, places = ({one.id for one in part} for part in (shown.times, shown.places))
    for one in shown.attributions:
        assert one.party is None or one.party in parties
        assert one.within is None or one.within in claims
        assert one.within != one.id
    for event in shown.events:
        assert event.attribution is None or event.attribution in claims
        assert event.time is None or event.time in times
        assert event.place is None or event.place in places
        assert {event.agent, event.target} <= {None, *parties}


def parts(reading):
    return (reading.parties, reading.times, reading.places, reading.events, reading.statements)


@SLOW
@given(decided())
def test_undoing_all_gives_the_machine_reading_back_byte_for_byte(drawn):
    reading, made, _ = drawn
    shown = reviewed(reading, kept(made, range(1, len(made) + 1))).reading
    assert encode_reading(shown) == encode_reading(reading)


@SLOW
@given(decided())
def test_the_same_decisions_come_to_the_same(drawn):
    reading, made, undone = drawn
    assert reviewed(reading, kept(made, undone)) == reviewed(reading, kept(made, undone))


@SLOW
@given(decided())
def test_items_are_those_of_the_reading_and_those_that_were_rejected(drawn):
    reading, made, undone = drawn
    found = reviewed(reading, kept(made, undone))
    for what, there in (
        ("claim", [one.id for one in found.reading.attributions]),
        ("time", [one.id for one in found.reading.times]),
        ("place", [one.id for one in found.reading.places]),
    ):
        listed = [one.id for one in found.items if one.what == what and not one.is_rejected]
        assert sorted(listed) == sorted(there)
    numbers = [number for one in found.items for number in one.decisions]
    in_force = [one for one in kept(made, undone) if what_of(one.decision) and not one.is_undone]
    assert set(numbers) <= {one.number for one in in_force}
    assert len(set(numbers)) == len(numbers)


@SLOW
@given(decided())
def test_decisions_hold_on_a_reading_that_numbers_its_items_anew(drawn):
    reading, made, undone = drawn
    again = replace(
        reading,
        attributions=tuple(
            replace(one, id=f"a{int(one.id[1:]) + 7}") for one in reading.attributions
        ),
        events=tuple(
            replace(one, attribution=one.attribution and f"a{int(one.attribution[1:]) + 7}")
            for one in reading.events
        ),
    )
    before, after = (reviewed(one, kept(made, undone)).reading for one in (reading, again))

    def claims(one):
        return [(each.source, each.cue, each.content, each.stance) for each in one.attributions]

    if len({(one.cue, one.content) for one in reading.attributions}) == len(reading.attributions):
        assert sorted(claims(before)) == sorted(claims(after))
