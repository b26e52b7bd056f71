"""An exception is told with the student's own line: cell, line, the failing part, the shapes that met there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, cell, notebook, write_exercise

from autograder.grade import Grader
from autograder.judge.where import where, without_claims
from autograder.model import CheckResult, Operand, Report, Status, TraceLine
from autograder.notebook import Cell, Notebook
from autograder.report import as_text, check_seen_by_student, checks_html, to_json
from autograder.wire.traces import trace_from_json, trace_to_json

TITLE = "the notebook"  # the exercise of the tests has one heading


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    """The exercise of three tasks."""
    return write_exercise(tmp_path)


def _report(grader: Grader, source: Notebook, *own: str, **answers: str) -> Report:
    raw = answered(**RIGHT | answers)
    raw["cells"][2:2] = [cell("extra", f"own-{number}", text) for number, text in enumerate(own)]
    return grader.grade(source, json.dumps(raw).encode(), student="ada").report


def _check(report: Report, name: str) -> CheckResult:
    return next(check for one in report.cells for check in one.checks if check.name == name)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("mean = x @ x", ["line 1:", "mean = x @ x", "^^^^^", "x @ x: (4, 3) @ (4, 3)"]),
        ("y = x.T.double()\nmean = torch.matmul(\n    x, y)", ["line 2:", "x (4, 3) float32, y (3, 4) float64"]),
        ("mean = (lambda q: q + nothing)(x)", ["called in line 1", "^^^^^^^"]),
        ("def f(n):\n    return f(n + 1)\n\nmean = f(0)", ["line 2, which calls itself again", "return f(n + 1)"]),
        (
            "class Net:\n    W = x\n    def f(self, v):\n        return self.W @ v\nmean = Net().f(x)",
            ["line 4:", "return self.W @ v", "self.W @ v: (4, 3) @ (4, 3)"],
        ),
        ("mean = x.mean(0,, keepdim=True)", ["line 1:", "mean = x.mean(0,, keepdim=True)", "^"]),
        ("n = None\nmean = x + n", ["x (4, 3) float32, n is None"]),
        ("rows = [1, 2]\nmean = x.mean(0) + rows.shape", ["rows is a list of 2"]),
        ("größe = x\nmean = größe @ größe", ["mean = größe @ größe", "       ^^^^^^^^^^^^^"]),
    ],
)
def test_the_line_that_raised(grader: Grader, source: Notebook, code: str, shown: list[str]) -> None:
    """A cell that stopped is told by its own line in each face, whatever the check itself raised."""
    report = _report(grader, source, solution_mean=code)
    check = _check(report, "mean")
    assert check.status is Status.RAISED
    for part in shown:
        assert part in (check.where or ""), check.where
    assert "/" not in (check.where or "")
    assert "site-packages" not in json.dumps(to_json(report))
    first = (check.where or "").splitlines()[0]
    assert first in as_text(report)
    assert first.split("'")[0] in checks_html([check])


def test_a_function_that_raises_in_its_check(grader: Grader, source: Notebook) -> None:
    """The line inside the student's function is told, not the check's."""
    report = _report(grader, source, solution_scale="def scale(v):\n    w = v[:1]\n    return v @ w")
    where_ = _check(report, "scale").where or ""
    assert "line 3:\n    return v @ w\n" in where_.replace("        ", "    ")
    assert "v @ w: (4, 3) @ (1, 3)" in where_


def test_a_call_that_does_not_fit_shows_the_checks_line(grader: Grader, source: Notebook) -> None:
    """Where no line of the student's raised, the public check's own line is shown."""
    report = _report(grader, source, solution_scale="def scale(v, more):\n    return v")
    assert 'check("scale", lambda: scale(centred))' in (_check(report, "scale").where or "")


def test_of_a_hidden_check_no_line_is_told(grader: Grader, source: Notebook) -> None:
    """A hidden input's shape and the line that met it stay in the grader, for instructors too."""
    report = _report(grader, source, solution_scale="def scale(v):\n    return v.view(4, 3) / v.abs().max()")
    hidden = _check(report, "scale, negative")
    assert hidden.status is Status.RAISED
    assert hidden.where is None
    assert check_seen_by_student(CheckResult("a", Status.RAISED, hidden=True, where="x (5,)")).where is None


def test_what_a_worker_says_is_checked() -> None:
    """A trace that is not well formed is left out; nothing of it is believed beyond its bounds."""
    good = TraceLine("3", 2, (1, 4), (Operand("a.b", (2, 3), "float32"), Operand("n", None, "NoneType")), "", 0)
    raw = json.loads(json.dumps(trace_to_json([good])))
    assert trace_from_json(raw, lambda number: f"cell-{number}")[0].cell_id == "cell-3"
    assert trace_from_json(raw, lambda _: None) == ()
    spoiled = json.loads(json.dumps(raw))
    spoiled[0][5] += [["<b>", [1], "float32"], ["a", [10**12], "float32"], ["a", [True], "float32"], ["a", "x", "y"], 7]
    assert trace_from_json(spoiled, lambda number: number)[0].operands == good.operands
    bads: list[Any] = [None, 3, [[]], [["3"]], [["3", "", "2", None, 0, []]], [["3", "../../etc;", 2, None, 0, []]]]
    for bad in bads:
        assert trace_from_json(bad, lambda number: number) == ()


def test_the_source_comes_from_the_submission() -> None:
    """A line that is not there is not shown: the worker's word is not taken for the text."""
    cells = [Cell("t", "task", "# 1 · A"), Cell("s", "solution", "a = 1\nb = a @ a")]
    assert "line 2" in where([TraceLine("s", 2)], cells)
    assert where([TraceLine("s", 9)], cells) == ""
    assert where([TraceLine("other", 1)], cells) == ""
    assert where([TraceLine("", 3, None, (), "helpers.py")], cells) == "in your file helpers.py, line 3"


TWO = notebook(
    cell("setup", "setup", "import torch\nfrom autograder import check\nx = torch.ones(4, 3)"),
    cell("task", "intro", "# 09 · Doubling"),
    cell("task", "t1", "## 1 · Twice"),
    cell("solution", "solution-twice", "def twice(v):\n    ### BEGIN SOLUTION\n    return 2 * v\n    ### END SOLUTION"),
    cell("check", "check-twice", 'check("twice", lambda: twice(x))', 1),
    cell("task", "t2", "## 2 · Once more"),
    cell("solution", "solution-more", "### BEGIN SOLUTION\nmore = twice(x) + 1\n### END SOLUTION"),
    cell("check", "check-more", 'check("more", more)', 1),
    cell("task", "t3", "## 3 · Four times"),
    cell("solution", "s-four", "def four(v):\n    ### BEGIN SOLUTION\n    return 2 * twice(v)\n    ### END SOLUTION"),
    cell("check", "check-four", 'check("four", lambda: four(x))', 1),
)  # fmt: skip


def test_what_is_not_filled_in_yet_comes_first(tmp_path: Path, grader: Grader) -> None:
    """A step that needs an untouched one is not broken: its check names what comes first."""
    source = write_exercise(tmp_path, TWO)
    answers = {
        "solution-twice": source.cell("solution-twice").released,
        "solution-more": "more = twice(x) + 1",
        "s-four": "def four(v):\n    return 2 * twice(v)",
    }
    raw = {**TWO, "cells": [{**one, "source": answers.get(one["id"], one["source"])} for one in TWO["cells"]]}
    report = grader.grade(source, json.dumps(raw).encode(), student="ada").report
    first = "Not filled in yet: `twice` (task 1) comes first."
    assert [(c.status.value, c.reason) for one in report.cells for c in one.checks] == [
        ("missing", "Not filled in yet."), ("missing", first), ("missing", first),
    ]  # fmt: skip


def test_after_a_right_value_was_given_no_shape_is_told(grader: Grader, source: Notebook) -> None:
    """What the process says of an expression could spell the value that it got; its own line is still shown."""
    spelled = "class digits_31415(list):\n    pass\nd = digits_31415()\ncentred = x @ mean + d"
    check = _check(_report(grader, source, solution_mean="mean = x.mean(1)", solution_centred=spelled), "centred")
    assert check.status is Status.RAISED
    assert "centred = x @ mean + d" in (check.where or "")
    assert "(4, 3)" not in (check.where or "")
    assert "is of type" not in (check.where or "")
    right = _check(_report(grader, source, solution_centred="centred = x @ mean"), "centred")
    assert "x @ mean: (4, 3) @ (1, 3)" in (right.where or "")


def test_claims_are_taken_out() -> None:
    """Of a line its place stays; of a file that only the process names, nothing."""
    line = TraceLine("s", 2, (0, 4), (Operand("a", (3, 14159), "float32"),), "", 271828)
    assert without_claims([line, TraceLine("", 1, None, (), "2_71828.py")]) == (TraceLine("s", 2, (0, 4)),)


def test_what_a_cell_said_before_anything_was_given_stays_whole(tmp_path: Path, grader: Grader) -> None:
    """Two checks of one cell that stopped: the second, after the first's value was given, tells the same line."""
    raw = notebook(
        cell("setup", "setup", "import torch\nfrom autograder import check\nx = torch.ones(4, 3)"),
        cell("solution", "s", "### BEGIN SOLUTION\ntwo = 2 * x\nfour = 2 * two\n### END SOLUTION"),
        cell("check", "c", 'check("two", two)\ncheck("four", four)', 1),
    )
    source = write_exercise(tmp_path, raw)
    wrong = {**raw, "cells": [{**c, "source": "two = x @ x"} if c["id"] == "s" else c for c in raw["cells"]]}
    report = grader.grade(source, json.dumps(wrong).encode(), student="ada").report
    assert _check(report, "two").where == _check(report, "four").where
    assert "x @ x: (4, 3) @ (4, 3)" in (_check(report, "four").where or "")
