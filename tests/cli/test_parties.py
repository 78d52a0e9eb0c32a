"""A file of parties of one's own: it adds to the tables and overrules them."""

import json

import pytest

REPORT = "The Lake Brigade said it had taken Orle. The Kremlin said nothing, the US said little."


@pytest.fixture
def parties(rashomon, tmp_path):
    """Return the parties of a report by their names, with a file of one's own."""

    def parties(table):
        path = tmp_path / "parties.toml"
        path.write_text(table, "utf-8")
        ran = rashomon("read", "-", "--format", "json", "--parties", path, stdin=REPORT)
        assert ran.status == 0, ran.err
        return {one["name"]: one for one in json.loads(ran.out)["parties"]}

    return parties


def test_a_party_of_ones_own_is_known_under_all_its_names(parties):
    table = '[[monitor]]\nname = "Brigade Watch"\nalso = ["Lake Brigade"]\nside = "Estmark"\n'
    found = parties(table)["Brigade Watch"]
    assert (found["kind"], found["side"]) == ("monitor", "Estmark")


def test_it_overrules_the_tables(parties):
    table = '[[organisation]]\nname = "Moscow Press Office"\nalso = ["the Kremlin", "Kremlin"]\n'
    assert parties(table)["Moscow Press Office"]["kind"] == "organisation"
    assert "Russian government" in parties("")


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("[[monitor]\n", "cannot be read"),
        ('[[sect]]\nname = "Lake Brigade"\n', "sect"),
        ("[[monitor]]\nside = 3\n", "name"),
        ('[[monitor]]\nname = "A"\nalias = ["B"]\n', "alias"),
    ],
)
def test_what_is_wrong_in_it_is_told_and_nothing_is_read(rashomon, tmp_path, table, complaint):
    path = tmp_path / "parties.toml"
    path.write_text(table, "utf-8")
    ran = rashomon("read", "-", "--parties", path, stdin=REPORT)
    assert ran.status != 0
    assert ran.out == ""
    assert complaint in ran.err
    assert "parties.toml" in ran.err
    assert "docs/parties.md" in ran.err
