import json
import re
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from rashomon.model.comparison import Count, Point, Position, When, Where
from rashomon.model.document import identity
from rashomon.model.incidents import IncidentTime
from rashomon.model.spans import Span
from rashomon.render.case.comparison_page import comparison_page
from rashomon.render.case.comparison_point import point_sheet
from rashomon.render.case.comparison_record import comparison_record
from rashomon.render.case.records import written
from rashomon.render.schemas import schema
from tests.render.case.accounts import (
    AT_LEAST_NINE,
    BOMBED,
    CLASH,
    COMPARISON,
    DOCUMENTS,
    KILLED,
    MEANS,
    NINE,
    TWELVE,
    WHO,
    grade,
    held,
)


def shown(renderable, width=100):
    console = Console(width=width, highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(renderable)
    return captured.get()


def one_line(renderable, width=100):
    return " ".join(shown(renderable, width).split())


def page(comparison=COMPARISON, width=100):
    return shown(comparison_page(comparison, DOCUMENTS), width)


def part(text, heading):
    """Return the lines of a section, up to the heading of the next."""
    after = text[text.index(f"{heading} ─") :].split("\n", 1)[1]
    return after.split(" ──")[0]


def record(comparison=COMPARISON, points=None):
    value = json.loads(written(comparison_record(comparison, DOCUMENTS, points)))
    jsonschema.Draft202012Validator(schema("comparison")).validate(value)
    return value


def test_the_head_says_what_when_where_and_how_much_is_told():
    assert page().splitlines()[:3] == [
        "i1  A raid on a mill",
        "air or drone strike · 2023-05-11 · Osterby, DK (town)",
        "4 documents, 3 independent origins · UCDP precision: time 1, place 1",
    ]
    bare = replace(COMPARISON, where_precision=None, date_precision=None)
    assert page(bare).splitlines()[2] == "4 documents, 3 independent origins"


def test_what_is_contested_is_said_in_words_with_who_stands_where():
    contested = " ".join(part(page(width=140), "Contested").split())
    assert "≠ 2 of 3 points are contested" in contested
    assert "↑ rising as accounts came in: killed" in contested
    assert "Marn ✗° (contested) Halk's police (1 origin); denied by Marn" in contested
    assert "gas leak °¶ Heron (1 origin)" in contested
    assert "at least 9" not in contested


def test_earlier_states_of_a_toll_are_not_told_as_contested():
    early = Position(Count(3, 3), "3", (held("Heron", "A gas leak"),), (), grade("weak"))
    nine, twelve = (
        replace(one, value=Count(number, number), label=str(number), grade=grade("contested"))
        for one, number in zip(KILLED.positions, (9, 12), strict=True)
    )
    point = replace(KILLED, is_contested=True, positions=(nine, early, twelve))
    contested = part(page(replace(COMPARISON, points=(point,))), "Contested")
    assert "9 ° (contested)" in contested
    assert "12 ° (contested)" in contested
    assert "(weak)" not in contested


def test_of_many_answers_the_first_and_the_last_are_shown():
    days = [f"2023-05-{day}" for day in range(10, 19)]
    positions = tuple(
        Position(Count(20 + at, None), f"at least {20 + at}", (replace(NINE, published=day),), ())
        for at, day in enumerate(days)
    )
    point = replace(KILLED, positions=positions[::-1])
    table = part(page(replace(COMPARISON, points=(point,))), "Who answers what")
    told = ["at least 20 °", "at least 21 °", "+5 more", "at least 27 °", "at least 28 °"]
    assert sorted(told, key=table.index) == told
    assert "at least 23" not in table


def test_where_nothing_is_contested_that_is_said():
    calm = replace(COMPARISON, points=(replace(KILLED, is_update=False),), relations=())
    assert "none of 1 point is contested" in part(page(calm), "Contested")


def cells(text):
    """Return the first line of every row of the table, by point and column."""
    lines = part(text, "Who answers what").splitlines()
    names = ("Osterby", "Halk's", "Marn", "Heron")
    heads = next(line for line in lines if all(one in line for one in names))
    starts = sorted((heads.index(one), one) for one in names)
    ends = [start for start, _ in starts[1:]] + [len(heads) + 60]
    return {
        (line[:2], name): line[start:end].strip()
        for line in lines
        if line.startswith("q")
        for (start, name), end in zip(starts, ends, strict=True)
    }


def test_points_stand_down_and_parties_across():
    shown_in = cells(page(width=120))
    assert shown_in["q2", "Osterby"] == "at least 9 °"
    assert shown_in["q2", "Halk's"] == "12 ° (weak)"
    assert shown_in["q2", "Marn"] == "–"
    assert shown_in["q1", "Halk's"].startswith("Marn ✗°")
    assert shown_in["q1", "Marn"] == "denies: Marn"
    assert shown_in["q3", "Heron"] == "gas leak °¶"


def test_who_answers_to_most_that_is_contested_comes_first_and_publishers_last():
    heads = part(page(width=120), "Who answers what").split("q1 who")[0]
    assert heads.index("Marn") < heads.index("Osterby") < heads.index("Heron")


def test_what_a_person_calls_weak_is_contested_all_the_same():
    strike, leak = MEANS.positions
    mine = replace(leak, grade=grade("weak", "set by Ana", reviewer="Ana"))
    point = replace(MEANS, positions=(strike, mine))
    contested = part(page(replace(COMPARISON, points=(point,)), width=140), "Contested")
    assert "gas leak °¶ (weak, set by Ana)" in contested


def test_what_a_party_is_stands_in_brackets_below_its_name():
    heads = part(page(width=120), "Who answers what").split("q1 who")[0]
    assert "(monitor)" in heads
    assert "(publisher)" in heads


def test_a_grade_that_a_person_set_says_who():
    mine = grade("confirmed", "set by Ana", reviewer="Ana\x1b")
    point = replace(WHO, positions=(replace(WHO.positions[0], grade=mine),))
    text = page(replace(COMPARISON, points=(point,)), width=160)
    for heading in ("Contested", "Who answers what"):
        assert "Marn ✗° (confirmed, set by Ana)" in " ".join(part(text, heading).split())


def test_parties_of_one_side_stand_together_with_who_says_what():
    coroner = replace(
        NINE, party="Halk's coroner", voice=replace(TWELVE.voice, party="Halk's coroner")
    )
    nine, twelve = KILLED.positions
    positions = (replace(nine, held_by=(coroner,)), replace(twelve, held_by=(TWELVE,)))
    point = replace(KILLED, positions=positions)
    table = part(page(replace(COMPARISON, points=(point,)), width=120), "Who answers what")
    assert re.search(r"^ +Halk *$", table, re.M)
    words = " ".join(table.split())
    assert "at least 9 °: Halk's coroner" in words
    assert "12 ° (weak): Halk's police" in words


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, page(width=width).splitlines())) <= width
    sheet = shown(point_sheet(COMPARISON, WHO, DOCUMENTS), width)
    assert max(map(len, sheet.splitlines())) <= width


def test_a_narrow_page_breaks_no_word_of_a_point():
    point = replace(WHO, label="whether it happened")
    text = page(replace(COMPARISON, points=(point,)), width=40)
    for heading in ("Contested", "Who answers what", "Silent on what is contested"):
        assert "happened" in part(text, heading).split()


def test_who_has_no_column_is_gathered_with_what_he_says():
    table = part(page(width=60), "Who answers what")
    assert "others" in table
    assert "gas leak °¶: Heron" in " ".join(table.split())


def test_every_mark_is_explained_in_words_and_no_other():
    legend = part(page(), "Who answers what")
    for mark in (
        "≠ contested: ",
        "↑ rising: ",
        "✗ denied: ",
        "° one origin: ",
        "¶ own voice only: ",
        "– silent: ",
    ):
        assert mark in legend
    one = held("Heron", "A gas leak tore the mill apart", "Osterby Monitor")
    another = replace(one, origin="o9")
    plain = replace(
        MEANS,
        is_contested=False,
        positions=(Position("gas leak", "gas leak", (one, another), ()),),
    )
    legend = part(page(replace(COMPARISON, points=(plain,))), "Who answers what")
    assert not any(sign in legend for sign in "≠↑✗°¶–")


def test_a_doubt_is_no_denial():
    doubt = held("Tide", "its jets had flown", "Marn", "doubts")
    point = replace(MEANS, positions=(replace(MEANS.positions[0], denied_by=(doubt,)),))
    assert "doubts: air" in page(replace(COMPARISON, points=(point,)))


def test_tolls_stand_beside_what_each_convention_counts():
    lines = part(page(width=120), "Tolls").splitlines()
    assert lines[0].split() == ["lowest", "highest", "origins", "ACLED", "UCDP", "Airwars"]
    assert lines[1].split() == ["killed", "9", "12", "1", "9", "9", "none"]
    assert lines[2].split() == ["Osterby", "Monitor", "Halk's", "police", "9–12"]


@pytest.mark.parametrize("width", [40, 48, 60])
def test_tolls_stand_below_each_other_where_names_would_be_broken(width):
    name = "osterby-meridian-wire"
    by = tuple(replace(AT_LEAST_NINE, party=one) for one in (name, "Halk"))
    toll = replace(COMPARISON.tolls[0], lowest_by=by)
    text = part(page(replace(COMPARISON, tolls=(toll,)), width), "Tolls")
    lines = [line.strip() for line in text.splitlines()]
    assert not any(line.startswith(",") for line in lines)
    assert name in text
    assert lines[0] == "killed"
    words = " ".join(text.split())
    assert f"lowest 9 {name}, Halk highest 12 Halk's police origins 1 ACLED 9" in words
    assert "UCDP 9, 9–12 Airwars none" in words


@pytest.mark.parametrize("name", ["meridian-wire.txt", "w" * 18, "w" * 19, "w" * 24])
def test_beside_each_other_no_name_is_broken(name):
    by = tuple(replace(AT_LEAST_NINE, party=one) for one in (name, "Halk"))
    toll = replace(COMPARISON.tolls[0], lowest_by=by)
    text = part(page(replace(COMPARISON, tolls=(toll,)), 80), "Tolls")
    assert text.split()[0] == "lowest"
    assert f"{name}," in text


def test_denials_are_shown_with_what_they_deny_and_their_words():
    denials = " ".join(part(page(width=140), "Denials and doubts").split())
    assert denials.startswith("Marn denies: who did it: Marn (said by Halk's police)")
    assert "“Marn denied the charge” (Plover) denies: by what means: air strike" in denials


def test_a_denial_of_a_claim_that_answers_nothing_is_shown_with_the_claim():
    open_points = tuple(
        replace(one, positions=tuple(replace(each, denied_by=()) for each in one.positions))
        for one in COMPARISON.points
    )
    denials = part(page(replace(COMPARISON, points=open_points), 140), "Denials and doubts")
    assert " ".join(denials.split()).startswith(
        "Marn denies: Halk's police: “Marn bombed the mill” “Marn denied the charge” (Plover)"
    )


def test_contradictions_of_the_model_say_how_likely_they_are():
    found = " ".join(part(page(), "Claims that contradict each other").split())
    assert found.startswith(
        "Osterby Monitor: “jets hit the mill” (Tide, 2023-05-11) "
        "91% Heron: “A gas leak tore the mill apart” (Heron, 2023-05-12)"
    )


def test_a_claim_that_several_contradict_stands_once():
    more = replace(CLASH, first=BOMBED, probability=0.87)
    clashing = replace(COMPARISON, relations=(CLASH, more))
    found = " ".join(part(page(clashing), "Claims that contradict each other").split())
    assert found.count("A gas leak tore the mill apart") == 1
    assert found.index("A gas leak") < found.index("91%") < found.index("87%")


def test_what_papers_say_themselves_is_counted():
    lines = [line.split() for line in part(page(), "In nobody's name").splitlines()]
    assert ["Heron", "2", "1", "0", "A"] in [line[:5] for line in lines]
    assert ["together", "3", "1", "1"] in lines


def test_on_a_narrow_page_what_papers_say_stands_below_their_names():
    lines = [line.split() for line in part(page(width=44), "In nobody's name").splitlines()]
    at = lines.index(["Heron", "2", "1", "0"])
    assert lines[at + 1][:2] == ["A", "gas"]
    assert ["together", "3", "1", "1"] in lines


def test_who_is_silent_on_what_is_contested_is_named():
    silent = part(page(), "Silent on what is contested")
    assert "no answer of theirs to this was found" in silent
    assert "q1 who did it" in silent
    assert "Osterby Monitor" in silent
    assert "q2" not in silent


def test_accounts_without_a_point_are_still_shown():
    bare = replace(COMPARISON, points=(), relations=(), tolls=(), own_voice=(), parties=())
    text = page(bare)
    assert "the accounts answer to no point" in text
    assert "Tolls" not in text
    assert record(bare)["points"] == []


def test_a_point_shows_the_words_of_each_holder_with_publisher_day_and_origin():
    sheet = one_line(point_sheet(COMPARISON, KILLED, DOCUMENTS), 160)
    assert "q2 killed ↑ rising" in sheet
    assert "Osterby Monitor (monitor) asserts *At least 9 people died* when jets" in sheet
    assert "Tide · 2023-05-11 · Tide on the mill" in sheet
    assert "Halk's police (government, Halk) asserts" in sheet
    assert "weak, C3, clarity 1 · one source alone" in sheet
    assert "· a1 · o1" in sheet
    assert "UCDP 9 the most reliable source" in sheet


def test_a_point_shows_who_denies_and_who_speaks_in_his_own_voice():
    sheet = one_line(point_sheet(COMPARISON, MEANS, DOCUMENTS))
    assert "denied by Marn (military) denies" in sheet
    assert "denied that *its jets had flown*." in sheet
    assert "Heron (publisher) in its own voice *A gas leak tore the mill apart*." in sheet


def test_copies_of_the_same_words_are_shown_once():
    gull = replace(AT_LEAST_NINE, document=identity(b"Copy"), published="2023-05-13")
    copy = replace(DOCUMENTS[AT_LEAST_NINE.document], id=gull.document, publisher="Copy")
    point = replace(
        KILLED, positions=(replace(KILLED.positions[0], held_by=(AT_LEAST_NINE, gull)),)
    )
    documents = {**DOCUMENTS, gull.document: copy}
    sheet = shown(point_sheet(COMPARISON, point, documents))
    assert sheet.count("At least 9 people died") == 1
    assert "Tide · 2023-05-11" in sheet
    assert "Copy · 2023-05-13" in sheet


def test_a_grade_that_a_person_set_names_him():
    graded = grade("confirmed", "she saw the register", reviewer="Mira")
    point = replace(WHO, positions=(replace(WHO.positions[0], grade=graded),))
    sheet = one_line(point_sheet(COMPARISON, point, DOCUMENTS))
    assert "confirmed, C3, clarity 1, set by Mira · she saw the register" in sheet


def test_the_record_keeps_to_its_schema_and_its_spans_are_the_words():
    found = record()
    assert found["incident"]["independent_origins"] == 3
    who, killed, means = found["points"]
    assert (who["kind"], who["contested"], who["silent"]) == (
        "responsibility",
        True,
        ["Osterby Monitor"],
    )
    assert killed["positions"][0]["value"] == {"min": 9, "max": None}
    assert killed["positions"][0]["independent_origins"] == 1
    assert killed["positions"][1]["grade"] == {
        "airwars": "weak",
        "admiralty": "C3",
        "clarity": "1",
        "reasons": ["one source alone"],
        "reviewer": None,
    }
    for position in (*who["positions"], *killed["positions"], *means["positions"]):
        for one in (*position["held_by"], *position["denied_by"]):
            start, end = one["span"]
            assert one["words"] == DOCUMENTS[one["document"]].text[start:end]
    assert [one["by"] for one in found["relations"]] == ["denial", "model"]
    assert found["tolls"][0]["lowest_by"][0]["party"] == "Osterby Monitor"
    assert found["parties"] == list(COMPARISON.parties)


def test_times_places_and_unknowns_keep_to_the_schema():
    when = When("2023-05-11", "2023-05-11", "2023-05-11")
    where = Where("Osterby", 55.1, 12.2, 3.0, "DK", "town")
    points = (
        replace(WHO, kind="time", positions=(replace(WHO.positions[0], value=when),)),
        replace(WHO, kind="place", positions=(replace(WHO.positions[0], value=where),)),
        replace(KILLED, positions=(Position(Count(None, 5), "up to 5", (TWELVE,), ()),)),
    )
    bare = replace(COMPARISON.incident, type=None, place=None, time=IncidentTime(None, None, None))
    found = record(replace(COMPARISON, points=points, incident=bare))
    assert found["points"][0]["positions"][0]["value"]["edtf"] == "2023-05-11"
    assert found["points"][1]["positions"][0]["value"]["radius_km"] == 3.0
    assert found["points"][2]["positions"][0]["value"] == {"min": None, "max": 5}
    assert "up to 5" in page(replace(COMPARISON, points=points, incident=bare))


def test_one_point_can_be_written_alone():
    assert [one["id"] for one in record(points=(MEANS,))["points"]] == ["q3"]


_HOSTILE = "\x1b[31m[bold]x[/bold]\x07\u202e\n\t😀 " + "w" * 300


def test_names_and_words_cannot_steer_the_terminal_or_the_markup():
    document = DOCUMENTS[AT_LEAST_NINE.document]
    steering = replace(document, publisher=_HOSTILE, title=_HOSTILE, text=_HOSTILE * 3)
    one = replace(
        AT_LEAST_NINE,
        party=_HOSTILE,
        span=Span(0, len(_HOSTILE)),
        voice=replace(AT_LEAST_NINE.voice, side=_HOSTILE, party=_HOSTILE),
    )
    point = replace(
        WHO,
        label=_HOSTILE,
        positions=(Position(_HOSTILE, _HOSTILE, (one,), (one, TWELVE), grade("weak", _HOSTILE)),),
        silent=(_HOSTILE,),
    )
    comparison = replace(
        COMPARISON, points=(point,), incident=replace(COMPARISON.incident, title=_HOSTILE)
    )
    documents = {**DOCUMENTS, document.id: steering}
    for shape in (
        comparison_page(comparison, documents),
        point_sheet(comparison, point, documents),
    ):
        text = shown(shape, 80)
        assert not set(text) & set("\x1b\x07\u202e\t")
        assert "[bold]x[/bold]" in text
        assert max(map(len, text.splitlines())) <= 80


_NAMES = st.sampled_from(("Marn", "Halk", "a/b/wire.txt", "Heron", "", "نور", "w" * 90))


@st.composite
def _points(draw, number):
    holdings = st.lists(
        st.builds(
            lambda party, day, origin: replace(
                AT_LEAST_NINE, party=party, published=day, origin=origin
            ),
            _NAMES,
            st.none() | st.just("2023-05-11"),
            st.sampled_from(("o1", "o2")),
        ),
        max_size=8,
    )
    counts = st.builds(Count, st.none() | st.integers(0, 99), st.none() | st.integers(0, 99))
    values = draw(st.lists(counts | st.text(max_size=90), min_size=1, max_size=9))
    positions = tuple(
        Position(one, str(one), tuple(draw(holdings)), tuple(draw(holdings))) for one in values
    )
    return Point(
        *(f"q{number}", "killed", "total", draw(st.text(max_size=40))),
        *(draw(st.booleans()), draw(st.booleans()), positions, tuple(draw(st.lists(_NAMES)))),
    )


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(0, 5), st.integers(12, 200))
def test_any_comparison_is_shown_within_the_width(data, many, width):
    points = tuple(data.draw(_points(number + 1)) for number in range(many))
    comparison = replace(COMPARISON, points=points)
    record(comparison)
    text = shown(comparison_page(comparison, DOCUMENTS), width)
    assert all(Text(line).cell_len <= width for line in text.splitlines())
    for one in points:
        point_text = shown(point_sheet(comparison, one, DOCUMENTS), width)
        assert point_text.startswith("i1  A raid"[:width])
