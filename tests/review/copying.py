"""Readings of documents that print others: all that was read in these stands further on."""

import re
from dataclasses import fields, is_dataclass, replace

from rashomon.model.document import identity
from rashomon.model.spans import Span

MORE = (
    "None of this was seen by the miller himself, who had gone to the lake that morning with all "
    "of his nine brothers and came back late."
)
"""Words that make any text long enough to be told from others."""

_SPAN = re.compile(r"([0-9]+)-([0-9]+)")
_STRETCHES = ("source", "cue", "content", "words", "at_cue", "at_content", "item")


def printed(reading, before="", after="", **about):
    """Return the reading of a document that prints another, with words before and after it."""
    text = before + reading.document.text + after
    there = moved(replace(reading, document=None), len(before))
    document = replace(reading.document, id=identity(text.encode()), text=text, **about)
    return replace(there, document=document)


def moved(value, shift):
    """Return anything of a reading with its spans further on."""
    if isinstance(value, Span):
        return Span(value.start + shift, value.end + shift)
    if is_dataclass(value):
        of = {one.name: moved(getattr(value, one.name), shift) for one in fields(value)}
        return replace(value, **of)
    return tuple(moved(one, shift) for one in value) if isinstance(value, tuple) else value


def moved_decision(decision, reading, shift):
    """Return a decision as it is made by hand on a document that prints another."""
    further = {
        name: _SPAN.sub(lambda one: f"{int(one[1]) + shift}-{int(one[2]) + shift}", value)
        if name in _STRETCHES
        else value
        for name, value in decision.value.items()
    }
    span = moved(decision.span, shift)
    return replace(decision, document=reading.document.id, span=span, value=further)
