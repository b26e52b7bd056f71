"""A source notebook -> the frame of every autograded one: the author's cells, solutions blanked.

In: the path of a source notebook. Out: an nbformat notebook without misconceptions, variants and
outputs, its tasks saying what is off limits, its cells locked, its checksums those of the release; hidden cases
are still there, because graders look at them. nbgrader's own preprocessors do the work, so its metadata is what it
expects.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearOutput, ClearSolutions, ComputeChecksums, LockCells

from autograder.errors import NotebookError
from autograder.notebook import task_texts

__all__ = ["cell_id", "read_exercise", "strip_alternatives", "write_off_limits"]

_PUBLIC = ("rules", "limits")  # of the notebook's metadata: the self-check needs them


def read_exercise(path: Path) -> NotebookNode:
    """Return the notebook as nbgrader's database knows it; NotebookError if it cannot be read."""
    try:
        nb = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        message = f"{path}: not a readable notebook ({error})"
        raise NotebookError(message) from error
    write_off_limits(nb)
    strip_alternatives(nb)
    resources: dict[str, Any] = {}
    for step in (LockCells, ClearSolutions, ClearOutput, ComputeChecksums):
        nb, resources = step().preprocess(nb, resources)
    return nb


def write_off_limits(nb: NotebookNode) -> None:
    """Give each task its line of what is off limits there, as `read_source` has it; before checksums are made."""
    texts = task_texts(nb)
    for cell in nb.cells:
        cell.source = texts.get(cell_id(cell), cell.source) if cell.cell_type == "markdown" else cell.source


def strip_alternatives(nb: NotebookNode) -> None:
    """Remove the raw cells and, of our metadata, all that the students' self-check does not need."""
    nb.cells = [cell for cell in nb.cells if cell.cell_type != "raw"]
    settings = nb.metadata.pop("autograder", {})
    public = {name: settings[name] for name in _PUBLIC if name in settings}
    if public:
        nb.metadata["autograder"] = public


def cell_id(cell: NotebookNode) -> str:
    """Return the name by which the grader knows a cell: nbgrader's grade_id, or else the cell's own id."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    return str(grade_id or cell.get("id", ""))
