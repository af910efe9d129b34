"""Articles as the network sees them: words, subwords, windows, and the annotated claims by word.

A claim hangs on an anchor word: a loss with a figure on the last word of the figure, every other claim on the first word of its trigger.

    "Mindestens 30 Soldaten starben."   killed: anchor "30", count "Mindestens 30", target "Soldaten", trigger "starben"

For reading, windows overlap by a quarter. For training they do not: an article is cut anew in each epoch, the first window at random, so
that every claim is learnt once an epoch and seldom in the same surroundings. Two claims of one type on one anchor count as one, since the
network can tell only one.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sentencepiece as spm
import torch

from .labels import BOS, CLASSES, EOS, EVENTS, LOSSES, MAX_SUBWORDS, PAD, ROLES, STRIDE, WORD

Range = tuple[int, int]


@dataclass
class Claim:
    """Word indices of the whole article; a span's last word is in it."""

    anchor: int
    event: int
    spans: dict[str, Range]
    classes: dict[str, int]


@dataclass
class Window:
    """Words begin..end of an article; first and last say, for each word, the place of its first and last subword in ids."""

    begin: int
    end: int
    ids: list[int]
    first: list[int]
    last: list[int]


@dataclass
class Article:
    name: str
    language: str
    text: str
    words: list[Range]
    pieces: list[int]
    first: list[int]
    last: list[int]
    claims: list[Claim] = field(default_factory=list)
    annotated: list[dict[str, Any]] = field(default_factory=list)

    def window(self, begin: int, end: int) -> Window:
        start = self.first[begin]
        stop = min(self.last[end - 1] + 1, start + MAX_SUBWORDS)
        first, last = ([min(i - start + 1, stop - start) for i in places[begin:end]] for places in (self.first, self.last))
        return Window(begin, end, [BOS, *self.pieces[start:stop], EOS], first, last)

    def fitting(self, begin: int, most: int = MAX_SUBWORDS) -> int:
        """The end of the longest window of at most so many subwords, or of one word."""
        end = begin
        while end < len(self.words) and self.last[end] - self.first[begin] + 1 <= most:
            end += 1
        return max(end, begin + 1)

    def reading_windows(self) -> list[Window]:
        windows, begin = [], 0
        while begin < len(self.words):
            end = self.fitting(begin)
            windows.append(self.window(begin, end))
            if end >= len(self.words):
                break
            begin += max(1, int((end - begin) * STRIDE))
        return windows

    def training_windows(self, chance: random.Random) -> list[Window]:
        windows, begin = [], 0
        most = MAX_SUBWORDS if self.fitting(0) == len(self.words) else chance.randint(MAX_SUBWORDS // 3, MAX_SUBWORDS)
        while begin < len(self.words):
            end = self.sentence_end(begin, self.fitting(begin, most))
            windows.append(self.window(begin, end))
            begin, most = end, MAX_SUBWORDS
        return windows

    def sentence_end(self, begin: int, end: int) -> int:
        """The last end of a sentence or line in the second half of the window, or its end where there is none."""
        for i in range(end, (begin + end) // 2, -1):
            if i == len(self.words):
                return i
            before, after = self.words[i - 1], self.words[i]
            if "\n" in self.text[before[1] : after[0]] or self.text[before[0] : before[1]] in (".", "!", "?"):
                return i
        return end

    def claims_in(self, window: Window) -> list[Claim]:
        return [claim for claim in self.claims if window.begin <= claim.anchor < window.end]


def home(article: Article, windows: Sequence[Window], word: int) -> int:
    """Which window holds a word most centrally; an article's own edge is no edge."""
    far = 10**9

    def margin(i: int) -> int:
        w = windows[i]
        return min(word - w.begin if w.begin else far, w.end - word if w.end < len(article.words) else far)

    return max((i for i, w in enumerate(windows) if w.begin <= word < w.end), key=margin)


def word_range(words: Sequence[Range], start: int, end: int) -> Range | None:
    hit = [i for i, (a, b) in enumerate(words) if a < end and b > start]
    return (hit[0], hit[-1]) if hit else None


def pieces_of(tokenizer: Any, text: str) -> list[tuple[int, int, int]]:
    """(id, begin, end) in code points; SentencePiece counts bytes, and a piece takes in the space before it."""
    at = [i for i, c in enumerate(text) for _ in c.encode()] + [len(text)]
    return [(p.id, at[p.begin], at[p.end]) for p in tokenizer.encode(text, return_type="proto").pieces]


def prepare(tokenizer: Any, text: str, name: str = "", language: str = "", annotated: Iterable[dict[str, Any]] = ()) -> Article:
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    pieces = pieces_of(tokenizer, text)
    article = Article(name, language, text, words, [p[0] for p in pieces], [], [], annotated=list(annotated))
    k = 0
    for start, end in words:
        while k + 1 < len(pieces) and pieces[k][2] <= start:
            k += 1
        last = k
        while last + 1 < len(pieces) and pieces[last + 1][1] < end:
            last += 1
        article.first.append(k)
        article.last.append(last)
    seen = set()
    for annotation in article.annotated:
        claim = by_word(words, annotation)
        if claim and (claim.anchor, claim.event) not in seen:
            seen.add((claim.anchor, claim.event))
            article.claims.append(claim)
    return article


def by_word(words: Sequence[Range], annotation: dict[str, Any]) -> Claim | None:
    """A claim of the gold files, or None when its trigger lies in no word."""
    sources = [*annotation["sources"][:2], None, None]
    parts = {**annotation, "source": sources[0], "source2": sources[1]}
    spans = {}
    for role in ROLES:
        part = parts.get(role)
        if part and "start" in part and (span := word_range(words, part["start"], part["end"])):
            spans[role] = span
    if "trigger" not in spans:
        return None
    figure = annotation["event"] in LOSSES and "count" in spans
    anchor = spans["count"][1] if figure else spans["trigger"][0]
    classes = {name: values.index(annotation[name]) for name, values in CLASSES.items()}
    return Claim(anchor, EVENTS.index(annotation["event"]), spans, classes)


def load(model: Path, folders: Iterable[Path]) -> list[Article]:
    """The annotated articles NAME.json + NAME.txt of the folders."""
    tokenizer = spm.SentencePieceProcessor(model_file=str(model))
    articles = []
    for file in sorted(f for folder in folders for f in folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_suffix(".txt")
        if isinstance(gold, dict) and "claims" in gold and text.exists():
            articles.append(prepare(tokenizer, text.read_bytes().decode(), file.stem, gold["language"], gold["claims"]))
    return articles


def collate(windows: Sequence[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """ids, mask, first, last of a batch, filled up to the longest."""
    subwords, words = max(len(w.ids) for w in windows), max(len(w.first) for w in windows)

    def filled(rows: Iterable[list[int]], size: int, fill: int) -> torch.Tensor:
        return torch.tensor([row + [fill] * (size - len(row)) for row in rows])

    ids = filled((w.ids for w in windows), subwords, PAD)
    mask = filled(([1] * len(w.ids) for w in windows), subwords, 0)
    return ids, mask, filled((w.first for w in windows), words, 0), filled((w.last for w in windows), words, 0)


def batches(windows: Sequence[tuple[Window, list[Claim]]], budget: int, chance: random.Random) -> list[list[tuple[Window, list[Claim]]]]:
    """Batches of at most so many subwords, filling counted. Windows of like length go together, within pools drawn at random."""
    mixed = list(windows)
    chance.shuffle(mixed)
    out: list[list[tuple[Window, list[Claim]]]] = []
    for i in range(0, len(mixed), 64):
        batch: list[tuple[Window, list[Claim]]] = []
        for item in sorted(mixed[i : i + 64], key=lambda item: len(item[0].ids)):
            if batch and (len(batch) + 1) * len(item[0].ids) > budget:
                out.append(batch)
                batch = []
            batch.append(item)
        out.append(batch)
    chance.shuffle(out)
    return out
