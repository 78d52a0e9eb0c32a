"""What a sentence says of people harmed."""

from dataclasses import dataclass

from rashomon.analysis.casualties.cues import Fate
from rashomon.analysis.casualties.groups import Sort
from rashomon.model.reading import Casualties
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Harm:
    """What a sentence says of people harmed.

    Attributes:
        sentence: the number of the sentence.
        cue: the words that say what happened to them ("were killed", "death toll").
        people: the words for them ("at least 58 civilians").
        casualties: what happened, to how many, to whom; its span holds the cue and the people.
        sort: how the people are told of: by a number, as one person, by a name ...
        names: the names of those who are named, in small letters.
        fate: what the words say of what became of them. Where it is ``open`` ("were shot"), the
            kind is ``injured``, and whoever died of it is among them.
        is_more: whether others are meant than those told of before ("three more").
        is_denied: whether the sentence says that it happened to nobody; the count is then 0.
        is_hypothetical: whether it tells of what has not come to be; it counts nobody then.
        is_background: whether it tells of other events than its own.
    """

    sentence: int
    cue: Span
    people: Span
    casualties: Casualties
    sort: Sort
    names: tuple[str, ...]
    fate: Fate
    is_more: bool
    is_denied: bool
    is_hypothetical: bool
    is_background: bool
