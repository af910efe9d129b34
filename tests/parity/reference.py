"""The Python side of the network: the same graphs, words, windows and decoding with numpy and openvino, written apart from the C++.

    reference.py FILE...    prints what laut_spans prints

The expression for words, the windows and the decoding are those that the network was trained with.
"""

from __future__ import annotations

import functools
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import openvino as ov
import sentencepiece as spm

MODELS = Path(__file__).resolve().parents[2] / "models"
Array = npt.NDArray[Any]
Range = tuple[int, int]


@dataclass
class Window:
    begin: int
    end: int
    ids: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)


class Reference:
    def __init__(self, models: Path = MODELS) -> None:
        self.labels = json.loads((models / "reader.json").read_text(encoding="utf-8"))
        self.word = re.compile(self.labels["word"])
        self.tokenizer = spm.SentencePieceProcessor(model_file=str(models / "tokenizer.model"))
        core = ov.Core()
        exact = {"INFERENCE_PRECISION_HINT": "f32", "DYNAMIC_QUANTIZATION_GROUP_SIZE": "0"}
        self.encoder = core.compile_model(models / "encoder.xml", "CPU", exact)
        self.pointer = core.compile_model(models / "pointer.xml", "CPU", exact)

    def pieces(self, text: str) -> list[tuple[int, int, int]]:
        """(id, begin, end) in code points; SentencePiece counts bytes."""
        at = [i for i, c in enumerate(text) for _ in c.encode()] + [len(text)]
        return [(p.id, at[p.begin], at[p.end]) for p in self.tokenizer.encode(text, return_type="proto").pieces]

    def windows(self, words: list[Range], pieces: list[tuple[int, int, int]]) -> list[Window]:
        first, last, k = [], [], 0
        for s, e in words:
            while k + 1 < len(pieces) and pieces[k][2] <= s:
                k += 1
            j = k
            while j + 1 < len(pieces) and pieces[j + 1][1] < e:
                j += 1
            first.append(k)
            last.append(j)
        most, out, a = self.labels["max_subwords"], [], 0
        while a < len(words):
            b = a
            while b < len(words) and last[b] - first[a] + 1 <= most:
                b += 1
            b = max(b, a + 1)
            s0, s1 = first[a], min(last[b - 1] + 1, first[a] + most)
            clip = functools.partial(lambda i, s0, s1: min(i - s0 + 1, s1 - s0), s0=s0, s1=s1)
            ids = [self.labels["bos"], *(p[0] for p in pieces[s0:s1]), self.labels["eos"]]
            out.append(Window(a, b, ids, [clip(first[i]) for i in range(a, b)], [clip(last[i]) for i in range(a, b)]))
            if b >= len(words):
                break
            a += max(1, int((b - a) * self.labels["stride"]))
        return out

    def find(self, text: str) -> list[dict[str, Any]]:
        words = [(m.start(), m.end()) for m in self.word.finditer(text)]
        pieces = self.pieces(text)
        if not words or not pieces:
            return []
        windows = self.windows(words, pieces)

        def home(word: int) -> int:
            far = 10**9

            def margin(w: Window) -> int:
                return min(word - w.begin if w.begin else far, w.end - word if w.end < len(words) else far)

            return max((i for i, w in enumerate(windows) if w.begin <= word < w.end), key=lambda i: margin(windows[i]))

        found: list[tuple[int, dict[str, Any]]] = []
        for i, w in enumerate(windows):
            row = [np.array([x], dtype=np.int64) for x in (w.ids, [1] * len(w.ids), w.first, w.last)]
            out = self.encoder(dict(zip(("ids", "mask", "first", "last"), row, strict=True)))
            vectors, anchors = out["words"][0], out["anchors"][0]
            hits = [(int(a), int(e)) for a, e in np.argwhere(anchors > self.labels["threshold"]) if home(w.begin + int(a)) == i]
            if hits:
                inputs = {"words": vectors, "position": np.array([a for a, _ in hits]), "event": np.array([e for _, e in hits])}
                pointed = self.pointer(inputs)
                for k, (a, e) in enumerate(hits):
                    found.append((w.begin + a, self.claim(w, words, k, a, e, float(anchors[a, e]), pointed)))
        return [claim for _, claim in sorted(found, key=lambda x: x[0])]

    def claim(self, w: Window, words: list[Range], k: int, anchor: int, event: int, p: float, pointed: Any) -> dict[str, Any]:
        def chars(first: int, last: int) -> list[int]:
            return [words[w.begin + first][0], words[w.begin + last][1]]

        spans = {}
        for j, role in enumerate(self.labels["roles"]):
            longest = self.labels["longest"].get(role, self.labels["longest_other"])
            if span := best_span(pointed["start"][k, j], pointed["end"][k, j], longest):
                spans[role] = chars(*span)
        spans.setdefault("trigger", chars(anchor, anchor))
        spans.setdefault("evidence", spans["trigger"])
        classes = {c: self.labels[c][int(pointed[c][k].argmax())] for c in ("stance", "status", "quote")}
        return {"event": self.labels["events"][event], "p": p, "anchor": chars(anchor, anchor), "spans": spans, **classes}


def best_span(start: Array, end: Array, longest: int) -> Range | None:
    """The likeliest (first, last), or None when nothing is likelier."""
    n = len(start) - 1
    s, e = start - np.logaddexp.reduce(start), end - np.logaddexp.reduce(end)
    best, found = s[n] + e[n], None
    for a in np.argsort(-s[:n], kind="stable")[:8]:
        k = int(e[a : min(n, a + longest)].argmax())
        if s[a] + e[a + k] > best:
            best, found = s[a] + e[a + k], (int(a), int(a) + k)
    return found


def main() -> None:
    reference = Reference()
    for file in sys.argv[1:]:
        text = Path(file).read_bytes().decode()
        print(json.dumps({"document": file, "found": reference.find(text)}))


if __name__ == "__main__":
    main()
