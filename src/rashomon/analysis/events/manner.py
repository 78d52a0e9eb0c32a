"""How an event is told: as a fact or a claim, as to come, as possible; and whether it is denied.

Words before the trigger decide, then who says it and how; of what these leave open, the encoder
says whether it took place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.analysis.events.clauses import Clause, holds_any
from rashomon.analysis.events.lexicon import ModalityTable
from rashomon.model.reading import Attribution, Modality, Polarity

_REACH = 6
"""Words before a trigger that may change how it is told."""

_BEHIND = 9
"""Words from a trigger on in which it may be called off."""

UNLIKELY = 0.3
"""Probability of having taken place below which a verb tells what has not; chosen on UDS dev."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Polarity and modality of an event."""

    polarity: Polarity
    modality: Modality


def manner_of(
    sentence: Clause,
    first: int,
    attribution: Attribution | None,
    took_place: float,
    table: ModalityTable,
) -> Manner:
    """Return how the event is told whose trigger begins with word ``first`` of a sentence.

    Args:
        sentence: its words.
        first: the number of the trigger's first word.
        attribution: the innermost attribution whose content tells it.
        took_place: how likely it took place, as the encoder has it; 1 where it says nothing.
        table: the words that tell.
    """
    lead = f" {' '.join(_reach(sentence, first, attribution, table.ends))} "
    for words in table.neutral:
        lead = lead.replace(f" {words} ", " ")
    before = f" {' '.join(sentence.words[:first])} "
    is_denied = holds_any(lead, table.negating) or "n't " in lead or holds_any(before, table.untrue)
    if attribution and attribution.stance == "denies":
        is_denied = not is_denied
    modality = _modality(lead, attribution, table)
    after = f" {' '.join(sentence.words[first : first + _BEHIND])} "
    if modality == "happened" and holds_any(after, table.cancelled):
        modality = "hypothetical"
    if modality == "happened" and not is_denied and took_place < UNLIKELY:
        modality = "hypothetical"
    return Manner("denied" if is_denied else "asserted", modality)


def _modality(lead: str, attribution: Attribution | None, table: ModalityTable) -> Modality:
    stance = attribution.stance if attribution else "asserts"
    if holds_any(lead, table.planned) or stance == "predicts":
        return "planned"
    if holds_any(lead, table.hypothetical) or stance in ("demands", "asks"):
        return "hypothetical"
    is_doubted = stance in ("alleges", "doubts")
    is_kept_off = attribution is not None and attribution.framing == "distancing"
    if holds_any(lead, table.alleged) or is_doubted or is_kept_off:
        return "alleged"
    return "happened"


def _reach(
    sentence: Clause, first: int, attribution: Attribution | None, ends: Iterable[str]
) -> tuple[str, ...]:
    """Return the words before a trigger, back to the end of a clause, or to what is said there.

    What the source does with it, its stance says: its cue is not looked at again.
    """
    place = sentence.starts[first] if first < len(sentence.starts) else sentence.span.end
    parts = attribution.content if attribution else ()
    least = max((sentence.at(part.start) for part in parts if part.start <= place), default=0)
    start = first
    while start > least and first - start < _REACH and sentence.words[start - 1] not in ends:
        start -= 1
    return sentence.words[start:first]
