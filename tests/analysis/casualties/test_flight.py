"""People who fled: those who have left their homes, and those who only ran away."""

import pytest

from tests.analysis.casualties.reading import told


@pytest.mark.parametrize(
    ("sentence", "fewest", "most"),
    [
        ("Two million people fled.", 2_000_000, 2_000_000),
        ("One point two million people were displaced.", 1_200_000, 1_200_000),
        ("1.2m people have been displaced.", 1_200_000, 1_200_000),
        ("Tens of thousands of people have fled.", 10_000, None),
        ("Hundreds of families are fleeing.", 100, None),
        ("2,000 have fled.", 2000, 2000),
        ("Some 300 people fled to the hills.", 270, 330),
        ("300 civilians fled across the border.", 300, 300),
        ("300 people have fled the town of Calder.", 300, 300),
        ("Two thousand refugees fled Calder.", 2000, 2000),
        ("Twelve villagers have fled.", 12, 12),
        ("Twelve people fled their homes.", 12, 12),
        ("Twelve people fled the fighting.", 12, 12),
        ("Two million people fled when the war began.", 2_000_000, 2_000_000),
        ("300 people were forced from their homes.", 300, 300),
        ("300 people were driven from their homes.", 300, 300),
        ("300 people were left homeless.", 300, 300),
        ("300 people were evacuated.", 300, 300),
        ("300 people were uprooted.", 300, 300),
        ("300 people were forced to flee.", 300, 300),
        ("300 people had to flee.", 300, 300),
        ("300 people had to leave their homes.", 300, 300),
        ("300 people lost their homes.", 300, 300),
    ],
)
def test_displaced(sentence, fewest, most):
    assert told(sentence) == [("displaced", fewest, most)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The attackers fled.",
        "He fled.",
        "Two suspects fled the scene.",
        "Two suspects fled their homes.",
        "Two hundred suspects fled the country.",
        "Three gunmen fled on foot.",
        "Twelve prisoners fled the jail.",
        "300 prisoners fled.",
        "300 fighters fled the city.",
        "Hundreds of soldiers fled the town.",
        "Hundreds of troops have fled their homes.",
        "Two people fled the scene.",
        "Two people fled.",
        "Two men fled in a car.",
        "Four men fled the area in a white van.",
        "Hundreds of people fled the concert in panic.",
        "Hundreds of people fled when shots rang out.",
        "Two men shot at a house and fled.",
        "People fled when shots rang out.",
        "Two-thirds of the people fled.",
        "300 soldiers were evacuated.",
    ],
)
def test_who_only_ran_away_is_not_displaced(sentence):
    assert told(sentence) == []


def test_those_who_fled_may_be_harmed_as_well():
    text = "Two men were shot and three officers fled on foot."
    assert told(text) == [("injured", 2, 2)]
