"""Sentences put into other mouths: what was marked stays marked, a level further in."""

import random

from evaluation.corpora import Article
from evaluation.matching import Quotation
from rashomon.model.spans import Span
from training.embedding import embed

TEXT = (
    "The Orle rose all night. Mira Tolan denied that the gates had failed. "
    "Nobody slept.\n\nThe mayor said the road was open. Lorries turned back."
)


def marked(*parts):
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


ARTICLE = Article(
    "invented",
    TEXT,
    (
        Quotation(marked("Mira Tolan"), marked("denied"), marked("that the gates had failed")),
        Quotation(marked("The mayor"), marked("said"), marked("the road was open")),
    ),
)


def words(article, quotation):
    return [
        [span.of(article.text).lower() for span in quotation.of(role)]
        for role in ("source", "cue", "content")
    ]


def test_marked_attributions_keep_their_words_whether_nested_or_not():
    before = sorted(words(ARTICLE, one) for one in ARTICLE.quotations)
    for seed in range(50):
        made = embed(ARTICLE, random.Random(seed))
        kept = [words(made.article, one) for one in (*made.article.quotations, *made.nested)]
        assert all(one in kept for one in before)


def test_nested_attributions_lie_in_the_content_of_one_that_is_not():
    nested = 0
    for seed in range(50):
        made = embed(ARTICLE, random.Random(seed))
        for one in made.nested:
            nested += 1
            parts = (*one.source, *one.cue, *one.content)
            assert any(
                all(any(held.holds(part) for held in outer.content) for part in parts)
                for outer in made.article.quotations
            )
    assert nested
