"""Comparisons of a case: from its incidents to cells that rest on words."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from rashomon.model.case import Linking
from rashomon.model.comparison import Count
from rashomon.model.document import identity
from rashomon.model.errors import UnknownItemError
from rashomon.model.incidents import Incident, IncidentDocument, IncidentTime
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from rashomon.pipeline.comparing import (
    accounts_of,
    chosen_point,
    comparison_of,
    origins_among,
)
from rashomon.pipeline.resources import load_comparer
from rashomon.pipeline.verifying import check_cells, check_comparisons, verified_with
from rashomon.store import open_case
from tests.compare.accounts import event, harmed, party, said
from tests.pipeline.drawn import drawn_accounts
from tests.store.making import entry

COMPARER = load_comparer(is_relating=False)


def told(text, publisher, claims=(), **about):
    """Return an entry whose claims are triples of a source, its cue and the toll that it gives."""
    made = entry(text, publisher=publisher, **about)
    attributions, parties, events = [], [], []
    for number, (source, cue, toll, killed) in enumerate(claims, start=1):
        parties.append(party(number, source, "monitor"))
        attributions.append(said(text, number, source, cue, toll, party=f"p{number}"))
        counted = harmed(text, toll, killed, killed)
        events.append(event(text, number, toll, casualties=(counted,)))
    reading = replace(
        made.reading,
        attributions=tuple(attributions),
        parties=tuple(parties),
        events=tuple(events),
    )
    return replace(made, reading=reading)


TIDE = told(
    "Nine people died, the Osterby Monitor said.",
    "Tide",
    (("the Osterby Monitor", "said", "Nine people died", 9),),
    published="2023-05-11",
)
OLD = told(
    "Three people died, the Halk Watch said.",
    "Gull",
    (("the Halk Watch", "said", "Three people died", 3),),
    url="https://gull.example/mill",
    published="2023-05-11",
)
NEW = told(
    "Four people died, the Halk Watch said.",
    "Gull",
    (("the Halk Watch", "said", "Four people died", 4),),
    url="https://gull.example/mill",
    published="2023-05-11",
)


def incident_of(*entries, id_="i1"):
    return Incident(
        id=id_,
        title="The mill",
        type="attack",
        time=IncidentTime(None, None, None),
        place=None,
        parties=(),
        documents=tuple(
            IncidentDocument(
                one.reading.document.id, "main", tuple(each.id for each in one.reading.events)
            )
            for one in entries
        ),
        links=(),
    )


def linked(case, *entries, incidents):
    """Put documents into a case, each a root of its own, with these incidents."""
    for one in entries:
        case.add([one])
    roots = tuple(
        Origin(f"o{number}", "document", "x", one.reading.document.id, (one.reading.document.id,))
        for number, one in enumerate(entries, start=1)
    )
    case.put_linking(Linking(Origins(roots, ()), incidents, {}, {}, {}))


@pytest.fixture
def case(tmp_path):
    with open_case(str(tmp_path / "mill.case"), create=True) as made:
        yield made


def tolls(comparison):
    """Return the tolls that are held, with who holds each."""
    return {
        position.value: [one.party for one in position.held_by]
        for point in comparison.points
        if point.kind == "killed"
        for position in point.positions
    }


@pytest.mark.parametrize("name", ["i1", "I1", "1"])
def test_an_incident_of_a_case_is_compared(case, name):
    linked(case, TIDE, NEW, incidents=(incident_of(TIDE, NEW),))
    comparison = comparison_of(case, name, COMPARER)
    found = tolls(comparison)
    assert found.keys() == {Count(9, 9), Count(4, 4)}
    assert "Osterby Monitor" in found[Count(9, 9)][0]
    assert comparison.independent_origins == 2


def test_only_the_last_version_of_an_article_counts(case):
    linked(case, TIDE, OLD, NEW, incidents=(incident_of(TIDE, OLD, NEW),))
    comparison = comparison_of(case, "i1", COMPARER)
    assert tolls(comparison).keys() == {Count(9, 9), Count(4, 4)}
    assert OLD.reading.document.id not in comparison.documents
    assert [one.document for one in comparison.incident.documents] == list(comparison.documents)


@pytest.mark.parametrize("name", ["i2", "", "mill"])
def test_an_incident_that_is_not_there_is_an_error(case, name):
    linked(case, TIDE, incidents=(incident_of(TIDE),))
    with pytest.raises(UnknownItemError, match="incident"):
        comparison_of(case, name, COMPARER)


def test_an_empty_case_has_no_incident_to_compare(case):
    with pytest.raises(UnknownItemError, match="this case has no incidents"):
        comparison_of(case, "i1", COMPARER)
    linked(case, TIDE, incidents=())
    with pytest.raises(UnknownItemError, match="no incident in 1 document;"):
        comparison_of(case, "i1", COMPARER)


def test_a_point_that_is_not_there_is_an_error_that_names_those_that_are(case):
    linked(case, TIDE, incidents=(incident_of(TIDE),))
    comparison = comparison_of(case, "i1", COMPARER)
    known = comparison.points[0]
    assert chosen_point(comparison, known.id.upper()) == known
    assert chosen_point(comparison, known.id[1:]) == known
    with pytest.raises(UnknownItemError, match=r"q99.*there are q1 \("):
        chosen_point(comparison, "q99")


def test_a_point_may_be_named_by_what_only_it_is_called(case):
    linked(case, TIDE, incidents=(incident_of(TIDE),))
    comparison = comparison_of(case, "i1", COMPARER)
    children = replace(comparison.points[0], id="q2", who="children", label="Children killed")
    both = replace(comparison, points=(comparison.points[0], children))
    assert chosen_point(comparison, "killed") == comparison.points[0]
    assert chosen_point(both, "children killed") == children
    assert chosen_point(both, "killed") == comparison.points[0], "a label goes before a kind"
    points = tuple(replace(children, id=f"q{at}", label=f"killed {at}") for at in range(1, 8))
    many = replace(comparison, points=points)
    with pytest.raises(UnknownItemError, match=r"'killed' is more than one point of i1; .*3 more"):
        chosen_point(many, "killed")
    with pytest.raises(UnknownItemError, match=r"there are q1 \(killed 1\), .* and 3 more$"):
        chosen_point(many, "q99")


def test_cells_of_every_incident_are_counted_and_hold(case):
    linked(case, TIDE, NEW, incidents=(incident_of(TIDE, NEW), incident_of(TIDE, id_="i2")))
    checks = list(check_comparisons(case, COMPARER))
    assert [one.breaks for one in checks] == [(), ()]
    assert checks[0].cells > checks[1].cells > 0
    verified = verified_with(case.verify(), checks)
    assert verified.checked["cells"] == sum(one.cells for one in checks)
    assert verified.checked["documents"] == 2


def test_a_cell_that_rests_on_nothing_is_a_break(case):
    linked(case, TIDE, NEW, incidents=(incident_of(TIDE, NEW),))
    accounts = accounts_of(case, "i1")
    comparison = accounts.compared(COMPARER)
    (point, *points) = comparison.points
    position = point.positions[0]
    length = len(TIDE.reading.document.text)

    def breaks(**values):
        one = replace(position.held_by[0], **values)
        changed = replace(point, positions=(replace(position, held_by=(one,), denied_by=()),))
        checked = check_cells(replace(comparison, points=(changed, *points)), accounts)
        return [f"{each.where}: {each.what}" for each in checked.breaks]

    assert breaks() == []
    for span in (Span(3, 3), Span(5, 2), Span(0, length + 99), Span(-4, 2)):
        assert breaks(span=span)[0].startswith(f"i1 {point.id}: its span {list(span)} holds no")
    assert "is no document of the incident" in breaks(document="sha256:00")[0]
    assert "the origin o77, which is not there" in breaks(origin="o77")[0]
    voice = replace(position.held_by[0].voice, attribution="a77")
    assert "names a77, which is no claim of" in breaks(voice=voice)[0]


def test_origins_among_some_documents_say_the_same_as_all():
    ids = [identity(name) for name in (b"a", b"b", b"c")]
    origins = Origins(
        (
            Origin("o1", "agency", "Wire", None, (ids[0], ids[1])),
            Origin("o2", "document", "c", ids[2], (ids[2],)),
            Origin("o3", "statement", "Quill", None, ()),
        ),
        (
            Derivation(ids[0], Span(2, 8), None, None, "o3", "statement", 1.0, "quoted"),
            Derivation(ids[2], Span(0, 4), ids[0], None, "o1", "passage", 1.0, "copied"),
        ),
    )
    few = origins_among(origins)([ids[0], ids[2]])
    for document in (ids[0], ids[2]):
        for span in (None, Span(0, 4), Span(2, 8), Span(20, 30)):
            assert few.of(document, span) == origins.of(document, span)
    assert few.of(ids[1]) is None
    assert {one.id for one in few.origins} == {"o1", "o2", "o3"}


class Contrary:
    """Stands for the relation model: any claim may contradict any other."""

    def probabilities(self, pairs):
        return np.array([[0.0, len(a + b) % 3 != 0, 0.1] for a, b in pairs]).reshape(-1, 3)


@settings(max_examples=150, deadline=None)
@given(drawn_accounts())
def test_every_cell_of_any_comparison_rests_on_words(accounts):
    comparison = accounts.compared(replace(COMPARER, load_relater=Contrary))
    checked = check_cells(comparison, accounts)
    assert checked.breaks == ()
    held = sum(
        len(each.held_by) + len(each.denied_by)
        for one in comparison.points
        for each in one.positions
    )
    assert checked.cells >= held + len(comparison.own_voice)
