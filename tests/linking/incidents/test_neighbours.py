"""Incidents that are hard to tell apart, as reports of invented outlets tell them."""

from tests.linking.incidents.reports import event, group, incidents, report, together

STRIKE = report(
    "An air strike hit the vegetable market of Brinn on Tuesday and killed 12 people. Hasan "
    "Vell, whose shop stands at the Saddlers Gate, said that the bakery beside it had burned down. "
    "Four rockets fell on the square shortly after noon.",
    event("air strike", day="2023-05-09", place="Brinn", killed=12),
    title="Air strike on Brinn market kills 12",
    published="2023-05-10",
    publisher="Evening Post",
)
STRIKE_TOO = report(
    "Warplanes bombed a crowded vegetable market in Brinn on 9 May, at least 14 are dead. The "
    "bakery at the Saddlers Gate burned to the ground. Hasan Vell, who owns a shop there, counted "
    "four rockets.",
    event("bombed", day="2023-05-09", place="Brinn", killed=14),
    title="At least 14 dead as warplanes bomb Brinn",
    published="2023-05-10",
    publisher="The Monitor",
)
SCHOOL = report(
    "Jets struck a school in Brinn on Thursday evening and killed three teachers. It was the "
    "second attack on the town this week: on Tuesday 12 people died at the vegetable market. The "
    "headmaster, Omar Sattel, said that classes had ended.",
    event("struck", day="2023-05-11", place="Brinn", killed=3),
    event("attack", "attack", day="2023-05-09", place="Brinn", killed=12, is_background=True),
    title="Second strike in three days on Brinn",
    published="2023-05-12",
    publisher="Evening Post",
)
SCHOOL_TOO = report(
    "Three teachers were killed when an air raid hit their school in Brinn on 11 May. The "
    "headmaster Omar Sattel told reporters that no pupils were in the building.",
    event("air raid", day="2023-05-11", place="Brinn", killed=3),
    title="Three teachers killed in raid on Brinn school",
    published="2023-05-12",
    publisher="The Monitor",
)
ANSWER = report(
    "Rebels fired rockets at the airfield of Orle on Friday and killed two soldiers. They spoke of "
    "revenge for the air strike on the market of Brinn on Tuesday, in which 12 people died.",
    event("fired rockets", "shelling_artillery_missile_attack", "2023-05-12", "Orle", killed=2),
    event("air strike", day="2023-05-09", place="Brinn", killed=12, is_background=True),
    title="Rebels shell Orle airfield in answer to market bombing",
    published="2023-05-13",
    publisher="Evening Post",
)
MONTH_LATER = report(
    "A man who was wounded when jets bombed the vegetable market in Brinn on 9 May has died of his "
    "burns. Hasan Vell, whose shop at the Saddlers Gate stood beside the bakery, said that nobody "
    "had been held to account. The toll of the four rockets is now 15.",
    event("bombed", day="2023-05-09", place="Brinn", killed=15),
    title="A month after the market bombing Brinn buries another victim",
    published="2023-06-08",
    publisher="Harbour Times",
)
OTHER_TOWN = report(
    "An air strike on Tarn killed 12 people on Tuesday, the civil defence said. A clinic and two "
    "houses on the western edge of the town were hit.",
    event("air strike", day="2023-05-09", place="Tarn", killed=12),
    title="Air strike on Tarn kills 12",
    published="2023-05-10",
    publisher="The Monitor",
)
MARCH = report(
    "Some 300 people marched through Brinn on Tuesday to protest against the arrest of two "
    "journalists. The march ended at the town hall.",
    event("marched", "peaceful_protest", "2023-05-09", "Brinn"),
    title="Hundreds march in Brinn",
    published="2023-05-10",
    publisher="Harbour Times",
)


def in_passing(linked):
    """Return pairs: the documents that an incident is about, and those that tell of it beside."""
    found = []
    for incident in linked.incidents:
        main = frozenset(one.document for one in incident.documents if one.role == "main")
        beside = frozenset(one.document for one in incident.documents if one.role == "background")
        if beside:
            found.append((main, beside))
    return found


def test_two_strikes_on_one_town_on_two_days():
    linked = incidents(STRIKE, STRIKE_TOO, SCHOOL, SCHOOL_TOO)

    assert together(linked) == {group(STRIKE, STRIKE_TOO), group(SCHOOL, SCHOOL_TOO)}


def test_the_strike_before_is_told_in_passing():
    linked = incidents(STRIKE, STRIKE_TOO, SCHOOL, SCHOOL_TOO)

    assert in_passing(linked) == [(group(STRIKE, STRIKE_TOO), group(SCHOOL))]


def test_a_strike_and_the_retaliation_for_it():
    linked = incidents(STRIKE, STRIKE_TOO, ANSWER)

    assert together(linked) == {group(STRIKE, STRIKE_TOO), group(ANSWER)}
    assert in_passing(linked) == [(group(STRIKE, STRIKE_TOO), group(ANSWER))]


def test_a_link_to_what_is_told_in_passing_says_so():
    incident = incidents(STRIKE, ANSWER).incidents[0]

    assert [link.reason for link in incident.links] == [
        "one tells in passing of an air strike (“air strike”) in Brinn on 2023-05-09; 12 killed"
    ]


def test_what_one_report_alone_tells_in_passing_is_an_incident_too():
    linked = incidents(ANSWER)

    assert [(one.title, one.type) for one in linked.incidents] == [
        (ANSWER.document.title, "shelling_artillery_missile_attack"),
        ("An air strike in Brinn, 2023-05-09", "air_drone_strike"),
    ]
    assert in_passing(linked) == [(frozenset(), group(ANSWER))]


def test_a_report_a_month_later():
    linked = incidents(STRIKE, STRIKE_TOO, MONTH_LATER)

    assert together(linked) == {group(STRIKE, STRIKE_TOO, MONTH_LATER)}


def test_two_towns_on_one_day():
    assert together(incidents(STRIKE, OTHER_TOWN)) == {group(STRIKE), group(OTHER_TOWN)}


def test_two_kinds_of_events_in_one_town_on_one_day():
    assert together(incidents(STRIKE, MARCH)) == {group(STRIKE), group(MARCH)}


def test_all_of_them_at_once():
    linked = incidents(
        STRIKE, STRIKE_TOO, SCHOOL, SCHOOL_TOO, ANSWER, MONTH_LATER, OTHER_TOWN, MARCH
    )

    assert together(linked) == {
        group(STRIKE, STRIKE_TOO, MONTH_LATER),
        group(SCHOOL, SCHOOL_TOO),
        group(ANSWER),
        group(OTHER_TOWN),
        group(MARCH),
    }


def beside(words, type_, place, day="2023-05-09"):
    """Return a report on the strike on Brinn that tells of something else beside it."""
    return report(
        "An air strike hit the vegetable market of Brinn on Tuesday and killed 12 people. "
        f"{words}, people said.",
        event("air strike", day="2023-05-09", place="Brinn", killed=12),
        event(words, type_, day, place, is_background=True),
        title="Air strike on Brinn kills 12",
        published="2023-05-10",
        publisher="Gull",
    )


def test_what_fits_the_subject_on_its_day_is_the_subject_at_a_place_misread():
    (incident,) = incidents(beside("Bombs fell near Orle", "air_drone_strike", "Orle")).incidents

    assert [(one.role, one.events) for one in incident.documents] == [("main", ("e1", "e2"))]


def test_what_others_are_about_on_that_day_stays_theirs():
    made = beside("Bombs fell on Tarn", "air_drone_strike", "Tarn")
    clinic = report(
        "Two nurses died when a clinic on the western edge of Tarn was bombed, the civil defence "
        "said. Surgeons had left for supper.",
        event("bombed", day="2023-05-09", place="Tarn", killed=2),
        title="Nurses die in bombed clinic",
        published="2023-05-10",
        publisher="The Monitor",
    )
    linked = incidents(made, clinic)

    assert together(linked) == {group(made), group(clinic)}
    assert in_passing(linked) == [(group(clinic), group(made))]


def test_what_does_not_fit_the_subject_is_an_incident_of_its_own():
    linked = incidents(beside("Crowds marched in Orle", "peaceful_protest", "Orle"))

    assert [one.type for one in linked.incidents] == ["air_drone_strike", "peaceful_protest"]
