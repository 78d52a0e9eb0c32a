from hypothesis import given, settings
from hypothesis import strategies as st

from tests.linking.incidents.reports import MODEL, event, incidents, report

_WORDS = ("Brinn", "Orle", "Skarn", "market", "rope", "jets", "dam", "Tolan", "ferry", "mill")
_DAYS = st.integers(1, 28).map(lambda day: f"2023-05-{day:02}")


@st.composite
def _reports(draw):
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=12))
    day = draw(_DAYS)
    told = event(
        "strike",
        draw(st.sampled_from(("air_drone_strike", "peaceful_protest"))),
        draw(st.none() | st.just(day)),
        draw(st.sampled_from((None, "Brinn", "Orle"))),
        killed=draw(st.none() | st.integers(0, 20)),
        is_background=draw(st.booleans()),
    )
    return report(
        f"A strike {' '.join(words)}",
        told,
        title=" ".join(words[:4]),
        published=draw(st.none() | st.just(day)),
        publisher=draw(st.sampled_from(("Post", "Times"))),
    )


_CASES = st.lists(_reports(), min_size=1, max_size=7, unique_by=lambda one: one.document.id)


@settings(max_examples=40, deadline=None)
@given(_CASES, st.randoms(use_true_random=False), st.integers(0, 7))
def test_the_answer_is_the_same_in_any_order_and_any_portions(reports, random, first):
    whole = incidents(*reports)
    shuffled = random.sample(reports, len(reports))

    before = incidents(*shuffled[:first])
    after = incidents(*shuffled, known=before.new_pairs)

    assert after.incidents == whole.incidents
    gone = set(after.gone_pairs)
    kept = [one for one in before.new_pairs if (one.first, one.second) not in gone]
    both = sorted((*kept, *after.new_pairs), key=lambda one: (one.first, one.second))
    assert both == sorted(whole.new_pairs, key=lambda one: (one.first, one.second))


@settings(max_examples=40, deadline=None)
@given(_CASES)
def test_a_document_is_about_one_incident_at_most_and_links_reach_all(reports):
    linked = incidents(*reports)

    about = [
        one.document
        for incident in linked.incidents
        for one in incident.documents
        if one.role == "main"
    ]
    assert len(about) == len(set(about))
    for incident in linked.incidents:
        documents = [one.document for one in incident.documents]
        assert len(documents) == len(set(documents))
        assert _reached(documents[0], incident.links) == set(documents)


def _reached(start, links):
    reached, before = {start}, set()
    while reached != before:
        before = set(reached)
        for one in links:
            if {one.first, one.second} & reached:
                reached |= {one.first, one.second}
    return reached


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300), st.text(max_size=80), st.text(max_size=80))
def test_any_text_gets_a_sketch_that_can_be_linked(text, title, url):
    reports = [
        report(text, event(text[:1]), title=title, url=url, publisher=publisher)
        for publisher in ("Post", "Times")
    ]

    linked = incidents(*reports)

    assert {one.document for incident in linked.incidents for one in incident.documents} == {
        one.document.id for one in reports
    }


def test_huge_and_hostile_texts_give_small_sketches():
    from rashomon.linking.incidents import sketch

    for text in (
        "a " * 500_000,
        "9" * 1_000_000,
        "Mira-" * 200_000,
        "\0\u202e😀" * 100_000,
        "12-year " * 100_000,
        ", 31" * 100_000,
    ):
        assert len(sketch(report(text, event(text[:1]), title=text), MODEL)) < 4_000
