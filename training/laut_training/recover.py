"""The weights of an exported network, so that it can be learnt further without its checkpoint.

Each weight is found by the name of the operation that uses it, of which a module's path is a part:

    /encoder/layers.0/qkv/MatMul with a constant   ->   encoder.layers.0.qkv.weight

The network m1 was exported before this package was written, and its modules bore other names; the table M1 has them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import openvino as ov
import torch

from .model import Shape, save_start

HEAD = 32  # how wide a head of attention is in the base
M1 = {
    "encoder.encoder.layer.": "encoder.layers.",
    "word_embeddings": "word",
    "position_embeddings": "position",
    "token_type_embeddings": "kind",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "attended",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm",
    "embeddings.LayerNorm": "embeddings.norm",
    "pointer.q.": "pointer.queries.",
    "pointer.k.": "pointer.keys.",
    "pointer.za.": "pointer.from_anchor.",
    "pointer.zw.": "pointer.from_word.",
    "pointer.zp.": "pointer.distance.",
    "pointer.zo.": "pointer.joined.",
    "pointer.null.": "pointer.nothing.",
}


def constant(output: Any) -> torch.Tensor | None:
    """The value of an expression without inputs: a weight with its scale and casts worked in."""
    todo, seen = [output.get_node()], set()
    while todo:
        node = todo.pop()
        if node.get_type_name() == "Parameter":
            return None
        if node.get_friendly_name() not in seen:
            seen.add(node.get_friendly_name())
            todo += [i.get_source_output().get_node() for i in node.inputs()]
    if node.get_type_name() == "Constant" and node.get_output_element_type(0) == ov.Type.f32 and len(seen) == 1:
        return torch.from_numpy(np.array(node.data, dtype=np.float32))
    value = ov.Core().compile_model(ov.Model([output], []), "CPU", {"INFERENCE_PRECISION_HINT": "f32"})([])[0]
    return torch.from_numpy(np.array(value, dtype=np.float32))


def module_of(path: str) -> str:
    """The module that an operation's path begins with: /anchors/anchors.0/MatMul -> anchors.0"""
    names: list[str] = []
    for name in path.strip("/").split("/")[:-1]:
        if names and name.startswith(names[-1] + "."):
            names.pop()
        names.append(name)
    return ".".join(names)


def weights_of(model: Any) -> dict[str, torch.Tensor]:
    """Every embedding, linear map and norm of a graph."""
    found: dict[str, torch.Tensor] = {}
    for node in model.get_ordered_ops():
        kind, path = node.get_type_name(), node.get_friendly_name().removesuffix("/WithoutBiases")
        if kind not in ("MatMul", "Add", "Gather") or not (module := module_of(path) or path):
            continue
        operation = path.rpartition("/")[2]
        values = [constant(node.input_value(i)) for i in range(2)]
        value = next((v for v in values if v is not None), None)
        if value is None or not value.is_floating_point():
            continue
        if kind == "MatMul":
            found[f"{module}.weight"] = value if node.get_attributes()["transpose_b"] else value.T.contiguous()
        elif kind == "Gather" and value.dim() == 2:
            found[f"{module}.weight"] = value
        elif kind == "Add" and value.numel() > 1:
            found[f"{module}.bias"] = value.reshape(-1)
        if operation == "LayerNormalization":
            scale = constant(node.input_value(0).get_node().input_value(1))
            assert scale is not None
            found[f"{module}.weight"] = scale.reshape(-1)
    return found


def renamed(weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The weights of m1 by this package's names; others as they are."""
    out = {}
    for name, values in weights.items():
        for theirs, ours in M1.items():
            name = name.replace(theirs, ours)
        out[name] = values
    for name in [name for name in out if ".attention.self.query." in name]:
        parts = [out.pop(name.replace("query", part)) for part in ("query", "key", "value")]
        out[name.replace("attention.self.query", "qkv")] = torch.cat(parts)
    return out


def recover(models: Path, out: Path) -> None:
    """A folder to start training from, of an exported network."""
    core = ov.Core()
    weights = weights_of(core.read_model(models / "encoder.xml"))
    weights |= {f"pointer.{name}": w for name, w in weights_of(core.read_model(models / "pointer.xml")).items()}
    weights = renamed(weights)
    vocabulary, width = weights["encoder.embeddings.word.weight"].shape
    layers = sum(name.endswith(".qkv.weight") for name in weights)
    inner, positions = weights["encoder.layers.0.up.weight"].size(0), weights["encoder.embeddings.position.weight"].size(0)
    save_start(out, Shape(vocabulary, width, layers, width // HEAD, inner, positions), weights)
