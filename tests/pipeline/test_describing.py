"""What people say of documents, from the decision to what is shown, read, searched and linked."""

import os
import signal
from dataclasses import replace

import pytest

from rashomon.model.case import Correction, Decision, Description, Query
from rashomon.model.document import Facts
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.model.failure import Failure
from rashomon.model.reading import Reading, Time
from rashomon.pipeline.deciding import decide
from rashomon.pipeline.describing import describe, description_of, read_anew
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.merging import take_back
from rashomon.pipeline.rereading import replace_readings, stored
from rashomon.pipeline.reviewing import conflicts, put, refresh, reviewed, time_decision
from rashomon.pipeline.verifying import check_corrections
from rashomon.review.corrections import VERSION
from rashomon.settings import Settings
from rashomon.store import open_case
from rashomon.store.codec import encode_reading
from tests.store.making import entry, span
from tests.store.processes import run

TEXT = "Ten people were killed at Orle on Tuesday, Norvia's ministry said."
SETTINGS = Settings()
MIRA, JORUN = {"reviewer": "Mira"}, {"reviewer": "Jorun"}
SAID = {"publisher": "Lakes Radio", "published": "2023-05-10"}


def read(document):
    """Return a reading in which Tuesday is the one before the day of publication."""
    day = "2023-05-09" if document.published == "2023-05-10" else document.published
    time = Time(
        "t1", span(document.text, "Tuesday"), "date", day, day, day, None, "published", "statement"
    )
    return Reading(document, (), (), (), (time,), (), (), ())


def read_all(documents, _):
    return map(read, documents)


def plain(text=TEXT, **about):
    made = entry(text, **about)
    return replace(made, reading=read(made.reading.document))


BARE, OTHER = plain(), plain(f"{TEXT} He said no more.")
ID, OTHER_ID = BARE.reading.document.id, OTHER.reading.document.id


@pytest.fixture(scope="module")
def linkers():
    return load_linkers(SETTINGS.linking)


@pytest.fixture
def case(new_location, linkers):
    with open_case(new_location(), create=True) as case:
        case.add([replace(one, sketches=linkers.sketch(one.reading)) for one in (BARE, OTHER)])
        refresh(case, linkers)
        yield case


@pytest.fixture
def follow(case, linkers):
    """Bring the case up to date with its decisions; return what that came to."""

    def follow():
        assert read_anew(case, SETTINGS, read_all=read_all) == ()
        done = refresh(case, linkers)
        checked = [broken for one in check_corrections(case) for broken in one.breaks]
        assert (case.verify().breaks, checked) == ((), [])
        return done

    return follow


def day_of_tuesday(case, document=ID):
    return case.reading(document).times[0].earliest


def test_what_is_said_is_known_searched_read_with_and_linked(case, follow):
    number = put(case, description_of(case, ID[7:19], SAID, **MIRA)).number
    done = follow()
    assert (number, done.documents, done.is_linked) == (1, (ID,), True)
    assert case.document(ID).facts == Facts("Lakes Radio", "2023-05-10")
    assert day_of_tuesday(case) == "2023-05-09"
    [hit] = case.search(Query(publisher="Lakes Radio", what="documents", since="2023-05-09"))
    assert (hit.document.id, hit.document.published) == (ID, "2023-05-10")
    assert follow().documents == ()


def test_taking_it_back_brings_back_what_was_read_first_byte_for_byte(case, follow):
    before = encode_reading(case.machine_reading(ID))
    digest = case.verify().digest
    describe(case, [ID, OTHER_ID], SAID, **MIRA)
    follow()
    assert encode_reading(case.machine_reading(ID)) != before
    assert take_back(case, 1, **MIRA) == (1, 2)
    follow()
    assert (case.reading(ID), case.reading(OTHER_ID)) == (BARE.reading, OTHER.reading)
    assert encode_reading(case.machine_reading(ID)) == before
    assert case.document(ID).facts == Facts()
    assert case.verify().digest != digest  # the decisions are still on record


def test_only_what_is_said_changes_and_last_words_hold(case, follow):
    put(case, description_of(case, ID, SAID, **MIRA))
    done = put(case, description_of(case, ID, {"publisher": "Orle Times"}, **JORUN), seen=0)
    assert [one.number for one in done.newer] == [1]
    assert [one.field for one in done.conflicts] == ["publisher"]
    follow()
    assert case.document(ID).facts == Facts("Orle Times", "2023-05-10")
    assert [one.holds for one in conflicts(case)] == [2]
    take_back(case, 2, **JORUN)
    follow()
    assert case.document(ID).facts == Facts("Lakes Radio", "2023-05-10")
    assert conflicts(case) == ()


def test_two_who_say_different_fields_do_not_differ(case, follow):
    put(case, description_of(case, ID, {"publisher": "Lakes Radio"}, **MIRA))
    done = put(case, description_of(case, ID, {"title": "Ten killed"}, **JORUN), seen=0)
    assert (done.newer, done.conflicts) == ((), ())
    follow()
    assert case.document(ID).facts == Facts("Lakes Radio", None, "Ten killed", None)


def test_decisions_on_items_stay_upon_what_is_read_then(case, follow):
    seen = reviewed(case, ID)
    put(case, time_decision(seen.reading, "t1", "correct", edtf="2023-05-02", **MIRA))
    follow()
    put(case, description_of(case, ID, SAID, **MIRA))
    follow()
    assert day_of_tuesday(case) == "2023-05-02"
    assert case.machine_reading(ID).times[0].earliest == "2023-05-09"
    take_back(case, 1, **MIRA)
    follow()
    assert day_of_tuesday(case) == "2023-05-09"


def test_what_was_killed_before_reading_goes_on_and_shows_nothing_that_does_not_hold(
    case, linkers, follow
):
    put(case, description_of(case, ID, SAID, **MIRA))
    refresh(case, linkers)  # no more than this was done
    assert case.document(ID).publisher == "Lakes Radio"
    assert (day_of_tuesday(case), list(case.unread())) == (None, [ID])
    assert case.verify().breaks == ()
    follow()
    assert day_of_tuesday(case) == "2023-05-09"


def test_what_is_said_while_a_document_is_read_is_read_with_next(case, linkers, follow):
    def read_and_decide(documents, _):
        for document in documents:
            put(case, description_of(case, ID, {"published": "2023-05-17"}, **JORUN))
            yield read(document)

    put(case, description_of(case, ID, SAID, **MIRA))
    read_anew(case, SETTINGS, read_all=read_and_decide)
    assert day_of_tuesday(case) is None
    refresh(case, linkers)
    assert list(case.unread()) == [ID]
    follow()
    assert day_of_tuesday(case) == "2023-05-17"


def test_a_document_that_cannot_be_read_is_named_and_stays_as_it_was(case, linkers):
    failure = Failure("a.txt", SettingsError("no", remedy="none"))
    put(case, description_of(case, ID, SAID, **MIRA))
    assert read_anew(case, SETTINGS, read_all=lambda *_: [failure]) == (failure,)
    refresh(case, linkers)
    assert (list(case.unread()), day_of_tuesday(case)) == ([ID], None)


def test_a_case_that_is_read_again_is_read_as_added_and_then_with_what_is_known(case, follow):
    put(case, description_of(case, ID, SAID, **MIRA))
    follow()
    documents = list(stored(case, [ID]))
    assert documents == [BARE.reading.document]
    again = replace(BARE, versions={"rashomon": "9"})
    [(document, changes)] = replace_readings(case, [again])
    assert (document, changes.is_any) == (ID, False)
    follow()
    assert day_of_tuesday(case) == "2023-05-09"
    assert case.added_reading(ID) == BARE.reading


def test_what_was_wrong_with_a_version_is_wrong_with_those_after_it(case, linkers, follow):
    url = "https://lakes.example/orle"
    first = plain("Ten were killed on Tuesday.", url=url, publisher="lakes.example")
    later = plain("Twelve were killed on Tuesday.", url=url, publisher="lakes.example")
    case.add([replace(first, sketches=linkers.sketch(first.reading))])
    put(case, description_of(case, first.reading.document.id, SAID, **MIRA))
    follow()
    case.add([replace(later, sketches=linkers.sketch(later.reading))])
    follow()
    found = case.document(later.reading.document.id)
    assert (found.publisher, found.published) == ("Lakes Radio", None)
    take_back(case, 1, **MIRA)
    follow()
    assert case.document(later.reading.document.id).publisher == "lakes.example"


def test_another_address_makes_no_version_of_another_article(case, follow):
    put(case, description_of(case, ID, {"url": "https://lakes.example/a"}, **MIRA))
    put(case, description_of(case, OTHER_ID, {"url": "https://lakes.example/a"}, **MIRA))
    follow()
    assert [row.versions for row in case.documents()] == [1, 1]
    assert {row.url for row in case.documents()} == {"https://lakes.example/a"}


def test_what_linking_does_not_look_at_costs_no_linking(case, follow):
    put(case, description_of(case, ID, SAID, **MIRA))
    follow()
    put(case, description_of(case, ID, {"url": "https://lakes.example/a?id=1"}, **MIRA))
    follow()
    put(case, description_of(case, ID, {"url": "https://lakes.example/a?id=2"}, **MIRA))
    assert not follow().is_linked


def test_a_person_types_it(case, follow):
    done = decide(
        case,
        "describe",
        [ID[7:19], OTHER_ID[7:19], "publisher=Lakes  Radio", "published=10 May 2023", "title="],
        reviewer=" Mira ",
        note="on air",
    )
    assert done.numbers == (1, 2)
    follow()
    assert case.document(OTHER_ID).facts == Facts("Lakes Radio", "2023-05-10")
    decisions = [one.decision for one in case.decisions()]
    assert {(one.reviewer, one.note, one.value["title"]) for one in decisions} == {
        ("Mira", "on air", "")
    }


@pytest.mark.parametrize(
    ("subjects", "what"),
    [
        (["published=3/4/2023", "title=a"], "names no day"),
        (["published=2023-04-03", "title=a"], "no document is named"),
        ([ID], "write: describe DOCUMENT"),
        ([ID, OTHER_ID], "nothing is said of it"),
        ([ID, "published=3/4/2023"], "names no day"),
        ([ID, "url=lakes.example"], "no address of the web"),
        ([ID, "language=en"], "'language' is nothing that can be said"),
        ([ID, "title=a", "title=b"], "title is said twice"),
        ([ID, f"publisher={'a' * 201}"], "201 characters for publisher, 200 at most"),
        ([ID, "=a"], "'' is nothing that can be said"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_on_record(case, subjects, what):
    with pytest.raises(SettingsError, match=what) as caught:
        decide(case, "describe", subjects, reviewer="Mira", note="")
    assert caught.value.remedy
    assert list(case.decisions()) == []


def test_one_document_that_is_not_there_leaves_all_of_them(case):
    with pytest.raises(UnknownItemError):
        describe(case, [ID, "ffff"], SAID, **MIRA)
    with pytest.raises(SettingsError, match="nobody decides"):
        describe(case, [ID], SAID, reviewer=" ")
    assert list(case.decisions()) == []


def test_a_decision_that_nobody_checked_does_no_harm(case, follow):
    case.decide(Decision("describe", ID, None, {"published": "Tuesday", "url": "x"}, "Mira"))
    follow()
    assert case.document(ID).facts == Facts()
    assert case.reading(ID) == BARE.reading


def test_what_is_known_is_held_against_the_decisions(case, linkers, follow):
    put(case, description_of(case, ID, SAID, **MIRA))
    follow()
    other = replace(case.document(ID), publisher="Orle Times")
    made_of = case.grounds(ID).made_of
    case.put_described(Description(ID, made_of, other.facts, read(other), {"rashomon": "9"}))
    made_of, sketches = case.grounds(ID).made_of, linkers.sketch(read(other))
    case.put_corrected(Correction(ID, made_of, VERSION, None, sketches))
    assert case.verify().breaks == ()
    [broken] = [broken for one in check_corrections(case) for broken in one.breaks]
    assert (broken.where, broken.what) == (
        ID,
        "what is known of it is not what the decisions on it come to",
    )


DESCRIBER = """
from rashomon.pipeline.describing import describe, read_anew
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.reviewing import refresh
from rashomon.settings import Settings
from tests.pipeline.test_describing import ID, OTHER_ID, read_all
linkers = load_linkers(Settings().linking)
who, rounds = sys.stdin.readline().split()
with open_case(path, wait=60) as case:
    for number in range(int(rounds)):
        said = {"publisher": f"{who} {number}", "published": "2023-05-10" if number % 2 else ""}
        print(describe(case, [ID, OTHER_ID], said, reviewer=who)[0], flush=True)
        read_anew(case, Settings(), read_all=read_all)
        refresh(case, linkers)
"""


@pytest.fixture
def address(new_location, linkers):
    """The address of a case of two plain texts that is linked."""
    address = new_location()
    with open_case(address, create=True) as case:
        case.add([replace(one, sketches=linkers.sketch(one.reading)) for one in (BARE, OTHER)])
        refresh(case, linkers)
    return address


def begin(process, who, rounds):
    process.stdin.write(f"{who} {rounds}\n")
    process.stdin.flush()


def settle(case, linkers):
    """Bring a case up to date, and hold it to all that was decided."""
    read_anew(case, SETTINGS, read_all=read_all)
    refresh(case, linkers)
    wrong = [broken for one in check_corrections(case) for broken in one.breaks]
    assert (case.verify().breaks, wrong, list(case.unread())) == ((), [], [])
    *_, last = case.decisions()
    assert case.document(ID).publisher == last.decision.value["publisher"]
    assert day_of_tuesday(case) == ("2023-05-09" if case.document(ID).published else None)


@pytest.mark.parametrize("lines", [1, 2, 5])
def test_who_is_killed_while_describing_leaves_what_was_said(address, linkers, lines):
    with run(address, DESCRIBER) as process:
        begin(process, "Mira", 100_000)
        for _ in range(lines):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    with open_case(address) as case:
        assert case.verify().breaks == ()
        assert len(list(case.decisions())) >= 2 * lines
        settle(case, linkers)


def test_two_who_describe_at_once_lose_nothing(address, linkers):
    with run(address, DESCRIBER) as one, run(address, DESCRIBER) as other:
        for process, who in ((one, "Mira"), (other, "Jorun")):
            begin(process, who, 6)
        said = [process.communicate()[0].split() for process in (one, other)]
    assert [len(each) for each in said] == [6, 6]
    with open_case(address) as case:
        assert len(list(case.decisions())) == 24
        settle(case, linkers)
        assert {one.field for one in conflicts(case)} == {"publisher"}
