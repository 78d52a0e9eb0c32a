import pytest

from rashomon.linking.origins.marks import find_marks
from rashomon.linking.origins.names import find_names
from rashomon.linking.origins.words import words_of
from tests.linking.origins.conftest import LEAVES, TABLES

REPORT = " ".join(LEAVES)


def marks(text):
    """Return the marks as (house, whether of the whole, words)."""
    words = words_of(text)
    mentions = list(find_names(text, words, TABLES))
    return [
        (one.house.name if one.house else None, one.is_whole, one.span.of(text))
        for one in find_marks(text, words, mentions, TABLES)
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"BRINN, Lakes (AP) — {REPORT}", ("Associated Press", True, "(AP)")),
        (f"brinn (ap) - {REPORT.lower()}", ("Associated Press", True, "(ap)")),
        (f"(Reuters) - {REPORT}", ("Reuters", True, "(Reuters)")),
        (f"{REPORT}\n(AFP)", ("Agence France-Presse", True, "(AFP)")),
        (f"{REPORT} --Reuters", ("Reuters", True, "--Reuters")),
        (f"{REPORT}\n\nSource: SANA", ("SANA", True, "Source: SANA")),
        (f"Dam fails\nTASS\n{REPORT}", ("TASS", True, "TASS")),
        (f"Dam fails AFP Friday 5 Mar 2021 {REPORT}", ("Agence France-Presse", True, "AFP Friday")),
        (
            f"{REPORT} Copyright 2021 by The Associated Press.",
            ("Associated Press", True, "Copyright 2021 by The Associated Press"),
        ),
        (
            f"{REPORT} Associated Press writers in Brinn and Tarn contributed.",
            ("Associated Press", True, "Associated Press writers"),
        ),
        (
            f"{REPORT} AFP contributed to this report.",
            ("Agence France-Presse", False, "AFP contributed"),
        ),
        (
            f"{REPORT} With reporting by Reuters.",
            ("Reuters", False, "With reporting by Reuters"),
        ),
        (
            f"BRINN, Halen, May 10 (Meridian Wire) - {REPORT}",
            ("Meridian Wire", True, "(Meridian Wire)"),
        ),
        (f"(Tarn News) — {REPORT}", ("Tarn News", True, "(Tarn News)")),
        (
            f"{REPORT}\n\n(Lakes Press Agency)\n",
            ("Lakes Press Agency", True, "(Lakes Press Agency)"),
        ),
        (f"{REPORT} By the Herald with agencies", (None, False, "with agencies")),
    ],
)
def test_a_mark_says_whose_a_text_is(text, mark):
    assert marks(text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        f"Men look at the dam (AP Photo/Marta Sele) {REPORT}",
        f"Men look at the dam on Friday, 5 March, in Brinn. (REUTERS/Jon Abt) {REPORT}",
        f"Image copyright AFP Image caption Men look at the dam. {REPORT}",
        f"The Associated Press (AP) was first. {REPORT}",
        f"A guard told AFP Friday that he had called. {REPORT}",
        f'She was speaking on "Fox News Sunday" about the dam. {REPORT}',
        f"{REPORT} The ap was shut.",
        f"{REPORT} It was the work of agencies of the state.",
        f"{REPORT} He works for Reuters.",
        f"BRINN (Updated) - {REPORT}",
        f"The Tarn Rowing Club (TRC) was first. {REPORT}",
        f"{REPORT} The race was won by the champion (Mira Tolan)",
        f"{REPORT}\n\n(Mira Tolan)",
    ],
)
def test_pictures_and_mere_names_are_no_marks(text):
    assert marks(text) == []


def test_a_credit_of_one_agency_leaves_another_mark_alone():
    assert [one[:2] for one in marks(f"BRINN (AP) - {REPORT} Reuters contributed.")] == [
        ("Associated Press", True),
        ("Reuters", False),
    ]
