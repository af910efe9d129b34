# mypy: disallow-subclassing-any=False
"""The network: an encoder of the BERT kind, anchors over its word vectors, and pointers from anchors to words.

    encoder   ids, mask [b, t]; first, last [b, n]  ->  words [b, n, width]       mean of a word's first and last subword
    anchors   words [b, n, width]                   ->  [b, n, events]            does a claim of this type hang here?
    pointer   words [n, width]; position, event [a] ->  start, end [a, roles, n + 1] (the last place: nothing) and three classes

The embeddings stay as they are in the base: 72,000 pieces cannot be learnt from some hundred articles.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import nn

from .labels import CLASSES, EVENTS, ROLES

BUCKETS = 24


@dataclass
class Shape:
    vocabulary: int
    width: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    types: int = 2
    epsilon: float = 1e-12


class Embeddings(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.word = nn.Embedding(shape.vocabulary, shape.width)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.kind = nn.Embedding(shape.types, shape.width)
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        position = self.position(torch.arange(ids.size(1), device=ids.device))
        return self.norm(self.word(ids) + position + self.kind(torch.zeros_like(ids)))


class Layer(nn.Module):
    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.attended = nn.LayerNorm(shape.width, shape.epsilon)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        b, t, width = x.shape
        q, k, v = (y.view(b, t, self.heads, width // self.heads).transpose(1, 2) for y in self.qkv(x).split(width, -1))
        seen = attention(q, k, v, mask)
        x = self.attended(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, t, width))))
        return self.norm(x + self.drop(self.down(F.gelu(self.up(x)))))


def attention(q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
    """In plain operations: with heads this narrow that takes half the time of torch's own on a CPU, and OpenVINO fuses it."""
    with torch.autocast("cpu", enabled=False):  # else softmax alone would be taken out of bf16
        weights = (q * (1 / math.sqrt(k.size(-1)))) @ k.transpose(-1, -2)
        return torch.softmax(weights if mask is None else weights + mask.to(weights.dtype), -1) @ v


class Encoder(nn.Module):
    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.embeddings = Embeddings(shape)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        full = not torch.onnx.is_in_onnx_export() and bool(mask.all())
        hidden = None if full else (1 - mask[:, None, None].float()) * -1e4
        x = self.drop(self.embeddings(ids))
        for layer in self.layers:
            x = layer(x, hidden)
        return x


def bucket(distance: torch.Tensor) -> torch.Tensor:
    """A signed distance in words as 0..BUCKETS: exact near 0, logarithmic beyond 5."""
    size = distance.abs().float()
    far = torch.where(size < 6, size, 6 + torch.log2(size / 6 + 1e-6) * 1.5).clamp(max=BUCKETS // 2 - 1).long()
    return torch.where(distance < 0, BUCKETS // 2 - far, BUCKETS // 2 + far)


class Pointer(nn.Module):
    """A product of anchor and word, plus a small perceptron that also sees the distance; a start and an end a role."""

    def __init__(self, width: int, key: int = 64, hidden: int = 256, dropout: float = 0.1) -> None:
        super().__init__()
        self.key, self.ends = key, 2 * len(ROLES)
        self.event = nn.Embedding(len(EVENTS), width)
        self.anchor = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.LayerNorm(width), nn.Dropout(dropout))
        self.queries, self.keys = nn.Linear(width, self.ends * key), nn.Linear(width, self.ends * key)
        self.from_anchor, self.from_word = nn.Linear(width, hidden), nn.Linear(width, hidden)
        self.distance, self.joined = nn.Embedding(BUCKETS + 1, hidden), nn.Linear(hidden, self.ends)
        self.nothing = nn.Linear(width, self.ends)
        self.stance, self.status, self.quote = (nn.Linear(width, len(values)) for values in CLASSES.values())

    def forward(self, words: torch.Tensor, position: torch.Tensor, event: torch.Tensor) -> tuple[torch.Tensor, ...]:
        n = words.size(0)
        anchor = self.anchor(torch.cat([words[position], self.event(event)], -1))
        a = anchor.size(0)
        queries, keys = self.queries(anchor).view(a, self.ends, self.key), self.keys(words).view(n, self.ends, self.key)
        product = torch.einsum("apd,npd->apn", queries, keys) / math.sqrt(self.key)
        away = bucket(torch.arange(n)[None] - position[:, None])
        joined = F.gelu(self.from_anchor(anchor)[:, None] + self.from_word(words)[None] + self.distance(away))
        scores = torch.cat([product + self.joined(joined).transpose(1, 2), self.nothing(anchor).unsqueeze(-1)], -1)
        scores = scores.view(a, 2, self.ends // 2, n + 1)
        return scores[:, 0], scores[:, 1], self.stance(anchor), self.status(anchor), self.quote(anchor)


class Reader(nn.Module):
    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        self.drop = nn.Dropout(dropout)
        self.anchors = nn.Sequential(
            nn.Linear(shape.width, shape.width), nn.GELU(), nn.Dropout(dropout), nn.Linear(shape.width, len(EVENTS))
        )
        nn.init.constant_(self.anchors[3].bias, -5.0)  # claims are rare
        self.pointer = Pointer(shape.width, dropout=dropout)
        self.encoder.embeddings.requires_grad_(False)

    def words(self, ids: torch.Tensor, mask: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(ids, mask).float()

        def take(places: torch.Tensor) -> torch.Tensor:
            return torch.gather(hidden, 1, places.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))

        return self.drop((take(first) + take(last)) / 2)

    def learnt(self) -> dict[str, torch.Tensor]:
        """All weights but the frozen ones."""
        return {name: p for name, p in self.named_parameters() if p.requires_grad}


def save_start(folder: Path, shape: Shape, weights: dict[str, torch.Tensor]) -> None:
    """What training starts from: an encoder, or a whole network."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"shape": asdict(shape), "weights": weights}, folder / "start.pt")


def load_reader(folder: Path, weights: Path | None = None, dropout: float = 0.1) -> Reader:
    """The network that a folder starts from, with the weights of a checkpoint laid over it."""
    start = torch.load(folder / "start.pt", weights_only=True)
    reader = Reader(Shape(**start["shape"]), dropout)
    overlay(reader, start["weights"])
    if weights:
        overlay(reader, torch.load(weights, weights_only=True))
    return reader


def overlay(reader: Reader, weights: dict[str, Any]) -> None:
    """Each part of the network comes whole or not at all."""
    missing, unexpected = reader.load_state_dict(weights, strict=False)
    given = {name.split(".")[0] for name in weights}
    halves = [name for name in missing if name.split(".")[0] in given and not name.startswith("encoder.embeddings")]
    if unexpected or halves:
        raise ValueError(f"weights do not fit the network: {unexpected[:3]} {halves[:3]}")
