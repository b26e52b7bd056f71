"""One run of the echo worker: code goes in, what it answered and how it ended comes out."""

from __future__ import annotations

import json
import os
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.isolation import Child
from autograder.model import Exit

__all__ = ["Ran", "Run", "finish"]


@dataclass(frozen=True)
class Ran:
    """What the echo worker answered (None: nothing), and how it ended."""

    result: Any
    error: str | None
    text: str
    exit: Exit
    stdout: str
    stderr: str


Run = Callable[..., Ran]  # what the fixtures `run` and `control` give: code, and limits if other ones


def _drain(descriptor: int) -> bytes:
    parts = []
    while part := os.read(descriptor, 1 << 16):
        parts.append(part)
    return b"".join(parts)


def finish(child: Child, code: str) -> Ran:
    """Send code to a child and collect all that comes of it."""
    with child:
        os.write(child.to_worker, textwrap.dedent(code).encode())
        child.close_input()
        answer = _drain(child.from_worker)
        stdout, stderr = _drain(child.stdout), _drain(child.stderr)
        end = child.wait(15.0)
    said = json.loads(answer) if answer else {}
    return Ran(said.get("result"), said.get("error"), said.get("text", ""), end, stdout.decode(), stderr.decode())
