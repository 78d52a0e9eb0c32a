"""From the sketches of documents to incidents: compare, put together, say what and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.linking.incidents.assembly import assemble
from rashomon.linking.incidents.blocking import candidates
from rashomon.linking.incidents.clusters import cluster
from rashomon.linking.incidents.drafts import Given, make_drafts
from rashomon.linking.incidents.scoring import Sides, kept, known_scores, score_pairs, stamp
from rashomon.linking.incidents.sketches import unpack
from rashomon.linking.incidents.tables import Model
from rashomon.model.case import Pair
from rashomon.model.incidents import Incident

Decided = tuple[str, str, bool]
"""Two documents, and whether a person said that they are of one incident."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking came to.

    Attributes:
        incidents: what the documents speak of.
        new_pairs: the pairs that were compared for the first time, or anew.
        gone_pairs: the ids of pairs that are no longer compared.
    """

    incidents: tuple[Incident, ...]
    new_pairs: tuple[Pair, ...]
    gone_pairs: tuple[tuple[str, str], ...]


def link_documents(
    sketches: Iterable[tuple[str, bytes]],
    known: Iterable[Pair],
    model: Model,
    decisions: Iterable[Decided] = (),
) -> Linked:
    """Return which documents speak of the same incident.

    Args:
        sketches: the ``id`` and the sketch of every document, in any order.
        known: the pairs that were compared before.
        model: what was learned.
        decisions: what people decided, the last word on a pair last.

    Raises:
        ValueError: a sketch is damaged, or of another version.
    """
    ordered = sorted(dict(sketches).items())
    ids = [one for one, _ in ordered]
    data = [one for _, one in ordered]
    stamps = dict(zip(ids, map(stamp, data), strict=True))
    scores, stale = known_scores(known, stamps, model)
    sides = Sides(data, model)
    wanted = candidates(map(unpack, data), model.words, model.rarity)
    numbered = {(a, b): (ids[a], ids[b]) for a, b in wanted}
    missing = [pair for pair in wanted if numbered[pair] not in scores]
    fresh = dict(score_pairs(missing, sides, model))
    all_scores = {pair: fresh[pair] if pair in fresh else scores[numbered[pair]] for pair in wanted}
    gone = (stale | scores.keys()) - set(numbered.values())
    together, apart = _decided(decisions, {one: number for number, one in enumerate(ids)})
    groups = cluster(len(ids), all_scores, together, apart)
    given = Given(ids, sides, all_scores, frozenset(together), model)
    return Linked(
        incidents=assemble(make_drafts(groups, given), given),
        new_pairs=tuple(
            Pair(ids[a], ids[b], kept(stamps[ids[a]], stamps[ids[b]], model, fresh[a, b]))
            for a, b in missing
        ),
        gone_pairs=tuple(sorted(gone)),
    )


def _decided(
    decisions: Iterable[Decided], numbers: Mapping[str, int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the pairs that people put together, and those that they keep apart, by numbers."""
    last: dict[tuple[int, int], bool] = {}
    for one, other, is_same in decisions:
        if one in numbers and other in numbers and one != other:
            a, b = sorted((numbers[one], numbers[other]))
            last[a, b] = is_same
    together = sorted(pair for pair, is_same in last.items() if is_same)
    return together, sorted(pair for pair, is_same in last.items() if not is_same)
