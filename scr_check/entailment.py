"""Whether one text contradicts another, as a language model that the user brings sees it: the room of onnxruntime.

The model is a folder as `optimum-cli export onnx` writes it. Nothing is ever fetched.
"""

import json
import math
from functools import lru_cache
from pathlib import Path
from typing import Any

from scr_check.errors import UsageError

try:
    import numpy
    import onnxruntime
    from tokenizers import Tokenizer
except ImportError:
    raise UsageError(
        'a second opinion needs an extra part of scr-check: install it with pip install "scr-check[semantic]"'
    ) from None

FILES = ("model.onnx", "tokenizer.json", "config.json")
_LONGEST = 512  # tokens of both texts together, unless the model says less
_SHOWN = 3  # decimals: more would differ from one processor to the next


class Entailment:
    """A model that was trained to say whether one text entails or contradicts another, read from a folder."""

    def __init__(self, folder: Path) -> None:
        """Raises UsageError when the folder does not hold such a model."""
        config = _config(folder)
        self.labels = tuple(str(name).lower() for _, name in sorted(config["id2label"].items(), key=_number))
        contradicts = [name for name in self.labels if name.startswith("contradict")]
        if not contradicts:
            raise UsageError(
                f"{folder}: config.json names no label for contradiction: use a model that has one"
            )
        self._contradicts = contradicts[0]
        longest = min(_LONGEST, int(config.get("max_position_embeddings") or _LONGEST))
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._tokenizer.enable_truncation(longest, strategy="longest_first")
            self._tokenizer.no_padding()
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), _options(), providers=["CPUExecutionProvider"]
            )
            self.likelihoods("He was seen.", "He was not seen.")
        except Exception as error:  # noqa: BLE001 - tokenizers raises nothing else, onnxruntime a class for each fault
            kind = type(error).__name__
            raise UsageError(f"{folder} holds no model that can compare two texts ({kind})") from None

    def contradiction(self, passage: str, statement: str) -> float:
        """How likely (0 to 1) a passage contradicts a statement."""
        return self.likelihoods(passage, statement)[self._contradicts]

    @lru_cache(maxsize=100_000)  # noqa: B019 - a process holds one model
    def likelihoods(self, passage: str, statement: str) -> dict[str, float]:
        """How likely (0 to 1) each label of the model is, by its name in lower case."""
        # One pair at a time: in a batch the padding would change the last decimals of a quantised model.
        pair = self._tokenizer.encode(passage, statement)
        given = {
            "input_ids": pair.ids,
            "attention_mask": pair.attention_mask,
            "token_type_ids": pair.type_ids,
        }
        wanted = {one.name for one in self._session.get_inputs()} & given.keys()
        arrays = {name: numpy.array([given[name]], numpy.int64) for name in wanted}
        logits = [float(one) for one in self._session.run(None, arrays)[0][0]]
        highest = max(logits)
        odds = [math.exp(one - highest) for one in logits]
        return {name: round(one / sum(odds), _SHOWN) for name, one in zip(self.labels, odds, strict=True)}


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    # The sums of several threads differ from run to run.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return options


def _config(folder: Path) -> dict[str, Any]:
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise UsageError(f"{folder} is no folder with a model: {missing[0]} is missing")
    try:
        config: Any = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except ValueError:
        raise UsageError(f"{folder}: config.json cannot be read as JSON") from None
    labels = config.get("id2label") if isinstance(config, dict) else None
    if not isinstance(labels, dict) or not all(str(number).isdigit() for number in labels):
        raise UsageError(f"{folder}: config.json has no id2label: it is not a model that compares two texts")
    return dict(config)


def _number(label: tuple[str, str]) -> int:
    return int(label[0])


def refuse_no_model(folder: Path) -> None:
    """Raise UsageError where a folder does not hold the files of a model."""
    _config(folder)


@lru_cache(maxsize=1)
def entailment_in(folder: Path) -> Entailment:
    """The model in a folder, loaded once; raises UsageError."""
    return Entailment(folder)
