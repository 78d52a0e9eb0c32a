import csv
import datetime as dt
import io
import json
import logging

import pytest

from rashomon.model.document import Document, identity
from rashomon.readers import locate, read_source
from rashomon.settings import ReaderSettings

URL = "https://chirp.example/orla/7"
TEXT = "The ferry stays in Orrin,\nsaid “Orla”."
UTC = dt.UTC
KNOWN = {
    "_processed_at": dt.datetime(2022, 2, 3, 4, 5, 6, 789, tzinfo=UTC),
    "url": URL,
    "content": TEXT,
    "title": "Orla's chirp",
    "timestamp": dt.datetime(2022, 2, 2, 2, 2, 2, tzinfo=UTC),
    "uploader": "orla",
    "likes": 3,
}
MEDIA = [{"filename": "a.mp4", "key": "orla/a.mp4", "urls": ["archived/a.mp4"], "properties": {}}]


def as_json(known=KNOWN):
    item = {"status": "chirp: success", "metadata": known, "media": MEDIA, "_context": {}}
    return json.dumps(item, default=str, ensure_ascii=False)


def as_table(header, *rows):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([header, *rows])
    return out.getvalue()


def as_database(*cells):
    header = ["status", "metadata", "media", "_context"]
    return as_table(header, *(["success", cell, str(MEDIA), "{}"] for cell in cells))


HEADER = [
    *("Link", "Archive status", "Destination folder", "Archive location", "Archive date"),
    *("Thumbnail", "Upload timestamp", "Upload title", "Text content", "Screenshot", "Hash"),
]


def as_sheet(*texts):
    rows = [
        [
            *(URL, "chirp: success", "", "archived/x.html", "2022-02-03T04:05:06.000789+00:00", ""),
            *("2022-02-02T02:02:02+00:00", "Orla's chirp", text, "", "SHA-256:ab"),
        ]
        for text in texts
    ]
    return as_table(HEADER, *rows)


def as_report(known=KNOWN):
    rows = "".join(f"<tr><td>{key}</td><td>{value}</td></tr>" for key, value in known.items())
    return f"""<!DOCTYPE html><html lang="en"><head><title>{URL}</title></head><body>
    <h2>Archived media for <span class="copy">{URL}</span> - <a href="{URL}">open</a></h2>
    <table class="content"><tr><th>about</th><th>files</th></tr></table>
    <table class="metadata"><tr><th>key</th><th>value</th></tr>{rows}</table>
    <p class="center">Made with <a href="https://github.com/bellingcat/auto-archiver">
    bellingcat/auto-archiver</a> v1.1.0</p></body></html>"""


WAYS = {
    "metadata.json": as_json(),
    "db.csv": as_database(str(KNOWN)),
    "sheet.csv": as_sheet(TEXT),
    "report.html": as_report(),
}


@pytest.mark.parametrize("name", WAYS)
def test_an_item_is_read_in_every_way_that_it_is_written(read_one, name):
    found = read_one(name, WAYS[name])
    assert (found.text, found.url, found.title) == (TEXT, URL, "Orla's chirp")
    assert found.published == "2022-02-02"
    assert found.publisher == (None if name == "sheet.csv" else "orla")
    assert found.provenance.obtained_from == URL
    assert found.provenance.obtained_at == "2022-02-03T04:05:06Z"
    assert identity(found.provenance.raw) == found.id


def test_an_item_is_one_document_in_whatever_table_it_stands(read_one):
    names = ("metadata.json", "db.csv", "sheet.csv")
    assert len({read_one(name, WAYS[name]).id for name in names}) == 1


def test_a_folder_of_it_is_walked(tmp_path):
    for name, written in WAYS.items():
        (tmp_path / "orla" / "chirp-example").mkdir(parents=True, exist_ok=True)
        (tmp_path / "orla" / "chirp-example" / name).write_text(written)
    (tmp_path / "orla" / "chirp-example" / "a.mp4").write_bytes(b"\0")
    found = [
        one for source in locate([str(tmp_path)]) for one in read_source(source, ReaderSettings())
    ]
    assert [one.text for one in found] == [TEXT] * 4


def test_items_without_a_text_are_left_out_and_counted(read, read_one, caplog):
    with caplog.at_level(logging.WARNING):
        found = read("sheet.csv", as_sheet("", TEXT, " "))
    assert [one.text for one in found] == [TEXT]
    assert "2 items without a text" in caplog.text
    silent = {"url": URL}
    assert read_one("a.json", as_json(silent)).error.code == "input.broken_row"
    assert read_one("a.html", as_report(silent)).error.code == "input.empty"
    assert read_one("a.csv", as_database(str(silent))).error.code == "input.empty"


def test_zones_count(read_one):
    zone = dt.timezone(dt.timedelta(hours=-5))
    known = KNOWN | {"timestamp": dt.datetime(2022, 2, 2, 22, 0, tzinfo=zone)}
    found = read_one("db.csv", as_database(str(known)))
    assert found.published == "2022-02-03"
    assert read_one("a.json", as_json(known)).id == found.id


@pytest.mark.parametrize(
    "cell",
    [
        "{'content': 'x'",
        "[" * 100_000,
        "{" * 300 + "}" * 300,
        "-" * 50_000 + "1",
        "__import__('os').system('touch ran')",
        "[1, 2]",
        "\\",
        "'" + "x" * 3_000_000 + "'",
        "",
        "{'content': 'x', 'timestamp': datetime.datetime(99999, 1, 1)}",
        "{'content': 'x', 'timestamp': datetime.datetime([], **{})}",
    ],
)
def test_a_cell_that_is_no_value_costs_only_its_row_and_runs_nothing(read, tmp_path, cell):
    found = read("db.csv", as_database(cell, str(KNOWN)))
    assert [isinstance(one, Document) for one in found] == [False, True]
    assert found[0].error.code == "input.broken_row"
    assert not (tmp_path / "ran").exists()


def test_values_that_are_none_are_no_values(read_one):
    cell = "{'content': 'The ferry.', 'x': open('/etc/passwd'), 'm': Media(filename='a'), 1: 2}"
    assert read_one("db.csv", as_database(cell)).text == "The ferry."
