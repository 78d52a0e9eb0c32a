from dataclasses import replace

from rashomon.render.dossier.opposed import denials_of, pairs_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import CLASH, COMPARISON, DENIAL
from tests.render.dossier.made import view
from tests.render.html.test_text import shown


def pairs(**changed):
    made = view(comparison=replace(COMPARISON, **changed))
    return pairs_of(made, sources_of(made, Links()), Links())


def test_a_denial_says_who_denies_what_of_whom():
    made = view()
    first, second = denials_of(made, sources_of(made, Links()))
    assert (first.party, first.sign.word, first.answer) == ("Marn", "denies", "Marn")
    assert shown(first.holders)[0] == "Halk's police"
    assert first.href == "#q1-1-d1"
    assert second.answer == "air strike"


def test_a_denial_stands_in_its_own_words_with_its_article():
    made = view()
    first, _ = denials_of(made, sources_of(made, Links()))
    assert '<mark class="words">Marn denied the charge</mark>' in first.words
    assert first.source.outlet == "Plover"


def test_claims_that_contradict_each_other_have_their_words_and_what_shows_it():
    (denial, clash), more = pairs(relations=(CLASH, DENIAL))
    assert more == 0
    assert (denial.by, denial.probability) == ("words of denial", "")
    assert (clash.by, clash.probability) == ("the relation model", "91%")
    assert "gas leak" in shown(clash.second.words)[0]


def test_the_same_pair_in_a_copy_is_shown_once():
    found, _ = pairs(relations=(CLASH, replace(CLASH, probability=0.8)))
    assert [one.probability for one in found] == ["91%"]


def test_what_follows_is_no_contradiction():
    assert pairs(relations=(replace(CLASH, relation="entails"),)) == ([], 0)


def test_of_very_many_pairs_the_surest_are_shown():
    holders = [replace(CLASH.first, party=f"Village {one}") for one in range(90)]
    many = tuple(replace(CLASH, first=one, probability=at / 100) for at, one in enumerate(holders))
    found, more = pairs(relations=many)
    assert len(found) + more == 90
    assert found[0].probability == "89%"
