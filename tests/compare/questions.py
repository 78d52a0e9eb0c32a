"""What invented accounts answer to whether, why, how lawfully, when and where."""

import tomllib
from dataclasses import replace
from importlib.resources import files

from rashomon.compare.answers.questions.questions import asked, build_question_words
from rashomon.compare.speakers.voices import Voices
from rashomon.model.reading import Place, Time
from tests.compare.accounts import event, party, reading, said, span

_TABLES = files("rashomon.tables")
WORDS = build_question_words(
    tomllib.loads(_TABLES.joinpath("questions.toml").read_text("utf-8")),
    tomllib.loads(_TABLES.joinpath("points.toml").read_text("utf-8"))["speech"],
)


def account(text, *acts, by=None, content=None, stance="asserts", own=None, **more):
    """Return a reading with event mentions, and one claim: all of the text, or ``content``.

    Args:
        text: the text.
        acts: words that name events.
        by: who says the content, with *said* behind; the publisher does where it is left out.
        content: what is said.
        stance: what the source does with it.
        own: values of the event mentions, by their words.
        more: times and places.
    """
    mentions = [
        event(text, number, words, **(own or {}).get(words, {}))
        for number, words in enumerate(acts, 1)
    ]
    claims, parties = (), ()
    if by:
        claims = (said(text, 1, by, "said", content, party="p1", stance=stance),)
        parties = (party(1, by, mentions=(span(text, by),)),)
    one = reading(text, attributions=claims, parties=parties, events=tuple(mentions))
    return replace(one, **more)


def answers(one, kind, events=None):
    """Return the answers of one kind as value, holder, whether denied, words."""
    ids = {each.id for each in one.events} if events is None else events
    return [
        (each.value, each.voice.party, each.is_denied, each.span.of(one.document.text))
        for each in asked(one, ids, Voices(one), WORDS)
        if each.kind == kind
    ]


def values(one, kind, events=None):
    """Return the answers of one kind as pairs of the value and whether it is denied."""
    return [(value, is_denied) for value, _, is_denied, _ in answers(one, kind, events)]


def day(text, number, words, earliest, latest=None, of="event", edtf=None):
    """Return a time."""
    return Time(
        id=f"t{number}",
        span=span(text, words),
        type="date",
        edtf=edtf or earliest,
        earliest=earliest,
        latest=latest or earliest,
        timex_value=earliest,
        anchored_by="text",
        of=of,
    )


def place(text, number, words, precision="town", use="literal", lat=10.0, country="XN"):
    """Return a place."""
    return Place(
        id=f"l{number}",
        span=span(text, words),
        name=words,
        lat=lat,
        lon=None if lat is None else 20.0,
        geonames_id=None,
        country=country,
        admin1=None,
        precision=precision,
        radius_km=8.0,
        use=use,
    )
