"""What a student has run in this session: the cells, which of the exercise's they are, and how they ended.

In: the texts of cells as they are run, and what a front end calls them. Out: the submission that they make, put
together as the grader puts a file together, so that rules and problems are the same ones. IPython's numbers and
the notebook's file play no part: a cell that was changed but not run does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.model import CellRun, TraceLine
from autograder.notebook import (
    STUB,
    Cell,
    Notebook,
    Submission,
    assembled,
    edited_cells,
    lines_not_run,
    marked_by,
    names_of,
)

__all__ = ["Entry", "Journal"]

_CALL = re.compile(r"\bcheck\(\s*(['\"])(.*?)\1")


@dataclass(slots=True)
class Entry:
    """One cell, as it was run last."""

    text: str
    cell: Cell | None = None  # of the exercise; None: the student's own
    error: str | None = None
    trace: tuple[TraceLine, ...] = ()  # of that error


class Journal:
    """The cells that were run: each as it was run last, in the order in which they were run first."""

    def __init__(self, notebook: Notebook, variables: Mapping[str, str]) -> None:
        """Know the exercise, and which variable is checked in which check cell."""
        self._notebook = notebook
        self._solutions = _by_variable(notebook, variables)
        self._entries: dict[str, Entry] = {}
        self._told: set[tuple[str, str]] = set()  # edited cells that the student has been told of
        self._last: Cell | None = None  # of the exercise's cells, the one that was run last
        self._named = False  # whether the front end calls the cells as the exercise does

    def add(self, cell_id: str | None, text: str) -> Entry:
        """Take in a cell that is run now; the same cell's earlier text counts no more."""
        cell = self._which(cell_id, text)
        key = cell.id if cell is not None else f"own {cell_id or text}"
        if cell is None and cell_id is None:
            self._forget(names_of(text).bound)
        entry = self._entries[key] = Entry(text, cell)  # where it stood, if it was run before
        self._last = cell or self._last
        return entry

    def _forget(self, names: frozenset[str]) -> None:
        """Drop own cells without a name that only bind what is now bound anew: they were changed, and run again."""
        for key, entry in list(self._entries.items()):
            bound = names_of(entry.text).bound
            if entry.cell is None and key == f"own {entry.text}" and bound and bound <= names:
                del self._entries[key]

    def was_run(self, cell_ids: tuple[str, ...]) -> bool:
        """Tell whether one of these cells has been run."""
        return any(cell_id in self._entries for cell_id in cell_ids)

    def submission(self) -> Submission:
        """Return the exercise with what was run in its cells; what was not run is as it was handed out."""
        texts: dict[str, str] = {}
        extras: dict[str, list[Cell]] = {}
        previous = ""
        for name, entry in self._under_names():
            if entry.cell is not None:
                previous = name
                texts[previous] = entry.text
            else:
                extras.setdefault(previous, []).append(Cell(name, "extra", entry.text))
        submission = assembled(self._notebook, texts, extras)
        return replace(submission, problems=tuple(edited_cells(self._notebook, texts)))

    def cell_runs(self) -> tuple[CellRun, ...]:
        """Return how the cells ended, under the names that they have in `submission`."""
        return tuple(CellRun(name, 0.0, entry.error) for name, entry in self._under_names())

    def cell_of(self, text: str) -> str | None:
        """Return the name, as in `submission`, of the cell that was run last with this text; None if there is none."""
        names = [name for name, entry in self._under_names() if entry.text.strip() == text.strip()]
        return names[-1] if names else None

    def traces(self) -> dict[str, tuple[TraceLine, ...]]:
        """Return where the cells' exceptions came from, by the cells' names in `submission`."""
        return {name: entry.trace for name, entry in self._under_names() if entry.trace}

    def _under_names(self) -> Iterator[tuple[str, Entry]]:
        """Give the cells with the names that they have in `submission`."""
        for number, entry in enumerate(self._entries.values()):
            yield entry.cell.id if entry.cell is not None else f"extra-{number}", entry

    def new_problems(self) -> list[str]:
        """Return what is to be said of cells that were changed and run, each once."""
        problems: list[str] = []
        for entry in self._entries.values():
            cell = entry.cell
            if cell is None or cell.is_answer or (cell.id, entry.text) in self._told:
                continue
            self._told.add((cell.id, entry.text))
            problems += edited_cells(self._notebook, {cell.id: entry.text})
        return problems

    def _which(self, cell_id: str | None, text: str) -> Cell | None:
        """Return the exercise's cell: by the name that the front end gives it, else by its text."""
        code = [cell for cell in self._notebook.cells if cell.is_code]
        cell_named = next((cell for cell in code if cell.id == cell_id), None)
        if cell_named is not None or (self._named and cell_id is not None):
            self._named = True
            return cell_named
        bare = _bare(text)
        locked = [cell for cell in code if not cell.is_answer]
        return (
            next((cell for cell in locked if _bare(cell.released) == bare), None)
            or next((cell for cell in locked if _is_like(cell, text)), None)
            or next((cell for cell in code if cell.is_answer and _has_head(cell, text)), None)
            or self._next_of([cell for cell in code if cell.is_answer and _bare(cell.released) == bare])
            or self._next_of([cell for name in names_of(text).bound for cell in self._solutions.get(name, [])])
        )

    def _next_of(self, group: Sequence[Cell]) -> Cell | None:
        """Return, of the cells that it may be, the one that comes next in the exercise."""
        order = [cell.id for cell in self._notebook.cells]
        last_position = order.index(self._last.id) if self._last is not None else -1
        positions = sorted({order.index(cell.id) for cell in group})
        if not positions:
            return None
        following = next((position for position in positions if position > last_position), positions[-1])
        return self._notebook.cells[following]


def _by_variable(notebook: Notebook, variables: Mapping[str, str]) -> dict[str, list[Cell]]:
    """Return {variable: the solution cells that may make it}: those that its check cell marks."""
    marks = marked_by(notebook.cells)
    solutions = [cell for cell in notebook.cells if cell.kind == "solution"]
    return {
        name: [cell for cell in solutions if check_cell in marks[cell.id]] for name, check_cell in variables.items()
    }


def _bare(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _is_like(cell: Cell, text: str) -> bool:
    """Tell whether a text is a locked cell with something added: most of its lines, or its checks."""
    ours = _bare(cell.released)
    if cell.kind == "check":
        names = {call[1] for call in _CALL.findall(cell.released)}
        return bool(names & {call[1] for call in _CALL.findall(text)}) and _calls_check_at_top(text)
    theirs = set(_bare(text))
    kept_lines = sum(line in theirs for line in ours)
    return len(ours) > 1 and 2 * kept_lines >= len(ours) and len(lines_not_run(cell, text)) <= len(ours)


def _calls_check_at_top(text: str) -> bool:
    return bool(re.search(r"(?m)^check\(", text))


def _has_head(cell: Cell, text: str) -> bool:
    """Tell whether a text begins as an answer's cell does: its "def softmax(x):" and the like."""
    head = next((line.strip() for line in cell.released.split("\n") if line.strip()), "")
    return bool(head) and head not in STUB and not head.startswith("#") and head in _bare(text)
