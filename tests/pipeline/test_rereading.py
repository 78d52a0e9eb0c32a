from dataclasses import replace

from rashomon.model.document import Document, identity
from rashomon.model.reading import Attribution, Event, Party, Reading, Time
from rashomon.model.spans import Span
from rashomon.pipeline.rereading import differences

TEXT = "Halk said on Friday that the bridge was hit. Marn denied it."
HALK, MARN = Span(0, 4), Span(45, 49)


def claim(name, source, cue, content, **values):
    known = {"party": "p1", "stance": "asserts", "framing": "neutral", "within": None}
    return Attribution(
        id=name,
        source=(source,),
        cue=(cue,),
        content=(content,),
        confidence=0.9,
        **{**known, **values},
    )


def reading(**values):
    known = {
        "attributions": (claim("a1", HALK, Span(5, 9), Span(20, 43)),),
        "statements": (),
        "parties": (Party("p1", "Halk", "person", None, (HALK,)),),
        "times": (
            Time("t1", Span(13, 19), "date", "2023-05-12", "2023-05-12", "2023-05-12",
                 "2023-05-12", "published", "statement"),
        ),
        "places": (),
        "events": (
            Event("e1", "attack", Span(40, 43), Span(25, 43), None, None, None, "t1", None, (),
                  "a1", "asserted", "happened", False),
        ),
        "boilerplate": (),
    }  # fmt: skip
    return Reading(document=Document(identity(TEXT.encode()), TEXT), **{**known, **values})


def test_the_same_reading_has_no_differences():
    assert not differences(reading(), reading()).is_any


def test_other_ids_and_confidences_are_no_difference():
    first = reading()
    times = (replace(first.times[0], id="t9"),)
    events = (replace(first.events[0], id="e9", time="t9", attribution="a9"),)
    claims = (replace(first.attributions[0], id="a9", confidence=0.4),)
    assert not differences(first, reading(times=times, events=events, attributions=claims)).is_any


def test_what_is_new_gone_or_read_otherwise_is_counted():
    first = reading()
    denial = claim("a2", MARN, Span(50, 56), Span(57, 59), stance="denies")
    after = reading(
        attributions=(replace(first.attributions[0], stance="alleges"), denial),
        times=(),
        events=(replace(first.events[0], time=None, type="armed_clash"),),
    )
    found = differences(first, after)
    assert found.gained == {"claims": 1, "times": 0, "places": 0, "events": 0}
    assert found.lost == {"claims": 0, "times": 1, "places": 0, "events": 0}
    assert found.altered == {"claims": 1, "times": 0, "places": 0, "events": 1}
    assert found.is_any


def test_another_name_of_the_speaker_is_a_difference():
    other = reading(parties=(Party("p1", "General Halk", "military", "Estmark", (HALK,)),))
    assert differences(reading(), other).altered["claims"] == 1
