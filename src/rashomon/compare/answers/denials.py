"""What denials deny that name a claim and do not repeat it: *Damascus denies the US claims*."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from rashomon.compare.answers.refuting import DenialWords, Refutation, words_of
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import Answer, PointKind, Value, Voice
from rashomon.model.reading import Reading

_COUNTS: frozenset[PointKind] = frozenset(("killed", "injured"))
_CHARGED: frozenset[PointKind] = frozenset(("responsibility",))
_CLAIMED: frozenset[PointKind] = frozenset(("responsibility", "target", "purpose", "legality"))


def denials(
    reading: Reading,
    voices: Voices,
    answers: Sequence[Answer],
    refuted: Iterable[Refutation],
    words: DenialWords,
) -> Iterator[Answer]:
    """Yield what is denied without being said again, as answers that are denied.

    A denial of a charge denies who did it. One of a claim denies what the claim answers to who did
    it, to what, why and whether it was lawful, but for what the side of who denies says itself;
    how many were killed or injured only where the denial speaks of the number.

    Args:
        reading: a document.
        voices: who says what in it.
        answers: what its claims answer.
        refuted: its denials with the claims that they deny.
        words: those that name claims.
    """
    by_claim: dict[str | None, list[Answer]] = defaultdict(list)
    said: set[tuple[str, PointKind, Value]] = set()
    for one in answers:
        by_claim[one.voice.attribution].append(one)
        said.update((name, one.kind, one.value) for name in _names(one.voice))
    for each in refuted:
        if not each.is_named:
            continue
        span = each.denial.whole
        denied = words_of(each.denial, reading)
        kinds = _CHARGED if words.charge.search(denied) else _CLAIMED
        if words.toll.search(denied):
            kinds |= _COUNTS
        for one, voice in product(by_claim.get(each.claim.id, ()), voices.speaking(each.denial)):
            told = {(name, one.kind, one.value) for name in _names(voice)}
            if one.kind in kinds and not one.is_denied and not told & said:
                yield replace(one, is_denied=True, voice=voice, span=span)


def _names(voice: Voice) -> tuple[str, ...]:
    return (voice.party, voice.side) if voice.side else (voice.party,)
