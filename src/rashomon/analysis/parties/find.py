"""Who speaks and acts: mentions put together into parties, with what they are and whose side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.mentions import Mentions
from rashomon.analysis.parties.clusters import Cluster
from rashomon.analysis.parties.mentions import Unit, find_units
from rashomon.analysis.parties.resolver import Resolver
from rashomon.analysis.parties.tables import PartyTables
from rashomon.model.document import Document
from rashomon.model.reading import Attribution, Party
from rashomon.model.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Told:
    """What of a document is known before its parties are sought.

    Attributes:
        sentences: its sentences, in order.
        attributions: who says what; their parties are not known yet.
        actors: phrases for people and organisations that the encoder marks.
        entities: names that it marks.
        countries: where places lie: their spans, and the names of their countries.
        boilerplate: what belongs to the page.
    """

    sentences: Spans
    attributions: Sequence[Attribution]
    actors: Mentions
    entities: Mentions
    countries: Mapping[Span, str]
    boilerplate: Spans


@dataclass(frozen=True, slots=True)
class Parties:
    """Who speaks and acts in a document.

    Attributes:
        all: the parties, in the order in which they are first told of.
        speakers: for each attribution the ``id`` of the party that speaks, or ``None``.
        places: names of places that stand for a party if they take part in something, and its id.
        named: the ids of the parties that have a name of their own.
    """

    all: tuple[Party, ...]
    speakers: tuple[str | None, ...]
    places: Mapping[Span, str]
    named: frozenset[str]


def find_parties(document: Document, told: Told, tables: PartyTables) -> Parties:
    """Return who speaks and acts in a document.

    Args:
        document: what was read.
        told: what is known of it.
        tables: the word tables.
    """
    units = find_units(
        document.text, [one.source for one in told.attributions], told.actors, told.entities, tables
    )
    resolver = Resolver(document, told.sentences, told.attributions, told.boilerplate, tables)
    resolver.countries = told.countries
    meant = resolver.resolve_all(units)
    return _parties(units, meant, len(told.attributions))


def _parties(units: Sequence[Unit], meant: Sequence[Cluster | None], attributions: int) -> Parties:
    """Return the parties, numbered in the order in which they are first told of."""
    ids: dict[int, str] = {}
    ordered: list[Cluster] = []
    speakers: list[str | None] = [None] * attributions
    places: dict[Span, str] = {}
    for unit, cluster in zip(units, meant, strict=True):
        if cluster is None:
            continue
        if id(cluster) not in ids:
            ordered.append(cluster)
            ids[id(cluster)] = f"p{len(ordered)}"
        party = ids[id(cluster)]
        for number in unit.sources:
            speakers[number] = party
        if unit.is_possible and cluster.is_place:
            places[unit.span] = party
    parties = tuple(
        # a name that stands on two lines is the name that stands on one elsewhere
        Party(
            ids[id(one)],
            " ".join(one.name.split()),
            one.kind,
            one.side,
            tuple(sorted(one.mentions)),
        )
        for one in ordered
    )
    named = frozenset(ids[id(one)] for one in ordered if one.is_named)
    return Parties(parties, tuple(speakers), places, named)
