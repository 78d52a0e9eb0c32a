from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.answers.acts.acts import acts
from rashomon.compare.answers.acts.phrases import phrase_after
from rashomon.compare.answers.counts import counts
from rashomon.compare.answers.denials import denials
from rashomon.compare.answers.refuting import refutations
from rashomon.compare.answers.setting import Setting
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import Count
from rashomon.model.reading import Attribution, Casualties, Event, Time
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_comparer
from tests.compare.accounts import event, harmed, party, reading, said, span

COMPARER = load_comparer(is_relating=False)
WORDS, DENIALS = COMPARER.words, COMPARER.denials


def answers(one):
    """Return the answers of a reading as kind, value, holder, whether denied, words."""
    voices = Voices(one)
    setting = Setting(one, {each.id for each in one.events})
    found = [*counts(one, setting, voices), *acts(one, setting, voices, WORDS)]
    refuted = list(refutations(one, voices, DENIALS))
    found += denials(one, voices, found, refuted, DENIALS)
    return [
        (
            each.kind,
            each.value,
            each.voice.party,
            each.is_denied,
            each.span.of(one.document.text),
        )
        for each in found
    ]


def test_a_toll_is_of_who_gives_it():
    text = "Halen Monitor said 14 people were killed. Nine people were hurt in the blast."
    one = reading(
        text,
        attributions=(said(text, 1, "Halen Monitor", "said", "14 people were killed", party="p1"),),
        parties=(party(1, "Halen Monitor", "monitor"),),
        events=(
            event(text, 1, "killed", casualties=(harmed(text, "14 people were killed", 14, 14),)),
            event(
                text,
                2,
                "blast",
                casualties=(harmed(text, "Nine people were hurt", 9, 9, "injured"),),
            ),
        ),
    )
    found = [each for each in answers(one) if each[0] in ("killed", "injured")]
    assert [each[:3] for each in found] == [
        ("killed", Count(14, 14), "Halen Monitor"),
        ("injured", Count(9, 9), "The Courier"),
    ]


def test_a_monitor_without_a_name_is_the_one_that_is_named_later():
    text = "Nine died, a monitoring group said. Halen Monitor said 9 had died."
    one = reading(
        text,
        attributions=(
            said(text, 1, "a monitoring group", "said", "Nine died", party="p1"),
            said(text, 2, "Halen Monitor", "said", "9 had died", party="p2"),
        ),
        parties=(party(1, "a monitoring group", "monitor"), party(2, "Halen Monitor", "monitor")),
    )
    assert Voices(one).of(span(text, "Nine died")).party == "Halen Monitor"


def test_what_gives_no_number_is_no_answer():
    text = "Many people were killed in the strike, numerous others hurt."
    one = reading(
        text,
        events=(
            event(
                text,
                1,
                "strike",
                casualties=(
                    harmed(text, "Many people were killed", 3, None),
                    harmed(text, "numerous others hurt", 3, None, "injured"),
                ),
            ),
        ),
    )
    assert not [each for each in answers(one) if each[0] in ("killed", "injured")]


def test_whose_jets_did_it_answers_who():
    text = "Estmark's jets and Norvian warplanes bombed the mill, held by rebels."
    one = reading(
        text,
        parties=(
            party(1, "Estmark", mentions=(span(text, "Estmark"),)),
            party(2, "Norvian", mentions=(span(text, "Norvian"),)),
            party(3, "rebels", "armed_group"),
        ),
        events=(event(text, 1, "bombed"),),
    )
    found = {each[1] for each in answers(one) if each[0] == "responsibility"}
    assert found == {"Estmark", "Norvian"}
    assert [each[1] for each in answers(one) if each[0] == "target"] == ["mill"]
    assert {each[1] for each in answers(one) if each[0] == "means"} == {"air strike"}


def test_who_denies_a_part_in_it_does_not_deny_what_was_hit():
    text = "Norvia said Estmark had shelled a school. Estmark denied any involvement."
    content = "Estmark had shelled a school"
    one = reading(
        text,
        attributions=(
            said(text, 1, "Norvia", "said", content, party="p1"),
            said(text, 2, "Estmark", "denied", "any involvement", party="p2", stance="denies"),
        ),
        parties=(party(1, "Norvia"), party(2, "Estmark", mentions=(span(text, "Estmark"),))),
        events=(event(text, 1, "shelled", attribution="a1"),),
    )
    denied = [each[:3] for each in answers(one) if each[3]]
    assert denied == [("responsibility", "Estmark", "Estmark")]


def test_a_denial_of_a_claim_is_linked_to_it():
    text = "Norvia said an Estmark aircraft had hit the bridge. Estmark denied the charge."
    content = "an Estmark aircraft had hit the bridge"
    one = reading(
        text,
        attributions=(
            said(text, 1, "Norvia", "said", content, party="p1"),
            said(
                text.replace("Estmark aircraft", "....... aircraft"),
                2,
                "Estmark",
                "denied",
                "the charge",
                party="p2",
                stance="denies",
            ),
        ),
        parties=(party(1, "Norvia"), party(2, "Estmark", mentions=(span(text, "Estmark"),))),
        events=(event(text, 1, "hit", attribution="a1"),),
    )
    held = [each for each in answers(one) if each[0] == "responsibility"]
    assert [each[1:4] for each in held] == [
        ("Estmark", "Norvia", False),
        ("Estmark", "Estmark", True),
    ]
    assert held[1][4] == "Estmark denied the charge"


def told(text, words, *, parties=(), attributions=(), **more):
    """Return the answers of a text of which one event, named by words, is of the incident."""
    one = reading(
        text, parties=parties, attributions=attributions, events=(event(text, 1, words, **more),)
    )
    return answers(one)


def of_kind(kind, found):
    return [each[1] for each in found if each[0] == kind]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The bridge was blown up in a raid carried out by the Norvian army.", "raid", ["Norvia"]),
        ("Norvian-led troops watched as Estmark bombed the mill.", "bombed", ["Estmark"]),
        ("Twelve miners were shot dead by masked gunmen.", "shot dead", ["gunmen"]),
        ("On Monday Lenn rebels attacked a checkpoint.", "attacked", ["Lenn rebels"]),
        ("Either Estmark or Norvia shelled the port.", "shelled", ["Estmark", "Norvia"]),
        ("A strike on the port was the work of Estmark.", "strike", ["Estmark"]),
        ("Police identified the gunman as Joren Vale after the attack.", "attack", ["Joren Vale"]),
        # no one who did it
        ("The blast hit a town held by Estmark.", "blast", []),
        ("Estmark soldiers killed in the ambush were buried.", "ambush", []),
        ("Pictures sent by rebels showed the blast.", "blast", []),
        ("The attack killed nine in Norvia.", "attack", []),
        ("The Estmark army was bombed.", "bombed", []),
        ("A Norvian-made missile hit the port.", "hit", []),
        ("It would be the first attack by Estmark.", "attack", []),
        ("It did not know whether Estmark jets had hit the port.", "hit", []),
        # what others do about it
        ("It decried the lack of response to the attack by Norvia.", "attack", []),
        ("It was called an act of terrorism by Estmark after the attack.", "attack", []),
        ("The attack, of which polls were taken by Estmark, killed nine.", "attack", []),
        ("It condemned the attack by Estmark.", "attack", ["Estmark"]),
        ("It was the first attack on the port by Estmark.", "attack", ["Estmark"]),
        # arms that did nothing, or were hit
        ("Estmark jets flew over Lenn after the attack.", "attack", []),
        ("Estmark jets bombed Lenn.", "bombed", ["Estmark"]),
        ("An Estmark missile system stood near the raid.", "raid", []),
        ("They shot down an Estmark drone in the raid.", "raid", []),
        ("The first downing of an Estmark jet was on Monday.", "downing", []),
        ("An Estmark missile could have hit the port.", "hit", []),
        # who holds the place, and who is beside it
        ("The raid hit a town held by Estmark jets struck.", "raid", []),
        ("In Lenn, Norvia, that killed nine in the attack.", "attack", []),
        ("The raid was the first attack by an Estmark ally.", "attack", []),
        ("According to Norvia, Estmark bombed the mill.", "bombed", ["Estmark"]),
        # what attacks nobody
        ("Norvia struck a defiant note after the attack.", "attack", []),
        ("Estmark launched an inquiry into the attack.", "attack", []),
        ("Estmark launched missiles in the attack.", "attack", ["Estmark"]),
        ("The gunman was shot by Estmark after the attack.", "attack", []),
        ("Estmark killed the gunman after the attack.", "attack", []),
        ("Estmark killed the miners in the attack.", "attack", ["Estmark"]),
        ("Lenn feared a potential Estmark strike on the port.", "strike", []),
    ],
)
def test_who_did_it(text, words, who):
    parties = (
        party(1, "Estmark", mentions=()),
        party(2, "Norvia", side="Norvia", mentions=()),
        party(3, "Norvian army", "military", side="Norvia"),
    )
    assert of_kind("responsibility", told(text, words, parties=parties)) == who


@pytest.mark.parametrize(
    "text",
    [
        "Nine died in the attack. No group has claimed responsibility for it.",
        "Nine died in the attack. There was no immediate claim of responsibility.",
        "Nine died in the attack. It was not immediately clear who carried it out.",
        "Nine died in the attack. The ministry could not say who was behind it.",
    ],
)
def test_that_nobody_knows_who_did_it_is_an_answer(text):
    assert of_kind("responsibility", told(text, "attack")) == ["unknown"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Estmark was behind it.", [("Estmark", False)]),
        ("Estmark was responsible for the attack.", [("Estmark", False)]),
        ("There was not enough proof that Estmark was behind it.", [("Estmark", True)]),
        ("It was the work of Estmark.", [("Estmark", False)]),
        ("They died at the hands of Estmark.", [("Estmark", False)]),
        # not who did it
        ("It was unclear whether Estmark was behind it.", []),
        ("Sanctions on Estmark were responsible for it.", []),
        ("Estmark was responsible for the bridges of Lenn.", []),
        ("They hindered the work of Estmark.", []),
        ("They lost at the hands of Estmark.", []),
        ("It was unclear who was in the room.", []),
    ],
)
def test_who_is_said_to_be_behind_it(text, who):
    found = told(f"Nine died in the attack. {text}", "attack", parties=(party(1, "Estmark"),))
    assert [(each[1], each[3]) for each in found if each[0] == "responsibility"] == who


@pytest.mark.parametrize(
    ("source", "cue", "content", "stance", "answered"),
    [
        ("Norvia", "blamed", "rebels for the attack", "alleges", ("rebels", False)),
        ("Norvia", "blamed", "the attack on rebels", "alleges", ("rebels", False)),
        ("Norvia", "accused", "Estmark of shelling the port", "alleges", ("Estmark", False)),
        ("Norvia", "blamed", "hooded riders for the attack", "alleges", ("hooded riders", False)),
        ("Norvia", "claimed", "responsibility for the attack", "asserts", ("Norvia", False)),
        ("Norvia", "claimed", "the attack", "asserts", ("Norvia", False)),
        ("Norvia", "said", "its jets had bombed the port", "asserts", ("Norvia", False)),
        ("Norvia", "said", "it did not bomb the port", "asserts", ("Norvia", True)),
        ("Norvia", "denied", "any involvement", "denies", ("Norvia", True)),
        ("Norvia", "denied", "bombing the port", "denies", ("Norvia", True)),
        # not about who did it
        ("Norvia", "blamed", "Estmark for the delay of the talks", "alleges", None),
        ("Norvia", "blamed", "an air strike", "alleges", None),
        ("Norvia", "claimed", "that the attack had failed", "asserts", None),
        ("Norvia", "denied", "knowledge of the talks", "denies", None),
        ("Norvia", "did not believe", "it was involved in the talks", "denies", None),
        ("Norvia", "denied", "that Estmark was involved", "denies", ("Estmark", True)),
        ("Norvia", "rejects", "that its involvement in Lenn would take sides", "denies", None),
        ("Norvia", "accused", "Estmark of funding an attack", "alleges", None),
        ("Norvia", "accused", "Estmark of lies", "alleges", None),
        ("Norvia", "accused", "each other of sending bombs to Estmark", "alleges", None),
        ("Norvia", "is accused", "of having access to guns in a killing", "alleges", None),
    ],
)
def test_blame_claims_and_denials(source, cue, content, stance, answered):
    text = f"Nine died in the attack. {source} {cue} {content}."
    parties = (party(1, "Norvia"), party(2, "Estmark"))
    claim = said(text, 1, source, cue, content, party="p1", stance=stance)
    found = told(text, "attack", parties=parties, attributions=(claim,))
    held = [(each[1], each[3]) for each in found if each[:1] + each[2:3] == SAID_BY_NORVIA]
    assert held == ([answered] if answered else [])


def test_a_day_after_an_attack_is_nobody_who_did_it():
    content = "over the shelling of the port on 4 June"
    text = f"Nine died in the attack. Norvia blamed others {content}."
    one = reading(
        text,
        attributions=(said(text, 1, "Norvia", "blamed", content, party="p1", stance="alleges"),),
        parties=(party(1, "Norvia"),),
        events=(event(text, 1, "attack"),),
    )
    assert of_kind("responsibility", answers(one)) == ["4 June"]
    day = "2024-06-04"
    time = Time("t1", span(text, "4 June"), "date", day, day, day, None, None, None)
    assert of_kind("responsibility", answers(replace(one, times=(time,)))) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Gen. Varr and others", "Gen. Varr"),
        ("the U.S. depot in Lenn", "the U.S. depot"),
        ("the mill. Depots", "the mill"),
    ],
)
def test_a_full_stop_that_shortens_a_word_ends_no_phrase(text, phrase):
    found = phrase_after(text, 0, len(text), ())
    assert found is not None
    assert found.of(text) == phrase


SAID_BY_NORVIA = ("responsibility", "Norvia")


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("A blast hit the crowded bus station in Lenn.", "blast", ["crowded bus station"]),
        ("Planes bombed buses carrying miners.", "bombed", ["bus"]),
        ("The shooting of protesters went on.", "shooting", ["protesters"]),
        ("A man blew himself up outside a bakery.", "blew himself up", ["bakery"]),
        ("A man detonated a car bomb near the court.", "detonated", ["court"]),
        ("Two old mills were shelled.", "shelled", ["old mill"]),
        ("Raids targeted areas held by the Lenn Front.", "Raids", ["areas held by the Lenn Front"]),
        # nothing that was hit
        ("The attack came on Monday.", "attack", []),
        ("He fired into the air.", "fired", []),
        ("The bombing campaign went on.", "bombing", []),
        ("A bomb exploded at around 9 am.", "exploded", []),
        ("The death toll of the raid hits 43 Monitor says.", "raid", []),
        ("A raid hit 43 villages.", "raid", ["village"]),
        ("Norvia struck the mill twice in the raid.", "raid", ["mill"]),
        ("A raid hit a bus several hours before.", "raid", ["bus"]),
    ],
)
def test_what_was_hit(text, words, target):
    assert of_kind("target", told(text, words)) == target


@pytest.mark.parametrize(
    ("text", "words", "means"),
    [
        ("Nine were stabbed at the fair.", "stabbed", ["stabbing"]),
        ("A suicide attacker blew up a truck bomb.", "suicide attacker", ["suicide car bomb"]),
        ("The blast was caused by a roadside bomb.", "blast", ["roadside bomb"]),
        ("A Su-25 fired on the bridge.", "fired on", ["Su-25"]),
        ("Jets raided the port in several raids.", "raided", ["air strike", "air strike"]),
        ("Soldiers raided an arms depot in a dawn raid.", "raided", ["raid"]),
        ("They shelled a missile factory.", "shelled", ["shelling"]),
        ("They shot down the jet.", "shot down", []),
    ],
)
def test_by_what_means(text, words, means):
    assert of_kind("means", told(text, words)) == means


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor was not informed of the raid on Lenn.", "raid"),
        ("The council was given no details of the shelling of Lenn.", "shelling"),
        ("They suffered no casualties in the raid on the Lenn mill.", "casualties"),
        ("They had no part in the raid on the Lenn mill.", "raid"),
        ("There has been no poll since the raid on the Lenn mill.", "raid"),
        ("It was not clear where the raid on the Lenn mill began.", "raid"),
    ],
)
def test_a_denial_of_something_else_denies_no_act(text, words):
    found = told(text, words, polarity="denied")
    assert [each for each in found if each[0] in ("means", "target")] == []


def test_a_denial_of_the_act_denies_its_means():
    found = told("There was no raid on Lenn.", "raid", polarity="denied")
    assert [each[1:4] for each in found if each[0] == "means"] == [("raid", "The Courier", True)]


def counted(text, people, low, high, words, **more):
    """Return the counts of those killed, of whom a text tells, by an event named by words."""
    killed = harmed(text, people, low, high)
    found = answers(reading(text, events=(event(text, 1, words, casualties=(killed,), **more),)))
    return [(each[1], each[3]) for each in found if each[0] == "killed"]


@pytest.mark.parametrize(
    ("text", "words", "trigger"),
    [
        ("Twelve bodies lay there with no visible wounds.", "Twelve bodies", "wounds"),
        ("Twelve men died, and it was not clear in what attack.", "Twelve men died", "attack"),
        ("It left twelve rebels dead and no civilian hurt.", "twelve rebels dead", "hurt"),
    ],
)
def test_a_count_is_not_denied_by_what_is_said_of_something_else(text, words, trigger):
    found = counted(text, words, 12, 12, trigger, polarity="denied")
    assert found == [(Count(12, 12), False)]


def test_a_count_is_denied_where_its_own_words_are():
    text = "It was not true that twelve men were killed."
    found = counted(text, "twelve men were killed", 12, 12, "killed", polarity="denied")
    assert found == [(Count(12, 12), True)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Jon Varr was killed", 1, None),
        ("He was killed", 1, None),
        ("Another guard was killed", 1, None),
        ("One of the guards was killed", 1, None),
        ("A guard was killed", 1, 1),
        ("One person was killed", 1, 1),
    ],
)
def test_who_tells_of_one_by_name_counts_one_at_least(words, low, high):
    assert counted(f"{words} in the raid.", words, 1, 1, "raid") == [(Count(low, high), False)]


def test_who_tells_of_some_by_their_names_counts_so_many_at_least():
    named, many = "Jon Varr and Ron Hale, 63, were killed", "Two guards were killed"
    assert counted(f"{named}.", named, 2, 2, "killed") == [(Count(2, None), False)]
    assert counted(f"{many}.", many, 2, 2, "killed") == [(Count(2, 2), False)]


def test_one_of_more_of_whom_a_report_tells_is_one_at_least():
    text = "A guard was killed at the gate. In the raid five guards were killed."
    one = harmed(text, "A guard was killed", 1, 1, who="guards")
    more = harmed(text, "five guards were killed", 5, 5, who="guards")
    events = (
        event(text, 1, "killed", casualties=(one,)),
        event(text, 2, "raid", casualties=(more,)),
    )
    found = [each[1] for each in answers(reading(text, events=events)) if each[0] == "killed"]
    assert found == [Count(1, None), Count(5, 5)]


@pytest.mark.parametrize(
    ("text", "words", "is_total"),
    [
        ("There were no deaths in the raid.", "no deaths", True),
        ("Nobody was killed in the raid.", "Nobody was killed", True),
        ("There were no Norvian deaths in the raid.", "no Norvian deaths", False),
        ("There were no deaths among the guards in the raid.", "no deaths", False),
        ("Norvia suffered no casualties in the raid.", "no casualties", False),
        ("No one else was killed in the raid.", "No one else was killed", False),
    ],
)
def test_that_none_of_some_died_is_no_toll_of_all(text, words, is_total):
    found = counted(text, words, 0, 0, "raid")
    assert found == ([(Count(0, 0), False)] if is_total else [])


def test_a_doubt_about_one_who_died_is_no_doubt_about_a_toll():
    text = "Police did not name the man who died."
    one = reading(
        text,
        attributions=(
            said(
                text, 1, "Police", "did not name", "the man who died", party="p1", stance="doubts"
            ),
        ),
        parties=(party(1, "Police"),),
        events=(event(text, 1, "died", casualties=(harmed(text, "the man who died", 1, 1),)),),
    )
    assert answers(one) == []


def test_what_nobody_says_is_not_said():
    text = "No group said that twelve had died."
    one = reading(
        text,
        attributions=(said(text, 1, "No group", "said", "twelve had died", party="p1"),),
        parties=(party(1, "No group", "group"),),
        events=(event(text, 1, "died", casualties=(harmed(text, "twelve had died", 12, 12),)),),
    )
    assert answers(one) == []


def test_who_claims_is_who_stands_before_the_pronoun_and_not_who_spoke_last():
    text = "The raid was wrong, Ilse Marn said of the Lenn Front, which claimed the raid."
    spoken = said(text, 1, "Ilse Marn", "said", "The raid was wrong", party="p1")
    claimed = said(text, 2, "which", "claimed", "the raid", party=None)
    front = party(2, "the Lenn Front", "armed_group", mentions=(span(text, "the Lenn Front"),))
    one = reading(
        text,
        attributions=(spoken, claimed),
        parties=(party(1, "Ilse Marn", "person"), front),
        events=(event(text, 1, "raid"),),
    )
    found = [each[1:4] for each in answers(one) if each[0] == "responsibility"]
    assert found == [("Lenn Front", "the Lenn Front", False)]


@pytest.mark.parametrize("having", ["had access to", "were in possession of the large"])
def test_a_weapon_that_somebody_has_is_not_what_was_used(having):
    text = f"After the attack nobody knew which rebels {having} missiles."
    assert of_kind("means", told(text, "attack")) == []
    assert of_kind("means", told("In the attack missiles fell on Lenn.", "attack")) == ["missile"]


def test_words_that_take_up_what_was_told_say_nothing_more_of_the_means():
    text = "A car bomb went off in Lenn. The explosion was heard for miles."
    one = reading(text, events=(event(text, 1, "car bomb"), event(text, 2, "explosion")))
    assert of_kind("means", answers(one)) == ["car bomb"]


def test_whose_aircraft_hit_is_told_from_whose_was_hit():
    text = "A Norvian Su-27 shot down an Estmark F-16 near Lenn."
    parties = (
        party(1, "Norvian", mentions=(span(text, "Norvian"),)),
        party(2, "Estmark", mentions=(span(text, "Estmark"),)),
    )
    for each in (text, text.lower()):
        one = reading(each, parties=parties, events=(event(each, 1, "shot down"),))
        found = answers(one)
        assert [name.casefold() for name in of_kind("responsibility", found)] == ["norvian"]
        assert of_kind("means", found) == ["Su-27"]
        assert [name.casefold() for name in of_kind("target", found)] == ["estmark f-16"]


def test_an_adjective_means_whose_it_is():
    text = "Norvia denied it. Norvian jets bombed the port."
    parties = (
        party(1, "Norvia", mentions=(span(text, "Norvia"),)),
        party(2, "Norvian", mentions=(span(text, "Norvian"),)),
    )
    assert of_kind("responsibility", told(text, "bombed", parties=parties)) == ["Norvia"]


def test_state_media_are_not_the_agency_that_is_named():
    text = "State media said nine died. The Lenn Agency said ten were hurt."
    one = reading(
        text,
        attributions=(said(text, 1, "State media", "said", "nine died", party="p1"),),
        parties=(party(1, "State media", "media"), party(2, "The Lenn Agency", "media")),
    )
    assert Voices(one).of(span(text, "nine died")).party == "State media"


def test_what_is_said_together_is_held_by_each():
    text = "The Halen Monitor and rescue workers said nine people were killed."
    content = "nine people were killed"
    source = "The Halen Monitor and rescue workers"
    one = reading(
        text,
        attributions=(said(text, 1, source, "said", content, party="p1"),),
        parties=(party(1, source, None), party(2, "The Halen Monitor", "monitor")),
        events=(event(text, 1, "killed", casualties=(harmed(text, content, 9, 9),)),),
    )
    assert [each[1:3] for each in answers(one)] == [
        (Count(9, 9), "The Halen Monitor"),
        (Count(9, 9), "rescue workers"),
    ]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Norvia and Estmark", ["Norvia", "Estmark"]),
        ("Both Norvia and local medics", ["Norvia", "local medics"]),
        ("Norvia, Estmark and Lennia", ["Norvia", "Estmark", "Lennia"]),
        ("The Ministry of Health and Welfare", ["The Ministry of Health and Welfare"]),
        ("Reports from Norvia and Estmark", ["Reports from Norvia and Estmark"]),
        ("Rights and aid groups", ["Rights and aid groups"]),
    ],
)
def test_one_name_with_and_in_it_is_of_one(source, names):
    text = f"{source} said nine people were killed."
    one = reading(
        text,
        attributions=(said(text, 1, source, "said", "nine people were killed", party="p1"),),
        parties=(party(1, source), party(2, "Norvia")),
    )
    assert [each.party for each in Voices(one).all_of(span(text, "nine people"))] == names


def test_a_pronoun_speaks_for_who_spoke_last():
    text = "Halen Monitor said nine died. It said twelve were hurt."
    one = reading(
        text,
        attributions=(
            said(text, 1, "Halen Monitor", "said", "nine died", party="p1"),
            said(text, 2, "It", "said", "twelve were hurt", party=None),
        ),
        parties=(party(1, "Halen Monitor", "monitor"),),
    )
    assert Voices(one).of(span(text, "twelve were hurt")).party == "Halen Monitor"


def tolls(text, linked, unlinked, attributions=(), parties=()):
    """Return who counts how many, where the second of two events is not known to linking."""
    events = []
    for number, (words, count) in enumerate((linked, unlinked), 1):
        some = (harmed(text, count[0], *count[1:]),)
        events.append(event(text, number, words, casualties=some))
    one = reading(text, attributions=attributions, parties=parties, events=tuple(events))
    voices = Voices(one)
    return [
        (each.value.min, each.voice.party) for each in counts(one, Setting(one, {"e1"}), voices)
    ]


def test_a_toll_that_takes_up_what_was_told_is_of_it():
    text = "A bomb killed nine in Lenn. The death toll was at least 24."
    found = tolls(
        text,
        ("bomb", ("killed nine", 9, 9)),
        ("death toll", ("death toll was at least 24", 24, None)),
    )
    assert found == [(9, "The Courier"), (24, "The Courier")]


def test_a_toll_of_a_war_is_not_of_an_incident():
    text = "A bomb killed nine in Lenn. The war has killed 700 since 2014."
    found = tolls(text, ("bomb", ("killed nine", 9, 9)), ("killed 700", ("killed 700", 700, 700)))
    assert found == [(9, "The Courier")]


def test_a_toll_is_of_who_gives_it_in_words_of_no_speech():
    text = "A bomb killed nine in Lenn. Halen Monitor gave a toll of 24 dead, adding it may rise."
    found = tolls(
        text,
        ("bomb", ("killed nine", 9, 9)),
        ("dead", ("24 dead", 24, 24)),
        attributions=(said(text, 1, "Halen Monitor", "adding", "it may rise", party="p1"),),
        parties=(party(1, "Halen Monitor", "monitor"),),
    )
    assert found == [(9, "The Courier"), (24, "Halen Monitor")]


def test_the_same_toll_is_held_by_who_gives_the_same():
    text = "A bomb killed nine in Lenn. Halen Monitor gave the same death toll."
    one = reading(
        text,
        attributions=(said(text, 1, "Halen Monitor", "gave", "the same death toll", party="p1"),),
        parties=(party(1, "Halen Monitor", "monitor"),),
        events=(event(text, 1, "bomb", casualties=(harmed(text, "killed nine", 9, 9),)),),
    )
    held = [each[1:3] for each in answers(one) if each[0] == "killed"]
    assert held == [(Count(9, 9), "The Courier"), (Count(9, 9), "Halen Monitor")]


_PIECES = st.sampled_from(
    (
        *("the attack", "by", "rebels", "bombed", "a", "school", "near", "was hit", "on", "and"),
        *("Estmark", "'s", "jets", "no group", "claimed responsibility", ",", ".", "\n", "Su-22"),
        *(
            "blamed",
            "not clear who was",
            "behind",
            "İstanbul",
            "👩‍🚀",
            "מתקפה",
            "\x00",
            "12",
            "dead",
        ),
    )
)


@given(st.lists(_PIECES, max_size=40), st.data())
def test_any_text_has_answers_whose_words_stand_in_it(pieces, data):
    text = " ".join(pieces)
    end = len(text)
    cut = sorted(data.draw(st.lists(st.integers(0, end), min_size=6, max_size=6)))
    whole = Span(0, end)
    event_ = Event(
        id="e1",
        type="attack",
        trigger=Span(cut[1], cut[2]),
        span=whole,
        agent="p1",
        target=None,
        instrument=None,
        time=None,
        place=None,
        casualties=(Casualties("killed", None, 9, 9, Span(cut[3], cut[4]), False),),
        attribution=None,
        polarity="asserted",
        modality="happened",
        is_background=False,
    )
    stance = data.draw(st.sampled_from(("asserts", "denies", "alleges", "doubts", "predicts")))
    attribution = Attribution(
        "a1",
        (Span(cut[0], cut[1]),),
        (Span(cut[1], cut[3]),),
        (Span(cut[3], cut[5]),),
        data.draw(st.sampled_from(("p1", None))),
        stance,
        "neutral",
        None,
        0.5,
    )
    one = reading(
        text, attributions=(attribution,), parties=(party(1, "Estmark"),), events=(event_,)
    )
    for _, value, holder, _, words in answers(one):
        assert value
        assert holder
        assert words in text


@pytest.mark.parametrize(
    "sign", [" ", "\n", "9", "\ud800", "\x00", "\u202e", "Norvia ", "İ", "not "]
)
def test_a_long_line_of_anything_counts_nobody(sign):
    text = f"Norvia{sign * 40_000}bombed the port."
    one = reading(
        text, events=(event(text, 1, "bombed"),), parties=(party(1, text[:9_000], "military"),)
    )
    assert not [each for each in answers(one) if each[0] in ("killed", "injured")]
