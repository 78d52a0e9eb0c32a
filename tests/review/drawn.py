"""Decisions drawn at random on drawn readings, sound ones and such as make no sense."""

from hypothesis import strategies as st

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.errors import SettingsError
from rashomon.model.spans import Span
from rashomon.review.fields import fields_of
from rashomon.review.items import items_of
from rashomon.review.making import insert_decision, item_decision

WHO = ("Mira", "Jorun", "Ilse")
AT = "2023-05-12T08:00:00Z"
NONSENSE = "makes no sense"
"""The note of decisions that no reviewer makes."""
_WORDS = st.sampled_from(("", "Marn", "Halk", "Ministry of Mills", "\0", "\ud800", "نور"))
_VALUES = {
    "source": None, "cue": None, "content": None, "words": None,
    "party": _WORDS.map(str.strip),
    "party_kind": st.sampled_from(("", "monitor", "government")),
    "party_side": _WORDS,
    "stance": st.sampled_from(("asserts", "denies", "alleges", "predicts")),
    "framing": st.sampled_from(("neutral", "distancing")),
    "edtf": st.sampled_from(("", "2023-05", "2023-05-09", "202X", "2023-05-01/..")),
    "name": st.sampled_from(("Osterby", "Sarn")),
    "lat": st.just("55.5"), "lon": st.just("-12"), "radius_km": st.just("2"),
    "country": st.sampled_from(("", "DK")), "precision": st.sampled_from(("town", "region")),
    "geonames_id": st.sampled_from(("", "77")),
    "kind": st.sampled_from(("killed", "injured")),
    "who": st.sampled_from(("", "children", "old people")),
    "min": st.integers(0, 9).map(str), "max": st.sampled_from(("", "9", "200")),
}  # fmt: skip
"""What fields may be; ``None`` where they are stretches of the text."""


@st.composite
def _spans(draw, text, most=2):
    """Draw stretches of a text that hold words, as a decision writes them."""
    ends = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=2 * most)))
    pairs = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    found = [one for one in pairs if one.of(text).strip()] or [Span(0, 1)]
    return " ".join(f"{one.start}-{one.end}" for one in found[:most])


@st.composite
def _values(draw, what, text, *, is_whole):
    names = fields_of(what)
    drawn = {}
    for name in names if is_whole else draw(st.sets(st.sampled_from(names), min_size=1)):
        strategy = _VALUES[name]
        if strategy is None:
            strategy = _spans(text, 1 if name == "words" else 2)
        drawn[name] = draw(strategy)
    return drawn


@st.composite
def _nonsense(draw, document):
    """Draw a decision that nothing stands behind, as another program might put on record."""
    names = (
        "what",
        "item",
        "changed",
        "at_content",
        "at_cue",
        *fields_of("claim"),
        "words",
        "edtf",
    )
    words = st.sampled_from(
        ("claim", "time", "place", "count", "a1", "content party", "0-5", "5-0", "3-99999", "-",
         "x", "", "9" * 5000, "2023")
    )  # fmt: skip
    start = draw(st.integers(0, max(0, len(document.text) - 1)))
    return Decision(
        draw(st.sampled_from(("accept", "reject", "correct", "insert", "confirm", "odd"))),
        document.id,
        draw(st.sampled_from((None, Span(start, len(document.text))))),
        draw(st.dictionaries(st.sampled_from(names), words)),
        "Mira",
        NONSENSE,
    )


@st.composite
def decisions_on(draw, reading, most=6):
    """Draw decisions on a reading, each made as a reviewer makes it who saw the machine's."""
    items = list(items_of(reading))
    made = []
    for _ in range(draw(st.integers(0, most))):
        who = draw(st.sampled_from(WHO))
        kind = draw(st.sampled_from(("accept", "reject", "correct", "insert", "nonsense")))
        what = draw(st.sampled_from(("claim", "time", "place", "count")))
        if kind == "nonsense":
            made.append(draw(_nonsense(reading.document)))
        elif kind == "insert":
            values = draw(_values(what, reading.document.text, is_whole=True))
            values.pop("max", None)
            made += _sound(insert_decision, reading, what, values, reviewer=who)
        elif items:
            made += draw(_on_item(reading, draw(st.sampled_from(items)), kind, who))
    return made


@st.composite
def _on_item(draw, reading, item, kind, who):
    values = {}
    if kind == "correct":
        values = draw(_values(item.what, reading.document.text, is_whole=draw(st.booleans())))
        values.pop("max", None)
        if item.what == "place":
            values |= {"name": "Sarn", "lat": "1.0", "lon": "2.0", "precision": "town"}
        if all(item.values[name] == value for name, value in values.items()):
            return []
    return _sound(item_decision, reading, item.what, item.id, kind, values, reviewer=who)


def _sound(decide, *asked, reviewer):
    """Return a decision, or none where it cannot be made of what was drawn."""
    try:
        return [decide(*asked, reviewer=reviewer)]
    except SettingsError as error:
        reasons = ("nothing is corrected", "less than min", "stands there already")
        if any(one in error.what for one in reasons):
            return []
        raise


def kept(decisions, undone=()):
    """Return decisions as a case keeps them, those with some numbers taken back."""
    return [
        KeptDecision(number, one, AT, number in undone)
        for number, one in enumerate(decisions, start=1)
    ]
