"""What a document gives as its total."""

import pytest

from rashomon.analysis.casualties import total
from tests.analysis.casualties.reading import harms


@pytest.mark.parametrize(
    ("sentences", "killed", "injured"),
    [
        (("Nothing was said.",), None, None),
        (("Three people were killed and five wounded.",), (3, 3), (5, 5)),
        (("At least three people were killed.",), (3, None), None),
        (("Nobody was killed.", "A man was hurt."), (0, 0), (1, 1)),
        (("A man was shot.", "He died on Friday."), (1, 1), None),
        (("A man and his son were killed.", "The man was 40."), (2, 2), None),
        (("Five people were shot.", "One person died."), (1, 1), (4, 4)),
        (("Five people were shot, one fatally.",), (1, 1), (4, 4)),
        (("Two died.", "Two are in critical condition."), (2, 2), (2, 2)),
        (("Two were shot.", "Both died.", "A third is in critical condition."), (2, 2), (1, 1)),
        (("Two were shot.", "Both died."), (2, 2), (0, 0)),
        (("A man died.", "A boy was taken away with minor injuries."), (1, 1), (1, 1)),
        (("A boy was shot.", "No one else was injured."), None, (1, 1)),
        (("A boy was shot.", "The driver was not injured."), None, (1, 1)),
        (("Ten people were killed, three of them children.",), (10, 10), None),
        (("He killed two women before killing himself.",), (3, 3), None),
        (("He killed himself.",), (1, 1), None),
        (("Two men died.", "In 2009 a blast killed 80 people."), (2, 2), None),
        (("Two men died.", "The flood could kill 900 people."), (2, 2), None),
        (("A man died.", *("It rained.",) * 12, "A plague killed 90 people."), (1, 1), None),
        (("80 people were killed or wounded.",), None, None),
        (("4 were shot.", *("It rained.",) * 12, "In Brinn a man was killed."), (1, 1), (4, 4)),
        (("Most of the crowd fled their homes.",), None, None),
    ],
)
def test_total(sentences, killed, injured):
    found = harms(*sentences)
    assert total(found, "killed") == killed
    assert total(found, "injured") == injured
