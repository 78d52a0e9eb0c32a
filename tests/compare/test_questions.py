from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.answers.questions.questions import asked
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import When, Where
from rashomon.model.reading import Event
from rashomon.model.spans import Span
from tests.compare.accounts import reading
from tests.compare.questions import WORDS, day, place

_PIECES = (
    *("strike", "attack", "the blast", "never happened", "took place", "was staged", "false flag"),
    *("in retaliation for", "aimed at", "in order to", "to free", "deliberate", "a warning to"),
    *("act of “", "aggression", "was not", "illegal", "in line with", "international law", "not"),
    *("Sarn", "in", "Monday", ".", " . ", "\n\n", "(", "”", "😀", "\u202e", "\x00", "U.S.", "if"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=40).map(" ".join)


def _event(number, trigger, whole, time=None, place=None):
    return Event(
        id=f"e{number}",
        type="air_drone_strike",
        trigger=trigger,
        span=whole,
        agent=None,
        target=None,
        instrument=None,
        time=time,
        place=place,
        casualties=(),
        attribution=None,
        polarity="asserted",
        modality="happened",
        is_background=False,
    )


@given(_TEXTS, st.data())
def test_answers_of_any_text_point_at_words_of_it(text, data):
    events = []
    for number in range(1, data.draw(st.integers(0, 6 if text else 0)) + 1):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        events.append(_event(number, Span(start, end), Span(0, len(text)), "t1", "l1"))
    times = (day(text, 1, "Monday", "2031-05-05"),) if "Monday" in text else ()
    where = (place(text, 1, "Sarn"),) if "Sarn" in text else ()
    one = replace(reading(text, events=tuple(events)), times=times, places=where)
    own = {each.id for each in events[::2]}
    for answer in asked(one, own, Voices(one), WORDS):
        assert 0 <= answer.span.start < answer.span.end <= len(text)
        kind = {"time": When, "place": Where}.get(answer.kind, str)
        assert isinstance(answer.value, kind)


@given(_TEXTS)
def test_without_an_event_of_the_incident_nothing_is_answered(text):
    one = reading(text, events=(_event(1, Span(0, len(text)), Span(0, len(text))),))
    assert not list(asked(one, set(), Voices(one), WORDS))
