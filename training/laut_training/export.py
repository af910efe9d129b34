# mypy: disallow-subclassing-any=False
"""The two graphs in OpenVINO's form.

    encoder.xml   ids, mask, first, last -> words, anchors (probabilities); matrices in 8 bits, symmetric, a scale a row
    pointer.xml   words, position, event -> start, end, stance, status, quote; 16 bits

A step of 8 bits is about as wide (0.002) as the way that training moves a weight of the encoder, so what 8 bits cost is to be measured for
each network: export, `base` on what was exported, `score`. So far they have cost nothing.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import openvino as ov
import torch
from torch import nn

from .labels import reader_json
from .model import Reader

ONNX_VERSION = 17


class EncoderGraph(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        words = self.reader.words(ids, mask, first, last)
        return words, self.reader.anchors(words).sigmoid()


def graph(module: nn.Module, example: tuple[torch.Tensor, ...], axes: dict[str, dict[int, str]]) -> Any:
    """An OpenVINO model of a module; axes names its inputs and outputs, in order, with their free dimensions."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "graph.onnx")
        names = list(axes)
        inputs, outputs = names[: len(example)], names[len(example) :]
        torch.onnx.export(
            module,
            example,
            file,
            input_names=inputs,
            output_names=outputs,
            opset_version=ONNX_VERSION,
            dynamo=False,
            dynamic_axes=axes,
        )
        return ov.convert_model(file)


def encoder_graph(reader: Reader) -> Any:
    row = torch.arange(1, 61)[None]
    example = (torch.arange(4, 94)[None], torch.ones(1, 90, dtype=torch.long), row, row)
    subwords, words = {0: "b", 1: "t"}, {0: "b", 1: "n"}
    names = {"ids": subwords, "mask": subwords, "first": words, "last": words, "words": words, "anchors": words}
    return graph(EncoderGraph(reader), example, names)


def pointer_graph(reader: Reader) -> Any:
    example = (torch.randn(60, reader.encoder.shape.width), torch.tensor([3, 9]), torch.tensor([0, 5]))
    names = {"words": {0: "n"}, "position": {0: "a"}, "event": {0: "a"}, "start": {0: "a", 2: "n1"}, "end": {0: "a", 2: "n1"}}
    return graph(reader.pointer, example, names | {name: {0: "a"} for name in ("stance", "status", "quote")})


def export(reader: Reader, tokenizer: Path, out: Path, version: str, threshold: float) -> None:
    import nncf  # slow to import, and needed here only

    out.mkdir(parents=True, exist_ok=True)
    reader.eval()
    encoder = nncf.compress_weights(encoder_graph(reader), mode=nncf.CompressWeightsMode.INT8_SYM)
    ov.save_model(encoder, out / "encoder.xml", compress_to_fp16=True)
    ov.save_model(pointer_graph(reader), out / "pointer.xml", compress_to_fp16=True)
    labels = json.dumps(reader_json(version, threshold), indent=1, ensure_ascii=False)
    (out / "reader.json").write_text(labels + "\n", encoding="utf-8")
    if tokenizer.resolve() != (out / "tokenizer.model").resolve():
        shutil.copyfile(tokenizer, out / "tokenizer.model")
