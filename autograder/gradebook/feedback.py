"""An autograded notebook -> the feedback page of a student.

In: autograded/. Out: feedback/, made by nbgrader's own GenerateFeedback, so that `nbgrader
generate_feedback` gives the same. StudentView takes out what a student may not see, and what could
act in a browser, whatever wrote the notebook: hidden cases, the expected values of hidden checks, what cells
showed after a right value had been given, HTML, JavaScript, SVG, LaTeX and markdown of students. A page has
an end, too, whatever was handed in.
"""

from __future__ import annotations

import base64
import binascii
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.course import Course
from autograder.errors import CourseError, NotebookError
from autograder.gradebook.configuration import load_config
from autograder.gradebook.conversion import convert
from autograder.gradebook.exercise import cell_id
from autograder.gradebook.exporters import is_late_page
from autograder.gradebook.fill import (
    AFTER_GIVEN,
    FOR_GRADERS,
    PROBLEMS_ID,
    as_text_cell,
    bounded,
    check_table,
    kept,
    picture,
    stored_report,
    text_of,
)
from autograder.gradebook.pictures import Room
from autograder.isolation import kernel
from autograder.notebook import without_hidden
from autograder.report import visible_code

__all__ = ["StudentView", "feedback", "replaced_pages"]

_MAX_SOURCE = 100_000  # characters of one cell
_MAX_SOURCES = 2_000_000  # of all cells
_MAX_OUTPUTS = 50  # of one cell
_AFTER_GIVEN = (
    "(What this cell showed in the graded run is left out: from an earlier step on, the right value stood in the place "
    "of yours. In your own notebook you see what your code shows.)\n"
)
_CUT = "# ... (cut here: this is very long)"


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


def replaced_pages(course: Course, assignments: Sequence[str]) -> list[Path]:
    """Return the feedback pages that only say that theirs was not ready in time."""
    pages = (path for name in assignments for path in course.folder("feedback").glob(f"*/{name}/*.html"))
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


class StudentView(NbGraderPreprocessor):
    """Leaves in an autograded notebook what its student may see, and nothing that acts."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Change the notebook in place."""
        report = stored_report(nb)
        checks = {cell.cell_id: cell.checks for cell in report.cells} if report else {}
        nb.cells = [
            cell
            for cell in nb.cells
            if cell.cell_type in ("code", "markdown") and not cell.metadata.get(FOR_GRADERS, False)
        ]
        room, sources = Room(), Room(_MAX_SOURCES)
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                _show_markdown(cell, sources)
            else:
                _show_code(cell, room, sources)
                if cell_id(cell) in checks:
                    cell.outputs.append(check_table(checks[cell_id(cell)], student=True))
        nb.metadata.pop("autograder", None)
        nb.metadata.pop("widgets", None)
        return nb, resources


def _show_markdown(cell: NotebookNode, sources: Room) -> None:
    """Leave the author's text; show a student's letter by letter."""
    if cell.metadata.get("nbgrader", {}).get("locked") or cell.get("id") == PROBLEMS_ID:
        return
    cell.pop("attachments", None)
    text = text_of(cell.source)
    cell.source = as_text_cell(_shortened(cell.source if text is None else text, sources))


def _shortened(source: str, room: Room) -> str:
    """Return a student's text with nothing hidden in it, cut if it or all of them are too long."""
    end = min(len(source), _MAX_SOURCE)
    if not room.take(end):
        return _CUT
    code = visible_code(source[:end])
    return code if end == len(source) else f"{code}\n{_CUT}"


def _show_code(cell: NotebookNode, room: Room, sources: Room) -> None:
    is_check = cell.metadata.get("nbgrader", {}).get("grade", False)
    if is_check:
        try:
            cell.source = without_hidden(cell.source)
        except NotebookError:  # its markers were edited: better no source than a hidden case
            cell.source = "# This cell cannot be shown."
    cell.source = _shortened(cell.source, sources)
    outputs = (
        _plain(output, room) for output in cell.outputs[:_MAX_OUTPUTS] if not _is_table(output, is_check=is_check)
    )
    outputs_kept = list(kept((output for output in outputs if output is not None), room))
    if cell.metadata.pop(AFTER_GIVEN, False) and outputs_kept:
        outputs_kept = [new_output("stream", name="stdout", text=_AFTER_GIVEN)]
    cell.outputs = outputs_kept
    cell.execution_count = None


def _is_table(output: NotebookNode, *, is_check: bool) -> bool:
    """Tell whether this is the graders' table, which says too much and is made anew."""
    return bool(is_check and "text/html" in output.get("data", {}))


def _plain(output: NotebookNode, room: Room) -> NotebookNode | None:
    """Return an output with nothing but text and pictures in it, None if nothing is left."""
    if output.output_type == "stream":
        name = "stderr" if output.name == "stderr" else "stdout"
        return new_output("stream", name=name, text=bounded(output.text))
    if output.output_type == "error":
        lines = bounded("\n".join(output.traceback)).split("\n")
        return new_output("error", ename=bounded(output.ename), evalue=bounded(output.evalue), traceback=lines)
    data = output.data.get("image/png")
    if isinstance(data, str):
        return picture(_decoded(data), room)
    text = output.data.get("text/plain")
    return new_output("display_data", data={"text/plain": bounded(text)}) if isinstance(text, str) else None


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data)
    except (binascii.Error, ValueError):
        return b""
