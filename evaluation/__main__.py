"""Every figure that the project gives, each by one command."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import typer

from evaluation import (
    accounts,
    attribution,
    calibration,
    casualties,
    casualty_pairs,
    comparing,
    copied,
    coreference,
    desk,
    dossier,
    ecb,
    event_types,
    gate,
    gazetteer,
    heads,
    incidents,
    ingest,
    kills,
    memory,
    modality,
    nested,
    origins,
    participants,
    places,
    queue,
    relations,
    seed,
    seed_accounts,
    seed_incidents,
    speed,
    stance,
    times,
    wording,
)
from evaluation.corpora import CorpusMissingError, corpus, polnear, rows
from evaluation.show import (
    console,
    show_calibration,
    show_copies,
    show_counts,
    show_published,
    show_speed,
    table,
)
from evaluation.splits import SplitOption

SKIPPED = 3

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


app.command(name="times")(times.command)
app.command(name="places")(places.command)
app.command(name="casualties")(casualties.command)
app.command(name="ingest")(ingest.command)
app.command(name="kills")(kills.command)
app.command(name="incidents")(incidents.command)
app.command(name="ecb")(ecb.command)
app.command(name="relations")(relations.command)
app.command(name="accounts")(accounts.command)
app.command(name="casualty-pairs")(casualty_pairs.command)
app.command(name="comparing")(comparing.command)
app.command(name="queue")(queue.command)
app.command(name="desk")(desk.command)
app.command(name="copied")(copied.command)
app.command(name="dossier")(dossier.command)
app.command(name="seed-accounts")(seed_accounts.command)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(origins.app, name="origins")


def main() -> None:
    """Run the commands; where a corpus is missing, say so and leave with status 3."""
    try:
        app()
    except CorpusMissingError as error:
        typer.echo(f"skipped: {error}")
        sys.exit(SKIPPED)


@app.command(name="attribution")
def attribution_command(
    split: Annotated[
        Literal["dev", "reserved"],
        typer.Option(help="reserved: 60 articles that no choice was made on."),
    ] = "dev",
    damaged: Annotated[bool, typer.Option(help="Measure the damaged copies as well.")] = True,
) -> None:
    """Attribution on PolNeAR, beside people and the published systems."""
    articles = polnear(split)
    title = f"PolNeAR {split}"
    copies = attribution.DAMAGE if damaged else {"clean": ()}
    measured = {name: attribution.measure(articles, kinds) for name, kinds in copies.items()}
    clean = measured["clean"]
    show_copies(title, measured)
    show_counts(f"{title}, clean, Jaccard 0.5 or more", clean.symmetric.half)
    show_published(clean)
    show_calibration(calibration.bins(clean.confidence, clean.right))


@app.command(name="nested")
def nested_command() -> None:
    """Attributions within contents."""
    figures = nested.measure()
    show_counts("Attributions within contents of PolNeAR dev", {"nested": figures.found})
    right = figures.found.right
    console.print(f"of {right} found, {figures.sources} with the right source, {figures.placed} ")
    console.print("said to stand within the attribution that holds them")


@app.command(name="heads")
def heads_command(
    split: SplitOption = "dev",
    damage: Annotated[bool, typer.Option(help="Lower-cased and tokenized copies.")] = False,
) -> None:
    """Names, toponyms, times and events that the encoder marks, as against people."""
    kinds = attribution.DAMAGE["lower-cased and tokenized"] if damage else ()
    measured = heads.measure(split, kinds)
    show_counts(f"Spans marked exactly, {split}", {name: a for name, (a, _) in measured.items()})
    show_counts(f"Spans that overlap, {split}", {name: b for name, (_, b) in measured.items()})


@app.command(name="coreference")
def coreference_command(split: SplitOption = "dev") -> None:
    """Parties as chains of mentions, given the mentions of people and with those of the encoder."""
    finders = {"gold marks": coreference.with_marks(split), "heads": coreference.with_heads()}
    corpora = {"GUM": coreference.gum(split)}
    if split != "dev":
        corpora["MEANTIME"] = coreference.meantime(split)  # it has no dev part
    measured = {
        f"{corpus}, {marks}": coreference.measure(marked, find)
        for corpus, marked in corpora.items()
        for marks, find in finders.items()
    }
    table(
        f"Coreference of people and organisations, F1, {split}",
        ("", "mentions", "MUC", "B-cubed", "CEAF", "CoNLL"),
        [
            (
                name,
                *(
                    100 * one.f1
                    for one in (scores.mentions, scores.muc, scores.b_cubed, scores.ceaf)
                ),
                100 * scores.conll,
            )
            for name, scores in measured.items()
        ],
    )


@app.command(name="participants")
def participants_command(
    split: Annotated[
        Literal["train", "reserved"],
        typer.Option(help="reserved: texts that no choice was made on; there is no dev part."),
    ] = "train",
) -> None:
    """Who acts and who suffers in events with a participant, the events and mentions given."""
    show_counts(f"Participants of events, MEANTIME {split}", participants.measure(split))


@app.command(name="types")
def types_command(
    split: SplitOption = "dev",
    confused: Annotated[int, typer.Option(help="How many confusions to list.")] = 10,
) -> None:
    """The types of events on CASE 2021, beside two floors."""
    measured = event_types.measure(split)
    table(
        f"Types of events, CASE 2021 {split}",
        ("", "snippets", "accuracy %", "macro F1", "weighted F1"),
        [
            (name, one.of, *(100 * each for each in (one.accuracy, one.macro_f1, one.weighted_f1)))
            for name, one in measured.items()
        ],
    )
    if split != "reserved":
        pairs = measured["the package"].confused.most_common(confused)
        table("The package", ("marked", "found", "times"), [(*pair, n) for pair, n in pairs])


@app.command(name="modality")
def modality_command(split: SplitOption = "dev") -> None:
    """Whether events took place, against judgements of people."""
    table(
        f"What took place, {split}",
        ("", "words", "Pearson", "error", "sure", "head %", "words alone %", "package %"),
        [
            (
                *(name, one.words, f"{one.pearson:.2f}", f"{one.error:.2f}", one.sure),
                *(100 * each for each in (one.head, one.words_alone, one.package)),
            )
            for name, one in modality.measure(split).items()
        ],
    )


@app.command(name="seed")
def seed_command() -> None:
    """The article that the project grew from: its attributions and its incidents."""
    results = seed.measure()
    table(
        f"{sum(one.is_right for one in results)} of {len(results)} found with the right source",
        ("", "content", "source", "right"),
        [
            (one.id, one.content, "right" if one.source else "wrong", one.is_right)
            for one in results
        ],
    )
    told = seed_incidents.measure()
    table(
        f"{sum(one.is_right for one in told)} of {len(told)} incidents right",
        ("", "what", "told", "date", "place", "killed"),
        [(one.id, one.what, one.event, one.date, one.place, one.killed) for one in told],
    )


@app.command(name="stance")
def stance_command() -> None:
    """Stance and framing, on the half of the labelled attributions that was not looked at."""
    for name, (count, confused) in stance.measure().items():
        wrong = {pair: times for pair, times in confused.items() if pair[0] != pair[1]}
        title = f"{name}: {count.right} of {count.marked} right ({count.recall:.1%})"
        table(title, ("labelled", "taken for", "times"), [(*pair, n) for pair, n in wrong.items()])


@app.command(name="wording")
def wording_command() -> None:
    """Where sentences begin, hedging words, loaded words."""
    show_counts("Words marked, on texts held out", wording.measure())


@app.command(name="speed")
def speed_command() -> None:
    """Documents and words a second, and how near that is to what the machine can do."""
    articles = polnear("dev")
    show_speed([speed.measure(articles, threads) for threads in (1, 2)])


@app.command(name="memory")
def memory_command(
    documents: Annotated[int, typer.Option(help="How many documents the stream has.")] = 300,
    megabytes: Annotated[int, typer.Option(help="How large the one text is.")] = 5,
) -> None:
    """The memory that the command needs for a stream of documents, and for one large text."""
    texts = [row["text"] for row in rows(corpus("news/allsides_conflict.jsonl.gz"))]
    with tempfile.TemporaryDirectory() as folder:
        stream, large = Path(folder, "stream.jsonl"), Path(folder, "large.txt")
        lines = (json.dumps({"text": text}) for text in texts[:documents])
        stream.write_text("\n".join(lines), "utf-8")
        large.write_text("\n\n".join(texts)[: megabytes * 1_000_000], "utf-8")
        measured = [
            (name, memory.measure(["read", "--quiet", "--format", "jsonl", str(path)]))
            for name, path in ((f"{documents} documents", stream), (f"{megabytes} MB", large))
        ]
    table(
        "Memory of all processes together",
        ("input", "MB", "seconds", "status"),
        [(name, used.peak / 1e6, used.seconds, used.status) for name, used in measured],
    )


@app.command(name="gate")
def gate_command(
    set_floors: Annotated[
        bool, typer.Option("--set", help="Set the floors to the present figures.")
    ] = False,
) -> None:
    """Check that no figure is under its floor."""
    if set_floors:
        gate.store()
        return
    checked = gate.check()
    table(
        "The quality gate",
        ("", "floor", "now", ""),
        [(one.name, one.floor, one.value, "" if one.holds else "UNDER") for one in checked],
    )
    if not all(one.holds for one in checked):
        raise typer.Exit(1)


if __name__ == "__main__":
    main()
