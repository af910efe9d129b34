"""Lint everything, or what changed since it last passed.

    tools/lint            clang-format, clang-tidy, ruff, mypy over all files
    tools/lint --changed  only files whose content (with the project's headers that they include) has not passed before

A file that passed leaves a stamp named by the hash of what was checked, in build/lint.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMPS = ROOT / "build" / "lint"
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)
FORMATTED = ("include", "src", "tests", "eval", "bench", "fuzz")
TIDIED = ("src", "eval", "bench")  # tests are formatted only: GoogleTest's macros cost clang-tidy minutes and teach nothing


def tracked(*suffixes: str) -> list[Path]:
    """Files of the repository (tracked or new, not ignored) with these suffixes."""
    out = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    return sorted(ROOT / p for p in out if p.endswith(suffixes) and (ROOT / p).is_file())


def included(file: Path) -> set[Path]:
    """The file and every header of the project that it includes, directly or not."""
    seen: set[Path] = set()
    todo = [file]
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        for name in INCLUDE.findall(current.read_text(encoding="utf-8")):
            for base in (ROOT / "include", ROOT / "src", ROOT, current.parent):
                if (base / name).is_file():
                    todo.append(base / name)
                    break
    return seen


def stamp(check: str, files: set[Path], config: Path) -> Path:
    digest = hashlib.sha256(check.encode() + config.read_bytes())
    for file in sorted(files):
        digest.update(file.relative_to(ROOT).as_posix().encode() + file.read_bytes())
    return STAMPS / f"{check}-{digest.hexdigest()[:24]}"


def run(command: list[str]) -> tuple[int, str]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def check_file(check: str, command: list[str], file: Path, changed: bool) -> str:
    """Empty when the file passes."""
    mark = stamp(check, included(file), ROOT / f".{check}")
    if changed and mark.exists():
        return ""
    code, output = run([*command, str(file)])
    if code != 0:
        return output or f"{file}: {check} failed"
    mark.touch()
    return ""


def main() -> int:
    changed = "--changed" in sys.argv[1:]
    STAMPS.mkdir(parents=True, exist_ok=True)
    failures: list[str] = []
    cpp = [f for f in tracked(".cpp", ".h") if f.relative_to(ROOT).parts[0] in FORMATTED]
    built = (ROOT / "build" / "compile_commands.json").read_text(encoding="utf-8")
    sources = [f for f in cpp if f.suffix == ".cpp" and f.relative_to(ROOT).parts[0] in TIDIED and f'"{f}"' in built]
    tidy = ["clang-tidy-19", "-p", "build", "--quiet", "--warnings-as-errors=*"]
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        jobs = [pool.submit(check_file, "clang-format", ["clang-format-19", "--dry-run", "-Werror"], f, changed) for f in cpp]
        jobs += [pool.submit(check_file, "clang-tidy", tidy, f, changed) for f in sources]
        failures += [message for job in jobs if (message := job.result())]
    python = [str(f) for f in tracked(".py")]
    typed = [f for f in python if "/tests/end_to_end/" not in f and "/training/tests/" not in f]  # fixtures say little in types
    venv = ROOT / ".venv" / "bin"
    for command in (["ruff", "check", *python], ["ruff", "format", "--check", *python], ["mypy", "--no-error-summary", *typed]):
        code, output = run([str(venv / command[0]), *command[1:]])
        if code != 0:
            failures.append(output)
    print("\n".join(failures) if failures else f"lint: {len(cpp)} C++ and {len(python)} Python files pass")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
