"""House rules of docs/architecture.md that no linter knows."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 600
GLYPHS = Path("src/cli/glyphs.h")  # the one file of src/ and include/ that is not ASCII
LANGUAGES = ("de", "en", "es", "fr", "pl", "ru", "uk")


def files(*suffixes: str) -> list[Path]:
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [Path(p) for p in out.splitlines() if p.endswith(suffixes) and (ROOT / p).is_file()]


def code() -> list[Path]:
    return [f for f in files(".cpp", ".h") if f.parts[0] in ("src", "include")]


def test_source_is_ascii() -> None:
    wrong = [str(f) for f in code() if f != GLYPHS and not (ROOT / f).read_bytes().isascii()]
    assert not wrong, f"words of human languages and glyphs belong into data/ and {GLYPHS}: {wrong}"


def test_no_file_over_600_lines() -> None:
    lines = {str(f): (ROOT / f).read_bytes().count(b"\n") for f in files(".cpp", ".h", ".py")}
    assert not {f: n for f, n in lines.items() if n > LONGEST_FILE}


def test_files_open_with_a_paragraph() -> None:
    """A header, and a .cpp that has no header of its name, opens with a comment."""
    wrong = [
        str(f)
        for f in code()
        if (f.suffix == ".h" or not (ROOT / f).with_suffix(".h").exists()) and not (ROOT / f).read_text().startswith("//")
    ]
    assert not [f for f in wrong if not f.startswith("src/types")], wrong


def test_every_language_has_the_same_tables() -> None:
    names = {lang: sorted(p.name for p in (ROOT / "data" / lang).glob("*.tsv")) for lang in LANGUAGES}
    assert len({tuple(n) for n in names.values()}) == 1, names


def test_tables_have_examples() -> None:
    """A folder of tables that gives meaning has examples, positive and negative."""
    for lang in LANGUAGES:
        for kind in ("figures", "times"):
            assert (ROOT / "data" / lang / f"{kind}.examples.tsv").is_file(), f"{lang}: no examples for {kind}"
