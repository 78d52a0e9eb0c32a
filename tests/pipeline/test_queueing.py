"""The queue of a reviewer: what is in it, in what order, and what is not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.incidents import IncidentLink
from rashomon.model.origins import Derivation
from rashomon.model.spans import Span
from rashomon.pipeline.queueing import queue, queue_of, tasks_of
from rashomon.pipeline.resources import load_comparer
from rashomon.review.items import items_of
from rashomon.review.making import item_decision
from rashomon.store import open_case
from tests.pipeline.drawn import drawn_accounts
from tests.pipeline.test_comparing import NEW, TIDE, incident_of, linked
from tests.pipeline.test_decided import NINE, THREE, account, accounts, related

COMPARER = load_comparer(is_relating=False)
ALSO_NINE = account(4, "the Tarn Court", "Nine people died", 9)
GIVEN = accounts(NINE, THREE, ALSO_NINE)


def kept(*decisions):
    return tuple(
        KeptDecision(number, one, "2023-06-01T08:00:00Z", is_undone=False)
        for number, one in enumerate(decisions, start=1)
    )


def queued(given_accounts=GIVEN, *decisions):
    comparison = given_accounts.compared(COMPARER)
    return tasks_of(given_accounts, comparison, kept(*decisions))


def points(given_accounts):
    return given_accounts.compared(COMPARER).points


def decided(verdict, *, reading=THREE, what="claim", reviewer="Mira Tal", **values):
    item = next(one for one in items_of(reading) if one.what == what)
    return item_decision(reading, what, item.id, verdict, values, reviewer=reviewer, note="")


def named(tasks):
    return [(one.kind, one.document, one.item) for one in tasks]


def test_what_an_answer_alone_rests_on_comes_before_what_others_say_too():
    tasks = queued()
    order = [one.document for one in tasks if one.kind == "claim"]
    assert order[0] == THREE.document.id
    [first] = [one for one in tasks if one.document == THREE.document.id and one.kind == "claim"]
    assert first.span == THREE.attributions[0].content[0]
    assert first.point == next(one.id for one in points(GIVEN) if one.kind == "killed")
    assert "Mayor Quill would not say “3” (killed)" in first.reason
    [count] = [one for one in tasks if one.document == THREE.document.id and one.kind == "count"]
    assert "nobody would say “3” (killed)" in count.reason
    assert "killed would not be contested" in count.reason
    assert first.likelihood == 0.19


def test_who_denies_an_answer_weighs_as_one_of_all_who_deny_it():
    denying = replace(
        ALSO_NINE, attributions=(replace(ALSO_NINE.attributions[0], stance="denies"),)
    )
    tasks = queued(accounts(NINE, THREE, denying))
    [denial] = [one for one in tasks if one.document == denying.document.id and one.kind == "claim"]
    assert "the Tarn Court would not deny or doubt “9” (killed)" in denial.reason
    assert denial.effect >= 1


def test_the_weightiest_comes_first():
    weights = [one.weight for one in queued()]
    assert weights == sorted(weights, reverse=True)


def test_a_doubtful_claim_comes_before_a_sure_one_of_the_same_effect():
    doubtful = replace(NINE, attributions=(replace(NINE.attributions[0], confidence=0.4),))
    tasks = [one for one in queued(accounts(doubtful, ALSO_NINE)) if one.kind == "claim"]
    assert [one.document for one in tasks] == [NINE.document.id, ALSO_NINE.document.id]


@pytest.mark.parametrize("verdict", ["accept", "correct"])
def test_what_somebody_accepted_or_corrected_is_done(verdict):
    values = {"stance": "alleges"} if verdict == "correct" else {}
    done = ("claim", THREE.document.id, "a1")
    assert done in named(queued())
    assert done not in named(queued(GIVEN, decided(verdict, **values)))
    assert ("count", *done[1:2]) in [
        one[:2] for one in named(queued(GIVEN, decided(verdict, **values)))
    ]


def test_what_is_disputed_comes_first():
    dispute = Decision("dispute", None, None, {"decision": "1"}, "Oro Brinn")
    first, *others = queued(GIVEN, decided("accept", reading=ALSO_NINE), dispute)
    assert (first.kind, first.document, first.decided) == ("claim", ALSO_NINE.document.id, (1,))
    assert first.is_open
    assert not any(one.is_open for one in others)


def test_what_two_people_decide_otherwise_comes_first():
    one = decided("correct", stance="denies")
    other = decided("correct", stance="doubts", reviewer="Oro Brinn")
    first = queued(GIVEN, one, other)[0]
    assert (first.is_open, first.decided, first.item) == (True, (1, 2), "a1")


def test_decisions_on_parties_that_contradict_each_other_come_first():
    names = {"name": "the Halk Watch", "with": "Mayor Quill"}
    tasks = queued(
        GIVEN,
        Decision("same_party", None, None, names, "Mira Tal"),
        Decision("other_party", None, None, names, "Oro Brinn"),
    )
    assert [one.kind for one in tasks[:2]] == ["decision", "decision"]
    assert {one.decided for one in tasks[:2]} == {(1,), (2,)}


def test_conflicts_of_other_incidents_are_not_named():
    names = {"name": "Estmark", "with": "Sarn"}
    tasks = queued(
        GIVEN,
        Decision("same_party", None, None, names, "Mira Tal"),
        Decision("other_party", None, None, names, "Oro Brinn"),
    )
    assert tasks == queued()


def test_a_weak_link_is_to_be_looked_at_until_somebody_decides():
    first, second = sorted((NINE.document.id, THREE.document.id))
    link = IncidentLink(first, second, 0.6, "one day, one place")
    given_accounts = accounts(NINE, THREE)
    weak = replace(given_accounts, incident=replace(given_accounts.incident, links=(link,)))
    [task] = [one for one in queued(weak) if one.kind == "link"]
    assert {task.document, task.other.document} == {first, second}
    assert task.likelihood == 0.4
    same = Decision("same_incident", second, None, {"with": first}, "Mira Tal")
    assert [one for one in queued(weak, same) if one.kind == "link"] == []


def test_a_derivation_is_to_be_looked_at_until_somebody_decides():
    copy = Derivation(
        ALSO_NINE.document.id,
        None,
        NINE.document.id,
        None,
        f"o {NINE.document.id}",
        "copy",
        0.7,
        "",
    )
    roots = tuple(
        replace(one, documents=(NINE.document.id, ALSO_NINE.document.id))
        if one.document == NINE.document.id
        else one
        for one in GIVEN.origins.origins
        if one.document != ALSO_NINE.document.id
    )
    copied = replace(GIVEN, origins=replace(GIVEN.origins, origins=roots, derivations=(copy,)))
    [task] = [one for one in queued(copied) if one.kind == "origin"]
    assert (task.document, task.other.document) == (ALSO_NINE.document.id, NINE.document.id)
    assert "the incident would have one independent origin more" in task.reason
    assert task.likelihood == 0.3
    house = replace(copy, parent=None, kind="publisher")
    housed = replace(GIVEN, origins=replace(GIVEN.origins, origins=roots, derivations=(house,)))
    [ruled] = [one for one in queued(housed) if one.kind == "origin"]
    assert ruled.likelihood == 0.1
    apart = Decision("same_origin", NINE.document.id, None, {"with": ALSO_NINE.document.id}, "M")
    assert [one for one in queued(copied, apart) if one.kind == "origin"] == []


@pytest.mark.parametrize("probability", [0.83, 0.97])
def test_a_contradiction_is_likelier_wrong_the_nearer_it_is_to_the_threshold(probability):
    relation = related("contradicts", NINE, ALSO_NINE)
    given_accounts = accounts(NINE, ALSO_NINE, relations=(relation,))
    comparison = given_accounts.compared(COMPARER)
    [found] = comparison.relations
    clash = replace(found, by="model", probability=probability)
    [task] = [
        one
        for one in tasks_of(given_accounts, replace(comparison, relations=(clash,)), ())
        if one.kind == "relation"
    ]
    assert task.likelihood == round(1 - probability, 3)
    assert (task.document, task.other.document) == (NINE.document.id, ALSO_NINE.document.id)
    assert "would not be contested" in task.reason


def test_a_case_is_gone_through_incident_by_incident_each_compared_when_it_is_asked_for(tmp_path):
    asked = []

    def compared(incident):
        asked.append(incident)
        return GIVEN, GIVEN.compared(COMPARER)

    tasks = queue_of(["i1", "i2"], compared, ())
    assert asked == []
    next(tasks)
    assert asked == ["i1"]
    with open_case(str(tmp_path / "mill.case"), create=True) as case:
        linked(case, TIDE, NEW, incidents=(incident_of(TIDE), incident_of(NEW, id_="i2")))
        assert list(dict.fromkeys(one.incident for one in queue(case, COMPARER))) == ["i1", "i2"]


SPANS = st.builds(Span, st.integers(0, 40), st.integers(1, 90))


@st.composite
def _decisions(draw, given_accounts):
    """Draw decisions on anything, some on what is not there."""
    ids = [*given_accounts.readings, f"sha256:{'0' * 64}"]
    names = ("Marn", "Halk", "Nobody", "")
    made = []
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(
            st.sampled_from(
                (
                    "accept",
                    "reject",
                    "same_party",
                    "other_party",
                    "same_origin",
                    "other_origin",
                    "same_incident",
                    "other_incident",
                    "relation",
                    "dispute",
                    "grade",
                )
            )
        )
        value = {
            "what": draw(st.sampled_from(("claim", "count", "time", "place", "?"))),
            "with": draw(st.sampled_from(("party" in kind and names) or ids)),
            "name": draw(st.sampled_from(names)),
            "with_span": draw(st.sampled_from(("3-9", "0-900000", "x", "9-3"))),
            "relation": draw(st.sampled_from(("neutral", "contradicts", "?"))),
            "decision": draw(st.sampled_from(("1", "2", "99", "x"))),
        }
        about = None if "party" in kind or kind == "dispute" else draw(st.sampled_from(ids))
        made.append(
            Decision(kind, about, draw(st.none() | SPANS), value, draw(st.sampled_from("xy")))
        )
    return made


@given(drawn_accounts(), st.data())
@settings(max_examples=80, deadline=None)
def test_a_queue_never_names_what_is_not_there(given_accounts, data):
    decisions = data.draw(_decisions(given_accounts))
    comparison = given_accounts.compared(COMPARER)
    numbers = {number for number, _ in enumerate(decisions, start=1)}
    known = {one.id for one in comparison.points}
    for task in tasks_of(given_accounts, comparison, kept(*decisions)):
        assert task.incident == "i1"
        assert task.point is None or task.point in known
        assert task.effect > 0
        assert 0 <= task.likelihood <= 1
        assert numbers.issuperset(task.decided)
        for words in filter(None, ((task.document, task.span), task.other)):
            document, span = (words.document, words.span) if task.other is words else words
            text = given_accounts.readings[document].document.text
            assert span is None or 0 <= span.start < span.end <= len(text)
        if task.item is not None:
            items = items_of(given_accounts.readings[task.document])
            assert (task.kind, task.item, task.span) in {
                (one.what, one.id, one.span) for one in items
            }
