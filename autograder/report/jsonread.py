"""JSON -> Report: what jsonform.py wrote is read back, every field checked.

A stored report may come from another version, or from a file that somebody edited: the first field that
is amiss is named in a ReportFormatError. Unknown fields are left aside, and so are the sums, which a
Report computes itself.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Self, TypeVar, cast, get_args

from autograder.errors import GraderError
from autograder.model import CellResult, CheckResult, Diagnosis, Evidence, Level, Mismatch, Report, Status
from autograder.report.jsonform import FORMAT

__all__ = ["ReportFormatError", "cells_from_json", "from_json"]

_Kind = Literal["type", "structure", "shape", "dtype", "finite", "value", "bound"]
_Source = Literal["author", "numeric"]
_NOT_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
_T = TypeVar("_T")


class ReportFormatError(GraderError):
    """A stored report has not the form that docs/report.md describes."""

    @classmethod
    def at(cls, *, where: str, expected: str, found: object) -> Self:
        """Return the error that names the field, what it should hold and what it holds."""
        shown = repr(found)
        return cls(f"{where}: expected {expected}, found {shown if len(shown) <= 60 else shown[:59] + '…'}.")


def from_json(data: object) -> Report:
    """Return the report that `to_json` wrote; raise ReportFormatError at the first field that is amiss."""
    fields = _Fields.of(data, "report")
    version = fields.get("format", _whole)
    if version != FORMAT:
        remedy = "Grade again, or install the autograder that wrote it"
        raise ReportFormatError.at(where="report.format", expected=f"{FORMAT} ({remedy})", found=version)
    return Report(
        student=fields.get("student", _text),
        assignment=fields.get("assignment", _text),
        notebook=fields.get("notebook", _text),
        cells=tuple(_read_cell(item) for item in fields.each("cells")),
        evidence=_read_evidence(fields.inner("evidence")),
        problems=fields.texts("problems"),
    )


def cells_from_json(data: object) -> tuple[CellResult, ...]:
    """Return the cells that `cells_json` wrote; raise ReportFormatError as `from_json` does."""
    return tuple(_read_cell(item) for item in _Fields({"cells": data}, "report").each("cells"))


@dataclass(frozen=True, slots=True)
class _Fields:
    """A JSON object on its way in, with the place where it stands."""

    values: Mapping[str, object]
    where: str

    @classmethod
    def of(cls, data: object, where: str) -> Self:
        if not isinstance(data, Mapping):
            raise ReportFormatError.at(where=where, expected="an object", found=data)
        return cls(data, where)

    def get(self, name: str, read: Callable[[object], _T]) -> _T:
        where = f"{self.where}.{name}"
        if name not in self.values:
            raise ReportFormatError.at(where=where, expected="a value", found=None)
        value = self.values[name]
        try:
            return read(value)
        except _UnfitError as error:
            raise ReportFormatError.at(where=where, expected=str(error), found=value) from error

    def inner(self, name: str) -> "_Fields":
        return _Fields.of(self.get(name, _anything), f"{self.where}.{name}")

    def inner_or_none(self, name: str) -> "_Fields | None":
        return None if self.get(name, _anything) is None else self.inner(name)

    def each(self, name: str) -> Iterator["_Fields"]:
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
        remark=fields.get("remark", _or_none(_text)) if "remark" in fields.values else None,  # older ones have none
        where=fields.get("where", _or_none(_text)) if "where" in fields.values else None,
        mismatch=None if mismatch is None else _read_mismatch(mismatch),
        diagnosis=None if diagnosis is None else _read_diagnosis(diagnosis),
    )


def _read_mismatch(fields: _Fields) -> Mismatch:
    return Mismatch(
        kind=cast("_Kind", fields.get("kind", _one_of(get_args(_Kind)))),
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
        source=cast("_Source", fields.get("source", _one_of(get_args(_Source)))),
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


class _UnfitError(Exception):
    """A JSON value is not of its field's kind; the message says what was expected."""


def _fits(value: object, kind: type[_T], expected: str) -> _T:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _UnfitError(expected)
    return value


def _anything(value: object) -> object:
    return value


def _text(value: object) -> str:
    return _fits(value, str, "a text")


def _bool(value: object) -> bool:
    return _fits(value, bool, "true or false")


def _whole(value: object) -> int:
    return _fits(value, int, "a whole number")


def _list(value: object) -> list[object]:
    return _fits(value, list, "a list")


def _float(value: object) -> float:
    if isinstance(value, str) and value in _NOT_FINITE:
        return _NOT_FINITE[value]
    if isinstance(value, float):
        return value
    try:
        return float(_fits(value, int, "a number"))
    except OverflowError as error:
        expected = "a number that a float holds"
        raise _UnfitError(expected) from error


def _or_none(read: Callable[[object], _T]) -> Callable[[object], _T | None]:
    return lambda value: None if value is None else read(value)


def _one_of(names: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in names:
            expected = f"one of {', '.join(names)}"
            raise _UnfitError(expected)
        return _text(value)

    return read
