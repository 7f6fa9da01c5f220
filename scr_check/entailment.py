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
        labels = {str(name).lower(): int(i) for i, name in config["id2label"].items()}
        self._contradicts = _label(labels, "contradict")
        self._entails = _label(labels, "entail")
        if self._contradicts is None:
            raise UsageError(
                f"{folder}: config.json names no label for contradiction: use a model that has one"
            )
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), _options(), providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # noqa: BLE001 - both libraries raise classes of their own, made anew by each version
            raise UsageError(f"{folder} holds no model that can be loaded ({type(error).__name__})") from None
        longest = min(_LONGEST, int(config.get("max_position_embeddings") or _LONGEST))
        self._tokenizer.enable_truncation(longest, strategy="longest_first")
        self._tokenizer.no_padding()
        self._inputs = {one.name for one in self._session.get_inputs()}

    def contradiction(self, passage: str, statement: str) -> float:
        """How likely (0 to 1) a passage contradicts a statement."""
        return self._likelihoods(passage, statement)[self._contradicts or 0]

    @property
    def tells_entailment(self) -> bool:
        """Whether the model also says what follows from a text."""
        return self._entails is not None

    def support(self, passage: str, statement: str) -> float:
        """How likely (0 to 1) a statement follows from a passage; only where `tells_entailment`."""
        return self._likelihoods(passage, statement)[self._entails or 0]

    @lru_cache(maxsize=100_000)  # noqa: B019 - a process holds one model
    def _likelihoods(self, passage: str, statement: str) -> tuple[float, ...]:
        # One pair at a time: in a batch the padding would change the last decimals of a quantised model.
        pair = self._tokenizer.encode(passage, statement)
        given = {
            "input_ids": pair.ids,
            "attention_mask": pair.attention_mask,
            "token_type_ids": pair.type_ids,
        }
        arrays = {name: numpy.array([given[name]], numpy.int64) for name in self._inputs & given.keys()}
        logits = [float(one) for one in self._session.run(None, arrays)[0][0]]
        highest = max(logits)
        odds = [math.exp(one - highest) for one in logits]
        return tuple(round(one / sum(odds), _SHOWN) for one in odds)


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = (
        1  # the sums of threads differ from run to run
    )
    options.log_severity_level = 4
    return options


def _config(folder: Path) -> dict[str, Any]:
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise UsageError(f"{folder} is no folder with a model: {missing[0]} is missing")
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except ValueError:
        raise UsageError(f"{folder}: config.json cannot be read as JSON") from None
    if not isinstance(config, dict) or not isinstance(config.get("id2label"), dict):
        raise UsageError(f"{folder}: config.json has no id2label: it is not a model that compares two texts")
    return config


def _label(labels: dict[str, int], begins: str) -> int | None:
    return next((i for name, i in sorted(labels.items()) if name.startswith(begins)), None)


def refuse_no_model(folder: Path) -> None:
    """Raise UsageError where a folder does not hold the files of a model."""
    _config(folder)


@lru_cache(maxsize=1)
def entailment_in(folder: Path) -> Entailment:
    """The model in a folder, loaded once; raises UsageError."""
    return Entailment(folder)
