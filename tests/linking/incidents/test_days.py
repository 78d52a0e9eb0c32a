"""Incidents of other days, as reports of invented outlets tell them."""

from tests.linking.incidents.reports import event, group, incidents, report, together

SHELLS = "shelling_artillery_missile_attack"

FRIDAY = report(
    "Three people were killed on Friday when shells hit a tram stop on the edge of Brinn, the "
    "mayor said. Teodor Quill blamed the rebels.",
    event("shells", SHELLS, "2023-05-12", "Brinn", 3),
    title="Shelling kills three near Brinn",
    published="2023-05-13",
)
FRIDAY_TOO = report(
    "Shells hit a tram stop at the edge of Brinn on Friday and killed three people, police said.",
    event("Shells hit", SHELLS, "2023-05-12", "Brinn", 3),
    title="Tram stop shelled in Brinn",
    published="2023-05-13",
    publisher="Gull",
)
SUNDAY = report(
    "Two people were killed on Sunday when shells hit a mill near Brinn, the mayor said. Teodor "
    "Quill blamed the rebels.",
    event("shells", SHELLS, "2023-05-14", "Brinn", 2),
    title="Shelling kills two near Brinn",
    published="2023-05-15",
)
SUNDAY_TOO = report(
    "A mill near Brinn was shelled on Sunday, killing a miller and his wife, a prosecutor said.",
    event("shelled", SHELLS, "2023-05-14", "Brinn", 2),
    title="Mill hit near Brinn, two dead",
    published="2023-05-15",
    publisher="Gull",
)
BOTH = report(
    "First came the shells: on Friday they hit a tram stop on the edge of Brinn and killed three "
    "people. Two days later came the jets. On Sunday they bombed a base near Orle, and eleven "
    "fighters were dead.",
    event("shells", SHELLS, "2023-05-12", "Brinn", 3),
    event("bombed", day="2023-05-14", place="Orle", killed=11, is_background=True),
    title="A strike and its answer: from Brinn to Orle",
    published="2023-05-16",
    publisher="Heron",
)
ANSWER = report(
    "Jets bombed a rebel base near Orle on Sunday, killing eleven fighters, the army said. It said "
    "that the raid answered the shells on Brinn on Friday.",
    event("bombed", day="2023-05-14", place="Orle", killed=11),
    event("shells", SHELLS, "2023-05-12", "Brinn", is_background=True),
    title="Jets bomb rebel base in Orle",
    published="2023-05-15",
    publisher="Tide",
)
ANSWER_TOO = report(
    "Eleven fighters died when aircraft struck their camp outside Orle on Sunday, monitors said.",
    event("struck", day="2023-05-14", place="Orle", killed=11),
    title="Eleven fighters dead in raid on Orle",
    published="2023-05-15",
    publisher="The Monitor",
)
DENIAL = report(
    "Three people were killed at a tram stop in Brinn by shells, the mayor, Teodor Quill, says. "
    "The rebels said on Sunday that nobody was hurt in the shelling of the tram stop in Brinn.",
    event("shelling", SHELLS, "2023-05-14", "Brinn", 0),
    title="Rebels deny that shelling killed anybody in Brinn",
    published="2023-05-15",
    publisher="Heron",
)


def test_two_strikes_on_one_town_with_other_counts():
    linked = incidents(FRIDAY, FRIDAY_TOO, SUNDAY, SUNDAY_TOO)

    assert together(linked) == {group(FRIDAY, FRIDAY_TOO), group(SUNDAY, SUNDAY_TOO)}


def test_a_mayor_who_speaks_of_both_does_not_make_them_one():
    assert together(incidents(FRIDAY, SUNDAY)) == {group(FRIDAY), group(SUNDAY)}


def test_who_denies_a_count_tells_of_the_same():
    assert together(incidents(FRIDAY, DENIAL)) == {group(FRIDAY, DENIAL)}


def test_a_report_on_a_strike_and_its_answer_belongs_to_both():
    linked = incidents(FRIDAY, FRIDAY_TOO, ANSWER, ANSWER_TOO, BOTH)

    assert together(linked) == {group(FRIDAY, FRIDAY_TOO, BOTH), group(ANSWER, ANSWER_TOO)}
    roles = {
        one.role
        for incident in linked.incidents
        for one in incident.documents
        if one.document == BOTH.document.id
    }
    assert roles == {"main", "background"}
