"""The command `autograder check`: a student's own notebooks, public checks, no isolation."""

from __future__ import annotations

import argparse

from autograder.commands import interrupt
from autograder.commands.console import terminal
from autograder.errors import CourseError
from autograder.model import Status

__all__ = ["check"]


def check(options: argparse.Namespace) -> int:
    """Check the notebooks that the options name; return the exit code."""
    from autograder.grade.filecheck import check_notebook
    from autograder.report import report_view

    code = 0
    for number, path in enumerate(options.notebooks):
        if not path.is_file():
            raise CourseError(f"{path}: no such file")
        interrupt.reached(f"checked: {number} of {len(options.notebooks)}")
        report = check_notebook(path)
        terminal().print(report_view(report))
        if any(check.status is not Status.PASSED for cell in report.cells for check in cell.checks):
            code = 1
    return code
