"""The reading: what a document says, and who it says says so; when, where, and what happened.

Terms are the field's own (PARC, PolNeAR): an attribution is a source, a cue and a content.
"""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.document import Document
from rashomon.model.spans import Span, Spans, covering

Stance = Literal["asserts", "denies", "doubts", "alleges", "demands", "asks", "predicts"]
"""What a source does with the content."""

Framing = Literal["neutral", "distancing", "endorsing"]
"""How the writer presents what the source says: *said*, *claimed*, *revealed*."""


PartyKind = Literal[
    "government",
    "military",
    "armed_group",
    "organisation",
    "international_body",
    "monitor",
    "media",
    "person",
    "group",
    "unnamed",
    "publisher",
]
"""What a party is."""


@dataclass(frozen=True, slots=True)
class Party:
    """One who speaks in a document, under one name or several.

    Attributes:
        id: ``p1``, ``p2``, ... in the order in which they first speak.
        name: the fullest name that the text gives, on one line.
        kind: what the party is, where that is known.
        side: the state or movement that it belongs to, where that is known.
        mentions: where it is named as a source.
    """

    id: str
    name: str
    kind: PartyKind | None
    side: str | None
    mentions: Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, the words that say that it speaks, and what it says.

    Attributes:
        id: ``a1``, ``a2``, ... in the order of the text.
        source: who speaks; empty where the text leaves the source out.
        cue: the words that attribute (*said*, *according to*).
        content: what is said; more than one span where the cue interrupts it.
        party: the ``id`` of the party that speaks, or ``None`` where the source is left out or
            is a pronoun.
        stance: what the source does with the content.
        framing: how the writer presents it.
        within: the ``id`` of the attribution whose content this one is part of, or ``None``.
        confidence: the calibrated probability, 0 to 1, that source, cue and content are all
            found as an annotator would mark them (each with Jaccard 0.5 over words or more).
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    party: str | None
    stance: Stance
    framing: Framing
    within: str | None
    confidence: float

    @property
    def whole(self) -> Span:
        """The stretch from the first to the last of its words."""
        return covering((*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or the part of one, that the document asserts in its own voice.

    Attributes:
        id: ``s1``, ``s2``, ... in the order of the text.
        span: where it stands.
        hedged: whether the document marks it as uncertain.
        loaded: its loaded words; words inside quotation marks are not the document's own.
    """

    id: str
    span: Span
    hedged: bool
    loaded: Spans


TimeType = Literal["date", "time", "duration", "set"]
"""What a time denotes (TIMEX3): a day or longer, a time of day, a length, a recurrence."""

TimeOf = Literal["event", "statement", "publication"]
"""What happened at a time: what is told, the telling of it by a source, or the publication."""

Anchor = Literal["text", "published", "dateline", "narrative", "reviewer"]
"""What gives a time its value: its own words; else the day that they are counted from, or who
reviewed the reading."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it denotes.

    Attributes:
        id: ``t1``, ``t2``, ... in the order of the text.
        span: its words.
        type: what it denotes.
        edtf: its value in the Extended Date/Time Format (Library of Congress 2019, level 1; for
            a range an interval), or ``None`` where there is none (durations, sets, no anchor).
        earliest: the first day that it may mean (``YYYY-MM-DD``), or ``None``.
        latest: the last day that it may mean, or ``None``.
        timex_value: its TIMEX3 value, ``None`` where it cannot be said without an anchor.
        anchored_by: what gives it its value; ``None`` where it has none.
        of: what happened then, where the text shows it.
    """

    id: str
    span: Span
    type: TimeType
    edtf: str | None
    earliest: str | None
    latest: str | None
    timex_value: str | None
    anchored_by: Anchor | None
    of: TimeOf | None


Precision = Literal["exact", "near", "town", "district", "region", "country"]
"""How precisely a place is known: a site; a distance from one; or what kind of area it is."""

PlaceUse = Literal["literal", "metonymic", "associative"]
"""A place itself; those who act there ("Washington claims"); a part of a name or an adjective."""


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and where it lies.

    Attributes:
        id: ``l1``, ``l2``, ... in the order of the text.
        span: its words.
        name: the gazetteer's name, or the words where it is not resolved.
        lat: latitude of its middle in degrees, or ``None`` where it is not resolved.
        lon: longitude of its middle in degrees, or ``None``.
        geonames_id: its number in GeoNames; ``None`` where it has none.
        country: ISO 3166-1 alpha-2, or ``None``.
        admin1: the name of its first-level division, or ``None``.
        precision: how precisely it is known; ``None`` where it is not resolved.
        radius_km: how far from the coordinates it may lie, or ``None``.
        use: how the text uses it.
    """

    id: str
    span: Span
    name: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    country: str | None
    admin1: str | None
    precision: Precision | None
    radius_km: float | None
    use: PlaceUse


CasualtyKind = Literal["killed", "injured", "detained", "displaced", "missing"]
"""What happened to people."""

Polarity = Literal["asserted", "denied"]
"""Whether the text says that an event took place, or that it did not."""

Modality = Literal["happened", "alleged", "planned", "hypothetical"]
"""How an event is told: as a fact, as somebody's claim, as to come, as a mere possibility."""


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many people were killed, injured, detained, displaced or are missing, as the text says.

    Attributes:
        kind: what happened to them.
        who: who they are (``civilians``, ``children``, ``soldiers``, ...); ``None`` where the
            text does not say.
        min: the fewest that the words allow.
        max: the most that they allow, or ``None`` where they set no bound.
        span: the words.
        is_part: whether they are counted in another number of the same event ("ten people,
            three of them children").
    """

    kind: CasualtyKind
    who: str | None
    min: int
    max: int | None
    span: Span
    is_part: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event mention: the words that name it, and who, whom, where, when, with what.

    Attributes:
        id: ``e1``, ``e2``, ... in the order of the text.
        type: an ACLED sub-event type or ``aircraft_shot_down`` for physical acts, a PLOVER verb
            for speech acts.
        trigger: the words that name it.
        span: the clause or sentence that tells it.
        agent: the ``id`` of the party that acts, or ``None``.
        target: the ``id`` of the party that it is done to, or ``None``.
        instrument: the words for what it was done with, or ``None``.
        time: the ``id`` of its time, or ``None``.
        place: the ``id`` of its place, or ``None``.
        casualties: what happened to people in it.
        attribution: the ``id`` of the innermost attribution whose content tells it; ``None``
            where the document does so in its own voice.
        polarity: whether it is said to have taken place.
        modality: how it is told.
        is_background: whether the document tells it beside what it is about.
    """

    id: str
    type: str
    trigger: Span
    span: Span
    agent: str | None
    target: str | None
    instrument: Span | None
    time: str | None
    place: str | None
    casualties: tuple[Casualties, ...]
    attribution: str | None
    polarity: Polarity
    modality: Modality
    is_background: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document. Every span resolves in ``document.text``.

    Attributes:
        document: what was read.
        attributions: who says what, in the order of the text.
        statements: what the document asserts in its own voice, in the order of the text.
        parties: who speaks and acts, in the order in which they are first named.
        times: when, in the order of the text.
        places: where, in the order of the text.
        events: what happened, in the order of the text.
        boilerplate: stretches that belong to the page and not to the report.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    parties: tuple[Party, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    boilerplate: Spans
