"""Training, reading, scoring: a small network learns two articles by heart."""

from __future__ import annotations

import random
from pathlib import Path

import torch
from laut_training.data import Article
from laut_training.decode import Found, read
from laut_training.labels import EVENTS
from laut_training.model import bucket, load_reader
from laut_training.score import as_annotated, score
from laut_training.train import NOWHERE, Plan, Trainer, average_files, targets


def trained(base: Path, out: Path, articles: list[Article], plan: Plan, stop: int = 0) -> Trainer:
    """Runs a plan, or its first epochs and then, as after an interruption, the rest."""
    torch.manual_seed(plan.seed)
    trainer = Trainer(load_reader(base), plan, out)
    for _ in range(stop):
        trainer.one_epoch(articles)
        trainer.epoch += 1
        trainer.save()
    if stop:
        torch.manual_seed(99)
        trainer = Trainer(load_reader(base), plan, out)
        trainer.resume()
    trainer.run(articles, [])
    return trainer


def test_two_articles_by_heart(base: Path, tmp_path: Path, articles: list[Article]) -> None:
    plan = Plan(epochs=250, rate=2e-3, head_rate=2e-3, average=0.9)
    trainer = Trainer(load_reader(base, dropout=0.0), plan, tmp_path / "run")
    for trainer.epoch in range(plan.epochs):
        trainer.one_epoch(articles)
    trainer.average.put(trainer.average.values)
    scores = score(trainer.reader, articles, [0.4])[0.4]
    assert scores.f1("found") == scores.f1("figure") == 100.0
    assert scores.f1("whole") >= 80


def test_oracle_gives_annotated_claims_full_marks(articles: list[Article]) -> None:
    for article in articles:
        found = [Found(EVENTS[c.event], 1.0, c.anchor, c.spans, {}) for c in article.claims]
        for claim, annotated in zip(as_annotated(article, found), article.annotated, strict=True):
            for role in ("count", "time", "place"):
                part, wanted = claim[role], annotated[role]
                assert (part is None) == (wanted is None) and (part is None or part.items() <= wanted.items())


def test_a_run_that_was_broken_off_ends_the_same(base: Path, tmp_path: Path, articles: list[Article]) -> None:
    plan = Plan(epochs=3, average=0.9)
    whole = trained(base, tmp_path / "whole", articles, plan)
    broken = trained(base, tmp_path / "broken", articles, plan, stop=2)
    assert all(torch.equal(a, broken.average.values[name]) for name, a in whole.average.values.items())


def test_the_rate_has_fallen_when_time_is_up(base: Path, tmp_path: Path, articles: list[Article]) -> None:
    trainer = Trainer(load_reader(base), Plan(epochs=1000, minutes=1), tmp_path / "run")
    trainer.seconds = 59.0
    assert trainer.progress(0) > 0.98
    trainer.seconds = 61.0
    trainer.run(articles, [])
    assert trainer.epoch == 0 and trainer.step == 0


def test_targets_outside_of_the_window_are_not_learnt(articles: list[Article]) -> None:
    article = articles[0]
    killed = article.claims[1]
    window = article.window(killed.anchor - 1, len(article.words))
    wanted = targets(window, [killed])[0]
    n = window.end - window.begin
    assert wanted[:, 0].tolist() == [killed.spans["trigger"][0] - window.begin] * 2
    assert wanted[:, 7].tolist() == [NOWHERE] * 2 and wanted[:, 5].tolist() == [n] * 2


def test_average_of_checkpoints(tmp_path: Path) -> None:
    for i in (1, 2):
        torch.save({"x": torch.full((2,), float(i))}, tmp_path / f"{i}.pt")
    average_files([tmp_path / "1.pt", tmp_path / "2.pt"], tmp_path / "out.pt")
    assert torch.load(tmp_path / "out.pt")["x"].tolist() == [1.5, 1.5]


def test_embeddings_stay(base: Path, tmp_path: Path, articles: list[Article]) -> None:
    before = load_reader(base).state_dict()
    after = trained(base, tmp_path / "run", articles, Plan(epochs=1)).reader.state_dict()
    changed = {name for name in before if name.startswith("encoder.") and not torch.equal(before[name], after[name])}
    assert changed and not any("embeddings" in name for name in changed)


def test_distances_fall_into_buckets() -> None:
    chance = random.Random(1)
    distances = torch.tensor(sorted(chance.randint(-400, 400) for _ in range(99)))
    buckets = bucket(distances)
    assert bucket(torch.tensor([-5, -1, 0, 1, 5])).tolist() == [7, 11, 12, 13, 17]
    assert (buckets.diff() >= 0).all() and int(buckets.min()) >= 0 and int(buckets.max()) <= 24


def test_reading_needs_no_claims(base: Path, articles: list[Article]) -> None:
    assert read(load_reader(base), articles[1], threshold=0.99) == []
