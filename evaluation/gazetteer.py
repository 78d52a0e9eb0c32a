"""The gazetteer: how long importing and looking up take, and how well near spellings are found.

``spellings`` holds names out: half of the alternate names of GeoNames' towns, by a hash, are left
out of an index and looked up in it, those that are not there under any place. They are of countries
that write in Arabic, Persian or Cyrillic letters, so that most are transliterations; the rest are
other names, which no likeness finds. Beside them, names of towns that are left out altogether, by
which nothing should be found. The data packages of ``[build-system] requires`` must be installed.
"""

import hashlib
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from evaluation.show import table
from rashomon.gazetteer.importing import import_places
from rashomon.gazetteer.lookup import SqliteGazetteer
from rashomon.gazetteer.names import spelling
from rashomon.gazetteer.store import Row, Writer
from rashomon.gazetteer.tables import find_inputs, usable
from rashomon.model.gazetteer import NameMatch

COUNTRIES = frozenset(
    ("SY", "IQ", "LB", "JO", "PS", "EG", "LY", "YE", "SA", "SD", "IR", "AF", "UA", "RU", "BY", "KZ")
)
_LEAST_POPULATION = 5_000
_QUERIES = 5_000
_THRESHOLDS = (0.75, 0.80, 0.85, 0.90, 0.95)

SPELLINGS = (
    ("Khan Sheikhoun", 168325),
    ("Khan Shaykhun", 168325),
    ("Khan Shaikoun", 168325),
    ("Deir Ezzor", 170794),
    ("dier azor", 170794),
    ("Dayr az-Zawr", 170794),
    ("Deir al-Zour", 170794),
    ("al-Bab", 174018),
    ("Al Bab", 174018),
    ("Raqa", 172955),
    ("Mariopol", 701822),
    ("Kharkof", 706483),
    ("Zaporizhia", 687700),
    ("Mykolayev", 700569),
    ("Qameshly", 173377),
    ("Manbej", 167357),
    ("Saraqueb", 164816),
    ("Jisr al-Shughour", 169023),
    ("Maarat al-Noman", 167611),
    ("Falloujah", 99454),
)
"""Spellings that reports use, with the places that they are, by GeoNames' number."""

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


@app.command()
def spellings() -> None:
    """Recall and false hits of names written nearly so."""
    with tempfile.TemporaryDirectory() as folder:
        index, wanted, unknown = _held_out(Path(folder, "index.sqlite"))
        gazetteer = SqliteGazetteer(index)
        found = [(number, gazetteer.find_like(name)) for name, number in wanted]
        false = [gazetteer.find_like(name) for name in unknown]
    rows = []
    for least in _THRESHOLDS:
        first = sum(
            any(one.entry.geonames_id == number for one in _best(matches, least))
            for number, matches in found
        )
        any_at_all = sum(bool(_best(matches, least)) for _, matches in found)
        hits = sum(bool(_best(matches, least)) for matches in false)
        rows.append(
            (
                f"{least:.2f}",
                *(100 * first / len(found), 100 * (1 - first / max(any_at_all, 1))),
                100 * hits / len(false),
            )
        )
    table(
        f"{len(found)} names held out, {len(false)} names of towns that are not there",
        ("least likeness", "recall@1 %", "wrong of found %", "false hits %"),
        rows,
    )
    _show_spellings()


def _best(matches: Sequence[NameMatch], least: float) -> list[NameMatch]:
    """Return the places that are likest, if they are like enough: namesakes are as like."""
    if not matches or matches[0].likeness < least:
        return []
    return [one for one in matches if one.likeness == matches[0].likeness]


def _show_spellings() -> None:
    """Show which of the spellings that reports use lead to their place with the shipped list."""
    gazetteer = SqliteGazetteer()
    rows = []
    for name, number in SPELLINGS:
        matches = gazetteer.find(name) or gazetteer.find_like(name)
        first = matches[0] if matches else None
        is_right = any(one.entry.geonames_id == number for one in _best(matches, 0.0))
        rows.append(
            (name, first.entry.name if first else "", first.likeness if first else 0, is_right)
        )
    right = sum(row[-1] for row in rows)
    table(f"{right} of {len(rows)} spellings", ("", "found", "likeness", "right"), rows)


def _held_out(target: Path) -> tuple[Path, list[tuple[str, int]], list[str]]:
    """Return an index, names that were left out of it, and names of towns that are not there."""
    towns = json.loads(find_inputs().towns.read_text("utf-8")).values()
    keys: set[str] = set()
    left: list[tuple[str, int]] = []
    unknown: list[str] = []
    with Writer(target, {"source": "held out"}) as writer:
        for one in towns:
            names = usable(one["alternatenames"])
            is_asked = one["countrycode"] in COUNTRIES and one["population"] >= _LEAST_POPULATION
            if is_asked and _is_last(str(one["geonameid"]), 5):
                unknown.append(one["name"])
                continue
            kept = tuple(name for name in names if not is_asked or not _is_last(name, 2))
            left += [(name, one["geonameid"]) for name in names if name not in kept]
            keys.update(spelling(name).key for name in (one["name"], *kept))
            writer.add(_row(one, kept))
    drawn = random.Random(1)
    wanted = [(name, number) for name, number in left if spelling(name).key not in keys]
    nowhere = [name for name in unknown if spelling(name).key not in keys]
    return (
        target,
        drawn.sample(wanted, min(_QUERIES, len(wanted))),
        drawn.sample(nowhere, min(_QUERIES, len(nowhere))),
    )


def _row(town: Mapping[str, Any], names: tuple[str, ...]) -> Row:
    return Row(
        *(town["geonameid"], town["name"], town["latitude"], town["longitude"]),
        country=town["countrycode"],
        population=town["population"],
        alternate=names,
    )


def _is_last(text: str, parts: int) -> bool:
    """Return whether a text belongs to the last of so many parts, by its hash."""
    return hashlib.sha256(text.encode()).digest()[0] % parts == parts - 1


@app.command()
def lookups() -> None:
    """How long one look-up takes, of names as they are and of names that no place bears."""
    gazetteer = SqliteGazetteer()
    towns = json.loads(find_inputs().towns.read_text("utf-8")).values()
    names = random.Random(1).sample(sorted({one["name"] for one in towns}), _QUERIES)
    changed = [f"{name[:-1]}{name[-1]}e" for name in names]
    rows = []
    for what, look_up, asked in (
        ("exact, names of towns", gazetteer.find, names),
        ("near, names of towns", gazetteer.find_like, names),
        ("near, with another ending", gazetteer.find_like, changed),
    ):
        took = sorted(_seconds(look_up, name) * 1e3 for name in asked)
        p99 = took[int(len(took) * 0.99)]
        rows.append((what, *(f"{ms:.3f}" for ms in (statistics.median(took), p99, took[-1]))))
    table("Milliseconds", ("", "p50", "p99", "most"), rows)


def _seconds(look_up: Callable[[str], object], name: str) -> float:
    start = time.perf_counter()
    look_up(name)
    return time.perf_counter() - start


@app.command()
def importing(
    rows: Annotated[int, typer.Option(help="How many rows are generated.")] = 1_000_000,
) -> None:
    """Time, memory and size of the import of a dump as large as wanted; GeoNames has 13 million."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder, "dump.txt")
        with dump.open("w", encoding="utf-8") as file:
            file.writelines(_generated(rows))
        start = time.perf_counter()
        report = import_places(dump, Path(folder, "own"))
        seconds = time.perf_counter() - start
        size = sum(path.stat().st_size for path in Path(folder, "own").iterdir())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        table(
            f"{report.places} rows, {dump.stat().st_size / 1e6:.0f} MB",
            ("seconds", "MB of memory", "MB on disk"),
            [(f"{seconds:.0f}", f"{memory:.0f}", f"{size / 1e6:.0f}")],
        )


_SYLLABLES = ("ba", "dor", "el", "fan", "gar", "hal", "ir", "kel", "lo", "mar", "nis", "or", "rad")


def _generated(count: int) -> Iterator[str]:
    """Yield the lines of a dump: names of four syllables, with two others each."""
    drawn = random.Random(1)
    for number in range(1, count + 1):
        names = ["".join(drawn.choices(_SYLLABLES, k=4)).title() for _ in range(3)]
        lat, lon = drawn.uniform(-60, 75), drawn.uniform(-180, 180)
        fields = (
            *(str(number), names[0], names[0], ",".join(names[1:]), f"{lat:.5f}", f"{lon:.5f}"),
            *("P", "PPL", "SY", "", f"{number % 14 + 1:02}", "", "", ""),
            *(str(drawn.randrange(10_000)), "", "300", "Asia/Damascus", "2020-01-01"),
        )
        yield "\t".join(fields) + "\n"
