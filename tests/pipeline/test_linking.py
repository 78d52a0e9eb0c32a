import pytest

from rashomon.model.case import Decision
from rashomon.model.document import Document, identity
from rashomon.pipeline import linking
from rashomon.pipeline.adding import fill, load_preparer
from rashomon.pipeline.linking import OTHER, link
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
    (
        "Heron",
        "The Lakes Ministry said that a new ferry will sail between Brinn and Osk in spring.",
    ),
)


def document(publisher, text):
    return Document(
        id=identity(text.encode()), text=text, publisher=publisher, published="2023-05-13"
    )


@pytest.fixture(scope="module")
def entries():
    prepare = load_preparer(Settings(), 1)
    return [entry for report in REPORTS for entry in prepare(document(*report))]


@pytest.fixture
def case(entries, tmp_path):
    with open_case(str(tmp_path / "market.case"), create=True) as made:
        list(fill(made, entries))
        yield made


def mains(case):
    """Return the documents of each incident that any is about, by publisher."""
    names = {row.id: row.publisher for row in case.documents()}
    found = []
    for one in case.incidents():
        about = {names[each.document] for each in one.documents if each.role == "main"}
        if about:
            found.append(about)
    return found


def test_reports_of_one_event_are_one_incident(case):
    assert link(case, Settings())
    assert {"Tide", "Gull"} in mains(case)
    assert not link(case, Settings())


def test_what_a_person_decides_is_heeded(case):
    link(case, Settings())
    first, second = (identity(text.encode()) for _, text in REPORTS[:2])
    number = case.decide(Decision(OTHER, first, None, {"with": second}, "Mira", "two markets"))
    assert link(case, Settings())
    assert {"Tide", "Gull"} not in mains(case)
    case.undo(number, reviewer="Mira")
    assert link(case, Settings())
    assert {"Tide", "Gull"} in mains(case)


def test_what_an_older_version_sketched_is_sketched_again(case, monkeypatch):
    link(case, Settings())
    before = case.incidents(), case.origins()
    names = ("origins/next", "incidents/next")
    monkeypatch.setattr(linking, "sketch_names", lambda _: names)
    steps = []
    assert link(case, Settings(), steps.append)
    assert "sketching 3 documents again" in steps
    assert (case.incidents(), case.origins()) == before
    assert all(case.unsketched(name) == [] for name in names)
    assert not case.verify().breaks
