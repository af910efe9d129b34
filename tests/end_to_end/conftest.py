"""Runs the real program: $LAUT_BIN, else build/laut."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("LAUT_BIN", ROOT / "build" / "laut")).resolve()

# Whether root can run the program as another user: not in a folder that is root's alone, such as /root.
REACHABLE = os.geteuid() == 0 and all(folder.stat().st_mode & 0o001 for folder in BINARY.parents)

SENTENCE = "On Saturday at least 30 soldiers were killed near the village of Plekhovo, the army said.\n"


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """One cache of compiled networks for all tests, away from the user's."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def environment(cache):
    """A plain environment: nothing of the user's but the path."""
    return {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache), "LC_ALL": "C", "TERM": "xterm"}


@pytest.fixture
def laut(environment, tmp_path):
    """laut("read", "a.txt", input=b"...") in an empty folder -> CompletedProcess with text output."""

    def run(*arguments, input=b"", env=None, **more):
        done = subprocess.run(
            [BINARY, *map(str, arguments)],
            input=input,
            capture_output=True,
            cwd=more.pop("cwd", tmp_path),
            env=env if env is not None else environment,
            timeout=120,
            **more,
        )
        done.stdout = done.stdout.decode("utf-8")
        done.stderr = done.stderr.decode("utf-8")
        return done

    return run


@pytest.fixture(scope="session", autouse=True)
def built():
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is not built", returncode=3)
