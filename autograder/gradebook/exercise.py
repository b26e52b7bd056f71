"""A source notebook -> the frame of every autograded one: the author's cells, solutions blanked.

In: the path of a source notebook. Out: an nbformat notebook without misconceptions, variants and
outputs, its tasks saying what is off limits, its cells locked, its checksums those of the release; hidden cases
are still there, because graders look at them, and so is how a person is to mark a cell, in its metadata. nbgrader's
own preprocessors do the work, so its metadata is what it expects.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearOutput, ClearSolutions, ComputeChecksums, LockCells

from autograder.errors import NotebookError
from autograder.notebook import Cell, Notebook, mark_scheme, read_source, rubric_text

__all__ = ["MARKING", "cell_id", "read_exercise", "strip_alternatives"]

MARKING = "autograder_marking"  # metadata of a manual cell: how it is marked, as markdown


def read_exercise(path: Path) -> NotebookNode:
    """Return the notebook as nbgrader's database knows it; NotebookError if it cannot be read."""
    try:
        nb = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        raise NotebookError(f"{path}: not a readable notebook ({error})") from error
    source = read_source(path)
    strip_alternatives(nb, source)
    resources: dict[str, Any] = {}
    for step in (LockCells, ClearSolutions, ClearOutput, ComputeChecksums):
        nb, resources = step().preprocess(nb, resources)
    marking = {cell.id: text for cell in source.manual_cells if (text := _marking(cell, source))}
    for cell in nb.cells:
        if cell_id(cell) in marking:
            cell.metadata[MARKING] = marking[cell_id(cell)]
    return nb


def _marking(cell: Cell, source: Notebook) -> str:
    """Return how a cell is to be marked: its mark scheme, its rubric, comments that can be used again."""
    parts = [mark_scheme(cell.source)] if cell.kind == "task" else []
    for rubric in source.rubrics:
        if rubric.cell_id == cell.id:
            parts += [rubric_text(rubric), "\n\n".join(f"> {comment}" for comment in rubric.comments)]
    return "\n\n".join(part for part in parts if part.strip())


def strip_alternatives(nb: NotebookNode, source: Notebook) -> None:
    """Remove the raw cells and our settings; leave of which exercise, and of which build of it, this is.

    Task cells get their text as it is released, with what is off limits there; so before checksums are made.
    """
    nb.cells = [cell for cell in nb.cells if cell.cell_type != "raw"]
    texts = {cell.id: cell.released for cell in source.cells if cell.kind == "task"}
    graded = {cell.id for cell in source.cells if cell.is_code and (cell.is_answer or cell.kind == "check")}
    for cell in nb.cells:
        if cell_id(cell) in graded:  # Run All goes on after an exception; the summary at the end fails if a check does
            cell.metadata["tags"] = sorted({*cell.metadata.get("tags", []), "raises-exception"})
        cell.source = texts.get(cell_id(cell), cell.source) if cell.cell_type == "markdown" else cell.source
    nb.metadata["autograder"] = {"assignment": source.assignment, "build": source.build}


def cell_id(cell: NotebookNode) -> str:
    """Return the name by which the grader knows a cell: nbgrader's grade_id, or else the cell's own id."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    return str(grade_id or cell.get("id", ""))
