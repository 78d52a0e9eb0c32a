"""Derives ``tables/gazetteer/english.csv``: English names of what GeoNames mainly names otherwise.

They are in the catalogue of Debian's package ``libgeonames-common`` (data of GeoNames, CC BY 4.0)::

    apt-get download libgeonames-common && dpkg -x libgeonames-common_*.deb unpacked
    python -m training.english_names unpacked/usr/share/locale/en/LC_MESSAGES/geonames.mo

The data packages of ``[build-system] requires`` must be installed.
"""

import csv
import gettext
import json
import sys
from pathlib import Path

from rashomon.gazetteer.tables import OWN, find_inputs, lines


def main(catalogue: Path) -> None:
    """Write the table."""
    with catalogue.open("rb") as file:
        translations = gettext.GNUTranslations(file)
    inputs = find_inputs()
    towns = json.loads(inputs.towns.read_text("utf-8"))
    names = {number: town["name"] for number, town in towns.items()}
    names |= {fields[2]: fields[0] for fields in lines(inputs.divisions)}
    rows = []
    for place, name in sorted(names.items()):
        english = translations.gettext(place) if place else ""
        if english not in ("", place, name):
            rows.append((place, english))
    with (OWN / "english.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("place", "name"))
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
