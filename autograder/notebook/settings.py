"""What an author writes into the notebook's metadata, metadata.autograder.

In: that JSON, and the ids of the notebook's cells with their kinds. Out: `Settings`, or a NotebookError that names
the key, what is wrong with it, and what is known. It does NOT look whether a rule's name exists: that needs torch.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from autograder.errors import NotebookError
from autograder.model import Limits, Rule, Void
from autograder.notebook.files import listed_files

__all__ = ["Settings", "read_settings"]

_WHERE = "metadata.autograder"
# course: docs/course.md's words; files: what travels beside the notebook; assignment, build: of a released one
_KNOWN = ("course", "rules", "limits", "margins", "files", "void", "was", "assignment", "build")
_RULE = {"name": str, "reason": str, "kernels": bool, "cells": list, "shown": str, "named_in": list}
_LIMITS = {field.name: str(field.type) for field in fields(Limits)}


@dataclass(frozen=True, slots=True)
class Settings:
    """The part of metadata.autograder that says how a notebook is graded."""

    rules: tuple[Rule, ...] = ()
    limits: Limits = field(default_factory=Limits)
    margins: Mapping[str, str] = field(default_factory=dict)  # checks that may have a small margin -> why
    files: tuple[str, ...] = ()  # what travels with the notebook
    void: Mapping[str, Void] = field(default_factory=dict)  # checks whose status does not count
    was: Mapping[str, str] = field(default_factory=dict)  # cells that had another id in an earlier build -> that id


def read_settings(metadata: object, kinds: Mapping[str, str]) -> Settings:
    """Read metadata.autograder; NotebookError for what is unknown or malformed. `kinds`: of each cell, by its id."""
    settings = _mapping(metadata, _WHERE)
    _reject_unknown(settings, _KNOWN, _WHERE)
    rules = settings.get("rules", [])
    solutions = [cell_id for cell_id, kind in kinds.items() if kind == "solution"]
    if not isinstance(rules, list):
        raise NotebookError(f"{_WHERE}.rules: must be a list of rules, each with a name and a reason")
    return Settings(
        tuple(_rule(rule, f"{_WHERE}.rules, rule {number}", solutions) for number, rule in enumerate(rules, 1)),
        _limits(_mapping(settings.get("limits", {}), f"{_WHERE}.limits")),
        _margins(_mapping(settings.get("margins", {}), f"{_WHERE}.margins")),
        listed_files(settings),
        _void(_mapping(settings.get("void", {}), f"{_WHERE}.void")),
        _was(_mapping(settings.get("was", {}), f"{_WHERE}.was"), kinds),
    )


def _rule(raw: object, where: str, solutions: Collection[str]) -> Rule:
    rule = _mapping(raw, where)
    _reject_unknown(rule, tuple(_RULE), where)
    for key, kind in _RULE.items():
        required = key in ("name", "reason")
        if (required and not rule.get(key)) or (key in rule and not isinstance(rule[key], kind)):
            raise NotebookError(
                f"{where}, '{key}': a rule needs a name and a reason, and may have kernels (true or false), "
                "cells and named_in (lists of solution cells' ids) and shown (a text)"
            )
    cells, named_in = (_cells_of(rule, key, where, solutions) for key in ("cells", "named_in"))
    if outside := [repr(cell_id) for cell_id in named_in if cells and cell_id not in cells]:
        raise NotebookError(f"{where}, 'named_in': the rule does not hold in {', '.join(outside)}")
    return Rule(rule["name"], rule["reason"], rule.get("kernels", True), cells, rule.get("shown", ""), named_in)


def _cells_of(rule: Mapping[str, Any], key: str, where: str, solutions: Collection[str]) -> tuple[str, ...]:
    cells = rule.get(key, [])
    unknown = [repr(cell_id) for cell_id in cells if cell_id not in solutions]
    if unknown or (key in rule and not cells):
        problem = f"no solution cell has the id {', '.join(unknown)}" if unknown else "it names no cell"
        raise NotebookError(f"{where}, '{key}': {problem}; there are: {', '.join(sorted(solutions))}")
    return tuple(cells)


def _limits(limits: dict[str, Any]) -> Limits:
    numbers: dict[str, Any] = {}
    _reject_unknown(limits, tuple(_LIMITS), f"{_WHERE}.limits")
    for name, value in limits.items():
        is_integer = _LIMITS[name] == "int"
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            raise NotebookError(f"{_WHERE}.limits.{name}: must be a positive number, not {value!r}")
        if is_integer and value != int(value):
            raise NotebookError(f"{_WHERE}.limits.{name}: must be a whole number, not {value!r}")
        numbers[name] = int(value) if is_integer else float(value)
    return Limits(**numbers)


def _margins(margins: dict[str, Any]) -> dict[str, str]:
    if not all(isinstance(reason, str) and reason for reason in margins.values()):
        raise NotebookError(f'{_WHERE}.margins: {{"name of a check": "why its margin may be small", ..}}')
    return dict(margins)


def _void(checks: dict[str, Any]) -> dict[str, Void]:
    try:
        return {name: Void(how) for name, how in checks.items()}
    except ValueError as error:
        raise NotebookError(
            f'{_WHERE}.void: {{"name of a check": "{Void.FULL}" or "{Void.OUT}", ..}}; {error}'
        ) from error


def _was(renamed: dict[str, Any], kinds: Mapping[str, str]) -> dict[str, str]:
    for new, old in renamed.items():
        if new not in kinds or not isinstance(old, str) or old in kinds or list(renamed.values()).count(old) > 1:
            raise NotebookError(
                f'{_WHERE}.was: {{"id of a cell": "the id that it had", ..}}, the first there, the second not any '
                f"more, and each once; {new!r}: {old!r} is not so"
            )
    return dict(renamed)


def _mapping(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NotebookError(f"{where}: must be an object {{..}}, not {value!r}")
    return value


def _reject_unknown(keys: Collection[str], known: Collection[str], where: str) -> None:
    for key in keys:
        if key not in known:
            raise NotebookError(f"{where}: unknown key {key!r}; known: {', '.join(known)}")
