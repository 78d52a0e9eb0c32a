"""Who speaks in a case as JSON, in the public formats ``rashomon.parties/1`` and its like."""

from collections.abc import Mapping
from typing import Any

from rashomon.model.reading import Attribution, Reading
from rashomon.render.values import plain_values


def party_values(
    name: str,
    kind: str | None,
    side: str | None,
    names: tuple[str, ...],
    claims: Mapping[str, int],
    reviewer: str | None,
) -> dict[str, Any]:
    """Return a party as what JSON can hold.

    Args:
        name: what it is called.
        kind: what it is, where that is known.
        side: the side that it belongs to, where that is known.
        names: the other names that documents use for it.
        claims: by the ``id`` of a document that speaks of it, how many claims it makes there.
        reviewer: who put these together; ``None`` where nobody had to.
    """
    return {
        "name": name,
        "kind": kind,
        "side": side,
        "names": list(names),
        "claims": sum(claims.values()),
        "documents": [{"document": one, "claims": count} for one, count in claims.items()],
        "reviewer": reviewer,
    }


def claim_values(reading: Reading, claim: Attribution) -> dict[str, Any]:
    """Return a claim with its words as what JSON can hold."""
    document = reading.document
    return {
        "document": document.id,
        "attribution": claim.id,
        "stance": claim.stance,
        "framing": claim.framing,
        "source": document.quote(claim.source),
        "content": plain_values(claim.content),
        "words": document.quote(claim.content),
        "confidence": claim.confidence,
    }
