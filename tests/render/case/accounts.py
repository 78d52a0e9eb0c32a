"""A comparison of invented accounts, written by hand: a raid on a mill that four papers tell of."""

from rashomon.model.comparison import (
    ClaimRelation,
    Comparison,
    Count,
    Estimate,
    Grade,
    Holding,
    OwnStatement,
    PartyToll,
    Point,
    Position,
    Toll,
    Voice,
)
from rashomon.model.document import Document, identity
from rashomon.model.incidents import Incident, IncidentDocument, IncidentPlace, IncidentTime
from rashomon.model.spans import Span

TEXTS = {
    "Tide": "At least 9 people died when jets hit the mill, the Osterby Monitor said. "
    "Marn denied that its jets had flown. The savage raid shook the town.",
    "Gull": "Nine died at the mill, the Osterby Monitor said. Twelve died, Halk's police said.",
    "Heron": "A gas leak tore the mill apart. The army of Marn may have been near.",
    "Plover": "Marn bombed the mill, Halk's police said. Marn denied the charge.",
}
DAYS = {"Tide": "2023-05-11", "Gull": "2023-05-12", "Heron": "2023-05-12", "Plover": None}
DOCUMENTS = {
    identity(name.encode()): Document(
        id=identity(name.encode()),
        text=text,
        publisher=name,
        title=f"{name} on the mill",
        published=DAYS[name],
    )
    for name, text in TEXTS.items()
}
KINDS = {"Osterby Monitor": "monitor", "Halk's police": "government", "Marn": "military"}
ROOTS = {"Tide": "o1", "Gull": "o1", "Heron": "o2", "Plover": "o3"}


def held(publisher, words, party=None, stance="asserts", side=None):
    """Return who says words in a paper: a party, or the paper itself where none is named."""
    start = TEXTS[publisher].index(words)
    name = party or publisher
    kind = KINDS.get(name, "publisher" if party is None else None)
    return Holding(
        party=name,
        voice=Voice(name, kind, side, stance, "a1" if party else None),
        document=identity(publisher.encode()),
        published=DAYS[publisher],
        span=Span(start, start + len(words)),
        origin=ROOTS[publisher],
    )


def grade(airwars, *reasons, reviewer=None):
    """Return a grade."""
    return Grade(airwars, "C", "3", "1", reasons, reviewer)


AT_LEAST_NINE = held("Tide", "At least 9 people died", "Osterby Monitor")
NINE = held("Gull", "Nine died", "Osterby Monitor")
TWELVE = held("Gull", "Twelve died", "Halk's police", side="Halk")
BOMBED = held("Plover", "Marn bombed the mill", "Halk's police")
JETS = held("Tide", "jets hit the mill", "Osterby Monitor")
LEAK = held("Heron", "A gas leak tore the mill apart")
NO_JETS = held("Tide", "its jets had flown", "Marn", "denies")
NO_CHARGE = held("Plover", "Marn denied the charge", "Marn", "denies")

WHO = Point(
    id="q1",
    kind="responsibility",
    who=None,
    label="who did it",
    is_contested=True,
    is_update=False,
    positions=(
        Position("Marn", "Marn", (BOMBED,), (NO_CHARGE,), grade("contested", "Marn denies it")),
    ),
    silent=("Osterby Monitor",),
)
KILLED = Point(
    id="q2",
    kind="killed",
    who="total",
    label="killed",
    is_contested=False,
    is_update=True,
    positions=(
        Position(Count(9, None), "at least 9", (AT_LEAST_NINE, NINE), (), None),
        Position(Count(12, 12), "12", (TWELVE,), (), grade("weak", "one source alone")),
    ),
    silent=("Marn",),
)
MEANS = Point(
    id="q3",
    kind="means",
    who=None,
    label="by what means",
    is_contested=True,
    is_update=False,
    positions=(
        Position("air strike", "air strike", (JETS,), (NO_JETS,), None),
        Position("gas leak", "gas leak", (LEAK,), (), None),
    ),
    silent=("Halk's police",),
)
TOLL = Toll(
    kind="killed",
    who="total",
    lowest=9,
    highest=12,
    lowest_by=(AT_LEAST_NINE,),
    highest_by=(TWELVE,),
    origins=1,
    parties=(PartyToll("Halk's police", 12, 12), PartyToll("Osterby Monitor", 9, 9)),
    estimates=(
        Estimate("ACLED", None, 9, None, "the most conservative of the latest"),
        Estimate("UCDP", 9, 9, 12, "the most reliable source"),
        Estimate("Airwars", None, None, None, "Airwars counts civilians"),
    ),
)
DENIAL = ClaimRelation(BOMBED, NO_CHARGE, "contradicts", 1.0, "denial")
CLASH = ClaimRelation(JETS, LEAK, "contradicts", 0.91, "model")


def own(publisher, words, *, hedged=False, loaded=()):
    """Return a statement of a paper itself."""
    one = held(publisher, words)
    spans = tuple(held(publisher, each).span for each in loaded)
    return OwnStatement(one.document, publisher, one.span, hedged, spans, one.origin)


COMPARISON = Comparison(
    incident=Incident(
        id="i1",
        title="A raid on a mill",
        type="air_drone_strike",
        time=IncidentTime("2023-05-11", "2023-05-11", "2023-05-11"),
        place=IncidentPlace("Osterby", 55.1, 12.2, "DK", "town"),
        parties=("Marn",),
        documents=tuple(IncidentDocument(one, "main", ("e1",)) for one in DOCUMENTS),
        links=(),
    ),
    documents=tuple(DOCUMENTS),
    independent_origins=3,
    where_precision=1,
    date_precision=1,
    points=(WHO, KILLED, MEANS),
    relations=(DENIAL, CLASH),
    tolls=(TOLL,),
    own_voice=(
        own("Tide", "The savage raid shook the town.", loaded=("savage",)),
        own("Heron", "A gas leak tore the mill apart."),
        own("Heron", "The army of Marn may have been near.", hedged=True),
    ),
    parties=("Osterby Monitor", "Halk's police", "Marn", "Heron"),
)
