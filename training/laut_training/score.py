"""How well spans are read, by the measures of eval/scoring.py, with oracle normalisation.

What a span means (an interval, days, a place) is not the network's work. So a span that was read takes the values of the annotated span of
its kind which it overlaps most, and the figures tell how well spans are read, not how well the whole program does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from .data import Article, Range
from .decode import Found, read
from .model import Reader

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "eval"))

import scoring

KINDS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "count": (("count",), {"low": -1, "high": -1, "unit": "?"}),
    "time": (("time", "said"), {"from": "1900-01-01", "to": "1900-01-01"}),
    "said": (("time", "said"), {"from": "1900-01-01", "to": "1900-01-01"}),
    "place": (("place",), {"name": "?", "country": "?"}),
}
PLAIN = ("trigger", "evidence", "agent", "target", "cue")


def span(article: Article, words: Range) -> dict[str, Any]:
    start, end = article.words[words[0]][0], article.words[words[1]][1]
    return {"start": start, "end": end, "text": article.text[start:end]}


def with_values(article: Article, part: dict[str, Any], kind: str) -> dict[str, Any]:
    """The part with the values of the annotated span that it overlaps most; with none, values that are never right."""
    roles, unknown = KINDS[kind]
    annotated = [claim[role] for claim in article.annotated for role in roles if claim.get(role)]
    nearest = max(annotated, key=lambda a: scoring.common(part, a), default=None)
    known = nearest if scoring.common(part, nearest) else None
    return part | {name: known.get(name) if known else value for name, value in unknown.items()}


def as_annotated(article: Article, found: Iterable[Found]) -> list[dict[str, Any]]:
    """Claims in the form of the gold files."""
    out = []
    for f in found:
        spans = {role: span(article, words) for role, words in f.spans.items()}
        claim: dict[str, Any] = {"event": f.event, **f.classes}
        claim |= {role: spans.get(role) for role in PLAIN}
        claim |= {kind: with_values(article, spans[kind], kind) if kind in spans else None for kind in KINDS}
        claim["sources"] = [spans[role] for role in ("source", "source2") if role in spans]
        out.append(claim)
    return out


def score(reader: Reader, articles: Sequence[Article], thresholds: Sequence[float], bf16: bool = True) -> dict[float, scoring.Scores]:
    found = [read(reader, article, min(thresholds), bf16) for article in articles]
    annotated = {article.name: article.annotated for article in articles}
    scores = {}
    for threshold in thresholds:
        kept = ([f for f in some if f.probability > threshold] for some in found)
        scores[threshold] = scoring.score(annotated, {a.name: as_annotated(a, some) for a, some in zip(articles, kept, strict=True)})
    return scores


def line(scores: scoring.Scores) -> str:
    """found 67.0 figure 56.9 whole 30.3 (655 read, 660 annotated) | count 95 agent 87 …"""
    measures = " ".join(f"{name} {scores.f1(name):.1f}" for name in scoring.MEASURES)
    fields = " ".join(f"{name} {share:.0f}" for name, share in scores.field_shares().items())
    return f"{measures} ({scores.predicted['found']} read, {scores.annotated['found']} annotated) | {fields}"
