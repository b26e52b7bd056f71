"""A graded notebook, as its student may see it -> one stand-alone HTML page.

In: a `FeedbackPage`, in which nothing is left that a student may not see: gradebook/ makes it. Out: the page as text.
On top what the grade consists of; then each task with its checks, the tutor's sentence first, what a person wrote to
it, and the student's code. The table of a task's checks is the one of a student's own session. One file, no script,
nothing fetched; light and dark, on a phone and on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup, escape

from autograder.model import CheckResult, Status
from autograder.report.coloured import Coloured
from autograder.report.grades import Entry, consists_of
from autograder.report.html import checks_html
from autograder.report.pages import rendered
from autograder.report.rows import share, tally
from autograder.report.statuses import AMBER, GREY, STATUSES

__all__ = ["FeedbackCell", "FeedbackOutput", "FeedbackPage", "FeedbackTask", "feedback_html"]


@dataclass(frozen=True, slots=True)
class FeedbackOutput:
    """What a cell showed: text that is bounded, or a picture."""

    kind: Literal["text", "stderr", "error", "png"]
    text: str  # a picture's: its PNG in base64


@dataclass(frozen=True, slots=True)
class FeedbackCell:
    """A cell of a task; of the author's own cells only what they showed."""

    code: str = ""  # the student's, cleaned
    prose: str = ""  # the student's, in the place of code
    outputs: tuple[FeedbackOutput, ...] = ()
    raised_at: frozenset[int] = frozenset()  # lines that raised an exception, counted from 1


@dataclass(frozen=True, slots=True)
class FeedbackTask:
    """A task: a heading, and what stands below it."""

    title: str
    text: Markup  # the task as the author wrote it, as HTML
    entry: Entry  # what its cells have in the gradebook
    points: float  # to win
    checks: tuple[tuple[CheckResult, ...], ...]  # of each of its check cells
    checked_with: str  # the title of a later task whose check cell marks this one's code, too; "" if none does
    comments: tuple[str, ...]  # a person's
    cells: tuple[FeedbackCell, ...]


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """All that a feedback page says."""

    title: str  # of the exercise
    name: str  # of the student
    handed_in: str  # "2030-01-31 23:59 UTC"; "" if nothing says when
    entry: Entry
    points: float  # to win
    tasks: Sequence[FeedbackTask]
    warnings: Sequence[str] = field(default_factory=tuple)  # to be read before any score
    tries: str = ""  # which try it is and how many are left, where there is a limit


def feedback_html(page: FeedbackPage) -> str:
    """Return the page as text."""
    coloured = Coloured()
    return rendered(
        "feedback.html.jinja", title=page.title, page=page, share=share(page.entry.score, page.points),
        tally=tally([check for task in page.tasks for check in _checks(task)]),
        made_of=consists_of(page.entry), tasks=[_task(task, coloured) for task in page.tasks],
    )  # fmt: skip


def _checks(task: FeedbackTask) -> list[CheckResult]:
    return [check for checks in task.checks for check in checks]


def _task(task: FeedbackTask, coloured: Coloured) -> dict[str, object]:
    """Return what the template says of one task."""
    checks = _checks(task)
    failed = [check.status for check in checks if check.status is not Status.PASSED]
    look = STATUSES[failed[0] if failed else Status.PASSED]
    waits = task.entry.to_review
    return {
        "task": task,
        "mark": "?" if waits else look.mark if checks else "",
        "colour": AMBER if waits else look.colour if checks else GREY,
        "tally": tally(checks) if checks else "",
        "made_of": consists_of(task.entry),
        "tables": [Markup(checks_html(table, student=True)) for table in task.checks],  # noqa: S704  html.py escapes
        "cells": [_cell(cell, coloured) for cell in task.cells],
    }


def _cell(cell: FeedbackCell, coloured: Coloured) -> dict[str, object]:
    return {
        "code": coloured.html(cell.code, cell.raised_at) if cell.code else "",
        "prose": escape(cell.prose),
        "outputs": [(output.kind, escape(output.text)) for output in cell.outputs],
    }
