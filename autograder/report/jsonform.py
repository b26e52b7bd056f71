"""Report -> JSON: the form in which grades are stored and read by other programs.

`to_json` gives a dictionary that any strict JSON writer takes (`json.dumps(..., allow_nan=False)`).
docs/report.md describes the fields; jsonread.py reads them back. Numbers that JSON has no word for are
the strings "NaN", "Infinity" and "-Infinity". Nothing is hidden and nothing is escaped here: what a
student may see is `seen_by_student`'s business.
"""

import math
from collections.abc import Iterable
from typing import Any

import msgspec

from autograder.model import CellResult, Report

__all__ = ["FORMAT", "cells_json", "plain_json", "to_json"]

FORMAT = 1  # raised when a reader of the old form would misread the new one


def to_json(report: Report) -> dict[str, object]:
    """Return the report as a dictionary of JSON values, its sums and the format's number included."""
    sums = {"score": report.score, "points": report.points}
    return {"format": FORMAT, **plain_json({**msgspec.to_builtins(report), **sums}), "cells": cells_json(report.cells)}


def cells_json(cells: Iterable[CellResult]) -> list[dict[str, object]]:
    """Return a report's cells as JSON values, each with its score."""
    return [plain_json({**msgspec.to_builtins(cell), "score": cell.score}) for cell in cells]


def plain_json(value: Any) -> Any:
    """Return what `to_builtins` gave with lists for tuples and words for the numbers that JSON has not."""
    if isinstance(value, dict):
        return {name: inner if isinstance(inner, str) else plain_json(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain_json(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
