"""Answers and readings of invented accounts."""

from rashomon.model.comparison import Count, Holding, Position, Voice
from rashomon.model.document import Document
from rashomon.model.reading import Attribution, Casualties, Event, Party, Reading
from rashomon.model.spans import Span


def span(text, words):
    """Return where words stand in a text, the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def said(text, number, source, cue, content, *, party, stance="asserts"):
    """Return an attribution of the words that stand in a text."""
    return Attribution(
        f"a{number}",
        (span(text, source),),
        (span(text, cue),),
        (span(text, content),),
        party,
        stance,
        "neutral",
        None,
        0.9,
    )


def party(number, name, kind="government", side=None, mentions=()):
    """Return a party."""
    return Party(f"p{number}", name, kind, side, tuple(mentions))


def event(text, number, words, type_="air_drone_strike", casualties=(), **more):
    """Return an event mention whose sentence is the one that its words stand in."""
    trigger = span(text, words)
    start = text.rfind(". ", 0, trigger.start) + 1
    end = text.find(".", trigger.end)
    values = {
        "agent": None,
        "target": None,
        "instrument": None,
        "time": None,
        "place": None,
        "attribution": None,
        "polarity": "asserted",
        "modality": "happened",
        "is_background": False,
        **more,
    }
    sentence = Span(start, end if end > 0 else len(text))
    return Event(
        id=f"e{number}", type=type_, trigger=trigger, span=sentence, casualties=casualties, **values
    )


def harmed(text, words, low, high, kind="killed", who=None, *, is_part=False):
    """Return how many were harmed, as words of a text say."""
    return Casualties(kind, who, low, high, span(text, words), is_part)


def reading(text, *, attributions=(), parties=(), events=(), publisher="The Courier"):
    """Return a reading."""
    document = Document("sha256:00", text, publisher=publisher)
    return Reading(document, attributions, (), parties, (), (), events, ())


def position(low, high, *held):
    """Return a position on a count: ``held`` are pairs of a party and the day of publication."""
    count = Count(low, high)
    return Position(count, str(count), tuple(holding(*one) for one in held), ())


def stated(value, *parties):
    """Return a position that parties hold."""
    return Position(value, str(value), tuple(holding(one, None) for one in parties), ())


def holding(name, day, **more):
    """Return one who says something, in a document of its own unless ``document`` names one."""
    values = {"document": f"sha256:{name}{day}", "origin": name, "attribution": "a1", **more}
    voice = Voice(name, "monitor", None, "asserts", values["attribution"])
    return Holding(name, voice, values["document"], day, Span(0, 1), values["origin"])
