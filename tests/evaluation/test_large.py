from evaluation.large import enlarged, write_case
from rashomon.store import open_case
from tests.compare.accounts import event, harmed, party, reading, said

TEXT = "Norvia said that several warplanes attacked the harbour of Oro. Forty people were killed."


def told():
    statement = said(
        TEXT, 1, "Norvia", "said", "several warplanes attacked the harbour of Oro", party="p1"
    )
    killed = harmed(TEXT, "Forty people", 40, 40)
    read = reading(
        TEXT,
        attributions=(statement,),
        parties=(party(1, "Norvia"),),
        events=(event(TEXT, 1, "attacked", casualties=(killed,)),),
    )
    return [(read, ("e1",))]


def test_each_document_is_told_by_another_and_in_other_words():
    large = enlarged(told(), 60)
    documents = [one.document for one in large.readings.values()]
    assert len({one.id for one in documents}) == len(documents) == len(large.incident.documents)
    assert len({one.publisher for one in documents}) == len(documents)
    assert len({one.text for one in documents}) > 1
    assert {len(one.text) for one in documents} == {len(TEXT)}


def test_the_same_number_gives_the_same_incident():
    assert enlarged(told(), 12) == enlarged(told(), 12)


def test_a_case_of_it_is_linked_and_holds(tmp_path):
    path = tmp_path / "large.case"
    write_case(path, enlarged(told(), 8))
    with open_case(str(path), read_only=True) as case:
        assert case.linked_by() is not None
        assert [len(one.documents) for one in case.incidents()] == [8]
        assert case.verify().breaks == ()
