"""autograded/ -> feedback/: the pages that students read.

In: autograded/. Out: feedback/, made by nbgrader's own GenerateFeedback with our exporter, so that `nbgrader
generate_feedback` gives the same. A page holds what studentview.py lets through, whatever wrote the notebook.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from fnmatch import fnmatch
from pathlib import Path

from nbgrader.converters import GenerateFeedback

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook.configuration import load_config
from autograder.gradebook.conversion import convert
from autograder.gradebook.exporters import is_late_page
from autograder.isolation import kernel

__all__ = ["feedback", "replaced_pages"]


def feedback(
    course: Course,
    assignments: Sequence[str],
    student: str | None = None,
    *,
    progress: Callable[[str], None] | None = None,
) -> list[Path]:
    """Make the feedback pages of some assignments, for one student (or a pattern of ids) or for all who were graded.

    Returns the autograded notebooks that got no page: nbgrader finds none where an id has one of *?[].

    Raises:
        CourseError: nobody was graded yet.
    """
    folder = course.folder("autograded")
    paths = [path for name in assignments for path in sorted(folder.glob(f"*/{name}/*.ipynb"))]
    notebooks = [path for path in paths if student in (None, path.parts[-3]) or fnmatch(path.parts[-3], student)]
    graded = list(dict.fromkeys(path.parts[-2] for path in notebooks))
    if not graded:
        raise CourseError(f"{folder}: nothing to give feedback on. Run `autograder grade` first.")
    with ProcessPoolExecutor(
        min(len(graded), os.cpu_count() or 1), initializer=_end_with, initargs=(os.getpid(),)
    ) as pool:
        try:
            conversions = {pool.submit(_convert, course, name, student or "*"): name for name in graded}
            for conversion in as_completed(conversions):
                conversion.result()
                if progress is not None:
                    progress(conversions[conversion])
        except KeyboardInterrupt:
            for process in multiprocessing.active_children():  # else the pool waits for them
                process.kill()
            raise
    pages = course.folder("feedback")
    return [path for path in notebooks if not (pages / path.relative_to(folder)).with_suffix(".html").is_file()]


def replaced_pages(course: Course, assignments: Sequence[str], student: str | None = None) -> list[Path]:
    """Return the feedback pages, of one student or of all, that only say that theirs was not ready in time."""
    folder = course.folder("feedback")
    students = folder.glob("*") if student is None else [folder / student]
    pages = (path for of_student in students for name in assignments for path in of_student.glob(f"{name}/*.html"))
    return [path for path in sorted(pages) if is_late_page(path)]


def _end_with(parent: int) -> None:
    """Do not outlive the process that asked: one of a pool waits for ever if that is killed."""
    if sys.platform == "linux":
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _convert(course: Course, assignment: str, student: str) -> None:
    """Make one assignment's pages, in a process of its own: nbgrader changes the working folder."""
    convert(GenerateFeedback, load_config(course), assignment, student)
