"""Report -> JSON: the form in which grades are stored and read by other programs.

`to_json` gives a dictionary that any strict JSON writer takes (`json.dumps(..., allow_nan=False)`).
docs/report.md describes the fields; jsonread.py reads them back. Numbers that JSON has no word for are
the strings "NaN", "Infinity" and "-Infinity". Nothing is hidden and nothing is escaped here: what a
student may see is `seen_by_student`'s business.
"""

import math
from collections.abc import Iterable

from autograder.model import CellResult, CheckResult, Diagnosis, Evidence, Mismatch, Report

__all__ = ["FORMAT", "cells_json", "to_json"]

FORMAT = 1  # raised when a reader of the old form would misread the new one


def to_json(report: Report) -> dict[str, object]:
    """Return the report as a dictionary of JSON values, its sums and the format's number included."""
    return {
        "format": FORMAT,
        "student": report.student,
        "assignment": report.assignment,
        "notebook": report.notebook,
        "score": _number(report.score),
        "points": _number(report.points),
        "problems": list(report.problems),
        "cells": cells_json(report.cells),
        "evidence": _evidence(report.evidence),
    }


def cells_json(cells: Iterable[CellResult]) -> list[dict[str, object]]:
    """Return a report's cells as JSON values."""
    return [_cell(cell) for cell in cells]


def _cell(cell: CellResult) -> dict[str, object]:
    return {
        "cell_id": cell.cell_id,
        "score": _number(cell.score),
        "points": _number(cell.points),
        "checks": [_check(check) for check in cell.checks],
    }


def _check(check: CheckResult) -> dict[str, object]:
    return {
        "name": check.name,
        "status": check.status.value,
        "hidden": check.hidden,
        "weight": _number(check.weight),
        "reason": check.reason,
        "mismatch": None if check.mismatch is None else _mismatch(check.mismatch),
        "remark": check.remark,
        "where": check.where,
        "diagnosis": None if check.diagnosis is None else _diagnosis(check.diagnosis),
    }


def _mismatch(mismatch: Mismatch) -> dict[str, object]:
    return {
        "kind": mismatch.kind,
        "message": mismatch.message,
        "count": mismatch.count,
        "total": mismatch.total,
        "worst_abs": _number(mismatch.worst_abs),
        "worst_rel": _number(mismatch.worst_rel),
        "index": mismatch.index,
        "actual": mismatch.actual,
        "expected": mismatch.expected,
        "bound": _number(mismatch.bound),
    }


def _diagnosis(diagnosis: Diagnosis) -> dict[str, object]:
    return {
        "text": diagnosis.text,
        "source": diagnosis.source,
        "cause": diagnosis.cause,
        "confidence": _number(diagnosis.confidence),
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "submission_sha256": evidence.submission_sha256,
        "source_sha256": evidence.source_sha256,
        "versions": dict(evidence.versions),
        "device": evidence.device,
        "isolation": evidence.isolation.value,
        "overridden": evidence.overridden,
        "seed_id": evidence.seed_id,
        "graded_at": evidence.graded_at,
        "seconds": _number(evidence.seconds),
        "flags": list(evidence.flags),
    }


def _number(value: float | None) -> float | str | None:
    if value is None or math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
