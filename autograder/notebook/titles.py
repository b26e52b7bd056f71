"""What a student calls a cell: by the heading above it, for ids are not shown in a notebook.

In: the cells of a submission. Out: "the cell of task 'Softmax'", "your own cell after 'Softmax'".
It does NOT escape anything: faces do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from autograder.notebook.cells import Cell
from autograder.notebook.remembered import remembered

__all__ = ["cell_title", "heading_above", "last_heading", "task_label", "task_of"]

_HEADING = re.compile(r" {0,3}#{1,6}\s")
_NUMBERED = re.compile(r"(?:task\s+)?(\d+)\s*[·:.)\N{EN DASH}-]\s*(.*)", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"<[^>]*>|[*`$\\]|(?<!\w)_|_(?!\w)")
_LONGEST = 60
_LOOKED_AT = 300  # characters of a heading: students write anything there
_NAMES = {
    "setup": ("the setup cell", "under"),
    "solution": ("the cell", "of task"),
    "manual": ("the answer", "to"),
    "check": ("the check cell", "of"),
    "extra": ("your own cell", "after"),
}


def heading_above(cells: Sequence[Cell], cell_id: str) -> str:
    """Return the text of the nearest heading above a cell, without its markup; "" if there is none."""
    return next((heading for cell, heading in _under_headings(cells) if cell.id == cell_id), "")


def task_label(cells: Sequence[Cell], cell_id: str) -> str:
    """Return what a cell's task is called: "task 4" where its heading begins with a number, else "'Softmax'"."""
    number, title = task_of(cells, cell_id)
    return f"task {number}" if number else f"'{title}'" if title else "the notebook's first task"


def task_of(cells: Sequence[Cell], cell_id: str) -> tuple[str, str]:
    """Return the number and the title of the task that a cell belongs to, as the heading above it says them.

    Either is "" where the heading does not say it. The notebook's own title, its first heading, has no task's number.
    """
    heading = heading_above(cells, cell_id)
    notebook_title = next(filter(None, (heading_above(cells, cell.id) for cell in cells)), "")
    numbered = _NUMBERED.match(heading)
    if numbered is None or (heading == notebook_title and not heading.lower().startswith("task")):
        return "", heading
    return numbered[1], numbered[2]


def cell_title(cells: Sequence[Cell], cell_id: str) -> str:
    """Return what a student would call a cell: in lower case, to stand within a sentence.

    Where the heading does not tell it from another cell of its kind, the cell's first line is added.
    Raises KeyError if there is no such cell.
    """
    placed = list(_under_headings(cells))
    under_heading = next((under for under in placed if under[0].id == cell_id), None)
    if under_heading is None:
        raise KeyError(cell_id)
    cell, heading = under_heading
    name, joined = _NAMES.get(cell.kind, ("the cell", "under"))
    title = f"{name} {joined} '{heading}'" if heading else name
    alike = sum(1 for other, above in placed if other.kind == cell.kind and above == heading)
    line = _first_line(cell.source)
    return f"{title} that begins with `{line}`" if line and (cell.kind == "extra" or alike > 1) else title


def _under_headings(cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
    heading = ""
    for cell in cells:
        below = (last_heading(cell.released or cell.source) if cell.kind in ("task", "note") else "") or heading
        yield cell, below if cell.is_manual else heading  # a task that a person marks has its own heading
        heading = below


@remembered
def last_heading(text: str) -> str:
    """Return the last heading of a text cell, "" if it has none; a fenced block holds none."""
    heading, fenced = "", False
    for line in text.split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and _HEADING.match(line):
            heading = _plain(line[:_LOOKED_AT]) or heading
    return heading


def _plain(text: str) -> str:
    bare = text.strip().lstrip("#").rstrip("# ")
    return _shortened(_MARKUP.sub("", _LINK.sub(r"\1", bare)).strip())


def _first_line(source: str) -> str:
    return _shortened(next((line.strip() for line in source.split("\n") if line.strip()), ""))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
