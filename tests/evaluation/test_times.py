"""The measures of times, on cases that are counted by hand."""

from evaluation.times import Counts, MarkedTime, TimedText, damaged_copy, pairs
from rashomon.model.document import Document
from rashomon.model.spans import Span


def timed(text, *marks):
    times = tuple(
        MarkedTime(Span(text.index(part), text.index(part) + len(part)), kind, value)
        for part, kind, value in marks
    )
    return TimedText("own", Document(id="x", text=text, published="2017-06-19"), times)


TEXT = timed(
    "It fell on Friday, early in May, within two weeks of the vote of 2015.",
    ("Friday", "date", "2017-06-16"),
    ("May", "date", "2017-05"),
    ("two weeks", "date", "P2W"),
    ("the vote", "date", "2014"),
)


def test_each_pair_shows_its_first_fault():
    assert [one.fault for one in pairs(TEXT, "none")] == [
        None,
        "span",
        "type",
        "missed",
        "spurious",
    ]


def test_right_ones_are_counted_among_all_marked_and_all_found():
    counts = Counts()
    for pair in pairs(TEXT, "none"):
        counts.add(pair)
    shown = {name: (one.right, one.marked, one.found) for name, one in counts.of.items()}
    assert shown == {
        "strict": (2, 4, 4),
        "relaxed": (3, 4, 4),
        "type": (2, 4, 4),
        "value": (3, 4, 4),
    }


def test_with_the_marks_of_people_nothing_beside_them_counts_as_found():
    assert [one.fault for one in pairs(TEXT, "gold")][-1] == "value"


def test_a_damaged_copy_carries_the_marks_along():
    copy = damaged_copy(TEXT)
    assert copy.document.text.startswith("it fell on friday , early in may , within")
    assert [one.span.of(copy.document.text) for one in copy.times] == [
        "friday",
        "may",
        "two weeks",
        "the vote",
    ]
