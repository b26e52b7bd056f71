"""Whatever a student handed in, put into the exercise's cells.

In: any bytes, and the exercise (its source, or its frame). Out: a `Submission`. Never raises: what is wrong
with the file becomes a sentence for the student.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.notebook.cells import Cell, Notebook, Submission
from autograder.notebook.edits import edited_cells, other_build
from autograder.notebook.identity import identify, source_of
from autograder.notebook.sizes import MAX_CELL, MAX_CELLS, Room, file_too_large
from autograder.notebook.titles import last_heading

__all__ = ["assembled", "read_submission"]

_MAX_OWN = 500  # cells of the student's own: pages and runs stay of a size that somebody can read
_FOREIGN = "The file has none of this exercise's cells. Is it the notebook of another exercise?"
_ABSENT = "This cell was missing from the submission."
_TOO_LARGE = "What was in this cell is too large."
_MISSING = "Was it deleted, or merged with another cell?"


def read_submission(data: bytes, notebook: Notebook) -> Submission:
    """Put what a student handed in into the exercise's cells.

    `notebook` is the source, or the frame that lies beside a released notebook: both read a file alike.
    Setup, task and check cells are the author's own, whatever the student did to them. Answers
    hold the student's text. Cells that the student added run where the student put them.
    Never raises: what is wrong with the file becomes a problem, in words for the student.
    """
    file = _read_file(data)
    sorted_cells = _sort_cells(file.cells, notebook)
    absent = {
        cell.id: _noted(cell, _ABSENT)
        for cell in notebook.cells
        if cell.is_answer and cell.id not in sorted_cells.texts
    }
    submission = assembled(notebook, {**absent, **sorted_cells.texts}, sorted_cells.extras)
    submission = replace(submission, unanswered=submission.unanswered | sorted_cells.too_large)
    problems, foreign = list(file.problems), ""
    if file.cells:
        same_build = file.build == notebook.build
        foreign = _other_exercise(file, sorted_cells, notebook, same_build=same_build)
        if foreign or not sorted_cells.texts:
            problems.append(_looks_like(foreign, notebook) if foreign else _FOREIGN)
        else:
            build = "" if same_build else file.build
            problems += [*sorted_cells.problems, *_about_cells(notebook, sorted_cells, tuple(absent), build)]
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(submission, sha256=sha256, problems=tuple(dict.fromkeys(problems)), foreign=foreign)


def assembled(
    notebook: Notebook, texts: Mapping[str, str], extras: Mapping[str, Sequence[Cell]] | None = None
) -> Submission:
    """Return the exercise's cells with a student's texts in its answers.

    An answer without a text is as it was handed out, and so unanswered; an empty one in prose is unanswered, too.
    `extras`: the student's own cells, by the cell that they come after ("": before all).
    """
    extra_cells = extras or {}
    cells, unanswered = list(extra_cells.get("", [])), set()
    for cell in notebook.cells:
        if cell.is_answer:
            text = texts.get(cell.id, cell.released)
            if text.strip() == cell.released.strip() or (cell.prose and not text.strip()):
                unanswered.add(cell.id)
            cells.append(replace(cell, source=text))
        else:
            cells.append(cell)
        cells += extra_cells.get(cell.id, [])
    return Submission(tuple(cells), "", unanswered=frozenset(unanswered))


def _about_cells(notebook: Notebook, sorted_cells: _Sorted, missing: Sequence[str], build: str) -> list[str]:
    """Return what is to be said of the exercise's own cells: of another build (if not ""), missing, changed."""
    problems = [other_build(notebook, sorted_cells.texts, build)] if build else []
    problems += [f"The cell '{name}' is missing from the file. {_MISSING}" for name in missing]
    restored = [cell.id for cell in notebook.check_cells if cell.id not in sorted_cells.texts]
    problems += [f"Check cells that were missing were put back: {', '.join(restored)}."] if restored else []
    return [*problems, *edited_cells(notebook, sorted_cells.texts)]


def _other_exercise(file: _File, sorted_cells: _Sorted, notebook: Notebook, *, same_build: bool) -> str:
    """Return the name of the exercise that the file is of, "" if that is this one or cannot be told.

    The released notebook's metadata says it; where that is lost, a file that has few of the exercise's cells
    is known by its first heading.
    """
    if file.assignment:
        return "" if same_build or file.assignment == notebook.assignment else file.assignment
    own_cells = [cell.id for cell in notebook.cells if cell.kind in ("solution", "check")]
    if 2 * sum(name in sorted_cells.texts for name in own_cells) >= len(own_cells):
        return ""
    theirs = (last_heading(source_of(raw)[:MAX_CELL]) for raw in file.cells if raw.get("cell_type") == "markdown")
    ours = (last_heading(cell.source) for cell in notebook.cells if cell.kind == "task")
    title, own_title = next(filter(None, theirs), ""), next(filter(None, ours), "")
    return title if title != own_title else ""


def _looks_like(foreign: str, notebook: Notebook) -> str:
    return f"This looks like {foreign}; it was handed in as {notebook.assignment}. Is it in the wrong folder?"


@dataclass(frozen=True, slots=True)
class _File:
    """A notebook file, read: its cells as JSON, and what its metadata says of where it is from."""

    cells: tuple[dict[str, Any], ...]
    problems: tuple[str, ...] = ()
    assignment: str = ""
    build: str = ""


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A student's cells: texts of the exercise's cells, and the student's own after each of those."""

    texts: dict[str, str] = field(default_factory=dict)
    extras: dict[str, list[Cell]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    too_large: set[str] = field(default_factory=set)  # answers whose text is not taken


def _sort_cells(raw_cells: Sequence[dict[str, Any]], notebook: Notebook) -> _Sorted:
    authored = {cell.id: cell for cell in notebook.cells}
    sorted_cells, room = _Sorted(), Room()
    names, guessed = identify(raw_cells, notebook)
    if guessed:
        sorted_cells.problems.append("Some cells had lost their names; they were recognised by their text and place.")
    previous, extra_count = "", 0
    for number, (name, raw) in enumerate(zip(names, raw_cells, strict=True)):
        cell_type, source = raw.get("cell_type"), source_of(raw)
        if name and name not in sorted_cells.texts:
            _take(sorted_cells, authored[name], source, room)
            previous = name
            if authored[name].is_answer and cell_type != ("code" if authored[name].is_code else "markdown"):
                sorted_cells.problems.append(_retyped(authored[name]))
            continue
        if name and not authored[name].is_answer:
            continue  # a second copy of a setup or check cell adds nothing
        if cell_type not in ("code", "markdown") or not source.strip():
            continue
        extra_count += 1
        if extra_count <= _MAX_OWN:
            if name and cell_type == "code":
                sorted_cells.problems.append(f"The cell '{name}' is there twice; both were run, in your order.")
            extra = Cell(f"extra-{number}", "extra" if cell_type == "code" else "note", source)
            _add(sorted_cells, extra, previous, room)
    if extra_count > _MAX_OWN:
        text = f"The file has {extra_count} cells of your own; only the first {_MAX_OWN} were run."
        sorted_cells.problems.append(text)
    return sorted_cells


def _add(sorted_cells: _Sorted, cell: Cell, after: str, room: Room) -> None:
    """Add a cell of the student's own, if there is room."""
    refused = room.refuses(cell.source) if cell.kind == "extra" else room.refuses_note(cell.source)
    if refused:
        sorted_cells.problems.append(f"A cell of your own after '{after}' was left out: {refused}.")
    else:
        sorted_cells.extras.setdefault(after, []).append(cell)


def _retyped(cell: Cell) -> str:
    if cell.is_code:
        return f"The cell '{cell.id}' was no code cell any more; it was run as code."
    return f"The cell '{cell.id}' was no text cell any more; it was taken as text, and not run."


def _noted(cell: Cell, sentence: str) -> str:
    """Return a sentence as the text of an answer: a comment in code."""
    return f"# {sentence}" if cell.is_code else sentence


def _take(sorted_cells: _Sorted, cell: Cell, source: str, room: Room) -> None:
    """Take what a student has in the place of one of the exercise's cells; an answer that is too large is none."""
    refuses = room.refuses if cell.is_code else room.refuses_prose
    refused = refuses(source) if cell.is_answer else ""
    if refused:
        sorted_cells.too_large.add(cell.id)
        not_taken = "was not run, and" if cell.is_code else "was left out, and"
        sorted_cells.problems.append(f"The cell '{cell.id}' {not_taken} counts as not filled in: {refused}.")
        source = f"{_noted(cell, _TOO_LARGE)}\n{cell.released}"
    sorted_cells.texts[cell.id] = source[: MAX_CELL + 1]


def _read_file(data: bytes) -> _File:
    """Return the cells of any notebook version, and the problems; no cells if it is no notebook."""
    advice = "Open it in JupyterLab, save it, and submit it again."
    too_large = file_too_large(data)
    if too_large:
        return _no_cells(too_large)
    text = data.decode(json.detect_encoding(data), "replace").strip("\0\ufeff \t\r\n")  # a full disk leaves zeros
    if not text:
        return _no_cells(f"The file is empty. {advice}")
    try:
        raw = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        return _no_cells(f"The file is not a notebook: it could not be read as JSON ({_one_line(error)}). {advice}")
    if not isinstance(raw, dict):
        return _no_cells(f"The file is not a notebook: its JSON holds no cells. {advice}")
    problems = []
    version, cells, sheets = raw.get("nbformat"), raw.get("cells"), raw.get("worksheets")
    if cells is None and isinstance(sheets, list):
        listed = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        cells = [cell for sheet_cells in listed if isinstance(sheet_cells, list) for cell in sheet_cells]
        version_text = f" {_one_line(version)}" if isinstance(version, int) else ""
        problems.append(f"The notebook has the old format{version_text}; it was read all the same.")
    raw_cells = [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []
    if not raw_cells:
        return _no_cells(f"The file is not a notebook: it holds no cells. {advice}")
    if len(raw_cells) > MAX_CELLS:
        return _no_cells(f"The file has {len(raw_cells):,} cells, and a notebook may have {MAX_CELLS:,}. {advice}")
    meta = raw.get("metadata")
    settings = meta.get("autograder") if isinstance(meta, dict) else None
    names = settings if isinstance(settings, dict) else {}
    return _File(tuple(raw_cells), tuple(problems), _name(names.get("assignment")), _name(names.get("build")))


def _no_cells(problem: str) -> _File:
    return _File((), (problem,))


def _name(value: object) -> str:
    """Return a name from a file's metadata; "" if it is none that we wrote."""
    return value if isinstance(value, str) and re.fullmatch(r"[\w.+-]{1,80}", value) else ""


def _one_line(value: object) -> str:
    return " ".join(str(value).split())[:120]
