"""Bringing a case up to date, step by step."""

from rashomon.model.failure import Failure
from rashomon.pipeline.describing import describe
from rashomon.readers import Metadata, Source
from rashomon.runner.filling import Awaited, Linked, ReadAgain, Step, fill_case, link_case
from rashomon.settings import RunnerSettings, Settings
from rashomon.store import open_case

SETTINGS = Settings(runner=RunnerSettings(jobs=1))
TEXTS = (
    b"Ten people were killed on Tuesday when the bridge at Orle was shelled, the governor said.",
    b"The dam at Halen broke on Tuesday, the mayor said.",
)


def described(folder):
    """Return where a case of plain texts is of which a day was said, and is to be read with."""
    location = str(folder / "plain.case")
    sources = [
        Source(f"{number}.txt", "text", Metadata(), raw=text)
        for number, text in enumerate(TEXTS, 1)
    ]
    fill_case(location, sources, SETTINGS, lambda _: None)
    with open_case(location) as case:
        documents = [row.id for row in case.documents()]
        describe(case, documents, {"published": "2017-06-22"}, reviewer="Mira")
    return location


def days(location):
    with open_case(location, read_only=True) as case:
        return [one.times[0].earliest for one in case.readings()]


def test_documents_are_read_with_what_was_said_of_them_and_that_is_told(tmp_path):
    location = described(tmp_path)
    assert days(location) == [None, None]
    told = []
    link_case(location, SETTINGS, told.append)
    assert days(location) == ["2017-06-20", "2017-06-20"]
    steps = [Awaited(2), Step("reading 2 documents again"), ReadAgain(1), ReadAgain(2)]
    assert told[:4] == steps
    with open_case(location, read_only=True) as case:
        linked = Linked(len(case.incidents()))
    assert told[-1] == linked
    told.clear()
    link_case(location, SETTINGS, told.append)
    assert told == [Awaited(0), linked]


def test_what_cannot_be_read_again_is_told_and_the_case_is_linked(tmp_path, monkeypatch):
    location = described(tmp_path)

    def broken(*_):
        raise ValueError("no")

    monkeypatch.setattr("rashomon.analysis.analyser.Analyser.read", broken)
    told = []
    link_case(location, SETTINGS, told.append)
    failures = [one for one in told if isinstance(one, Failure)]
    assert ["the reading broke off" in str(one.error) for one in failures[:2]] == [True, True]
    with open_case(location, read_only=True) as case:
        assert case.linked_by() is not None
        assert len(case.unread()) == 2
