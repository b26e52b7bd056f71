"""Tries from a judge's place what a judge must not do."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path


def warm() -> None:
    """Need nothing."""


def main(state: object, read: int, write: int) -> None:
    """Try, and say what came of it."""
    tried: dict[str, Callable[[], object]] = {
        "network": lambda: socket.create_connection(("127.0.0.1", 9), 1),
        "passwd": lambda: Path("/etc/shadow").read_text(),
        "processes": os.fork,
        "memory": lambda: bytearray(2**31),
    }
    said = {}
    for name, attempt in tried.items():
        try:
            attempt()
        except (OSError, MemoryError):
            said[name] = "refused"
        else:
            said[name] = "done"
    os.write(write, json.dumps(said).encode())
