"""How far a student has come: the checks and points that there are so far, and the step that comes next.

In: the Report of a student's own notebook, and the exercise (its frame, or its source). Out: a `Standing`, and the
one line that every face shows below its table. Only public checks count: the points are those that they alone would
give. Nothing is run or judged here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from autograder.model import CellResult, CheckResult, Report, Status
from autograder.notebook import Notebook, task_of
from autograder.report.clean import clean_text
from autograder.report.rows import by_hand_text, counted, number

__all__ = ["NextStep", "Standing", "not_filled_in", "standing", "standing_line"]

_LONGEST = 80  # characters of a name


@dataclass(frozen=True, slots=True)
class NextStep:
    """The first check, in the notebook's order, that has not passed."""

    check: str  # its name
    status: Status
    cell_id: str  # of its check cell
    number: str  # of its task: "4"; "" if the heading above has none
    title: str  # of its task, without the number; "" if there is no heading above

    @property
    def task(self) -> str:
        """Return what its task is called within a sentence: "task 4", else the title, "" if it has neither."""
        return f"task {self.number}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a notebook has come, by its public checks."""

    passed: int  # checks
    checks: int
    score: float  # points so far
    points: float  # points that public checks can give
    next: NextStep | None  # None: every check has passed
    manual: int = 0  # answers that a person marks
    manual_points: float = 0.0  # what they can give, besides

    @property
    def done(self) -> bool:
        """Whether every check has passed."""
        return self.next is None


def standing(report: Report, notebook: Notebook) -> Standing:
    """Return how far a report's notebook has come.

    `notebook`: the exercise that the report is of; its text cells give the tasks their numbers and titles. Hidden
    checks do not count, nor do the points of a check cell that has no other.
    """
    cells = [cell for cell in map(_public, report.cells) if cell.checks]
    checks = list(_checks(cells))
    first_open = next(((cell, check) for cell, check in checks if check.status is not Status.PASSED), None)
    return Standing(
        passed=sum(check.status is Status.PASSED for _, check in checks),
        checks=len(checks),
        score=sum(cell.score for cell in cells),
        points=sum(cell.points for cell in cells),
        next=None if first_open is None else _step(notebook, *first_open),
        manual=len(report.manual),
        manual_points=sum(answer.points for answer in report.manual),
    )


def standing_line(progress: Standing) -> str:
    """Return the line below every table: "7 of 26 checks · 4.25 of 16 points · next: `dcounts` (task 4)".

    Where a person marks some answers, whatever stands in them, it ends with these.
    """
    checks = f"{progress.passed} of {counted(progress.checks, 'check')}"
    points = f"{number(progress.score)} of {counted(progress.points, 'point')}"
    by_hand = by_hand_text(progress.manual, progress.manual_points)
    return " · ".join(filter(None, (checks, points, _last(progress.next), by_hand)))


def not_filled_in(check: CheckResult) -> bool:
    """Tell whether a check waits for an answer: its own cell is as it was handed out, or one that it needs is.

    The judge says so in one line; where it has more to say (an answer that stands too far below), something is wrong.
    """
    reason = (check.reason or "").strip()
    return check.status is Status.MISSING and reason.lower().startswith("not filled in yet") and "\n" not in reason


def _public(cell: CellResult) -> CellResult:
    return CellResult(cell.cell_id, cell.points, tuple(check for check in cell.checks if not check.hidden))


def _checks(cells: list[CellResult]) -> Iterator[tuple[CellResult, CheckResult]]:
    for cell in cells:
        for check in cell.checks:
            yield cell, check


def _step(notebook: Notebook, cell: CellResult, check: CheckResult) -> NextStep:
    task = task_of(notebook.cells, cell.cell_id)
    return NextStep(check.name, check.status, cell.cell_id, *task)


def _last(step: NextStep | None) -> str:
    if step is None:
        return "all done"
    name, task = (clean_text(text, max_chars=_LONGEST, max_lines=1) for text in (step.check, step.task))
    return f"next: `{name}`" + (f" ({task})" if task and task != name else "")
