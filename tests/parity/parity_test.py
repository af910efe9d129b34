"""C++ and Python read the same spans from the same graphs: on the examples, on hard texts, on dev and against the golden output."""

from __future__ import annotations

import json
import os
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from reference import Reference

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PROTOTYPE_THRESHOLD = 0.4
THRESHOLD = json.loads((ROOT / "models" / "reader.json").read_text(encoding="utf-8"))["threshold"]
CLOSE = 0.002  # of a probability: f32 sums in another order

HARD = {
    "combining marks": "30 Soldaten wurden bei Kursk geto\u0308tet, sagte Kiew am Montag. Ge\u0301ne\u0301ral Mu\u0308ller dementierte.",
    "decomposed": unicodedata.normalize(
        "NFD", "Über 50 Kämpfer fielen nach Angaben der Rebellen in Jänisjärvi; è, ô, й, ї wurden zerlegt."
    ),
    "soft hyphen": "Mindes\u00adtens 30 nord\u00adkore\u00adanische Soldaten sind laut Militär\u00adgeheimdienst GUR gefallen.",
    "narrow spaces": "Quelque 3\u202f000 soldats ont été tués ou blessés, selon Kiev. Plus de 10\u00a0000 «\u202fà Koursk\u202f».",
    "emoji": "🔥 12 killed in Kursk 💥💥, officials said 👩‍🚒. A drone 🛩️ hit the base; 20 soldiers were wounded 🇺🇦.",
    "astral": "𝟛𝟘 soldiers were killed, 𝕤𝕒𝕚𝕕 the army on Monday. 𐍈 Twenty were wounded.",
    "CRLF": "Ten soldiers were killed in Kursk.\r\n\r\nKyiv said on Monday\r\nthat 20 were wounded.\r\n",
    "digits and joiners": "Am 7.10.2023 um 6:30 Uhr starben 1.200 Menschen, 3,5 Mio. rock'n'roll's, l’armée, und/oder, F-16s, a--b.",
    "other digits": "قُتل ٣٠ جنديا في غزة، وفق الوزارة. ५० सैनिक मारे गए. ²³ ½ Ⅻ _under_score_ 12th 3rd",
    "controls": "Ten\u001csoldiers\u001fwere killed\u0085in\u2028Kursk\u2029on Monday\u200b,\ufeff officials\u2060 said.\u0007",
    "no words": " \n\t ",
    "one letter": "a",
    "long word": "Donaudampfschiff" * 400 + " zehn Soldaten wurden getötet",
}


def run(binary: Path, files: list[Path], environment: dict[str, str] | None = None) -> dict[str, list[dict[str, Any]]]:
    done = subprocess.run([binary, *files], check=True, capture_output=True, text=True, env=os.environ | (environment or {}))
    return {row["document"]: row["found"] for row in map(json.loads, done.stdout.splitlines())}


@pytest.fixture(scope="session")
def spans() -> Path:
    return Path(os.environ.get("LAUT_SPANS", ROOT / "build" / "laut_spans"))


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference()


def assert_same(ours: list[dict[str, Any]], theirs: list[dict[str, Any]], name: str) -> None:
    """Equal but for rounding of the probability. A claim within rounding of the threshold may be on one side only."""
    keyed = [{(c["event"], tuple(c["anchor"])): c for c in found} for found in (ours, theirs)]
    for key in keyed[0].keys() ^ keyed[1].keys():
        p = (keyed[0].get(key) or keyed[1][key])["p"]
        assert min(abs(p - threshold) for threshold in (PROTOTYPE_THRESHOLD, THRESHOLD)) < CLOSE, (
            f"{name}: {key} only on one side (p = {p})"
        )
    for key in keyed[0].keys() & keyed[1].keys():
        a, b = keyed[0][key], keyed[1][key]
        assert abs(a["p"] - b["p"]) < CLOSE, f"{name}: {key}"
        for part in ("spans", "stance", "status", "quote"):
            assert a[part] == b[part], f"{name}: {key} {part}"


@pytest.mark.parametrize("name", HARD)
def test_hard_texts(name: str, spans: Path, reference: Reference, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(HARD[name].encode())
    assert_same(run(spans, [file])[str(file)], reference.find(HARD[name]), name)


def test_hard_texts_hold_claims(reference: Reference) -> None:
    """Else their parity would say little."""
    assert sum(bool(reference.find(text)) for text in HARD.values()) >= 8


def test_examples(spans: Path, reference: Reference) -> None:
    files = sorted((ROOT / "examples" / "kursk").glob("*/*.md"))
    assert len(files) >= 16
    for file, found in run(spans, files).items():
        assert_same(found, reference.find(Path(file).read_bytes().decode()), file)


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no gold beside the project")
def test_dev_articles(spans: Path, reference: Reference) -> None:
    files = sorted((SHARED / "gold" / "dev").glob("*/*.txt"))
    for file, found in run(spans, files).items():
        assert_same(found, reference.find(Path(file).read_bytes().decode()), file)


@pytest.mark.skipif(not (SHARED / "reader" / "exported" / "golden.jsonl").is_file(), reason="no golden output beside the project")
def test_golden_output(spans: Path, tmp_path: Path) -> None:
    """What the prototype found with its own graphs, which the program runs here in place of its own."""
    exported = SHARED / "reader" / "exported"
    (tmp_path / "models").symlink_to(exported)
    (tmp_path / "data").symlink_to(ROOT / "data")
    rows = map(json.loads, (exported / "golden.jsonl").read_text(encoding="utf-8").splitlines())
    golden = {row["document"]: row["found"] for row in rows}
    files = {f.stem: f for f in (SHARED / "gold" / "dev").glob("*/*.txt")} | {"seed": next((SHARED / "seed").glob("*.txt"))}
    found = run(spans, [files[name] for name in golden], {"LAUT_HOME": str(tmp_path)})
    for name, want in golden.items():
        assert_same(found[str(files[name])], want, name)


def test_the_same_claims_on_an_older_cpu(spans: Path) -> None:
    """oneDNN, which runs the graphs, told to use nothing newer than AVX2: the same. (Without AVX-512 both runs are alike.)"""
    files = sorted((ROOT / "examples" / "kursk").glob("*/*.md"))
    if (SHARED / "gold").is_dir():
        files += sorted((SHARED / "gold" / "dev").glob("*/*.txt"))
    newest = run(spans, files)
    older = run(spans, files, {"ONEDNN_MAX_CPU_ISA": "AVX2"})
    for file, found in newest.items():
        assert_same(older[file], found, file)
