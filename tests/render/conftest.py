import pytest

from rashomon.model.document import Document, identity
from rashomon.model.reading import (
    Attribution,
    Casualties,
    Event,
    Party,
    Place,
    Reading,
    Statement,
    Time,
)
from rashomon.model.spans import Span

TEXT = (
    "Halk insisted that Marn had denied the barbaric raid. "
    "The bridge may be shut. Officials said no. Subscribe! "
    "A shell killed at least two children in Osterby, east of Lindholm, on 11 May."
)


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def reading():
    """A reading with everything that one can hold, written by hand."""
    document = Document(
        id=identity(TEXT.encode()),
        text=TEXT,
        path="raid.txt",
        title="The raid",
        publisher="Tide",
        published="2023-05-12",
    )
    outer = Attribution(
        id="a1",
        source=(span("Halk"),),
        cue=(span("insisted"),),
        content=(span("that Marn had denied the barbaric raid"),),
        party="p1",
        stance="asserts",
        framing="distancing",
        within=None,
        confidence=0.91,
    )
    inner = Attribution(
        id="a2",
        source=(span("Marn"),),
        cue=(span("had denied"),),
        content=(span("the barbaric raid"),),
        party="p2",
        stance="denies",
        framing="neutral",
        within="a1",
        confidence=0.4,
    )
    officials = Attribution(
        id="a3",
        source=(span("Officials"),),
        cue=(span("said"),),
        content=(span("no"),),
        party="p3",
        stance="asserts",
        framing="neutral",
        within=None,
        confidence=0.8,
    )
    return Reading(
        document=document,
        attributions=(outer, inner, officials),
        statements=(
            Statement("s1", span("The bridge may be shut."), hedged=True, loaded=(span("shut"),)),
        ),
        parties=(
            Party("p1", "Halk", "person", "Ostmark", (span("Halk"),)),
            Party("p2", "Marn", None, None, (span("Marn"),)),
            Party("p3", "Officials", "unnamed", None, (span("Officials"),)),
        ),
        times=(
            Time(
                *("t1", span("11 May"), "date", "2023-05-11", "2023-05-11", "2023-05-11"),
                *("2023-05-11", "published", "event"),
            ),
            Time("t2", span("may"), "date", None, None, None, None, None, None),
        ),
        places=(
            Place(
                *("l1", span("Osterby"), "Osterby", 59.5, 18.25, 42, "SE", "Uppland"),
                *("town", 3.0, "literal"),
            ),
            Place(
                *("l2", span("Lindholm"), "Lindholm", None, None, None, None, None),
                *(None, None, "literal"),
            ),
        ),
        events=(
            Event(
                id="e1",
                type="shelling_artillery_missile_attack",
                trigger=span("shell"),
                span=span("A shell killed at least two children in Osterby"),
                agent=None,
                target=None,
                instrument=span("shell"),
                time="t1",
                place="l1",
                casualties=(
                    Casualties(
                        "killed", "children", 2, None, span("at least two children"), is_part=False
                    ),
                ),
                attribution=None,
                polarity="asserted",
                modality="happened",
                is_background=False,
            ),
        ),
        boilerplate=(span("Subscribe!"),),
    )
