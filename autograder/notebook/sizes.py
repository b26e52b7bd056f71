"""How much of a student's file is looked at: sizes are told before any work is done.

In: a file's bytes, a cell's text. Out: what is too much, in words for the student; "" if it fits. A syntax tree takes
up to 2 kB for each word or sign of the text, and Python looks for each field of an f-string from the string's start:
so words and signs are counted, and a cell's length is bounded, before anything is parsed. It does NOT read anything.
"""

from __future__ import annotations

import re

__all__ = ["MAX_CELL", "MAX_CELLS", "MAX_FILE", "Room", "file_too_large"]

MAX_FILE = 64 * 2**20  # bytes of a submitted file: students keep pictures in their outputs
MAX_CELLS = 20_000
MAX_CELL = 100_000  # characters of one answer, and of any cell of code
_MAX_VALUES = 2_000_000  # of a file's JSON: texts, numbers, lists, objects
_MAX_CODE = 1_000_000  # characters of all code
_MAX_SIGNS = 50_000  # of all code; the longest exercise, solved, has 8,000
_MAX_NOTES = 1_000_000  # characters of the student's texts: own cells, and answers in prose
_SIGN = re.compile(r"\d+\.\d+|\w+|[^\w\s]")
_CLEAR = "clear the outputs (Kernel > Restart) and submit it again."


def file_too_large(data: bytes) -> str:
    """Return what is too much about a submitted file, "" if it can be read."""
    if len(data) > MAX_FILE:
        return f"The file has more than {MAX_FILE >> 20} MB; {_CLEAR}"
    values = sum(data.count(mark) for mark in (b",", b":", b"[", b"{"))  # at least as many as JSON has
    return f"The file holds more than {_MAX_VALUES:,} values; {_CLEAR}" if values > _MAX_VALUES else ""


class Room:
    """What the code and the texts of one submission may still take."""

    def __init__(self) -> None:
        self._chars, self._signs, self._notes = _MAX_CODE, _MAX_SIGNS, _MAX_NOTES

    def refuses(self, text: str) -> str:
        """Return why a cell does not fit, "" if it does; then it is taken."""
        if len(text) > MAX_CELL:
            return f"it has {len(text):,} characters, and a cell may have {MAX_CELL:,}"
        if len(text) > self._chars:
            return f"with it, your code has more than {_MAX_CODE:,} characters"
        signs = sum(1 for _ in _SIGN.finditer(text))
        if signs > self._signs:
            return f"with it, your code has more than {_MAX_SIGNS:,} words and signs"
        self._chars -= len(text)
        self._signs -= signs
        return ""

    def refuses_prose(self, text: str) -> str:
        """Return why an answer in prose does not fit, "" if it does; then it is taken."""
        if len(text) > MAX_CELL:
            return f"it has {len(text):,} characters, and a cell may have {MAX_CELL:,}"
        return self.refuses_note(text)

    def refuses_note(self, text: str) -> str:
        """Return why a text of the student's own does not fit, "" if it does; then it is taken."""
        if len(text) > self._notes:
            return f"with it, your texts have more than {_MAX_NOTES:,} characters"
        self._notes -= len(text)
        return ""
