"""The parties of a reading after decisions on who speaks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from rashomon.model.reading import Attribution, Event, Party, PartyKind, Reading
from rashomon.model.spans import Span
from rashomon.review.naming import FIRST, first_number, name_of
from rashomon.review.resolving import Resolved


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks, after all decisions on claims.

    Attributes:
        parties: the parties of the reading, and those that people named.
        of: by the ``id`` of a claim the ``id`` of its party.
    """

    parties: tuple[Party, ...]
    of: Mapping[str, str | None]


def find_speakers(machine: Reading, resolved: Iterable[Resolved]) -> Speaking:
    """Return who speaks in each claim that people decided on.

    A name that the reading has is that party; any other is a party of its own.

    Args:
        machine: what the machine read.
        resolved: what the decisions on claims come to.
    """
    own = {one.id: one.party for one in machine.attributions}
    known = {one.name.casefold(): one for one in reversed(machine.parties)}
    named: dict[str, Party] = {}
    of: dict[str, str | None] = {}
    for one in resolved:
        key, values = name_of(one), one.values
        if not one.in_force or not one.is_there:
            continue
        if one.thread.item and "party" not in one.changed:
            of[key] = own.get(key)
        elif not values["party"]:
            of[key] = None
        else:
            name = values["party"].casefold()
            party = known.get(name) or named.setdefault(name, _party(one))
            of[key] = party.id
    return Speaking((*machine.parties, *named.values()), of)


def _party(one: Resolved) -> Party:
    values = one.values
    return Party(
        id=f"p{FIRST + first_number(one)}",
        name=values["party"],
        kind=cast(PartyKind, values["party_kind"]) if values["party_kind"] else None,
        side=values["party_side"] or None,
        mentions=(),
    )


def with_mentions(
    parties: Sequence[Party],
    before: Sequence[Attribution],
    after: Sequence[Attribution],
    events: Sequence[Event],
) -> tuple[Party, ...]:
    """Return the parties that are left, each with where it is named as a source now.

    Who spoke or took part only in what is no more is left out.

    Args:
        parties: all parties.
        before: the claims that the machine reads.
        after: the claims after all decisions on them.
        events: the events of the reading.
    """
    was, now = _sources(before), _sources(after)
    spoke = {one.party for one in before} - {one.party for one in after}
    acting = {one for event in events for one in (event.agent, event.target)}
    left = []
    for party in parties:
        lost, won = was.get(party.id, set()), now.get(party.id, set())
        if party.id in spoke - acting:
            continue
        mentions = tuple(sorted({*party.mentions} - (lost - won) | (won - lost)))
        left.append(party if lost == won else replace(party, mentions=mentions))
    return tuple(left)


def _sources(claims: Iterable[Attribution]) -> dict[str, set[Span]]:
    """Return where parties are named as the source of claims."""
    found: dict[str, set[Span]] = {}
    for one in claims:
        if one.party:
            found.setdefault(one.party, set()).update(one.source)
    return found
