"""Who may include whom: the table of docs/architecture.md held against every #include of src/ and include/."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| `((?:src|include)/[\w/]+)` \|(.*)\|$", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def permissions() -> dict[str, set[str]]:
    section = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").split("## Who may include whom")[1].split("\n## ")[0]
    return {folder: set(re.findall(r"`([^`]+)`", allowed)) for folder, allowed in ROW.findall(section)}


def folder_of(file: Path, folders: set[str]) -> str:
    """The folder of the table that a file lies in directly."""
    name = file.parent.relative_to(ROOT).as_posix()
    assert name in folders, f"{file} lies in a folder that docs/architecture.md does not name"
    return name


def edges() -> list[tuple[str, str, Path]]:
    folders = set(permissions())
    found = []
    for file in sorted([*ROOT.glob("src/**/*.cpp"), *ROOT.glob("src/**/*.h"), *ROOT.glob("include/**/*.h")]):
        for name in INCLUDE.findall(file.read_text(encoding="utf-8")):
            target = next((base / name for base in (ROOT / "include", ROOT / "src") if (base / name).is_file()), None)
            assert target, f'{file}: "{name}" is not a file of include/ or src/ (includes are written from there)'
            found.append((folder_of(file, folders), folder_of(target, folders), file))
    return found


def test_no_include_without_permission() -> None:
    allowed = permissions()
    wrong = [f"{file.relative_to(ROOT)} includes {b}" for a, b, file in edges() if a != b and b not in allowed[a]]
    assert not wrong, "\n".join(wrong)


def test_no_permission_without_include() -> None:
    used = {(a, b) for a, b, _ in edges()}
    unused = [f"{a} -> {b}" for a, allowed in permissions().items() for b in allowed if (a, b) not in used]
    assert not unused, "permissions nobody uses: " + ", ".join(unused)


def test_the_folders_have_no_cycle() -> None:
    allowed = permissions()
    done: list[str] = []
    while ready := [f for f in allowed if f not in done and allowed[f] <= set(done)]:
        done += ready
    assert set(done) == set(allowed), f"a cycle among {sorted(set(allowed) - set(done))}"
