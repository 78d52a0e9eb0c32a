"""Points of invented incidents, and the rules that ship."""

import tomllib
from importlib.resources import files

from rashomon.compare.grades.rules import build_grade_rules
from rashomon.model.comparison import Count, Holding, Point, Position, Voice
from rashomon.model.incidents import Incident, IncidentPlace, IncidentTime
from rashomon.model.spans import Span

TABLE = tomllib.loads(files("rashomon.tables").joinpath("grades.toml").read_text("utf-8"))
RULES = build_grade_rules(TABLE)
DAY = "2023-05-09"
BRINN = IncidentPlace("Brinn", 60.0, 11.0, "NV", "town")
INCIDENT = Incident("i1", "Brinn", None, IncidentTime(DAY, DAY, DAY), BRINN, (), (), ())


def held(party, kind="monitor", **more):
    """Return a holding: of an origin of its own, unless ``origin`` says which."""
    said = {"side": None, "stance": "asserts", "origin": party, "day": DAY, "span": (0, 9), **more}
    return Holding(
        party=party,
        voice=Voice(
            party, kind, said["side"], said["stance"], None if kind == "publisher" else "a1"
        ),
        document=more.get("document", f"sha256:{party} {said['day']}"),
        published=said["day"],
        span=Span(*said["span"]),
        origin=said["origin"],
    )


def position(value, *held_by, denied_by=()):
    """Return a position; a number is exactly so many, a pair is a range."""
    if isinstance(value, int):
        value = Count(value, value)
    elif isinstance(value, tuple):
        value = Count(*value)
    return Position(value, str(value), tuple(held_by), tuple(denied_by))


def point(kind, *positions, who=None, number=1, contested=False, update=False):
    """Return a point."""
    return Point(f"q{number}", kind, who, kind, contested, update, positions, ())
