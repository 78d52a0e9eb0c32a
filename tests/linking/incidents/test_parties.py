import pytest

from rashomon.linking.incidents.parties import is_named
from rashomon.model.reading import Party
from tests.linking.incidents.reports import MODEL


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Halen Army", "military"),
        ("Lakes government", "government"),
        ("Teodor Quill", None),
        ("the Lakes Front", None),
        ("Hadrin", "person"),
        ("al-Hadrin", "person"),
    ],
)
def test_a_name(name, kind):
    assert is_named(Party("p1", name, kind, None, ()), MODEL.words)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("At least 11 people", None),
        ("commuters", None),
        ("Commuters", "group"),
        ("nobody", None),
        ("A", None),
        ("four workers", "group"),
        ("Four workers", None),
        ("12 other militants", "armed_group"),
        ("no Halen or allied personnel", "government"),
        ("Schoolchildren", None),
        ("the rebels", "armed_group"),
        ("a Halen militant", "armed_group"),
        ("", None),
    ],
)
def test_no_name(name, kind):
    assert not is_named(Party("p1", name, kind, None, ()), MODEL.words)
