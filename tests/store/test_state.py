"""The state of a case: what tells whoever keeps something of it that it changed."""

from rashomon.store import open_case
from rashomon.store.log import FIRST

from .making import BRIDGE, DAM
from .test_decisions import SAME
from .test_linking import FLOOD, LINKING


def test_every_write_changes_the_state(case):
    seen = [case.state()]
    assert seen == [FIRST]
    for write in (
        lambda: case.add([DAM, BRIDGE]),
        lambda: case.add([FLOOD]),
        lambda: case.read_again([DAM]),
        lambda: case.put_sketches({DAM.reading.document.id: {"origins": b"new"}}),
        lambda: case.put_linking(LINKING),
        lambda: case.decide(SAME),
        lambda: case.undo(1, reviewer="Mira"),
    ):
        write()
        seen.append(case.state())
    assert len(set(seen)) == len(seen)
    assert seen[-1] == [one.hash for one in case.log()][-1]


def test_what_changes_nothing_leaves_the_state(case):
    case.add([DAM])
    before = case.state()
    case.add([DAM])
    list(case.readings())
    assert case.state() == before


def test_another_who_has_the_case_open_sees_the_new_state(new_location):
    location = new_location()
    with open_case(location, create=True) as writer, open_case(location) as reader:
        writer.add([DAM])
        assert reader.state() == writer.state() != FIRST


def test_the_log_is_read_from_any_entry_on(case):
    assert (case.log_size(), list(case.log(after=3))) == (0, [])
    case.add([DAM, BRIDGE, FLOOD])
    case.decide(SAME)
    whole = list(case.log())
    assert case.log_size() == len(whole) == 4
    for after in range(-1, 6):
        assert list(case.log(after=after)) == whole[max(after, 0) :]
