from rashomon.model.comparison import Position, When
from rashomon.render.dossier.names import answer_words, listing
from tests.render.html.test_text import shown


def test_names_stand_as_in_a_sentence():
    assert shown(listing([]))[0] == ""
    assert shown(listing(["Halk"]))[0] == "Halk"
    assert shown(listing(["Halk", "Marn"]))[0] == "Halk and Marn"
    assert shown(listing(["A", "B", "C", "D"]))[0] == "A, B, C and D"
    assert shown(listing(["A", "B", "C", "D", "E"]))[0] == "A, B, C and 2 others"


def test_a_name_cannot_break_out():
    assert "<b>" not in listing(["<b>Halk"])


def test_days_are_written_as_people_write_them():
    when = When("2023-05", "2023-05-01", "2023-05-31")
    assert answer_words(Position(when, "2023-05", (), ())) == "May 2023"
