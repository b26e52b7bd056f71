"""The frame of an exercise: what a student may know of its source notebook, as JSON and back.

In: a `Notebook`. Out: a JSON object; from that the same `Notebook` again, without solutions, hidden cases,
misconceptions, variants and rubrics. Whoever grades with a frame in the place of the source reads submissions,
titles, points, rules and limits as the grader does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from autograder.model import Limits, Rule, Void
from autograder.notebook.cells import Cell, Hints, Notebook, rule_json

__all__ = ["from_frame", "to_frame"]


def to_frame(notebook: Notebook) -> dict[str, Any]:
    """Return what a student may know of a notebook, as JSON values."""
    return {
        "assignment": notebook.assignment,
        "notebook": notebook.name,
        "build": notebook.build,
        "source_sha256": notebook.sha256,
        "cells": [
            {"id": cell.id, "kind": cell.kind, "text": cell.released, "points": cell.points}
            | ({"unread": list(cell.unread)} if cell.unread else {})
            | ({"prose": True} if cell.prose else {})
            for cell in notebook.cells
        ],
        "rules": [rule_json(rule) for rule in notebook.rules],
        "limits": asdict(notebook.limits),
        "files": list(notebook.files),
        "hints": [asdict(hints) for hints in notebook.hints],
    } | _mended(notebook)


def _mended(notebook: Notebook) -> dict[str, Any]:
    """Return what is said of an exercise that was mended after it was handed out; of public checks alone."""
    released = "\n".join(cell.released for cell in notebook.check_cells)
    mended = {
        "void": {name: how.value for name, how in notebook.void.items() if name in released},
        "was": dict(notebook.was),
    }
    return {name: value for name, value in mended.items() if value}


def from_frame(raw: Mapping[str, Any]) -> Notebook:
    """Return the notebook of a frame; KeyError, TypeError or ValueError if it is none."""
    cells = tuple(
        Cell(
            cell["id"],
            cell["kind"],
            cell["text"],
            float(cell["points"]),
            cell["text"],
            tuple(cell.get("unread", ())),
            prose=bool(cell.get("prose", False)),
        )
        for cell in raw["cells"]
    )
    lists = ("cells", "named_in")
    rules = tuple(Rule(**{**rule, **{key: tuple(rule.get(key, ())) for key in lists}}) for rule in raw["rules"])
    return Notebook(
        assignment=raw["assignment"],
        name=raw["notebook"],
        cells=cells,
        alternatives=(),
        rules=rules,
        limits=Limits(**raw["limits"]),
        sha256=raw["source_sha256"],
        files=tuple(raw["files"]),
        hints=tuple(Hints(hints["cell_id"], tuple(hints["checks"]), tuple(hints["texts"])) for hints in raw["hints"]),
        void={name: Void(how) for name, how in raw.get("void", {}).items()},
        was=dict(raw.get("was", {})),
    )
