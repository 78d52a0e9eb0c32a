"""A report about invented places and people, with a reading written by hand."""

from rashomon.model.document import Document, identity
from rashomon.model.reading import Attribution, Casualties, Event, Party, Reading, Statement, Time
from rashomon.model.spans import Span

TEXT = (
    "Halk denied that its jets had bombed the mill in Osterby on 9 May. Officials in Marn said "
    "that Halk admitted that nine people were killed. The mill is closed."
)


def at(words, start=0):
    """Return where words stand first in the text."""
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


def _claim(key, source, cue, content, party, stance, within=None):
    return Attribution(key, (source,), (cue,), (content,), party, stance, "neutral", within, 0.8)


DENIAL = _claim(
    "a1",
    at("Halk"),
    at("denied"),
    at("that its jets had bombed the mill in Osterby on 9 May"),
    "p1",
    "denies",
)
OUTER = _claim(
    "a2",
    at("Officials in Marn"),
    at("said"),
    at("that Halk admitted that nine people were killed"),
    "p2",
    "asserts",
)
INNER = _claim(
    "a3", at("Halk", 70), at("admitted"), at("that nine people were killed"), "p1", "asserts", "a2"
)
NINE = Casualties("killed", None, 9, 9, at("nine people"), is_part=False)


def _event(key, kind, trigger, sentence, attribution, polarity, casualties=()):
    return Event(
        id=key,
        type=kind,
        trigger=trigger,
        span=sentence,
        agent="p1",
        target=None,
        instrument=None,
        time="t1" if key == "e1" else None,
        place=None,
        casualties=casualties,
        attribution=attribution,
        polarity=polarity,
        modality="happened",
        is_background=False,
    )


BOMBED = _event(
    "e1",
    "air_drone_strike",
    at("bombed"),
    at("Halk denied that its jets had bombed the mill in Osterby on 9 May."),
    "a1",
    "denied",
)
KILLED = _event(
    "e2",
    "attack",
    at("killed"),
    at("Officials in Marn said that Halk admitted that nine people were killed."),
    "a3",
    "asserted",
    (NINE,),
)
READING = Reading(
    document=Document(id=identity(TEXT.encode()), text=TEXT, publisher="Tide"),
    attributions=(DENIAL, OUTER, INNER),
    statements=(Statement("s1", at("The mill is closed."), hedged=False, loaded=()),),
    parties=(
        Party("p1", "Halk", "government", "Halk", (at("Halk"), at("Halk", 70))),
        Party("p2", "Officials in Marn", "unnamed", "Marn", (at("Officials in Marn"),)),
    ),
    times=(
        Time("t1", at("9 May"), "date", "2023-05-09", "2023-05-09", "2023-05-09", "2023-05-09",
             "published", "event"),
    ),
    places=(),
    events=(BOMBED, KILLED),
    boilerplate=(),
)  # fmt: skip
