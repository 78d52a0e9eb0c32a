import pytest

from rashomon.compare.grades.precision import date_precision, where_precision
from rashomon.model.incidents import IncidentPlace, IncidentTime


@pytest.mark.parametrize(
    ("precision", "country", "code"),
    [
        ("exact", "NV", 1),
        ("town", "NV", 1),
        ("near", "NV", 2),
        ("district", "NV", 3),
        ("region", "NV", 4),
        ("country", "NV", 6),
        ("region", None, 7),
        (None, None, None),
    ],
)
def test_a_place_has_the_code_of_its_precision(precision, country, code):
    assert where_precision(IncidentPlace("Brinn", 60.0, 11.0, country, precision)) == code


def test_no_place_has_no_code():
    assert where_precision(None) is None


@pytest.mark.parametrize(
    ("earliest", "latest", "code"),
    [
        ("2023-05-09", "2023-05-09", 1),
        ("2023-05-09", "2023-05-10", 2),
        ("2023-05-09", "2023-05-14", 2),
        ("2023-05-08", "2023-05-14", 3),
        ("2023-05-01", "2023-05-31", 4),
        ("2023-05-01", "2023-06-01", 5),
        ("2024-01-01", "2024-12-31", 5),
        ("2023-01-01", "2024-12-31", None),
        (None, "2023-05-09", None),
        ("2023-05-09", None, None),
        ("2023-05-10", "2023-05-09", None),
        ("Tuesday", "2023-05-09", None),
    ],
)
def test_a_time_has_the_code_of_its_length(earliest, latest, code):
    assert date_precision(IncidentTime(None, earliest, latest)) == code
