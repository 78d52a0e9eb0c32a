"""Values in words for people."""

_TYPES = {
    "abduction_forced_disappearance": "abduction or forced disappearance",
    "air_drone_strike": "air or drone strike",
    "looting_property_destruction": "looting or property destruction",
    "man_made_disaster": "man-made disaster",
    "non_state_actor_overtakes_territory": "non-state actor overtakes territory",
    "non_violent_transfer_of_territory": "non-violent transfer of territory",
    "remote_explosive_landmine_ied": "remote explosive, landmine or IED",
    "shelling_artillery_missile_attack": "shelling, artillery or missile attack",
}


def type_words(event_type: str) -> str:
    """Return the name of a type of event in words: ``air or drone strike``."""
    return _TYPES.get(event_type, event_type.replace("_", " "))


def day_words(earliest: str | None, latest: str | None) -> str:
    """Return a day, or a span of days; ``…`` stands for an open end, and nothing for neither."""
    if earliest == latest:
        return earliest or ""
    return f"{earliest or '…'} – {latest or '…'}"


def counted(number: int, name: str, plural: str = "") -> str:
    """Return a number with what it counts: ``1 claim``, ``2 claims``; or with its own plural."""
    return f"{number:,} {name if number == 1 else plural or f'{name}s'}"


def as_title(words: str) -> str:
    """Return words with a capital at their beginning; capitals in them stay."""
    return words[:1].upper() + words[1:]
