"""Datelines and lines that say when a text came out."""

import pytest

from tests.analysis.times.reading import read

DATELINES = [
    "CALDER, 11 May 2017 (Meridian) - Nine people died on Tuesday.",
    "CALDER, May 11, 2017 — Nine people died on Tuesday.",
    "CALDER, Halen, May 11, 2017: Nine people died on Tuesday.",
    "VESSA, 11 May 2017. Nine people died on Tuesday.",
    "calder , 11 may 2017 ( meridian ) - nine people died on tuesday .",
    "Thu 11 May 2017 Nine people died on Tuesday.",
    "thu 11 may 2017 nine people died on tuesday .",
    "Nine die in Calder\nMay 11, 2017\nNine people died on Tuesday.",
    "Nine die in Calder Courier Thursday 11 May 2017 Nine people died on Tuesday.",
    "Published on May 11 2017 12:30 pm\n\nNine people died on Tuesday.",
    "Updated: Thursday, May 11, 2017 @ 6:59 PM. Nine people died on Tuesday.",
]


@pytest.mark.parametrize("text", DATELINES)
def test_the_day_of_a_dateline_anchors_where_no_publication_is_known(text):
    stamp, told = read(text, published=None)
    assert (stamp.edtf, stamp.anchored_by, stamp.of) == ("2017-05-11", "text", "publication")
    assert (told.edtf, told.anchored_by, told.of) == ("2017-05-09", "dateline", "event")


@pytest.mark.parametrize("text", DATELINES)
def test_the_publication_anchors_before_the_dateline(text):
    stamp, told = read(text, published="2017-05-19")
    assert (stamp.edtf, stamp.of) == ("2017-05-11", "publication")
    assert (told.edtf, told.anchored_by) == ("2017-05-16", "published")


def test_a_dateline_without_a_year_is_one_but_anchors_nothing():
    stamp, told = read("CALDER, 11 May (Meridian) - Nine died on Tuesday.", published=None)
    assert (stamp.of, stamp.edtf, told.edtf) == ("publication", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "On 11 May 2017 - the day of the vote - nine people died.",
        "Nine people died in Sarn on May 11, 2017.",
        "In Sarn, 11 May 2017. That was the day of the vote.",
        "The attack of 11 May 2017\nNine people died.",
        "Nine died on the ferry. It was Thursday.\nOn May 11, 2017\nit sank.",
        "word " * 150 + "CALDER, 11 May 2017 (Meridian) - Nine people died.",
    ],
)
def test_a_date_in_a_sentence_is_no_stamp(text):
    assert "publication" not in {one.of for one in read(text)}


def test_the_next_day_is_not_counted_from_a_stamp():
    text = "CALDER, 11 May 2017 (Meridian) - A pier fell on Tuesday. The next day it was mended."
    assert [one.edtf for one in read(text, published=None)][-1] == "2017-05-10"
