"""``python -m training``: make the attribution model from the corpora.

Every step is kept in the working folder; an interrupted one goes on where it was.
"""

from pathlib import Path
from typing import Annotated

import typer

from training.recipe import Kitchen, Recipe

app = typer.Typer(add_completion=False, no_args_is_help=True)

Folder = Annotated[Path, typer.Option(help="Where the steps are kept.")]
Pretrained = Annotated[
    Path, typer.Option(help="The folder of all-MiniLM-L6-v2: model.safetensors, tokenizer.json.")
]


@app.command()
def teachers(pretrained: Pretrained, folder: Folder = Path("runs")) -> None:
    """Train the teachers."""
    _kitchen(pretrained, folder).teachers()


@app.command()
def student(pretrained: Pretrained, folder: Folder = Path("runs")) -> None:
    """Train the teachers and the student."""
    _kitchen(pretrained, folder).student()


def _kitchen(pretrained: Path, folder: Path) -> Kitchen:
    return Kitchen(Recipe(), folder, pretrained, typer.echo)


if __name__ == "__main__":
    app()
