"""JSON -> Report: what jsonform.py wrote is read back, every field checked.

A stored report may come from another version, or from a file that somebody edited: the first field that
is amiss is named in a ReportFormatError. Unknown fields are left aside, and so are the sums, which a
Report computes itself. What a field must hold stands in model.py; msgspec checks it.
"""

import dataclasses
import math
import re
from collections.abc import Mapping
from typing import Any, Self, TypeVar, get_args, get_type_hints

import msgspec

from autograder.errors import GraderError
from autograder.model import (
    CellResult,
    CheckResult,
    Diagnosis,
    Evidence,
    Level,
    ManualResult,
    Mismatch,
    Report,
    Status,
)
from autograder.report.jsonform import FORMAT

__all__ = ["ReportFormatError", "cells_from_json", "from_json"]

_T = TypeVar("_T")
_NOT_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
_NUMBERS = {
    "points",
    "weight",
    "worst_abs",
    "worst_rel",
    "bound",
    "confidence",
    "seconds",
}  # where such a word may stand
_ADDED_LATER = {"remark", "where", "fingerprint", "manual"}  # older reports lack it
_FIELDS: dict[type, list[str]] = {
    kind: [field.name for field in dataclasses.fields(kind) if field.name not in _ADDED_LATER]
    for kind in (Report, CellResult, CheckResult, ManualResult, Mismatch, Diagnosis, Evidence)
}
_INNER = {"cells", "checks", "manual", "mismatch", "diagnosis", "evidence"}  # fields that hold more of these
_WORDS = {
    "float": "a number", "int": "a whole number", "str": "a text", "bool": "true or false", "array": "a list",
    "object": "an object", "null": "null",
}  # fmt: skip
_CHOICES: dict[str, tuple[str, ...]] = {
    "status": tuple(Status),
    "isolation": tuple(Level),
    "kind": get_args(get_type_hints(Mismatch)["kind"]),
    "source": get_args(get_type_hints(Diagnosis)["source"]),
}


class ReportFormatError(GraderError):
    """A stored report has not the form that docs/report.md describes."""

    @classmethod
    def at(cls, *, where: str, expected: str, value: object) -> Self:
        """Return the error that names the field, what it should hold and what it holds."""
        text = repr(value)
        return cls(f"{where}: expected {expected}, found {text if len(text) <= 60 else text[:59] + '…'}.")


def from_json(data: object) -> Report:
    """Return the report that `to_json` wrote; raise ReportFormatError at the first field that is amiss."""
    if not isinstance(data, Mapping):
        raise ReportFormatError.at(where="report", expected="an object", value=data)
    version = data.get("format")
    if version != FORMAT or isinstance(version, bool):
        remedy = "Grade again, or install the autograder that wrote it"
        raise ReportFormatError.at(where="report.format", expected=f"{FORMAT} ({remedy})", value=version)
    return _read(data, Report, "report")


def cells_from_json(data: object) -> tuple[CellResult, ...]:
    """Return the cells that `cells_json` wrote; raise ReportFormatError as `from_json` does."""
    return _read(data, tuple[CellResult, ...], "report.cells")


def _read(data: object, kind: type[_T], where: str) -> _T:
    try:
        value = msgspec.convert(data, kind)
    except msgspec.ValidationError:
        data = _with_floats(data)  # few reports need it
        try:
            value = msgspec.convert(data, kind)
        except msgspec.ValidationError as error:
            raise _located(str(error), data, where) from error
    _require_all(value, data, where)
    return value


def _with_floats(data: Any) -> Any:
    """Return the data with floats for the words that stand for them."""
    if isinstance(data, list):
        return [_with_floats(inner) for inner in data]
    if not isinstance(data, dict):
        return data
    return {
        name: _NOT_FINITE.get(inner, inner) if name in _NUMBERS and isinstance(inner, str) else _with_floats(inner)
        for name, inner in data.items()
    }


def _require_all(value: object, data: Any, where: str) -> None:
    """Raise at the first field that the data lacks: a default is for whoever makes a report, not for who reads one."""
    if isinstance(value, tuple):
        for position, inner in enumerate(value):
            _require_all(inner, data[position], f"{where}[{position}]")
    elif (field_names := _FIELDS.get(type(value))) is not None:
        if (missing := next((name for name in field_names if name not in data), None)) is not None:
            raise ReportFormatError.at(where=f"{where}.{missing}", expected="a value", value=None)
        for name in _INNER & data.keys():
            _require_all(getattr(value, name), data[name], f"{where}.{name}")


def _located(message: str, data: Any, where: str) -> ReportFormatError:
    """Return the error for what msgspec says, as in "Expected `int`, got `str` - at `$.cells[0].points`"."""
    problem, _, path = message.partition(" - at `$")
    name = ""
    for key, position in re.findall(r"\.(\w+)|\[(\d+|\.\.\.)\]", path):
        if position == "...":  # of an object of texts
            name = next(name for name, text in data.items() if not isinstance(text, str))
            data, where = data[name], f"{where}.{name}"
        elif position:
            data, where = data[int(position)], f"{where}[{position}]"
        else:
            data, where, name = data[key], f"{where}.{key}", key
    if missing := re.search(r"missing required field `(\w+)`", problem):
        return ReportFormatError.at(where=f"{where}.{missing[1]}", expected="a value", value=None)
    if name in _CHOICES:
        return ReportFormatError.at(where=where, expected=f"one of {', '.join(_CHOICES[name])}", value=data)
    if types := re.match(r"Expected `([^`]+)`", problem):
        expected = " or ".join(_WORDS.get(word, word) for word in types[1].split(" | "))
        return ReportFormatError.at(where=where, expected=expected, value=data)
    return ReportFormatError.at(where=where, expected="a number that a float holds", value=data)
