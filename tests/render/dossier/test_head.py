from dataclasses import replace

from rashomon.render.dossier.head import head_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import COMPARISON, KILLED
from tests.render.dossier.made import row, view
from tests.render.html.test_text import shown


def head(made):
    return head_of(made, sources_of(made, Links()))


def test_it_says_what_when_where_and_how_precisely():
    facts = {name: (words, note) for name, words, note in head(view()).facts}
    assert facts["What"][0] == "Air or drone strike"
    assert facts["When"] == ("11 May 2023", "the day is known (UCDP date precision 1)")
    assert facts["Where"][0] == "Osterby, Denmark"


def test_it_counts_documents_and_independent_origins():
    found = head(view())
    assert (found.documents, found.outlets, found.origins) == (4, 4, 3)
    assert found.published == "11–12 May 2023"


def test_contested_agreed_and_told_by_one_origin_are_kept_apart():
    found = head(view())
    assert [one.label for one in found.contested] == ["Who did it", "By what means"]
    assert [one.label for one in found.alone] == ["Killed"]
    other = replace(KILLED.positions[0].held_by[0], origin="o3")
    position = replace(KILLED.positions[0], held_by=(*KILLED.positions[0].held_by, other))
    points = (replace(KILLED, positions=(position,)),)
    agreed = head(view(comparison=replace(COMPARISON, points=points))).agreed
    assert [one.label for one in agreed] == ["Killed"]
    assert agreed[0].is_rising


def test_who_denies_stands_beside_who_says_so():
    (said,) = head(view()).contested[0].answers
    assert said.words == "Marn"
    assert shown(said.who)[0] == "Halk's police"
    assert shown(said.denied)[0] == "Marn"
    assert said.href == "#q1-1"


def test_documents_without_a_day_are_no_obstacle():
    made = view()
    rows = {id_: replace(one, published=None) for id_, one in made.rows.items()}
    assert head(view(rows=rows)).published == ""
    assert row("Tide").published == "2023-05-11"
