import pytest

from rashomon.model.errors import SettingsError
from rashomon.settings import Settings, from_dict, from_toml


def test_what_is_left_out_keeps_its_default():
    settings = from_toml("[readers]\nmax_bytes = 1000\n")
    assert settings.readers.max_bytes == 1000
    assert settings.readers.encoding == ""
    assert settings.runner == Settings().runner


def test_a_whole_number_is_taken_where_a_number_is_asked_for():
    assert from_dict({"analysis": {"min_confidence": 1}}).analysis.min_confidence == 1.0


def test_all_faults_are_named_at_once():
    with pytest.raises(SettingsError) as raised:
        from_dict(
            {
                "readers": {
                    "max_bytes": 0,
                    "encoding": "klingon",
                    "colour": "red",
                    "allow_private": "yes",
                    "fetch_timeout": 0,
                },
                "analysis": {"min_confidence": "high"},
                "runner": {"jobs": -1},
                "shoes": {},
            },
            where="my.toml",
        )
    message = str(raised.value)
    assert message.startswith("my.toml: ")
    for fault in ("max_bytes is 0", "klingon", "colour", "'high'", "jobs is -1", "shoes"):
        assert fault in message
    assert "allow_private is 'yes'; it must be true or false" in message
    assert "fetch_timeout is 0" in message


@pytest.mark.parametrize("value", [0, 1, "true"])
def test_true_and_false_are_no_numbers(value):
    assert from_dict({"readers": {"allow_private": True}}).readers.allow_private
    with pytest.raises(SettingsError, match="must be true or false"):
        from_dict({"readers": {"allow_private": value}})
    with pytest.raises(SettingsError, match="must be a whole number"):
        from_dict({"readers": {"max_bytes": True}})


def test_broken_toml_is_named():
    with pytest.raises(SettingsError, match="not TOML"):
        from_toml("[readers", where="my.toml")


def test_a_section_that_is_none_is_named():
    with pytest.raises(SettingsError, match="readers is not a section"):
        from_dict({"readers": 3})
