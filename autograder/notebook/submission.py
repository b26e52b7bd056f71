"""Whatever a student handed in, put into the exercise's cells.

In: any bytes, and the exercise. Out: a `Submission`. Never raises: what is wrong with the file becomes a
sentence for the student.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.notebook.cells import Cell, Notebook, Submission
from autograder.notebook.regions import blank

__all__ = ["plain_text", "read_submission"]

_MAX_BYTES = 200 * 2**20  # of a submitted file: students keep pictures in their outputs


def read_submission(data: bytes, notebook: Notebook) -> Submission:
    """Put what a student handed in into the exercise's cells.

    Setup, task and check cells are the author's own, whatever the student did to them. Solution
    cells hold the student's text. Cells that the student added run where the student put them.
    Never raises: what is wrong with the file becomes a problem, in words for the student.
    """
    found, problems = _read_cells(data)
    sorted_cells = _sort_cells(found, notebook)
    problems += sorted_cells.problems
    cells, unanswered = list(sorted_cells.extras.get("", [])), set()
    for cell in notebook.cells:
        text = sorted_cells.texts.get(cell.id)
        if cell.kind == "solution":
            if text is None:
                if found:
                    problems.append(f"The cell '{cell.id}' is missing from the file.")
                text = "# This cell was missing from the submission."
            if text.strip() == blank(cell.source).strip():
                unanswered.add(cell.id)
            cells.append(replace(cell, source=text))
        else:
            cells.append(cell)
        cells += sorted_cells.extras.get(cell.id, [])
    restored = [cell.id for cell in notebook.check_cells if found and cell.id not in sorted_cells.texts]
    if restored:
        problems.append(f"Check cells that were missing were put back: {', '.join(restored)}.")
    return Submission(tuple(cells), hashlib.sha256(data).hexdigest(), tuple(problems), frozenset(unanswered))


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A student's cells: texts of the exercise's cells, and the student's own after each of those."""

    texts: dict[str, str] = field(default_factory=dict)
    extras: dict[str, list[Cell]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def _sort_cells(found: Iterable[dict[str, Any]], notebook: Notebook) -> _Sorted:
    kinds = {cell.id: cell.kind for cell in notebook.cells}
    made = _Sorted()
    previous = ""
    for number, raw in enumerate(found):
        cell_id, cell_type = _grade_id(raw), raw.get("cell_type")
        source = plain_text(raw.get("source", raw.get("input")))
        if cell_id in kinds and cell_id not in made.texts:
            made.texts[cell_id] = source
            previous = cell_id
            if kinds[cell_id] == "solution" and cell_type != "code":
                made.problems.append(f"The cell '{cell_id}' was no code cell any more; it was run as code.")
            continue
        if cell_id in kinds:
            if kinds[cell_id] != "solution":
                continue  # a second copy of a setup or check cell adds nothing
            made.problems.append(f"The cell '{cell_id}' is there twice; both were run, in your order.")
        if cell_type in ("code", "markdown"):
            own = Cell(f"extra-{number}", "extra" if cell_type == "code" else "note", source)
            made.extras.setdefault(previous, []).append(own)
    return made


def _grade_id(raw: dict[str, Any]) -> str:
    meta = raw.get("metadata")
    meta = meta.get("nbgrader") if isinstance(meta, dict) else None
    found = meta.get("grade_id") if isinstance(meta, dict) else None
    return found if isinstance(found, str) else ""


def _read_cells(data: bytes) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the cells of any notebook version, and the problems; no cells if it is no notebook."""
    advice = "Open it in JupyterLab, save it, and submit it again."
    if not data.strip():
        return [], [f"The file is empty. {advice}"]
    if len(data) > _MAX_BYTES:
        return [], [f"The file has {len(data) >> 20} MB; clear the outputs (Kernel > Restart) and submit it again."]
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        raw = json.loads(data.decode(encoding))
    except (ValueError, RecursionError) as error:
        return [], [f"The file is not a notebook: it could not be read as JSON ({_one_line(error)}). {advice}"]
    if not isinstance(raw, dict):
        return [], [f"The file is not a notebook: its JSON holds no cells. {advice}"]
    problems = []
    version = raw.get("nbformat")
    cells = raw.get("cells")
    if cells is None and isinstance(raw.get("worksheets"), list):
        sheets = [sheet for sheet in raw["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets for cell in sheet.get("cells") or []]
        problems.append(f"The notebook has the old format {version}; it was read all the same.")
    if not isinstance(cells, list):
        return [], [f"The file is not a notebook: it holds no cells. {advice}"]
    return [cell for cell in cells if isinstance(cell, dict)], problems


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:120]


def plain_text(source: object) -> str:
    """Return a cell's source as text with unix line ends: a string, or a list of lines."""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")
