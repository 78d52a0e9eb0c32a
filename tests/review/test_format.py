"""Readings with decisions upon them are written in the public format."""

import json

from hypothesis import given
from jsonschema import Draft202012Validator

from rashomon.render.interchange import to_text
from rashomon.render.schemas import schema
from rashomon.review.corrections import reviewed

from .drawn import kept
from .test_properties import SLOW, decided

VALIDATOR = Draft202012Validator(schema())


@SLOW
@given(decided())
def test_a_corrected_reading_fits_the_schema(drawn):
    reading, made, undone = drawn
    shown = reviewed(reading, kept(made, undone)).reading
    VALIDATOR.validate(json.loads(to_text(shown)))
