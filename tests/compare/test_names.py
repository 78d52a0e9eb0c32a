import pytest

from rashomon.compare.speakers.names import one_name_each


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("The Halen Rights Monitor", "Halen Rights Monitor"), "Halen Rights Monitor"),
        (("the Monitor", "Halen Rights Monitor"), "Halen Rights Monitor"),
        (("HRM", "Halen Rights Monitor"), "Halen Rights Monitor"),
        (("HMR", "Halen Monitor for Rights"), "Halen Monitor for Rights"),
        (("The Calder-based Monitor", "Halen Rights Monitor"), "Halen Rights Monitor"),
    ],
)
def test_names_of_one_party_are_one(names, called):
    assert set(one_name_each((one, "monitor") for one in names).values()) == {called}


def test_a_short_name_that_two_fit_is_neither():
    names = ["the Monitor", "Halen Rights Monitor", "Brinn Flood Monitor"]
    found = one_name_each((one, "monitor") for one in names)
    assert len(set(found.values())) == 3


def test_people_whom_nobody_names_are_not_put_together():
    found = one_name_each([("officials", "unnamed"), ("Norvian officials", "unnamed")])
    assert len(set(found.values())) == 2


def test_a_party_of_another_kind_is_another():
    found = one_name_each([("Brinn", "person"), ("Brinn council", "government")])
    assert len(set(found.values())) == 2


def test_the_spelling_that_is_used_most_is_taken():
    found = one_name_each(
        [("the Sarn Herald", "media"), ("Sarn Herald", "media")] * 2 + [("Sarn Herald", "media")]
    )
    assert set(found.values()) == {"Sarn Herald"}


def test_a_state_is_not_its_ministry():
    found = one_name_each(
        [
            ("Norvia", "government"),
            ("Norvia's health ministry", "government"),
            ("the ministry", "government"),
        ]
    )
    assert found == {
        "Norvia": "Norvia",
        "Norvia's health ministry": "Norvia's health ministry",
        "the ministry": "Norvia's health ministry",
    }


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Orla al-Sen Brinn", "Opponents of Orla al-Sen Brinn"), "person"),
        (("Halen Rights Monitor", "critics of the Halen Rights Monitor"), "monitor"),
    ],
)
def test_who_is_against_somebody_is_not_that_one(names, kind):
    own, against = names
    found = one_name_each([(own, kind), (own, kind), (own, "unnamed"), (against, "unnamed")])
    assert found[against] == against
