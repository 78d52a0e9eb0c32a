"""Damaged copies keep their marks on the same words."""

import random

import pytest

from evaluation import damage
from evaluation.attribution import DAMAGE
from evaluation.corpora import Article
from evaluation.matching import Quotation
from rashomon.model.spans import Span

TEXT = (
    "“The Orle isn’t safe,” Mira Tolan said.\n\n"
    "The port's office replied: “We close at six.” It didn't say why.\n"
)


def marked(*parts):
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


ARTICLE = Article(
    "invented",
    TEXT,
    (
        Quotation(marked("Mira Tolan"), marked("said"), marked("“The Orle isn’t safe,”")),
        Quotation(marked("The port's office"), marked("replied"), marked("“We close at six.”")),
    ),
)


def damaged(*kinds):
    return damage.damaged(ARTICLE, kinds, random.Random(1))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (damage.lowercased, TEXT.lower()),
        (damage.without_quotation_marks, TEXT.replace("“", "").replace("”", "")),
        (damage.straight_quotation_marks, TEXT.translate(str.maketrans("“”’", '""\''))),
        (damage.on_one_line, TEXT.replace("\n\n", " ")),
    ],
)
def test_what_each_kind_does(kind, text):
    assert damaged(kind).text.strip() == text.strip()


def test_tokenized_text_has_spaces_around_its_marks():
    assert "safe , ” Mira Tolan said ." in damaged(damage.tokenized).text


@pytest.mark.parametrize("kinds", DAMAGE.values(), ids=DAMAGE)
def test_marks_stay_on_their_words(kinds):
    def letters(words):
        return "".join(filter(str.isalnum, words)).lower()

    copy = damaged(*kinds)
    for before, after in zip(ARTICLE.quotations, copy.quotations, strict=True):
        for role in ("source", "cue", "content"):
            old = [letters(span.of(TEXT)) for span in before.of(role)]
            new = [letters(span.of(copy.text)) for span in after.of(role)]
            assert new == old


@pytest.mark.parametrize("kinds", DAMAGE.values(), ids=DAMAGE)
def test_damage_by_the_same_lot_is_the_same(kinds):
    assert damaged(*kinds) == damaged(*kinds)
