"""``python -m training``: make the attribution model from the corpora.

Every step is kept in the working folder; an interrupted one goes on where it was.
"""

from pathlib import Path
from typing import Annotated

import typer

from training.recipe import Recipe, Steps

MODEL = Path(__file__).parent.parent / "src" / "rashomon" / "models" / "attribution"


def make(
    pretrained: Annotated[
        Path,
        typer.Option(help="The folder of all-MiniLM-L6-v2: model.safetensors, tokenizer.json."),
    ],
    teacher: Annotated[
        Path,
        typer.Option(help="The folder of the model of version 0.1.0: docs/contributing.md."),
    ],
    folder: Annotated[Path, typer.Option(help="Where the steps are kept.")] = Path("runs"),
    target: Annotated[Path, typer.Option(help="Where the model is written.")] = MODEL,
) -> None:
    """Train, export and tune the attribution model; run again, it goes on where it was."""
    Steps(Recipe(), folder, pretrained, teacher, typer.echo).model(target)


if __name__ == "__main__":
    typer.run(make)
