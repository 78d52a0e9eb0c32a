"""What happened to how many, in all the ways in which it is told."""

import pytest

from tests.analysis.casualties.reading import harms, only, told


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb killed 12 people in Calder.",
        "The blast has killed 12 people.",
        "A bomb went off in Calder, killing 12.",
        "Gunman kills 12 in Calder.",
        "Coalition Raid Kills 12",
        "Twelve people were killed in Calder.",
        "12 people, most of them from Calder, were killed.",
        "Twelve people in a bus from Calder were killed.",
        "Twelve people who were waiting at the gate have been killed.",
        "Police said 12 people were later killed.",
        "Police said that, in Calder, 12 people were killed.",
        "12 killed in Calder blast",
        "Twelve people died.",
        "Twelve people lost their lives.",
        "The flood claimed 12 lives.",
        "The flood claimed the lives of 12 people.",
        "It led to the deaths of 12 people.",
        "There were 12 deaths.",
        "12 dead in Calder",
        "The raid left twelve people dead.",
        "12 people were found dead.",
        "Twelve people are believed to have been killed.",
        "The death toll rose to 12.",
        "The death toll from the flood in Calder now stands at 12, officials said.",
        "The toll rose from 9 to 12.",
        "It brought to 12 the number of dead.",
        "Rescuers found the bodies of 12 people.",
        "Twelve bodies were found.",
        "The army shot 12 people dead.",
        "Soldiers shot dead 12 people.",
        "Twelve people were shot and killed.",
        "Twelve people were fatally shot.",
        "Twelve people were stabbed to death.",
        "twelve people were killed in calder .",
        "TWELVE PEOPLE WERE KILLED IN CALDER",
        "The soldiers who killed 12 people drove on.",
        "The bomb that killed 12 people was small.",
        "Twelve Halvarians were killed.",
        "12 were killed.",
        "12 people killed on Sunday were from Calder.",
        "The ferry sank with the loss of 12 lives.",
        "Killed: 12",
        "Also killed were 12 soldiers.",
        "It killed 12 soldiers and militiamen.",
        "Twelve people 11 of them children were killed.",
        "Twelve of the 30 people who were held have died.",
        "The raid left 12 rebels including one of their leaders dead.",
    ],
)
def test_twelve_killed(sentence):
    assert told(sentence) == [("killed", 12, 12)]


@pytest.mark.parametrize(
    ("sentence", "kind", "count"),
    [
        ("Five people were injured.", "injured", 5),
        ("The crash hurt five.", "injured", 5),
        ("Five people were wounded, police said.", "injured", 5),
        ("Five people suffered serious injuries.", "injured", 5),
        ("Five people are in critical condition.", "injured", 5),
        ("Five people were shot.", "injured", 5),
        ("Five people were hit by shrapnel.", "injured", 5),
        ("Five people were shot at a party.", "injured", 5),
        ("A bullet struck five people.", "injured", 5),
        ("Soldiers shot and wounded five people.", "injured", 5),
        ("Five people were taken to a nearby hospital.", "injured", 5),
        ("Five people are fighting for their lives.", "injured", 5),
        ("The blast sent five people to a nearby hospital.", "injured", 5),
        ("Five people suffered minor injuries.", "injured", 5),
        ("Police arrested five men.", "detained", 5),
        ("Five men were taken into custody.", "detained", 5),
        ("Five men were taken hostage.", "detained", 5),
        ("Gunmen took five men hostage.", "detained", 5),
        ("Police made five arrests.", "detained", 5),
        ("The kidnapping of five engineers shook Brinn.", "detained", 5),
        ("The fighting has displaced 40,000 people.", "displaced", 40_000),
        ("Some villagers stayed; 300 people fled their homes.", "displaced", 300),
        ("The flood left 300 people homeless.", "displaced", 300),
        ("The flood drove 300 people from their homes.", "displaced", 300),
        ("The fighting forced 300 people to flee.", "displaced", 300),
        ("Five people are missing.", "missing", 5),
        ("Five hikers went missing.", "missing", 5),
        ("Five people remain unaccounted for.", "missing", 5),
    ],
)
def test_other_harm(sentence, kind, count):
    assert (kind, count, count) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "3 killed, 5 hurt in blast",
        "3 killed 5 hurt in blast",
        "3 Killed, 5 Hurt In Calder Blast",
        "3 dead, 5 injured",
        "Three people were killed and five wounded.",
        "Three people were killed and five others were wounded.",
        "The raid killed three people and wounded five.",
        "It went off, killing three and injuring five.",
        "The raid left three dead and five wounded.",
        "Three people died and five are in hospital with gunshot wounds.",
        "The toll was three, with five more injured.",
        "Killed: 3. Injured: 5",
    ],
)
def test_killed_and_injured(sentence):
    assert told(sentence) == [("killed", 3, 3), ("injured", 5, 5)]


def test_verbs_may_share_those_whom_they_harm():
    dozens = [("killed", 12, None), ("injured", 12, None)]
    assert told("The blast killed and wounded dozens.") == dozens
    assert told("Blast kills, wounds dozens in Calder") == dozens


def test_killed_or_wounded_leaves_it_open_how_many_of_either():
    assert told("80 people were killed or wounded.") == [("killed", 0, 80), ("injured", 0, 80)]


def test_casualties_leave_it_open_as_well():
    assert told("There were 30 casualties.") == [("killed", 0, 30), ("injured", 0, 30)]


def test_shot_leaves_it_open_whether_they_died():
    assert only("Five people were shot.").fate == "open"
    assert only("Five people are in hospital in critical condition.").fate == "living"
    assert only("The shooting sent five people to hospital.").fate == "open"
    assert only("Five people suffered non-life-threatening injuries.").fate == "living"
    assert only("Five people suffered injuries.").fate == "open"
    assert only("Five people were wounded.").fate == "told"


def test_who_is_dead_is_not_injured():
    assert told("A man was shot in the head and later died.") == [("killed", 1, 1)]
    assert told("A woman was wounded and died on Monday.") == [("killed", 1, 1)]
    assert told("Five people were shot, one fatally.") == [("injured", 5, 5), ("killed", 1, 1)]


def test_what_leaves_least_open_counts():
    assert only("Five people were shot and wounded.").fate == "told"
    assert only("A man was taken to hospital in critical condition.").fate == "living"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("A man was killed.", 1),
        ("His wife and two children were killed.", 3),
        ("Anna Brandt and Karl Weiss were killed.", 2),
        ("Anna Brandt, 24, Karl Weiss, 30, and Petra Holt, 31, were killed.", 3),
        ("Anna Brandt, a nurse, and Karl Weiss were killed.", 2),
        ("The blast killed Anna Brandt, a nurse, and wounded nobody.", 1),
        ("Officer Karl Weiss was killed.", 1),
        ("mira tolan, 34, was killed.", 1),
        ("A family of four was killed.", 4),
        ("A group of 12 migrants was killed.", 12),
        ("Both were killed.", 2),
        ("He killed her.", 1),
        ("Weiss killed himself.", 1),
        ("A husband and father of two was killed.", 1),
        ("A soldier, two policemen and a driver were killed.", 4),
        ("The raid killed two soldiers, as well as a driver.", 3),
        ("Two soldiers were killed along with a driver.", 3),
        ("A man from Calder and Brinn was killed.", 1),
        ("The soldier who shot three men was killed.", 1),
        ("A man, who was walking home, was killed.", 1),
        ("The gunman opened fire and was killed.", 1),
        ("Two men were killed after a man opened fire.", 2),
        ("The guard's death was a shock.", 1),
        ("Brandt's murder was a shock.", 1),
        ("His brutal murder was a shock.", 1),
        ("He took his own life.", 1),
        ("Two boys aged eight and 11 were killed.", 2),
        ("The brother of Weiss, who was killed, wept.", 1),
        ("A man from Brinn who was waiting was killed.", 1),
        ("Police killed one of two gunmen.", 1),
    ],
)
def test_those_killed_are_added_up(sentence, count):
    assert ("killed", count, count) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "fewest"),
    [
        ("Civilians were killed.", 2),
        ("An entire family was killed.", 2),
        ("The children were killed.", 2),
        ("Seven families were displaced.", 7),
        ("Several people were killed.", 3),
        ("Dozens of Halvarian soldiers were killed.", 12),
    ],
)
def test_people_without_a_number_have_no_upper_bound(sentence, fewest):
    [(_, least, most)] = told(sentence)
    assert (least, most) == (fewest, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The shooting victims were from Calder.",
        "The police station was hit.",
        "Rebels shot down a plane.",
        "Gunmen shot at a car.",
        "The bill was killed in committee.",
        "Her phone died.",
        "It was a dead end.",
        "An arrest warrant was issued.",
        "The death penalty is rare.",
        "Doctors treat injured people.",
        "Two rockets were killed off by budget cuts.",
        "The Dead Sea is salty.",
        "They were killed.",
        "Murder victims deserve better.",
        "He was dying.",
        "Council bodies met in Calder.",
        "He was found with no visible injuries.",
        "Gunmen shot at two police officers.",
        "Two officers were shot at by gunmen.",
        "They denied that the plane was shot down.",
        "Two officers said that the gate was hit by bullets.",
        "Bullets hit at least one parked car.",
        "His murder conviction was overturned.",
        "People prayed with more than half the town killed.",
        "Most of the 40 people on board were killed.",
        "The evacuation of Brinn went on.",
        "Anyone who kills will be tried.",
        "The plan avoids killing civilians.",
    ],
)
def test_what_tells_of_nobody_harmed(sentence):
    assert [one for one in told(sentence) if one[0] == "killed"] == []
    assert [one for one in told(sentence) if one != ("injured", 2, None)] == []


def test_each_clause_has_its_own_people():
    text = "After two men were wounded, three officers fled and four boys were arrested."
    assert told(text) == [("injured", 2, 2), ("detained", 4, 4)]


def test_people_beside_a_thing_are_not_its_subject():
    assert told("A bus with 40 people on board was destroyed.") == []
    assert told("In a town of 5,000 people, 12 were killed.") == [("killed", 12, 12)]


def test_the_words_are_given():
    text = "On Sunday at least 20 civilians in Calder were later killed."
    found = only(text)
    assert found.people.of(text) == "at least 20 civilians"
    assert found.cue.of(text) == "were later killed"
    assert found.casualties.span.of(text) == "at least 20 civilians in Calder were later killed"


def test_sentences_are_numbered():
    found = harms("Nothing was said.", "Two men died.", "A woman was hurt.")
    assert [one.sentence for one in found] == [1, 2]
