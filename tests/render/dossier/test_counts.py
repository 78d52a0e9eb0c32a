from dataclasses import replace

from rashomon.model.comparison import Count, Estimate, PartyToll
from rashomon.render.dossier.counts import count_sheets, range_words
from tests.render.case.accounts import COMPARISON, KILLED, TOLL
from tests.render.html.test_text import shown


def sheet(**changed):
    (made,) = count_sheets(replace(COMPARISON, tolls=(replace(TOLL, **changed),)))
    return made


def test_the_lowest_and_the_highest_have_names():
    made = sheet()
    assert made.title == "People killed"
    assert (made.lowest, shown(made.lowest_by)[0]) == ("9", "Osterby Monitor")
    assert (made.highest, shown(made.highest_by)[0]) == ("12", "Halk's police")


def test_each_party_has_its_range_the_highest_first():
    parties = (PartyToll("Gull", 9, 12), PartyToll("Halk", 3, 40))
    made = sheet(parties=parties, highest=40)
    assert [(one.party, one.range) for one in made.parties] == [("Halk", "3–40"), ("Gull", "9–12")]


def test_of_very_many_parties_it_is_said_how_many_are_left_out():
    parties = tuple(PartyToll(f"Village {one}", one, one) for one in range(50))
    made = sheet(parties=parties, highest=49)
    assert len(made.parties) + made.more == 50


def test_a_convention_that_enters_no_number_says_why():
    made = sheet()
    assert [(one.name, one.best, one.range) for one in made.conventions] == [
        ("ACLED", "9", ""),
        ("UCDP", "9", "9–12"),
    ]
    assert [(one.name, one.reason) for one in made.without] == [
        ("Airwars", "Airwars counts civilians")
    ]


def test_a_convention_that_gives_a_range_alone_gives_a_number():
    made = sheet(
        estimates=(Estimate("Airwars", 3, 3, None, "all"), Estimate("UCDP", 3, None, 3, ""))
    )
    assert [(one.best, one.range) for one in made.conventions] == [("3", "3–…"), ("", "3")]


def test_far_apart_counts_share_a_line():
    made = sheet(parties=(PartyToll("Gull", 2, 90_000),), lowest=2, highest=90_000)
    assert made.is_stretched
    assert "10,000" in made.axis


def test_the_line_holds_counts_of_none():
    made = sheet(parties=(PartyToll("Gull", 0, 0),), lowest=0, highest=0)
    assert made.parties[0].range == "0"


def test_ranges_in_figures():
    assert range_words(11, 16) == "11–16"
    assert range_words(1200, 1200) == "1,200"
    assert range_words(5, None) == "5–…"


def test_a_number_that_is_the_least_is_told_to_be():
    many = replace(KILLED.positions[1], value=Count(12, None), label="at least 12")
    points = (replace(KILLED, positions=(KILLED.positions[0], many)),)
    (sheet,) = count_sheets(replace(COMPARISON, points=points))
    assert {one.party: one.range for one in sheet.parties}["Halk's police"] == "12 or more"
    (exact,) = count_sheets(COMPARISON)
    assert {one.party: one.range for one in exact.parties}["Halk's police"] == "12"
