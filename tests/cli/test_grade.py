"""A grade by a person, from the outside."""

import json

import pytest

REPORTS = [
    {
        "publisher": "Tide",
        "published": "2023-05-13",
        "text": "At least 11 people were killed when shells hit the grain market in Osterby on "
        "Friday, Mayor Teodor Quill said. The market hall burned down.",
    },
    {
        "publisher": "Gull",
        "published": "2023-05-13",
        "text": "Shells struck the grain market of Osterby on Friday and killed 12 people, "
        "according to Mayor Teodor Quill. Smoke rose from the market hall.",
    },
]
WHO = ("--reviewer", "Mira", "--note", "the lists agree")


@pytest.fixture
def market(rashomon, tmp_path):
    """Run a command on a case of two reports."""
    (tmp_path / "reports.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in REPORTS))
    assert rashomon("add", "market.case", "reports.jsonl", "-q").status == 0
    return lambda command, *arguments: rashomon(command, "market.case", *arguments)


def killed(market):
    found = json.loads(market("compare", "i1", "-f", "json").out)
    return next(one for one in found["points"] if (one["kind"], one["who"]) == ("killed", "total"))


def test_a_grade_is_set_shown_and_taken_back(market):
    point = killed(market)
    values = [one["label"] for one in point["positions"]]
    number = values.index("12") + 1
    ran = market("decide", "grade", "i1", point["id"], number, "fair", "B2", *WHO)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"graded {point['id']} '12': fair B2",
        "decision 1 is on record",
    ]
    sheet = " ".join(market("compare", "i1", "--point", point["id"]).out.split())
    assert "fair, B2" in sheet
    assert "set by Mira" in sheet
    assert "the lists agree" in sheet
    assert "(fair, set by Mira)" in " ".join(market("compare", "i1").out.split())
    told = market("decisions").out
    assert "killed '12':" in told
    assert "fair B2" in told
    assert market("reread", "-q", "--all").status == 0
    assert killed(market)["positions"][number - 1]["grade"]["reviewer"] == "Mira"
    assert market("decide", "undo", "1", "--reviewer", "Mira").status == 0
    assert all(one["grade"]["reviewer"] is None for one in killed(market)["positions"])


def test_what_is_taken_back_leaves_what_was_decided_before(market):
    point = killed(market)
    for grade in ("fair", "contested"):
        assert market("decide", "grade", "i1", point["id"], 1, grade, *WHO).status == 0
    label = point["positions"][0]["label"]
    ran = market("decide", "undo", "2", "--reviewer", "Mira")
    assert ran.out.splitlines() == [
        "decision 2 is taken back",
        f"decision 1 holds: '{label}': fair",
    ]
    ran = market("decide", "undo", "1", "--reviewer", "Mira")
    assert ran.out.splitlines() == ["decision 1 is taken back"]


def test_a_grade_that_makes_no_sense_is_an_error(market):
    for asked, fault in (
        (("i1", "q1", "1"), "3 words for grade; write: grade INCIDENT POINT"),
        (("i1", "q1", "1", "perfect"), "'perfect' is no grade; write one of confirmed, fair"),
        (("i1", "q1", "77", "fair"), "there is no position '77' in q1; there are 1 ("),
    ):
        ran = market("decide", "grade", *asked, *WHO)
        assert ran.status == 2
        assert fault in " ".join(ran.err.split())
    assert json.loads(market("decisions", "-f", "json").out)["decisions"] == []
