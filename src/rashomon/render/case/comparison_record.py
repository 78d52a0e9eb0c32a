"""A comparison as JSON, in the public format ``rashomon.comparison/1``."""

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.model.comparison import (
    ClaimRelation,
    Comparison,
    Grade,
    Holding,
    Point,
    Position,
    Toll,
)
from rashomon.model.document import Document
from rashomon.render.values import plain_values

Documents = Mapping[str, Document]

FORMAT = "rashomon.comparison/1"


def comparison_record(
    comparison: Comparison, documents: Documents, points: Iterable[Point] | None = None
) -> dict[str, Any]:
    """Return a comparison as what JSON can hold.

    Args:
        comparison: what is written.
        documents: the documents that were compared, by their ``id``: the words are theirs.
        points: those of its points that are written; all where left out.
    """
    incident = comparison.incident
    return {
        "format": FORMAT,
        "incident": {
            "id": incident.id,
            "title": incident.title,
            "type": incident.type,
            "time": plain_values(incident.time),
            "place": plain_values(incident.place),
            "documents": list(comparison.documents),
            "independent_origins": comparison.independent_origins,
            "where_precision": comparison.where_precision,
            "date_precision": comparison.date_precision,
        },
        "points": [
            _point(one, documents) for one in (comparison.points if points is None else points)
        ],
        "relations": [_relation(one, documents) for one in comparison.relations],
        "tolls": [_toll(one, documents) for one in comparison.tolls],
        "own_voice": [
            {**plain_values(one), "words": one.span.of(documents[one.document].text)}
            for one in comparison.own_voice
        ],
        "parties": list(comparison.parties),
    }


def _point(point: Point, documents: Documents) -> dict[str, Any]:
    return {
        "id": point.id,
        "kind": point.kind,
        "who": point.who,
        "label": point.label,
        "contested": point.is_contested,
        "update": point.is_update,
        "positions": [_position(one, documents) for one in point.positions],
        "silent": list(point.silent),
        **_where_known("reviewer", point.reviewer),
    }


def _position(position: Position, documents: Documents) -> dict[str, Any]:
    return {
        "value": plain_values(position.value),
        "label": position.label,
        "held_by": [_holding(one, documents) for one in position.held_by],
        "denied_by": [_holding(one, documents) for one in position.denied_by],
        "independent_origins": len(position.origins),
        "grade": _grade(position.grade) if position.grade else None,
    }


def _relation(one: ClaimRelation, documents: Documents) -> dict[str, Any]:
    return {
        "first": _holding(one.first, documents),
        "second": _holding(one.second, documents),
        "relation": one.relation,
        "probability": one.probability,
        "by": one.by,
        **_where_known("reviewer", one.reviewer),
    }


def _where_known(name: str, value: str | None) -> dict[str, str]:
    """Return a field that only what people decided has."""
    return {} if value is None else {name: value}


def _holding(one: Holding, documents: Documents) -> dict[str, Any]:
    return {
        "party": one.party,
        "kind": one.voice.kind,
        "side": one.voice.side,
        "stance": one.voice.stance,
        "document": one.document,
        "published": one.published,
        "span": list(one.span),
        "words": one.span.of(documents[one.document].text),
        "attribution": one.voice.attribution,
        "origin": one.origin,
        **_where_known("named_by", one.named_by),
    }


def _grade(grade: Grade) -> dict[str, Any]:
    return {
        "airwars": grade.airwars,
        "admiralty": grade.admiralty,
        "clarity": grade.clarity,
        "reasons": list(grade.reasons),
        "reviewer": grade.reviewer,
    }


def _toll(toll: Toll, documents: Documents) -> dict[str, Any]:
    return {
        "kind": toll.kind,
        "who": toll.who,
        "lowest": toll.lowest,
        "highest": toll.highest,
        "lowest_by": [_holding(one, documents) for one in toll.lowest_by],
        "highest_by": [_holding(one, documents) for one in toll.highest_by],
        "independent_origins": toll.origins,
        "parties": [plain_values(one) for one in toll.parties],
        "estimates": [plain_values(one) for one in toll.estimates],
    }
