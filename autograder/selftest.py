"""A student's notebook file, checked on the student's own machine: public checks, public seeds.

In: the path of a notebook, filled in or not; expected.safetensors lies beside it. Out: the same
`Report` that a graded run gives, without hidden cases. The code is the student's own and runs without
isolation in a process of its own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from autograder import values
from autograder.errors import ExpectedValuesError
from autograder.expected import ExpectedCheck, ExpectedValues, find_expected, read_expected, recognise
from autograder.grade import Grader, Reference, Wrong, WrongError
from autograder.isolation import Launcher, PlainLauncher
from autograder.model import Capture, Exit, Level, Report, Run
from autograder.notebook import Notebook, read_source, solved

__all__ = ["check_notebook"]


def check_notebook(path: Path, *, launcher: Launcher | None = None) -> Report:
    """Run a notebook and compare its public checks.

    Raises:
        NotebookError: it is no notebook of an exercise.
        ExpectedValuesError: the expected values are missing or of another version.
    """
    notebook = read_source(path)
    expected = read_expected(find_expected(path.parent.absolute()))
    missing = [
        name for name in _cells_with_checks(notebook) if name not in {one.cell_id for one in expected.checks.values()}
    ]
    if missing:
        message = (
            f"{path}: no expected values for the check cell '{missing[0]}'; the notebook and "
            "expected.safetensors are of different versions"
        )
        raise ExpectedValuesError(message)
    notebook = replace(notebook, assignment=expected.assignment, folder=None)
    grader = Grader(launcher=launcher or PlainLauncher(folder=path.parent), secret=None)
    with grader:
        wrong = {one.name: _wrong(one) for one in expected.checks.values()}
        grader.adopt(_reference(notebook, expected), wrong)
        return grader.grade_submission(notebook, solved(notebook), student="").report


def _cells_with_checks(notebook: Notebook) -> list[str]:
    return [cell.id for cell in notebook.check_cells if "check(" in cell.source]


def _reference(notebook: Notebook, expected: ExpectedValues) -> Reference:
    captures = {
        one.name: Capture(
            one.name, one.cell_id, one.place, hidden=False, variable=one.variable,
            value=values.encode(one.value), error=None, options=one.options,
        )
        for one in expected.checks.values()
    }  # fmt: skip
    run = Run(captures, (), {}, None, Exit("exited", 0), Level.NONE, "cpu", 0.0)
    return Reference(notebook, run, partial(dict, expected.variables))


def _wrong(check: ExpectedCheck) -> Wrong:
    errors = tuple(WrongError(one.name, one.says, one.error, "", None) for one in check.wrong if one.error is not None)
    return Wrong(errors=errors, recognise=partial(recognise, check=check))
