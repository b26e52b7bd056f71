"""The command `autograder check`: a student's own notebooks, public checks, no isolation.

In: notebooks, folders, or nothing: then what the working folder holds. Out: for one notebook, or for those that are
named, the whole table of each; for a folder of several a line for each, then the first thing that is wrong, or with
`--all` everything. Exit code 0 if every check passes, 1 if one does not, 2 if a notebook could not be checked.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.commands import interrupt
from autograder.commands.checking import Checked, check_all
from autograder.commands.console import terminal, warn
from autograder.commands.notebooks import find_notebooks

if TYPE_CHECKING:
    from autograder.model import CheckResult, Report

__all__ = ["check", "exit_code", "say_line", "say_whole", "wrong_checks"]

_LONGEST = 28  # characters of an exercise's name in a list


def check(options: argparse.Namespace) -> int:
    """Check the notebooks that the options name; return the exit code."""
    paths, listed = _asked_for(options)
    found: list[Checked] = []
    width = min(max(len(path.absolute().parent.name) for path in paths), _LONGEST)
    for one in check_all(paths, jobs=options.jobs):
        found.append(one)
        interrupt.reached(f"checked: {len(found)} of {len(paths)}")
        say_line(one, width) if listed else say_whole(one)
    if listed:
        _say_sum(found)
        _say_wrong(found, every=options.all)
    return exit_code(found)


def exit_code(found: Sequence[Checked]) -> int:
    """Return 2 if one could not be checked, else 1 if one is not all right, else 0."""
    return 2 if any(one.error for one in found) else int(not all(one.done for one in found))


def _asked_for(options: argparse.Namespace) -> tuple[list[Path], bool]:
    """Return the notebooks to check, and whether they are listed, a line for each."""
    paths: list[Path] = []
    listed = False
    for one in options.notebooks or [options.course]:
        if one.is_file():
            paths.append(one)
            continue
        below = find_notebooks(one)
        listed = listed or len(below) > 1
        paths += below
    return list(dict.fromkeys(paths)), listed


def say_whole(one: Checked) -> None:
    """Show one notebook's table and how far it has come; on stderr why it could not be checked."""
    from autograder.report import report_view

    if one.report is None:
        warn(f"autograder: {one.error}")
        return
    terminal().print(report_view(one.report, standing=one.standing))


def say_line(one: Checked, width: int) -> None:
    """Show a notebook in one line; its exercise's name takes `width` columns."""
    from rich.text import Text

    from autograder.report import clean_text, standing_row

    console = terminal()
    if one.report is None or one.standing is None:
        name = clean_text(one.path.absolute().parent.name, max_chars=width, max_lines=1)
        said = clean_text(one.error, max_chars=1000, max_lines=1)
        console.print(Text.assemble(("! ", "bold red"), f"{name:<{width}}  {said}"), soft_wrap=True)
        return
    console.print(standing_row(one.report, one.standing, width=width), soft_wrap=True)


def _say_sum(found: Sequence[Checked]) -> None:
    from autograder.report.rows import number

    of = [one.standing for one in found if one.standing is not None]
    passed, checks = sum(one.passed for one in of), sum(one.checks for one in of)
    score, points = number(sum(one.score for one in of)), number(sum(one.points for one in of))
    done = f"{sum(one.done for one in found)} of {len(found)} notebooks done"
    line = f"{done} · {passed} of {checks} checks · {score} of {points} points"
    terminal().print(f"\n{line}", style="bold", highlight=False, soft_wrap=True)


def _say_wrong(found: Sequence[Checked], *, every: bool) -> None:
    """Show the first check that is wrong, or every one; what is not filled in yet is not wrong."""
    from autograder.report import check_view

    wrong = [(one.report, check) for one in found if one.report is not None for check in wrong_checks(one.report)]
    for report, check in wrong if every else wrong[:1]:
        terminal().print()
        terminal().print(check_view(report, check))
    left = 0 if every else len(wrong) - 1
    if left > 0:
        more = "one more check is" if left == 1 else f"{left} more checks are"
        terminal().print(f"\n{more} not right: autograder check --all", style="dim", highlight=False, soft_wrap=True)


def wrong_checks(report: Report) -> list[CheckResult]:
    """Return the checks that are not right, without those that wait for an answer."""
    from autograder.model import Status
    from autograder.report import not_filled_in

    checks = [check for cell in report.cells for check in cell.checks]
    return [one for one in checks if one.status is not Status.PASSED and not not_filled_in(one)]
