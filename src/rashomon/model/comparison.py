"""The comparison of accounts: points, positions, grades, and how claims relate."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model.incidents import Incident
from rashomon.model.reading import PartyKind, Precision, Stance
from rashomon.model.spans import Span, Spans

PointKind = Literal[
    "responsibility",
    "killed",
    "injured",
    "target",
    "means",
    "purpose",
    "occurrence",
    "time",
    "place",
    "legality",
    "other",
]
"""What a point asks of an incident; ``other`` where claims contradict each other on what no kind
fits."""

Relation = Literal["entails", "contradicts", "neutral"]
"""How a second claim relates to a first: it follows from it, cannot be true with it, or neither."""


@dataclass(frozen=True, slots=True)
class Related:
    """How a claim relates to another.

    Attributes:
        relation: the likeliest relation.
        probability: how likely that is, 0 to 1, calibrated.
    """

    relation: Relation
    probability: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many people.

    Attributes:
        min: the fewest that the words allow, or ``None`` where they set no bound.
        max: the most, or ``None``.
    """

    min: int | None
    max: int | None

    @property
    def size(self) -> tuple[int, int]:
        """What orders counts from few to many."""
        return self.min or 0, self.max or self.min or 0

    def may_be(self, other: "Count") -> bool:
        """Return whether both can be true: whether the ranges overlap."""
        return (self.max is None or other.min is None or other.min <= self.max) and (
            other.max is None or self.min is None or self.min <= other.max
        )


@dataclass(frozen=True, slots=True)
class When:
    """When it happened.

    Attributes:
        edtf: the value in EDTF level 1.
        earliest: the first day that it may be (``YYYY-MM-DD``).
        latest: the last day that it may be.
    """

    edtf: str
    earliest: str
    latest: str

    def may_be(self, other: "When") -> bool:
        """Return whether both can be true: whether they have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest


@dataclass(frozen=True, slots=True)
class Where:
    """Where it happened.

    Attributes:
        name: the gazetteer's name.
        lat: latitude of its middle in degrees.
        lon: longitude of its middle in degrees.
        radius_km: how far from there it may lie.
        country: ISO 3166-1 alpha-2, or ``None``.
        precision: how precisely it is known.
    """

    name: str
    lat: float
    lon: float
    radius_km: float
    country: str | None
    precision: Precision


UNKNOWN = "unknown"
"""The answer that it is not known who did it, which contradicts nobody."""

Value: TypeAlias = Count | When | Where | str
"""An answer: a number of people, a time, a place, or the name of what answers."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something in a document.

    Attributes:
        party: the name of the party, or of the publisher.
        kind: what the party is, where that is known; ``publisher`` for the document's own voice.
        side: the state or movement that it belongs to, where that is known.
        stance: what it does with what it says.
        attribution: the ``id`` of the attribution, or ``None`` for the document's own voice.
    """

    party: str
    kind: PartyKind | None
    side: str | None
    stance: Stance
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one document has one voice answer to a point.

    Attributes:
        kind: what the point asks.
        who: of whom a count is (``total``, ``civilians``, ...); ``None`` where it is no count.
        value: the answer.
        is_denied: whether the words say that it is not so.
        voice: who says it.
        document: the ``id`` of the document.
        span: the words.
    """

    kind: PointKind
    who: str | None
    value: Value
    is_denied: bool
    voice: Voice
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Holding:
    """One who holds an answer, with the words.

    Attributes:
        party: the name of the party, as all documents together have it.
        voice: who says it in the document.
        document: the ``id`` of the document.
        published: the day of its publication (``YYYY-MM-DD``), or ``None``.
        span: the words.
        origin: the ``id`` of the root that these words come from.
        named_by: who decided by which name the party goes; ``None`` where nobody did.
    """

    party: str
    voice: Voice
    document: str
    published: str | None
    span: Span
    origin: str
    named_by: str | None = None

    @property
    def holder(self) -> str:
        """Who holds it, to tell holders apart.

        Words that name nobody (*officials*) may mean others in another document, unless a person
        says who is meant.
        """
        is_named = self.named_by or self.voice.kind not in ("unnamed", "group", None)
        return self.party if is_named else f"{self.party}\n{self.document}"


Airwars = Literal["confirmed", "fair", "weak", "contested", "discounted"]
"""How well supported, in the words that Airwars grades with."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""How reliable the sources are (NATO AJP-2.1, the Admiralty code): A completely, F unknown."""

Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""How credible the information is (the same): 1 confirmed by others, 6 cannot be judged."""

Clarity = Literal["1", "2"]
"""UCDP's event clarity: 1 enough detail to tell one event, 2 a summary of several."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How well a position is supported; not whether it is true.

    Attributes:
        airwars: in the words of Airwars.
        reliability: the letter of the Admiralty pair: of the best source.
        credibility: its number.
        clarity: UCDP's event clarity.
        reasons: why, a sentence each.
        reviewer: the person who set it, or ``None`` where the rules did.
    """

    airwars: Airwars
    reliability: Reliability
    credibility: Credibility
    clarity: Clarity
    reasons: tuple[str, ...]
    reviewer: str | None = None

    @property
    def admiralty(self) -> str:
        """The Admiralty pair, as ``C3``."""
        return f"{self.reliability}{self.credibility}"


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a point, with all who hold it.

    Attributes:
        value: the answer.
        label: the same for people.
        held_by: those who give it, in the order of publication, documents and spans.
        denied_by: those who say that it is not so, or doubt it.
        grade: how well it is supported; ``None`` until it is graded.
    """

    value: Value
    label: str
    held_by: tuple[Holding, ...]
    denied_by: tuple[Holding, ...]
    grade: Grade | None = None

    @property
    def origins(self) -> frozenset[str]:
        """The ``id`` of every root that stands behind it."""
        return frozenset(one.origin for one in self.held_by)


@dataclass(frozen=True, slots=True)
class Point:
    """A question about an incident, and the answers that accounts give.

    Attributes:
        id: ``q1``, ``q2``, ... in the order in which they are shown.
        kind: what it asks.
        who: of whom a count is; ``None`` where it is no count.
        label: the question for people: *civilians killed*.
        is_contested: whether two holders give answers that cannot both be true, or one denies what
            another asserts.
        is_update: whether answers differ because later ones know more.
        positions: the answers, those with most independent roots first.
        silent: the parties that speak on the incident, and of whom no answer to this was found.
        reviewer: who decided that it is contested, or is not; ``None`` where the rules tell.
    """

    id: str
    kind: PointKind
    who: str | None
    label: str
    is_contested: bool
    is_update: bool
    positions: tuple[Position, ...]
    silent: tuple[str, ...]
    reviewer: str | None = None


RelatedBy = Literal["denial", "model", "reviewer"]
"""What shows how two claims relate: words of denial, the relation model, or a person."""


@dataclass(frozen=True, slots=True)
class ClaimRelation:
    """How two claims of an incident relate, where they are not of one party.

    Attributes:
        first: the claim that is answered: of two without order, the earlier one.
        second: the claim that denies it, contradicts it or follows from it.
        relation: how the second relates to the first.
        probability: how likely that is, 0 to 1.
        by: what shows it.
        reviewer: the person who decided it, or ``None``.
    """

    first: Holding
    second: Holding
    relation: Relation
    probability: float
    by: RelatedBy
    reviewer: str | None = None


Convention = Literal["ACLED", "UCDP", "Airwars"]
"""Whose way of counting the dead."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many people, as one convention counts.

    Attributes:
        convention: whose.
        low: the fewest, or ``None`` where it gives no number.
        best: the number that it would enter, or ``None``.
        high: the most, or ``None``.
        reason: why these, as a sentence.
    """

    convention: Convention
    low: int | None
    best: int | None
    high: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people of one kind were killed or injured, over all accounts.

    Attributes:
        kind: what happened to them.
        who: who they are (``total``, ``civilians``, ...).
        lowest: the lowest number that an account gives.
        highest: the highest.
        lowest_by: who gives the lowest.
        highest_by: who gives the highest.
        origins: how many independent roots give a number.
        parties: the lowest and highest that each party gives, by name.
        estimates: the conventions side by side.
    """

    kind: Literal["killed", "injured"]
    who: str
    lowest: int
    highest: int
    lowest_by: tuple[Holding, ...]
    highest_by: tuple[Holding, ...]
    origins: int
    parties: tuple["PartyToll", ...]
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class PartyToll:
    """How many one party counts.

    Attributes:
        party: its name.
        lowest: its lowest number, over all documents.
        highest: its highest.
    """

    party: str
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class OwnStatement:
    """What a document asserts of the incident in nobody's name but its own.

    Attributes:
        document: its ``id``.
        publisher: who publishes it.
        span: the words.
        hedged: whether they are marked as uncertain.
        loaded: their loaded words.
        origin: the ``id`` of the root that they come from.
    """

    document: str
    publisher: str
    span: Span
    hedged: bool
    loaded: Spans
    origin: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The accounts of one incident, side by side.

    Attributes:
        incident: what they are of.
        documents: the ``id`` of every document that was compared, in the order of the incident.
        independent_origins: how many roots they have.
        where_precision: UCDP's code for how precisely it is known where, 1 to 7, or ``None``.
        date_precision: UCDP's code for how precisely it is known when, 1 to 5, or ``None``.
        points: the questions, in the order in which they are shown.
        relations: denials with what they deny, and contradictions that the model found.
        tolls: the dead and the injured, counted side by side.
        own_voice: what the documents assert in their own voice.
        parties: all who speak on the incident: those who hold most first, publishers last.
    """

    incident: Incident
    documents: tuple[str, ...]
    independent_origins: int
    where_precision: int | None
    date_precision: int | None
    points: tuple[Point, ...]
    relations: tuple[ClaimRelation, ...]
    tolls: tuple[Toll, ...]
    own_voice: tuple[OwnStatement, ...]
    parties: tuple[str, ...]
