"""A student's notebook file, checked on the student's own machine: public checks, public seeds.

In: the path of a notebook, filled in or not, in whatever state; expected.safetensors lies beside it. Out: the
same `Report` that a graded run gives, without hidden cases. The file is read and judged as the grader does, with
the exercise's frame in the place of its source. The code is the student's own and runs without isolation in a
process of its own.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from autograder.errors import CourseError, ExpectedValuesError
from autograder.grade import Grader
from autograder.isolation import Launcher
from autograder.judge import public_reference, public_wrong
from autograder.judge.expected import ExpectedValues, find_expected, read_expected
from autograder.model import Report
from autograder.notebook import read_submission

__all__ = ["check_notebook", "read_beside"]


def check_notebook(path: Path, *, launcher: Launcher | None = None) -> Report:
    """Run a notebook and compare its public checks.

    `launcher`: starts the process, in the notebook's folder; without one, a fresh Python is started.

    Raises:
        ExpectedValuesError: the exercise's file is missing, of another version or of another exercise.
        CourseError: the notebook cannot be read.
    """
    expected = read_beside(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror})") from error
    submission = read_submission(data, expected.notebook)
    if submission.foreign:
        raise ExpectedValuesError(
            f"{path}: this looks like {submission.foreign}, but the file beside it is of "
            f"{expected.notebook.assignment}. Put the notebook into its own exercise's folder."
        )
    if launcher is None:
        from autograder.isolation import UnisolatedLauncher  # not on every system

        launcher = UnisolatedLauncher(folder=path.parent)  # the files that travel with the notebook lie there
    with Grader(launcher=launcher, secret=None) as grader:
        grader.adopt(public_reference(expected), partial(public_wrong, expected))
        return grader.grade_submission(expected.notebook, submission, student="").report


def read_beside(path: Path) -> ExpectedValues:
    """Return the exercise that a notebook's folder holds; ExpectedValuesError if there is none."""
    return read_expected(find_expected(path.parent.absolute()))
