"""A reading in one line."""

import re

from rashomon.model.reading import Reading
from rashomon.model.spans import merge
from rashomon.render.words import counted

_WORD = re.compile(r"\w+")


def summarise(reading: Reading) -> str:
    """Return how many sources there are, how many unnamed, and how much is attributed."""
    speakers = {attribution.party for attribution in reading.attributions}
    sources = [party for party in reading.parties if party.id in speakers]
    unnamed = sum(party.kind == "unnamed" for party in sources)
    claims = len(reading.attributions)
    sourceless = sum(not attribution.source for attribution in reading.attributions)
    parts = [
        f"{counted(len(sources), 'source')} ({unnamed} unnamed)",
        f"{counted(claims, 'claim')}" + (f" ({sourceless} without a source)" if sourceless else ""),
        f"{attributed_share(reading):.0%} of the words attributed",
        f"{counted(len(reading.statements), 'statement')} in nobody's name",
    ]
    return ", ".join(parts)


def attributed_share(reading: Reading) -> float:
    """Return the share of the document's words, 0 to 1, that stand in some attribution."""
    text = reading.document.text
    spans = merge(
        span
        for attribution in reading.attributions
        for span in (*attribution.source, *attribution.cue, *attribution.content)
    )
    words = len(_WORD.findall(text))
    inside = sum(len(_WORD.findall(span.of(text))) for span in spans)
    return inside / words if words else 0.0
