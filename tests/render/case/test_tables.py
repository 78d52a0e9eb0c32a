import pytest
from rich.console import Console

from rashomon.model.case import Addition, Break, Changes, Verified, VersionChange
from rashomon.model.errors import EmptyInputError
from rashomon.model.failure import Failure
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from rashomon.render.case.account import added_account, changes_account
from rashomon.render.case.checks import checks
from rashomon.render.case.results import results
from rashomon.render.case.tables import documents_table, incident_sheet, incidents_table
from rashomon.render.case.tree import origins_tree
from tests.render.case.conftest import GULL, HERON, TIDE, row


def shown(renderable, width=100):
    console = Console(width=width, highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(renderable)
    return captured.get()


def one_line(renderable):
    return " ".join(shown(renderable).split())


def test_documents_say_which_version_they_are(rows):
    page = one_line(documents_table(list(rows.values())))
    assert "(version 2 of 2)" in page
    assert "3 documents, 2 origins" in page


def test_incidents_say_how_many_documents_and_origins_they_have(incident, origins):
    page = shown(incidents_table([incident], origins), width=120)
    assert "air or drone" in page
    assert "2 + 1" in page
    assert "1 incident in 3 documents" in page


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(incident, origins, rows, width):
    for one in (
        incidents_table([incident], origins),
        incident_sheet(incident, rows, origins),
        documents_table(list(rows.values())),
    ):
        assert max(map(len, shown(one, width).splitlines())) <= width


def test_an_incident_shows_its_documents_and_why_they_belong_together(incident, origins, rows):
    page = one_line(incident_sheet(incident, rows, origins))
    assert "3 documents, 2 independent origins" in page
    assert "Tide and Gull both tell of a raid in Osterby" in page
    assert "background" in page


def test_a_copy_hangs_from_what_it_is_a_copy_of(origins, rows):
    passage = origins.derivations[2]
    page = shown(origins_tree(origins, rows, {passage: "a jet flew low"}))
    assert page.index("Lakes Wire") < page.index("Tide") < page.index("Gull")
    assert "3 documents, 2 origins" in page
    assert "97 % of the text is Tide's" in page
    assert "“a jet flew low” → o1" in page


def test_edges_that_run_in_a_circle_are_still_shown(rows):
    circle = Origins(
        (Origin("o1", "document", "Tide", TIDE, (TIDE, GULL)),),
        (
            Derivation(TIDE, None, GULL, None, "o1", "copy", 1.0, "same"),
            Derivation(GULL, None, TIDE, None, "o1", "copy", 1.0, "same"),
        ),
    )
    page = shown(origins_tree(circle, rows, {}))
    assert "Tide" in page
    assert "Gull" in page


def test_documents_that_share_with_no_other_are_counted(rows):
    alone = Origins((Origin("o1", "document", "Heron", HERON, (HERON,)),), ())
    assert "1 document shared with no other" in one_line(origins_tree(alone, rows, {}))


def test_a_result_shows_who_says_so_and_marks_the_words(hit):
    page = one_line(results([hit]))
    assert "1. Halk (Estmark) asserts" in page
    assert "denied the *raid*." in page


def test_names_cannot_steer_the_terminal(incident, origins):
    from dataclasses import replace

    hostile = replace(incident, title="\x1b[31mred\x07 \u202egnp")
    page = shown(incidents_table([hostile], origins))
    assert "\x07" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_adding_says_what_was_added_known_and_left_out():
    change = VersionChange(TIDE, (Span(0, 12),), ())
    error = EmptyInputError("there is no text in it", where="empty.txt", remedy="leave it out")
    page = one_line(
        added_account(
            [
                Addition(TIDE, "new", 1),
                Addition(GULL, "version", 2, change),
                Addition(HERON, "known", 1),
            ],
            known=4,
            failures=[Failure("empty.txt", error)],
            words={GULL: ("nine people", "")},
        )
    )
    assert "1 document added, 1 new version of articles, 5 known already, 1 left out" in page
    assert "version 2 12 characters new, 0 gone + nine people" in page
    assert "1 input.empty empty.txt: there is no text in it" in page


def test_reading_again_says_what_changed_and_that_decisions_stay():
    same = Changes({}, {}, {})
    other = Changes({"claims": 2, "times": 0}, {"events": 1}, {"claims": 1})
    page = one_line(changes_account([(TIDE, same), (GULL, other)], decisions=3))
    assert "2 documents read again, 1 of them differently; 3 decisions kept" in page
    assert "new: 2 claims gone: 1 event read otherwise: 1 claim" in page


def test_the_first_break_is_named_first():
    sound = one_line(checks(Verified({"documents": 3}, (), "abc")))
    assert "3 documents" in sound
    assert "all of it holds" in sound
    broken = one_line(
        checks(Verified({"documents": 3}, (Break("log 7", "its hash"), Break("x", "gone"))))
    )
    assert "first break: log 7: its hash" in broken
    assert "and 1 more" in broken


def test_a_document_without_title_or_publisher_has_its_path():
    bare = row(HERON, None, title=None, path="heron.txt")
    assert "heron.txt" in one_line(documents_table([bare]))
