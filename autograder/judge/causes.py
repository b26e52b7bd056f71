"""Why a check raised, for who has only seen the check: the cell that had stopped before, or was never run.

In: an exception's text, the submission's cells in the order in which they ran, what each of them raised. Out:
sentences that name a cell as a student sees it, and how a graded run differs (`hints`). It does NOT judge.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from autograder.judge.exceptions import hint
from autograder.notebook import Cell, Names, cell_title, marked_by, names_of, task_label, without_hidden

__all__ = ["NOT_FILLED_IN", "cause", "comes_first", "first", "not_filled_in", "stopped_before"]

NOT_FILLED_IN = "Not filled in yet"  # so begins the reason of a check whose answer, or what it needs, is not there
_NAME = re.compile(r"NameError: name '(\w+)' is not defined")
_OTHER_KIND = ("AttributeError", "TypeError")
_KEEPING = ("", "%%time", "%%capture", "%%prun")  # cell magics that leave the cell's names behind
_LONGEST = 300  # characters of another cell's exception
_STEPS = 4  # from one NameError to the next
_STUB = re.compile(r"(?m)^[ \t]*raise NotImplementedError\b")


def cause(error: str, at: str, cells: Sequence[Cell], errors: Mapping[str, str]) -> str:
    """Return what explains an exception, each sentence on a new line; "" if nothing is known.

    `error`: the exception's text; `at`: the id of the cell in which it was raised; `cells`: the submission's, in
    their order; `errors`: {id of a cell: what it raised}.
    """
    if not any(cell.id == at for cell in cells):
        return _line(hint(error))
    return _Told(cells, errors, marked_by(cells)).of(error, at, _STEPS)


def stopped_before(error: str, at: str, cells: Sequence[Cell], errors: Mapping[str, str]) -> str:
    """Return the id of the cell whose exception is behind this one: a NameError's cell that had stopped; else `at`."""
    if not any(cell.id == at for cell in cells):
        return at
    told = _Told(cells, errors, marked_by(cells))
    for _ in range(_STEPS):
        named = _NAME.match(error)
        stopped = told.stopped(named[1], _index(cells, at)) if named is not None else None
        if stopped is None:
            break
        at, error = stopped.id, errors[stopped.id]
    return at


def comes_first(error: str, cells: Sequence[Cell], makers: Mapping[str, Sequence[Cell]]) -> str:
    """Say which task has to be filled in before this one, if an exception shows that; else "".

    `error`: that of the cell that had stopped first; `makers`: {name: the untouched solution cells that would make it}.
    """
    named = _NAME.match(error)
    return first(named[1], makers[named[1]][0], cells) if named is not None and makers.get(named[1]) else ""


def first(name: str, cell: Cell, cells: Sequence[Cell]) -> str:
    """Say that what an untouched cell makes has to be there before."""
    what = f"`{name}` ({task_label(cells, cell.id)})" if name else task_label(cells, cell.id)
    return f"{NOT_FILLED_IN}: {what} comes first."


def not_filled_in(name: str, at: str, cells: Sequence[Cell], unanswered: Collection[str]) -> str:
    """Say of a check that met `raise NotImplementedError()`, or an untouched cell, what is missing.

    `name`: the check's; `at`: its cell; `unanswered`: ids of the solution cells that were left as handed out.
    """
    marks = marked_by(cells)
    solutions = [cell for cell in cells if cell.kind == "solution" and at in marks[cell.id]]
    for cell in solutions:
        if cell.id not in unanswered and _STUB.search(cell.source):
            where = cell_title(cells, cell.id)
            return (
                f"Your code meets a `raise NotImplementedError()` that is still in {where}. "
                "Delete that line, or fill in what is missing there."
            )
    below = cells[_index(cells, at) + 1 :] if any(cell.id == at for cell in cells) else ()
    late = next((cell for cell in below if cell.kind == "extra" and name in names_of(cell.source).bound), None)
    return f"{NOT_FILLED_IN}.{_line(_below(cells, late.id, name)) if late is not None else ''}"


@dataclass(frozen=True, slots=True)
class _Told:
    """One submission's cells, and what is told of them."""

    cells: Sequence[Cell]
    errors: Mapping[str, str]
    marks: Mapping[str, tuple[str, ...]]

    def of(self, error: str, at: str, steps: int) -> str:
        """Explain an exception that the cell `at` has raised; at most so many cells are named."""
        here = _index(self.cells, at)
        named = _NAME.match(error)
        if named is None:
            return _line(hint(error)) or _line(self._given_another_value(error, here))
        name = named[1]
        stopped = self.stopped(name, here) if steps else None
        if stopped is not None:
            said = self.errors[stopped.id]
            shown = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"
            more = self.of(said, stopped.id, steps - 1)
            return f"\n{self._title(stopped)} had stopped before: {shown}{more}"
        return _line(self._lost(name, here))

    def stopped(self, name: str, here: int) -> Cell | None:
        """Return the cell that would have bound the name, had it not raised before."""
        before = [cell for cell in self.cells[:here] if cell.id in self.errors and cell.kind != "check"]
        found = [(cell, names_of(cell.source)) for cell in reversed(before)]
        certain = [cell for cell, names in found if names.is_python and name in names.bound]
        likely = [cell for cell, names in found if name in names.bound or names.star]
        if certain or likely:
            return (certain or likely)[0]
        at = self.cells[here].id  # bound in a way that the text does not show: a cell that this check marks
        return next((cell for cell in before if at in self.marks.get(cell.id, ()) and cell.kind == "solution"), None)

    def _lost(self, name: str, here: int) -> str:
        """Say why a name is not there though no cell that would bind it has raised anything."""
        before = [cell for cell in self.cells[:here] if _may_bind(cell)]
        for cell in reversed(before):
            names = names_of(cell.source)
            if _binds(cell, name) and names.magic not in _KEEPING:
                return f"{self._title(cell)} begins with `{names.magic}`, which keeps none of its names."
            if name in names.deleted:
                return f"{self._title(cell)} deletes '{name}'."
            if names.reset and any(name in names_of(one.source).bound for one in before):
                return f"{self._title(cell)} runs %reset, which deletes every name, the exercise's too."
        below = next((cell for cell in self.cells[here + 1 :] if _may_bind(cell) and _binds(cell, name)), None)
        if below is not None:
            return _below(self.cells, below.id, name)
        if self._nowhere(name, here):
            return (
                f"No cell that was run defines '{name}'. If you had it in a cell that you deleted since, or in one of "
                "the exercise's own cells (those run as they were handed out), write it into a cell of yours."
            )
        return ""

    def _nowhere(self, name: str, here: int) -> bool:
        """Tell whether a name is the student's own, and nothing binds it."""
        at = self.cells[here]
        if at.kind == "check" and name in _public(at).read:
            return False  # the exercise asks for it
        found = [names_of(cell.source) for cell in self.cells if _may_bind(cell)]
        return not any(names.star or name in names.bound for names in found)

    def _title(self, cell: Cell) -> str:
        return _begun(cell_title(self.cells, cell.id))

    def _given_another_value(self, error: str, here: int) -> str:
        """Name the student's cell that gave a name of the setup's another value, where one has the wrong type."""
        if not error.startswith(_OTHER_KIND):
            return ""
        read = _public(self.cells[here]).read
        given = {name for cell in self.cells[:here] if cell.kind == "setup" for name in names_of(cell.source).bound}
        for cell in reversed(self.cells[:here]):
            changed = sorted(names_of(cell.source).bound & given & read) if cell.is_student_code else []
            if changed:
                which = " and ".join(f"'{name}'" for name in changed[:3])
                return f"{self._title(cell)} has given {which}, which the setup cell defines, another value."
        return ""


def _public(cell: Cell) -> Names:
    return names_of(without_hidden(cell.source) if cell.kind == "check" else cell.source)


def _may_bind(cell: Cell) -> bool:
    return cell.is_code and cell.kind not in ("check", "show")


def _binds(cell: Cell, name: str) -> bool:
    names = names_of(cell.source)
    return names.is_python and name in names.bound


def _below(cells: Sequence[Cell], cell_id: str, name: str) -> str:
    title = _begun(cell_title(cells, cell_id))
    return f"{title} defines '{name}', but too far below: a graded run goes once from top to bottom."


def _index(cells: Sequence[Cell], cell_id: str) -> int:
    return next(number for number, cell in enumerate(cells) if cell.id == cell_id)


def _begun(title: str) -> str:
    return title[:1].upper() + title[1:]


def _line(text: str) -> str:
    return f"\n{text}" if text else ""
