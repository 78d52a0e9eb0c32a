from dataclasses import replace

from rashomon.compare.comparing import compare
from rashomon.model.incidents import Incident, IncidentDocument, IncidentTime
from rashomon.model.origins import Origins
from rashomon.model.reading import Statement
from rashomon.pipeline.resources import load_comparer
from tests.compare.accounts import event, reading, span

COMPARER = load_comparer(is_relating=False)
TEXT = "Oro has two ports. The blast at the port was perhaps an accident. Rain fell."
SENTENCES = (
    "Oro has two ports.",
    "The blast at the port was perhaps an accident.",
    "Rain fell.",
)


def own_words(role):
    """Return what a document says itself of an incident that it is about or only mentions."""
    one = reading(TEXT, events=(event(TEXT, 1, "blast"),))
    statements = tuple(
        Statement(f"s{number}", span(TEXT, words), hedged="perhaps" in words, loaded=())
        for number, words in enumerate(SENTENCES, 1)
    )
    one = replace(one, statements=statements)
    documents = (IncidentDocument(one.document.id, role, ("e1",)),)
    nowhen = IncidentTime(None, None, None)
    incident = Incident("i1", "The blast", None, nowhen, None, (), documents, ())
    found = compare(incident, {one.document.id: one}, Origins((), ()), COMPARER)
    return [each.span.of(TEXT) for each in found.own_voice]


def test_all_that_a_document_says_itself_of_what_it_is_about_is_its_own_voice():
    assert own_words("main") == list(SENTENCES)


def test_of_a_document_that_only_mentions_an_incident_what_has_its_mentions_is():
    assert own_words("background") == [SENTENCES[1]]
