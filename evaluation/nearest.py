"""A floor for any task of classes: TF-IDF, and the class whose mean is nearest (Rocchio)."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

Words = Sequence[str]


def nearest_class(learned: Sequence[tuple[Words, str]], asked: Sequence[Words]) -> list[str]:
    """Return the class whose mean TF-IDF vector has the largest cosine with each text's.

    Args:
        learned: texts as words, with their classes.
        asked: texts as words.
    """
    frequency = Counter(word for words, _ in learned for word in set(words))
    weight = {word: math.log(len(learned) / count) for word, count in frequency.items()}

    def vector(words: Words) -> dict[str, float]:
        counts = Counter(word for word in words if word in weight)
        values = {word: count * weight[word] for word, count in counts.items()}
        length = math.hypot(*values.values()) or 1.0
        return {word: value / length for word, value in values.items()}

    means: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for words, kind in learned:
        for word, value in vector(words).items():
            means[kind][word] += value
    lengths = {kind: math.hypot(*mean.values()) for kind, mean in means.items()}
    return [
        max(
            means,
            key=lambda kind: sum(v * means[kind][w] for w, v in values.items()) / lengths[kind],
        )
        for values in map(vector, asked)
    ]
