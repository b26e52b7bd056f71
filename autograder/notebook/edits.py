"""What a student changed in cells that are not theirs to fill in, and what a file of another build lacks.

In: the exercise, and the texts that a file has in the place of its cells. Out: sentences for the student:
setup and check cells always run as the author wrote them, so a line that was added there is not run.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator, Mapping

from autograder.errors import NotebookError
from autograder.notebook.cells import Cell, Notebook
from autograder.notebook.regions import without_hidden
from autograder.notebook.syntax import parse
from autograder.notebook.titles import cell_title, last_heading

__all__ = ["edited_cells", "lines_not_run", "other_build"]

_KINDS = ("setup", "show", "check")
_MOST_LINES, _MOST_CHARS = 5, 100  # of a student's lines that a sentence shows
_LONGEST, _LINES = 20_000, 1000  # characters and lines of a cell that are compared: the time is quadratic in lines
_PREDICTION = "check.predict("  # in a cell that students answer in, for no points
_VERY_LONG = "(a very long text)"


def lines_not_run(cell: Cell, text: str) -> list[str]:
    """Return the lines of code in a text that the exercise's own cell does not have, indents left out."""
    if len(text) > max(_LONGEST, 2 * len(cell.released)):
        return [_VERY_LONG]
    ours, theirs = _lines(cell.released), _lines(_without_hidden(text))
    if ours == theirs:
        return []
    if len(theirs) > _LINES:
        return [_VERY_LONG]
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    added = [
        line
        for tag, _, _, first, last in matcher.get_opcodes()
        if tag in ("insert", "replace")
        for line in theirs[first:last]
        if not line.startswith(("#", "%"))
    ]
    return [] if added and _same_code(cell.released, _without_hidden(text)) else added


def edited_cells(notebook: Notebook, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield, for each cell of the author's that a student added code to, what is not run and where it belongs."""
    for cell in notebook.cells:
        text = texts.get(cell.id)
        if text is None or cell.kind not in _KINDS or (cell.kind == "show" and _PREDICTION in cell.released):
            continue
        added = lines_not_run(cell, text)
        if added:
            lines = "\n".join(f"    {line[:_MOST_CHARS]}" for line in added[:_MOST_LINES])
            name = _where(cell, notebook)
            rest = f"\n    ... ({len(added) - _MOST_LINES} more)" if len(added) > _MOST_LINES else ""
            yield (
                f"{name[:1].upper()}{name[1:]} runs as it was handed out. These lines of yours are not run:\n"
                f"{lines}{rest}\nPut them into a cell of your own above the cell that needs them, or into your answer."
            )


def other_build(notebook: Notebook, texts: Mapping[str, str], build: str) -> str:
    """Return what to say of a file that was made from another build of the exercise."""
    changed = [
        _where(cell, notebook)
        for cell in notebook.cells
        if not cell.is_answer and _lines(_without_hidden(texts.get(cell.id, ""))) != _lines(cell.released)
    ]
    listed = "; ".join(changed[:6]) + (f"; and {len(changed) - 6} more" if len(changed) > 6 else "")
    difference = f"Not as they are now: {listed}." if changed else "Only points, rules or limits have changed since."
    return (
        f"This notebook was handed out in an earlier build of the exercise ({build}; now it is {notebook.build}). "
        f"{difference} It was run with the cells of the newer build."
    )


def _where(cell: Cell, notebook: Notebook) -> str:
    if cell.kind == "task":
        return f"the text '{last_heading(cell.source) or cell.id}'"
    return cell_title(notebook.cells, cell.id)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _without_hidden(text: str) -> str:
    """Return a text without hidden cases: an author's own file, looked at by its author, has them."""
    try:
        return without_hidden(text)
    except NotebookError:
        return text


def _same_code(text: str, other: str) -> bool:
    """Tell whether two texts are the same program: other comments, quotes or line breaks."""
    try:
        return ast.dump(parse(text)) == ast.dump(parse(other))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
