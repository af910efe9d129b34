"""From the network's numbers to claims by word: the same rule as in C++ (src/reader/network) and in tests/parity/reference.py."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from .data import Article, Range, collate, home
from .labels import CLASSES, EVENTS, LONGEST, LONGEST_OTHER, ROLES
from .model import Reader

Floats = npt.NDArray[np.float32]
STARTS = 8  # how many starts are tried for a span


@dataclass
class Found:
    """Word indices of the whole article."""

    event: str
    probability: float
    anchor: int
    spans: dict[str, Range]
    classes: dict[str, str]


def best_span(start: Floats, end: Floats, longest: int) -> Range | None:
    """The likeliest (first, last), or None when nothing is likelier. The last place of start and end stands for nothing."""
    n = len(start) - 1
    s, e = start - np.logaddexp.reduce(start), end - np.logaddexp.reduce(end)
    best, found = s[n] + e[n], None
    for a in np.argsort(-s[:n], kind="stable")[:STARTS]:
        k = int(e[a : min(n, a + longest)].argmax())
        if s[a] + e[a + k] > best:
            best, found = s[a] + e[a + k], (int(a), int(a) + k)
    return found


@torch.no_grad()
def read(reader: Reader, article: Article, threshold: float, bf16: bool = True) -> list[Found]:
    """The claims of an article, in the order of their anchors."""
    reader.eval()
    windows = article.reading_windows()
    out = []
    for i, window in enumerate(windows):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            words = reader.words(*collate([window]))
        words = words[0].float()
        chances = reader.anchors(words).sigmoid()
        hits = [(a, e) for a, e in (chances > threshold).nonzero().tolist() if home(article, windows, window.begin + a) == i]
        if not hits:
            continue
        start, end, *classes = (x.numpy() for x in reader.pointer(words, *torch.tensor(hits).T))
        for k, (anchor, event) in enumerate(hits):
            spans = spans_of(start[k], end[k], window.begin)
            spans.setdefault("trigger", (window.begin + anchor, window.begin + anchor))
            spans.setdefault("evidence", spans["trigger"])
            named = {name: values[int(x[k].argmax())] for (name, values), x in zip(CLASSES.items(), classes, strict=True)}
            out.append(Found(EVENTS[event], float(chances[anchor, event]), window.begin + anchor, spans, named))
    return sorted(out, key=lambda found: found.anchor)


def spans_of(start: Floats, end: Floats, begin: int) -> dict[str, Range]:
    spans = {}
    for j, role in enumerate(ROLES):
        if span := best_span(start[j], end[j], LONGEST.get(role, LONGEST_OTHER)):
            spans[role] = (begin + span[0], begin + span[1])
    return spans
