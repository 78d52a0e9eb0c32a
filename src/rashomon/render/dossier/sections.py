"""The sections of a dossier, each a piece of a page: alone in one file, or on the desk."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypeAlias

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from rashomon.render.dossier.board import board_of, grades_shown
from rashomon.render.dossier.chronology import chronology_of
from rashomon.render.dossier.counts import count_sheets
from rashomon.render.dossier.decisions import record_of
from rashomon.render.dossier.evidence import Evidence
from rashomon.render.dossier.gaps import gaps_of
from rashomon.render.dossier.head import head_of
from rashomon.render.dossier.loaded import Loaded
from rashomon.render.dossier.names import listing, name
from rashomon.render.dossier.opposed import denials_of, pairs_of
from rashomon.render.dossier.places import whereabouts_of
from rashomon.render.dossier.roots import Roots, roots_of
from rashomon.render.dossier.sources import Source, sources_of
from rashomon.render.dossier.unnamed import own_voices
from rashomon.render.dossier.view import Links, View
from rashomon.render.dossier.wording import side_by_side, voices_of
from rashomon.render.html.days import day_with_year, long_day
from rashomon.render.html.environment import build_environment, stylesheet

_PACKAGE = "rashomon.render.dossier"

Body: TypeAlias = Callable[[], Markup]
"""What makes the body of a section."""
OfEach: TypeAlias = Callable[[Callable[[Body], Markup], Sequence[Body]], Iterable[Markup]]
"""Does some work with each of some sections, and returns what it makes, in their order."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a dossier.

    Attributes:
        id: the ``id`` of its element, to which links lead.
        title: its heading.
        short: the same in a word or two.
        body: what stands below the heading.
    """

    id: str
    title: str
    short: str
    body: Markup


def sections(view: View, links: Links | None = None, of_each: OfEach = map) -> tuple[Section, ...]:
    """Return the sections of a dossier, without those that have nothing to show.

    Links between them are within one page: where all are shown together, each leads somewhere.
    They need the styles of :func:`styles`, and no script.

    Args:
        view: what is shown.
        links: where they lead beyond the page; nowhere where left out.
        of_each: how each of them is made: one after the other, or shared.
    """
    maker = _Maker(view, links or Links())
    return tuple(one for one in maker.all(of_each) if one.body)


def styles() -> str:
    """Return the style of the sections, to be used with the tokens that all pages share."""
    return stylesheet("dossier", _PACKAGE)


@cache
def environment() -> Environment:
    """Return what renders the templates of dossiers."""
    made = build_environment(PackageLoader(_PACKAGE))
    made.filters |= {
        "name": name,
        "listing": listing,
        "long_day": long_day,
        "short_day": day_with_year,
    }
    return made


def load_templates() -> None:
    """Load the templates of dossiers, which otherwise are loaded as each is needed."""
    for one in environment().list_templates():
        environment().get_template(one)


class _Maker:
    """Makes the sections of one dossier."""

    def __init__(self, view: View, links: Links) -> None:
        self._view = view
        self._links = links
        self._sources: Mapping[str, Source] = sources_of(view, links)
        self._evidence = Evidence(view, self._sources, links)
        self._roots = roots_of(view.origins, view.readings, self._sources)
        self._known_roots = _known(self._roots)

    def all(self, of_each: OfEach) -> Iterator[Section]:
        """Yield all sections, those without contents with an empty body."""
        parts: tuple[tuple[str, str, str, Body], ...] = (
            ("summary", "In short", "In short", self._head),
            ("matrix", "Who answers what", "Answers", self._matrix),
            ("counts", "The dead and the injured", "Counts", self._counts),
            ("time", "When", "When", self._time),
            ("place", "Where", "Where", self._place),
            ("opposed", "Denials and contradictions", "Denials", self._opposed),
            ("origins", "Where the accounts come from", "Origins", self._origins),
            ("wording", "How each outlet words it", "Wording", self._wording),
            ("unnamed", "In nobody's name", "Own voice", self._unnamed),
            ("words", "The words behind the answers", "Words", self._words),
            ("documents", "Documents", "Documents", self._documents),
            ("method", "Method and limits", "Method", self._method),
        )
        # the words are half of the work; those that rest on the same come next to each other
        first: list[Body] = [self._words, self._wording, self._unnamed, self._matrix]
        order = [*first, *(body for *_, body in parts if body not in first)]
        bodies = dict(zip(order, of_each(_made, order), strict=True))
        for id_, title, short, body in parts:
            yield Section(id_, title, short, bodies[body])

    @cached_property
    def _loaded(self) -> Loaded:
        return Loaded(self._view, self._sources)

    def _head(self) -> Markup:
        return self._rendered("head", head=head_of(self._view, self._sources))

    def _matrix(self) -> Markup:
        if not self._view.comparison.points:
            return Markup()
        board = board_of(self._view.comparison, self._evidence.words_of, self._evidence.vague)
        return self._rendered("matrix", board=board, grades=grades_shown(board.rows))

    def _counts(self) -> Markup:
        sheets = count_sheets(self._view.comparison)
        return self._rendered("counts", counts=sheets) if sheets else Markup()

    def _time(self) -> Markup:
        found = chronology_of(self._view, self._sources)
        return self._rendered("time", time=found) if found.figure else Markup()

    def _place(self) -> Markup:
        found = whereabouts_of(self._view)
        is_any = found.figure or found.places
        return self._rendered("place", where=found) if is_any else Markup()

    def _opposed(self) -> Markup:
        denials = denials_of(self._view, self._sources)
        pairs, more = pairs_of(self._view, self._sources, self._links)
        if not denials and not pairs:
            return Markup()
        return self._rendered("opposed", denials=denials, pairs=pairs, more=more)

    def _origins(self) -> Markup:
        return self._rendered("origins", roots=self._roots)

    def _wording(self) -> Markup:
        worded = side_by_side(self._view.comparison, self._evidence, self._sources, self._loaded)
        voices = voices_of(self._view.readings, self._sources, self._loaded)
        return self._rendered("wording", worded=worded, voices=voices)

    def _unnamed(self) -> Markup:
        found = own_voices(self._view, self._sources, self._links, self._loaded)
        return self._rendered("unnamed", unnamed=found) if found else Markup()

    def _words(self) -> Markup:
        points = self._evidence.points()
        return self._rendered("words", points=points) if points else Markup()

    def _documents(self) -> Markup:
        return self._rendered("documents", sources=self._sources)

    def _method(self) -> Markup:
        gaps = gaps_of(self._view, self._sources)
        record = record_of(self._view, self._sources)
        return self._rendered("method", method=self._view.method, gaps=gaps, record=record)

    def _rendered(self, name: str, **values: Any) -> Markup:
        template = environment().get_template(f"dossier/{name}.html")
        return Markup(template.render(values, known_roots=self._known_roots))


def _made(body: Body) -> Markup:
    return body()


def _known(roots: Roots) -> frozenset[str]:
    """Return the ``id`` of every origin that has an element to which links may lead."""
    trees = [one.id for one in (*roots.trees, *roots.cited)]
    alone = [one.origin for one in roots.alone if one.origin]
    return frozenset((*trees, *alone, *(one.id for one in roots.shared)))
