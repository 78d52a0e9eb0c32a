from dataclasses import replace

from rashomon.render.dossier.loaded import Loaded
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.unnamed import own_voices
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import COMPARISON, own
from tests.render.dossier.made import view


def voices(made):
    sources = sources_of(made, Links())
    loaded = Loaded(made, sources)
    return {one.outlet: one for one in own_voices(made, sources, Links(), loaded)}


def test_each_outlet_has_what_it_says_in_nobody_s_name():
    found = voices(view())
    assert (found["Heron"].count, found["Heron"].hedged, found["Heron"].loaded) == (2, 1, 0)
    (savage,) = found["Tide"].statements
    assert '<mark class="loaded">savage</mark>' in savage.words


def test_of_very_many_the_telling_ones_are_kept_and_the_rest_is_counted():
    plain = own("Heron", "The army of Marn")
    hedged = own("Heron", "The army of Marn may have been near.", hedged=True)
    many = replace(COMPARISON, own_voice=(*[plain] * 400, hedged))
    heron = voices(view(comparison=many))["Heron"]
    assert heron.count == 401
    assert heron.more == 401 - len(heron.statements) > 0
    assert any(one.hedged for one in heron.statements)


def test_what_answers_rest_on_is_shown_before_what_answers_nothing():
    spare = own("Heron", "The army of Marn may have been near.")
    many = replace(COMPARISON, own_voice=(*[spare] * 30, own("Heron", "A gas leak tore")))
    heron = voices(view(comparison=many))["Heron"]
    assert any("A gas leak tore" in one.words for one in heron.statements)
    assert heron.more == 28
