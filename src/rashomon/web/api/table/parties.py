"""Parties: who speaks, how much, and all that one says."""

from typing import Any, get_args

from rashomon.model.reading import PartyKind
from rashomon.pipeline.browsing.parties import (
    PartyFilter,
    PartyRow,
    PartySort,
    chosen_party,
    claims_of,
    list_parties,
)
from rashomon.render.case.party_record import claim_values, party_values
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.paging import paged, stretch
from rashomon.web.api.schemas import PAGED, one_of, text, whole
from rashomon.web.desk import Desk

_GROUP = "parties"


def list_all(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the parties that fit."""
    wanted = {name: asked.query[name] for name in _FILTERS if name in asked.query}
    rows = list_parties(desk.parties(), PartyFilter(**wanted), asked.query["sort"])
    shown = [_party(one) for one in stretch(rows, asked)]
    return paged({"format": "rashomon.parties/1", "parties": shown}, len(rows), asked)


def show(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return a party with its claims."""
    party = chosen_party(desk.parties(), asked.query["name"])
    start, most = int(asked.query["offset"]), int(asked.query["limit"])
    with desk.opened() as case:
        claims = [
            claim_values(one.reading, one.claim) for one in claims_of(case, party, start, most)
        ]
    record = {"format": "rashomon.party/1", "party": _party(party), "claims": claims}
    return paged(record, party.total, asked)


def _party(row: PartyRow) -> dict[str, Any]:
    return party_values(row.name, row.kind, row.side, row.names, row.claims, row.reviewer)


_FILTERS = {
    "words": text("words that its names or side have, each somewhere", longest=200),
    "kind": one_of("what it is", get_args(PartyKind)),
    "side": text("the side that it belongs to", longest=200),
    "documents": whole("how many documents speak of it at least", 0, 1_000_000),
}

ENDPOINTS = (
    Endpoint(
        "GET",
        "/parties",
        "listParties",
        _GROUP,
        "Who speaks and acts in the documents, those with most claims first.",
        list_all,
        "parties",
        query={
            **_FILTERS,
            "sort": one_of("what they are sorted by", get_args(PartySort), default="claims"),
            **PAGED,
        },
        is_paged=True,
    ),
    Endpoint(
        "GET",
        "/party",
        "getParty",
        _GROUP,
        "One party, by any name that documents use for it, with all that it says.",
        show,
        "party",
        query={"name": text("the name", longest=500, is_needed=True), **PAGED},
        needed=("name",),
        errors=(404,),
        is_paged=True,
    ),
)
