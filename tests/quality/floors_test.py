"""The quality of reading the project's own examples stays above its floors (eval/floors.json)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_examples_keep_their_floors() -> None:
    done = subprocess.run([sys.executable, ROOT / "eval" / "evaluate.py", "--examples"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "examples" in done.stdout
