"""How the parties change the type of an event, as ACLED's codebook has it.

Who takes a town tells whether the government regains it; who is attacked tells an attack on
civilians from a clash.
"""

from rashomon.model.reading import PartyKind

_STATE = frozenset(("government", "military", "international_body"))
_ARMED = frozenset(("armed_group", "military"))


def coded(type_: str, agent: PartyKind | None, target: PartyKind | None) -> str:
    """Return the type of an event between parties of some kinds.

    Args:
        type_: what the words tell.
        agent: what the party is that acts; ``None`` where that is not known.
        target: what the party is that suffers it.
    """
    if type_ == "government_regains_territory" and agent == "armed_group":
        return "non_state_actor_overtakes_territory"
    if type_ == "non_state_actor_overtakes_territory" and agent in _STATE:
        return "government_regains_territory"
    if type_ == "attack" and target in _ARMED:
        return "armed_clash"
    return "attack" if type_ == "armed_clash" and target == "group" else type_
