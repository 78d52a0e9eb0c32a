"""How often which damage is done to a text in training."""

import random
from collections.abc import Sequence

from evaluation import damage
from evaluation.damage import Damage

_Odds = Sequence[tuple[float, Damage | None]]

# one of each group is drawn; None leaves the text as it is. Quotation marks are lost most often,
# since a reader that leans on them fails without (measured: shared/README.md of the corpora)
_GROUPS: tuple[_Odds, ...] = (
    (
        (0.5, damage.without_quotation_marks),
        (0.2, damage.straight_quotation_marks),
        (0.3, None),
    ),
    (
        (0.20, damage.on_one_line),
        (0.15, damage.single_line_breaks),
        (0.15, damage.sentence_a_line),
        (0.50, None),
    ),
    ((0.2, damage.without_apostrophes), (0.8, None)),
    ((0.15, damage.run_together), (0.85, None)),
    ((0.15, damage.without_punctuation), (0.85, None)),
    ((0.3, damage.tokenized), (0.7, None)),
    ((0.32, damage.lowercased), (0.08, damage.uppercased), (0.6, None)),
)


def draw_damage(dice: random.Random) -> list[Damage]:
    """Return the kinds of damage for one text, drawn by lot; often several together."""
    drawn = (
        dice.choices([kind for _, kind in group], [odds for odds, _ in group])[0]
        for group in _GROUPS
    )
    return [kind for kind in drawn if kind]
