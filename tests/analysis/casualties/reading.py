"""How the tests of this folder read the casualties of a text."""

import tomllib
from importlib.resources import files

from rashomon.analysis.casualties import build_casualties, find_harms
from rashomon.analysis.mentions import Mention
from rashomon.model.spans import Span

RAW = tomllib.loads(files("rashomon.tables").joinpath("casualties.toml").read_text("utf-8"))
TABLE = build_casualties(RAW)


def harms(*sentences, actors=()):
    """Return what a text of these sentences says of people harmed.

    Args:
        sentences: the sentences.
        actors: pairs of a label and words of the text that the encoder is to have marked.
    """
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    marked = [
        Mention(label, Span(text.index(words), text.index(words) + len(words)), 0.9)
        for label, words in actors
    ]
    return find_harms(text, spans, sorted(marked, key=lambda one: one.span), TABLE)


def told(sentence, **beside):
    """Return the kind, the fewest and the most of everybody whom a sentence tells of as a whole.

    Those who are told of as part of others are left out.
    """
    return [
        (one.casualties.kind, one.casualties.min, one.casualties.max)
        for one in harms(sentence, **beside)
        if not one.casualties.is_part
    ]


def parts(sentence):
    """Return who, the fewest and the most of those who are told of as part of others."""
    return [
        (one.casualties.who, one.casualties.min, one.casualties.max)
        for one in harms(sentence)
        if one.casualties.is_part
    ]


def only(sentence, **beside):
    """Return the one harm that a sentence tells of."""
    [found] = harms(sentence, **beside)
    return found
