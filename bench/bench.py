"""Speed of reading: `make bench`.

    bench.py [FILE|DIR...]    articles to read; without any: ../shared/gold/dev where it is, else examples/kursk

Prints the reader's throughput beside what the encoder graph alone reaches on the same windows (one process, the two in turn), and of
the whole program on one short article, with a warm cache: process time, wall time and peak memory.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT.parent / "shared" / "gold" / "dev"
RUNS = 7


def articles() -> list[str]:
    if len(sys.argv) > 1:
        return sys.argv[1:]
    if DEV.is_dir():
        return [str(f) for f in sorted(DEV.glob("*/*.txt"))]
    return [str(ROOT / "examples" / "kursk")]


def throughput(threads: int) -> None:
    command = [str(ROOT / "build" / "laut_speed"), "--threads", str(threads), *articles()]
    row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    encoder, reader = row["encoder"], row["reader"]
    print(f"{threads} threads, {row['articles']} articles of {row['characters']} characters, {row['subwords']} subwords")
    for name, speed in (("encoder alone", encoder), ("whole reader", reader)):
        print(
            f"  {name:<14} {speed['subwords_per_second']:>6} subwords/s  {speed['articles_per_second']:.2f} articles of 3,500 characters/s"
        )
    print(f"  share of the encoder alone: {100 * row['share_of_encoder']:.1f} %")


def start() -> None:
    """One short article through the program, cold and warm."""
    article = ROOT / "examples" / "kursk" / "de" / "01.md"
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"XDG_CACHE_HOME": cache}
        rows = []
        for _ in range(RUNS + 1):
            before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            subprocess.run([ROOT / "build" / "laut", "read", article], check=True, capture_output=True, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            rows.append((used, time.monotonic() - wall))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{article.relative_to(ROOT)}, {len(article.read_bytes())} bytes: laut read")
    print(f"  first start    {rows[0][0]:.2f} s of process time, {rows[0][1]:.2f} s wall")
    for name, column in (("process time", 0), ("wall time", 1)):
        values = [row[column] for row in rows[1:]]
        print(f"  warm cache     {statistics.median(values):.2f} s {name} (median of {RUNS}; {min(values):.2f} to {max(values):.2f})")
    print(f"  peak memory    {memory:.0f} MB (the largest of these runs)")


if __name__ == "__main__":
    # Children so far: none; the peak of `start` is that of the program.
    start()
    for count in (1, os.cpu_count() or 1):
        throughput(count)
