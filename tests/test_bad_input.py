"""A batch with every kind of broken submission: each gets its scores and a reason, the others are graded as ever."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, exercise, write_exercise

from autograder import gradebook
from autograder.cli import main
from autograder.course import Course
from autograder.model import Report
from autograder.report import from_json

ROOT = Path(__file__).resolve().parents[1]
DEAF = "import signal; signal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass"


def _notebook(**answers: str) -> dict[str, Any]:
    return answered(**{**RIGHT, **answers})


def _without(name: str) -> dict[str, Any]:
    raw = _notebook()
    raw["cells"] = [one for one in raw["cells"] if one["id"] != name]
    return raw


def _retyped() -> dict[str, Any]:
    raw = _notebook()
    for one in raw["cells"]:
        if one["id"] in ("check-mean", "solution-mean"):
            one["cell_type"] = "markdown"
    return raw


def _doubled() -> dict[str, Any]:
    raw = _notebook()
    copies = [dict(one) for one in raw["cells"] if one["id"] in ("check-mean", "solution-mean")]
    return {**raw, "cells": raw["cells"] + copies}


def _old() -> dict[str, Any]:
    cells = [{**one, "input": one["source"]} for one in _notebook()["cells"]]
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}


# student -> what was handed in, the score, a word of the reason
CLASS: dict[str, tuple[bytes | dict[str, Any] | None, float, str]] = {
    "right": (_notebook(), 4, ""),
    "no-json": (b"<html>not found</html>", 0, "not a notebook"),
    "truncated": (json.dumps(_notebook()).encode()[:500], 0, "not a notebook"),
    "empty": (b"", 0, "empty"),
    "binary": (bytes(range(256)), 0, "not a notebook"),
    "misnamed": (None, 0, "No file scale.ipynb"),
    "old-format": (_old(), 4, "old format"),
    "no-check-cell": (_without("check-mean"), 4, "put back"),
    "no-solution-cell": (_without("solution-mean"), 3, "missing"),
    "doubled": (_doubled(), 4, "twice"),
    "retyped": (_retyped(), 4, "no code cell"),
    "syntax": (_notebook(solution_mean="mean = = 1"), 3, ""),
    "loop": (_notebook(solution_centred="while True: pass"), 3, ""),
    "deaf-loop": (_notebook(solution_centred=DEAF), 1, "more than 2 s"),
    "exit": (_notebook(solution_centred="import os; os._exit(0)"), 1, "ended"),
    "memory": (_notebook(solution_mean="mean = bytearray(10 * 2**30)"), 3, ""),
    "output": (_notebook(solution_mean="mean = x.mean(0, keepdim=True)\nwhile True: print('x' * 9999)"), 4, ""),
    "warning": (_notebook(solution_mean="import warnings; warnings.warn('!')\nmean = x.mean(0, keepdim=True)"), 4, ""),
    "ends-early": (_notebook(solution_mean="raise SystemExit"), 3, ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Grade them all in one batch and return the reports; the gradebook must say the same."""
    root = tmp_path_factory.mktemp("bad")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root, exercise(limits={"cell_s": 2, "wall_s": 20, "output_mb": 0.1}))
    for student, (data, _, _) in CLASS.items():
        folder = root / "submitted" / student / "01-scale"
        folder.mkdir(parents=True)
        raw = data if isinstance(data, bytes) else json.dumps(data or _notebook()).encode()
        (folder / ("scale.ipynb" if data is not None else "Scale (1).ipynb")).write_bytes(raw)
    assert main(["--course", str(root), "grade", "--json", str(root / "report.json")]) == 0
    found = [from_json(one) for one in json.loads((root / "report.json").read_text())["reports"]]
    said = {(one.student, one.assignment, part.cell_id): part.score for one in found for part in one.cells}
    assert gradebook.scores(Course(root)) == pytest.approx(said)
    assert main(["--course", str(root), "feedback"]) == 0
    for student in CLASS:
        assert (root / "feedback" / student / "01-scale" / "scale.html").is_file(), student
    return {one.student: one for one in found}


@pytest.mark.parametrize("student", CLASS)
def test_broken_submission(reports: dict[str, Report], student: str) -> None:
    """It gets a score for each question, what it earned, and a reason in words."""
    _, score, word = CLASS[student]
    report = reports[student]
    assert [one.cell_id for one in report.cells] == ["check-mean", "check-centred", "check-scale"]
    assert report.score == pytest.approx(score)
    said = " ".join(report.problems)
    assert word in said
    assert bool(said) == bool(word)
    for part in report.cells:
        for check in part.checks:
            assert check.status == "passed" or check.reason or check.mismatch
