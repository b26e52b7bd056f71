"""How far a student has come: checks, points, the next step, and the line made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from report_samples import check, evidence

from autograder.model import CellResult, Limits, ManualResult, Report, Status
from autograder.notebook import Cell, Notebook
from autograder.report import NextStep, Standing, not_filled_in, standing, standing_line

PASSED, WRONG, MISSING = Status.PASSED, Status.WRONG, Status.MISSING


def exercise(*headings: str) -> Notebook:
    """Return an exercise with a check cell, "check-0" and so on, below each of these headings."""
    cells = [Cell("intro", "task", "# 08 · Backprop ninja")]
    for number, heading in enumerate(headings):
        cells += [
            Cell(f"text-{number}", "task", heading),
            Cell(f"answer-{number}", "solution", ""),
            Cell(f"check-{number}", "check", "", 1.0),
        ]
    return Notebook("08", "x", tuple(cells), alternatives=(), rules=(), limits=Limits(), sha256="")


def reported(*cells: CellResult) -> Report:
    return Report("", "08", "x", cells, evidence())


def cell(number: int, points: float = 1.0, **checks: Status) -> CellResult:
    """Return the result of "check-NUMBER": {check's name: how it ended}."""
    return CellResult(f"check-{number}", points, tuple(check(name, status) for name, status in checks.items()))


def test_the_first_check_that_has_not_passed_comes_next() -> None:
    """Checks and points are counted, and the next step is the first in the notebook's order, with its task."""
    notebook = exercise("## 1 · The row", "## 2 · `dcounts` (32, 27)", "## 3 · The rest")
    report = reported(cell(0, dprobs=PASSED), cell(1, 2.0, dcounts=WRONG, other=PASSED), cell(2, 4.0, rest=MISSING))
    found = standing(report, notebook)
    assert found == Standing(2, 4, 2.0, 7.0, NextStep("dcounts", WRONG, "check-1", "2", "dcounts (32, 27)"))
    assert not found.done
    assert standing_line(found) == "2 of 4 checks · 2 of 7 points · next: `dcounts` (task 2)"


def test_points_are_shown_as_people_write_them() -> None:
    """A third of a cell's checks is a third of its points, with two decimals at most."""
    notebook = exercise("## 1 · The row")
    found = standing(reported(cell(0, 1.0, a=PASSED, b=MISSING, c=MISSING)), notebook)
    assert standing_line(found) == "1 of 3 checks · 0.33 of 1 point · next: `b` (task 1)"


def test_all_done() -> None:
    """Where every check has passed the line says so."""
    found = standing(reported(cell(0, 2.0, a=PASSED), cell(1, 2.0, b=PASSED)), exercise("## 1 · A", "## 2 · B"))
    assert found.done
    assert standing_line(found) == "2 of 2 checks · 4 of 4 points · all done"


@pytest.mark.parametrize(
    ("heading", "number", "title", "said"),
    [
        ("## 5 · Scores", "5", "Scores", "task 5"),
        ("## Task 5 · The cost", "5", "The cost", "task 5"),
        ("## Task 5: the gain, the bias and `xhat`", "5", "the gain, the bias and xhat", "task 5"),
        ("### 12. Cosine", "12", "Cosine", "task 12"),
        ("# The whole chain", "", "The whole chain", "The whole chain"),
        ("## 2017 was the year", "", "2017 was the year", "2017 was the year"),
    ],
)
def test_a_task_is_known_by_its_number_else_by_its_title(heading: str, number: str, title: str, said: str) -> None:
    """The number stands before the title in a heading; where there is none, the title stands for it."""
    found = standing(reported(cell(0, a=WRONG)), exercise(heading)).next
    assert found is not None
    assert (found.number, found.title) == (number, title)
    assert standing_line(standing(reported(cell(0, a=WRONG)), exercise(heading))).endswith(f"next: `a` ({said})")


def test_the_notebooks_own_title_is_no_task() -> None:
    """The number of the notebook is not taken for a task's where no task has a heading."""
    notebook = exercise("Without a heading")
    found = standing(reported(cell(0, a=WRONG)), notebook).next
    assert found is not None
    assert found.task == "08 · Backprop ninja"


def test_a_notebook_without_any_heading() -> None:
    """A check that stands below no heading is named alone."""
    notebook = replace(exercise(""), cells=exercise("").cells[1:])
    assert standing_line(standing(reported(cell(0, a=WRONG)), notebook)).endswith("next: `a`")


def test_hidden_checks_do_not_count() -> None:
    """What a student cannot see is neither counted nor next, and takes no points from what can be seen."""
    shown, hidden = check("a", PASSED), check("a, hidden", WRONG, hidden=True)
    report = reported(CellResult("check-0", 2.0, (shown, hidden)), CellResult("check-1", 3.0, (hidden,)))
    found = standing(report, exercise("## 1 · A", "## 2 · B"))
    assert found == Standing(1, 1, 2.0, 2.0, None)


def test_names_act_on_no_terminal() -> None:
    """A name with terminal commands in it is shown without them."""
    checks: Mapping[str, Any] = {"a\x1b[31m\nb": WRONG}
    line = standing_line(standing(reported(cell(0, **checks)), exercise("## 1 · A")))
    assert "\x1b" not in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("status", "reason", "waits"),
    [
        (MISSING, "Not filled in yet.", True),
        (MISSING, "not filled in yet: `dlogprobs` (task 1) comes first", True),
        (MISSING, "Not filled in yet.\nYour own cell after 'A' defines 'a', but too far below.", False),
        (MISSING, "Not reached. The notebook ran for more than 60 s and was stopped.", False),
        (MISSING, None, False),
        (WRONG, "Not filled in yet.", False),
        (PASSED, None, False),
    ],
)
def test_what_waits_for_an_answer_is_not_wrong(status: Status, reason: str | None, waits: bool) -> None:
    """A check waits where the judge says so and no more; an answer in the wrong place, or an ended run, does not."""
    assert not_filled_in(check("a", status, reason=reason)) is waits


def test_what_a_person_marks_is_named_and_is_nothing_to_do() -> None:
    """It stands at the end of the line, and counts neither as a check nor as points so far."""
    report = reported(cell(0, 2.0, a=PASSED))
    marked = replace(report, manual=(ManualResult("why", 1.0, answered=False, sha256=""),))
    found = standing(marked, exercise("## 1 · A"))
    assert found.done
    assert (found.score, found.points, found.manual, found.manual_points) == (2, 2, 1, 1)
    assert standing_line(found) == "1 of 1 check · 2 of 2 points · all done · 1 answer is marked by a person (1 point)"
