"""Deciding on what was read, from the outside."""

import json

import pytest

TITLE = "“The road just dropped away”: Brinn counts its dead"
MIRA, JORUN = ("--reviewer", "Mira"), ("--reviewer", "Jorun")


@pytest.fixture
def herald(on_case):
    """The beginning of the id of a report, and what runs a command on its case."""
    rows = json.loads(on_case("documents", "-f", "json").out)["documents"]
    found = next(row["id"] for row in rows if row["publisher"] == "The Brinn Herald")
    return found.removeprefix("sha256:")[:12], on_case


def items(on_case, document):
    ran = on_case("items", document, "-f", "json")
    assert (ran.status, ran.err) == (0, "")
    return {one["id"]: one for one in json.loads(ran.out)["items"]}


def test_two_people_correct_a_claim_and_differ(herald):
    document, on_case = herald
    before = items(on_case, document)
    claim = next(one for one in before.values() if one["what"] == "claim")
    ran = on_case("decide", "correct", document, claim["id"], "stance=doubts", *MIRA)
    assert (ran.out, ran.err) == (f"decision 1 is on record: {document} {TITLE}\n", "")
    ran = on_case("decide", "correct", document, claim["id"], "stance=predicts", *JORUN)
    assert "in conflict: claim of" in ran.out
    assert "Mira (1) says doubts, Jorun (2) says predicts; 2 holds" in ran.out
    assert items(on_case, document)[claim["id"]]["values"]["stance"] == "predicts"
    told = " ".join(on_case("decisions").out.split())
    assert "stance doubts" in told
    assert "Conflicts" in told
    found = json.loads(on_case("decisions", "-f", "json").out)
    assert found["conflicts"][0]["holds"] == 2
    assert on_case("decide", "undo", "2", *JORUN).out == "decision 2 is taken back\n"
    assert items(on_case, document)[claim["id"]]["values"]["stance"] == "doubts"
    assert on_case("decide", "confirm", "1", *JORUN).status == 0
    assert "(decision confirmed by Jorun)" in " ".join(on_case("decisions").out.split())
    assert on_case("verify", "-q").status == 0


def test_words_are_typed_as_the_text_has_them(herald):
    document, on_case = herald
    ran = on_case(
        *("decide", "insert", document, "claim", "content=a few metres  short of the gap"),
        *("cue=he says", "source=Pavo Lint", "party=Pavo Lint", *MIRA),
    )
    assert (ran.out, ran.err) == (f"decision 1 is on record: {document} {TITLE}\n", "")
    shown = on_case("items", document)
    assert "put in" in shown.out
    assert "Pavo Lint" in shown.out
    ran = on_case("decide", "reject", document, "q7", *MIRA)
    assert ran.status == 2
    assert "'q7' is no item; 'rashomon items' lists those of a document" in ran.err


def test_words_that_say_nothing_are_related_to_none(herald):
    document, on_case = herald
    ran = on_case("decide", "relate", document, "0-9", document, ".", "contradicts", *MIRA)
    assert (ran.status, ran.out) == (2, "")
    assert "say nothing: they hold no letter and no digit; name the words of a claim" in ran.err


PLAIN = (
    "Ten people were killed on Tuesday when the bridge at Orle was shelled, the governor said. "
    "Norvia's government denied that its forces had fired.\n"
)


def test_what_a_plain_text_is_can_be_said_later_and_says_what_tuesday_means(rashomon, tmp_path):
    (tmp_path / "plain.txt").write_text(PLAIN)
    assert rashomon("add", "a.case", "plain.txt").status == 0
    [row] = json.loads(rashomon("documents", "a.case", "-f", "json").out)["documents"]
    assert (row["publisher"], row["published"]) == (None, None)
    said = ("publisher=Halen Post", "published=22 June 2017")
    ran = rashomon("decide", "a.case", "describe", row["id"], *said, *MIRA)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"decision 1 is on record: {row['id'][7:19]} plain.txt",
        "read 1 document again",
        "linked anew: 1 incident, 1 origin",
    ]
    [row] = json.loads(rashomon("documents", "a.case", "-f", "json").out)["documents"]
    assert (row["publisher"], row["published"]) == ("Halen Post", "2017-06-22")
    found = json.loads(rashomon("items", "a.case", row["id"], "-f", "json").out)["items"]
    assert [one["values"]["edtf"] for one in found if one["what"] == "time"] == ["2017-06-20"]
    told = json.loads(rashomon("search", "a.case", "--publisher", "Halen", "-f", "json").out)
    assert {one["published"] for one in told["results"]} == {"2017-06-22"}
    ran = rashomon("decide", "a.case", "describe", row["id"], "publisher=Lakes Radio", *JORUN)
    assert "Mira (1) says Halen Post, Jorun (2) says Lakes Radio; 2 holds" in ran.out
    assert rashomon("verify", "-q", "a.case").status == 0
    for number in ("1", "2"):
        assert rashomon("decide", "a.case", "undo", number, *MIRA).status == 0
    found = json.loads(rashomon("items", "a.case", row["id"], "-f", "json").out)["items"]
    assert [one["values"]["edtf"] for one in found if one["what"] == "time"] == [""]
    assert rashomon("verify", "-q", "a.case").status == 0


def test_what_was_said_in_one_act_is_told_and_taken_back_as_one(rashomon, tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"{name} tells of a bridge. {PLAIN}")
    assert rashomon("add", "a.case", "one.txt", "two.txt", "-q").status == 0
    ids = [
        one["id"]
        for one in json.loads(rashomon("documents", "a.case", "-f", "json").out)["documents"]
    ]
    ran = rashomon("decide", "a.case", "describe", *ids, "publisher=Halen Post", *MIRA)
    assert ran.out.splitlines()[:3] == [
        f"decision 1 is on record: {ids[0][7:19]} one.txt",
        f"decision 2 is on record: {ids[1][7:19]} two.txt",
        "read 2 documents again",
    ]
    told = " ".join(rashomon("decisions", "a.case").out.split())
    assert "publisher Halen Post (one act with 2)" in told
    assert "publisher Halen Post (one act with 1)" in told
    ran = rashomon("decide", "a.case", "undo", "2", *MIRA)
    assert ran.out.splitlines()[0] == "decisions 1 to 2 are taken back: they were one act"
    assert "again" not in ran.out  # what was read first is there still


def test_all_that_a_person_said_of_a_party_is_told(herald):
    document, on_case = herald
    said = ("party=Pavo Lint", "party_side=Norvia", "party_kind=person")
    assert on_case("decide", "correct", document, "a1", *said, *MIRA).status == 0
    told = " ".join(on_case("decisions").out.split())
    assert "claim a1 party Pavo Lint, party_kind person, party_side Norvia" in told


def test_a_document_is_named_by_its_file_and_by_no_two_characters(on_case):
    shown = on_case("items", "meridian-wire.txt")
    assert (shown.status, shown.err) == (0, "")
    assert on_case("documents", "meridian-wire.txt").status == 0
    ran = on_case("decide", "accept", "meridian-wire.txt", "a1", *MIRA)
    assert ran.out.startswith("decision 1 is on record: 17c496f463f4 meridian-wire.txt\n")
    for command in (("decide", "describe", "17", "publisher=Q", *MIRA), ("items", "17")):
        ran = on_case(*command)
        assert (ran.status, ran.out) == (2, "")
        assert "there is no document '17'; name it by its file, or by 4 characters" in ran.err
