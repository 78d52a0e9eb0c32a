"""Which documents are held to be about one incident, against a registry and contested incidents.

*Shootings.* Reports with the incident of the Gun Violence Archive that they were collected for.
*Accounts.* Reports by opposed outlets on five incidents of the Syrian war, two of them neighbours:
by themselves, and among other reports on that war and on politics.

B-cubed (Bagga and Baldwin 1998): for each report the share of those put with it that belong with it
(precision), and of those that belong with it that are put with it (recall); means over reports. All
reports of a corpus are linked together; those of one part of it are counted. Beside it two floors:
each report by itself, and TF-IDF, greedily, within some days.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from evaluation.corpora import corpus, rows
from evaluation.readings import KEPT, readings
from evaluation.show import table
from evaluation.splits import incident_parts
from rashomon.linking.incidents import Linked, link, sketch
from rashomon.linking.incidents.terms import tokens
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_incident_model

SHOOTINGS = "linking/gun_violence.documents"
ACCOUNTS = "accounts/documents"
OTHERS = ("news/fakes_syria", "news/allsides_conflict")

Counted = Literal["train", "dev", "reserved", "all"]

_ALIKE = 0.2
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Agreement:
    """How found groups agree with marked ones.

    Attributes:
        precision: B-cubed precision, 0 to 1.
        recall: B-cubed recall, 0 to 1.
        documents: how many reports were counted.
    """

    precision: float
    recall: float
    documents: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def agreement(
    marked: Mapping[str, Hashable],
    found: Mapping[str, Hashable],
    counted: Iterable[str] | None = None,
) -> Agreement:
    """Return how found groups agree with marked ones.

    Args:
        marked: the group of each report by the corpus.
        found: the group of each report as found.
        counted: the reports that count; all where it is left out.
    """
    chosen = list(marked if counted is None else counted)
    in_marked = Counter(marked.values())
    in_found = Counter(found[one] for one in marked)
    in_both = Counter((marked[one], found[one]) for one in marked)
    right = {one: in_both[marked[one], found[one]] for one in chosen}
    return Agreement(
        sum(right[one] / in_found[found[one]] for one in chosen) / len(chosen),
        sum(right[one] / in_marked[marked[one]] for one in chosen) / len(chosen),
        len(chosen),
    )


@dataclass(frozen=True, slots=True)
class Marked:
    """Reports with the incident that each is about.

    Attributes:
        incidents: by the id of the report.
        readings: those that could be read.
    """

    incidents: Mapping[str, str]
    readings: Mapping[str, Reading]


def marked(name: str, *, prefix: str = "", kept: Path = KEPT) -> Marked:
    """Return the reports of a corpus; where it marks no incidents, none are.

    Args:
        name: the corpus.
        prefix: put before the ids.
        kept: the folder in which readings are kept.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    incidents: dict[str, str] = {}
    found: dict[str, Reading] = {}
    given = rows(corpus(f"{name}.jsonl.gz"))
    for number, (row, reading) in enumerate(zip(given, readings(name, kept), strict=True)):
        # one page may stand there for two incidents
        id_ = f"{prefix}{row['id']}:{number}"
        if "incident_id" in row:
            incidents[id_] = row["incident_id"]
        if reading:
            found[id_] = reading
    return Marked(incidents, found)


def linked(read: Mapping[str, Reading]) -> Linked:
    """Return the incidents of documents."""
    model = load_incident_model()
    return link(((id_, sketch(one, model)) for id_, one in read.items()), (), model)


def subjects(documents: Iterable[str], found: Linked) -> dict[str, str]:
    """Return the incident that each document is about; the document where it is about none."""
    about = {one: one for one in documents}
    for incident in found.incidents:
        for document in incident.documents:
            if document.role == "main":
                about[document.document] = incident.id
    return about


def by_words(read: Mapping[str, Reading], incidents: Mapping[str, str]) -> dict[str, str]:
    """Return groups by TF-IDF: each report, by date, joins the most alike one of the days before.

    Args:
        read: the reports.
        incidents: all reports, those that could not be read too.
    """
    bags = {
        id_: Counter(tokens(f"{one.document.title or ''} {one.document.text}"))
        for id_, one in read.items()
    }
    held = Counter(term for bag in bags.values() for term in bag)
    vectors = {id_: _vector(bag, held, len(bags)) for id_, bag in bags.items()}
    group = {one: one for one in incidents}
    seen: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for id_ in sorted(vectors, key=lambda one: (_day(read[one]), one)):
        alike: dict[str, float] = defaultdict(float)
        day = _day(read[id_])
        for term, weight in vectors[id_].items():
            for then, other in reversed(seen[term]):
                if then < day - _DAYS:
                    break
                alike[other] += weight * vectors[other][term]
            seen[term].append((day, id_))
        best = max(alike, key=lambda one: (alike[one], one), default=id_)
        if alike.get(best, 0.0) >= _ALIKE:
            group[id_] = group[best]
    return group


def _vector(bag: Counter[str], held: Mapping[str, int], documents: int) -> dict[str, float]:
    weighed = {
        term: (1 + math.log(times)) * math.log(documents / held[term])
        for term, times in bag.items()
    }
    length = math.sqrt(math.fsum(value * value for value in weighed.values())) or 1.0
    return {term: value / length for term, value in weighed.items()}


def _day(reading: Reading) -> int:
    published = reading.document.published
    return date.fromisoformat(published).toordinal() if published else 0


def shootings(counted: Counted) -> dict[str, Agreement]:
    """Return how the package and two floors agree with the registry.

    Args:
        counted: the part of the reports that counts; the others are linked with it all the same,
            but for the reserved ones where others are asked for.
    """
    part_of = incident_parts(SHOOTINGS)
    told = marked(SHOOTINGS)
    if counted in ("train", "dev"):
        told = _without(told, {one for one, part in part_of.items() if part == "reserved"})
    of = [id_ for id_, one in told.incidents.items() if counted in ("all", part_of[one])]
    package = subjects(told.incidents, linked(told.readings))
    groups = {
        "each by itself": {one: one for one in told.incidents},
        "TF-IDF within a week": by_words(told.readings, told.incidents),
        "the package": package,
    }
    found = {name: agreement(told.incidents, group, of) for name, group in groups.items()}
    read = {one: told.incidents[one] for one in told.readings}
    found["the package, of reports with a text"] = agreement(
        read, package, [one for one in of if one in read]
    )
    return found


def _without(told: Marked, incidents: set[str]) -> Marked:
    kept = {id_: one for id_, one in told.incidents.items() if one not in incidents}
    return Marked(kept, {id_: one for id_, one in told.readings.items() if id_ in kept})


def accounts(others: Sequence[str] = (), kept: Path = KEPT) -> Agreement:
    """Return how found groups agree with the contested incidents, among reports of others.

    Args:
        others: corpora of the others.
        kept: the folder in which readings are kept.
    """
    told = marked(ACCOUNTS, kept=kept)
    read = dict(told.readings)
    texts = {one.document.text for one in read.values()}
    for name in others:
        more = marked(name, prefix=f"{name}:", kept=kept).readings
        # some accounts were taken from these corpora
        read.update((id_, one) for id_, one in more.items() if one.document.text not in texts)
    about = subjects(read, linked(read))
    incidents = {id_: told.incidents.get(id_, "other") for id_ in read}
    # what else is put with an account may be of its incident all the same: it is not counted
    theirs = {id_: one for id_, one in incidents.items() if one != "other"}
    return agreement(theirs, about)


def command(
    split: Annotated[
        Counted,
        typer.Option(help="reserved, all: with reports that no choice was made on."),
    ] = "dev",
) -> None:
    """Incidents: reports of shootings, and accounts of contested incidents, B-cubed."""
    measured = {f"shootings, {name}": one for name, one in shootings(split).items()}
    measured["accounts"] = accounts()
    measured["accounts among others"] = accounts(OTHERS)
    table(
        f"Reports of one incident, {split}",
        ("", "reports", "precision", "recall", "B-cubed F1"),
        [
            (name, one.documents, *(100 * each for each in (one.precision, one.recall, one.f1)))
            for name, one in measured.items()
        ],
    )
