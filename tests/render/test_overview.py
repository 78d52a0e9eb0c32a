from dataclasses import replace

import pytest
from rich.console import Console

from rashomon.model.reading import Casualties
from rashomon.model.spans import Span
from rashomon.render.overview import (
    count_words,
    events_table,
    parties_table,
    party_note,
    places_table,
    timeline,
)


def lines(renderable, width=90):
    console = Console(width=width, highlight=False, no_color=True)
    with console.capture() as capture:
        console.print(renderable)
    return [" ".join(line.split()) for line in capture.get().splitlines()]


@pytest.mark.parametrize(
    ("least", "most", "who", "words"),
    [
        (2, 2, "soldiers", "2 soldiers killed"),
        (58, None, None, "58 or more killed"),
        (20, 30, "civilians", "20 to 30 civilians killed"),
        (0, 0, None, "0 killed"),
    ],
)
def test_a_count_is_said_with_its_bounds(least, most, who, words):
    assert count_words(Casualties("killed", who, least, most, Span(0, 1), False)) == words


def test_an_event_shows_how_it_is_told(reading):
    [event] = reading.events
    told = replace(event, polarity="denied", modality="alleged", is_background=True)
    shown = " ".join(lines(events_table(replace(reading, events=(told,)))))
    assert "denied: shelling, artillery" in shown
    assert "(alleged), background" in shown


def test_main_events_come_before_background(reading):
    [event] = reading.events
    old = replace(event, id="e0", type="armed_clash", is_background=True)
    shown = lines(events_table(replace(reading, events=(old, event))))
    assert shown[0].startswith("shelling")
    assert shown[-1].startswith("armed clash, background")


def test_who_acts_on_whom_is_shown(reading):
    [event] = reading.events
    shown = lines(events_table(replace(reading, events=(replace(event, agent="p1"),))), 120)
    assert "Halk → ?; 2 or more children killed" in shown[0]


def test_the_timeline_runs_from_the_earliest_on_and_shows_ranges(reading):
    first, second = reading.times
    spring = replace(second, earliest="2023-03-01", latest="2023-05-31", of="statement")
    shown = lines(timeline(replace(reading, times=(first, spring))))
    assert shown[0] == "2023-03-01 – 2023-05-31 may statement"
    assert shown[1].startswith("2023-05-11 11 May shelling")


def test_places_of_one_name_are_counted_and_a_distance_is_shown(reading):
    known, unknown = reading.places
    near = replace(unknown, lat=59.1, lon=18.0, precision="near", radius_km=12.0)
    shown = lines(places_table(replace(reading, places=(known, near, known))))
    assert shown == [
        "Osterby Uppland, SE town 59.50, 18.25 2 times",
        "Lindholm near ±12 km 59.10, 18.00",
    ]


def test_adjectives_and_parts_of_names_are_no_places(reading):
    known, _ = reading.places
    assert places_table(replace(reading, places=(replace(known, use="associative"),))) is None


def test_parties_stand_under_their_side(reading):
    one, two, _ = reading.parties
    army = replace(two, kind="military", side="Ostmark")
    assert lines(parties_table(replace(reading, parties=(one, army)))) == [
        "Ostmark person: Halk; military: Marn"
    ]
    assert parties_table(replace(reading, parties=(two,))) is None


def test_a_party_that_is_its_own_side_is_not_named_twice(reading):
    one = replace(reading.parties[0], name="Ostmark", kind="government")
    assert party_note(one) == " (government)"
