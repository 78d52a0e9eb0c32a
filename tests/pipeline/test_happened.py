"""When, where, who and what happened, as the package reads reports written for these tests."""

import pytest

from rashomon.model.document import Document
from rashomon.pipeline.resources import load_analyser
from rashomon.settings import AnalysisSettings

REPORT = """\
Warplanes bombed a market in the town of Manbij on Tuesday, killing at least 12 people, \
three of them children, the Sarn Observatory said.

The Norvian defence ministry denied that its aircraft had flown there. “We have struck nobody,” \
said its spokesman, Jorun Veld, in Zelkovar. Veld accused the Lake Brigade of lying.

Two days earlier gunmen had abducted two nurses in Raqqa. They are still missing.
"""
PUBLISHED = "2021-06-03"
TABLE = """\
[[armed_group]]
name = "Lake Brigade"
side = "Estmark"
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    parties = tmp_path_factory.mktemp("tables") / "parties.toml"
    parties.write_text(TABLE, "utf-8")
    analyser = load_analyser(AnalysisSettings(parties=str(parties)))

    def read(text, published=PUBLISHED):
        return analyser.read(Document(id="sha256:0", text=text, published=published))

    return read


@pytest.fixture(scope="module")
def reading(read):
    return read(REPORT)


def quoted(spans):
    return [span.of(REPORT) for span in spans]


def event(reading, words):
    [found] = [one for one in reading.events if words in one.trigger.of(REPORT)]
    return found


def test_times_are_days_counted_from_the_publication(reading):
    values = {one.span.of(REPORT).lower(): (one.edtf, one.anchored_by) for one in reading.times}
    assert values["tuesday"] == ("2021-06-01", "published")
    assert ("2021-05-30", "narrative") in values.values()


def test_without_a_day_of_publication_nothing_is_made_up(read):
    values = {one.span.of(REPORT).lower(): one for one in read(REPORT, None).times}
    tuesday = values["tuesday"]
    assert (tuesday.edtf, tuesday.earliest, tuesday.latest) == (None, None, None)


def test_places_lie_where_they_are_and_unknown_ones_nowhere(reading):
    places = {one.span.of(REPORT): one for one in reading.places}
    manbij, raqqa = places["Manbij"], places["Raqqa"]
    assert (manbij.lat, manbij.lon) == pytest.approx((36.53, 37.95), abs=0.05)
    assert (raqqa.lat, raqqa.lon) == pytest.approx((35.95, 39.01), abs=0.05)
    assert {(one.country, one.precision) for one in (manbij, raqqa)} == {("SY", "town")}
    assert all(one.lat is None for words, one in places.items() if words == "Zelkovar")


def test_mentions_are_put_together_into_parties_with_kind_and_side(reading):
    parties = {one.name: one for one in reading.parties}
    [ministry] = [one for one in reading.parties if "ministry" in one.name]
    assert ministry.kind == "government"
    [veld] = [one for one in reading.parties if "Veld" in one.name]
    assert veld.kind == "person"
    assert "We" in quoted(veld.mentions)
    assert parties["Lake Brigade"].kind == "armed_group"
    assert parties["Lake Brigade"].side == "Estmark"


def test_who_speaks_is_a_party(reading):
    names = {one.id: one.name for one in reading.parties}
    said = {names.get(one.party): one.stance for one in reading.attributions}
    assert said["Sarn Observatory"] == "asserts"
    assert any("ministry" in (name or "") and how == "denies" for name, how in said.items())


def test_the_main_event_has_its_type_time_place_and_counts(reading):
    times = {one.id: one.edtf for one in reading.times}
    places = {one.id: one.name for one in reading.places}
    strike = event(reading, "bombed")
    assert strike.type == "air_drone_strike"
    assert not strike.is_background
    assert (times[strike.time], places[strike.place]) == ("2021-06-01", "Manbij")
    counts = {(one.kind, one.who): one for one in strike.casualties}
    total, part = counts["killed", None], counts["killed", "children"]
    assert (total.min, total.max, total.is_part) == (12, None, False)
    assert (part.min, part.max, part.is_part) == (3, 3, True)


def test_an_event_of_another_day_is_background(reading):
    abduction = event(reading, "abducted")
    assert abduction.type == "abduction_forced_disappearance"
    assert abduction.is_background
    times = {one.id: one.edtf for one in reading.times}
    assert times[abduction.time] == "2021-05-30"


def test_what_is_denied_is_no_event_that_took_place(read):
    reading = read("Norvia denied that its army had shelled the village of Orle on 5 May 2021.")
    [shelling] = [one for one in reading.events if "artillery" in one.type]
    assert shelling.polarity == "denied" or shelling.attribution in {
        one.id for one in reading.attributions if one.stance == "denies"
    }


@pytest.mark.parametrize(
    "text",
    [
        "On 31 June 2016 rebels shelled Orle. On 30/02/2017 the town fell.",
        "On 2016-13-45 it ended. In the year 99999999 all was well.",
    ],
)
def test_impossible_dates_have_no_value(read, text):
    assert [one.edtf for one in read(text).times] == [None] * len(read(text).times)


def test_places_in_the_sea_are_areas_or_nowhere(read):
    text = "A boat sank in the Mediterranean Sea, and another in the Gulf of Nowhere."
    places = {one.span.of(text): one for one in read(text).places}
    sea = next(one for words, one in places.items() if "Mediterranean" in words)
    assert (sea.country, sea.precision) == (None, "region")
    assert all(one.lat is None for words, one in places.items() if "Nowhere" in words)


@pytest.mark.parametrize(
    "text",
    [
        "قتل خمسة أشخاص في حلب يوم الثلاثاء.",
        "💥💥 BREAKING 🇸🇾: 5️⃣ killed 😢 in #Aleppo 🚨 says @army_spox 👨‍👩‍👧‍👦",
        "Rebels\x00 killed \x07five people\u202e in Aleppo\u200b on\ufeff Tuesday.",
        "Сирийская армия killed five people в Алеппо yesterday, قال المتحدث that ١٢ people died.",
        "Nine hundred ninety-nine quadrillion people were killed. 10^30 people died.",
    ],
)
def test_any_script_is_read_and_all_spans_lie_in_the_text(read, text):
    reading = read(text)
    spans = [
        *(one.span for one in (*reading.times, *reading.places, *reading.events)),
        *(span for party in reading.parties for span in party.mentions),
        *(one.span for event in reading.events for one in event.casualties),
    ]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        REPORT * 3,
        "The Kanfar Brigade entered Kanfar. Kanfar was attacked by the army, residents said.",
        "Fighters of the Kanfar Brigade attacked Kanfar on Sunday.",
        "Israel struck Damascus. Moscow said it knew nothing of it, and its army bombed Idlib.",
    ],
)
def test_every_id_that_is_referred_to_is_there(read, text):
    reading = read(text)
    parties, times, places, attributions = (
        {None, *(one.id for one in items)}
        for items in (reading.parties, reading.times, reading.places, reading.attributions)
    )
    for event in reading.events:
        assert {event.agent, event.target} <= parties
        assert event.time in times
        assert event.place in places
        assert event.attribution in attributions
    for one in reading.attributions:
        assert one.party in parties
        assert one.within in attributions


def test_a_headline_is_not_put_into_the_mouth_of_who_speaks_first(read):
    text = (
        "Two killed in Odesa strike\n\nBy Jane Roe\n\n"
        "Two people were killed on Tuesday, the regional governor said."
    )
    [said] = read(text).attributions
    assert [span.of(text) for span in said.content] == ["Two people were killed on Tuesday"]


def test_what_will_be_held_on_a_day_is_held_on_the_next_one(read):
    [saturday] = read("A march will be held on Saturday in Yerevan.", "2024-05-15").times
    assert saturday.edtf == "2024-05-18"


def test_a_strip_and_its_town_are_one_place_and_outweigh_a_far_one(read):
    text = "Hundreds were killed in Gaza, the health ministry said."
    [gaza] = [one for one in read(text).places if one.span.of(text) == "Gaza"]
    assert gaza.country == "PS"


def test_a_capital_that_speaks_is_its_government(read):
    text = "Damascus says three soldiers were killed near Homs. Washington condemned the strike."
    names = {one.name for one in read(text).parties}
    assert {"Syrian government", "US government"} <= names
