from evaluation.readings import decode
from rashomon.model.document import Document
from rashomon.model.reading import Casualties, Event, Reading, Time
from rashomon.model.spans import Span
from rashomon.render.interchange import to_dict


def test_what_was_written_is_read_again():
    span = Span(2, 8)
    reading = Reading(
        document=Document("sha256:1", "A strike hit Orle.", published="2023-05-09"),
        attributions=(),
        statements=(),
        parties=(),
        times=(
            Time("t1", span, "date", "2023-05", "2023-05-01", "2023-05-31", None, None, "event"),
        ),
        places=(),
        events=(
            Event(
                id="e1",
                type="air_drone_strike",
                trigger=span,
                span=Span(0, 18),
                agent=None,
                target=None,
                instrument=None,
                time="t1",
                place=None,
                casualties=(Casualties("killed", None, 2, None, span, is_part=False),),
                attribution=None,
                polarity="asserted",
                modality="happened",
                is_background=False,
            ),
        ),
        boilerplate=(span,),
    )

    assert decode(Reading, to_dict(reading)) == reading
