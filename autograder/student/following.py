"""Follow-through in a student's session: later cells get the right values of variables that were wrong.

In: captures, and which of the exercise's cells runs. Out: the kernel's namespace, changed while the cell runs and put
back after it, so that what a student looks at is their own. What is right but for rounding is made exact for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.judge import GivenVariables
from autograder.wire import values
from autograder.worker.state import make_exact

if TYPE_CHECKING:
    from autograder.judge import Reference
    from autograder.model import Capture
    from autograder.student.selfcheck import SelfCheck

__all__ = ["Following", "cell_order", "checked_at"]

_ABSENT = object()  # in the place of a variable's value: there is no such variable


def cell_order(reference: Reference, cell_id: str) -> int:
    """Return the place of one of the exercise's cells."""
    return next(number for number, cell in enumerate(reference.notebook.cells) if cell.id == cell_id)


def checked_at(reference: Reference, name: str) -> int:
    """Return the place of a check's cell: after it, the variable of that name may be given."""
    return cell_order(reference, reference.run.captures[name].cell_id)


class Following:
    """The variables of one kernel that have the right value while later cells run."""

    def __init__(self, session: SelfCheck, shell: Any) -> None:
        """Change variables in the shell's namespace; the session knows the right values."""
        self._session, self._shell = session, shell
        self._given: dict[str, Any] = {}  # variable -> the right value
        self._inexact: dict[str, Any] = {}  # variable that is right but for rounding -> the value itself
        self._own: dict[str, Any] = {}  # while a cell runs: what the student has in the place of a given value

    def take(self, capture: Capture) -> None:
        """Take a variable's value at its check: from here on the right one is given if it was wrong."""
        binding = GivenVariables(self._session.reference).replacement(capture)
        if binding is None or not binding.given:
            self._given.pop(capture.name, None)
            self._own.pop(capture.name, None)
            if binding is not None:
                self._inexact[capture.name] = values.decode(binding.data)
        else:
            self.give_now(capture.name)

    def give_now(self, name: str) -> None:
        """Let a variable have the right value for the rest of this cell, and while later cells run."""
        self._given[name] = values.decode(self._session.reference.run.captures[name].value or b"")
        self._substitute(name)

    def give(self, cell_id: str) -> None:
        """Before a cell of the exercise: let it have the right values of variables that were wrong earlier."""
        reference = self._session.reference
        for name in self._given:
            if cell_order(reference, cell_id) > checked_at(reference, name):
                self._substitute(name)

    def is_given_at(self, cell_id: str) -> bool:
        """Tell whether a variable has been given in this cell or one above it."""
        reference = self._session.reference
        return any(cell_order(reference, cell_id) >= checked_at(reference, name) for name in self._given)

    def make_exact(self) -> None:
        """After a statement: take the rounding out of variables that are right."""
        for name, value in self._inexact.items():
            make_exact(self._shell.user_ns, name, value)
        self._inexact.clear()

    def take_back(self) -> None:
        """After a cell: let the student have their own values again, unless the cell has bound the name anew."""
        namespace = self._shell.user_ns
        for name, value in self._own.items():
            if namespace.get(name, _ABSENT) is not self._given.get(name, _ABSENT):
                self._given.pop(name, None)  # bound anew: what comes after uses that
            elif value is _ABSENT:
                del namespace[name]
            else:
                namespace[name] = value
        self._own.clear()

    def forget(self) -> None:
        """Give nothing any more: it is another exercise."""
        self._given.clear()

    def _substitute(self, name: str) -> None:
        namespace = self._shell.user_ns
        self._own.setdefault(name, namespace.get(name, _ABSENT))
        namespace[name] = self._given[name]
