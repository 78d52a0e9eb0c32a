import dataclasses

import pytest

from rashomon.linking.incidents.making import make_sketch
from rashomon.model.spans import Span
from tests.linking.incidents.reports import MODEL, event, report

TOLD = "An air strike killed seven people in the town of Brinn on Tuesday, a ministry said."


def spots(head):
    """Return the places of a report whose event was read as being where its dateline is."""
    text = f"{head}{TOLD}"
    place = next(one for one in ("ORLE", "Orle", "orle") if one in head)
    made = report(text, event(place, place="Orle"), event("town of Brinn", place="Brinn"))
    told_of, other = made.events
    lead = dataclasses.replace(told_of, span=Span(0, len(text)))
    aside = dataclasses.replace(other, place=None)
    sketch = make_sketch(dataclasses.replace(made, events=(lead, aside)), MODEL)
    return [one.name for one in sketch.spots]


@pytest.mark.parametrize(
    "head",
    [
        "ORLE (Lakes Wire) - ",
        "ORLE, Halen, May 10 (Lakes Wire) — ",
        "orle (lakes wire) - ",
        "ORLE, May 10 - ",
        "ORLE -- ",
    ],
)
def test_a_dateline_is_not_where_it_happened(head):
    assert spots(head) == ["Brinn"]


@pytest.mark.parametrize("head", ["In Orle and elsewhere: ", "Orle, the capital - a port - saw: "])
def test_other_beginnings_are_no_datelines(head):
    assert spots(head) == ["Orle"]


def test_a_dateline_stays_where_the_report_names_no_other_place():
    made = report(
        "ORLE (Lakes Wire) - Shells killed seven people on Tuesday.", event("ORLE", place="Orle")
    )

    assert [one.name for one in make_sketch(made, MODEL).spots] == ["Orle"]
