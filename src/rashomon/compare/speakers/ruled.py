"""What people decided of the names of parties: which are one, what it is called, which are two."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from rashomon.model.rulings import Groups, Ruling, last_words


@dataclass(frozen=True, slots=True)
class Called:
    """What a party is called.

    Attributes:
        name: its name.
        reviewer: who decided so, several in the order of the alphabet; ``None`` where nobody did.
    """

    name: str
    reviewer: str | None = None


class RuledNames:
    """Names in groups, by what people decided and by what is joined after that.

    Args:
        rulings: on two names each, of which the first is what the party is called, the last word
            on a pair last.
        key: tells by what a name is known: by its words, however it is spelt.
    """

    def __init__(self, rulings: Iterable[Ruling], key: Callable[[str], str]) -> None:
        given = tuple(rulings)
        keyed = (replace(one, first=key(one.first), second=key(one.second)) for one in given)
        self._rulings = last_words(keyed)
        self._spelt = {key(one.first): one.first for one in given if one.is_one}
        self.groups = Groups(self._rulings)

    def called(self) -> dict[str, Called]:
        """Return what parties are called by decision, by what their groups are known by.

        That is the first name of a decision, and no second one in another: *A is B* and *B is C*
        is A. Of several the one that most decisions have, then the first in the alphabet.
        """
        held: dict[str, list[Ruling]] = {}
        for one in self._rulings:
            group = self.groups.of(one.first)
            if one.is_one and group == self.groups.of(one.second):
                held.setdefault(group, []).append(one)
        return {group: self._called(some) for group, some in held.items()}

    def _called(self, rulings: Iterable[Ruling]) -> Called:
        some = tuple(rulings)
        often = Counter(one.first for one in some)
        first = often.keys() - {one.second for one in some} or often.keys()
        name = min(first, key=lambda one: (-often[one], self._spelt[one]))
        return Called(self._spelt[name], ", ".join(sorted({one.reviewer for one in some})))
