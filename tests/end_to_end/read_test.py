"""laut read: what people and programs get."""

import json
import os
import pathlib
import pty
import re
import select
import subprocess
import threading
import time

import jsonschema
import pytest
from conftest import BINARY, ROOT, SENTENCE

EXAMPLES = ROOT / "examples" / "kursk"
SPANS = ("trigger", "evidence", "agent", "target", "count", "time", "said", "place", "cue")


def spans_of(claim):
    for role in SPANS:
        if claim.get(role):
            yield claim[role]
    yield from claim["sources"]
    for actor in [claim.get("agent"), claim.get("target"), *claim["sources"]]:
        if actor and actor.get("refers_to"):
            yield actor["refers_to"]


@pytest.fixture(scope="module")
def schema():
    schema = json.loads((ROOT / "docs" / "claim.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check_lines(lines, schema):
    claims = 0
    for line in lines:
        article = json.loads(line)
        schema.validate(article)
        text = article["document"]["text"]
        ids = [claim["id"] for claim in article["claims"]]
        assert len(ids) == len(set(ids))
        for claim in article["claims"]:
            claims += 1
            for span in spans_of(claim):
                assert text[span["start"] : span["end"]] == span["text"]
    return claims


def test_json_of_the_examples_follows_the_schema(laut, schema):
    done = laut("read", EXAMPLES, "--json")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 18
    assert check_lines(lines, schema) > 50
    sources = [json.loads(line)["document"]["source"] for line in lines]
    assert sources == sorted(sources), "articles come in the order of their names"


def test_spans_count_code_points_whatever_the_text(laut, schema, tmp_path):
    text = "😀 é̂ " + SENTENCE.replace(" ", "\u00a0", 1) + "\r\n𝔸\r\n" + SENTENCE
    (tmp_path / "a.txt").write_bytes(text.encode())
    done = laut("read", "a.txt", "--json", "--language", "en", "--published", "2024-12-18")
    assert json.loads(done.stdout)["document"]["text"] == text
    assert check_lines(done.stdout.splitlines(), schema) >= 2


def test_what_json_writes_can_be_read_again(laut, tmp_path):
    first = laut("read", EXAMPLES / "en", "--json")
    (tmp_path / "again.jsonl").write_text(first.stdout)
    again = laut("read", "again.jsonl", "--json")
    assert again.returncode == 0, again.stderr

    def claims(done):
        return [json.loads(line)["claims"] for line in done.stdout.splitlines()]

    assert claims(first) == claims(again)


def test_threads_change_nothing_but_the_time(laut):
    runs = [laut("read", EXAMPLES, "--json", "--threads", n).stdout for n in (1, 3, 1)]
    assert runs[0] == runs[1] == runs[2]


def test_no_text_leaves_the_text_out(laut):
    article = json.loads(laut("read", EXAMPLES / "de" / "01.md", "--json", "--no-text").stdout)
    assert "text" not in article["document"] and article["claims"]
    page = laut("read", EXAMPLES / "de" / "01.md", "--no-text").stdout
    assert "Syrskyj nannte keine Zahl" not in page and "killed" in page


def test_a_note_and_only_one_about_missing_days(laut, tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(SENTENCE)
    done = laut("read", ".", "--json")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "laut: 3 articles have no publication day: relative dates stay unresolved there; give --published DATE"
    ]
    assert laut("read", ".", "--json", "--published", "2024-12-18").stderr == ""


def test_days_count_from_the_publication_day(laut):
    done = laut("read", "-", "--json", "--published", "2024-12-18", "--language", "en", input=SENTENCE.encode())
    article = json.loads(done.stdout)
    assert article["document"]["published"] == "2024-12-18"
    assert article["document"]["source"] == "-"
    times = [claim["time"] for claim in article["claims"] if claim["time"]]
    assert times and times[0]["from"] == "2024-12-14"


def test_the_page_is_plain_where_no_terminal_is(laut):
    done = laut("read", EXAMPLES / "de" / "01.md")
    assert done.returncode == 0 and done.stderr == ""
    assert "\x1b" not in done.stdout
    assert done.stdout.startswith("Hunderte Nordkoreaner in Kursk gefallen oder verwundet\nElbkurier · Wed 18 Dec 2024 · German · ")
    assert "[mindestens 30]" in done.stdout
    assert "≥\u00a030\u00a0persons" in done.stdout
    assert re.search(r"^\d+ claims · \d+ voices · \d+ figures of losses · machine-read", done.stdout, re.M)


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_no_line_is_wider_than_asked(laut, width):
    page = laut("read", EXAMPLES, "--width", width).stdout
    assert max(map(len, page.splitlines())) <= width


def test_the_table_has_a_header_and_tabs_where_no_terminal_is(laut):
    done = laut("read", EXAMPLES, "--table")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert rows[0][:6] == ["article", "number", "id", "published", "event", "figure"]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) - 1 == sum(len(json.loads(line)["claims"]) for line in laut("read", EXAMPLES, "--json").stdout.splitlines())


def test_folders_are_read_whole_and_in_order(laut, tmp_path):
    for name in ("b/2.txt", "a/1.md", "a/deep/er/0.txt", "c.jpg", ".hidden/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)
    done = laut("read", ".", "--json")
    sources = [json.loads(line)["document"]["source"] for line in done.stdout.splitlines()]
    assert [os.path.normpath(source) for source in sources] == ["a/1.md", "a/deep/er/0.txt", "b/2.txt"]


def test_a_reader_that_went_away_ends_the_program_quietly(laut, environment, tmp_path):
    (tmp_path / "many.jsonl").write_text(json.dumps({"text": SENTENCE, "language": "en"}) + "\n")
    with (tmp_path / "many.jsonl").open("a") as out:
        for _ in range(400):
            out.write(json.dumps({"text": SENTENCE * 20, "language": "en"}) + "\n")
    process = subprocess.Popen(
        [BINARY, "read", "many.jsonl", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment
    )
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == b""


def test_a_closed_or_full_output_is_told(environment):
    article = str(EXAMPLES / "en" / "01.md")
    closed = subprocess.run(["sh", "-c", f'"{BINARY}" read "{article}" >&-'], stderr=subprocess.PIPE, env=environment, timeout=60)
    assert closed.returncode == 4 and b"standard output: " in closed.stderr
    with pathlib.Path("/dev/full").open("wb") as full:
        done = subprocess.run([BINARY, "read", article], stdout=full, stderr=subprocess.PIPE, env=environment, timeout=60)
    assert done.returncode == 4 and b"No space left on device" in done.stderr


def test_articles_come_out_while_others_still_come_in(environment):
    """A pipe that stays open: what it brought is answered before it ends."""
    process = subprocess.Popen(
        [BINARY, "read", "-", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    line = json.dumps({"text": SENTENCE, "language": "en", "published": "2024-12-18"}) + "\n"
    feeder = threading.Thread(target=lambda: os.write(process.stdin.fileno(), (line * 900).encode()))
    feeder.start()
    ready, _, _ = select.select([process.stdout], [], [], 60)
    process.kill()
    process.wait()
    feeder.join()
    assert ready, "nothing was written while the input stayed open"


def on_a_terminal(arguments, environment, columns=90):
    """The bytes that the program writes to a terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(BINARY, [str(BINARY), *map(str, arguments)], environment)
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    out = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        out += part
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    return out.decode().replace("\r\n", "\n")


def without_escapes(text):
    return re.sub(r"\x1b\[[0-9;]*[mK]", "", text)


def without_progress(text):
    """A slow machine shows the progress line, which is no colour and goes away."""
    return re.sub(r"\r\x1b\[K(?:[^\r\n]*(?=\r\x1b\[K))?", "", text)


def test_a_terminal_gets_underlines_and_colour(environment):
    article = EXAMPLES / "de" / "01.md"
    shown = on_a_terminal(["read", article], environment)
    assert "\x1b[4;31mmindestens 30\x1b[0m\x1b[1;31m" in shown
    plain = on_a_terminal(["read", article], environment | {"NO_COLOR": "1"})
    assert "\x1b[4mmindestens 30\x1b[0m" in plain and not re.search(r"\x1b\[[0-9;]*3[0-9]m", plain)
    assert "\x1b" not in without_progress(on_a_terminal(["read", article, "--color", "never"], environment))
    assert "\x1b" not in on_a_terminal(["read", article], environment | {"TERM": "dumb"})
    assert without_escapes(without_progress(shown)) == without_escapes(without_progress(plain))


def test_colour_can_be_asked_for_in_a_pipe(laut):
    assert "\x1b[4;31mmindestens 30\x1b[0m" in laut("read", EXAMPLES / "de" / "01.md", "--color", "always").stdout


def test_a_terminal_gets_an_aligned_table(environment):
    shown = without_escapes(on_a_terminal(["read", EXAMPLES / "en", "--table"], environment, columns=100))
    lines = shown.splitlines()
    assert "\t" not in shown and max(map(len, lines)) <= 100
    assert lines[0].startswith("article") and lines[0].index("event") < lines[0].index("figure")


def test_a_progress_bar_shows_on_a_terminal_and_goes_away(environment, tmp_path):
    with (tmp_path / "many.jsonl").open("w") as out:
        for _ in range(60):
            out.write(json.dumps({"text": SENTENCE * 30, "language": "en", "published": "2024-12-18"}) + "\n")
    shown = on_a_terminal(["read", tmp_path / "many.jsonl", "--json"], environment)
    assert re.search(r"\d+ of 60 articles   [0-9.]+/s   \d+ s left", shown)
    assert len(without_escapes(shown).splitlines()) >= 60


def test_the_first_claim_comes_soon(laut):
    article = EXAMPLES / "en" / "03.md"
    laut("read", article)
    times = []
    for _ in range(5):
        start = time.monotonic()
        assert laut("read", article).returncode == 0
        times.append(time.monotonic() - start)
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    assert min(times) < 0.8 * max(1.0, load), times
