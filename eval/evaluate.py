"""Quality, measured and held against its floors: `make eval`.

    evaluate.py             measure everything that can be measured here, print it, fail where a floor is not reached
    evaluate.py --examples  the project's own examples only (part of `make test`)

Gold articles are looked for in $LAUT_GOLD or ../shared/gold (dev), KRAUTS in ../shared/corpora/times-de. What is not there is said and
left out. Floors stand in floors.json: a kind -> a measure -> the least value that is accepted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from scoring import Scores, score

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = Path(os.environ.get("LAUT_GOLD", SHARED / "gold"))
KRAUTS = SHARED / "corpora" / "times-de" / "KRAUTS_Dolomiten-42"
BUILD = ROOT / "build"
Values = dict[str, float]


def read(files: list[Path], published: dict[str, str] | None = None) -> dict[str, list[dict[str, Any]]]:
    """Claims by article name. Text files get the publication days named."""
    rows: list[str] = []
    if published is None:
        rows = run([str(BUILD / "laut"), "read", "--json", "--no-text", *map(str, files)]).splitlines()
    else:
        articles = [
            {"id": f.stem, "text": f.read_bytes().decode(), "language": f.parent.name, "published": published[f.stem]} for f in files
        ]
        text = "\n".join(json.dumps(a) for a in articles)
        rows = run([str(BUILD / "laut"), "read", "--json", "--no-text", "-"], text).splitlines()
    parsed = [json.loads(row) for row in rows]
    return {p["document"].get("id") or name_of(p["document"]["source"]): p["claims"] for p in parsed}


def name_of(source: str) -> str:
    path = Path(source)
    return f"{path.parent.name}/{path.stem}"


def run(command: list[str], text: str = "") -> str:
    return subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout


def values(scores: Scores) -> Values:
    return {measure: scores.f1(measure) for measure in ("found", "figure", "whole")}


def examples() -> dict[str, Values]:
    """The articles of examples/kursk with their annotation."""
    files = sorted((ROOT / "examples" / "kursk").glob("*/*.md"))
    annotated = {name_of(str(f)): json.loads(f.with_suffix(".json").read_text(encoding="utf-8"))["claims"] for f in files}
    predicted = read(files)
    out = {"examples": values(score(annotated, predicted))}
    for language in sorted({f.parent.name for f in files}):
        part = {name: claims for name, claims in annotated.items() if name.startswith(language)}
        out[f"examples {language}"] = values(score(part, predicted))
    return out


def dev() -> dict[str, Values]:
    """Gold dev, the whole program: German and English together and apart."""
    files = sorted((GOLD / "dev").glob("*/*.txt"))
    gold = {f.stem: json.loads(f.with_suffix(".json").read_text(encoding="utf-8")) for f in files}
    predicted = read(files, {name: article["published"] for name, article in gold.items()})
    out = {}
    for label, languages in (("dev", ("de", "en")), ("dev de", ("de",)), ("dev en", ("en",))):
        part = {name: article["claims"] for name, article in gold.items() if article["language"] in languages}
        scores = score(part, predicted)
        out[label] = values(scores)
        if label == "dev":
            out["dev fields of found claims"] = scores.field_shares()
    return out


def alone(kind: str, folders: list[Path]) -> Values:
    """A kind of meaning on gold spans: shares in per cent, from the measure of its name."""
    result = json.loads(run([str(BUILD / f"{kind}_eval"), "--json", *map(str, folders)]))
    return {name: round(float(value), 1) for name, value in result[kind]["all"].items()}


def gate(measured: dict[str, Values]) -> list[str]:
    """What lies below its floor."""
    floors: dict[str, Values] = json.loads((ROOT / "eval" / "floors.json").read_text(encoding="utf-8"))
    wrong = []
    for kind, minima in floors.items():
        for measure, floor in minima.items():
            if kind in measured and measured[kind].get(measure, 0.0) < floor:
                wrong.append(f"{kind}: {measure} {measured[kind].get(measure, 0.0)} is below its floor {floor}")
    return wrong


def measure(only_examples: bool) -> dict[str, Values]:
    measured = examples()
    measured["coverage alone, own examples"] = alone("coverage", [ROOT / "eval" / "coverage" / "examples.jsonl"])
    if only_examples:
        return measured
    if (GOLD / "dev").is_dir():
        measured |= dev()
        folders = sorted((GOLD / "dev").glob("*"))
        for kind in ("figure", "time", "place", "actor", "quote"):
            measured[f"{kind} alone, dev"] = alone(kind, folders)
        for language in ("fr", "uk", "ru", "pl", "es"):
            for kind in ("figure", "time"):
                measured[f"{kind} alone, train {language}"] = alone(kind, [GOLD / "train" / language])
    else:
        print(f"no gold at {GOLD}: left out", file=sys.stderr)
    if KRAUTS.is_dir():
        measured["timex, KRAUTS Dolomiten-42"] = alone("timex", [KRAUTS])
    else:
        print(f"no KRAUTS at {KRAUTS}: left out", file=sys.stderr)
    return measured


def main() -> int:
    measured = measure("--examples" in sys.argv[1:])
    if "--json" in sys.argv[1:]:
        print(json.dumps(measured, indent=1))
    else:
        for kind, row in measured.items():
            print(f"{kind:<32}" + "  ".join(f"{name} {value:.1f}" for name, value in row.items()))
    wrong = gate(measured)
    print("\n".join(wrong) if wrong else "every floor is kept", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
