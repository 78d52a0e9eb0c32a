"""How well kinds of events go together."""

from rashomon.linking.incidents.tables import Words

_COMPATIBLE = 0.6


def fitting(one: str, other: str, words: Words) -> float:
    """Return how well two types go together, 0 to 1."""
    if one == other:
        return 1.0
    if "attack" in (one, other) or "other_development" in (one, other):
        return _COMPATIBLE
    families = words.families
    both = families.get(one, frozenset()) & families.get(other, frozenset())
    return _COMPATIBLE if both else 0.0


def specific(one: str, other: str, words: Words) -> float:
    """Return how much it says that two events are of these types, 0 to 1."""
    fit = fitting(one, other, words)
    return fit if one == other and one not in words.vague else fit / 2
