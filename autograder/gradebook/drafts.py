"""Wrong values that several students share -> misconception cells, drafted from the code of one of them.

In: a course, and the values that the class page found. Out: the raw cell as docs/authoring.md wants it, for the author
to name and to finish. The code is read from autograded/, as text. It does NOT run or change anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.errors import GraderError
from autograder.gradebook.autograded import autograded_path
from autograder.notebook import Cell, Notebook, heading_above, marked_by, names_of
from autograder.report import SameValue, visible_code

__all__ = ["draft", "readable_sources", "task_titles"]

_STUB = re.compile(r"[ \t]*# YOUR CODE HERE\n[ \t]*raise NotImplementedError\(\)")
_MOST_CHARS = 4000  # of a student's cell


def readable_sources(course: Course, assignments: Iterable[str]) -> dict[str, Notebook]:
    """Return the source notebooks of those assignments whose source can be read."""
    notebooks = {}
    for assignment in assignments:
        with suppress(GraderError, OSError):
            notebooks[assignment] = course.notebooks(assignment)[0]
    return notebooks


def task_titles(sources: Mapping[str, Notebook]) -> dict[tuple[str, str], str]:
    """Return {(assignment, check cell): the heading above it}."""
    return {
        (assignment, cell.id): heading_above(notebook.cells, cell.id) or cell.id
        for assignment, notebook in sources.items()
        for cell in notebook.check_cells
    }


def draft(course: Course, sources: Mapping[str, Notebook], group: SameValue) -> str:
    """Return a misconception cell with the code of the first student who has the value; "" if it cannot be read."""
    notebook = sources.get(group.assignment)
    cell = _marked(notebook, group) if notebook else None
    if notebook is None or cell is None:
        return ""
    path = autograded_path(course, group.students[0], group.assignment, notebook.name)
    source = _cell_source(path, cell.id)
    if source is None or len(source) > _MOST_CHARS:
        return ""
    code = visible_code(_within_regions(cell.released, source))
    return (
        f"misconception: NAME (a value at {group.checks[0]})\n"
        f"says: WHAT A TUTOR WOULD ASK ({len(group.students)} students have this value)\n"
        f"breaks: {'; '.join(group.checks)}\n---\n{code}"
    )


def _marked(notebook: Notebook, group: SameValue) -> Cell | None:
    """Return the solution cell that the check is most likely about: the last that binds a name of it, else the last."""
    marks = marked_by(notebook.cells)
    cells = [cell for cell in notebook.cells if cell.kind == "solution" and group.cell_id in marks[cell.id]]
    words = set(re.findall(r"\w+", group.checks[0]))
    naming = [cell for cell in cells if words & names_of(cell.source).bound]
    return next(reversed(naming or cells), None)


def _cell_source(path: Path, cell_id: str) -> str | None:
    try:
        cells: Any = json.loads(path.read_text("utf-8"))["cells"]
        ours = (cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade_id") == cell_id)
        return "".join(next(ours)["source"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, StopIteration):
        return None


def _within_regions(released: str, source: str) -> str:
    """Return what a student wrote in the place of each stub, separated by ---; all of it if the frame was changed."""
    frame = [re.escape(part) for part in _STUB.split(released.strip())]
    found = re.fullmatch("(.*?)".join(frame), source.strip(), re.DOTALL)
    if found is None:
        return f"# the whole cell: keep what stands in the solution region\n{source.strip()}"
    return "\n---\n".join(part.strip("\n") for part in found.groups())
