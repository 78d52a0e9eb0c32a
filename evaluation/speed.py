"""How fast the package reads, and how near it comes to what the machine can do."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper

from evaluation.corpora import Article
from evaluation.reading import document
from rashomon.analysis.attributions import find_attributions
from rashomon.analysis.encoder import Encoder, Task
from rashomon.analysis.nesting import Nester
from rashomon.analysis.windows import plan
from rashomon.analysis.words import find_words
from rashomon.model.document import Document
from rashomon.pipeline.resources import load_analyser, load_encoder, load_parameters, load_tokenizer
from rashomon.settings import AnalysisSettings

WIDTH, INNER, LAYERS = 384, 1536, 6
MATRICES = ((WIDTH, 3 * WIDTH), (WIDTH, WIDTH), (WIDTH, INNER), (INNER, WIDTH))
"""The weights of one layer: inputs and outputs of each of its products."""

_ROWS = 2048
_REPEATS = 15
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured on a number of threads.

    Attributes:
        threads: processor threads.
        documents: documents read a second, from text to reading.
        attributed: documents a second where nothing but attributions is looked for.
        words: words read a second.
        pieces: wordpieces that the encoder takes a second, its heads included.
        operations: billions of operations a second that the encoder's pieces need.
        machine: billions of operations a second that the machine reaches on the encoder's
            matrices, in int8.
    """

    threads: int
    documents: float
    attributed: float
    words: float
    pieces: float
    operations: float
    machine: float

    @property
    def ratio(self) -> float:
        """Return the share of the machine's rate that the encoder reaches."""
        return self.operations / self.machine

    @property
    def cost(self) -> float:
        """Return how many times as long the whole reading takes as attribution alone."""
        return self.attributed / self.documents


def measure(articles: Sequence[Article], threads: int) -> Speed:
    """Return the speed on ``articles``; the best of three rounds each, the machine being shared."""
    documents = [document(article) for article in articles]
    analyser = load_analyser(AnalysisSettings(), threads=threads)
    reading = _best(lambda: [analyser.read(one) for one in documents])
    encoder = load_encoder(threads=threads)
    attributing = _best(_attribution(documents, encoder))
    tasks = _tasks(articles)
    encoding = _best(lambda: [encoder.run(windows) for windows in tasks])
    words = sum(len(article.text.split()) for article in articles)
    pieces = [task.pieces for windows in tasks for task in windows]
    return Speed(
        threads=threads,
        documents=len(articles) / reading,
        attributed=len(articles) / attributing,
        words=words / reading,
        pieces=sum(pieces) / encoding,
        operations=sum(map(needed, pieces)) / encoding / 1e9,
        machine=machine_rate(threads) / 1e9,
    )


def _attribution(documents: Sequence[Document], encoder: Encoder) -> Callable[[], None]:
    """Return what finds the attributions of documents, and nothing else."""
    tokenizer, parameters = load_tokenizer(), load_parameters()
    nester = Nester(encoder, parameters)
    size, context = parameters.size, parameters.context

    def run() -> None:
        for one in documents:
            words = find_words(one.text, tokenizer)
            whole = [(words, 0, len(words))]
            [heads] = encoder.encode(one.text, whole, size=size, context=context)
            found = find_attributions(
                heads["tag"], heads["link"], words.gap, words.ends_sentence, parameters
            )
            nester.nest(one.text, words, found)

    return run


def needed(pieces: int) -> int:
    """Return the operations (a multiplication or an addition each) of one window's forward pass.

    The products of the six layers and of attention; what else there is (norms, activations, the
    heads) is little and not counted.
    """
    weights = sum(inputs * outputs for inputs, outputs in MATRICES)
    attention = 2 * pieces * WIDTH
    return 2 * LAYERS * pieces * (weights + attention)


def machine_rate(threads: int) -> float:
    """Return the operations a second that onnxruntime reaches on the encoder's matrices in int8."""
    seconds = operations = 0.0
    for inputs, outputs in MATRICES:
        session = _product(inputs, outputs, threads)
        dice = np.random.default_rng(0)
        rows = dice.integers(0, 255, (_ROWS, inputs), np.uint8)
        run = partial(session.run, None, {"rows": rows})
        run()
        seconds += min(_timed(run) for _ in range(_REPEATS))
        operations += 2 * _ROWS * inputs * outputs
    return operations / seconds


def _product(inputs: int, outputs: int, threads: int) -> ort.InferenceSession:
    """Return a session that multiplies rows with one int8 matrix, and nothing else."""
    dice = np.random.default_rng(1)
    values = dice.integers(-63, 64, (inputs, outputs)).astype(np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["rows", "weights"], ["product"])],
        "product",
        [helper.make_tensor_value_info("rows", TensorProto.UINT8, ["n", inputs])],
        [helper.make_tensor_value_info("product", TensorProto.INT32, ["n", outputs])],
        [onnx.numpy_helper.from_array(values, "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    return ort.InferenceSession(model.SerializeToString(), options)


def _tasks(articles: Sequence[Article]) -> list[list[Task]]:
    """Return the windows of each article."""
    tokenizer, parameters = load_tokenizer(), load_parameters()
    tasks = []
    for article in articles:
        words = find_words(article.text, tokenizer)
        windows = plan(
            article.text, words, 0, len(words), size=parameters.size, context=parameters.context
        )
        tasks.append([Task(words, window) for window in windows])
    return tasks


def _best(work: Callable[[], object]) -> float:
    return min(_timed(work) for _ in range(_ROUNDS))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
