"""Deciding on the copies of an item, from the outside."""

import json

import pytest

MIRA, JORUN = ("--reviewer", "Mira"), ("--reviewer", "Jorun")


@pytest.fixture
def ids(on_case):
    """The beginnings of the ids of reports, by who published them, or their files."""
    rows = json.loads(on_case("documents", "-f", "json").out)["documents"]
    return {row["publisher"] or row["path"].rpartition("/")[2]: row["id"][7:19] for row in rows}


def stances(on_case, document):
    ran = on_case("items", document, "-f", "json")
    return [one["values"].get("stance") for one in json.loads(ran.out)["items"]]


def denial(on_case, document):
    return f"a{stances(on_case, document).index('denies') + 1}"


def test_one_act_is_on_all_documents_that_copy_the_words(on_case, ids):
    before = {name: stances(on_case, one) for name, one in ids.items()}
    wire, lakes = ids["Valley Times"], ids["Lakes24"]
    assert on_case("decide", "accept", lakes, denial(on_case, lakes), *JORUN).status == 0
    correction = (wire, denial(on_case, wire), "stance=doubts", "--copies")
    ran = on_case("decide", "correct", *correction, *MIRA)
    assert ran.out.splitlines() == [
        f"decision 2 is on record: {wire} Eleven die as Kessel Bridge falls",
        "also in 2 documents that copy these words: decisions 3 to 4",
        f"left alone: {lakes} Lakes24: decision 1 is on it there",
    ]
    after = {name: stances(on_case, one) for name, one in ids.items()}
    changed = {name for name in ids if after[name] != before[name]}
    assert changed == {"Valley Times", "Port Courier", "meridian-wire.txt"}
    assert on_case("decide", "undo", "3", *MIRA).out == (
        "decisions 2 to 4 are taken back: they were one act\n"
    )
    assert on_case("verify", "-q").status == 0


def test_what_is_copied_by_nobody_says_so(on_case, ids):
    herald = ids["The Brinn Herald"]
    ran = on_case("decide", "accept", herald, "a1", "--copies", *MIRA)
    assert ran.out.splitlines() == [
        f"decision 1 is on record: {herald} “The road just dropped away”: Brinn counts its dead",
        "no other document copies these words",
    ]


def test_only_what_is_on_words_has_copies(on_case, ids):
    pair = ids["Lakes24"], ids["Valley Times"]
    ran = on_case("decide", "same", *pair, "--copies", *MIRA)
    assert (ran.status, ran.out) == (2, "")
    assert "same is on no words to copy; leave it out" in ran.err
