import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.gazetteer import importing
from rashomon.gazetteer.importing import BrokenRow, import_places, own_lists
from rashomon.gazetteer.lookup import SqliteGazetteer
from rashomon.model.errors import (
    BrokenRowError,
    EmptyInputError,
    InputError,
    InputTooLargeError,
    MissingInputError,
    UnreadableInputError,
    UnsupportedInputError,
)


def dump_line(number, name, lat="35.5", lon="39.5", feature="P.PPL", alternate="", **others):
    kind, code = feature.split(".")
    fields = [str(number), name, name, alternate, lat, lon, kind, code, "XA", ""]
    fields += [others.get("admin1", "04"), others.get("admin2", ""), "", ""]
    fields += [others.get("population", "1200"), "", "300", "Asia/Halen", "2020-01-01"]
    return "\t".join(fields) + "\n"


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own"


@pytest.fixture
def put(tmp_path):
    """Return what writes a file and returns its path."""

    def put(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


def look_up(write, own, name):
    return [match.entry for match in SqliteGazetteer(write(rows=()), own_lists(own)).find(name)]


def test_a_dump_is_imported_with_names_and_divisions(put, own, write):
    lines = (
        dump_line(1, "Halen", feature="A.ADM1"),
        dump_line(2, "Upper Halen", feature="A.ADM2", admin2="02"),
        dump_line(3, "Tarn", alternate="Tarnow,tarn ascii,TRN,Тарн", admin2="02"),
    )
    report = import_places(put("XA.txt", "".join(lines)), own)
    assert (report.source, report.places, report.broken) == ("XA.txt", 3, 0)
    [entry] = look_up(write, own, "Tarnow")
    assert (entry.geonames_id, entry.name, entry.lat, entry.lon) == (3, "Tarn", 35.5, 39.5)
    assert (entry.admin1, entry.admin2, entry.source) == ("Halen", "Upper Halen", "XA.txt")
    assert (entry.feature, entry.population) == ("P.PPL", 1200)
    assert not look_up(write, own, "TRN")


def test_an_archive_as_geonames_ships_it_is_imported(own, write, tmp_path):
    path = tmp_path / "XA.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about this list")
        archive.writestr("XA.txt", dump_line(3, "Tarn"))
    assert import_places(path, own).places == 1
    assert look_up(write, own, "Tarn")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_imported(put, own, write, delimiter):
    rows = (
        ("Name", "lat", "LON", "alternate_names", "feature", "country", "note", "population"),
        ("Orle air base", "35.25", "-40.5", '"Orla|Base 4"', "S.AIRB", "xa", "x", "20"),
    )
    text = "\n".join(delimiter.join(row) for row in rows)
    report = import_places(put("bases.csv", "\ufeff" + text), own)
    assert (report.places, report.broken) == (1, 0)
    for name in ("Orle Air Base", "Orla", "base 4"):
        [entry] = look_up(write, own, name)
        assert (entry.feature, entry.country, entry.lon) == ("S.AIRB", "XA", -40.5)


def test_importing_again_replaces_what_the_file_brought(put, own, write):
    import_places(put("villages.csv", "name,lat,lon\nOrle,1,2\nTarn,1,2\n"), own)
    import_places(put("others.csv", "name,lat,lon\nHalen,1,2\n"), own)
    import_places(put("villages.csv", "name,lat,lon\nOrle,3,4\n"), own)
    [entry] = look_up(write, own, "Orle")
    assert (entry.lat, entry.lon) == (3, 4)
    assert not look_up(write, own, "Tarn")
    assert look_up(write, own, "Halen")


def test_broken_rows_are_told_and_cost_only_themselves(put, own):
    rows = (
        *(
            "name,lat,lon,country,population",
            "Orle,1,2,XA,5",
            "Tarn,91,2,,",
            "Tarn,1,x,,",
            ",1,2,,",
        ),
        *('"Tarn,1,2,,', "Tarn,1,2", "Tarn,nan,2,,", "Tarn,1,2,Halen,", "Tarn,1,2,,many", ""),
        "Tarn,1,2,,99999999999999999999",
    )
    report = import_places(put("villages.csv", "\n".join(rows)), own)
    assert (report.places, report.broken) == (1, 9)
    reasons = {one.line: one.reason for one in report.shown}
    assert list(reasons) == [3, 4, 5, 6, 7, 8, 9, 10, 12]
    assert "latitude '91' lies not between -90 and 90" in reasons[3]
    assert "longitude 'x' is no number" in reasons[4]
    assert "name is empty" in reasons[5]
    assert "no row of a table" in reasons[6]
    assert "3 columns, not 5" in reasons[7]
    assert "country 'Halen'" in reasons[9]
    assert "population 'many'" in reasons[10]


def test_of_many_broken_rows_the_first_are_shown_and_all_counted(put, own):
    report = import_places(put("v.csv", "name,lat,lon\nOrle,1,2\n" + "Tarn,x,2\n" * 50), own)
    assert (report.broken, len(report.shown)) == (50, importing.MOST_SHOWN)
    assert report.shown[0] == BrokenRow(3, "the latitude 'x' is no number")


def test_bytes_that_are_no_text_and_endless_lines_are_broken_rows(put, own):
    content = b"name,lat,lon\nOrle,1,2\nT\xffrn,1,2\n" + b"x" * 300_000 + b"\nHalen,1,2\n"
    report = import_places(put("v.csv", content), own)
    assert (report.places, report.broken) == (2, 2)
    assert [one.line for one in report.shown] == [3, 4]
    assert "UTF-8" in report.shown[0].reason


@pytest.mark.parametrize(
    ("name", "content", "kind", "message"),
    [
        ("a.txt", "", EmptyInputError, "holds no place"),
        ("a.csv", "name,lat,lon\n", EmptyInputError, "holds no place"),
        ("a.csv", "town,lat,lon\nOrle,1,2\n", UnsupportedInputError, "no column name"),
        ("a.csv", "Orle,1,2\n", UnsupportedInputError, "no column name, lat, lon"),
        ("a.txt", "name,lat,lon\nOrle,1,2\n", BrokenRowError, "it has 1 columns, not 19"),
        ("a.csv", "name,lat,lon\nOrle,95,2\n", BrokenRowError, "in line 2, the latitude"),
        ("a.txt", b"\xff\xfe" + "Orle\t1".encode("utf-16-le"), BrokenRowError, "not UTF-8"),
        ("a.zip", "no archive", UnreadableInputError, "archive"),
        ("a.txt", b"\0" * 500_000, BrokenRowError, "more than"),
    ],
)
def test_a_file_without_places_is_an_error_and_changes_nothing(
    put, own, name, content, kind, message
):
    import_places(put(f"old {name}.csv", "name,lat,lon\nOrle,1,2\n"), own)
    before = own_lists(own)
    with pytest.raises(kind, match=message) as caught:
        import_places(put(name, content), own)
    assert name in str(caught.value)
    assert list(own.iterdir()) == list(before)


def test_a_missing_file_is_an_error(own, tmp_path):
    with pytest.raises(MissingInputError):
        import_places(tmp_path / "missing.txt", own)
    with pytest.raises(MissingInputError):
        import_places(tmp_path, own)


def test_an_archive_that_unpacks_to_far_too_much_is_refused(own, tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("XA.txt", dump_line(3, "Tarn") * 100_000)
    with pytest.raises(InputTooLargeError, match="unpacks to"):
        import_places(path, own)


def test_a_broken_archive_is_refused_and_leaves_nothing(own, tmp_path):
    path = tmp_path / "broken.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("XA.txt", dump_line(3, "Tarn") * 50)
    content = bytearray(path.read_bytes())
    content[60:90] = b"\xff" * 30
    path.write_bytes(content)
    with pytest.raises(UnreadableInputError):
        import_places(path, own)
    assert not own.exists() or not list(own.iterdir())


def test_an_archive_of_several_lists_is_refused(own, tmp_path):
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("XA.txt", dump_line(3, "Tarn"))
        archive.writestr("XB.txt", dump_line(4, "Orle"))
    with pytest.raises(UnsupportedInputError, match="2 lists"):
        import_places(path, own)


def test_an_import_that_is_interrupted_leaves_what_was_there(put, own, write):
    path = put("villages.csv", "name,lat,lon\nOrle,1,2\n")
    import_places(path, own)
    path.write_text("name,lat,lon\n" + "Tarn,1,2\n" * 1_500, "utf-8")

    def interrupt(*_read):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_places(path, own, interrupt)
    assert look_up(write, own, "Orle")
    assert not look_up(write, own, "Tarn")


def test_progress_tells_how_many_bytes_are_read(put, own):
    told = []
    path = put("v.csv", "name,lat,lon\n" + "Orle,1,2\n" * 2_500)
    import_places(path, own, lambda read, size: told.append((read, size)))
    size = path.stat().st_size
    assert [read for read, _ in told] == sorted(read for read, _ in told)
    assert told[-1] == (size, size)
    assert len(told) == 3


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=400), ending=st.sampled_from((".txt", ".csv", ".zip")))
def test_any_file_is_imported_or_refused(tmp_path, content, ending):
    path = tmp_path / f"any{ending}"
    path.write_bytes(content)
    places = remedy = None
    try:
        places = import_places(path, tmp_path / "own").places
    except InputError as error:
        remedy = error.remedy
    assert places or remedy
