import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.linking.origins import sketch, trace
from tests.linking.origins.conftest import LEAVES, OTHER, TABLES, Case, reading

REPORT = " ".join(LEAVES)
UNLIKE = " ".join(OTHER)


def test_documents_that_share_nothing_are_origins_of_their_own(case):
    traced = case(
        reading(REPORT, "The Brinn Herald", "2021-03-05"),
        reading(UNLIKE, "Tarn Courier", "2021-03-05"),
    )
    assert traced.groups() == {frozenset({0}), frozenset({1})}
    assert traced.origins.derivations == ()


def test_a_copy_comes_from_the_document_published_before_it(case):
    traced = case(
        reading(REPORT, "Tarn Courier", "2021-03-06"),
        reading(REPORT, "The Brinn Herald", "2021-03-05"),
    )
    [copy] = traced.derivations("copy")
    assert (copy.document, copy.parent) == tuple(one.document.id for one in traced.readings)
    assert copy.reason == (
        "the text is that of The Brinn Herald, 2021-03-05, published the day before"
    )
    [origin] = traced.origins.origins
    assert origin.document == traced.readings[1].document.id


def test_a_copy_with_edits_says_how_much_of_it_is_the_others(case):
    edited = REPORT.replace("brown", "cold").replace("Forty", "Some fifty")
    traced = case(
        reading(REPORT, "The Brinn Herald", "2021-03-05"),
        reading(edited, "Tarn Courier", "2021-03-05"),
    )
    [copy] = traced.derivations("copy")
    assert "9" in copy.reason.partition(" %")[0]
    assert "which came first is not known" in copy.reason


def test_a_copy_of_a_copy_reaches_the_root(case):
    cut = " ".join(LEAVES[:6])
    traced = case(
        reading(REPORT, "The Brinn Herald", "2021-03-05"),
        reading(cut, "Tarn Courier", "2021-03-06"),
        reading(" ".join(LEAVES[:4]), "Weir Post", "2021-03-07"),
    )
    assert traced.groups() == {frozenset({0, 1, 2})}


def test_a_passage_in_another_report_has_its_own_origin(case):
    host = " ".join((*OTHER[:2], LEAVES[3], *OTHER[2:]))
    traced = case(
        reading(REPORT, "The Brinn Herald", "2021-03-05"),
        reading(host, "Tarn Courier", "2021-03-06"),
    )
    [passage] = traced.derivations("passage")
    assert_is(traced.words(passage), LEAVES[3])
    assert_is(passage.parent_span.of(REPORT), LEAVES[3])
    document = traced.readings[1].document.id
    herald = traced.origins.of(traced.readings[0].document.id)
    assert traced.origins.of(document, passage.span) == herald
    assert traced.origins.of(document) != herald


def assert_is(found, sentence):
    """A sketch keeps four bits of a word: one word in sixteen too many is found at the edges."""
    assert sentence.removesuffix(".") in found
    assert len(found.split()) <= len(sentence.split()) + 2


def test_a_passage_of_a_copied_passage_reaches_its_root(case):
    first = reading(REPORT, "The Brinn Herald", "2021-03-05")
    second = reading(" ".join((*OTHER[:2], *LEAVES[2:5])), "Tarn Courier", "2021-03-06")
    third = reading(" ".join(("Nobody in Weir was told.", *LEAVES[2:5])), "Weir Post", "2021-03-07")
    traced = case(first, second, third)
    root = traced.origins.of(first.document.id)
    [held] = [one for one in traced.origins.derivations if one.document == second.document.id]
    assert held.root == root
    assert traced.origins.of(third.document.id) == root


@pytest.mark.parametrize(
    "text",
    [
        f"BRINN (AP) - {REPORT}",
        f"AFP Friday 5 Mar 2021 {REPORT}",
        f"{REPORT} --Reuters",
        f"{REPORT}\nSource: Reuters",
        f"By Marta Sele, Associated Press\n\n{REPORT}",
        f"{REPORT}\n\nCopyright 2021 The Associated Press. All rights reserved.",
        f"{REPORT}\n\nAssociated Press writer Jon Abt contributed to this report.",
    ],
)
def test_a_text_with_an_agencys_mark_comes_from_the_agency(case, text):
    traced = case(reading(text, "The Brinn Herald", "2021-03-05"))
    [byline] = traced.derivations("byline")
    assert traced.root(byline).kind == "agency"
    assert byline.span is None


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAVES[0]} An officer told AFP on Friday that it was over. {REPORT}",
        f"{LEAVES[0]} The Associated Press (AP) has an office in Brinn. {REPORT}",
        f"{LEAVES[0]} It was first reported by Reuters. {REPORT}",
    ],
)
def test_a_text_that_only_names_an_agency_does_not(case, text):
    traced = case(reading(text, "The Brinn Herald", "2021-03-05"))
    assert traced.derivations("byline") == []


def test_bylines_on_one_incident_are_one_origin_and_on_two_are_two(case):
    readings = (
        reading(f"BRINN (AP) - {' '.join(LEAVES[:4])}", "The Brinn Herald", "2021-03-05"),
        reading(f"BRINN (AP) - {' '.join(LEAVES[4:])}", "Tarn Courier", "2021-03-05"),
        reading(f"TARN (AP) - {UNLIKE}", "Weir Post", "2021-03-05"),
    )
    assert case(*readings, stories=("i1", "i1", "i2")).groups() == {
        frozenset({0, 1}),
        frozenset({2}),
    }
    assert len(case(*readings).groups()) == 3


def test_ten_outlets_with_two_origins(case):
    agency = reading(REPORT, "Reuters", "2021-03-05")
    copies = [
        reading(" ".join(LEAVES[: 4 + number % 5]), f"Paper {number}", "2021-03-06")
        for number in range(8)
    ]
    own = reading(UNLIKE, "Tarn Courier", "2021-03-06")
    traced = case(agency, *copies, own, stories="i1")
    assert sorted(map(len, traced.groups())) == [1, 9]
    assert traced.origins.origins[0].name == "Reuters"
    assert traced.origins.origins[0].document == agency.document.id


def test_two_documents_of_one_publisher_on_one_incident_are_one_source(case):
    readings = (
        reading(" ".join(LEAVES[:4]), "The Brinn Herald", "2021-03-05"),
        reading(" ".join(LEAVES[4:]), "Brinn Herald", "2021-03-06"),
    )
    assert case(*readings, stories="i1").groups() == {frozenset({0, 1})}
    assert len(case(*readings).groups()) == 2


def test_states_of_an_article_by_one_publisher_are_versions(case):
    traced = case(
        reading(" ".join(LEAVES[:4]), "The Brinn Herald", "2021-03-05"),
        reading(REPORT, "The Brinn Herald", "2021-03-06"),
    )
    [version] = traced.derivations("version")
    assert version.parent == traced.readings[0].document.id


def test_names_of_one_publisher_are_one_house(case):
    traced = case(
        reading(" ".join(LEAVES[:4]), "RIA Novosti", "2021-03-05"),
        reading(" ".join(LEAVES[4:]), None, "2021-03-06", url="https://sputniknews.com/a"),
        stories="i1",
    )
    assert traced.groups() == {frozenset({0, 1})}


QUOTED = "“We rang every office on the list and nobody ever picked up”"


def test_the_same_words_of_one_speaker_are_one_statement_and_no_passage(case):
    words = QUOTED.strip("“”")
    traced = case(
        reading(
            f"{LEAVES[0]} {QUOTED}, said Mira Tolan.",
            "The Brinn Herald",
            "2021-03-05",
            said=[("Mira Tolan", "said", words)],
        ),
        reading(
            f"{OTHER[0]} Tolan was angry. {QUOTED}, she said.",
            "Tarn Courier",
            "2021-03-05",
            said=[("Tolan", "said", words)],
        ),
    )
    assert traced.derivations("passage") == []
    statements = traced.derivations("statement")
    assert [traced.words(one) for one in statements] == [words, words]
    assert {traced.root(one).name for one in statements} == {"Mira Tolan"}


def test_the_same_words_of_two_speakers_are_two_statements(case):
    words = QUOTED.strip("“”")
    traced = case(
        reading(
            f"{QUOTED}, said Mira Tolan. {LEAVES[0]}", "A", said=[("Mira Tolan", "said", words)]
        ),
        reading(
            f"{QUOTED}, said Jorun Veld. {OTHER[0]}", "B", said=[("Jorun Veld", "said", words)]
        ),
    )
    assert traced.derivations("statement") == []


def test_a_citation_leads_to_the_report_that_is_cited(case):
    claim = "the dam had been empty for a year"
    traced = case(
        reading(f"{REPORT} Some say {claim}.", "The Brinn Herald", "2021-03-05"),
        reading(
            f"{UNLIKE} The Brinn Herald reported that {claim}.",
            "Tarn Courier",
            "2021-03-06",
            said=[("The Brinn Herald", "reported", claim)],
        ),
        stories="i1",
    )
    [citation] = traced.derivations("citation")
    assert citation.parent == traced.readings[0].document.id
    assert traced.words(citation) == claim
    assert "“The Brinn Herald reported”" in citation.reason


def test_a_citation_of_an_outlet_that_is_not_in_the_case_has_the_outlet_for_root(case):
    claim = "the dam had been empty for a year"
    text = f"{UNLIKE} A guard told Reuters that {claim}."
    traced = case(reading(text, "Tarn Courier", said=[("A guard", "told", claim)]))
    [citation] = traced.derivations("citation")
    assert (citation.parent, traced.root(citation).name) == (None, "Reuters")
    assert traced.words(citation) == claim


def test_a_credit_of_an_agency_leaves_the_text_its_own(case):
    text = f"{REPORT}\n\nThe Associated Press contributed to this report."
    traced = case(reading(text, "The Brinn Herald"))
    [credit] = traced.derivations("byline")
    assert "The Associated Press contributed" in traced.words(credit) or traced.words(
        credit
    ).startswith("Associated Press")
    assert traced.groups() == {frozenset({0})}
    assert traced.root(credit).documents == ()


parts = st.lists(st.sampled_from((*LEAVES, *OTHER)), min_size=1, max_size=6)
texts = st.one_of(parts.map(" ".join), parts.map(lambda some: f"BRINN (AP) - {' '.join(some)}"))
publishers = st.sampled_from((None, "Reuters", "The Brinn Herald", "Tarn Courier", "Weir Post"))
days = st.sampled_from((None, "2021-03-05", "2021-03-06", "not a day"))
readings_of_cases = st.lists(
    st.builds(reading, texts, publishers, days),
    min_size=1,
    max_size=7,
    unique_by=lambda one: one.document.id,
)


@settings(max_examples=60, deadline=None)
@given(readings_of_cases, st.randoms(use_true_random=False))
def test_the_answer_is_the_same_in_any_order_and_bit_by_bit(readings, random):
    sketches = [(one.document.id, sketch(one, TABLES)) for one in readings]
    at_once = trace(sketches, (), TABLES)
    shuffled = random.sample(sketches, len(sketches))
    known = {}
    for count in range(1, len(shuffled) + 1):
        traced = trace(shuffled[:count], known.values(), TABLES)
        for pair in traced.gone_pairs:
            del known[pair]
        known.update({(one.first, one.second): one for one in traced.new_pairs})
    assert traced.origins == at_once.origins
    assert set(known.values()) == set(at_once.new_pairs)


@settings(max_examples=60, deadline=None)
@given(readings_of_cases)
def test_the_tree_has_every_document_once_and_every_path_ends_at_its_root(readings):
    origins = Case(*readings).origins
    held = [each for one in origins.origins for each in one.documents]
    assert sorted(held) == sorted(one.document.id for one in readings)
    parents = {one.document: one for one in origins.derivations if one.span is None}
    texts = {one.document.id: one.document.text for one in readings}
    for document in held:
        seen, at = set(), document
        while at in parents and parents[at].parent:
            assert at not in seen
            seen.add(at)
            at = parents[at].parent
        assert origins.of(at) == origins.of(document)
    for one in origins.derivations:
        if one.span:
            assert 0 <= one.span.start < one.span.end <= len(texts[one.document])


@given(st.lists(st.text(), min_size=1, max_size=4), publishers)
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_tree(texts, publisher):
    readings = {one.document.id: one for one in (reading(text, publisher) for text in texts)}
    assert len(Case(*readings.values()).origins.origins) >= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("told " * 20_000, "told " * 19_000),
        ("ab cd " * 20_000, "x " + "ab cd " * 19_000),
        ("amp;" * 300 + REPORT, UNLIKE + "amp;" * 300),
        (" ".join((REPORT, *OTHER) * 200), " ".join((*OTHER, REPORT) * 150)),
    ],
)
def test_words_said_over_and_over_are_compared_and_are_no_passage(case, one, other):
    traced = case(reading(one, "The Brinn Herald"), reading(other, "Tarn Courier"))
    for each in traced.derivations("passage"):
        assert len(set(traced.words(each).split())) > 5


def test_what_a_house_always_writes_is_no_passage(case):
    standing = (
        "The dam was built in the last century by convicts and has been said to leak ever since "
        "the great flood carried off its middle span"
    )
    readings = [
        reading(f"{LEAVES[number]} {standing}.", f"Paper {number}", f"2021-{number + 1:02}-05")
        for number in range(7)
    ]
    assert case(*readings).derivations("passage") == []
    assert len(case(*readings[:2]).derivations("passage")) == 0
    one_day = [
        reading(
            f"{LEAVES[2 * number]} {LEAVES[2 * number + 1]} {standing}.",
            f"Paper {number}",
            "2021-03-05",
        )
        for number in range(3)
    ]
    assert len(case(*one_day).derivations("passage")) == 2


def test_names_of_those_who_hold_office_are_no_passage(case):
    names = (
        "Mira Tolan of Brinn, Jorun Veld of Tarn, Hanne Ruud of Weir, Ilse Marn of Orle, "
        "Teodor Quill of Lakes, Marta Sele of Pass and Jon Abt of Norvia"
    )
    traced = case(
        reading(f"{LEAVES[0]} Those who came were {names}.", "The Brinn Herald", "2021-03-05"),
        reading(f"{OTHER[0]} Among them were {names}.", "Tarn Courier", "2021-03-05"),
    )
    assert traced.derivations("passage") == []


def test_reasons_name_publishers_as_the_documents_do_and_say_how_much_is_the_same(case):
    edited = LEAVES[3].replace("Forty", "Some")
    traced = case(
        reading(REPORT, "Al-Alam", "2021-03-05"),
        reading(f"{UNLIKE} {edited}", "Tarn Courier", "2021-03-06"),
    )
    [passage] = traced.derivations("passage")
    assert passage.reason.startswith("16 words in their order stand in Al-Alam, 2021-03-05")
    assert passage.reason.endswith("published the day before")
    assert traced.root(passage).name == "Al-Alam"


def test_the_order_within_a_day_is_agencies_marks_and_then_length(case):
    cut = " ".join(LEAVES[:6])
    marked = f"BRINN (AP) - {REPORT}"
    for first, second, parent in (
        (reading(cut, "Reuters", "2021-03-05"), reading(REPORT, "A", "2021-03-05"), 0),
        (reading(cut, "A", "2021-03-05"), reading(marked, "B", "2021-03-05"), 1),
        (reading(cut, "A", "2021-03-05"), reading(REPORT, "B", "2021-03-05"), 1),
        (reading(cut, "A", None), reading(REPORT, "B", "2021-03-05"), 1),
        (reading(cut, "A", "2021-03-06"), reading(REPORT, "Reuters", "2021-03-06"), 1),
    ):
        traced = case(first, second)
        [copy] = traced.derivations("copy")
        assert copy.parent == (first, second)[parent].document.id


def test_a_changed_sketch_is_compared_anew(case):
    one, other = reading(REPORT, "A", "2021-03-05"), reading(UNLIKE, "B", "2021-03-06")
    before = case(one, reading(f"{REPORT} {UNLIKE}", "B", "2021-03-06"))
    [pair] = before.traced.new_pairs
    stale = type(pair)(*sorted((one.document.id, other.document.id)), pair.data)
    traced = case(one, other, known=[stale])
    assert traced.origins.derivations == ()
    assert traced.traced.gone_pairs == ((stale.first, stale.second),)


def test_a_dispatch_in_a_hundred_papers_is_one_origin(case):
    copies = [
        reading(
            REPORT.replace("brown", f"shade{number}").replace("Forty", f"number{number}"),
            f"Paper {number}",
            "2021-03-06",
        )
        for number in range(100)
    ]
    same = [reading(REPORT, f"Post {number}", "2021-03-06") for number in range(100)]
    borrowing = reading(f"{UNLIKE} {LEAVES[4]}", "Tarn Courier", "2021-03-07")
    traced = case(*copies, *same, borrowing)
    assert sorted(map(len, traced.groups())) == [1, 200]
    assert len(traced.derivations("passage")) == 1


def test_words_that_a_hundred_papers_quote_are_one_statement(case):
    words = QUOTED.strip("“”")
    readings = [
        reading(
            f"{LEAVES[number % 8]} {QUOTED}, said Mira Tolan.",
            f"Paper {number}",
            f"2021-03-{number % 28 + 1:02}",
            said=[("Mira Tolan", "said", words)],
        )
        for number in range(100)
    ]
    traced = case(*readings)
    assert len({one.root for one in traced.derivations("statement")}) == 1


def test_a_case_without_documents_has_no_origins():
    traced = trace((), (), TABLES)
    assert (traced.origins.origins, traced.origins.derivations) == ((), ())
    assert (traced.new_pairs, traced.gone_pairs) == ((), ())


@pytest.mark.parametrize("texts", [(REPORT,), ("",), ("... !", "--", ""), ("", REPORT, "?!")])
def test_one_document_and_documents_without_words_are_origins_of_their_own(case, texts):
    traced = case(*(reading(text, f"Paper {text[:3]}", "2021-03-05") for text in texts))
    assert traced.groups() == {frozenset({number}) for number in range(len(texts))}
    assert traced.origins.derivations == ()


def test_every_copy_that_carries_the_agencys_mark_hangs_on_the_agency(case):
    marked = f"BRINN (AP) - {REPORT}"
    traced = case(
        reading(marked, "The Brinn Herald", "2021-03-05"),
        reading(f"{REPORT}\n\n(AP)", "Tarn Courier", "2021-03-06"),
        reading(REPORT, "Weir Post", "2021-03-06"),
    )
    assert traced.groups() == {frozenset({0, 1, 2})}
    bylines = traced.derivations("byline")
    assert [one.document for one in bylines] == [each.document.id for each in traced.readings[:2]]
    assert all(one.parent is None and "“(AP)”" in one.reason for one in bylines)
    [copy] = traced.derivations("copy")
    assert copy.document == traced.readings[2].document.id


def test_a_marked_copy_of_what_the_agency_published_is_a_copy_of_that(case):
    traced = case(
        reading(REPORT, "Reuters", "2021-03-05"),
        reading(f"BRINN (Reuters) - {REPORT}", "Tarn Courier", "2021-03-06"),
    )
    [copy] = traced.derivations("copy")
    assert copy.parent == traced.readings[0].document.id


@pytest.mark.parametrize(
    ("titles", "is_version"),
    [
        (("Flood takes forty houses", "Ministry opens an inquiry"), False),
        (("Flood takes forty houses", "Flood takes fifty houses"), True),
        ((None, None), False),
    ],
)
def test_texts_of_one_publisher_that_share_background_alone_are_two_articles(
    case, titles, is_version
):
    background = LEAVES[3:7]
    traced = case(
        reading(" ".join((*OTHER[:2], *background)), "Weir Post", "2021-03-05", title=titles[0]),
        reading(
            " ".join((*LEAVES[:3], *OTHER[2:], *OTHER[2:], LEAVES[7], *background)),
            "Weir Post",
            "2021-03-05",
            title=titles[1],
        ),
        stories="i1",
    )
    assert len(traced.derivations("version")) == is_version
    assert traced.groups() == {frozenset({0, 1})}
    if not is_version:
        [publisher] = traced.derivations("publisher")[:1]
        assert traced.root(publisher).kind == "publisher"
