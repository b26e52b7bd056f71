"""Report <-> JSON: the form in which grades are stored and read by other programs.

`to_json` gives a dictionary that any strict JSON writer takes (`json.dumps(..., allow_nan=False)`);
`from_json` takes it back and checks every field. docs/report.md describes the fields. Numbers that
JSON has no word for are the strings "NaN", "Infinity" and "-Infinity". Nothing is hidden and nothing
is escaped here: what a student may see is `seen_by_student`'s business.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, cast

from autograder.errors import GraderError
from autograder.model import CellResult, CheckResult, Diagnosis, Evidence, Level, Mismatch, Report, Status

__all__ = ["FORMAT", "ReportFormatError", "from_json", "to_json"]

FORMAT = 1  # raised when a reader of the old form would misread the new one

_Kind = Literal["type", "structure", "shape", "dtype", "finite", "value", "bound"]
_KINDS = ("type", "structure", "shape", "dtype", "finite", "value", "bound")
_SOURCES = ("author", "numeric")
_NOT_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
_T = TypeVar("_T")


class ReportFormatError(GraderError):
    """A stored report has not the form that docs/report.md describes; the message names the field."""


# ---------------------------------------------------------------- Report -> JSON


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
        "cells": [_cell(cell) for cell in report.cells],
        "evidence": _evidence(report.evidence),
    }


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


# ---------------------------------------------------------------- JSON -> Report


def from_json(data: object) -> Report:
    """Return the report that `to_json` wrote; raise ReportFormatError at the first field that is amiss.

    Unknown fields are left aside, and so are the sums, which a Report computes itself.
    """
    fields = _Fields.of(data, "report")
    number = fields.get("format", _whole)
    if number != FORMAT:
        raise ReportFormatError(
            f"report.format: {number}, but this autograder reads format {FORMAT}. Grade again, or update."
        )
    return Report(
        student=fields.get("student", _text),
        assignment=fields.get("assignment", _text),
        notebook=fields.get("notebook", _text),
        cells=tuple(_read_cell(item) for item in fields.each("cells")),
        evidence=_read_evidence(fields.inner("evidence")),
        problems=fields.texts("problems"),
    )


@dataclass(frozen=True, slots=True)
class _Fields:
    """A JSON object on its way in, with the place where it stands."""

    values: Mapping[str, object]
    where: str

    @classmethod
    def of(cls, data: object, where: str) -> _Fields:
        if not isinstance(data, Mapping):
            raise ReportFormatError(f"{where}: expected an object, found {_found(data)}.")
        return cls(data, where)

    def get(self, name: str, read: Callable[[object], _T]) -> _T:
        if name not in self.values:
            raise ReportFormatError(f"{self.where}.{name}: missing.")
        try:
            return read(self.values[name])
        except ValueError as error:
            found = _found(self.values[name])
            raise ReportFormatError(f"{self.where}.{name}: expected {error}, found {found}.") from error

    def inner(self, name: str) -> _Fields:
        return _Fields.of(self.get(name, lambda value: value), f"{self.where}.{name}")

    def inner_or_none(self, name: str) -> _Fields | None:
        return None if self.get(name, lambda value: value) is None else self.inner(name)

    def each(self, name: str) -> Iterator[_Fields]:
        for position, item in enumerate(self.get(name, _list)):
            yield _Fields.of(item, f"{self.where}.{name}[{position}]")

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(self.get(name, lambda value: [_text(item) for item in _list(value)]))


def _read_cell(fields: _Fields) -> CellResult:
    return CellResult(
        cell_id=fields.get("cell_id", _text),
        points=fields.get("points", _float),
        checks=tuple(_read_check(item) for item in fields.each("checks")),
    )


def _read_check(fields: _Fields) -> CheckResult:
    mismatch, diagnosis = fields.inner_or_none("mismatch"), fields.inner_or_none("diagnosis")
    return CheckResult(
        name=fields.get("name", _text),
        status=Status(fields.get("status", _one_of(tuple(Status)))),
        hidden=fields.get("hidden", _bool),
        weight=fields.get("weight", _float),
        reason=fields.get("reason", _or_none(_text)),
        mismatch=None if mismatch is None else _read_mismatch(mismatch),
        diagnosis=None if diagnosis is None else _read_diagnosis(diagnosis),
    )


def _read_mismatch(fields: _Fields) -> Mismatch:
    return Mismatch(
        kind=cast("_Kind", fields.get("kind", _one_of(_KINDS))),
        message=fields.get("message", _text),
        count=fields.get("count", _whole),
        total=fields.get("total", _whole),
        worst_abs=fields.get("worst_abs", _or_none(_float)),
        worst_rel=fields.get("worst_rel", _or_none(_float)),
        index=fields.get("index", _or_none(_text)),
        actual=fields.get("actual", _or_none(_text)),
        expected=fields.get("expected", _or_none(_text)),
        bound=fields.get("bound", _or_none(_float)),
    )


def _read_diagnosis(fields: _Fields) -> Diagnosis:
    return Diagnosis(
        text=fields.get("text", _text),
        source=cast("Literal['author', 'numeric']", fields.get("source", _one_of(_SOURCES))),
        cause=fields.get("cause", _text),
        confidence=fields.get("confidence", _float),
    )


def _read_evidence(fields: _Fields) -> Evidence:
    versions = fields.inner("versions")
    return Evidence(
        submission_sha256=fields.get("submission_sha256", _text),
        source_sha256=fields.get("source_sha256", _text),
        versions={name: versions.get(name, _text) for name in versions.values},
        device=fields.get("device", _text),
        isolation=Level(fields.get("isolation", _one_of(tuple(Level)))),
        overridden=fields.get("overridden", _bool),
        seed_id=fields.get("seed_id", _text),
        graded_at=fields.get("graded_at", _text),
        seconds=fields.get("seconds", _float),
        flags=fields.texts("flags"),
    )


# ---------------------------------------------------------------- one JSON value -> one field
# Each raises ValueError(what it expected).


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")  # noqa: TRY004 - one family of errors, turned into ReportFormatError
    return value


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("a whole number")
    return value


def _float(value: object) -> float:
    if isinstance(value, str) and value in _NOT_FINITE:
        return _NOT_FINITE[value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("a number")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("a list")  # noqa: TRY004
    return value


def _or_none(read: Callable[[object], _T]) -> Callable[[object], _T | None]:
    return lambda value: None if value is None else read(value)


def _one_of(names: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in names:
            raise ValueError(f"one of {', '.join(names)}")
        return str(value)

    return read


def _found(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"  # noqa: PLR2004 - one line of a message
