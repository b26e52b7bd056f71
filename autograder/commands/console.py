"""What commands print and write for a person: one console, warnings on stderr, files named as they are written.

In: texts, JSON values, paths. Out: the terminal, stderr, files; a file that cannot be written is a CourseError.
Names and messages may be a student's, and act on no terminal. It does NOT decide what is said.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import CourseError

if TYPE_CHECKING:
    from rich.console import Console

    from autograder.commands.progress import Progress

__all__ = ["any_encoding", "progress_bar", "terminal", "warn", "write_json", "write_text"]

_PLAIN = {  # what stands for a sign that the terminal's encoding lacks
    "✓": "+", "✗": "x", "⊘": "o", "●": "*", "·": "-", "–": "-", "—": "-", "−": "-", "…": "...", "→": "->", "×": "x",
    "━": "=", "─": "-", "│": "|", "█": "#", "░": ".", "■": "#", "≥": ">=", "≤": "<=", "≠": "!=", "±": "+-",
    "“": '"', "”": '"', "‘": "'", "’": "'", "•": "*",
}  # fmt: skip


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """Write signs that an encoding lacks in plainer ones, and anything else as ?: a codec's error handler."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


def any_encoding() -> None:
    """Let stdout and stderr take any text, whatever their encoding (cp1252, ascii): no command ends over a mark."""
    codecs.register_error("autograder.plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="autograder.plain")


def warn(text: str) -> None:
    """Print to stderr; names and messages may be a student's, and act on no terminal."""
    from autograder.report import clean_text

    print(clean_text(text, max_chars=8000, max_lines=100), file=sys.stderr)


def terminal() -> Console:
    """Return the terminal; 120 characters wide where there is none."""
    from rich.console import Console

    plain = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=120 if plain else None)


def progress_bar(verb: str, total: int) -> Progress:
    """Return a bar for `total` pieces of work, to be used with `with`."""
    from autograder.commands.progress import Progress

    return Progress(terminal(), verb, total)


def write_json(path: Path, data: object) -> None:
    """Write strict JSON; CourseError if the file cannot be written."""
    write_text(path, json.dumps(data, indent=1, allow_nan=False) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write a text and say so; CourseError if the file cannot be written."""
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise CourseError(f"{path}: cannot be written ({error.strerror})") from error
    print(f"wrote {path}")
