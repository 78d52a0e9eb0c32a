import pytest

from rashomon.model.gazetteer import GazetteerEntry, NameMatch
from rashomon.pipeline.placing import places_called


def entry(name, feature="P.PPL", population=10_000, radius=None):
    return GazetteerEntry(7, name, 1.5, 2.5, "ZZ", "North", "", feature, population, radius, "own")


class Places:
    """A gazetteer of two towns, of which one is found only by a name like its own."""

    def find(self, name):
        return [NameMatch(entry("Osterby"), True, 1.0, False)] if name == "Osterby" else []

    def find_like(self, _):
        likely = [entry("Osterby"), entry("Osterbo", feature="A.ADM1", radius=40.0)]
        return [NameMatch(one, True, 0.9, False) for one in likely]


def test_places_of_the_name_come_before_those_of_names_like_it_and_none_comes_twice():
    first, second = places_called("Osterby", Places())
    assert (first.name, first.precision, first.radius_km) == ("Osterby", "town", 1.2)
    assert (second.name, second.precision, second.radius_km) == ("Osterbo", "region", 40.0)
    assert (first.lat, first.lon, first.country, first.geonames_id) == (1.5, 2.5, "ZZ", 7)


def test_no_more_are_returned_than_wanted():
    assert [one.name for one in places_called("Osterby", Places(), most=1)] == ["Osterby"]


@pytest.mark.parametrize("name", ["", "  ", "a" * 100_000])
def test_of_no_name_nothing_is_found(name):
    assert places_called(name, Places()) == ()
