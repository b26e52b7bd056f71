"""An autograded notebook -> what its student may see of it, and nothing that acts.

In: a notebook of autograded/, whatever wrote it. Out: its cells in order, as plain text and pictures: of the author's
the text and what they showed, of the student's own the code as well. Left out are hidden cases, what cells showed after
a right value had been given, and HTML, JavaScript, SVG, LaTeX and markdown of students. Each cell and all of them have
an end, whatever was handed in. Checks are NOT here: they stand in the report.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Literal

from nbformat import NotebookNode

from autograder.gradebook.exercise import cell_id
from autograder.gradebook.fill import AFTER_GIVEN, FOR_GRADERS, PROBLEMS_ID, bounded, kept, picture, text_of
from autograder.gradebook.pictures import Room
from autograder.report import visible_code
from autograder.report.feedbackpage import FeedbackOutput

__all__ = ["SeenCell", "student_view"]

_MAX_SOURCE = 100_000  # characters of one cell
_MAX_SOURCES = 2_000_000  # of all cells
_MAX_OUTPUTS = 50  # of one cell
_AFTER_GIVEN = (
    "(What this cell showed in the graded run is left out: from an earlier step on, the right value stood in the place "
    "of yours. In your own notebook you see what your code shows.)\n"
)
_MARK_SCHEME = re.compile(r"(?s)[^\n]*BEGIN MARK SCHEME.*?(?:END MARK SCHEME[^\n]*|\Z)")  # nbgrader's, for graders
_CUT = "# ... (cut here: this is very long)"


@dataclass(frozen=True, slots=True)
class SeenCell:
    """One cell as its student may see it."""

    id: str
    kind: Literal["task", "setup", "check", "solution", "extra", "note"]
    source: str  # an author's text, a student's text or code; "": the author's code
    is_code: bool
    outputs: tuple[FeedbackOutput, ...] = ()


def student_view(nb: NotebookNode) -> list[SeenCell]:
    """Return the cells of an autograded notebook as its student may see them."""
    room, sources = Room(), Room(_MAX_SOURCES)
    return [
        _code(cell, room, sources) if cell.cell_type == "code" else _text(cell, sources)
        for cell in nb.cells
        if cell.cell_type in ("code", "markdown")
        and cell.get("id") != PROBLEMS_ID  # the report says that
        and not cell.metadata.get(FOR_GRADERS, False)
    ]


def _text(cell: NotebookNode, sources: Room) -> SeenCell:
    """Return the author's text without what is for graders, a student's letter by letter."""
    about = cell.metadata.get("nbgrader", {})
    if about.get("locked"):
        return SeenCell(cell_id(cell), "task", _MARK_SCHEME.sub("", cell.source), is_code=False)
    text = text_of(cell.source)
    source = _shortened(cell.source if text is None else text, sources)
    return SeenCell(cell_id(cell), "solution" if about.get("solution") else "note", source, is_code=False)


def _code(cell: NotebookNode, room: Room, sources: Room) -> SeenCell:
    about = cell.metadata.get("nbgrader", {})
    kind: Literal["solution", "check", "setup", "extra"] = "setup" if about.get("locked") else "extra"
    if about.get("solution"):
        kind = "solution"
    elif about.get("grade"):
        kind = "check"
    outputs = (_plain(output, room) for output in cell.outputs[:_MAX_OUTPUTS] if not _is_table(output, kind))
    shown = tuple(_shown(output) for output in kept((output for output in outputs if output is not None), room))
    if cell.metadata.get(AFTER_GIVEN, False) and shown:
        shown = (FeedbackOutput("text", _AFTER_GIVEN),)
    source = _shortened(cell.source, sources) if kind in ("solution", "extra") else ""
    return SeenCell(cell_id(cell), kind, source, is_code=True, outputs=shown)


def _shortened(source: str, room: Room) -> str:
    """Return a student's text with nothing hidden in it, cut if it or all of them are too long."""
    end = min(len(source), _MAX_SOURCE)
    if not room.take(end):
        return _CUT
    code = visible_code(source[:end])
    return code if end == len(source) else f"{code}\n{_CUT}"


def _is_table(output: NotebookNode, kind: str) -> bool:
    """Tell whether this is the graders' table, which says too much and is made anew."""
    return kind == "check" and "text/html" in output.get("data", {})


def _plain(output: NotebookNode, room: Room) -> NotebookNode | None:
    """Return an output with nothing but text and pictures in it, None if nothing is left."""
    if output.output_type == "stream":
        name = "stderr" if output.name == "stderr" else "stdout"
        return NotebookNode(output_type="stream", name=name, text=bounded(output.text))
    if output.output_type == "error":
        text = "\n".join(output.traceback) or f"{output.ename}: {output.evalue}"
        return NotebookNode(output_type="error", traceback=bounded(text).split("\n"))
    data = output.data.get("image/png")
    if isinstance(data, str):
        return picture(_decoded(data), room)
    text = output.data.get("text/plain")
    return (
        NotebookNode(output_type="display_data", data={"text/plain": bounded(text)}) if isinstance(text, str) else None
    )


def _shown(output: NotebookNode) -> FeedbackOutput:
    if output.output_type == "stream":
        return FeedbackOutput("stderr" if output.name == "stderr" else "text", output.text)
    if output.output_type == "error":
        return FeedbackOutput("error", "\n".join(output.traceback))
    png = output.data.get("image/png")
    return FeedbackOutput("png", png) if png else FeedbackOutput("text", output.data["text/plain"])


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data)
    except (binascii.Error, ValueError):
        return b""
