"""Places of one's own: loaded, used, listed and removed by commands."""

import json

import pytest

VILLAGES = """\
name,lat,lon,alternate_names,feature,country
Orlehavn,62.5,-30.25,Orlehafen;Porto Orle,P.PPL,IS
Kessel Air Base,62.7,-30.5,,S.AIRB,IS
"""
DUMP_ROW = (
    *("9000001", "Brinnavik", "Brinnavik", "Brinavik,Brynnavik", "63.1", "-29.9", "P", "PPL", "IS"),
    *("", "", "", "", "", "1200", "", "10", "Atlantic/Reykjavik", "2020-01-01"),
)
REPORT = "A shell hit a school in Orlehavn on Monday, the mayor of Brinnavik said."


@pytest.fixture
def places():
    """Return the places of a report that have coordinates, by their names."""

    def places(rashomon, *options):
        ran = rashomon("read", "-", "--format", "json", *options, stdin=REPORT)
        assert ran.status == 0, ran.err
        return {one["name"]: one for one in json.loads(ran.out)["places"] if one["lat"] is not None}

    return places


@pytest.fixture
def villages(tmp_path):
    path = tmp_path / "villages.csv"
    path.write_text(VILLAGES, "utf-8")
    return path


def test_a_table_of_ones_own_is_used_from_then_on(rashomon, places, villages):
    assert "Orlehavn" not in places(rashomon)
    ran = rashomon("gazetteer", "import", villages)
    assert (ran.status, ran.out) == (0, "2 places of villages.csv are used from now on\n")
    found = places(rashomon)["Orlehavn"]
    assert (found["lat"], found["lon"], found["country"]) == (62.5, -30.25, "IS")
    assert found["precision"] == "town"


def test_a_geonames_dump_is_loaded(rashomon, places, tmp_path):
    dump = tmp_path / "IS.txt"
    dump.write_text("\t".join(DUMP_ROW) + "\n", "utf-8")
    assert rashomon("gazetteer", "import", dump).status == 0
    assert places(rashomon)["Brinnavik"]["geonames_id"] == 9000001


def test_names_are_looked_up_also_as_they_are_spelt_elsewhere(rashomon, villages):
    rashomon("gazetteer", "import", villages)
    assert "Orlehavn" in rashomon("gazetteer", "find", "Porto Orle").out
    near = rashomon("gazetteer", "find", "Khan Sheikhoun")
    assert near.status == 0
    assert "SY" in near.out
    nothing = rashomon("gazetteer", "find", "Xqzvbrk")
    assert (nothing.status, nothing.out) == (1, "")
    assert "no place of this name" in nothing.err


def test_lists_are_shown_and_removed(rashomon, places, villages):
    assert "no lists of your own" in rashomon("gazetteer", "list").out
    rashomon("gazetteer", "import", villages)
    listed = rashomon("gazetteer", "list").out
    name = listed.split()[0]
    assert "MB" in listed
    assert rashomon("gazetteer", "remove", name).status == 0
    assert "Orlehavn" not in places(rashomon)
    again = rashomon("gazetteer", "remove", name)
    assert again.status != 0
    assert "gazetteer list" in again.err


def test_a_folder_of_lists_is_named_by_an_option_and_by_settings(
    rashomon, places, villages, tmp_path
):
    rashomon("gazetteer", "import", villages, "--gazetteer", tmp_path / "lists")
    assert "Orlehavn" not in places(rashomon)
    assert places(rashomon, "--gazetteer", tmp_path / "lists")["Orlehavn"]["lat"] == 62.5
    settings = tmp_path / "settings.toml"
    settings.write_text('[analysis]\ngazetteer = "lists"\n')
    assert places(rashomon, "--settings", settings)["Orlehavn"]["lat"] == 62.5


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.csv", "village,x\nOrle,1\n", "name"),
        ("a.csv", "", "no place"),
        ("a.zip", "no archive", "zip"),
        ("a.txt", "no\tdump\n", "19"),
    ],
)
def test_what_is_no_list_of_places_is_refused_with_what_to_do(
    rashomon, tmp_path, name, content, complaint
):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    ran = rashomon("gazetteer", "import", path)
    assert ran.status != 0
    assert complaint in ran.err
    assert name in ran.err
    assert "Traceback" not in ran.err
    assert "no lists of your own" in rashomon("gazetteer", "list").out


def test_rows_that_hold_no_place_are_counted_and_named(rashomon, tmp_path):
    path = tmp_path / "mixed.csv"
    path.write_text("name,lat,lon\nOrlehavn,62.5,-30\nNowhere,900,0\n,1,1\nHalf,x,1\n", "utf-8")
    ran = rashomon("gazetteer", "import", path)
    assert ran.status == 0
    assert "1 places of" in ran.out
    assert "3 rows hold no place" in ran.err
    assert "line 3" in ran.err
