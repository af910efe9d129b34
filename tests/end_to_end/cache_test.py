"""The cache of compiled networks: it saves time, and nothing that is wrong with it matters."""

import os
import subprocess

import pytest
from conftest import BINARY, REACHABLE, ROOT

ARTICLE = ROOT / "examples" / "kursk" / "en" / "03.md"


def blobs(folder):
    return sorted(path for path in folder.rglob("*.blob"))


@pytest.fixture
def expected(laut):
    return laut("read", ARTICLE, "--json").stdout


def test_four_programs_may_start_at_once_on_an_empty_cache(environment, expected, tmp_path):
    env = environment | {"XDG_CACHE_HOME": str(tmp_path / "new")}
    running = [
        subprocess.Popen([BINARY, "read", ARTICLE, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) for _ in range(4)
    ]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0 and err == b""
        assert out.decode() == expected
    kept = list((tmp_path / "new" / "laut").iterdir())
    assert len(kept) == 1 and kept[0].name.startswith("networks-") and len(blobs(kept[0])) == 2


def test_home_is_used_without_xdg(laut, environment, tmp_path):
    env = {name: value for name, value in environment.items() if name != "XDG_CACHE_HOME"} | {"HOME": str(tmp_path)}
    assert laut("read", ARTICLE, env=env).returncode == 0
    assert blobs(tmp_path / ".cache" / "laut")


def test_nothing_is_needed(laut, environment, expected):
    env = {"PATH": environment["PATH"], "LC_ALL": "C"}
    done = laut("read", ARTICLE, "--json", env=env)
    assert done.returncode == 0 and done.stderr == "" and done.stdout == expected
    assert "none: neither XDG_CACHE_HOME nor HOME" in laut("doctor", env=env).stdout


@pytest.mark.parametrize("place", ["/dev/null", "/proc/nowhere", "relative/path"])
def test_a_folder_that_cannot_be_made(laut, environment, expected, place):
    done = laut("read", ARTICLE, "--json", env=environment | {"XDG_CACHE_HOME": place})
    assert done.returncode == 0 and done.stderr == "" and done.stdout == expected


@pytest.mark.skipif(not REACHABLE, reason="needs root, and a program that another user may run")
def test_a_folder_that_cannot_be_written(laut, environment, expected, tmp_path):
    (tmp_path / "cache").mkdir(mode=0o755)
    for folder in (tmp_path, *tmp_path.parents):
        if str(folder).startswith("/tmp/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    done = laut("read", ARTICLE, "--json", env=environment | {"XDG_CACHE_HOME": str(tmp_path / "cache")}, user=65534)
    assert done.returncode == 0 and done.stderr == "" and done.stdout == expected
    assert not blobs(tmp_path / "cache")


@pytest.mark.parametrize("damage", ["empty", "cut", "gone"])
def test_a_damaged_cache_is_left_behind(laut, environment, expected, tmp_path, damage):
    env = environment | {"XDG_CACHE_HOME": str(tmp_path)}
    assert laut("read", ARTICLE, env=env).returncode == 0
    for blob in blobs(tmp_path):
        blob.chmod(0o600)
        if damage == "gone":
            blob.unlink()
        else:
            os.truncate(blob, 0 if damage == "empty" else blob.stat().st_size // 2)
    for _ in range(2):
        done = laut("read", ARTICLE, "--json", env=env)
        assert done.returncode == 0 and done.stderr == "" and done.stdout == expected


def test_abandoned_folders_are_cleared_away(laut, environment, tmp_path):
    old = tmp_path / "laut" / "making-1"
    old.mkdir(parents=True)
    os.utime(old, (0, 0))
    assert laut("read", ARTICLE, env=environment | {"XDG_CACHE_HOME": str(tmp_path)}).returncode == 0
    assert not old.exists()
