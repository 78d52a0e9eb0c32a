import pytest

from rashomon.gazetteer.lookup import SqliteGazetteer
from rashomon.gazetteer.store import Row, Writer

ROWS = (
    Row(1, "Ar Raqmah", 35.0, 39.0, "XA", "04", "", "P.PPL", 500_000, alternate=("Raqma",)),
    Row(2, "Raqma", 10.0, 10.0, "XB", "01", "", "P.PPL", 900),
    Row(3, "Halen", 36.0, 38.0, "XA", "07", "", "A.ADM1", 90_000, 60.0),
    Row(4, "Dayr az-Zarw", 36.5, 38.5, "XA", "07", "02", "P.PPL", 40_000),
    Row(5, "Saint Orle", -12.5, 179.9, "XB", "01", "", "P.PPL", 70_000),
    Row(6, "Xánthé", 1.0, 2.0, "XB", "", "", "P.PPL", 12_000),
)


@pytest.fixture
def write(tmp_path):
    """Return what writes a list of places and returns its path."""

    def write(rows=ROWS, name="places", source="geonames", divisions=()):
        path = tmp_path / f"{name}.sqlite"
        with Writer(path, {"source": source}) as writer:
            writer.add_divisions(divisions)
            for row in rows:
                writer.add(row)
        return path

    return write


@pytest.fixture
def gazetteer(write):
    divisions = [("XA.04", "Ar Raqmah Governorate"), ("XA.07", "Halen"), ("XA.07.02", "Zarw Plain")]
    return SqliteGazetteer(write(divisions=divisions))
