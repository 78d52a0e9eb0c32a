"""What programs put on record: kept, heeded, undone, and told where people differ."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from rashomon.web.api.deciding.fields import as_texts
from tests.web.api.asking import Programs
from tests.web.api.conftest import make_desk


@pytest.fixture
def document(writing):
    """The id of a document in which somebody denies something."""
    [hit, *_] = writing.get("/search", stance="denies")["results"]
    return hit["document"]


def items(writing, document, what="claim"):
    found = writing.get("/documents/{document}/items", parts={"document": document})
    return [one for one in found["items"] if one["what"] == what]


def decided(writing, status=201, **body):
    return writing.post("/decisions", body, status)


def claims(writing, document):
    reading = writing.get("/documents/{document}/reading", parts={"document": document})
    return reading["attributions"]


def undo(writing, number, status=200, **body):
    return writing.post("/decisions/{decision}/undo", body, status, parts={"decision": number})


def test_a_corrected_claim_is_read_as_corrected_until_that_is_undone(writing, document):
    item = next(one for one in items(writing, document) if one["values"]["stance"] == "denies")
    before = claims(writing, document)
    kept = decided(
        writing,
        kind="correct",
        what="claim",
        document=document,
        item=item["id"],
        span=item["span"],
        fields={"stance": "doubts"},
        note="It is only a doubt.",
    )
    assert kept["conflicts"] == kept["newer"] == []
    assert [one for one in claims(writing, document) if one not in before] == [
        {**one, "stance": "doubts", "confidence": 1.0} for one in before if one["id"] == item["id"]
    ]
    machine = writing.get(
        "/documents/{document}/reading", parts={"document": document}, machine="true"
    )
    assert machine["attributions"] == before
    [number] = kept["decisions"]
    [one] = writing.get("/decisions")["decisions"]
    assert (one["number"], one["decision"]["reviewer"]) == (number, "Ann")
    assert undo(writing, number, reviewer="Bo")["decisions"] == [number]
    assert claims(writing, document) == before
    assert undo(writing, number, 409)["code"] == "case.unfit_decision"
    assert [one["action"] for one in writing.get("/log")["entries"]].count("undone") == 1


def test_a_rejected_claim_is_not_in_the_reading_and_a_missed_one_is(writing, document):
    before = claims(writing, document)
    item = items(writing, document)[0]
    decided(writing, kind="reject", what="claim", document=document, item=item["id"])
    assert len(claims(writing, document)) == len(before) - 1
    content = [item["span"]]
    decided(
        writing,
        kind="insert",
        what="claim",
        document=document,
        fields={"content": content, "cue": [[0, 5]], "party": "Mayor Quill", "source": []},
    )
    inserted = [one for one in claims(writing, document) if one["content"] == content]
    assert inserted[0]["stance"] == "asserts"


def test_an_item_with_other_words_than_were_seen_is_left_as_it_is(writing, document):
    item = items(writing, document)[0]
    start, end = item["span"]
    problem = decided(
        writing,
        409,
        kind="reject",
        what="claim",
        document=document,
        item=item["id"],
        span=[start, end + 1],
    )
    assert problem["code"] == "decision.stale"
    assert writing.get("/decisions")["decisions"] == []


def test_what_others_decided_meanwhile_is_told_and_both_stay_on_record(writing, document):
    item = items(writing, document)[0]
    about = {"what": "claim", "document": document, "item": item["id"], "seen": 0}
    first = decided(writing, kind="accept", reviewer="Ann", **about)
    [number] = first["decisions"]
    second = decided(writing, kind="reject", reviewer=" Bo \u202e\n", **about)
    assert [one["number"] for one in second["newer"]] == [number]
    [conflict] = second["conflicts"]
    assert {one["reviewer"] for one in conflict["sides"]} == {"Ann", "Bo"}
    assert writing.get("/conflicts")["conflicts"] == [conflict]
    decided(writing, kind="dispute", decision=number, reviewer="Bo")
    undo(writing, second["decisions"][0])
    assert writing.get("/conflicts")["conflicts"] == []


def test_what_makes_no_sense_is_not_put_on_record(writing, document):
    item = items(writing, document)[0]
    about = {"what": "claim", "document": document, "item": item["id"]}
    fault = decided(writing, 422, kind="correct", fields={"content": [[0, 10**8]]}, **about)
    assert "does not resolve" in fault["detail"]
    assert decided(writing, 422, kind="correct", fields={}, **about)["detail"]
    assert decided(writing, 404, kind="accept", **{**about, "item": "a9999"})["code"]
    assert decided(writing, 404, kind="confirm", decision=7)["code"] == "case.unknown_item"
    assert decided(writing, 400, kind="verdict", is_true=True)["faults"]
    assert writing.get("/decisions")["page"]["total"] == 0


def test_a_grade_and_parties_that_are_one_show_in_the_comparison(writing):
    asked = {"parts": {"incident": "i1"}}
    before = writing.get("/incidents/{incident}/comparison", **asked)
    point = next(one for one in before["points"] if one["positions"])
    decided(
        writing,
        kind="grade",
        incident="i1",
        point=point["id"],
        position=1,
        airwars="confirmed",
        admiralty="A1",
    )
    first, second, *_ = [one["name"] for one in writing.get("/parties")["parties"]]
    decided(writing, kind="same_party", name=first, others=[second])
    after = writing.get("/incidents/{incident}/comparison", **asked)
    graded = next(one for one in after["points"] if one["id"] == point["id"])
    grades = [one["grade"] for one in graded["positions"]]
    assert ("confirmed", "A1", "Ann") in [
        (one["airwars"], one["admiralty"], one["reviewer"]) for one in grades
    ]
    party = writing.get("/party", name=second)
    assert party["party"]["name"] == first
    assert party["page"]["total"] == party["party"]["claims"]
    assert writing.get("/party", 404, name="Nobody at all")["code"] == "case.unknown_item"


def test_documents_that_share_a_root_are_one_origin(writing):
    roots = [one for one in writing.get("/origins")["origins"] if len(one["documents"]) == 1]
    first, second = (one["documents"][0] for one in roots[:2])
    kept = decided(writing, kind="same_origin", documents=[first, second])
    assert kept["is_linked"]
    origins = {one["id"]: one for one in writing.get("/origins")["origins"]}
    row = writing.get("/documents/{document}", parts={"document": first})["document"]
    assert {first, second} <= set(origins[row["origin"]]["documents"])


def test_fields_are_written_as_decisions_hold_them():
    given = {"content": [[1, 2], [4, 9]], "words": [3, 5.0], "source": [], "lat": 1.5, "min": 3.0}
    assert as_texts(given | {"max": None, "name": "Osterby"}) == {
        "content": "1-2 4-9",
        "words": "3-5",
        "source": "",
        "lat": "1.5",
        "min": "3",
        "max": "",
        "name": "Osterby",
    }


def test_many_at_once_lose_nothing(writing, document):
    about = {"kind": "accept", "what": "claim", "document": document, "seen": 0}
    claims = items(writing, document)[:4]
    names = ("Ann", "Bo", "Cy", "Di")

    def decide(pair):
        item, name = pair
        return decided(writing, item=item["id"], reviewer=name, **about)["decisions"][0]

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(decide, [(item, name) for item in claims for name in names]))
    assert sorted(numbers) == list(range(1, 17))
    kept = writing.get("/decisions")["decisions"]
    assert {one["decision"]["reviewer"] for one in kept} == set(names)
    found = [one["decisions"] for one in items(writing, document)[:4]]
    assert [len(one) for one in found] == [4] * 4


def test_words_that_say_nothing_are_related_to_none(writing, document):
    reading = writing.get("/documents/{document}/reading", parts={"document": document})
    at = reading["document"]["text"].index(". ")
    first, second = ({"document": document, "span": one} for one in ([0, 9], [at, at + 2]))
    fault = decided(writing, 422, kind="relation", first=first, second=second, relation="neutral")
    assert (fault["code"], fault["remedy"]) == ("settings", "name the words of a claim")
    assert "hold no letter and no digit" in fault["detail"]
    assert writing.get("/decisions")["decisions"] == []


def test_what_documents_are_is_said_told_and_taken_back(writing):
    rows = writing.get("/documents")["documents"]
    first, second = (row["id"] for row in rows[:2])
    fields = {"publisher": "The Orle Times", "published": "2 May 2023", "title": ""}
    kept = decided(writing, kind="describe", documents=[first, second], fields=fields)
    assert (len(kept["decisions"]), kept["is_linked"]) == (2, False)
    found = writing.get("/documents", publisher="The Orle Times")["documents"]
    assert {row["id"] for row in found} == {first, second}
    assert {(row["published"], row["title"]) for row in found} == {("2023-05-02", None)}
    other = decided(
        writing,
        kind="describe",
        documents=[first],
        fields={"publisher": "Halen Post"},
        reviewer="Bo",
        seen=0,
    )
    assert [one["number"] for one in other["newer"]] == kept["decisions"][:1]
    [conflict] = other["conflicts"]
    assert (conflict["about"], conflict["field"]) == ("document", "publisher")
    assert undo(writing, kept["decisions"][0])["decisions"] == kept["decisions"]
    undo(writing, other["decisions"][0])
    found = {row["id"]: row for row in writing.get("/documents")["documents"]}
    assert [found[row["id"]] for row in rows[:2]] == rows[:2]


@pytest.mark.parametrize(
    "fields", [{}, {"published": "3/4/2023"}, {"url": "orle.example"}, {"title": "a", "url": "b"}]
)
def test_what_makes_no_sense_of_a_document_is_refused(writing, fields):
    document = writing.get("/documents")["documents"][0]["id"]
    problem = decided(writing, 422, kind="describe", documents=[document], fields=fields)
    assert problem["remedy"]
    assert writing.get("/decisions")["decisions"] == []


def test_a_description_of_no_document_is_refused(writing):
    problem = decided(writing, 422, kind="describe", fields={"publisher": "Tide"})
    assert (problem["detail"], problem["remedy"]) == ("no document is named", "name one")


def test_who_decides_is_missing_where_neither_the_request_nor_the_desk_says_it(bridge, tmp_path):
    app = make_desk(bridge, tmp_path / "bridge.case")
    nobodys = Programs(TestClient(app, base_url="http://localhost"))
    document = nobodys.get("/documents")["documents"][0]["id"]
    about = {"kind": "describe", "document": document, "fields": {"publisher": "Tide"}}
    for problem in (decided(nobodys, 422, **about), undo(nobodys, 1, 422)):
        assert (problem["detail"], problem["where"]) == ("reviewer is missing", "body/reviewer")
        assert "start the desk with --reviewer" in problem["remedy"]
    assert decided(nobodys, reviewer="Ann", **about)["decisions"] == [1]


def test_documents_of_which_something_is_not_known_are_listed(writing):
    rows = writing.get("/documents")["documents"]
    known = [row["id"] for row in rows if row["publisher"] and row["published"]]
    lacking = {row["id"] for row in writing.get("/documents", lacking="true")["documents"]}
    assert lacking == {row["id"] for row in rows} - set(known)
    decided(writing, kind="describe", document=known[0], fields={"published": ""})
    found = {row["id"] for row in writing.get("/documents", lacking="true")["documents"]}
    assert found == {*lacking, known[0]}
