"""Runs, kept on disk by what they depend on, so that nothing is run twice.

In: a key (a hash of everything that the run depends on) and a `Run`. Out: the same `Run`, later.
A changed tolerance, weight or point count is thus regraded without running anything. The values are
stored encoded (autograder.values), never pickled; a damaged file counts as absent.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from autograder import values
from autograder.errors import ValueCodecError
from autograder.model import Capture, CellRun, CheckOptions, Exit, Level, Output, Run

__all__ = ["Store", "key_of"]

_FORMAT = 1


def key_of(**parts: object) -> str:
    """Return the key of a run that depends on these parts (JSON values)."""
    text = json.dumps({"format": _FORMAT, **parts}, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


class Store:
    """A folder of runs; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep runs in `folder`, which is made when the first is kept."""
        self._folder = folder

    def load(self, key: str) -> Run | None:
        """Return the run of this key, None if there is none that can be read."""
        if self._folder is None:
            return None
        try:
            return _run(values.decode((self._folder / key).read_bytes(), max_bytes=2**30))
        except (OSError, ValueCodecError, KeyError, TypeError, ValueError):
            return None

    def save(self, key: str, run: Run) -> None:
        """Keep a run; a reader never sees half of it."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        data = values.encode(_plain(run), max_bytes=2**30)
        descriptor, name = tempfile.mkstemp(dir=self._folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(name).replace(self._folder / key)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise


def _plain(run: Run) -> dict[str, Any]:
    plain = asdict(run)
    plain["level"] = str(run.level)
    return plain


def _run(plain: Any) -> Run:
    captures = {
        name: Capture(**{**capture, "options": CheckOptions(**capture["options"])})
        for name, capture in plain["captures"].items()
    }
    cells = tuple(
        CellRun(**{**cell, "outputs": tuple(Output(**output) for output in cell["outputs"])}) for cell in plain["cells"]
    )
    run = Run(**{**plain, "captures": captures, "cells": cells, "exit": Exit(**plain["exit"])})
    return replace(run, level=Level(run.level))
