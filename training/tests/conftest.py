"""A network of two narrow layers and two articles of our own, small enough to be learnt by heart in a test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import sentencepiece as spm
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))

from laut_training.data import Article, prepare  # noqa: E402
from laut_training.model import Reader, Shape, save_start  # noqa: E402

TOKENIZER = ROOT / "models" / "tokenizer.model"
SHAPE = Shape(vocabulary=72000, width=64, layers=2, heads=2, inner=128)
GERMAN = "Bei Angriffen auf Musterstadt wurden laut Behörden mindestens 30 Soldaten getötet und 12 verletzt. Die Armee schwieg. "
ENGLISH = "The ministry said on Monday that rebels had destroyed 4 tanks near Sampleton.\nTalks will start soon, an envoy said."


def part(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def annotation(text: str, event: str, sources: tuple[str, ...] = (), **parts: str) -> dict[str, Any]:
    claim: dict[str, Any] = {"event": event, "stance": "state", "status": "happened", "quote": "indirect"}
    claim |= dict.fromkeys(("agent", "target", "count", "time", "place", "cue", "said"))
    claim |= {role: part(text, words) for role, words in parts.items()}
    if claim["count"]:
        number = int("".join(filter(str.isdigit, claim["count"]["text"])))
        claim["count"] |= {"low": number, "high": number, "unit": "person"}
    if claim["place"]:
        claim["place"] |= {"name": claim["place"]["text"], "country": "XX"}
    if claim["time"]:
        claim["time"] |= {"from": "2024-05-06", "to": "2024-05-06"}
    return claim | {"sources": [part(text, source) for source in sources]}


def german() -> list[dict[str, Any]]:
    common: dict[str, Any] = {"sources": ("Behörden",), "cue": "laut", "place": "Musterstadt"}
    evidence = "mindestens 30 Soldaten getötet"
    return [
        annotation(GERMAN, "attack", trigger="Angriffen", evidence="Bei Angriffen auf Musterstadt", place="Musterstadt"),
        annotation(GERMAN, "killed", trigger="getötet", evidence=evidence, target="Soldaten", count="mindestens 30", **common),
        annotation(GERMAN, "wounded", trigger="verletzt", evidence="12 verletzt", target="Soldaten", count="12", **common),
    ]


def english() -> list[dict[str, Any]]:
    evidence = "rebels had destroyed 4 tanks near Sampleton"
    parts = {"evidence": evidence, "agent": "rebels", "target": "tanks", "count": "4", "place": "near Sampleton", "time": "on Monday"}
    return [
        annotation(ENGLISH, "destroyed", ("The ministry",), trigger="destroyed", cue="said", **parts),
        annotation(ENGLISH, "negotiate", ("an envoy",), trigger="Talks", evidence="Talks will start soon"),
    ]


@pytest.fixture(scope="session")
def tokenizer() -> Any:
    return spm.SentencePieceProcessor(model_file=str(TOKENIZER))


@pytest.fixture
def articles(tokenizer: Any) -> list[Article]:
    return [prepare(tokenizer, GERMAN, "a", "de", german()), prepare(tokenizer, ENGLISH, "b", "en", english())]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    torch.manual_seed(3)
    save_start(tmp_path / "base", SHAPE, {n: w for n, w in Reader(SHAPE).state_dict().items() if n.startswith("encoder.")})
    return tmp_path / "base"
