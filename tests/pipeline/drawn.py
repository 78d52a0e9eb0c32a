"""Accounts drawn at random, of invented places and people, for what must hold of all of them."""

from hypothesis import strategies as st

from rashomon.model.document import Document, identity
from rashomon.model.incidents import Incident, IncidentDocument, IncidentPlace, IncidentTime
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.reading import (
    Attribution,
    Casualties,
    Event,
    Party,
    Place,
    Reading,
    Statement,
    Time,
)
from rashomon.model.spans import Span
from rashomon.pipeline.comparing import Accounts

_NAMES = ("Marn", "Halk", "Officials", "The Osterby Monitor", "Mayor Quill")
_KINDS = (None, "government", "monitor", "unnamed", "military", "person")
_SAID = {
    "asserts": ("said", "said that"),
    "alleges": ("claimed",),
    "denies": ("denied", "denied that"),
    "doubts": ("doubted that",),
    "demands": ("demanded that",),
    "predicts": ("warned that",),
}
_CLAIMS = (
    "Marn bombed the grain mill in Osterby with jets",
    "Halk bombed the grain mill in Osterby with rockets",
    "at least 12 civilians were killed in the mill on 9 May",
    "nine people died and 30 children were hurt",
    "the charge",
    "the claims of Halk",
    "no jets had flown over Osterby on that day",
    "a gas leak tore the grain mill apart",
    "the raid was a war crime",
    "it was an accident",
    "نور 😀 12",
)
_TYPES = ("air_drone_strike", "attack", "chemical_weapon", "accuse", "deny")


@st.composite
def _sentences(draw):
    """Draw sentences, each with who says it, the word for it, and what is said; or what is told."""
    sentence = st.tuples(
        st.sampled_from((*_NAMES, None)),
        st.sampled_from([(stance, cue) for stance, cues in _SAID.items() for cue in cues]),
        st.sampled_from(_CLAIMS),
    )
    return draw(st.lists(sentence, min_size=1, max_size=7))


@st.composite
def _readings(draw, number):
    """Draw a reading; some of its events, claims and counts stand where no analysis puts them."""
    text, claims, told = "", [], []
    names = {name: f"p{at}" for at, name in enumerate(_NAMES, start=1)}
    for name, (stance, cue), content in draw(_sentences()):
        start = len(text)
        text += f"{name} {cue} {content}. " if name else f"{content}. "
        end = len(text) - 2
        told.append(Span(start, end))
        if name:
            source = Span(start, start + len(name))
            cue_span = Span(source.end + 1, source.end + 1 + len(cue))
            claims.append((source, cue_span, Span(end - len(content), end), names[name], stance))
    ends = st.integers(0, len(text) - 1)

    def span():
        start, end = sorted((draw(ends), draw(ends)))
        found = Span(start, end + 1)
        return found if found.of(text).strip() else Span(0, 1)

    for _ in range(draw(st.integers(0, 2))):
        stance = draw(st.sampled_from((*_SAID, "asks")))
        claims.append((span(), span(), span(), draw(st.sampled_from((None, "p1", "p2"))), stance))
    claims.sort(key=lambda one: (*one[:3], one[3] or "", one[4]))
    attributions = tuple(
        Attribution(f"a{at}", (source,), (cue,), (content,), party, stance, "neutral", None, 0.9)
        for at, (source, cue, content, party, stance) in enumerate(claims, start=1)
    )
    parties = tuple(
        Party(id_, name, draw(st.sampled_from(_KINDS)), draw(st.sampled_from((None, "Marn"))), ())
        for name, id_ in names.items()
    )
    known = st.none() | st.sampled_from(tuple(names.values()))
    counts = st.builds(
        lambda kind, who, low, more: Casualties(
            kind, who, low, None if more is None else low + more, span(), is_part=False
        ),
        st.sampled_from(("killed", "injured", "missing")),
        st.sampled_from((None, "civilians", "children")),
        st.integers(0, 200),
        st.none() | st.integers(0, 50),
    )

    def event(at):
        sentence = draw(st.sampled_from(told))
        trigger = draw(st.just(sentence) | st.builds(span))
        return Event(
            id=f"e{at}",
            type=draw(st.sampled_from(_TYPES)),
            trigger=trigger,
            span=sentence if sentence.holds(trigger) else Span(0, len(text)),
            agent=draw(known),
            target=draw(known),
            instrument=None,
            time=draw(st.sampled_from((None, "t1"))),
            place=draw(st.sampled_from((None, "l1"))),
            casualties=tuple(draw(st.lists(counts, max_size=3))),
            attribution=None,
            polarity=draw(st.sampled_from(("asserted", "denied"))),
            modality=draw(st.sampled_from(("happened", "alleged", "planned"))),
            is_background=False,
        )

    document = Document(
        id=identity(f"{number}{text}".encode()),
        text=text,
        publisher=draw(st.sampled_from((None, "Tide", "Gull"))),
        path=f"{number}.txt",
        published=draw(st.sampled_from((None, "2023-05-10", "2023-05-12"))),
    )
    day = ("2023-05-09",) * 3
    return Reading(
        document=document,
        attributions=attributions,
        statements=tuple(
            Statement(f"s{at}", span(), hedged=draw(st.booleans()), loaded=(span(),))
            for at in range(1, draw(st.integers(0, 3)) + 1)
        ),
        parties=parties,
        times=(Time("t1", span(), "date", *day, None, "text", None),),
        places=(
            Place("l1", span(), "Osterby", 55.0, 12.0, None, "DK", None, "town", 2.0, "literal"),
        ),
        events=tuple(event(at) for at in range(1, draw(st.integers(0, 5)) + 1)),
        boilerplate=(),
    )


@st.composite
def drawn_accounts(draw):
    """Draw the accounts of an incident, with origins of documents and of stretches."""
    readings = [draw(_readings(number)) for number in range(draw(st.integers(1, 4)))]
    by_id = {one.document.id: one for one in readings}
    root_of = {one: f"o{draw(st.integers(1, 2))}" for one in by_id}
    roots = tuple(
        Origin(name, "document", name, None, tuple(one for one in by_id if root_of[one] == name))
        for name in ("o1", "o2", "o3")
    )
    passages = tuple(
        Derivation(
            *(one, Span(0, len(reading.document.text) // 2 + 1), None, None, "o3", "passage"),
            *(1.0, "drawn"),
        )
        for one, reading in by_id.items()
        if draw(st.booleans())
    )
    incident = Incident(
        id="i1",
        title="Drawn",
        type=draw(st.sampled_from((None, "attack"))),
        time=IncidentTime("2023-05-09", "2023-05-09", "2023-05-09"),
        place=draw(st.sampled_from((None, IncidentPlace("Osterby", 55.0, 12.0, "DK", "town")))),
        parties=(),
        documents=tuple(
            IncidentDocument(one, "main", tuple(each.id for each in reading.events))
            for one, reading in by_id.items()
        ),
        links=(),
    )
    return Accounts(incident, by_id, Origins(roots, passages))
