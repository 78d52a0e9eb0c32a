import pytest

from rashomon.model.case import Decision
from rashomon.model.document import Document, identity
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.model.spans import Span
from rashomon.pipeline.adding import fill, load_preparer
from rashomon.pipeline.comparing import comparison_of
from rashomon.pipeline.deciding import decide
from rashomon.pipeline.linking import link
from rashomon.pipeline.rereading import replace_readings
from rashomon.pipeline.resources import load_comparer
from rashomon.pipeline.verdicts import GRADE, verdicts
from rashomon.settings import Settings
from rashomon.store import open_case

REPORTS = (
    (
        "Tide",
        "At least 11 people were killed when shells hit the grain market in Osterby on Friday, "
        "Mayor Teodor Quill said. The market hall burned down.",
    ),
    (
        "Gull",
        "Shells struck the grain market of Osterby on Friday and killed 12 people, according to "
        "Mayor Teodor Quill. Smoke rose from the market hall.",
    ),
)
LATER = "Shells killed 15 people at the grain market in Osterby on Friday, the Lakes Monitor said."


def document(publisher, text):
    return Document(
        id=identity(text.encode()), text=text, publisher=publisher, published="2023-05-13"
    )


@pytest.fixture(scope="module")
def prepare():
    return load_preparer(Settings(), 1)


@pytest.fixture(scope="module")
def comparer():
    return load_comparer(is_relating=False)


@pytest.fixture
def case(prepare, tmp_path):
    entries = [entry for report in REPORTS for entry in prepare(document(*report))]
    with open_case(str(tmp_path / "market.case"), create=True) as made:
        list(fill(made, entries))
        link(made, Settings())
        yield made


@pytest.fixture
def grade(case, comparer):
    """Decide on a grade as a person does."""

    def given(*subjects, reviewer="Mira", note="the lists agree"):
        done = decide(
            case, "grade", subjects, reviewer=reviewer, note=note, comparer=lambda: comparer
        )
        return done.numbers[0]

    return given


def killed(case, comparer):
    """Return the point on all who were killed, wherever it stands."""
    comparison = comparison_of(case, "i1", comparer)
    return next(one for one in comparison.points if (one.kind, one.who) == ("killed", "total"))


def number_of(point, label):
    """Return the number of a position, as people write it."""
    return str([one.label for one in point.positions].index(label) + 1)


def reviewed(case, comparer):
    """Return who set which grade of which position."""
    return {
        one.label: (one.grade.airwars, one.grade.admiralty, one.grade.reviewer)
        for one in killed(case, comparer).positions
        if one.grade.reviewer
    }


def test_a_person_sets_a_grade_and_takes_it_back(case, comparer, grade):
    point = killed(case, comparer)
    number = grade("i1", point.id, number_of(point, "12"), "Fair", "b2")
    assert reviewed(case, comparer) == {"12": ("fair", "B2", "Mira")}
    first = next(one for one in killed(case, comparer).positions if one.grade.reviewer)
    assert first.grade.reasons[0] == "Mira: the lists agree"
    assert decide(case, "undo", [str(number)], reviewer="Jorun", note="").numbers == (number,)
    assert reviewed(case, comparer) == {}


def test_a_grade_may_come_without_a_pair(case, comparer, grade):
    point = killed(case, comparer)
    position = number_of(point, "12")
    before = point.positions[int(position) - 1].grade.admiralty
    grade("1", point.id.removeprefix("q"), position, "confirmed")
    assert reviewed(case, comparer) == {"12": ("confirmed", before, "Mira")}


def test_the_later_of_two_grades_holds(case, comparer, grade):
    point = killed(case, comparer)
    asked = ("i1", point.id, number_of(point, "12"))
    grade(*asked, "fair", "B2")
    second = grade(*asked, "weak", "D4", reviewer="Jorun")
    assert reviewed(case, comparer) == {"12": ("weak", "D4", "Jorun")}
    decide(case, "undo", [str(second)], reviewer="Jorun", note="")
    assert reviewed(case, comparer) == {"12": ("fair", "B2", "Mira")}


def test_a_grade_holds_on_to_its_words_through_reading_and_linking(case, comparer, grade, prepare):
    point = killed(case, comparer)
    grade("i1", point.id, number_of(point, "12"), "fair", "B2")
    list(replace_readings(case, prepare(document(*REPORTS[1]))))
    list(fill(case, prepare(document("Tarn Times", LATER))))
    link(case, Settings())
    assert {"12", "15"} <= {one.label for one in killed(case, comparer).positions}
    assert reviewed(case, comparer) == {"12": ("fair", "B2", "Mira")}
    assert not case.verify().breaks


def test_a_grade_of_words_that_say_something_else_now_is_on_nothing(case, comparer):
    text = REPORTS[1][1]
    start = text.index("Smoke")
    value = {"kind": "killed", "who": "total", "airwars": "fair", "admiralty": ""}
    case.decide(Decision(GRADE, identity(text.encode()), Span(start, len(text)), value, "Mira", ""))
    link(case, Settings())
    assert len(list(verdicts(case))) == 1
    assert reviewed(case, comparer) == {}


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"kind": "killed", "who": "total", "airwars": "perfect"},
        {"kind": "colour", "airwars": "fair"},
    ],
)
def test_a_decision_that_is_no_grade_is_left_out(case, comparer, value):
    text = REPORTS[1][1]
    case.decide(Decision(GRADE, identity(text.encode()), Span(0, len(text)), value, "Mira", ""))
    case.decide(Decision(GRADE, None, None, {"kind": "killed", "airwars": "fair"}, "Mira", ""))
    link(case, Settings())
    assert list(verdicts(case)) == []
    assert reviewed(case, comparer) == {}


@pytest.mark.parametrize(
    ("asked", "error", "fault"),
    [
        ((), SettingsError, "0 words for grade"),
        (("i1", "q1", "1"), SettingsError, "3 words for grade"),
        (("i1", "q1", "1", "fair", "B2", "more"), SettingsError, "6 words for grade"),
        (("i1", "q1", "1", "perfect"), SettingsError, "'perfect' is no grade"),
        (("i1", "q1", "1", "fair", "G7"), SettingsError, "'G7' is no Admiralty pair"),
        (("i1", "q1", "1", "fair", "B"), SettingsError, "'B' is no Admiralty pair"),
        (("i9", "q1", "1", "fair"), UnknownItemError, "i9"),
        (("i1", "q99", "1", "fair"), UnknownItemError, "q99"),
        (("i1", "q1", "0", "fair"), UnknownItemError, "no position '0' in q1"),
        (("i1", "q1", "99", "fair"), UnknownItemError, "no position '99' in q1"),
        (("i1", "q1", "-1", "fair"), UnknownItemError, "no position '-1' in q1"),
        (("i1", "q1", "\N{SUPERSCRIPT TWO}", "fair"), UnknownItemError, "no position"),
    ],
)
def test_a_grade_that_makes_no_sense_is_an_error(case, grade, asked, error, fault):
    with pytest.raises(error, match=fault):
        grade(*asked)
    assert list(case.decisions()) == []


def test_nobody_cannot_decide(grade):
    with pytest.raises(SettingsError, match="nobody decides"):
        grade("i1", "q1", "1", "fair", reviewer=" ")
