import pytest

from rashomon.linking.origins import build_origin_tables, faults_of_publishers
from rashomon.model.errors import SettingsError
from rashomon.pipeline.resources import load_origin_tables
from rashomon.settings import LinkingSettings
from tests.linking.origins.conftest import TABLES


@pytest.mark.parametrize(
    ("name", "host", "house"),
    [
        ("Reuters", "", "Reuters"),
        ("reuters.com:80", "", "Reuters"),
        (None, "edition.cnn.com", "CNN"),
        ("CNN (Web News)", "", "CNN"),
        ("New York Times - News", "", "The New York Times"),
        ("The New York Times", "", "The New York Times"),
        ("NPR Online News", "", "NPR"),
        ("RIA Novosti", "", "Rossiya Segodnya"),
        ("The Brinn Herald", "", "The Brinn Herald"),
        ("www.brinnherald.example:8080", "", "brinnherald.example"),
        (None, "brinnherald.example", "brinnherald.example"),
        ("", "", None),
        ("Yahoo! News", "", None),
        (None, "somebody.blogspot.com", None),
        (None, "m.facebook.com", None),
        ("The Brinn Herald", "facebook.com", "The Brinn Herald"),
        (None, "", None),
    ],
)
def test_publishers_are_known_by_their_names_and_sites(name, host, house):
    found = TABLES.publisher(name, host)
    assert (found.name if found else None) == house


def test_an_article_or_capitals_make_no_other_publisher():
    keys = {TABLES.publisher(name, "").key for name in ("The Brinn Herald", "Brinn herald")}
    assert len(keys) == 1


def test_every_house_of_the_tables_is_found_by_its_name():
    for name, house in TABLES.houses.items():
        found = TABLES.publisher(name, "")
        assert found.name == house.name


def test_a_file_of_the_users_own_goes_before_the_tables_that_ship(tmp_path):
    own = tmp_path / "publishers.toml"
    own.write_text(
        """
        [[house]]
        name = "Lakes Group"
        also = ["The Brinn Herald", "Tarn Courier"]
        sites = ["lakes.example"]

        [[agency]]
        name = "Lakes News Agency"
        marks = ["LNA"]
        """,
        "utf-8",
    )
    tables = load_origin_tables(LinkingSettings(publishers=str(own)))
    names = {tables.publisher(name, "").name for name in ("Brinn Herald", "tarn courier")}
    assert names == {"Lakes Group"}
    assert tables.publisher(None, "www.lakes.example").name == "Lakes Group"
    assert tables.houses["Lakes News Agency"].kind == "agency"
    assert tables.publisher("Reuters", "").name == "Reuters"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[family]]\nname = 'A'", "unknown [[family]]"),
        ("[[house]]\nalso = ['A']", "number 1: it has no name"),
        ("[[house]]\nname = 'A'\nsites = 'a.example'", "sites is not a list of names"),
        ("[[house]]\nname = 'A'\nalso = ['...']", "also is not a list of names"),
        ("[[house]]\nname = 'A'\nowner = 3", "owner is not a text"),
        ("[[house]]\nname = 'A'\nparty = 'yes'", "party is not true or false"),
        ("[[house]]\nname = 'A'\nurl = 'x'", "unknown 'url'"),
        ("[house]\nname = 'A'", "house is not a list"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, text, fault):
    own = tmp_path / "publishers.toml"
    own.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as error:
        load_origin_tables(LinkingSettings(publishers=str(own)))
    assert fault in str(error.value)
    assert "docs/origins.md" in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        load_origin_tables(LinkingSettings(publishers=str(tmp_path / "none.toml")))


def test_a_sound_table_has_no_faults():
    assert faults_of_publishers({"house": [{"name": "A", "marks": ["B"]}]}) == []


def test_the_first_of_two_tables_counts():
    citations = {
        "marks": {"unnamed": []},
        "citing": {"before": [], "after": [], "between": 1},
        "publishers": {"endings": [], "platforms": []},
        "page": {"phrases": []},
        "speakers": {"empty": []},
    }
    first, second = (
        {"house": [{"name": name, "also": ["The Herald of Brinn"]}]} for name in ("One", "Two")
    )
    tables = build_origin_tables({}, [first, second], citations)
    assert tables.publisher("Herald of Brinn", "").name == "One"
