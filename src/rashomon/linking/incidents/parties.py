"""Which parties have a name of their own: the others may be anybody's."""

from rashomon.linking.incidents.tables import Words
from rashomon.model.reading import Party

_ANYBODY = ("unnamed", "group", "publisher")


def is_named(party: Party, words: Words) -> bool:
    """Return whether a party has a name: *US Navy*, but neither *11 people* nor *A*.

    Args:
        party: the party.
        words: the word table.
    """
    first, *rest = party.name.split() or [""]
    is_counted = first[:1].isdigit() or first.casefold() in words.numbers
    if party.kind in _ANYBODY or is_counted or first.casefold() in words.anybody:
        return False
    # what begins with a capital may do so because a sentence does; "al-Hadrin" has one within
    capitals = [one for one in (first, *rest) if one.lower() != one and len(one) > 1]
    return bool(capitals) and (bool(party.kind) or len(capitals) > 1 or first not in capitals)
