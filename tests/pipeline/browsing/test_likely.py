"""What may share a root, or be one incident."""

from rashomon.pipeline.browsing.likely import documents_like, incidents_like
from tests.pipeline.browsing.held import holding, incident, row

ROWS = (row("a"), row("b"), row("c", origin="o2"), row("d", origin="o3"))


def ids(found):
    return [one.id for one in found]


def test_a_document_is_like_those_of_its_root_and_of_its_incidents():
    held = holding(ROWS, incidents=[incident(1, "a", "c")])
    assert ids(documents_like(held, [held.rows["a"]], "")) == ["b", "c"]


def test_what_is_named_already_comes_first_and_the_document_itself_never():
    held = holding(ROWS, incidents=[incident(1, "a", "c")])
    named = [held.rows["a"], held.rows["d"]]
    assert ids(documents_like(held, named, "")) == ["d", "b", "c"]
    assert ids(documents_like(held, named, "c")) == ["d", "c"]
    assert ids(documents_like(held, named, "a")) == ["d"]


def test_an_incident_is_like_those_of_its_day_and_then_the_largest():
    some = (
        incident(1, "a", day="2023-05-09"),
        incident(2, "a", "b", day="2023-06-01"),
        incident(3, "c", day="2023-05-09"),
        incident(4, "d", title="The bridge"),
    )
    held = holding(ROWS, incidents=some)
    assert ids(incidents_like(held, some[0], None, "")) == ["i3", "i2", "i4"]
    assert ids(incidents_like(held, some[0], some[3], "")) == ["i4", "i3", "i2"]
    assert ids(incidents_like(held, some[0], None, "bridge")) == ["i4"]
