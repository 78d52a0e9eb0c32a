"""Incidents of texts as the analysis reads them, on places that no gazetteer knows."""

import pytest

from rashomon.model.document import Document, identity
from rashomon.pipeline.resources import load_analyser
from rashomon.settings import Settings
from tests.linking.incidents.reports import group, incidents, together


@pytest.fixture(scope="module")
def read():
    analyse = load_analyser(Settings().analysis).read

    def of(publisher, published, title, text):
        name = identity(f"{publisher}{text}".encode())
        return analyse(Document(name, text, title=title, publisher=publisher, published=published))

    return of


def test_two_strikes_near_one_town_on_two_days(read):
    friday = read(
        "Tide",
        "2023-05-13",
        "Shelling kills three near Osterby",
        "Three people were killed on Friday when artillery shells hit a tram stop on the edge of "
        "Osterby, the mayor said. Teodor Quill blamed the rebels.",
    )
    friday_too = read(
        "Gull",
        "2023-05-13",
        "Tram stop shelled in Osterby",
        "Shells hit a tram stop at the edge of Osterby on Friday and killed three people waiting "
        "there, police said.",
    )
    sunday = read(
        "Tide",
        "2023-05-15",
        "Shelling kills two near Osterby",
        "Two people were killed on Sunday when artillery shells hit a mill near Osterby, the mayor "
        "said. Teodor Quill blamed the rebels. It was the second attack in three days.",
    )
    sunday_too = read(
        "Gull",
        "2023-05-15",
        "Two dead in mill near Osterby",
        "Two people died when a mill near Osterby was shelled on Sunday, a prosecutor said.",
    )

    linked = incidents(friday, friday_too, sunday, sunday_too)

    assert together(linked) == {group(friday, friday_too), group(sunday, sunday_too)}


def test_a_strike_its_answer_and_a_report_on_both(read):
    strike = read(
        "Tide",
        "2023-05-09",
        "Drone strike kills four in Osterby",
        "Four people were killed on Monday when a drone struck a fuel depot in Osterby, the "
        "ministry said. The blaze burned for six hours.",
    )
    answer = read(
        "Gull",
        "2023-05-11",
        "Jets bomb militia base near Karsk",
        "Warplanes bombed a base of a militia near Karsk on Wednesday, killing eleven fighters, "
        "the army said. It said the raid answered Monday's attack on Osterby.",
    )
    answer_too = read(
        "Tide",
        "2023-05-11",
        "Eleven militiamen dead in raid near Karsk",
        "Eleven militiamen died when aircraft struck their camp outside Karsk on Wednesday, "
        "monitors said. A militia spokesman vowed revenge.",
    )
    both = read(
        "Heron",
        "2023-05-12",
        "A strike and its answer: from Osterby to Karsk",
        "First came the drone. On Monday it hit a fuel depot in Osterby and killed four people.\n\n"
        "Two days later came the answer. On Wednesday warplanes bombed a militia base near Karsk, "
        "and the army said that eleven fighters were dead.",
    )

    found = together(incidents(strike, answer, answer_too, both))

    assert found == {group(strike, both), group(answer, answer_too)}
