"""Words, windows and claims by word."""

from __future__ import annotations

import itertools
import random
from typing import Any

from laut_training.data import Article, Window, batches, collate, home, prepare
from laut_training.labels import EVENTS, MAX_SUBWORDS, PAD


def words(article: Article, first: int, last: int) -> str:
    return str(article.text[article.words[first][0] : article.words[last][1]])


def long(tokenizer: Any) -> Article:
    return prepare(tokenizer, "In der Stadt, so heißt es, gab es 1.200 Verletzte!\n" * 80)


def test_a_loss_hangs_on_the_last_word_of_its_figure(articles: list[Article]) -> None:
    attack, killed, wounded = articles[0].claims
    assert words(articles[0], attack.anchor, attack.anchor) == "Angriffen"
    assert words(articles[0], killed.anchor, killed.anchor) == "30"
    assert words(articles[0], wounded.anchor, wounded.anchor) == "12"
    assert words(articles[0], *killed.spans["count"]) == "mindestens 30"
    assert EVENTS[killed.event] == "killed"
    assert "time" not in killed.spans and words(articles[0], *killed.spans["source"]) == "Behörden"


def test_one_claim_a_type_and_anchor(articles: list[Article], tokenizer: Any) -> None:
    twice = [*articles[0].annotated, articles[0].annotated[1]]
    assert len(prepare(tokenizer, articles[0].text, annotated=twice).claims) == 3


def test_reading_windows_overlap_and_cover_all(tokenizer: Any) -> None:
    article = long(tokenizer)
    windows = article.reading_windows()
    assert len(windows) > 2 and all(len(w.ids) <= MAX_SUBWORDS + 2 for w in windows)
    assert windows[0].begin == 0 and windows[-1].end == len(article.words)
    assert all(a.begin < b.begin < a.end for a, b in itertools.pairwise(windows))
    middle = (windows[1].begin + windows[0].end) // 2
    assert home(article, windows, 0) == 0 and home(article, windows, windows[1].begin + 1) == 0
    assert home(article, windows, windows[0].end - 1) == 1 and middle < windows[0].end


def test_training_windows_part_the_article_at_sentence_ends(tokenizer: Any) -> None:
    article, chance = long(tokenizer), random.Random(1)
    cuts = [article.training_windows(chance) for _ in range(3)]
    for windows in cuts:
        assert [i for w in windows for i in range(w.begin, w.end)] == list(range(len(article.words)))
        assert all(words(article, w.end - 1, w.end - 1) == "!" for w in windows)
    assert len({windows[0].end for windows in cuts}) > 1


def test_a_word_knows_its_first_and_last_subword(tokenizer: Any) -> None:
    article = prepare(tokenizer, "Donaudampfschifffahrt e\u0301tude 😀 1\u202f200")
    window = article.reading_windows()[0]
    assert article.text[slice(*article.words[0])] == "Donaudampfschifffahrt" and window.first[0] < window.last[0]
    assert all(0 < a <= b < len(window.ids) for a, b in zip(window.first, window.last, strict=True))


def test_batches_hold_every_window_once_within_the_budget() -> None:
    lengths = [random.Random(2).randint(5, 440) for _ in range(200)]
    items: list[tuple[Window, Any]] = [(Window(i, i + 1, [0] * n, [0], [0]), []) for i, n in enumerate(lengths)]
    out = batches(items, 900, random.Random(1))
    assert sorted(w.begin for batch in out for w, _ in batch) == list(range(200))
    assert all(len(batch) * max(len(w.ids) for w, _ in batch) <= 900 for batch in out)
    assert out == batches(items, 900, random.Random(1))


def test_collate_fills_up() -> None:
    ids, mask, first, _ = collate([Window(0, 1, [0, 7, 2], [1], [1]), Window(0, 2, [0, 7, 8, 2], [1, 2], [1, 2])])
    assert ids.tolist() == [[0, 7, 2, PAD], [0, 7, 8, 2]] and mask.tolist() == [[1, 1, 1, 0], [1, 1, 1, 1]]
    assert first.tolist() == [[1, 0], [1, 2]]
