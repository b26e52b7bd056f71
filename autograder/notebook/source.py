"""An author's notebook, read; the format is described in docs/authoring.md.

In: the path of a source notebook, or of a released one. Out: a `Notebook`, or a NotebookError that names
the file, the cell and the remedy.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from autograder.errors import NotebookError
from autograder.notebook.cells import UNGRADED, Alternative, Cell, Equivalent, Hints, Notebook, Rubric
from autograder.notebook.identity import plain_text
from autograder.notebook.offlimits import with_off_limits
from autograder.notebook.regions import (
    PROSE_STUB,
    blank,
    mark_scheme,
    replace_regions,
    solution_regions,
    split_hidden,
    without_hidden,
    without_mark_scheme,
)
from autograder.notebook.rubric import read_rubric, with_shown_rubrics
from autograder.notebook.scopes import unread_arguments
from autograder.notebook.settings import read_settings
from autograder.notebook.steps import checks_named, statements
from autograder.notebook.syntax import parse_cell

__all__ = ["read_source"]

_HEADER = re.compile(r"(misconception|variant|equivalent|says|breaks|shows):[ \t]*(.*)")

_MOST_HINTS = 3


def read_source(path: Path, assignment: str | None = None) -> Notebook:
    """Read a source notebook; NotebookError names the file, the cell and the remedy."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    return _read(path, data, assignment or path.parent.name)


@functools.lru_cache(maxsize=64)  # one command asks for a notebook half a dozen times
def _read(path: Path, data: bytes, assignment: str) -> Notebook:
    try:
        raw = json.loads(data)
        cells = list(raw["cells"])
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable(path, error) from error
    try:
        notebook = _parse(cells, raw.get("metadata", {}).get("autograder", {}))
    except NotebookError as error:
        raise NotebookError(f"{path}: {error}") from error
    return replace(
        notebook,
        assignment=assignment,
        name=path.stem,
        sha256=hashlib.sha256(data).hexdigest(),
        folder=path.parent,
    )


def _unreadable(path: Path, error: Exception) -> NotebookError:
    return NotebookError(f"{path}: not a readable notebook ({type(error).__name__}: {error})")


def _parse(raw_cells: Sequence[dict[str, Any]], metadata: object) -> Notebook:
    cells: list[Cell] = []
    alternatives: list[Alternative] = []
    equivalents: list[Equivalent] = []
    hints: list[Hints] = []
    rubrics: list[Rubric] = []
    for number, raw in enumerate(raw_cells):
        source = plain_text(raw.get("source"))
        first_line = source.strip().split("\n")[0][:40] or "empty"
        cell_name = f"cell {number + 1} '{raw.get('id', '')}' ({first_line})"
        try:
            if raw.get("cell_type") == "raw" and not _without_notes(source):
                continue
            if raw.get("cell_type") == "raw" and source.lstrip().startswith("hints:"):
                hints.append(_hints(source, _solution_before(cells, "hints")))
            elif raw.get("cell_type") == "raw" and source.lstrip().startswith("rubric:"):
                rubrics.append(read_rubric(source, _manual_before(cells)))
            elif raw.get("cell_type") == "raw":
                header, codes, solution = _raw_cell(source, cells)
                if "equivalent" in header:
                    equivalents.append(_equivalent(header, codes, solution))
                else:
                    alternatives.append(_alternative(header, codes, solution))
            else:
                cells.append(_author_cell(raw, source))
        except NotebookError as error:
            raise NotebookError(f"{cell_name}: {error}") from error
    _reject_duplicates("cell id", [cell.id for cell in cells])
    _reject_duplicates("misconception or variant", [alternative.name for alternative in alternatives])
    _reject_same_checks(cells)
    _reject_duplicates("the rubric's cell", [rubric.cell_id for rubric in rubrics])
    if not any(cell.kind == "check" for cell in cells):
        raise NotebookError("no check cell: nothing to grade. Mark one as 'Autograder tests'.")
    kinds = {cell.id: cell.kind for cell in cells}
    settings = read_settings(metadata, kinds)
    return Notebook(
        assignment="",
        name="",
        cells=with_shown_rubrics(with_off_limits(_with_unread(cells, alternatives), settings.rules), rubrics),
        alternatives=tuple(alternatives),
        rules=settings.rules,
        limits=settings.limits,
        sha256="",
        equivalents=tuple(equivalents),
        close=settings.margins,
        files=settings.files,
        hints=tuple(hints),
        rubrics=tuple(rubrics),
        void=settings.void,
        was=settings.was,
    )


def _author_cell(raw: dict[str, Any], source: str) -> Cell:
    meta = raw.get("metadata", {}).get("nbgrader", {})
    cell_id = meta.get("grade_id") or raw.get("id")
    if not cell_id:
        raise NotebookError("no nbgrader grade_id. Open the Create Assignment panel and give it one.")
    solution, grade, task = (bool(meta.get(name)) for name in ("solution", "grade", "task"))
    prose = raw.get("cell_type") == "markdown"
    if solution and grade:
        released = blank(source, PROSE_STUB) if prose else blank(source)
        return Cell(cell_id, "manual", source, _points(meta), released, prose=prose)
    if prose:
        if solution or grade:
            raise NotebookError(
                "a text cell is graded as a whole: mark it as 'Manually graded answer', or as no answer"
            )
        return _text_cell(cell_id, source, _points(meta) if task else None)
    if task:
        raise NotebookError("a code cell cannot be a 'Manually graded task'. Use a text cell.")
    if solution:
        return Cell(cell_id, "solution", source, released=blank(source))
    if solution_regions(source):
        raise NotebookError("a solution region in a cell that is not a solution cell")
    if grade:
        for part in split_hidden(source, keep_lines=True):
            statements(part)
        return Cell(cell_id, "check", source, _points(meta), without_hidden(source))
    kind: Literal["show", "setup"] = "show" if UNGRADED in raw.get("metadata", {}).get("tags", []) else "setup"
    return Cell(cell_id, kind, source, released=source)


def _with_unread(cells: Sequence[Cell], alternatives: Sequence[Alternative]) -> list[Cell]:
    """Return the cells, each solution cell with the arguments that its code, or that of one of its variants, ignores.

    A variant is right, so what it never looks at explains no mistake.
    """
    codes = {cell.id: [cell.source] for cell in cells if cell.kind == "solution"}
    for one in alternatives:
        if one.kind == "variant":
            codes[one.cell_id].append(replace_regions(codes[one.cell_id][0], one.codes))
    trees = {cell_id: [parse_cell(code) for code in known] for cell_id, known in codes.items()}
    unread = {
        cell_id: tuple(dict.fromkeys(name for tree in known if tree is not None for name in unread_arguments(tree)))
        for cell_id, known in trees.items()
    }
    return [replace(cell, unread=unread.get(cell.id, ())) for cell in cells]


def _text_cell(cell_id: str, source: str, points: float | None) -> Cell:
    """Return a text cell; `points`: of a task that a person marks, None for any other text."""
    if points is None:
        if mark_scheme(source):
            raise NotebookError("a mark scheme in a text that is not a 'Manually graded task'")
        return Cell(cell_id, "task", source, released=source)
    if points <= 0:
        raise NotebookError("a 'Manually graded task' without points")
    if solution_regions(source):
        raise NotebookError("a solution region in a 'Manually graded task': students add their cells below it")
    return Cell(cell_id, "task", source, points, without_mark_scheme(source))


def _points(meta: dict[str, Any]) -> float:
    return float(meta.get("points", 0))


def _raw_cell(source: str, before: Sequence[Cell]) -> tuple[dict[str, str], list[str], Cell]:
    """Return a raw cell's header, its code parts, and the solution cell that it belongs to."""
    header, *codes = re.split(r"(?m)^---[ \t]*$\n?", source)
    fields: dict[str, str] = {}
    field = ""
    for line in _without_notes(header):
        match = _HEADER.match(line)
        if match:
            field = match[1]
            fields[field] = match[2].strip()
        elif line.strip() and field and line[:1].isspace():
            fields[field] += " " + line.strip()
        elif line.strip():
            known_fields = "misconception:, variant:, equivalent:, says:, breaks:, shows:"
            raise NotebookError(f"unknown header line {line.strip()!r}; expected {known_fields}")
    kinds = [kind for kind in ("misconception", "variant", "equivalent") if kind in fields]
    if len(kinds) != 1 or not fields[kinds[0]]:
        raise NotebookError(
            "a raw cell begins with 'misconception: NAME', 'variant: NAME', 'equivalent: REASON', 'hints:' or 'rubric:'"
        )
    return fields, codes, _solution_before(before, kinds[0])


def _without_notes(source: str) -> list[str]:
    """Return the lines of a raw cell's header, or of its hints, without blank ones and an author's notes (`# ...`)."""
    return [line for line in source.splitlines() if line.strip() and not line.startswith("#")]


def _solution_before(before: Sequence[Cell], kind: str) -> Cell:
    solutions = [cell for cell in before if cell.kind == "solution"]
    if not solutions:
        raise NotebookError(f"a raw cell ({kind}) before any solution cell")
    return solutions[-1]


def _manual_before(before: Sequence[Cell]) -> Cell:
    if not before or not before[-1].is_manual:
        raise NotebookError("a rubric stands right below the answer, or the task, that a person marks by it")
    return before[-1]


def _hints(source: str, solution: Cell) -> Hints:
    """Read `hints: CHECK; CHECK` (or `hints:` alone) and the lines `- TEXT` below it."""
    header, *lines = _without_notes(source)
    texts: list[str] = []
    for line in lines:
        if line.startswith("- "):
            texts.append(line[2:].strip())
        elif line.strip() and texts and line[:1].isspace():
            texts[-1] += " " + line.strip()
        elif line.strip():
            raise NotebookError(f"hints: {line.strip()[:40]!r} is no hint: each begins with '- ', and goes on indented")
    if not 1 <= len(texts) <= _MOST_HINTS:
        raise NotebookError(
            f"hints: {len(texts)} of them; write one to {_MOST_HINTS}, each on a line that begins with '- '"
        )
    return Hints(solution.id, _listed(header.removeprefix("hints:")), tuple(texts))


def _alternative(header: dict[str, str], codes: Sequence[str], solution: Cell) -> Alternative:
    if "misconception" in header and not header.get("says"):
        raise NotebookError(f"misconception {header['misconception']!r} has no 'says:' (what a tutor says to it)")
    regions = solution_regions(solution.source)
    if len(codes) != regions:
        raise NotebookError(f"{len(codes)} code parts for {regions} solution regions of cell '{solution.id}'")
    kind: Literal["misconception", "variant"] = "misconception" if "misconception" in header else "variant"
    return Alternative(
        kind=kind,
        name=header[kind],
        cell_id=solution.id,
        codes=tuple(codes),
        says=header.get("says", ""),
        breaks=_listed(header.get("breaks", "")),
        shows=_listed(header.get("shows", "")),
    )


def _equivalent(header: dict[str, str], codes: Sequence[str], solution: Cell) -> Equivalent:
    lines = tuple(line.strip() for code in codes for line in code.splitlines() if line.strip())
    if not lines:
        raise NotebookError("'equivalent: REASON' lists no changed statement below its '---'")
    return Equivalent(solution.id, header["equivalent"], lines)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";") if name.strip())


def _reject_duplicates(kind: str, names: Iterable[str]) -> None:
    names_before: set[str] = set()
    for name in names:
        if name in names_before:
            raise NotebookError(f"{kind} {name!r} is used twice; each must be unique")
        names_before.add(name)


def _reject_same_checks(cells: Iterable[Cell]) -> None:
    """Raise NotebookError for a second check of one name: a run keeps the first, and the second is worth nothing."""
    owners: dict[str, str] = {}
    for cell in cells:
        for name in checks_named(cell.source) if cell.kind == "check" else ():
            if name in owners:
                raise NotebookError(
                    f"cell '{cell.id}': there is a check {name!r} in cell '{owners[name]}' already; "
                    "each needs a name of its own"
                )
            owners[name] = cell.id
