"""Baselines that need a model from a folder: sentence embeddings, and entailment as SummaC's zero-shot recipe has it."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy
import onnxruntime
from lexical import Counted, Nearness
from tokenizers import Tokenizer

from scr_check.entailment import Entailment
from scr_check.language.sentences import sentences_in

LOOKED_AT = (
    3  # sentences of the report that an entailment model is asked about, those with the best BM25 scores
)


class Embedding:
    """A sentence-embedding model (model.onnx, tokenizer.json, config.json): the mean of its last layer, normalised."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._tokenizer.enable_truncation(min(256, config.get("max_position_embeddings", 256)))
        self._tokenizer.no_padding()
        self._inputs = {one.name for one in self._session.get_inputs()}

    def vector(self, text: str) -> numpy.ndarray:
        """The direction of a text."""
        read = self._tokenizer.encode(text)
        given = {
            "input_ids": read.ids,
            "attention_mask": read.attention_mask,
            "token_type_ids": read.type_ids,
        }
        arrays = {name: numpy.array([given[name]], numpy.int64) for name in self._inputs & given.keys()}
        mean = self._session.run(None, arrays)[0][0].mean(axis=0)
        return mean / (numpy.linalg.norm(mean) or 1.0)

    def measures(self, passages: Sequence[str]) -> dict[str, Nearness]:
        """The greatest cosine between a sentence and a sentence of the passages."""
        rows = [self.vector(sentence) for sentence in _sentences(passages)]
        matrix = numpy.array(rows or [numpy.zeros(1)])
        return {"embeddings": lambda text: float((matrix @ self.vector(text)).max()) if rows else 0.0}


class Entailed:
    """An entailment model: how far the sentences of a report that are nearest support a sentence, or contradict it."""

    def __init__(self, folder: Path) -> None:
        self._model = Entailment(folder)

    def measures(self, passages: Sequence[str]) -> dict[str, Nearness]:
        """The best support by one sentence, and how little any of them contradicts."""
        counted = Counted(_sentences(passages))

        def likeliest(label: str, text: str) -> float:
            found = (self._model.likelihoods(passage, text) for passage in counted.nearest(text, LOOKED_AT))
            return max((next(v for k, v in one.items() if k.startswith(label)) for one in found), default=0.0)

        measures: dict[str, Nearness] = {"contradiction": lambda text: 1 - likeliest("contradict", text)}
        if any(label.startswith("entail") for label in self._model.labels):
            measures["entailment"] = lambda text: likeliest("entail", text)
        return measures


def _sentences(passages: Sequence[str]) -> list[str]:
    return [text[span.start : span.end] for text in passages for span in sentences_in(text)]
