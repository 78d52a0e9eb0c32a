"""What sources claim of an incident, and which denials name a claim."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rashomon.compare.answers.said import Said
from rashomon.compare.points.points import HoldingOf
from rashomon.compare.speakers.told import Told
from rashomon.model.comparison import ClaimRelation, Holding
from rashomon.model.reading import Stance
from rashomon.model.spans import covering

_CLAIMED: frozenset[Stance] = frozenset(("asserts", "alleges"))


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of an incident.

    Attributes:
        holding: who says it, where.
        words: what is said.
        answered: the kinds of points that it answers.
    """

    holding: Holding
    words: str
    answered: frozenset[str]


def claims_of(told: Sequence[Told], said: Sequence[Said], holding_of: HoldingOf) -> Iterator[Claim]:
    """Yield what sources assert of an incident.

    Args:
        told: its documents.
        said: what each of them says.
        holding_of: tells who holds what is said.
    """
    answered: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for one in (answer for heard in said for answer in heard.answers):
        answered[one.document, one.voice.attribution].add(one.kind)
    for each, heard in zip(told, said, strict=True):
        document = each.reading.document.id
        for claim in each.claims():
            if claim.stance in _CLAIMED:
                kinds = frozenset(answered[document, claim.id])
                for voice in heard.speaking[claim.id]:
                    holding = holding_of(voice, document, covering(claim.content))
                    yield Claim(holding, each.words(claim), kinds)


def denied_claims(
    told: Sequence[Told], said: Sequence[Said], holding_of: HoldingOf
) -> Iterator[ClaimRelation]:
    """Yield denials with the claim that they name, or say again.

    Args:
        told: the documents of an incident.
        said: what each of them says.
        holding_of: tells who holds what is said.
    """
    for each, heard in zip(told, said, strict=True):
        document = each.reading.document.id
        for one in heard.refuted:
            for claiming, voice in product(
                heard.speaking[one.claim.id], heard.speaking[one.denial.id]
            ):
                first = holding_of(claiming, document, covering(one.claim.content))
                second = holding_of(voice, document, one.denial.whole)
                yield ClaimRelation(first, second, "contradicts", 1.0, "denial")
