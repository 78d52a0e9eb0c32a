from dataclasses import replace

from rashomon.model.comparison import Count, Position, Where
from rashomon.render.dossier.head import head_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import COMPARISON, KILLED, MEANS, WHO
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


def where(made):
    return {name: (words, note) for name, words, note in head(made).facts}["Where"]


def placed(name, lat, lon, precision="town", country="DK"):
    """Return a comparison of which one account says where it happened."""
    value = Where(name, lat, lon, 5.0, country, precision)
    position = Position(value, name, (KILLED.positions[1].held_by[0],), ())
    point = replace(KILLED, id="q9", kind="place", label="where", positions=(position,))
    return replace(COMPARISON, points=(*COMPARISON.points, point))


def test_beside_the_type_stands_the_means_of_which_most_origins_tell():
    facts = {name: note for name, _, note in head(view()).facts}
    assert facts["What"] == ""
    jets = MEANS.positions[0]
    other = replace(jets.held_by[0], origin="o3")
    position = replace(jets, held_by=(*jets.held_by, other))
    points = (replace(MEANS, positions=(position, MEANS.positions[1])),)
    made = view(comparison=replace(COMPARISON, points=points))
    facts = {name: note for name, _, note in head(made).facts}
    assert facts["What"] == "by what means: air strike, according to 2 independent origins"


def test_a_town_is_not_called_the_very_place():
    words, note = where(view())
    assert words == "Osterby, Denmark"
    assert note == "the town is known, not where in or around it (UCDP place precision 1)"


def test_where_no_account_places_it_there_it_is_told_as_accounts_have_it():
    far = placed("Hjelm", 48.0, 30.0, country="UA")
    assert where(view(comparison=far)) == ("Hjelm", "according to 1 account")
    assert where(view(comparison=placed("Lindby", 55.15, 12.25)))[0] == "Osterby, Denmark"
    within = placed("Denmark", 56.0, 10.0, "country")
    assert where(view(comparison=within))[0] == "Osterby, Denmark"


def test_a_place_that_is_on_no_map_is_told_by_its_name():
    far = placed("Hjelm", 48.0, 30.0, country="UA")
    mill = replace(far.incident.place, name="The old mill", lat=None, lon=None)
    made = replace(far, incident=replace(far.incident, place=mill))
    assert where(view(comparison=made))[0].startswith("The old mill")


def test_a_title_that_is_the_headline_of_one_is_told_to_be():
    incident = replace(COMPARISON.incident, title="Tide on the mill")
    found = head(view(comparison=replace(COMPARISON, incident=incident)))
    assert found.headline.outlet == "Tide"
    assert head(view()).headline is None


def test_counts_that_differ_are_not_called_agreed():
    few = replace(KILLED.positions[0], value=Count(3, 3), label="3")
    other = replace(few.held_by[0], origin="o3")
    few = replace(few, held_by=(*few.held_by, other))
    points = (replace(KILLED, positions=(few, KILLED.positions[1])),)
    found = head(view(comparison=replace(COMPARISON, points=points)))
    assert (found.agreed, found.alone) == ((), ())
    (differing,) = found.differing
    assert [one.words for one in differing.answers] == ["3 killed", "12 killed"]
    assert differing.range == "9–12"


def test_roots_that_are_only_cited_are_counted_apart():
    points = (replace(KILLED, positions=(cited_position(),)),)
    assert head(view()).cited == 0
    assert head(view(comparison=replace(COMPARISON, points=points))).cited == 1


def cited_position():
    return replace(
        KILLED.positions[1], held_by=(replace(KILLED.positions[1].held_by[0], origin="o4"),)
    )


def test_a_hidden_answer_is_never_the_only_one_hidden():
    holder = KILLED.positions[1].held_by
    positions = tuple(Position(word, word, holder, ()) for word in ("bomb", "gas", "fire", "shell"))
    points = (replace(WHO, is_contested=False, positions=positions),)
    (question,) = head(view(comparison=replace(COMPARISON, points=points))).alone
    assert (len(question.answers), question.more) == (4, 0)


def test_opposed_claims_stand_in_the_words_of_each():
    raid = replace(WHO.positions[0], denied_by=(), value="x", label="x")
    points = (replace(WHO, kind="other", label="mill", positions=(raid,)),)
    (question,) = head(view(comparison=replace(COMPARISON, points=points))).contested
    assert question.label == "Opposed claims (mill)"
    assert [one.words for one in question.answers] == ["Marn bombed the mill"]
