"""The package as it is measured: articles in, readings out."""

from collections.abc import Sequence

from evaluation.corpora import Article
from rashomon.model.document import Document, identity
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_analyser
from rashomon.settings import AnalysisSettings


def readings(articles: Sequence[Article], *, threads: int = 2) -> list[Reading]:
    """Return what the package reads in each article."""
    analyser = load_analyser(AnalysisSettings(), threads=threads)
    return [analyser.read(document(article)) for article in articles]


def document(article: Article) -> Document:
    """Return an article as a document."""
    return Document(id=identity(article.text.encode()), text=article.text, path=article.id)
