import pytest

from rashomon.linking.origins.citations import find_citations
from rashomon.linking.origins.names import find_names
from rashomon.linking.origins.words import words_of
from tests.linking.origins.conftest import LEAVES, OTHER, TABLES, Case, reading

CLAIM = "the gates had been shut for a year"


def citations(one):
    """Return the citations of outlets as (name, cue, contents)."""
    text = one.document.text
    words = words_of(text)
    mentions = list(find_names(text, words, TABLES))
    return [
        (each.name, each.cue.of(text), [span.of(text) for span in each.contents])
        for each in find_citations(one, words, mentions, TABLES)
        if each.is_outlet
    ]


@pytest.mark.parametrize(
    ("sentence", "said", "name", "cue"),
    [
        (f"Reuters reported that {CLAIM}.", ("Reuters", "reported"), "Reuters", "Reuters reported"),
        (
            f"According to the Associated Press, {CLAIM}.",
            ("the Associated Press", "According to"),
            "Associated Press",
            "According to the Associated Press",
        ),
        (
            f"A guard told AFP that {CLAIM}.",
            ("A guard", "told"),
            "Agence France-Presse",
            "told AFP",
        ),
        (
            f"State media said, citing Russia's Tass news agency, that {CLAIM}.",
            ("State media", "said"),
            "TASS",
            "citing Russia's Tass news agency",
        ),
        (
            f"The guard, quoted by the official SANA agency, said {CLAIM}.",
            ("The guard", "said"),
            "SANA",
            "quoted by the official SANA",
        ),
        (
            f"According to the Hill, {CLAIM}.",
            ("the Hill", "According to"),
            "The Hill",
            "According to the Hill",
        ),
        (
            f"A guard told The Hill Thursday that {CLAIM}.",
            ("A guard", "told"),
            "The Hill",
            "told The Hill",
        ),
        (
            f"In an interview with Al Jazeera the guard said {CLAIM}.",
            ("the guard", "said"),
            "Al Jazeera",
            "interview with Al Jazeera",
        ),
    ],
)
def test_the_report_of_an_outlet_is_cited_for_what_it_tells(sentence, said, name, cue):
    one = reading(f"{LEAVES[0]} {sentence} {LEAVES[1]}", said=[(*said, CLAIM)])
    assert citations(one) == [(name, cue, [CLAIM])]


def test_without_an_attribution_the_sentence_is_what_is_cited():
    sentence = f"It was first reported by Reuters that {CLAIM}."
    one = reading(f"{LEAVES[0]} {sentence} {LEAVES[1]}")
    assert citations(one) == [("Reuters", "reported by Reuters", [sentence])]


@pytest.mark.parametrize(
    "sentence",
    [
        "A van of Reuters stood before the gates.",
        "The guard wore an AFP cap. He told nobody.",
        "He was told. Reuters had left.",
        "The guardian said that the times were hard.",
        "Climbers on the hill said so.",
        "Lawmakers on Capitol Hill said that the gates had been shut.",
        "He told reporters on the Hill that the gates had been shut.",
        "According to the Hill Country Weekly the gates had been shut.",
        "According to Hill the gates had been shut.",
    ],
)
def test_who_is_only_named_is_not_cited(sentence):
    assert citations(reading(f"{LEAVES[0]} {sentence} {LEAVES[1]}")) == []


def test_an_outlet_of_the_case_is_cited_by_its_name_alone():
    said = [("The Weir Lantern", "wrote", CLAIM)]
    text = f"{' '.join(OTHER)} The Weir Lantern wrote that {CLAIM}."
    alone = Case(reading(text, "Tarn Courier", "2021-03-06", said=said))
    assert alone.derivations("citation") == []
    both = Case(
        reading(f"{' '.join(LEAVES)} A guard said {CLAIM}.", "Weir Lantern", "2021-03-05"),
        reading(text, "Tarn Courier", "2021-03-06", said=said),
        stories="i1",
    )
    [citation] = both.derivations("citation")
    assert citation.parent == both.readings[0].document.id
    assert both.root(citation).name == "Weir Lantern"


def test_an_agencys_text_in_another_paper_is_the_report_that_is_cited():
    said = [("The Associated Press", "reported", CLAIM)]
    traced = Case(
        reading(f"BRINN (AP) - {' '.join(LEAVES)}", "The Brinn Herald", "2021-03-05"),
        reading(
            f"{' '.join(OTHER)} The Associated Press reported that {CLAIM}.",
            "Tarn Courier",
            "2021-03-06",
            said=said,
        ),
        stories="i1",
    )
    [citation] = traced.derivations("citation")
    assert citation.root == traced.origins.of(traced.readings[0].document.id)
    assert (citation.parent, "the report is" in citation.reason) == (None, False)


def test_a_paper_that_speaks_of_itself_cites_nobody():
    said = [("A guard", "told", CLAIM)]
    text = f"{' '.join(OTHER)} A guard told the Tarn Courier that {CLAIM}."
    traced = Case(reading(text, "Tarn Courier", said=said), reading(LEAVES[0], "B"))
    assert traced.derivations("citation") == []


@pytest.mark.parametrize(("published", "is_found"), [("2021-03-06", True), ("2021-03-07", False)])
def test_a_report_is_the_one_that_is_cited_where_it_was_there_and_holds_the_words(
    published, is_found
):
    text = f"{OTHER[0]} {OTHER[1]} Reuters reported that {CLAIM}."
    traced = Case(
        reading(text, "Tarn Courier", "2021-03-06", said=[("Reuters", "reported", CLAIM)]),
        reading(f"{LEAVES[0]} {LEAVES[1]}", "Reuters", "2021-03-05"),
        reading(f"{LEAVES[2]} Guards say {CLAIM}.", "Reuters", published),
        stories="i1",
    )
    [citation] = traced.derivations("citation")
    assert citation.parent == (traced.readings[2].document.id if is_found else None)
    assert ("the report is" in citation.reason) == is_found
    assert citation.root == traced.origins.of(traced.readings[1].document.id)


@pytest.mark.parametrize(
    ("source", "cue"),
    [("the Syrian National Coalition", "said"), ("the Weir League", "are unpopular with")],
)
def test_a_movement_that_publishes_is_no_outlet(source, cue):
    claim = "a truce of seven days"
    text = f"{' '.join(OTHER)} Now {claim} {cue} {source}."
    traced = Case(
        reading(text, "Tarn Courier", said=[(source, cue, claim)], kind="organisation"),
        reading(" ".join(LEAVES), source.removeprefix("the ")),
    )
    assert traced.derivations("citation") == []


def test_nobody_is_cited_for_what_belongs_to_the_page():
    box = "By signing up, you agree to our Privacy Policy"
    traced = Case(
        reading(
            f"{LEAVES[0]}\n\nReuters reported.\n{box}\n\n{LEAVES[1]}",
            said=[("Reuters", "reported", box)],
        )
    )
    assert traced.derivations("citation") == []
