"""From the sketches of documents to incidents: compare, put together, say what and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.linking.incidents.assembly import assemble
from rashomon.linking.incidents.blocking import candidates
from rashomon.linking.incidents.clusters import cluster, telling_scores
from rashomon.linking.incidents.drafts import Given, make_drafts
from rashomon.linking.incidents.scoring import Fresh, Sides, known_scores, score_pairs, stamp
from rashomon.linking.incidents.tables import Model
from rashomon.model.case import Pair
from rashomon.model.incidents import Incident

Decided = tuple[str, str, bool]
"""Two documents, and whether a person said that they are of one incident."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking came to. Of two, compare the incidents and the pairs, not the whole.

    Attributes:
        incidents: what the documents speak of.
        new_pairs: the pairs that were compared for the first time, or anew.
        gone_pairs: the ids of pairs that are no longer compared.
    """

    incidents: tuple[Incident, ...]
    new_pairs: Sequence[Pair]
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
    stamps, version = list(map(stamp, data)), stamp(model.version.encode())
    sides = Sides(data, model)
    pairs = candidates(map(sides.sketch, range(len(ids))), model.words, model.rarity)
    scores, gone = known_scores(known, ids, stamps, pairs, version)
    missing = np.isnan(scores)
    scores[missing] = score_pairs(pairs[missing], sides, model)
    together, apart = _decided(decisions, {one: number for number, one in enumerate(ids)})
    telling = telling_scores(len(ids), pairs, scores, together)
    groups = cluster(len(ids), telling, together, apart)
    given = Given(ids, sides, telling, frozenset(together), model)
    return Linked(
        incidents=assemble(make_drafts(groups, given), given),
        new_pairs=Fresh(ids, stamps, pairs[missing], scores[missing], version),
        gone_pairs=tuple(gone),
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
