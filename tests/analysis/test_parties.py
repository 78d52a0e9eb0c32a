import pytest

from rashomon.analysis.parties import find_parties
from rashomon.model.document import Document
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

TABLE = load_tables().sources


def parties(*names, publisher=None):
    """Return the parties of a document in which these sources speak, and which each is."""
    text, spans = "", []
    for name in names:
        spans.append((Span(len(text), len(text) + len(name)),) if name else ())
        text += name + " spoke. "
    document = Document(id="sha256:0", text=text, publisher=publisher)
    return find_parties(document, spans, TABLE)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Mayor Teodor Quill", "Quill"),
        ("Mayor Teodor Quill", "Mr Quill"),
        ("Mayor Teodor Quill", "Mayor Quill"),
        ("Defence Minister Ilse Marn", "Marn"),
        ("the defence ministry", "The defence ministry"),
        ("mayor teodor quill", "quill"),
        ("Dorin Halk, the foreign ministry's spokesman", "Halk"),
        ("Estmark's", "Estmark"),
    ],
)
def test_one_name_is_one_party(first, later):
    found, members = parties(first, later)
    assert [members[0]] == [members[1]] == [party.id for party in found]
    assert len(found[0].mentions) == 2


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Mayor Teodor Quill", "Ann Quill"),
        ("Estmark", "the government of Estmark and Norvia"),
        ("Norvia", "Norvian officials"),
        ("a spokesman", "another spokesman for the camps"),
        ("the foreign minister", "the prime minister"),
        ("the vice president", "the president"),
        ("the attorney general", "the director general"),
        ("Mr Smith", "Mrs Smith"),
        ("King Charles", "Prince Charles"),
        ("the Norvian government", "the government"),
        ("the state broadcaster", "the broadcaster"),
    ],
)
def test_different_names_are_different_parties(first, later):
    found, members = parties(first, later)
    assert len(found) == 2
    assert members == ["p1", "p2"]


def test_a_surname_that_two_share_is_given_to_neither():
    found, members = parties("Ann Quill", "Teodor Quill", "Quill")
    assert len(found) == 3
    assert members == ["p1", "p2", "p3"]


@pytest.mark.parametrize("pronoun", ["he", "She", "they", "which", "I"])
def test_pronouns_are_nobody_known(pronoun):
    assert parties(pronoun) == ((), [None])


def test_a_source_that_is_left_out_is_nobody():
    assert parties("") == ((), [None])


@pytest.mark.parametrize(
    "name",
    [
        "officials",
        "a US official",
        "many",
        "syrian officials in damascus",
        "A Western diplomat in Calder, who asked not to be named,",
        "one of them",
        "two people familiar with the talks",
        "a spokesman for the camps",
        "activists",
    ],
)
def test_sources_without_a_name_are_unnamed(name):
    assert parties(name)[0][0].kind == "unnamed"


@pytest.mark.parametrize("name", ["Estmark", "Mayor Quill", "police", "the mayor of Brinn"])
def test_named_sources_are_not(name):
    assert parties(name)[0][0].kind is None


def test_the_publisher_is_known_as_one():
    [found] = parties("The Brinn Herald", publisher="Brinn Herald")[0]
    assert found.kind == "publisher"


def test_a_party_is_called_by_its_words_without_the_comma_after_them():
    [found] = parties("A diplomat in Calder, who asked not to be named,")[0]
    assert found.name == "A diplomat in Calder, who asked not to be named"
