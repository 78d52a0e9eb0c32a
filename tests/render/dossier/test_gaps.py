from dataclasses import replace

from rashomon.render.dossier.gaps import gaps_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.dossier.made import ident, view


def gaps(made):
    return " ".join(gaps_of(made, sources_of(made, Links())))


def test_what_documents_lack_is_said():
    rows = dict(view().rows)
    rows[ident("Heron")] = replace(rows[ident("Heron")], publisher=None)
    told = gaps(view(rows=rows))
    assert "1 document without a day of publication" in told
    assert "1 document without a publisher" in told


def test_attributions_that_are_unsure_are_counted():
    readings = dict(view().readings)
    tide = readings[ident("Tide")]
    unsure = tuple(replace(one, confidence=0.3) for one in tide.attributions)
    readings[ident("Tide")] = replace(tide, attributions=unsure)
    assert "1 of the 3 attributions that answers rest on" in gaps(view(readings=readings))
