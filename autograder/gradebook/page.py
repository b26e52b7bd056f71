"""An autograded notebook and what the gradebook holds of it -> a student's feedback page.

In: a notebook of autograded/, its `Marks`. Out: HTML. Here cells become tasks: a task begins at a text cell of the
author's with a heading. What a student may see is decided in studentview.py and autograder.report.seen, what the page
looks like in autograder.report.feedbackpage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup
from nbformat import NotebookNode

from autograder.gradebook.fill import stored_report
from autograder.gradebook.marks import Marks
from autograder.gradebook.studentview import SeenCell, student_view
from autograder.gradebook.tasktext import task_html
from autograder.gradebook.tries import stored_tries
from autograder.model import CheckResult
from autograder.notebook import Cell, cell_title, last_heading, marked_by
from autograder.report import Entry, seen_by_student, warnings_of
from autograder.report.feedbackpage import FeedbackCell, FeedbackPage, FeedbackTask, feedback_html

__all__ = ["feedback_page"]

_RAISED_AT = re.compile(r"(?m)^in (?P<cell>.*), line (?P<line>\d+)")  # as autograder.judge.where says it


@dataclass(slots=True)
class _Task:
    """The cells below a heading, while they are gathered."""

    title: str
    texts: list[str] = field(default_factory=list)
    cells: list[SeenCell] = field(default_factory=list)


def feedback_page(nb: NotebookNode, marks: Marks) -> str:
    """Return the page of one graded notebook."""
    report = stored_report(nb)
    seen = student_view(nb)
    checks: Mapping[str, tuple[CheckResult, ...]] = {}
    if report is not None:
        report = seen_by_student(report)
        checks = {cell.cell_id: cell.checks for cell in report.cells}
    cells = [Cell(cell.id, cell.kind, cell.source) for cell in seen]
    raised_at = _raised_at(cells, (check for results in checks.values() for check in results))
    gathered = list(_tasks(seen))
    title_of = {cell.id: task.title for task in gathered for cell in task.cells}
    checked_with = {name: title_of[marks_it[0]] for name, marks_it in marked_by(cells).items() if marks_it}
    page = FeedbackPage(
        title=next((task.title for task in gathered if task.title), marks.entry.assignment),
        name=marks.name,
        handed_in=f"{marks.handed_in:%Y-%m-%d %H:%M} UTC" if marks.handed_in else "",
        entry=marks.entry,
        points=sum(marks.points.values()),
        tasks=[
            _task(task, marks, checks, raised_at, checked_with)
            for task in gathered
            if _says_something(task, marks, checks)
        ],
        warnings=warnings_of(report) if report is not None else (),
        tries=stored_tries(nb.metadata["autograder"]).said_of(report.evidence.submission_sha256) if report else "",
    )
    return feedback_html(page)


def _tasks(cells: Iterable[SeenCell]) -> Iterator[_Task]:
    """Yield the notebook's parts, each with its heading; what stands above the first one has none."""
    task = _Task("")
    for cell in cells:
        heading = last_heading(cell.source) if cell.kind == "task" else ""
        if heading:
            yield task
            task = _Task(heading)
        if cell.kind == "task":
            task.texts.append(cell.source)
        task.cells.append(cell)
    yield task


def _says_something(task: _Task, marks: Marks, checks: Mapping[str, Sequence[CheckResult]]) -> bool:
    """Tell whether a part has anything of the student's, or anything that was said of it."""
    return any(
        cell.kind in ("solution", "extra", "note")
        or cell.id in checks
        or cell.id in marks.cells
        or cell.id in marks.comments
        for cell in task.cells
    )


def _task(
    task: _Task,
    marks: Marks,
    checks: Mapping[str, tuple[CheckResult, ...]],
    raised_at: Mapping[str, frozenset[int]],
    checked_with: Mapping[str, str],
) -> FeedbackTask:
    names = [cell.id for cell in task.cells]
    elsewhere = {checked_with.get(cell.id, task.title) for cell in task.cells if cell.kind == "solution"} - {task.title}
    return FeedbackTask(
        title=task.title or "Before the first task",
        text=Markup("\n").join(task_html(text) for text in task.texts),
        entry=_summed(marks.entry, [marks.cells[name] for name in names if name in marks.cells]),
        points=sum(marks.points.get(name, 0.0) for name in names),
        checks=tuple(checks[name] for name in names if checks.get(name)),
        checked_with=", ".join(sorted(elsewhere)),
        comments=tuple(marks.comments[name] for name in names if name in marks.comments),
        cells=tuple(
            FeedbackCell(
                code=cell.source if cell.is_code else "",
                prose=cell.source if not cell.is_code else "",
                outputs=cell.outputs,
                raised_at=raised_at.get(cell.id, frozenset()),
            )
            for cell in task.cells
            if cell.kind != "task"
        ),
    )


def _summed(whole: Entry, parts: Sequence[Entry]) -> Entry:
    """Return what some cells of a notebook have together; a penalty is taken off the whole alone."""
    by_hand = [part.manual for part in parts if part.manual is not None]
    return Entry(
        whole.student,
        whole.assignment,
        automatic=sum(part.automatic for part in parts),
        manual=sum(by_hand) if by_hand else None,
        extra=sum(part.extra for part in parts),
        to_review=any(part.to_review for part in parts),
    )


def _raised_at(cells: Sequence[Cell], checks: Iterable[CheckResult]) -> dict[str, frozenset[int]]:
    """Return {cell of the student's: the lines in it that raised what a check says}; two of one title have none."""
    raised = {
        (match["cell"], int(match["line"])) for check in checks for match in _RAISED_AT.finditer(check.where or "")
    }
    if not raised:
        return {}
    lines_of: dict[str, set[int]] = {}
    for title, line in raised:
        lines_of.setdefault(title, set()).add(line)
    titles = {cell.id: cell_title(cells, cell.id) for cell in cells if cell.kind in ("solution", "extra")}
    alike = Counter(titles.values())
    return {name: frozenset(lines_of.get(title, ())) for name, title in titles.items() if alike[title] == 1}
