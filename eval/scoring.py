"""Score claims against annotated claims.

A predicted claim is paired with at most one annotated claim of the same article: the event types must be of one family, and the
triggers, the figures or the evidence must overlap. Over the pairs of the same event type:

    found    the pair itself
    figure   losses with a count: the count's interval, the target and the innermost source are right too
    whole    count, agent, target, place, time and innermost source are right

A field is right when both sides leave it out or agree: actors by overlapping words or equal code, places by overlap or equal name and
country, times by at least half of their days in common, counts by interval and by being people or not.

    scores = score({"article": annotated_claims}, {"article": predicted_claims})
    scores.f1("found")
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Claim = Mapping[str, Any]
Part = Mapping[str, Any] | None

FAMILIES = (
    "killed wounded casualties",
    "captured detained abducted missing",
    "displaced",
    "destroyed damaged",
    "attack clash offensive",
    "control withdraw",
    "deploy",
    "aid",
    "agreement ceasefire negotiate release",
    "sanction",
    "threaten",
    "protest",
)
FAMILY = {event: number for number, events in enumerate(FAMILIES) for event in events.split()}
LOSSES = frozenset(event for events in FAMILIES[:4] for event in events.split())
WHOLE = ("count", "agent", "target", "place", "time", "source")
FIGURE = ("count", "target", "source")
MEASURES = ("found", "figure", "whole")


def common(a: Part, b: Part) -> int:
    """Characters that two spans share."""
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])) if a and b else 0


def same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= max(1 if max(a, b) > 20 else 0, 0.02 * max(a, b))


def same_count(a: Part, b: Part) -> bool:
    if not a or not b:
        return not a and not b
    person = [(part.get("unit") or "person") in ("person", "people", "persons") for part in (a, b)]
    return same_number(a.get("low"), b.get("low")) and same_number(a.get("high"), b.get("high")) and person[0] == person[1]


def same_actor(a: Part, b: Part) -> bool:
    if not a or not b:
        return not a and not b
    return common(a, b) > 0 or bool(a.get("code") and a.get("code") == b.get("code"))


def same_place(a: Part, b: Part) -> bool:
    if not a or not b:
        return not a and not b
    names = [(part.get("name") or "").casefold() for part in (a, b)]
    return common(a, b) > 0 or (bool(names[0]) and names[0] == names[1] and a.get("country") == b.get("country"))


def days(time: Part) -> tuple[int, int] | None:
    """First day and the day after the last, as ordinals; None where the days are not known."""
    if not time or not time.get("from") or not time.get("to"):
        return None
    first, last = (datetime.date.fromisoformat(time[end]).toordinal() for end in ("from", "to"))
    return first, max(first, last) + 1


def same_time(a: Part, b: Part) -> bool:
    x, y = days(a), days(b)
    if not x or not y:
        return not x and not y
    return max(0, min(x[1], y[1]) - max(x[0], y[0])) >= 0.5 * (max(x[1], y[1]) - min(x[0], y[0]))


def first_source(claim: Claim) -> Part:
    sources = claim.get("sources") or []
    return sources[0] if sources else None


def agreement(predicted: Claim, annotated: Claim) -> dict[str, bool]:
    """For each field, whether it is right."""
    rules: dict[str, Callable[[Part, Part], bool]] = {
        "count": same_count,
        "agent": same_actor,
        "target": same_actor,
        "place": same_place,
        "time": same_time,
        "said": same_time,
    }
    right = {name: same(predicted.get(name), annotated.get(name)) for name, same in rules.items()}
    right["source"] = same_actor(first_source(predicted), first_source(annotated))
    for label in ("stance", "status", "quote"):
        right[label] = predicted.get(label) == annotated.get(label)
    return right


def pairs(predicted: Sequence[Claim], annotated: Sequence[Claim]) -> list[tuple[int, int, dict[str, bool]]]:
    """The likeliest pairs first, each claim in at most one."""
    options = []
    for i, p in enumerate(predicted):
        for j, a in enumerate(annotated):
            if FAMILY.get(p["event"]) != FAMILY[a["event"]]:
                continue
            trigger, count = common(p["trigger"], a["trigger"]) > 0, common(p.get("count"), a.get("count")) > 0
            shared = common(p["evidence"], a["evidence"])
            union = max(p["evidence"]["end"], a["evidence"]["end"]) - min(p["evidence"]["start"], a["evidence"]["start"])
            evidence = shared / union if shared else 0.0
            if not (trigger or count or evidence >= 0.3):
                continue
            right = agreement(p, a)
            weight = 4 * (p["event"] == a["event"]) + 2 * trigger + 2 * count + evidence + sum(right[f] for f in FIGURE)
            options.append((weight, i, j, right))
    options.sort(key=lambda option: -option[0])
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for _, i, j, right in options:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            chosen.append((i, j, right))
    return chosen


@dataclass
class Scores:
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    predicted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    annotated: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    fields: dict[str, int] = field(default_factory=dict)

    def f1(self, measure: str) -> float:
        """Per cent, one decimal."""
        both = self.predicted[measure] + self.annotated[measure]
        return round(200 * self.right[measure] / both, 1) if both else 0.0

    def field_shares(self) -> dict[str, float]:
        """Per cent of found claims."""
        return {name: round(100 * right / max(1, self.right["found"]), 1) for name, right in self.fields.items()}


def is_figure(claim: Claim) -> bool:
    return claim["event"] in LOSSES and bool(claim.get("count"))


def score(annotated: Mapping[str, Sequence[Claim]], predicted: Mapping[str, Sequence[Claim]]) -> Scores:
    """Scores over all annotated articles; one without a prediction counts as an article with no claims found."""
    scores = Scores()
    for article, want in annotated.items():
        got = predicted.get(article, [])
        for side, claims in ((scores.predicted, got), (scores.annotated, want)):
            side["found"] += len(claims)
            side["whole"] += len(claims)
            side["figure"] += sum(map(is_figure, claims))
        for i, j, right in pairs(got, want):
            if got[i]["event"] != want[j]["event"]:
                continue
            scores.right["found"] += 1
            scores.right["whole"] += all(right[f] for f in WHOLE)
            scores.right["figure"] += is_figure(got[i]) and is_figure(want[j]) and all(right[f] for f in FIGURE)
            for name, value in right.items():
                scores.fields[name] = scores.fields.get(name, 0) + value
    return scores
