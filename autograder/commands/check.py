"""The command `autograder check`: a student's own notebooks, public checks, no isolation.

In: notebooks, folders, or nothing: then what the working folder holds. Out: for one notebook, or for those that are
named, the whole table of each; for a folder of several a line for each, then the first thing that is wrong, or with
`--all` everything. Exit code 0 if every check passes, 1 if one does not, 2 if a notebook could not be checked.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.commands import interrupt
from autograder.commands.checking import Checked, check_all
from autograder.commands.console import terminal, warn, write_text
from autograder.commands.notebooks import Head, find_notebooks, find_values, read_head
from autograder.commands.reset import cells_of_task
from autograder.errors import CourseError
from autograder.notebook import marked_by

if TYPE_CHECKING:
    from autograder.model import CheckResult, Report

__all__ = ["check", "exit_code", "say_line", "say_whole", "wrong_checks"]

_LONGEST = 28  # characters of an exercise's name in a list


def check(options: argparse.Namespace) -> int:
    """Check the notebooks that the options name; return the exit code."""
    paths, listed = _asked_for(options)
    results: list[Checked] = []
    width = min(max(len(path.absolute().parent.name) for path in paths), _LONGEST)
    if options.task is not None and len(paths) != 1:
        raise CourseError("--task is one of one notebook's: name the notebook")
    for checked in check_all(paths, jobs=options.jobs):
        if options.task is not None:
            checked = _task_of(checked, options.task)  # noqa: PLW2901
        results.append(checked)
        interrupt.reached(f"checked: {len(results)} of {len(paths)}")
        say_line(checked, width) if listed else say_whole(checked)
    if listed:
        _say_sum(results)
        _say_wrong(results, every=options.all)
    if options.junit:
        from autograder.report import junit_xml

        reports = [checked.report for checked in results if checked.report is not None]
        write_text(options.junit, junit_xml(reports, student=True))
    return exit_code(results)


def exit_code(results: Sequence[Checked]) -> int:
    """Return 2 if one could not be checked, else 1 if one is not all right, else 0."""
    return 2 if any(checked.error for checked in results) else int(not all(checked.done for checked in results))


def _task_of(checked: Checked, task: str) -> Checked:
    """Return the part of a result that is about one task, with what is done of it; CourseError if there is none."""
    head = read_head(find_values(checked.path))
    if checked.report is None or head is None:
        return checked
    from autograder.report import standing

    cells = _check_cells(head, task)
    if not cells:
        raise CourseError(f"{checked.path}: there is no task, check or cell '{task}'")
    report = replace(checked.report, cells=tuple(cell for cell in checked.report.cells if cell.cell_id in cells))
    return replace(checked, report=report, standing=standing(report, head.notebook))


def _check_cells(head: Head, task: str) -> set[str]:
    """Return the check cells that mark a task."""
    checks = dict(head.checks)
    if task in checks.values():
        return {task}
    if task in checks:
        return {checks[task]}
    marks = marked_by(head.notebook.cells)
    return {name for cell in cells_of_task(head, task) for name in marks[cell.id] if name in checks.values()}


def _asked_for(options: argparse.Namespace) -> tuple[list[Path], bool]:
    """Return the notebooks to check, and whether they are listed, a line for each."""
    paths: list[Path] = []
    listed = False
    for path in options.notebooks or [options.course]:
        if path.is_file():
            paths.append(path)
            continue
        below = find_notebooks(path)
        listed = listed or len(below) > 1
        paths += below
    return list(dict.fromkeys(paths)), listed


def say_whole(checked: Checked) -> None:
    """Show one notebook's table and how far it has come; on stderr why it could not be checked."""
    from autograder.report import report_view

    if checked.report is None:
        warn(f"autograder: {checked.error}")
        return
    terminal().print(report_view(checked.report, standing=checked.standing))


def say_line(checked: Checked, width: int) -> None:
    """Show a notebook in one line; its exercise's name takes `width` columns."""
    from rich.text import Text

    from autograder.report import clean_text, standing_row

    console = terminal()
    if checked.report is None or checked.standing is None:
        name = clean_text(checked.path.absolute().parent.name, max_chars=width, max_lines=1)
        problem = clean_text(checked.error, max_chars=1000, max_lines=1)
        console.print(Text.assemble(("! ", "bold red"), f"{name:<{width}}  {problem}"), soft_wrap=True)
        return
    console.print(standing_row(checked.report, checked.standing, width=width), soft_wrap=True)


def _say_sum(results: Sequence[Checked]) -> None:
    from autograder.report.rows import number

    standings = [checked.standing for checked in results if checked.standing is not None]
    passed, checks = sum(standing.passed for standing in standings), sum(standing.checks for standing in standings)
    score = number(sum(standing.score for standing in standings))
    points = number(sum(standing.points for standing in standings))
    done = f"{sum(checked.done for checked in results)} of {len(results)} notebooks done"
    line = f"{done} · {passed} of {checks} checks · {score} of {points} points"
    terminal().print(f"\n{line}", style="bold", highlight=False, soft_wrap=True)


def _say_wrong(results: Sequence[Checked], *, every: bool) -> None:
    """Show the first check that is wrong, or every one; what is not filled in yet is not wrong."""
    from autograder.report import check_view

    reports = [checked.report for checked in results if checked.report is not None]
    wrong = [(report, check) for report in reports for check in wrong_checks(report)]
    for report, check in wrong if every else wrong[:1]:
        terminal().print()
        terminal().print(check_view(report, check))
    remaining = 0 if every else len(wrong) - 1
    if remaining > 0:
        subject = "one more check is" if remaining == 1 else f"{remaining} more checks are"
        terminal().print(f"\n{subject} not right: autograder check --all", style="dim", highlight=False, soft_wrap=True)


def wrong_checks(report: Report) -> list[CheckResult]:
    """Return the checks that are not right, without those that wait for an answer."""
    from autograder.model import Status
    from autograder.report import not_filled_in

    checks = [check for cell in report.cells for check in cell.checks]
    return [check for check in checks if check.status is not Status.PASSED and not not_filled_in(check)]
