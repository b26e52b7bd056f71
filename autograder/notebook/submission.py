"""Whatever a student handed in, put into the exercise's cells.

In: any bytes, and the exercise. Out: a `Submission`. Never raises: what is wrong with the file becomes a
sentence for the student.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from autograder.notebook.cells import Cell, Notebook, Submission
from autograder.notebook.identity import identify, source_of
from autograder.notebook.regions import blank

__all__ = ["read_submission"]

_MAX_BYTES = 200 * 2**20  # of a submitted file: students keep pictures in their outputs
_MAX_OWN = 500  # cells of the student's own: pages and runs stay of a size that somebody can read
_FOREIGN = "The file has none of this exercise's cells. Is it the notebook of another exercise?"
_MISSING = "Was it deleted, or merged with another cell?"


def read_submission(data: bytes, notebook: Notebook) -> Submission:
    """Put what a student handed in into the exercise's cells.

    Setup, task and check cells are the author's own, whatever the student did to them. Solution
    cells hold the student's text. Cells that the student added run where the student put them.
    Never raises: what is wrong with the file becomes a problem, in words for the student.
    """
    found, problems = _read_cells(data)
    given = _sort_cells(found, notebook)
    cells, unanswered, missing = list(given.extras.get("", [])), set(), []
    for cell in notebook.cells:
        text = given.texts.get(cell.id)
        if cell.kind == "solution":
            if text is None:
                missing.append(cell.id)
                text = "# This cell was missing from the submission."
            if text.strip() == blank(cell.source).strip():
                unanswered.add(cell.id)
            cells.append(replace(cell, source=text))
        else:
            cells.append(cell)
        cells += given.extras.get(cell.id, [])
    if found and given.texts:
        problems += [*given.problems, *(f"The cell '{name}' is missing from the file. {_MISSING}" for name in missing)]
        restored = [cell.id for cell in notebook.check_cells if cell.id not in given.texts]
        problems += [f"Check cells that were missing were put back: {', '.join(restored)}."] if restored else []
    elif found:
        problems.append(_FOREIGN)
    return Submission(tuple(cells), hashlib.sha256(data).hexdigest(), tuple(problems), frozenset(unanswered))


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A student's cells: texts of the exercise's cells, and the student's own after each of those."""

    texts: dict[str, str] = field(default_factory=dict)
    extras: dict[str, list[Cell]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def _sort_cells(found: Sequence[dict[str, Any]], notebook: Notebook) -> _Sorted:
    kinds = {cell.id: cell.kind for cell in notebook.cells}
    made = _Sorted()
    names, guessed = identify(found, notebook)
    if guessed:
        made.problems.append("Some cells had lost their names; they were recognised by their text and place.")
    previous, own = "", 0
    for number, (name, raw) in enumerate(zip(names, found, strict=True)):
        cell_type, source = raw.get("cell_type"), source_of(raw)
        if name and name not in made.texts:
            made.texts[name] = source
            previous = name
            if kinds[name] == "solution" and cell_type != "code":
                made.problems.append(f"The cell '{name}' was no code cell any more; it was run as code.")
            continue
        if name and kinds[name] != "solution":
            continue  # a second copy of a setup or check cell adds nothing
        if cell_type not in ("code", "markdown") or not source.strip():
            continue
        if name and cell_type == "code":
            made.problems.append(f"The cell '{name}' is there twice; both were run, in your order.")
        own += 1
        if own <= _MAX_OWN:
            kind: Literal["extra", "note"] = "extra" if cell_type == "code" else "note"
            made.extras.setdefault(previous, []).append(Cell(f"extra-{number}", kind, source))
    if own > _MAX_OWN:
        made.problems.append(f"The file has {own} cells of your own; only the first {_MAX_OWN} were run.")
    return made


def _read_cells(data: bytes) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the cells of any notebook version, and the problems; no cells if it is no notebook."""
    advice = "Open it in JupyterLab, save it, and submit it again."
    if len(data) > _MAX_BYTES:
        return [], [f"The file has {len(data) >> 20} MB; clear the outputs (Kernel > Restart) and submit it again."]
    text = data.decode(json.detect_encoding(data), "replace").strip("\0\ufeff \t\r\n")  # a full disk leaves zeros
    if not text:
        return [], [f"The file is empty. {advice}"]
    try:
        raw = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        return [], [f"The file is not a notebook: it could not be read as JSON ({_one_line(error)}). {advice}"]
    if not isinstance(raw, dict):
        return [], [f"The file is not a notebook: its JSON holds no cells. {advice}"]
    problems = []
    version, cells, sheets = raw.get("nbformat"), raw.get("cells"), raw.get("worksheets")
    if cells is None and isinstance(sheets, list):
        listed = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        cells = [cell for one in listed if isinstance(one, list) for cell in one]
        problems.append(f"The notebook has the old format {_one_line(version)}; it was read all the same.")
    found = [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []
    if not found:
        return [], [f"The file is not a notebook: it holds no cells. {advice}"]
    return found, problems


def _one_line(said: object) -> str:
    return " ".join(str(said).split())[:120]
