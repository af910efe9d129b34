"""eval/scoring.py says what its docstring says, and what the gold's own scorer says where that is at hand."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "gold"
sys.path.insert(0, str(ROOT / "eval"))

from scoring import MEASURES, same_number, same_time, score  # noqa: E402


def claim(**fields: Any) -> dict[str, Any]:
    base = {
        "event": "killed",
        "trigger": {"start": 20, "end": 26},
        "evidence": {"start": 0, "end": 40},
        "count": {"start": 0, "end": 2, "low": 30, "high": 30, "unit": "person"},
        "target": {"start": 3, "end": 11, "code": "PRKMIL"},
        "sources": [{"start": 30, "end": 40, "code": "UKRSPY"}],
        **dict.fromkeys(("agent", "place", "time", "said", "cue")),
        "stance": "state",
        "status": "happened",
        "quote": "none",
    }
    return base | fields


def test_equal_claims_score_100() -> None:
    scores = score({"a": [claim()]}, {"a": [claim()]})
    assert [scores.f1(m) for m in MEASURES] == [100, 100, 100]


def test_a_missing_article_counts_as_nothing_found() -> None:
    assert score({"a": [claim()], "b": [claim()]}, {"a": [claim()]}).f1("found") == pytest.approx(66.7)


def test_another_type_of_the_family_is_a_pair_but_not_found() -> None:
    assert score({"a": [claim()]}, {"a": [claim(event="wounded")]}).f1("found") == 0


def test_a_wrong_source_spoils_figure_and_whole_only() -> None:
    scores = score({"a": [claim()]}, {"a": [claim(sources=[])]})
    assert [scores.f1(m) for m in MEASURES] == [100, 0, 0]


def test_a_claim_is_used_once() -> None:
    scores = score({"a": [claim()]}, {"a": [claim(), claim()]})
    assert scores.right["found"] == 1 and scores.f1("found") == pytest.approx(66.7)


def test_numbers_and_times() -> None:
    assert same_number(1000, 1019) and not same_number(1000, 1030) and not same_number(20, 19) and same_number(None, None)
    assert not same_number(None, 3)
    week, day = {"from": "2024-12-09", "to": "2024-12-15"}, {"from": "2024-12-15", "to": "2024-12-15"}
    assert same_time(week, week) and not same_time(week, day) and not same_time(week, None)
    assert same_time({"from": None, "to": None}, None)


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="no gold beside the project")
def test_agrees_with_the_scorer_of_the_gold() -> None:
    """On gold shifted against itself: each article's claims scored against another order, with fields taken away and changed."""
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "score.py")
    assert spec and spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    for file in sorted((SHARED / "dev").glob("*/*.json")):
        want = json.loads(file.read_text(encoding="utf-8"))["claims"]
        got = [dict(c) for i, c in enumerate(reversed(want)) if i % 5]
        for i, c in enumerate(got):
            if i % 3 == 0:
                c["sources"] = []
            if i % 4 == 0 and c["count"]:
                c["count"] = {**c["count"], "low": (c["count"].get("low") or 0) + 7}
            if i % 6 == 0:
                c["event"] = "attack"
        mine = score({"a": want}, {"a": got})
        found = [(i, j) for i, j, _ in theirs.pair(got, want) if got[i]["event"] == want[j]["event"]]
        assert mine.right["found"] == len(found)
        assert mine.right["whole"] == sum(
            all(same[f] for f in ("count", "agent", "target", "place", "time", "source"))
            for i, j, same in theirs.pair(got, want)
            if got[i]["event"] == want[j]["event"]
        )
