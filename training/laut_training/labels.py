"""What the network tells apart, and the limits that reading and training share. They are written to reader.json, where C++ reads them."""

from __future__ import annotations

import re

LOSSES = ("killed", "wounded", "casualties", "captured", "detained", "abducted", "missing", "displaced", "destroyed", "damaged")
ACTIONS = (
    *("attack", "clash", "offensive", "control", "withdraw", "deploy", "aid"),
    *("agreement", "ceasefire", "negotiate", "release", "sanction", "threaten", "protest"),
)
EVENTS = LOSSES + ACTIONS
ROLES = ("trigger", "evidence", "agent", "target", "count", "time", "place", "source", "source2", "cue", "said")
CLASSES = {
    "stance": ("state", "estimate", "confirm", "deny", "accuse", "warn", "announce", "suspect"),
    "status": ("happened", "ongoing", "planned", "possible", "denied"),
    "quote": ("direct", "indirect", "mixed", "none"),
}

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-\u2019'/]\w+)*|[^\w\s]")
MAX_SUBWORDS = 440
STRIDE = 0.75  # how much of a window is new when an article is read
LONGEST = {"evidence": 70, "trigger": 4, "count": 6, "time": 7, "said": 7, "cue": 6}  # words
LONGEST_OTHER = 24
THRESHOLD = 0.4

BOS, PAD, EOS = 0, 1, 2


def reader_json(version: str, threshold: float) -> dict[str, object]:
    """The contents of reader.json."""
    return {
        "version": version,
        "events": EVENTS,
        "losses": sorted(LOSSES),
        "roles": ROLES,
        **CLASSES,
        "word": WORD.pattern,
        "max_subwords": MAX_SUBWORDS,
        "stride": STRIDE,
        "longest": LONGEST,
        "longest_other": LONGEST_OTHER,
        "threshold": threshold,
        "bos": BOS,
        "eos": EOS,
        "pad": PAD,
    }
