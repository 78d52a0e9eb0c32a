import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator, ValidationError

from rashomon.model.errors import EmptyInputError, RashomonError
from rashomon.model.failure import Failure
from rashomon.model.spans import Span
from rashomon.render.interchange import to_dict, to_line, to_text
from rashomon.render.schemas import schema


@pytest.fixture(scope="module")
def validator():
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def test_a_reading_is_written_as_the_schema_says(reading, validator):
    validator.validate(to_dict(reading))


def test_every_field_of_the_format_is_there_whatever_its_value(reading):
    written = to_dict(reading)
    assert list(written) == [
        *("format", "document", "attributions", "statements", "parties"),
        *("times", "places", "events", "boilerplate"),
    ]
    assert written["document"]["url"] is None
    assert written["attributions"][1] == {
        "id": "a2",
        "source": [[19, 23]],
        "cue": [[24, 34]],
        "content": [[35, 52]],
        "party": "p2",
        "stance": "denies",
        "framing": "neutral",
        "within": "a1",
        "confidence": 0.4,
    }
    assert written["statements"] == [
        {"id": "s1", "span": [54, 77], "hedged": True, "loaded": [[72, 76]]}
    ]
    assert written["events"][0]["casualties"] == [
        {
            "kind": "killed",
            "who": "children",
            "min": 2,
            "max": None,
            "span": [123, 144],
            "is_part": False,
        }
    ]
    assert list(written["document"])[-1] == "text"


@pytest.mark.parametrize(
    ("section", "change"),
    [
        ("attributions", {"stance": "shouts"}),
        ("attributions", {"confidence": 1.5}),
        ("attributions", {"cue": []}),
        ("attributions", {"content": [[5]]}),
        ("statements", {"span": None}),
        ("parties", {"kind": "alien"}),
        ("times", {"edtf": 2017}),
        ("times", {"earliest": "yesterday"}),
        ("places", {"lat": 91}),
        ("places", {"use": None}),
        ("events", {"modality": "rumoured"}),
        ("events", {"casualties": [{"kind": "killed"}]}),
    ],
)
def test_the_schema_refuses_what_the_format_does_not_allow(reading, validator, section, change):
    written = to_dict(reading)
    written[section][0] |= change
    with pytest.raises(ValidationError):
        validator.validate(written)


@pytest.mark.parametrize("bad", [Span(5, 5), Span(-1, 3), Span(0, 10_000)])
def test_a_span_that_does_not_resolve_is_never_written(reading, bad):
    with pytest.raises(RashomonError, match="does not resolve"):
        to_dict(replace(reading, boilerplate=(bad,)))


def test_a_failure_is_written_with_its_code_and_what_to_do():
    failure = Failure("a.txt", EmptyInputError("no text in it", where="a.txt", remedy="leave it"))
    assert json.loads(to_line(failure)) == {
        "path": "a.txt",
        "error": {"code": "input.empty", "message": "no text in it; leave it"},
    }


def test_a_line_is_one_line_and_keeps_every_letter(reading):
    text = "Žižka “said”\n\u2028 \U0001f600\t\u202e"
    odd = replace(
        reading,
        document=replace(reading.document, text=text + reading.document.text),
        attributions=(),
        statements=(),
        parties=(),
        times=(),
        places=(),
        events=(),
        boilerplate=(),
    )
    line = to_line(odd)
    assert "\n" not in line
    assert json.loads(line)["document"]["text"].startswith(text)
    assert json.loads(to_text(odd)) == json.loads(line)
