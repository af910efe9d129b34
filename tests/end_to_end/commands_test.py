"""The commands beside read: help, version, doctor, completions, the man page; and wrong calls."""

import re
import shutil
import subprocess

import pytest

COMMANDS = {
    "read": ["--published", "--language", "--json", "--table", "--no-text", "--threads", "--color", "--width", "--help"],
    "doctor": ["--help"],
    "version": ["--help"],
    "completions": ["--help"],
    "man": ["--help"],
    "help": ["--help"],
}


def test_overview(laut):
    for call in ([], ["--help"], ["-h"], ["help"]):
        done = laut(*call)
        assert done.returncode == 0 and done.stderr == ""
        for command in COMMANDS:
            assert re.search(rf"^  {command} ", done.stdout, re.M)
        assert "Example" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_help_with_examples(laut, command):
    done = laut(command, "--help")
    assert done.returncode == 0
    assert done.stdout == laut("help", command).stdout
    assert "Example" in done.stdout and f"laut {command}" in done.stdout
    for option in COMMANDS[command]:
        assert option in done.stdout
    assert set(re.findall(r"^  (--[a-z-]+)", done.stdout, re.M)) == set(COMMANDS[command]), "an option that no test knows"


@pytest.mark.parametrize(
    "call, says",
    [
        (["raed"], 'no command "raed"; did you mean read?'),
        (["read"], "FILE|DIR|- is missing"),
        (["read", "x", "--publishd", "2024-12-18"], "did you mean --published?"),
        (["read", "x", "--published", "yesterday"], '--published takes a day as 2024-12-18, not "yesterday"'),
        (["read", "x", "--published", "2024-02-30"], "--published takes a day"),
        (["read", "x", "--language", "german"], '--language takes a code as de, not "german"'),
        (["read", "x", "--threads", "0"], "--threads takes a number from 1 to 256"),
        (["read", "x", "--json", "--table"], "exclude each other"),
        (["read", "x", "--color", "blue"], "auto, always or never"),
        (["version", "now"], '"now" is one word too many'),
        (["bo\x1b[31mard"], "no command"),
    ],
)
def test_wrong_calls(laut, call, says):
    done = laut(*call)
    assert done.returncode == 2 and done.stdout == ""
    assert says in done.stderr and "usage: laut " in done.stderr and "\x1b" not in done.stderr


def test_version(laut):
    done = laut("version")
    assert done.returncode == 0
    assert re.fullmatch(r"laut \d+\.\d+\.\d+\nreader model m\d+\nbuild .+\n", done.stdout)
    assert laut("--version").stdout == done.stdout


def test_doctor_on_a_whole_installation(laut):
    done = laut("doctor")
    assert done.returncode == 0, done.stdout
    for subject in ("program", "data", "model", "cache", "processor", "reading"):
        assert f"✓ {subject}" in done.stdout
    assert "Articles can be read." in done.stdout and "libopenvino" in done.stdout


def test_doctor_and_read_without_models(laut, environment, tmp_path):
    (tmp_path / "home" / "data" / "shared").mkdir(parents=True)
    broken = environment | {"LAUT_HOME": str(tmp_path / "home")}
    done = laut("doctor", env=broken)
    assert done.returncode == 4
    assert "✗ model" in done.stdout and "To mend model: " in done.stdout and "encoder.bin" in done.stdout
    (tmp_path / "a.txt").write_text("x\n")
    done = laut("read", "a.txt", env=broken)
    assert done.returncode == 4 and "laut doctor says what is missing" in done.stderr
    assert laut("doctor", env=environment | {"LAUT_HOME": "/nowhere"}).returncode == 4
    assert laut("version", env=broken).stdout.splitlines()[1] == "reader model none"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_name_everything_and_are_scripts(laut, shell, tmp_path):
    done = laut("completions", shell)
    assert done.returncode == 0
    for command, options in COMMANDS.items():
        assert command in done.stdout
        for option in options:
            assert (f"-l {option[2:]}" if shell == "fish" else option) in done.stdout
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed: its script was not run")
    script = tmp_path / "script"
    script.write_text(done.stdout)
    checked = subprocess.run([shell, "-n", script], capture_output=True)
    assert checked.returncode == 0 and checked.stderr == b""


def test_bash_completes(laut, tmp_path):
    (tmp_path / "laut.bash").write_text(laut("completions", "bash").stdout)

    def complete(*words):
        script = (
            f"source laut.bash; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _laut; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        )
        return subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True).stdout.split()

    assert complete("laut", "re") == ["read"]
    assert complete("laut", "read", "--no") == ["--no-text"]
    assert complete("laut", "read", "--color", "a") == ["auto", "always"]
    assert complete("laut", "completions", "z") == ["zsh"]
    assert complete("laut", "read", "--published", "''") == []


def test_man_page_renders_without_warnings(laut, tmp_path):
    page = laut("man").stdout
    assert page.startswith('.TH LAUT 1 ""')
    for command, options in COMMANDS.items():
        assert f"\\fBlaut {command}\\fR" in page
        for option in options:
            assert "\\fB" + option.replace("-", "\\-") + "\\fR" in page
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed: the page was not rendered")
    rendered = subprocess.run(["groff", "-man", "-Tutf8", "-ww"], input=page.encode(), capture_output=True)
    assert rendered.returncode == 0 and rendered.stderr == b""
    text = re.sub(r".\x08|\x1b\[[0-9;]*m", "", rendered.stdout.decode())
    for word in ("NAME", "SYNOPSIS", "EXIT STATUS", "LAUT_HOME", "laut read news/ --json > claims.jsonl"):
        assert word in text
