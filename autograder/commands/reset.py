"""The command `autograder reset`: one answer's cell as it was handed out; nothing that was written gets lost.

In: a notebook and a task: its number, its title, the id of one of its cells, or a check's name. Out: the same file,
with the skeleton's text in that cell, and the old text kept in the cell's metadata, `autograder.replaced`, a list of
{"at": time, "source": text}. `--undo` takes the last one back; what then stood there is kept in its place.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.commands.notebookfile import open_notebook, set_source
from autograder.commands.notebooks import Head, find_values, read_head
from autograder.errors import CourseError, ExpectedValuesError
from autograder.notebook import Cell, Notebook, cell_title, marked_by, task_of
from autograder.notebook.identity import identify, source_of

__all__ = ["cells_of_task", "reset"]


def reset(options: argparse.Namespace) -> int:
    """Reset, or take back, one cell; return the exit code."""
    path: Path = options.file
    file = open_notebook(path)
    values = find_values(path)
    head = read_head(values)
    if head is None:
        raise ExpectedValuesError(
            f"{values}: not there, or it cannot be read, and it holds the exercise as it was handed out. "
            "Take the file from the exercise's folder once more."
        )
    cell = _one_of(head, options.task)
    names, _ = identify(file.cells, head.notebook)
    if cell.id not in names:
        raise CourseError(
            f"{path}: {cell_title(head.notebook.cells, cell.id)} is not in the file any more (cell '{cell.id}'). "
            "Take the notebook once more from where you got it, and copy your answers into it."
        )
    raw = file.cells[names.index(cell.id)]
    change = _undone(raw, cell) if options.undo else _blank(raw, cell)
    if change:
        file.save()
    title = cell_title(head.notebook.cells, cell.id)
    print(f"{title[:1].upper()}{title[1:]} {change or 'is as it was handed out already'}.")
    if change and not options.undo:
        argument = f'"{path}"' if " " in str(path) else path
        print(f"To take it back: autograder reset {argument} {cell.id} --undo")
    if change:
        print("If the notebook is open, load it from the disk again (JupyterLab: File > Reload Notebook from Disk).")
    return 0


def cells_of_task(head: Head, task: str) -> list[Cell]:
    """Return the answers' cells that a student may mean; none if there is no such task, check or cell."""
    notebook, name = head.notebook, " ".join(task.split()).casefold()
    answers = [cell for cell in notebook.cells if cell.is_answer]
    marks = marked_by(notebook.cells)
    checks = dict(head.checks)
    if cells := [cell for cell in answers if cell.id == task.strip()]:
        return cells
    of_cells = {cell.id: cell.id for cell in notebook.check_cells}
    marking = {**checks, **of_cells}.get(task.strip())
    if marking is not None:
        return [cell for cell in answers if cell.kind == "solution" and marking in marks[cell.id]]
    tasks = {cell.id: task_of(notebook.cells, cell.id) for cell in answers}
    number = name.removeprefix("task ").strip()
    for chosen in (
        lambda of: of[0] == number and number,
        lambda of: name in (of[1].casefold(), f"{of[0]} · {of[1]}".casefold()),
        lambda of: name and not number.isdecimal() and name in of[1].casefold(),
    ):
        if cells := [cell for cell in answers if chosen(tasks[cell.id])]:
            return cells
    return []


def _one_of(head: Head, task: str) -> Cell:
    cells = cells_of_task(head, task)
    if len(cells) == 1:
        return cells[0]
    if cells:
        raise CourseError(f"'{task}' may be any of these cells, name one: {_listed(head.notebook, cells)}")
    answers = [cell for cell in head.notebook.cells if cell.is_answer]
    raise CourseError(f"there is no task, check or cell '{task}'; these cells are to be filled in: "
                      f"{_listed(head.notebook, answers)}")  # fmt: skip


def _listed(notebook: Notebook, cells: Sequence[Cell]) -> str:
    return ", ".join(f"{cell.id} ({_short(task_of(notebook.cells, cell.id))})" for cell in cells)


def _short(task: tuple[str, str]) -> str:
    number, title = task
    return f"task {number}" if number else title


def _blank(raw: dict[str, Any], cell: Cell) -> str:
    """Put the skeleton's text into the cell; return what is to be said of it, "" if there was nothing to do."""
    text = source_of(raw)
    if text.strip() == cell.released.strip():
        return ""
    _keep(raw, text)
    set_source(raw, cell.released)
    return f"is as it was handed out; your text ({_lines(text)}) is kept in it"


def _undone(raw: dict[str, Any], cell: Cell) -> str:
    """Put the text back that was replaced last; what stands there now is kept, unless it is the skeleton's."""
    replaced = _kept(raw)
    if not replaced:
        raise CourseError(f"nothing was kept in the cell '{cell.id}': it has not been reset")
    text, current = str(replaced.pop()["source"]), source_of(raw)
    if current.strip() != cell.released.strip():
        _keep(raw, current)
    elif not replaced:
        del raw["metadata"]["autograder"]["replaced"]
        if not raw["metadata"]["autograder"]:
            del raw["metadata"]["autograder"]
    set_source(raw, text)
    return f"has the text ({_lines(text)}) that was replaced last"


def _kept(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the list of what was replaced, which is part of the cell; CourseError if the metadata is no notebook's."""
    metadata = raw.setdefault("metadata", {})
    settings = metadata.setdefault("autograder", {}) if isinstance(metadata, dict) else None
    replaced = settings.setdefault("replaced", []) if isinstance(settings, dict) else None
    if not isinstance(replaced, list) or not all(isinstance(entry, dict) and "source" in entry for entry in replaced):
        raise CourseError("the cell's metadata has another form than a notebook's; nothing was changed")
    return replaced


def _keep(raw: dict[str, Any], text: str) -> None:
    _kept(raw).append({"at": datetime.now(UTC).isoformat(timespec="seconds"), "source": text})


def _lines(text: str) -> str:
    count = len(text.splitlines())
    return "1 line" if count == 1 else f"{count} lines"
