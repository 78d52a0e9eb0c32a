import pytest

from rashomon.model.errors import SettingsError
from rashomon.model.geometry import Circle
from rashomon.pipeline.asking import parse_query

PLAIN = {
    "words": "bridge",
    "what": "claims",
    "speaker": "",
    "side": "",
    "stance": None,
    "publisher": "",
    "since": None,
    "until": None,
    "place": "",
    "near": "",
    "incident": "",
    "limit": 20,
    "offset": 0,
}


def query(**values):
    return parse_query(**{**PLAIN, **values})


def test_what_people_type_becomes_a_query():
    found = query(stance="denies", since="2023-05-01", until="2023-05-31", near="36.1, -37.2,20")
    assert (found.words, found.stance) == ("bridge", "denies")
    assert found.near == Circle(36.1, -37.2, 20.0)
    assert query(since="2023-05-01", until="2023-05-01").since == "2023-05-01"


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"what": "everything"}, "what is 'everything'"),
        ({"stance": "shouts"}, "stance is 'shouts'"),
        ({"since": "May 2023"}, "since is 'May 2023'"),
        ({"until": "2023-02-30"}, "until is '2023-02-30'"),
        ({"since": "20230501"}, "since is '20230501'"),
        ({"since": "2023-06-01", "until": "2023-05-01"}, "is after until"),
        ({"near": "Osterby"}, "near is 'Osterby'"),
        ({"near": "91,0,5"}, "near is"),
        ({"near": "0,0,0"}, "near is"),
        ({"near": "nan,0,5"}, "near is"),
        ({"near": "0,0,inf"}, "near is"),
    ],
)
def test_what_makes_no_sense_is_named(values, fault):
    with pytest.raises(SettingsError, match="search") as caught:
        query(**values)
    assert fault in caught.value.what


def test_all_faults_are_named_at_once():
    with pytest.raises(SettingsError) as caught:
        query(what="x", stance="y", near="z")
    assert caught.value.what.count("; ") >= 2
