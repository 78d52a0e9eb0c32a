from tests.linking.incidents.reports import event, incidents, report

SHELLS = "shelling_artillery_missile_attack"


def pair(first, second, types=(SHELLS, SHELLS)):
    """Return the reason for which two reports of shells on Brinn are of one incident."""
    reports = [
        report(
            f"Shells hit the grain market of Brinn on Friday and killed 12 people, {said}",
            event("Shells hit", type_, "2023-05-12", "Brinn", 12),
            *more,
            title="Shells hit grain market of Brinn",
            published="2023-05-13",
            publisher=publisher,
        )
        for publisher, type_, (said, *more) in zip(
            ("Tide", "Gull"), types, (first, second), strict=True
        )
    ]
    (incident,) = incidents(*reports).incidents
    return incident.links[0].reason


def test_one_person_is_named_once():
    said = "Mayor Teodor Quill said."

    assert "both name Mayor Teodor Quill;" in pair((said,), (f"as {said}",))


def test_two_people_are_named():
    reason = pair(("Teodor Quill and Hasan Vell said.",), ("Hasan Vell and Teodor Quill said.",))

    assert "both name Hasan Vell and Teodor Quill;" in reason


def test_a_fire_beside_is_not_what_they_tell_of():
    fire = event("burned down", "man_made_disaster", "2023-05-12", "Brinn")
    said = "said Teodor Quill. The hall burned down."

    reason = pair((said, fire), (said, fire), (SHELLS, "air_drone_strike"))

    assert reason.startswith("both tell of something in Brinn on 2023-05-12")
