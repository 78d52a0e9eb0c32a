"""The recipe of the attribution model, step by step; each step is kept, and done once.

1. **Teachers.** The marked articles are dealt into folds; a network is trained on all folds but
   one, for each. So every article has a teacher that never saw it.
2. **Lessons.** For each marked article, what the teacher that never saw it says of its tags; for
   articles that nobody marked, what all teachers say together, and the attributions they find.
3. **Student.** One network learns from what people marked and from what the teachers say.
4. **Wording.** On the frozen student, small heads for sentences, hedges and loaded words.
5. **Calibration.** The confidence of attributions, on the development articles.
6. **Export.** ONNX in int8, with its parameters.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from evaluation.corpora import Article, corpus, polnear, rows
from training.examples import Lesson, Taught
from training.loop import Report, Run, Schedule
from training.network import Reader
from training.objective import Weights
from training.prediction import Prediction, found_in, predict, quotations


@dataclass(frozen=True, slots=True)
class Recipe:
    """All numbers of the recipe.

    Attributes:
        folds: how many teachers there are.
        teacher: the schedule of each teacher; its seed is moved on by the number of the fold.
        student: the schedule of the student.
        teacher_weights: what counts how much for teachers.
        student_weights: the same for the student.
        unmarked: how many articles of each corpus that nobody marked are learned from.
        unmarked_characters: how much of each of them, from its start.
    """

    folds: int = 3
    teacher: Schedule = field(default_factory=lambda: Schedule(epochs=9))
    student: Schedule = field(default_factory=lambda: Schedule(epochs=8, seed=7))
    teacher_weights: Weights = field(default_factory=lambda: Weights(0.0, 0.5, 0.3))
    student_weights: Weights = field(default_factory=lambda: Weights(0.5, 0.5, 0.3))
    unmarked: tuple[tuple[str, int], ...] = (
        ("news/allsides_conflict.jsonl.gz", 900),
        ("news/fakes_syria.jsonl.gz", 200),
    )
    unmarked_characters: int = 5_000


class Kitchen:
    """Carries the recipe out, in a folder where every step is kept.

    Args:
        recipe: its numbers.
        folder: where the steps are kept.
        pretrained: the folder of the pretrained encoder (``model.safetensors``,
            ``tokenizer.json``).
        report: takes a line on how it goes.
    """

    def __init__(self, recipe: Recipe, folder: Path, pretrained: Path, report: Report) -> None:
        self._recipe = recipe
        self._folder = folder
        self._pretrained = pretrained
        self._report = report
        self.tokenizer = Tokenizer.from_file(str(pretrained / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._marked = polnear("train")

    def teachers(self) -> list[Reader]:
        """Return the teachers; number ``i`` has not seen the articles ``i, i + folds, ...``."""
        recipe = self._recipe
        trained = []
        for fold in range(recipe.folds):
            seen = [one for i, one in enumerate(self._marked) if i % recipe.folds != fold]
            schedule = replace(recipe.teacher, seed=recipe.teacher.seed + fold)
            name = f"teacher-{fold}"
            lessons = [Lesson(article) for article in seen]
            trained.append(self._run(name, schedule, recipe.teacher_weights, lessons))
        return trained

    def student(self) -> Reader:
        """Return the student."""
        recipe = self._recipe
        return self._run("student", recipe.student, recipe.student_weights, self.lessons())

    def lessons(self) -> list[Lesson]:
        """Return what the student learns from."""
        teachers = self.teachers()
        return [*self._marked_lessons(teachers), *self._unmarked_lessons(teachers)]

    def _run(
        self, name: str, schedule: Schedule, weights: Weights, lessons: Sequence[Lesson]
    ) -> Reader:
        run = Run(
            schedule,
            weights,
            self._pretrained / "model.safetensors",
            self._folder / f"{name}.pt",
            lambda line: self._report(f"{name}: {line}"),
        )
        return run.train(lessons, self.tokenizer)

    def _marked_lessons(self, teachers: Sequence[Reader]) -> list[Lesson]:
        """Return the marked articles with what the teacher says that has not seen them."""
        lessons = []
        for fold, teacher in enumerate(teachers):
            unseen = self._marked[fold :: len(teachers)]
            predictions = self._predict([teacher], [one.text for one in unseen])
            for article, prediction in zip(unseen, predictions, strict=True):
                nested = quotations(found_in(prediction, teacher, nested=True), prediction.words)
                lessons.append(Lesson(article, nested, _taught(prediction)))
        return lessons

    def _unmarked_lessons(self, teachers: Sequence[Reader]) -> list[Lesson]:
        """Return articles that nobody marked, with what all teachers say of them."""
        articles = list(self._unmarked())
        lessons = []
        predictions = self._predict(teachers, [one.text for one in articles])
        for article, prediction in zip(articles, predictions, strict=True):
            outer, nested = (
                quotations(found_in(prediction, teachers[0], nested=nested), prediction.words)
                for nested in (False, True)
            )
            found = replace(article, quotations=outer)
            lessons.append(Lesson(found, nested, _taught(prediction), is_marked=False))
        return lessons

    def _unmarked(self) -> Iterator[Article]:
        """Yield the drawn articles; none that the project is measured on."""
        measured = {row["id"] for row in rows(corpus("accounts/documents.jsonl.gz"))}
        for name, count in self._recipe.unmarked:
            texts = [(row["id"], row["text"]) for row in rows(corpus(name))]
            texts = [(number, text) for number, text in texts if number not in measured]
            for number, text in random.Random(name).sample(texts, count):
                yield Article(number, _start(text, self._recipe.unmarked_characters), ())

    def _predict(self, networks: Sequence[Reader], texts: Sequence[str]) -> list[Prediction]:
        return predict(networks, texts, self.tokenizer, size=self._recipe.teacher.size)


def _taught(prediction: Prediction) -> Taught:
    return Taught(tags=np.exp(prediction.tags), nested=np.exp(prediction.nested))


def _start(text: str, most: int) -> str:
    """Return the first ``most`` characters of a text, cut at the end of a paragraph or sentence."""
    if len(text) <= most:
        return text
    cut = max(text.rfind("\n", 0, most), text.rfind(". ", 0, most) + 1)
    return text[: cut if cut > most // 2 else most]
