import pytest

from rashomon.analysis.events.find import Known, find_events
from rashomon.analysis.events.participants import Actor
from rashomon.analysis.heads import TYPES
from rashomon.analysis.mentions import Mentions
from rashomon.model.spans import Span
from tests.analysis.events import reading
from tests.analysis.events.reading import events, said


def types(text, says=None, **known):
    return [one.type for one in events(text, says, **known)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norvian jets carried out an airstrike on the depot.", "air_drone_strike"),
        ("The jet was shot down over the lake.", "aircraft_shot_down"),
        ("Gunners shot the plane down at noon.", "aircraft_shot_down"),
        ("A car bomb went off at the gate.", "remote_explosive_landmine_ied"),
        ("A suicide bomber struck the market.", "suicide_bomb"),
        ("He blew himself up at the gate.", "suicide_bomb"),
        ("The village was shelled for hours.", "shelling_artillery_missile_attack"),
        ("Soldiers exchanged fire with the rebels.", "armed_clash"),
        ("The brigade has retaken the mill.", "government_regains_territory"),
        ("Two teachers were abducted in Calder.", "abduction_forced_disappearance"),
        ("The lakes signed a ceasefire.", "agreement"),
        ("Shops were looted overnight.", "looting_property_destruction"),
        ("The brigade claimed responsibility for it.", "claim_responsibility"),
        ("Norvia denied it.", "deny"),
        ("Norvia accused Estmark of lying.", "accuse"),
        ("Norvia threatened Estmark.", "threaten"),
    ],
)
def test_words_tell_a_type_by_themselves(text, kind):
    assert kind in types(text, {text: kind} if kind in TYPES else {text: "attack"})


@pytest.mark.parametrize(
    "kind", ["air_drone_strike", "chemical_weapon", "suicide_bomb", "armed_clash", "attack"]
)
def test_the_encoder_tells_which_kind_of_violence_a_word_means(kind):
    text = "Nine people died in the attack on the mill."
    assert types(text, {text: kind}) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The proposal was shot down in parliament.",
        "He suffered a heart attack.",
        "The team marched to victory.",
        "Shares collapsed on Monday.",
    ],
)
def test_other_senses_of_words_of_violence_are_no_events(text):
    assert types(text, {text: "none"}) == []


def test_what_the_encoder_is_sure_of_is_told_even_without_a_word_of_the_table():
    text = "The column rolled over the frontier."
    [event] = events(text, {text: "change_to_group_activity"}, marked=["rolled"])
    assert (event.type, event.trigger.of(text)) == ("change_to_group_activity", "rolled")


def test_one_sentence_tells_a_type_once():
    text = "The airstrike, the third airstrike of the week, hit a mill."
    assert types(text, {text: "air_drone_strike"}).count("air_drone_strike") == 1


def test_casualties_go_to_the_event_that_harmed():
    text = "At least 12 people were killed in an airstrike on Brinn."
    [event] = events(text, {text: "air_drone_strike"})
    [killed] = event.casualties
    assert (killed.kind, killed.min, killed.max) == ("killed", 12, None)


def test_a_sentence_that_tells_only_of_the_harmed_is_an_event():
    text = "Three farmers were wounded."
    [event] = events(text, {text: "none"})
    assert [(one.kind, one.min) for one in event.casualties] == [("injured", 3)]


@pytest.mark.parametrize("text", ["He died of age.", "Three people died in a car crash."])
def test_who_dies_by_nobodys_hand_is_not_attacked(text):
    assert "attack" not in types(text, {text: "none"})


def test_what_might_have_harmed_counts_nobody():
    text = "The airstrike could have killed hundreds."
    found = events(text, {text: "air_drone_strike"})
    assert not any(event.casualties for event in found)


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        ("The brigade attacked the convoy.", "p1", "p2"),
        ("The convoy was attacked by the brigade.", "p1", "p2"),
        ("The brigade is attacking the convoy.", "p1", "p2"),
        ("The convoy was attacked.", None, "p2"),
        ("An attack by the brigade on the convoy shook Brinn.", "p1", "p2"),
        ("The attack shook Brinn.", None, None),
        ("The brigade, in spite of the truce, attacked.", "p1", None),
    ],
)
def test_who_acts_and_who_suffers(text, agent, target):
    actors = [("brigade", "p1"), ("convoy", "p2")]
    [event] = [one for one in events(text, {text: "attack"}, actors=actors) if one.type == "attack"]
    assert (event.agent, event.target) == (agent, target)


@pytest.mark.parametrize(
    "text", ["The guards died.", "The guards were killed.", "The death of the guards was sudden."]
)
def test_who_dies_suffers_it(text):
    found = events(text, {text: "attack"}, actors=[("guards", "p1")])
    assert [(one.agent, one.target) for one in found] == [(None, "p1")]


def test_a_place_that_acts_is_not_where_it_happened():
    text = "Estmark struck Brinn."
    actors = [
        Actor(reading.span_of(text, "Estmark"), "p1", is_place=True),
        Actor(reading.span_of(text, "Brinn"), "p2", is_place=True),
    ]
    places = [reading.place(text, "Estmark"), reading.place(text, "Brinn", 51.0, number=2)]
    known = Known(reading.sentences(text), (), places, actors, {}, (), ())
    senses = reading.senses(text, {text: "attack"})
    found = find_events(text, Mentions(), senses, known, reading.TABLE)
    assert [(one.agent, one.target, one.place) for one in found.events] == [("p1", None, "l2")]


def test_a_country_that_acts_is_an_agent_and_one_where_it_happens_is_not():
    text = "Estmark attacked rebels in Norvia."
    actors = [
        Actor(reading.span_of(text, "Estmark"), "p1", is_place=True),
        Actor(reading.span_of(text, "rebels"), "p2", is_place=False),
        Actor(reading.span_of(text, "Norvia"), "p3", is_place=True),
    ]
    known = Known(reading.sentences(text), (), (), actors, {}, (), ())
    senses = reading.senses(text, {text: "attack"})
    found = find_events(text, Mentions(), senses, known, reading.TABLE)
    assert [(one.agent, one.target) for one in found.events] == [("p1", "p2")]
    assert found.acting == {reading.span_of(text, "Estmark"): "p1"}


@pytest.mark.parametrize(
    ("said", "agent", "target", "kind"),
    [
        (
            "government_regains_territory",
            "armed_group",
            None,
            "non_state_actor_overtakes_territory",
        ),
        ("non_state_actor_overtakes_territory", "military", None, "government_regains_territory"),
        ("attack", "armed_group", "military", "armed_clash"),
        ("armed_clash", "armed_group", "group", "attack"),
        ("attack", "armed_group", None, "attack"),
    ],
)
def test_who_takes_part_tells_the_type_as_the_codebook_has_it(said, agent, target, kind):
    text = "The brigade seized control of the convoy and attacked the convoy."
    actors = [("brigade", "p1"), ("convoy", "p2")]
    found = events(text, {text: said}, actors=actors, kinds={"p1": agent, "p2": target})
    assert kind in [one.type for one in found]


def test_what_it_was_done_with():
    text = "The brigade attacked the mill with mortars."
    [event] = events(text, {text: "attack"})
    assert event.instrument.of(text) == "mortars"


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The brigade attacked the mill.", "asserted", "happened"),
        ("The brigade did not attack the mill.", "denied", "happened"),
        ("The brigade never attacked the mill.", "denied", "happened"),
        ("There was no attack on the mill.", "denied", "happened"),
        ("The brigade will attack the mill.", "asserted", "planned"),
        ("The brigade plans to attack the mill.", "asserted", "planned"),
        ("The brigade could attack the mill.", "asserted", "hypothetical"),
        ("If they attack the mill, it burns.", "asserted", "hypothetical"),
        ("No fewer than nine brigades attacked the mill.", "asserted", "happened"),
        ("The brigade not only attacked the mill, it burned it.", "asserted", "happened"),
        ("On 3 May the brigade attacked the mill.", "asserted", "happened"),
        ("on 3 may the brigade attacked the mill.", "asserted", "happened"),
        ("In May brigades attacked the mill.", "asserted", "happened"),
        ("Will Black attacked the mill.", "asserted", "happened"),
        ("The brigade may attack the mill.", "asserted", "hypothetical"),
        ("It is not true that on that day the brigade attacked the mill.", "denied", "happened"),
        ("The attack on the mill was called off.", "asserted", "hypothetical"),
        ("The brigade allegedly attacked the mill.", "asserted", "alleged"),
        ("The suspected attack on the mill shook Brinn.", "asserted", "alleged"),
    ],
)
def test_how_words_before_it_tell_an_event(text, polarity, modality):
    [event] = events(text, {text: "attack"})
    assert (event.polarity, event.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("stance", "framing", "polarity", "modality"),
    [
        ("asserts", "neutral", "asserted", "happened"),
        ("asserts", "distancing", "asserted", "alleged"),
        ("denies", "neutral", "denied", "happened"),
        ("alleges", "neutral", "asserted", "alleged"),
        ("demands", "neutral", "asserted", "hypothetical"),
        ("predicts", "neutral", "asserted", "planned"),
    ],
)
def test_how_a_source_tells_an_event(stance, framing, polarity, modality):
    content = "the brigade attacked the mill"
    text = f"Officials said {content}."
    [event] = events(text, {text: "attack"}, said=[said(text, content, stance, framing)])
    assert (event.polarity, event.modality) == (polarity, modality)
    assert event.attribution == "a1"


def test_what_is_denied_is_denied_once():
    content = "any attack on the mill"
    text = f"The ministry denies {content}."
    found = events(text, {text: "attack"}, said=[said(text, content, "denies")])
    [attack] = [one for one in found if one.type == "attack"]
    assert attack.polarity == "denied"


def test_what_the_encoder_holds_not_to_have_taken_place_is_possible_at_most():
    text = "They were ready for the brigade to attack the mill."
    [event] = events(text, {text: "attack"}, happened=0.05)
    assert event.modality == "hypothetical"


def test_time_and_place_are_those_of_its_sentence():
    text = "On 3 May rebels attacked Brinn. On 4 May Calder was calm."
    times = [
        reading.time(text, "3 May", "2021-05-03"),
        reading.time(text, "4 May", "2021-05-04", 2),
    ]
    places = [reading.place(text, "Brinn"), reading.place(text, "Calder", 51.0, number=2)]
    [event] = events(text, {text: "attack"}, times=times, places=places)
    assert (event.time, event.place) == ("t1", "l1")


def test_another_day_and_place_is_another_event_told_beside():
    text = (
        "On 3 May rebels attacked Brinn. Nine people died in the attack. "
        "Rebels had attacked Osterby on 7 January."
    )
    times = [
        reading.time(text, "3 May", "2021-05-03"),
        reading.time(text, "7 January", "2021-01-07", 2),
    ]
    places = [reading.place(text, "Brinn"), reading.place(text, "Osterby", 58.0, number=2)]
    found = events(text, {text: "attack"}, times=times, places=places)
    assert [one.is_background for one in found] == [False, False, True]
    # the second sentence tells more of the first one's event, and shares its day and place
    assert [(one.time, one.place) for one in found] == [("t1", "l1"), ("t1", "l1"), ("t2", "l2")]


def test_a_strike_told_as_fighting_at_the_beginning_is_one_event():
    kinds = {
        "Warplanes bombed Brinn.": "air_drone_strike",
        "The bombing of Brinn began at noon.": "air_drone_strike",
        "Nine people were killed in the raids.": "armed_clash",
        "Rebels fought at the mill.": "armed_clash",
    }
    found = [one for one in events(" ".join(kinds), kinds) if one.type in kinds.values()]
    assert [one.type for one in found] == list(kinds.values())
    assert [one.is_background for one in found] == [False, False, False, True]


def test_a_bomb_by_any_name_is_one_event():
    kinds = {
        "A suicide bomber struck Brinn.": "suicide_bomb",
        "The car bomb killed nine people.": "remote_explosive_landmine_ied",
    }
    bombs = [one for one in events(" ".join(kinds), kinds) if one.type in kinds.values()]
    assert {one.type for one in bombs} == set(kinds.values())
    assert not any(one.is_background for one in bombs)


def test_events_are_numbered_in_the_order_of_the_text():
    text = "Rebels attacked Brinn. Norvia denied it. Police arrested two men."
    found = events(text, {text: "attack"})
    assert [one.id for one in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    assert [one.trigger for one in found] == sorted(one.trigger for one in found)


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "\u202eattack\u202c", "attack " * 3000])
def test_no_text_breaks_it(text):
    if not text.strip():
        return
    for event in events(text):
        assert isinstance(event.trigger, Span)
        assert 0 <= event.trigger.start < event.trigger.end <= len(text)
