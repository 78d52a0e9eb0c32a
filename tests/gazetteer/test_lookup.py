import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.gazetteer.lookup import SqliteGazetteer
from rashomon.gazetteer.store import Row
from rashomon.model.errors import ModelError


def found(matches):
    return [(one.entry.geonames_id, one.is_main) for one in matches]


@pytest.mark.parametrize("name", ["Xanthe", "XÁNTHÉ", "xánthé", " Xanthe "])
def test_case_and_accents_make_no_difference(gazetteer, name):
    assert found(gazetteer.find(name)) == [(6, True)]


def test_those_of_the_usual_name_come_first_then_the_largest(gazetteer):
    assert found(gazetteer.find("Raqma")) == [(2, True), (1, False)]


def test_articles_are_one_and_may_be_left_out(gazetteer):
    assert found(gazetteer.find("al-Raqmah")) == [(1, True)]
    assert found(gazetteer.find("Raqmah")) == [(1, False)]
    assert found(gazetteer.find("el-Halen")) == [(3, True)]


def test_divisions_are_named(gazetteer):
    [match] = gazetteer.find("Dayr az Zarw")
    assert (match.entry.admin1, match.entry.admin2) == ("Halen", "Zarw Plain")


def test_coordinates_are_those_that_were_given(gazetteer):
    [match] = gazetteer.find("St. Orle")
    assert (match.entry.lat, match.entry.lon) == (-12.5, 179.9)


@pytest.mark.parametrize("name", ["Deir al-Zarw", "Daer ez Zarw", "dair az zorw"])
def test_near_spellings_are_found_with_their_likeness(gazetteer, name):
    first = gazetteer.find_like(name)[0]
    assert first.entry.geonames_id == 4
    assert 0.75 <= first.likeness <= 1


@pytest.mark.parametrize("name", ["", "a", "Orkenwald", "😀", "الرقمة", "x" * 5000, "\0"])
def test_unknown_names_have_no_places(gazetteer, name):
    assert not gazetteer.find(name)
    assert not gazetteer.find_like(name)


def test_the_users_places_come_first_and_are_told_apart(write):
    own = write([Row(None, "Halen", 50.0, 5.0)], name="own", source="villages.csv")
    first, second = SqliteGazetteer(write(), [own]).find("Halen")
    assert (first.entry.source, first.is_own) == ("villages.csv", True)
    assert (second.entry.source, second.is_own) == ("geonames", False)


def test_the_users_places_come_first_under_another_article_too(write):
    own = write([Row(None, "Bab", 50.0, 5.0)], name="own", source="villages.csv")
    shipped = write([Row(7, "al-Bab", 36.0, 37.0, "SY")])
    assert SqliteGazetteer(shipped, [own]).find("al-Bab")[0].is_own


def test_a_list_that_is_damaged_within_is_an_error_with_a_remedy(write):
    path = write([Row(None, f"Orle{n}", 50.0, 5.0) for n in range(2_000)], name="own")
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))
    gazetteer = SqliteGazetteer(write(), [path])
    with pytest.raises(ModelError, match="import it again"):
        gazetteer.find("Orle1500")


def test_divisions_of_a_users_list_are_named_by_the_shipped_one(write):
    own = write([Row(None, "Tarn", 50.0, 5.0, "XA", "07")], name="own", source="villages.csv")
    shipped = write(divisions=[("XA.07", "Halen")])
    assert SqliteGazetteer(shipped, [own]).find("Tarn")[0].entry.admin1 == "Halen"


def test_a_division_without_a_code_is_named_as_it_stands(write):
    own = write([Row(None, "Tarn", 50.0, 5.0, "XA", "Upper Halen")], name="own")
    assert SqliteGazetteer(write(), [own]).find("Tarn")[0].entry.admin1 == "Upper Halen"


def test_a_missing_or_damaged_list_is_an_error_with_a_remedy(tmp_path, write):
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no list")
    for path in (broken, tmp_path / "missing.sqlite"):
        with pytest.raises(ModelError, match="install the package again"):
            SqliteGazetteer(path)
    with pytest.raises(ModelError, match="import it again"):
        SqliteGazetteer(write(), [broken])


def test_threads_may_share_a_gazetteer(gazetteer):
    answers = []
    thread = threading.Thread(target=lambda: answers.append(found(gazetteer.find("Halen"))))
    thread.start()
    thread.join()
    assert answers == [[(3, True)]]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text())
def test_any_text_may_be_looked_up(gazetteer, name):
    for match in (*gazetteer.find(name), *gazetteer.find_like(name)):
        assert 0 < match.likeness <= 1


def test_the_largest_towns_of_a_part_of_the_world_are_found(gazetteer):
    found = gazetteer.largest(34.0, 37.0, 37.0, 40.0, 5)
    assert [one.name for one in found] == ["Ar Raqmah", "Dayr az-Zarw"]
    assert [one.name for one in gazetteer.largest(34.0, 37.0, 37.0, 40.0, 1)] == ["Ar Raqmah"]
    assert gazetteer.largest(50.0, 50.0, 51.0, 51.0, 5) == []
