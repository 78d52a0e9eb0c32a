"""How the claims of an incident relate: by words of denial, by people, by the relation model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.answers.refuting import DenialWords
from rashomon.compare.claims.claims import claims_of, denied_claims
from rashomon.compare.claims.contradicting import contradictions
from rashomon.compare.claims.relating import Relater
from rashomon.compare.claims.ruled import RuledRelations
from rashomon.compare.points.points import HoldingOf
from rashomon.compare.speakers.told import Told
from rashomon.model.comparison import Answer, ClaimRelation, Holding


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
    answers: Sequence[Answer],
    holding_of: HoldingOf,
    ruled: RuledRelations,
    *,
    denials: DenialWords,
    relater: Relater | None,
) -> Relations:
    """Return how the claims of an incident relate.

    Args:
        told: its documents.
        answers: what they answer to its points.
        holding_of: tells who holds what is said.
        ruled: what people decided.
        denials: words that name claims in denials.
        relater: the model; ``None`` to do without.
    """
    claims = tuple(claims_of(told, answers, holding_of))
    decided = dict(ruled.decided(claims, holding_of))
    said = {one.holding: one.words for one in claims}
    for words in decided.values():
        said.update(words)
    denied = list(ruled.heeded(denied_claims(told, holding_of, denials)))
    borne_out = {frozenset((one.first, one.second)) for one in denied}
    clashing = contradictions(claims, relater) if relater else []
    return Relations(
        denied=denied,
        decided=[one for one in decided if frozenset((one.first, one.second)) not in borne_out],
        clashing=list(ruled.heeded(clashing)),
        said=said,
        ruled=ruled,
    )
