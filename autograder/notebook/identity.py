"""Which cell of the exercise each submitted cell is.

In: the cells of a submitted notebook, as JSON, and the exercise. Out: for each of them the id of the
exercise's cell, "" if it is the student's own. nbgrader's metadata says it; where an editor lost that,
the cell's own id, which is the same name; where that is lost too, the text of a cell that students leave
as it is; and an answer's place between those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from autograder.notebook.cells import Cell, Notebook
from autograder.notebook.regions import PROSE_STUB, STUB
from autograder.notebook.sizes import MAX_CELL

__all__ = ["identify", "plain_text", "source_of"]


def identify(raw_cells: Sequence[dict[str, Any]], notebook: Notebook) -> tuple[list[str], bool]:
    """Return the cells' names, and whether some of them had to be told by their text or place.

    Several cells can have the same name by their metadata; all other ways give each name once.
    """
    ids = {cell.id for cell in notebook.cells}
    names = [name if (name := _grade_id(raw)) in ids else "" for raw in raw_cells]
    taken = set(names)
    for number, raw in enumerate(raw_cells):
        cell_id = raw.get("id")
        if not names[number] and isinstance(cell_id, str) and cell_id in ids and cell_id not in taken:
            names[number] = cell_id
            taken.add(cell_id)
    marked = list(names)
    _by_text(names, raw_cells, notebook)
    _by_place(names, raw_cells, notebook)
    return names, names != marked


def _grade_id(raw: dict[str, Any]) -> str:
    meta = raw.get("metadata")
    meta = meta.get("nbgrader") if isinstance(meta, dict) else None
    grade_id = meta.get("grade_id") if isinstance(meta, dict) else None
    return grade_id if isinstance(grade_id, str) else ""


def _by_text(names: list[str], raw_cells: Sequence[dict[str, Any]], notebook: Notebook) -> None:
    """Name the locked cells that nobody has claimed yet: their text is known."""
    unclaimed: dict[str, list[str]] = {}
    for cell in notebook.cells:
        if not cell.is_answer and cell.id not in names:
            unclaimed.setdefault(_bare(cell.released), []).append(cell.id)
    for number, raw in enumerate(raw_cells):
        text = "" if names[number] else source_of(raw)
        waiting = unclaimed.get(_bare(text)) if text and len(text) <= MAX_CELL else None
        if waiting:
            names[number] = waiting.pop(0)


def _bare(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _by_place(names: list[str], raw_cells: Sequence[dict[str, Any]], notebook: Notebook) -> None:
    """Name answers by what stands between the same two cells as in the exercise: code there, or text."""
    for start, end, missing in _gaps(names, notebook):
        for cell_type in ("code", "markdown"):
            free = [
                number
                for number in range(start, end)
                if not names[number] and raw_cells[number].get("cell_type") == cell_type
            ]
            _name(names, raw_cells, free, [cell for cell in missing if cell.is_code == (cell_type == "code")])


def _name(names: list[str], raw_cells: Sequence[dict[str, Any]], free: Sequence[int], missing: Sequence[Cell]) -> None:
    """Name the free cells of one place: in order if they are as many as those that are missing, else by first lines."""
    for number, cell in zip(free, missing, strict=False) if len(free) == len(missing) else ():
        names[number] = cell.id
    for cell in missing if len(free) > len(missing) else ():
        head = cell.released.split("\n")[0].strip()
        for number in free if head not in STUB + PROSE_STUB else ():
            if not names[number] and head in source_of(raw_cells[number])[:MAX_CELL]:
                names[number] = cell.id
                break


def _gaps(names: Sequence[str], notebook: Notebook) -> Iterator[tuple[int, int, list[Cell]]]:
    """Yield (from, to, the answers that are missing there) for places between two named cells."""
    start, missing = 0, list[Cell]()
    for cell in notebook.cells:
        if cell.id in names:
            if missing:
                yield start, names.index(cell.id), missing
            start, missing = names.index(cell.id) + 1, []
        elif cell.is_answer:
            missing.append(cell)
    if missing:
        yield start, len(names), missing


def source_of(raw: dict[str, Any]) -> str:
    """Return a cell's text, in the new format or the old."""
    return plain_text(raw.get("source", raw.get("input")))


def plain_text(source: object) -> str:
    """Return a cell's source as text with unix line ends: a string, or a list of lines."""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")
