"""Documents by what people call them."""

import pytest

from rashomon.model.errors import UnknownItemError
from rashomon.pipeline.naming import document_named
from rashomon.store import open_case
from tests.store.making import entry

REPORTS = {
    "reports/agency.txt": "The agency tells of a bridge.",
    "reports/rows.jsonl:2": "A row tells of a bridge.",
    "old/letter.txt": "One letter.",
    "new/letter.txt": "Another letter.",
    "reports/cafe": "A file that is called like an id.",
}


@pytest.fixture
def case(tmp_path):
    with open_case(str(tmp_path / "sarn.case"), create=True) as case:
        case.add([entry(text, path=path) for path, text in REPORTS.items()])
        yield case


@pytest.fixture
def ids(case):
    return {row.path: row.id for row in case.documents()}


def refused(case, typed):
    with pytest.raises(UnknownItemError) as caught:
        document_named(case, typed)
    return caught.value.message


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("agency.txt", "reports/agency.txt"),
        ("reports/agency.txt", "reports/agency.txt"),
        ("./reports/agency.txt", "reports/agency.txt"),
        ("rows.jsonl:2", "reports/rows.jsonl:2"),
        ("new/letter.txt", "new/letter.txt"),
        ("cafe", "reports/cafe"),
    ],
)
def test_a_file_names_its_document(case, ids, typed, path):
    assert document_named(case, typed) == ids[path]


def test_four_characters_of_an_id_name_its_document(case, ids):
    whole = ids["reports/agency.txt"]
    digest = whole.removeprefix("sha256:")
    for typed in (whole, digest, digest[:4], f"sha256:{digest[:4]}"):
        assert document_named(case, typed) == whole
    with pytest.raises(UnknownItemError, match="too little to name a document"):
        case.document(digest[:3])


def test_what_names_none_says_where_ids_come_from(case):
    for typed in ("27", "gency.txt", "", "letter.txt/", "\0", "é" * 1000):
        said = refused(case, typed)
        assert "4 characters or more of its id, as 'rashomon documents CASE'" in said
    assert "'rashomon documents CASE' lists them" in refused(case, "0" * 64)


def test_a_file_of_several_documents_is_told_with_their_ids(case, ids):
    said = refused(case, "letter.txt")
    assert said.startswith("2 documents are called 'letter.txt'; name one by the beginning of its")
    for path in ("old/letter.txt", "new/letter.txt"):
        assert ids[path].removeprefix("sha256:")[:12] in said
