"""A language model of two layers, written byte by byte: it sees a contradiction wherever one of its words stands."""

import json
import struct
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

LABELS = {"0": "entailment", "1": "neutral", "2": "contradiction"}
FLOAT, INT64 = 1, 7  # kinds of tensors
INT, INTS = 2, 7  # kinds of attributes


def write_model(folder: Path, *contradicting: str) -> Path:
    """A folder with a model to which any of these words, in either text, is a contradiction."""
    folder.mkdir()
    vocabulary = {word: i for i, word in enumerate(("[UNK]", *contradicting))}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    rows = [(0.0, 0.0, 0.0), *((-9.0, 0.0, 9.0) for _ in contradicting)]
    (folder / "model.onnx").write_bytes(_model(rows))
    (folder / "config.json").write_text(json.dumps({"id2label": LABELS}), encoding="utf-8")
    return folder


def _model(rows: list[tuple[float, ...]]) -> bytes:
    """The sum of one row of weights for each token, as an ONNX file: Gather, then ReduceSum."""
    weights = struct.pack(f"<{3 * len(rows)}f", *(weight for row in rows for weight in row))
    table = (
        _field(1, len(rows)) + _field(1, 3) + _field(2, FLOAT) + _field(8, b"weights") + _field(9, weights)
    )
    axes = _field(1, b"axes") + _field(8, 1) + _field(20, INTS)
    keep = _field(1, b"keepdims") + _field(3, 0) + _field(20, INT)
    gather = _node(b"Gather", [b"weights", b"input_ids"], b"looked_up")
    total = _node(b"ReduceSum", [b"looked_up"], b"logits") + _field(5, axes) + _field(5, keep)
    graph = b"".join(
        [
            _field(1, gather),
            _field(1, total),
            _field(2, b"small"),
            _field(5, table),
            _field(11, _value(b"input_ids", INT64, [b"pairs", b"tokens"])),
            _field(12, _value(b"logits", FLOAT, [b"pairs", 3])),
        ]
    )
    return _field(1, 7) + _field(8, _field(1, b"") + _field(2, 11)) + _field(7, graph)


def _node(kind: bytes, inputs: list[bytes], output: bytes) -> bytes:
    return b"".join(_field(1, one) for one in inputs) + _field(2, output) + _field(4, kind)


def _value(name: bytes, kind: int, sizes: list[bytes | int]) -> bytes:
    shape = b"".join(_field(1, _field(1 if isinstance(one, int) else 2, one)) for one in sizes)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))


def _field(number: int, held: bytes | int) -> bytes:
    """A field of a protocol buffer: a number, or bytes with their length before them."""
    if isinstance(held, int):
        return _varint(number << 3) + _varint(held)
    return _varint(number << 3 | 2) + _varint(len(held)) + held


def _varint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
