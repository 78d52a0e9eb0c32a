"""How the claims of an incident relate: by words of denial, by people, by the relation model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.answers.said import Said
from rashomon.compare.claims.claims import claims_of, denied_claims
from rashomon.compare.claims.contradicting import contradictions
from rashomon.compare.claims.relating import LoadRelater
from rashomon.compare.claims.ruled import RuledRelations
from rashomon.compare.points.points import HoldingOf
from rashomon.compare.speakers.told import Told
from rashomon.model.comparison import ClaimRelation, Holding


@dataclass(frozen=True, slots=True)
class Relations:
    """How the claims of an incident relate.

    Attributes:
        denied: denials, with what they deny.
        decided: what people decided, but for denials that they bear out.
        clashing: contradictions that the model found, and of which nobody decided.
        said: what is said, by who says it where.
        ruled: all that people decided of these claims.
    """

    denied: Sequence[ClaimRelation]
    decided: Sequence[ClaimRelation]
    clashing: Sequence[ClaimRelation]
    said: Mapping[Holding, str]
    ruled: RuledRelations


def find_relations(
    told: Sequence[Told],
    said: Sequence[Said],
    holding_of: HoldingOf,
    ruled: RuledRelations,
    load_relater: LoadRelater | None,
) -> Relations:
    """Return how the claims of an incident relate.

    Args:
        told: its documents.
        said: what each of them answers to its points, and denies.
        holding_of: tells who holds what is said.
        ruled: what people decided.
        load_relater: loads the model; ``None`` to do without.
    """
    claims = tuple(claims_of(told, said, holding_of))
    decided = dict(ruled.decided(claims, holding_of))
    words = {one.holding: one.words for one in claims}
    for some in decided.values():
        words.update(some)
    denied = list(ruled.heeded(denied_claims(told, said, holding_of)))
    borne_out = {frozenset((one.first, one.second)) for one in denied}
    clashing = contradictions(claims, load_relater) if load_relater else []
    return Relations(
        denied=denied,
        decided=[one for one in decided if frozenset((one.first, one.second)) not in borne_out],
        clashing=list(ruled.heeded(clashing)),
        said=words,
        ruled=ruled,
    )
