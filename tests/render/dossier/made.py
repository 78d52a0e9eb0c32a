"""The view of an invented incident: four papers on a raid on a mill."""

from collections.abc import Iterable

from rashomon.model.case import DocumentRow
from rashomon.model.comparison import Where
from rashomon.model.document import identity
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.reading import Attribution, Party, Reading, Statement, Time
from rashomon.model.spans import Span
from rashomon.render.dossier.method import Method, ModelNote
from rashomon.render.dossier.view import View
from rashomon.render.figures.basemap import BaseMap, Country
from rashomon.render.figures.clipping import Box
from rashomon.render.figures.ground import Ground, Town
from tests.render.case.accounts import COMPARISON, DAYS, DOCUMENTS, ROOTS, TEXTS

OSTERBY = Where("Osterby", 55.1, 12.2, 5.0, "DK", "town")
METHOD = Method(
    version="0.2",
    case="mill.case",
    state="ab" * 32,
    entries=7,
    changed_at="2023-06-01T10:00:00Z",
    read_by=(("rashomon", "0.2"),),
    read_otherwise=0,
    linked_by=(("rashomon", "0.2"),),
    models=(ModelNote("A model", "Reads.", ("right in 7 of 10",), ("errs",)),),
    decisions=(),
)
BOX = Box(11.0, 54.5, 13.0, 55.7)
SQUARE = ((11.0, 54.5), (13.0, 54.5), (13.0, 55.7), (11.0, 55.7), (11.0, 54.5))
GROUND = Ground(
    BaseMap(BOX, (Country("Land", (SQUARE,)),), (SQUARE[:2],), (SQUARE[1:3],)),
    (Town("Lindholm", 55.3, 12.6, 9000), Town("Osterby", 55.1, 12.2, 400)),
)
SPOKEN = {"Tide": "the Osterby Monitor", "Gull": "the Osterby Monitor", "Plover": "Halk's police"}


def ident(publisher):
    """Return the ``id`` of the document of a paper."""
    return identity(publisher.encode())


def span_in(publisher, words):
    """Return where words stand in a paper."""
    start = TEXTS[publisher].index(words)
    return Span(start, start + len(words))


def attribution(publisher, source, *, framing="neutral", cue="said", id_="a1"):
    """Return an attribution of a paper."""
    return Attribution(
        id=id_,
        source=(span_in(publisher, source),),
        cue=(span_in(publisher, cue),),
        content=(Span(0, span_in(publisher, source).start),),
        party="p1",
        stance="asserts",
        framing=framing,
        within=None,
        confidence=0.9,
    )


def reading(publisher, *, times: Iterable[Time] = (), framing="neutral"):
    """Return what was read in a paper."""
    source = SPOKEN.get(publisher)
    statements = ()
    if publisher == "Tide":
        savage = (span_in("Tide", "savage"),)
        statements = (
            Statement("s1", span_in("Tide", "The savage raid shook the town."), False, savage),
        )
    return Reading(
        document=DOCUMENTS[ident(publisher)],
        attributions=(attribution(publisher, source, framing=framing),) if source else (),
        statements=statements,
        parties=(Party("p1", source, "monitor", None, ()),) if source else (),
        times=tuple(times),
        places=(),
        events=(),
        boilerplate=(),
    )


def row(paper, **changed):
    """Return what is known of the document of a paper."""
    document = DOCUMENTS[ident(paper)]
    known = {
        "id": document.id,
        "external_id": None,
        "path": f"{paper}.txt",
        "publisher": paper,
        "title": document.title,
        "url": f"https://{paper.lower()}.example/mill",
        "published": DAYS[paper],
        "language": "en",
        "words": 20,
        "origin": ROOTS[paper],
        "version": 1,
        "versions": 1,
        "is_current": True,
        "added_at": "2023-06-01T09:00:00Z",
        "obtained_at": None,
    }
    return DocumentRow(**(known | changed))


ORIGINS = Origins(
    origins=(
        Origin("o1", "agency", "Osterby Wire", None, (ident("Tide"), ident("Gull"))),
        Origin("o2", "document", "Heron", ident("Heron"), (ident("Heron"),)),
        Origin("o3", "document", "Plover", ident("Plover"), (ident("Plover"),)),
        Origin("o4", "publisher", "Swan", None, ()),
    ),
    derivations=(
        Derivation(ident("Tide"), None, None, None, "o1", "byline", 0.9, "it says (Osterby Wire)"),
        Derivation(ident("Gull"), None, ident("Tide"), None, "o1", "copy", 0.95, "95 % of it"),
        Derivation(
            ident("Heron"),
            span_in("Heron", "A gas leak tore the mill apart"),
            *(None, None, "o4", "citation", 0.7, "the text cites Swan"),
        ),
    ),
)


def view(**changed):
    """Return the view, with some of it changed."""
    made = {
        "comparison": COMPARISON,
        "readings": {ident(one): reading(one) for one in TEXTS},
        "rows": {ident(one): row(one) for one in TEXTS},
        "origins": ORIGINS,
        "country": "Denmark",
        "ground": lambda: GROUND,
        "method": METHOD,
    }
    return View(**(made | changed))
