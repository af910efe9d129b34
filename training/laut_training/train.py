"""Training: AdamW on the encoder's layers and, ten times faster, on the heads; a moving average of the weights is what is kept.

The rate rises over the first tenth and falls to a fiftieth at the end. The end is the last epoch or, where --minutes are given, the last
minute, whichever comes first: a run that is cut short has still cooled down. (With a limit that bites, two runs differ as two machines do;
without, the seed decides all.)

OUT/last.pt holds all that a run needs to go on after it was broken off; OUT/epoch-NN.pt the averaged weights after an epoch.
"""

from __future__ import annotations

import dataclasses
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F

from .data import Article, Claim, Window, batches, collate
from .labels import CLASSES, ROLES, THRESHOLD
from .model import Reader
from .score import line, score

Item = tuple[Window, list[Claim]]
NOWHERE = -100  # a target that lies outside of the window: not learnt


@dataclass
class Plan:
    epochs: int = 12
    minutes: float = 0  # none
    seed: int = 1
    rate: float = 8e-5
    head_rate: float = 8e-4
    budget: int = 900  # subwords a batch
    average: float = 0.998  # how much of the averaged weights stays at a step; 0: no averaging
    repeat: dict[str, int] = field(default_factory=dict)  # how often the articles of a language are read in an epoch; 1 where not named
    score_every: int = 4


def targets(window: Window, claims: Sequence[Claim]) -> torch.Tensor:
    """[claims, 2, roles]: word of the window where a role starts and ends, or the number of words for nothing."""
    n = window.end - window.begin
    out = torch.full((len(claims), 2, len(ROLES)), n)
    for i, claim in enumerate(claims):
        for role, (first, last) in claim.spans.items():
            inside = window.begin <= first and last < window.end
            out[i, :, ROLES.index(role)] = torch.tensor([first - window.begin, last - window.begin] if inside else NOWHERE)
    return out


def losses(reader: Reader, batch: Sequence[Item]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Sums over the batch: anchors, pointers, classes."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = reader.words(*collate([window for window, _ in batch]))
    anchors, pointers, classes = torch.zeros(()), torch.zeros(()), torch.zeros(())
    for row, (window, claims) in zip(vectors, batch, strict=True):
        n = window.end - window.begin
        words = row[:n].float()
        logits = reader.anchors(words)
        hangs = torch.zeros_like(logits)
        for claim in claims:
            hangs[claim.anchor - window.begin, claim.event] = 1
        anchors = anchors + F.binary_cross_entropy_with_logits(logits, hangs, reduction="sum")
        if not claims:
            continue
        position = torch.tensor([claim.anchor - window.begin for claim in claims])
        start, end, *named = reader.pointer(words, position, torch.tensor([claim.event for claim in claims]))
        wanted = targets(window, claims)
        for k, scores in enumerate((start, end)):
            pointers = pointers + F.cross_entropy(
                scores.reshape(-1, n + 1), wanted[:, k].reshape(-1), reduction="sum", ignore_index=NOWHERE
            )
        for name, scores in zip(CLASSES, named, strict=True):
            classes = classes + F.cross_entropy(scores, torch.tensor([claim.classes[name] for claim in claims]), reduction="sum")
    return anchors, pointers, classes


class Average:
    """An exponential moving average of the learnt weights; quick at first, so that the beginning is soon forgotten."""

    def __init__(self, reader: Reader, keep: float) -> None:
        self.live, self.keep = reader.learnt(), keep
        self.values = {name: p.detach().clone() for name, p in self.live.items()}

    def update(self, step: int) -> None:
        weight = 1 - min(self.keep, (1 + step) / (10 + step)) if self.keep else 1.0
        torch._foreach_lerp_(list(self.values.values()), [p.detach() for p in self.live.values()], weight)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The network with the averaged weights."""
        kept = {name: p.detach().clone() for name, p in self.live.items()}
        self.put(self.values)
        try:
            yield
        finally:
            self.put(kept)

    @torch.no_grad()
    def put(self, values: dict[str, torch.Tensor]) -> None:
        for name, p in self.live.items():
            p.copy_(values[name])


class Trainer:
    def __init__(self, reader: Reader, plan: Plan, out: Path) -> None:
        self.reader, self.plan, self.out = reader, plan, out
        self.chance = random.Random(plan.seed)
        self.average = Average(reader, plan.average)
        encoder = [p for name, p in reader.learnt().items() if name.startswith("encoder.")]
        heads = [p for name, p in reader.learnt().items() if not name.startswith("encoder.")]
        groups = [{"params": encoder, "top": plan.rate}, {"params": heads, "top": plan.head_rate}]
        self.optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)
        self.epoch, self.step, self.seconds = 0, 0, 0.0
        self.started = time.monotonic()
        out.mkdir(parents=True, exist_ok=True)

    def elapsed(self) -> float:
        """Seconds of training, those before an interruption counted in."""
        return self.seconds + time.monotonic() - self.started

    def progress(self, share: float) -> float:
        """0..1, where share is how much of the present epoch is done."""
        by_time = self.elapsed() / (60 * self.plan.minutes) if self.plan.minutes else 0.0
        return min(1.0, max((self.epoch + share) / self.plan.epochs, by_time))

    def run(self, articles: Sequence[Article], dev: Sequence[Article]) -> None:
        while self.epoch < self.plan.epochs and self.progress(0) < 1:
            self.one_epoch(articles)
            self.epoch += 1
            self.save()
            last = self.epoch == self.plan.epochs or self.progress(0) == 1
            if dev and (last or self.epoch % self.plan.score_every == 0):
                self.report(dev)

    def one_epoch(self, articles: Sequence[Article]) -> None:
        self.reader.train()
        items: list[Item] = []
        for article in articles:
            for _ in range(self.plan.repeat.get(article.language, 1)):
                items += [(window, article.claims_in(window)) for window in article.training_windows(self.chance)]
        epoch, totals, claims = batches(items, self.plan.budget, self.chance), [0.0, 0.0, 0.0], 0
        told = time.monotonic()
        for i, batch in enumerate(epoch):
            progress = self.progress(i / len(epoch))
            if progress == 1:
                break
            totals = [a + b for a, b in zip(totals, self.learn(batch, progress), strict=True)]
            claims += sum(len(some) for _, some in batch)
            if time.monotonic() - told > 60 or i + 1 == len(epoch):
                told = time.monotonic()
                parts = " ".join(f"{n} {t / max(1, claims):.3f}" for n, t in zip(("anchors", "pointers", "classes"), totals, strict=True))
                print(f"epoch {self.epoch + 1} {i + 1}/{len(epoch)} {parts} {progress:.0%} {self.elapsed():.0f}s", flush=True)

    def learn(self, batch: Sequence[Item], progress: float) -> list[float]:
        """One step; the three losses."""
        rate = min(1.0, 0.01 + 10 * progress) * max(0.02, 1 - progress)
        for group in self.optimiser.param_groups:
            group["lr"] = rate * group["top"]
        anchors, pointers, classes = losses(self.reader, batch)
        loss = (2 * anchors + pointers / 4 + classes / 3) / max(4, sum(len(claims) for _, claims in batch))
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.average.live.values(), 1.0)
        self.optimiser.step()
        self.average.update(self.step)
        self.step += 1
        return [x.item() for x in (anchors, pointers, classes)]

    def report(self, dev: Sequence[Article]) -> None:
        with self.average.in_place():
            print(f"  dev {line(score(self.reader, dev, [THRESHOLD])[THRESHOLD])} {self.elapsed():.0f}s", flush=True)

    def save(self) -> None:
        torch.save(self.average.values, self.out / f"epoch-{self.epoch:02}.pt")
        state = {
            "plan": dataclasses.asdict(self.plan),
            "counters": (self.epoch, self.step, self.elapsed()),
            "weights": {name: p.detach() for name, p in self.average.live.items()},
            "average": self.average.values,
            "optimiser": self.optimiser.state_dict(),
            "chance": (self.chance.getstate(), torch.get_rng_state()),
        }
        torch.save(state, self.out / "last.tmp")
        (self.out / "last.tmp").replace(self.out / "last.pt")

    def resume(self) -> None:
        """Goes on where last.pt was written."""
        state: dict[str, Any] = torch.load(self.out / "last.pt", weights_only=True)
        self.epoch, self.step, self.seconds = state["counters"]
        self.started = time.monotonic()
        self.average.put(state["weights"])
        self.average.values = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.chance.setstate(state["chance"][0])
        torch.set_rng_state(state["chance"][1])


def average_files(files: Sequence[Path], out: Path) -> None:
    """The mean of checkpoints' weights: of several epochs, or of several seeds that started from the same weights."""
    total: dict[str, torch.Tensor] = {}
    for file in files:
        for name, values in torch.load(file, weights_only=True).items():
            total[name] = total[name] + values if name in total else values
    torch.save({name: values / len(files) for name, values in total.items()}, out)
