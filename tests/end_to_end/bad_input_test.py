"""What bad input gets: a line on standard error that names it, and the rest goes on."""

import pytest
from conftest import REACHABLE, SENTENCE

KNOWN = SENTENCE.encode()
GERMAN = "Am Samstag wurden mindestens 30 Soldaten getötet, erklärte die Armee. Größere Verluste gab es später.\n"

# name, bytes, options, exit code, what standard error says, what standard output says
ROWS = [
    ("empty.txt", b"", [], 3, "empty.txt: ", None),
    ("spaces.txt", b" \n\t\n", [], 3, "spaces.txt: ", None),
    ("binary.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, [], 3, "binary.txt: ", None),
    ("page.txt", b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n", [], 3, "page.txt: ", None),
    ("latin.txt", GERMAN.encode("iso-8859-1") * 5, [], 0, None, "getötet"),
    ("utf16.txt", "\ufeff".encode("utf-16-le") + SENTENCE.encode("utf-16-le"), [], 0, None, "30"),
    ("large.txt", KNOWN * (20 * 1024 * 1024 // len(KNOWN) + 1), [], 3, "large.txt: a text of 20 MB", None),
    ("word.txt", b"x" * (10 << 20), ["--language", "en"], 3, "word.txt: ", None),
    ("controls.txt", b"\x1b]0;title\x07" + KNOWN + b"\x1b[31mred\x1b[0m \xc2\x9b2J\n", ["--language", "en"], 0, None, "30"),
    ("hebrew.txt", "ביום שבת נהרגו לפחות 30 חיילים, אמר הצבא.\n".encode(), [], 0, "language", "no claims"),
    ("override.txt", ("\u202e" + SENTENCE).encode(), [], 0, None, "30"),
    ("emoji.txt", ("😀 👨‍👩‍👧 " + SENTENCE).encode(), ["--language", "en"], 0, None, "30"),
    ("crlf.txt", b"Headline\r\n\r\n" + KNOWN.replace(b"\n", b"\r\n"), [], 0, None, "30"),
    ("undated.txt", KNOWN, [], 0, None, "no publication day"),
    ("unknown.txt", KNOWN, ["--language", "sw"], 0, "in no language that the reader knows", "no claims"),
    ("broken.json", b'{"document": {"text": "cut off', [], 3, "broken.json", None),
    ("broken.jsonl", b'{"text": "' + KNOWN.strip() + b'"}\nnot json\n', [], 3, "broken.jsonl", "30"),
    ("folder.txt/", None, [], 3, "holds no articles", None),
    ("dangling.txt", "nowhere", [], 3, "dangling.txt: ", None),
]


def put(folder, name, content):
    if content is None:
        (folder / name).mkdir()
    elif isinstance(content, str):
        (folder / name).symlink_to(content)
    else:
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("form", ["page", "json", "table"])
def test_row(laut, tmp_path, row, form):
    name, content, options, code, complaint, shown = row
    put(tmp_path, name, content)
    done = laut("read", name, *options, *([] if form == "page" else [f"--{form}"]))
    assert done.returncode == code, done.stderr
    if complaint:
        assert complaint in done.stderr
    else:
        assert name not in done.stderr
    if shown and form == "page":
        assert shown in done.stdout
    for stream in (done.stdout, done.stderr):
        controls = [c for c in stream if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160]
        assert not controls, "control characters reach the terminal"
        assert "\u202e" not in stream or form == "json"


def test_the_rest_goes_on_and_failures_are_counted(laut, tmp_path):
    put(tmp_path, "a.txt", KNOWN)
    put(tmp_path, "b.txt", b"\x00\x01\x02" * 100)
    put(tmp_path, "c.txt", "nowhere")
    put(tmp_path, "d.txt", KNOWN)
    done = laut("read", "a.txt", "b.txt", "c.txt", "missing.txt", "d.txt", "--json")
    assert done.returncode == 3
    assert [line.split('"source":"')[1].split('"')[0] for line in done.stdout.splitlines()] == ["a.txt", "d.txt"]
    complaints = done.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in complaints[:3]] == ["b.txt", "c.txt", "missing.txt"]
    assert complaints[-1] == "laut: 3 of 5 inputs failed"


def test_names_with_control_characters_are_shown_safely(laut, tmp_path):
    name = "a\x1b[31m\n.txt"
    put(tmp_path, name, KNOWN)
    for names in ([name], [name + "missing"]):
        done = laut("read", *names)
        assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(not REACHABLE, reason="needs root, and a program that another user may run")
def test_a_file_without_permission_is_named(laut, tmp_path):
    put(tmp_path, "closed.txt", KNOWN)
    (tmp_path / "closed.txt").chmod(0)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_mode & 0o005 != 0o005 and folder.owner() == "root" and str(folder).startswith("/tmp/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    done = laut("read", "closed.txt", user=65534)
    assert done.returncode == 3
    assert "closed.txt: Permission denied" in done.stderr
