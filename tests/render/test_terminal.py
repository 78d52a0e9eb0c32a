from dataclasses import replace

import pytest
from rich.console import Console

from rashomon.model.reading import Reading
from rashomon.render.plain import plain
from rashomon.render.summary import attributed_share, summarise
from rashomon.render.terminal import render_reading

EXPECTED = """\
────────────────────────────────────────────────────────────────────────────────
The raid
Tide · 2023-05-12 · raid.txt

Who says what ──────────────────────────────────────────────────────────────────

Halk (Ostmark)
  asserts   (insisted, distancing) that Marn had denied the barbaric raid
    denies?   Marn (had denied) the barbaric raid

Officials (unnamed)
  asserts   (said) no

In nobody's name ───────────────────────────────────────────────────────────────
  · The bridge may be *shut*. (hedged)

Sides ──────────────────────────────────────────────────────────────────────────
  Ostmark  person: Halk

What happened ──────────────────────────────────────────────────────────────────
  shelling, artillery or   shell  2023-05-11  Osterby  2 or more children killed
  missile attack

When ───────────────────────────────────────────────────────────────────────────
  2023-05-11  11 May  shelling, artillery or missile attack

Where ──────────────────────────────────────────────────────────────────────────
  Osterby   Uppland, SE  town 59.50, 18.25
  Lindholm               not resolved

3 sources (1 unnamed), 3 claims, 36% of the words attributed, 1 statement in
nobody's name"""


def shown(reading, width=80):
    console = Console(width=width, highlight=False, emoji=False, markup=False, no_color=True)
    with console.capture() as capture:
        console.print(render_reading(reading))
    return [line.rstrip() for line in capture.get().splitlines()]


def test_a_reading_for_people(reading):
    assert "\n".join(shown(reading)) == EXPECTED


@pytest.mark.parametrize("width", [40, 80, 132])
def test_no_line_is_wider_than_the_terminal(reading, width):
    assert max(len(line) for line in shown(reading, width)) <= width


def test_a_document_in_which_nothing_is_found_says_so(reading):
    bare = Reading(reading.document, (), (), (), (), (), (), ())
    lines = shown(bare)
    assert "  no attribution was found" in lines
    assert "  nothing" in lines
    assert lines[-2].startswith("0 sources (0 unnamed), 0 claims, 0% of the words attributed")


def test_nothing_of_a_document_steers_the_terminal(reading):
    hostile = replace(
        reading.document, title="\x1b[31mred\x1b[0m \u202egnp.exe [bold]not[/bold] :smile:\a"
    )
    lines = shown(replace(reading, document=hostile))
    assert lines[1] == "[31mred[0m gnp.exe [bold]not[/bold] :smile:"


def test_line_breaks_in_a_content_become_spaces():
    assert plain(" one\n\n two\tthree ") == "one two three"


def test_the_summary_counts_sources_claims_and_words(reading):
    assert summarise(reading) == (
        "3 sources (1 unnamed), 3 claims, 36% of the words attributed, 1 statement in nobody's name"
    )
    assert attributed_share(reading) == pytest.approx(12 / 33)
