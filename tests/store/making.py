"""Documents about invented places and people, with readings written by hand, as entries."""

from rashomon.model.case import Entry
from rashomon.model.document import Document, Provenance, identity
from rashomon.model.reading import Attribution, Event, Party, Place, Reading, Statement, Time
from rashomon.model.spans import Span

VERSIONS = {"rashomon": "0.3.0", "model": "tarn-1"}


def span(text, words):
    """Return where some words stand first in a text."""
    return Span(text.index(words), text.index(words) + len(words))


def entry(text, claims=(), times=(), places=(), *, raw=None, sketches=None, versions=None, **about):
    """Return an entry.

    Args:
        text: the text.
        claims: dicts with ``source``, ``content`` and, where known, ``name``, ``side``, ``stance``.
        times: pairs of words and day, or triples with first and last day.
        places: triples of words, latitude and longitude; a fourth one is the use.
        raw: the bytes; those of the text by default.
        sketches: by linker.
        versions: what read it.
        about: the document's other fields, and ``obtained_at``.
    """
    raw = text.encode("utf-8", "surrogatepass") if raw is None else raw
    obtained_at = about.pop("obtained_at", None)
    document = Document(
        id=identity(raw),
        text=text,
        provenance=Provenance(raw, "text/plain", "plain/1", about.get("path"), obtained_at),
        **about,
    )
    return Entry(
        reading(document, claims, times, places),
        {"origins": b"o", "incidents": b"i"} if sketches is None else sketches,
        VERSIONS if versions is None else versions,
    )


def reading(document, claims=(), times=(), places=()):
    """Return a reading of a document; see ``entry``."""
    text = document.text
    attributions, parties, events = [], [], []
    for number, one in enumerate(claims, start=1):
        source, content = span(text, one["source"]), span(text, one["content"])
        name = one.get("name", one["source"])
        parties.append(Party(f"p{number}", name, "government", one.get("side"), (source,)))
        attributions.append(
            Attribution(
                id=f"a{number}",
                source=(source,),
                cue=(),
                content=(content,),
                party=f"p{number}",
                stance=one.get("stance", "asserts"),
                framing="neutral",
                within=None,
                confidence=0.75,
            )
        )
        if event := one.get("event"):
            events.append(
                Event(
                    id=f"e{number}",
                    type="attack",
                    trigger=content,
                    span=content,
                    agent=None,
                    target=None,
                    instrument=None,
                    time=event.get("time"),
                    place=event.get("place"),
                    casualties=(),
                    attribution=f"a{number}",
                    polarity="asserted",
                    modality="happened",
                    is_background=False,
                )
            )
    return Reading(
        document=document,
        attributions=tuple(attributions),
        statements=(Statement("s1", Span(0, 1), False, ()),),
        parties=tuple(parties),
        times=tuple(
            Time(
                id=f"t{number}", span=span(text, words), type="date", edtf=None, earliest=days[0],
                latest=days[-1], timex_value=None, anchored_by="text", of="event",
            )
            for number, (words, *days) in enumerate(times, start=1)
        ),
        places=tuple(
            Place(
                id=f"l{number}", span=span(text, words), name=words, lat=lat, lon=lon,
                geonames_id=None, country="XA", admin1=None, precision="town", radius_km=None,
                use=use[0] if use else "literal",
            )
            for number, (words, lat, lon, *use) in enumerate(places, start=1)
        ),
        events=tuple(events),
        boilerplate=(),
    )  # fmt: skip


DAM = entry(
    "The gates of the Orle dam stayed shut on 3 May, engineers said. The Lakes Ministry denied "
    "that there had been an alarm in Brinn.",
    claims=(
        {"source": "engineers", "content": "The gates of the Orle dam stayed shut on 3 May"},
        {
            "source": "The Lakes Ministry",
            "name": "Ministry of Lakes",
            "side": "Estmark",
            "content": "that there had been an alarm in Brinn",
            "stance": "denies",
        },
    ),
    times=(("3 May", "2023-05-03"),),
    places=(("Brinn", 35.0, 39.0), ("Orle", 36.0, 40.0)),
    path="dam.txt",
    publisher="Lakes Radio",
    title="Flood at Orle",
    url="https://lakes.example/flood",
    published="2023-05-04",
    language="en",
)
BRIDGE = entry(
    "Norvia bombed the Kessel Bridge, said Mayor Quill. Ten people were killed on 9 May.",
    claims=(
        {"source": "Mayor Quill", "content": "Norvia bombed the Kessel Bridge", "side": "Estmark"},
    ),
    times=(("9 May", "2023-05-09"),),
    path="bridge.txt",
    publisher="Halen Post",
    published="2023-05-10",
)
