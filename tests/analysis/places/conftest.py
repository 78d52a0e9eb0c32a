import re
import tomllib
from importlib.resources import files

import pytest

from rashomon.analysis.mentions import Mention
from rashomon.analysis.places.find import find_places
from rashomon.analysis.places.table import build_places
from rashomon.model.document import Document
from rashomon.model.gazetteer import GazetteerEntry, NameMatch
from rashomon.model.spans import Span

TABLES = files("rashomon.tables")
TABLE = build_places(
    *(
        tomllib.loads(TABLES.joinpath(f"{name}.toml").read_text("utf-8"))
        for name in ("places", "countries", "outlets")
    )
)
MARK = re.compile(r"\[\[(.*?)\]\]")


def entry(
    name, lat, lon, country="", admin1="", feature="P.PPL", population=0, radius_km=None, **k
):
    return GazetteerEntry(
        geonames_id=k.get("number"),
        name=name,
        lat=lat,
        lon=lon,
        country=country,
        admin1=admin1,
        admin2=k.get("admin2", ""),
        feature=feature,
        population=population,
        radius_km=radius_km,
        source=k.get("source", "geonames"),
    )


ENTRIES = (
    # an invented country with two provinces, and one beside it
    entry("Estmark", 40.0, 10.0, "XE", "", "A.PCLI", 8_000_000, 200.0, number=1),
    entry("Norvia", 40.0, 16.0, "XN", "", "A.PCLI", 5_000_000, 150.0, number=2),
    entry("Halen", 40.5, 10.5, "XE", "Halen", "A.ADM1", 900_000, 60.0, number=3),
    entry("Tarn", 39.0, 9.0, "XE", "Tarn", "A.ADM1", 700_000, 70.0, number=4),
    entry("Halen", 40.6, 10.6, "XE", "Halen", "P.PPL", 300_000, number=5),
    entry("Calder", 40.0, 10.1, "XE", "Tarn", "P.PPLC", 1_200_000, number=6),
    entry("Orle", 40.55, 10.2, "XE", "Halen", "P.PPL", 4_000, number=7),
    entry("Orle", 40.1, 16.1, "XN", "Sund", "P.PPL", 90_000, number=8),
    entry("Orle", -30.0, 150.0, "XZ", "Far", "P.PPL", 600_000, number=9),
    entry("Sund", 40.2, 16.4, "XN", "Sund", "A.ADM1", 400_000, 50.0, number=10),
    entry("Kessel", 40.7, 10.9, "XE", "Halen", "P.PPL", 150_000, number=11),
    entry("Kessel Air Base", 40.8, 10.8, "XE", "Halen", "S.AIRB", source="airportsdata"),
    entry("Grey Sea", 42.0, 13.0, "", "", "H.SEA", 0, 150.0, source="rashomon"),
    entry("Old Gate", 40.01, 10.11, "XE", "Tarn", "S.BDG", 0, 0.5, source="rashomon"),
    entry(
        "Upper County", 40.65, 10.7, "XE", "Halen", "A.ADM2", 90_000, 20.0, admin2="Upper County"
    ),
)
LIKE = {"kesel": ("Kessel", 0.93), "qessil": ("Kessel", 0.8), "qes sil": ("Kessel", 0.85)}


class FakeGazetteer:
    """Places by their names as they are written, and a few spellings that come near."""

    def __init__(self, entries=ENTRIES, own=()):
        self.entries = (*own, *entries)
        self.own = own

    def find(self, name):
        return self._matches(name, 1.0)

    def find_like(self, name):
        other, likeness = LIKE.get(name.lower(), ("", 0.0))
        return self._matches(other, likeness)

    def _matches(self, name, likeness):
        name = name.strip().lower().removeprefix("the ")
        found = [one for one in self.entries if one.name.lower() == name]
        return [NameMatch(one, True, likeness, one in self.own) for one in found]


def marked(text):
    """Return a text without its ``[[marks]]``, and where they stood."""
    spans, plain, at = [], "", 0
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    return plain + text[at:], spans


def split(text):
    return [Span(*match.span()) for match in re.finditer(r"[^.!?\n]+[.!?\n]*", text)]


@pytest.fixture
def find():
    """Return what finds the places of a text whose toponyms are marked."""

    def find(text, entities=(), gazetteer=None, rare=(), **known):
        plain, spans = marked(text)
        return find_places(
            Document(id="sha256:0", text=plain, **known),
            split(plain),
            [Mention("place", span, 0.9) for span in spans],
            [
                Mention(label, Span(plain.index(words), plain.index(words) + len(words)), 0.9)
                for label, words in entities
            ],
            gazetteer or FakeGazetteer(),
            TABLE,
            [Span(plain.index(words), plain.index(words) + len(words)) for words in rare],
        )

    return find
