"""The heads beside those of attribution, and what each of them says.

Some mark spans; one says of a stretch which type of event it tells; one says of a word whether
the event that it names took place.
"""

from collections.abc import Mapping

import numpy as np

from rashomon.analysis.encoder import Floats
from rashomon.analysis.mentions import Mention
from rashomon.analysis.tags import TagCosts, WordSpan, find_spans, tags_of
from rashomon.analysis.words import Words
from rashomon.model.spans import Span

LABELS: Mapping[str, tuple[str, ...]] = {
    "entity": ("person", "organisation", "place"),
    "actor": ("person", "organisation"),
    "toponym": ("place",),
    "time": ("date", "time", "duration", "set"),
    "event": ("event",),
}
"""The labels of each head that marks spans, in the order of their tags.

``entity`` marks names; ``actor`` phrases for people and organisations, named or not ("US
officials", "three soldiers"), up to their head; ``toponym`` names of places, those inside other
names too; ``time`` time expressions (TIMEX3); ``event`` the words that name an event of any kind
(TimeML).
"""

TYPE = "type"
"""The head that scores for each word which type of event is told; a stretch has the mean of its
words (``[n, len(TYPES)]``, logits)."""

HAPPENED = "happened"
"""The head that says how likely the event that a word names took place, as its writer has it
(``[n, 1]``, probability)."""

NONE = "none"
TYPES = (
    "government_regains_territory",
    "non_state_actor_overtakes_territory",
    "armed_clash",
    "excessive_force_against_protesters",
    "protest_with_intervention",
    "peaceful_protest",
    "violent_demonstration",
    "mob_violence",
    "chemical_weapon",
    "air_drone_strike",
    "suicide_bomb",
    "shelling_artillery_missile_attack",
    "remote_explosive_landmine_ied",
    "grenade",
    "sexual_violence",
    "attack",
    "abduction_forced_disappearance",
    "agreement",
    "arrests",
    "change_to_group_activity",
    "disrupted_weapons_use",
    "headquarters_or_base_established",
    "looting_property_destruction",
    "non_violent_transfer_of_territory",
    "other_development",
    "aircraft_shot_down",
    "organized_crime",
    "natural_disaster",
    "man_made_disaster",
    "claim_responsibility",
    "diplomacy",
    NONE,
)
"""What the head ``type`` tells apart: ACLED's sub-event types, the shooting-down of an aircraft,
what is told in the same words and is none of them, and no event at all."""


def find_mentions(scores: Floats, words: Words, start: int, head: str) -> list[Mention]:
    """Return what a head marks in a stretch of text, in its order.

    Args:
        scores: ``[n, tags]``, log-probabilities of each word's tags.
        words: the words of the whole text.
        start: the number of the first of the ``n`` words.
        head: a key of :data:`LABELS`.
    """
    labels = LABELS[head]
    gap = words.gap[start : start + len(scores)]
    found = find_spans(scores, gap, TagCosts(opening=(0.0,) * len(labels)))
    return [
        Mention(
            label=labels[span.label],
            span=Span(int(words.start[start + span.start]), int(words.end[start + span.end - 1])),
            confidence=round(_probability(scores, span), 3),
        )
        for span in found
    ]


def _probability(scores: Floats, span: WordSpan) -> float:
    """Return the geometric mean of the probabilities of a span's tags."""
    picked = scores[np.arange(span.start, span.end), tags_of(span)]
    return float(np.exp(picked.mean()))
