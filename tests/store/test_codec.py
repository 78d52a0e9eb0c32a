from contextlib import suppress
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.case import Decision
from rashomon.model.document import Document
from rashomon.model.errors import DamagedCaseError
from rashomon.model.incidents import Incident
from rashomon.model.origins import Derivation, Origin
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.store import codec

TEXTS = st.text(st.characters(codec=None))  # halves of surrogate pairs too
st.register_type_strategy(Span, st.builds(Span, st.integers(0), st.integers(0)))
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(allow_nan=False))

DOCUMENT = Document("sha256:0", "text")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(Reading, document=st.just(DOCUMENT)))
def test_any_reading_comes_back_as_it_was(reading):
    assert codec.decode_reading(codec.encode_reading(reading), DOCUMENT) == reading


@given(st.one_of(st.from_type(Incident), st.from_type(Origin), st.from_type(Derivation)))
def test_what_linking_found_comes_back_as_it_was(value):
    assert codec.decode(type(value), codec.encode(value)) == value


@given(st.builds(Decision, document=st.none() | TEXTS, value=st.dictionaries(TEXTS, TEXTS)))
def test_any_decision_comes_back_as_it_was(decision):
    assert codec.decode_decision(codec.encode_decision(decision)) == decision


@given(TEXTS)
def test_any_text_comes_back_as_it_was(text):
    assert codec.to_text(codec.to_bytes(text)) == text


@given(st.binary(), st.binary())
def test_packed_bytes_come_back(raw, like):
    assert codec.unpack(codec.pack(raw, like), like) == raw


def test_a_text_costs_little_beside_the_bytes_that_hold_it():
    raw = b'{"text": "' + bytes(range(32, 127)) * 3 + b'"}'
    assert len(codec.pack(raw[10:-2], raw)) < 40


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(Reading, document=st.just(DOCUMENT)))
def test_all_spans_of_a_reading_are_found(reading):
    found = list(codec.spans_of(reading))
    assert found == list(walk([getattr(reading, one.name) for one in fields(Reading)]))


def walk(value):
    """Yield the spans in a value, found the slow way."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from walk(one)
    elif hasattr(value, "__dataclass_fields__"):
        yield from walk([getattr(value, one.name) for one in fields(value)])


@pytest.mark.parametrize("damaged", [b"", b"x", b"\xff" * 9])
def test_bytes_that_were_never_packed_are_refused(damaged):
    with pytest.raises(DamagedCaseError):
        codec.unpack(damaged)


def test_bytes_that_are_cut_off_are_refused():
    with pytest.raises(DamagedCaseError, match="cut off"):
        codec.unpack(codec.pack(b"all of it" * 99)[:-7])


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"[]",
        b"{}",
        b"[1]",
        b"[99,[],[],[],[],[],[],[]]",
        b"\xff",
        b"[1,[[1]],[],[],[],[],[],[]]",
    ],
)
def test_what_is_no_reading_is_refused(damaged):
    with pytest.raises(DamagedCaseError):
        codec.decode_reading(damaged, DOCUMENT)


@given(st.binary())
def test_any_bytes_are_a_reading_or_refused(raw):
    with suppress(DamagedCaseError):
        codec.decode_reading(raw, DOCUMENT)
