"""The exported graphs say what the network says, and give its weights back."""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from conftest import ROOT, TOKENIZER
from laut_training.data import Article
from laut_training.decode import read
from laut_training.export import export
from laut_training.model import load_reader
from laut_training.recover import recover

sys.path.insert(0, str(ROOT / "tests" / "parity"))

from reference import Reference

THRESHOLD = 0.006  # the heads have learnt nothing: every word is about as likely


def test_the_reference_reads_the_same_from_the_graphs(base: Path, tmp_path: Path, articles: list[Article]) -> None:
    torch.manual_seed(5)
    reader = load_reader(base)
    torch.nn.init.constant_(reader.anchors[3].bias, -5.2)
    for module in reader.modules():
        if isinstance(module, torch.nn.LayerNorm):  # of norms that have learnt nothing, no trace is left in a graph
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
            torch.nn.init.uniform_(module.bias, -0.5, 0.5)
    export(reader, TOKENIZER, tmp_path / "out", "test", THRESHOLD)
    recover(tmp_path / "out", tmp_path / "back")
    back = load_reader(tmp_path / "back")
    for name, values in reader.state_dict().items():
        assert torch.allclose(values, back.state_dict()[name], atol=float(values.abs().max()) / 100), name
    reference = Reference(tmp_path / "out")
    assert reference.labels["version"] == "test"
    for article in articles:
        expected = reference.find(article.text)
        found = read(back, article, THRESHOLD, bf16=False)
        assert expected
        assert [(c["event"], tuple(c["anchor"])) for c in expected] == [(c.event, article.words[c.anchor]) for c in found]
        for theirs, ours in zip(expected, found, strict=True):
            spans = {role: [article.words[a][0], article.words[b][1]] for role, (a, b) in ours.spans.items()}
            assert theirs["spans"] == spans
            assert {name: theirs[name] for name in ours.classes} == ours.classes


def test_m1_can_be_learnt_further(tmp_path: Path) -> None:
    recover(ROOT / "models", tmp_path)
    reader = load_reader(tmp_path)
    assert set(torch.load(tmp_path / "start.pt")["weights"]) == set(reader.state_dict())
