"""The command `autograder update`: a student's answers, carried into the corrected exercise.

In: a student's notebook, and the corrected exercise as it was handed out: its folder, its notebook, or a kit's folder.
Out: in the place of the student's file the corrected notebook with the answers and the student's own cells in it, and
what lies beside it; the old file as NAME.ipynb.before. An answer whose task is gone stands at the end, as text. It does
NOT check anything.
"""

from __future__ import annotations

import argparse
import copy
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from autograder.commands.notebookfile import NotebookFile, open_notebook, set_source, write_whole
from autograder.commands.notebooks import EXPECTED, find_values, read_head
from autograder.errors import CourseError, ExpectedValuesError
from autograder.notebook import Cell, Notebook, cell_title
from autograder.notebook.edits import lines_not_run
from autograder.notebook.identity import identify, source_of
from autograder.report.rows import counted

__all__ = ["update"]

_PREDICTION = "check.predict("
_HOMELESS = (
    "## Answers that have no place any more\n\nTheir tasks are not in the corrected exercise. They are kept as text."
)


def update(options: argparse.Namespace) -> int:
    """Update one notebook; return the exit code."""
    path: Path = options.file
    file = open_notebook(path)
    corrected = _corrected(options.new, file)
    exercise = _exercise(corrected)
    old_head = read_head(find_values(path))
    old = old_head.notebook if old_head is not None and old_head.notebook.assignment == exercise.assignment else None
    cells = list(_identified(file.cells, exercise, old))
    if not any(name for _, name, _ in cells) or _said(file, "assignment") not in ("", exercise.assignment):
        raise CourseError(f"{path}: is not a notebook of {exercise.assignment}, of which {corrected} is")
    if _said(file, "build") == exercise.build:
        print(f"{path}: is of the corrected exercise already; nothing was changed.")
        return 0
    new = open_notebook(corrected)
    carried = _carry(cells, new, exercise, old)
    kept = [_keep(path)]
    kept += _put_beside(path.parent, corrected.parent, [EXPECTED, *exercise.files])
    replace(file, raw=new.raw).save()
    for line in _lines(carried, exercise, kept):
        print(line)
    return 0


# ---------------------------------------------------------------- what there is


def _corrected(place: Path, file: NotebookFile) -> Path:
    """Return the corrected notebook; CourseError if there is none where the student says."""
    name = file.path.name
    folders = [place, place / (_said(file, "assignment") or file.path.absolute().parent.name)]
    candidates = [place] if place.is_file() else [folder / name for folder in folders]
    found = next((path for path in candidates if path.is_file()), None)
    if found is None:
        raise CourseError(
            f"{place}: no {name} there. Name the folder of the corrected exercise, or that of the kit with it."
        )
    if found.absolute() == file.path.absolute():
        raise CourseError(f"{found}: is the notebook itself. Unpack the corrected exercise into another folder.")
    return found


def _exercise(corrected: Path) -> Notebook:
    values = corrected.parent / EXPECTED
    head = read_head(values)
    if head is None:
        raise ExpectedValuesError(f"{values}: not there, or it cannot be read. Take the corrected exercise once more.")
    return head.notebook


def _said(file: NotebookFile, key: str) -> str:
    """Return what a notebook's metadata say of the exercise that it is of: "assignment" or "build"; "": nothing."""
    metadata = file.raw.get("metadata")
    settings = metadata.get("autograder") if isinstance(metadata, dict) else None
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, str) else ""


# ---------------------------------------------------------------- answers, carried


@dataclass(slots=True)
class _Carried:
    """What became of a student's cells: the exercise's cells by their ids, homeless ones by their text."""

    answers: list[str] = field(default_factory=list)
    own: int = 0
    new: list[str] = field(default_factory=list)
    other_skeleton: list[str] = field(default_factory=list)  # the part that is given has changed
    left: list[str] = field(default_factory=list)  # author's cells to which the student had added lines
    homeless: list[str] = field(default_factory=list)


def _carry(
    cells: list[tuple[dict[str, Any], str, Cell | None]], new: NotebookFile, exercise: Notebook, old: Notebook | None
) -> _Carried:
    """Put a student's answers and own cells into the corrected notebook."""
    new_names, _ = identify(new.cells, exercise)
    places = dict(zip(new_names, new.cells, strict=True))
    carried = _Carried()
    extras: dict[str, list[dict[str, Any]]] = {}
    homeless: list[dict[str, Any]] = []
    previous, seen = "", set[str]()
    for raw, name, former in cells:
        if name and name not in seen:
            seen.add(name)
            previous = name
            _fill(places[name], raw, exercise.cell(name), _old_cell(name, exercise, old), carried)
        elif former is not None:
            if former.kind == "solution" and source_of(raw).strip() != former.released.strip():
                carried.homeless.append(f"'{former.id}'")
                homeless.append(_as_raw(raw))
        elif source_of(raw).strip():
            carried.own += 1
            extras.setdefault(previous, []).append(copy.deepcopy(raw))
    carried.new = [cell.id for cell in exercise.cells if cell.kind == "solution" and cell.id not in seen]
    if homeless:
        homeless.insert(0, {"cell_type": "markdown", "metadata": {}, "source": _HOMELESS})
    updated = list(extras.get("", []))
    for name, raw in zip(new_names, new.cells, strict=True):
        updated += [raw, *extras.get(name, [])]
    updated += homeless
    _give_ids(updated, set(map(id, new.cells)), new.raw)
    new.raw["cells"] = updated
    return carried


def _fill(place: dict[str, Any], raw: dict[str, Any], cell: Cell, old: Cell | None, carried: _Carried) -> None:
    """Put what a student has in the place of one of the exercise's cells into the corrected notebook."""
    text = source_of(raw)
    before = old.released if old is not None else cell.released
    if cell.kind == "solution":
        kept = raw["metadata"].get("autograder") if isinstance(raw.get("metadata"), dict) else None
        if kept is not None:
            place["metadata"]["autograder"] = copy.deepcopy(kept)
        if text.strip() not in (before.strip(), cell.released.strip()):
            set_source(place, text)
            carried.answers.append(cell.id)
            if old is not None and before.strip() != cell.released.strip():
                carried.other_skeleton.append(cell.id)
    elif cell.kind == "show" and _PREDICTION in cell.released and before.strip() == cell.released.strip():
        set_source(place, text)
    elif cell.is_code and old is not None and lines_not_run(old, text):
        carried.left.append(cell.id)


def _old_cell(name: str, exercise: Notebook, old: Notebook | None) -> Cell | None:
    """Return a cell as it was in the exercise that the student has, None if that is not known."""
    ids = {name, exercise.was.get(name, name)}
    return next((cell for cell in old.cells if cell.id in ids), None) if old is not None else None


def _identified(
    cells: list[dict[str, Any]], exercise: Notebook, old: Notebook | None
) -> Iterator[tuple[dict[str, Any], str, Cell | None]]:
    """Yield each cell of a student's, which of the corrected exercise's it is ("": none), and which is gone.

    Where the exercise is known that the student has, its cells are recognised first: what has no place in the
    corrected one must not be taken for what is new there.
    """
    names, _ = identify(cells, old or exercise)
    ids = {cell.id for cell in exercise.cells}
    new_ids = {before: now for now, before in exercise.was.items()}
    for raw, earlier in zip(cells, names, strict=True):
        name = new_ids.get(earlier, earlier)
        name = name if name in ids else ""
        yield raw, name, old.cell(earlier) if old is not None and earlier and not name else None


def _as_raw(raw: dict[str, Any]) -> dict[str, Any]:
    return {"cell_type": "raw", "metadata": {}, "source": raw.get("source", "")}


def _give_ids(cells: list[dict[str, Any]], exercises: set[int], notebook: dict[str, Any]) -> None:
    """Give each cell that is not the exercise's an id of its own, where the notebook's format has ids."""
    taken = {cell.get("id") for cell in cells if id(cell) in exercises}
    has_ids = (notebook.get("nbformat"), notebook.get("nbformat_minor")) >= (4, 5)
    for cell in cells:
        if id(cell) in exercises:
            continue
        if not has_ids:
            cell.pop("id", None)
        elif cell.get("id") is None or cell["id"] in taken:
            cell["id"] = secrets.token_hex(4)
        taken.add(cell.get("id"))


# ---------------------------------------------------------------- files, and what is said


def _keep(path: Path) -> Path:
    """Copy a file to NAME.before, or NAME.before-2 if that is there; return where."""
    copies: Iterator[Path] = (path.with_name(f"{path.name}.before{f'-{n}' if n > 1 else ''}") for n in range(1, 1000))
    kept = next(place for place in copies if not place.exists())
    write_whole(kept, path.read_bytes())
    return kept


def _put_beside(folder: Path, corrected: Path, names: list[str]) -> list[Path]:
    """Write the exercise's files beside the notebook; return where those are kept that were others."""
    kept = []
    for name in names:
        data = corrected.joinpath(name).read_bytes()
        place = folder / name
        if place.is_file() and place.read_bytes() == data:
            continue
        if place.is_file():
            kept.append(_keep(place))
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, data)
    return kept


def _lines(carried: _Carried, exercise: Notebook, kept: list[Path]) -> Iterator[str]:
    own = f", and {carried.own} of your own cells" if carried.own else ""
    yield f"Carried over: {counted(len(carried.answers), 'answer')}{own}."
    for what, ids in (
        ("New in the exercise", carried.new),
        ("The part that is given has changed; look whether your answer still fits", carried.other_skeleton),
        ("Lines that you had added to cells which are not yours to fill in were left", carried.left),
    ):
        if ids:
            yield f"{what}: {'; '.join(cell_title(exercise.cells, cell_id) for cell_id in ids)}."
    if carried.homeless:
        yield f"No place any more, so it stands at the notebook's end, as text: {'; '.join(carried.homeless)}."
    yield f"What you had before: {', '.join(path.name for path in kept)}."
    yield "If the notebook is open, load it from the disk again (JupyterLab: File > Reload Notebook from Disk)."
