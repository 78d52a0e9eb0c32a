"""The base map, made from a small atlas and read again."""

import json
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building.basemap import write_basemap
from rashomon.render.figures import basemap
from rashomon.render.figures.basemap import Box, base_map

SCALE = 360 / 99_999

# two countries beside each other, an islet off the coast, a land that lies across the antimeridian
SHARED = [(10.0, 0.0), (10.2, 5.0), (10.0, 10.0)]
ORLE = [(10.0, 10.0), (0.0, 10.0), (0.0, 0.0), (10.0, 0.0)]
TARN = [(10.0, 0.0), (20.0, 0.0), (20.0, 10.0), (10.0, 10.0)]
ISLET = [(30.0, 0.0), (30.01, 0.0), (30.01, 0.01), (30.0, 0.0)]
FAR = [(175.0, -10.0), (180.0, -10.0), (-175.0, -10.0), (-175.0, 0.0), (175.0, 0.0), (175.0, -10.0)]


def topology(*arcs, countries):
    """Return an atlas of these arcs, in degrees."""
    coded = []
    for arc in arcs:
        cells = [(round((lon + 180) / SCALE), round((lat + 90) / SCALE)) for lon, lat in arc]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(cells)]
        coded.append([cells[0], *steps])
    return {
        "type": "Topology",
        "transform": {"scale": [SCALE, SCALE], "translate": [-180, -90]},
        "arcs": coded,
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "id": name, "properties": {"name": name}, "arcs": rings}
                    for name, rings in countries.items()
                ],
            }
        },
    }


@pytest.fixture
def atlas(tmp_path, monkeypatch):
    countries = {"Tarn": [[~0, 2]], "Orle": [[0, 1]], "Islet": [[3]], "Far": [[4]]}
    source = tmp_path / "atlas.json"
    content = topology(SHARED, ORLE, TARN, ISLET, FAR, countries=countries)
    source.write_text(json.dumps(content), "utf-8")
    target = tmp_path / "basemap.zip"
    write_basemap(source, target)
    monkeypatch.setattr(basemap, "SHIPPED", target)
    return target


@pytest.mark.usefixtures("atlas")
def test_countries_coasts_and_borders_within_a_box():
    found = base_map(Box(5, 2, 15, 12))
    assert [one.name for one in found.countries] == ["Orle", "Tarn"]
    assert len(found.borders) == 1
    assert max(lat for lon, lat in found.borders[0]) == pytest.approx(10, abs=SCALE)
    assert found.coasts  # the north coast of both; what lies south is cut
    assert all(lat >= 2 for line in found.coasts for _, lat in line)


@pytest.mark.usefixtures("atlas")
def test_an_outline_is_cut_at_the_edges_and_closed():
    (orle,) = (one for one in base_map(Box(2, 2, 8, 8)).countries)
    (ring,) = orle.rings
    assert orle.name == "Orle"
    assert ring[0] == ring[-1]
    assert area(ring) == pytest.approx(36)


@pytest.mark.usefixtures("atlas")
def test_what_a_map_does_not_show_is_left_out():
    whole = Box(-20, -20, 60, 20)
    fine, coarse = base_map(whole), base_map(whole, detail=2.0)
    assert "Islet" in [one.name for one in fine.countries]
    assert "Islet" not in [one.name for one in coarse.countries]
    assert len(fine.borders[0]) == 3
    assert len(coarse.borders[0]) == 2


@pytest.mark.usefixtures("atlas")
def test_a_box_may_lie_across_the_antimeridian():
    (far,) = base_map(Box(170, -20, 190, 10)).countries
    assert area(far.rings[0]) == pytest.approx(100, rel=1e-3)
    (same,) = base_map(Box(-190, -20, -170, 10)).countries
    assert area(same.rings[0]) == pytest.approx(100, rel=1e-3)


@pytest.mark.usefixtures("atlas")
def test_a_box_at_sea_is_empty():
    found = base_map(Box(-60, -60, -50, -50))
    assert (found.countries, found.coasts, found.borders) == ((), (), ())


def test_the_same_atlas_makes_the_same_file(atlas, tmp_path):
    again = tmp_path / "again.zip"
    write_basemap(tmp_path / "atlas.json", again)
    assert again.read_bytes() == atlas.read_bytes()


@given(
    west=st.floats(-180, 180),
    south=st.floats(-90, 90),
    width=st.floats(0.001, 360),
    height=st.floats(0.001, 180),
    detail=st.floats(0, 10),
)
def test_what_ships_stays_within_any_box(west, south, width, height, detail):
    box = Box(west, south, west + width, min(90, south + height))
    if not basemap.SHIPPED.exists():
        pytest.skip("the base map was not built (pip install --editable .)")
    found = base_map(box, max(detail, width / 500))
    rings = [ring for country in found.countries for ring in country.rings]
    assert all(ring[0] == ring[-1] for ring in rings)
    for lon, lat in (point for line in (*rings, *found.coasts, *found.borders) for point in line):
        assert box.west <= lon <= box.east
        assert box.south <= lat <= box.north


def area(ring):
    """Return the size of a ring."""
    pairs = pairwise(ring)
    return abs(math.fsum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
