"""What a notebook is, once read: frozen data.

`Notebook` is what an author wrote, `Submission` what a student handed in, put into the author's cells.
Nothing is read or run here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from autograder.model import Limits, Rule, Void

__all__ = [
    "UNGRADED",
    "Alternative",
    "Cell",
    "Criterion",
    "Equivalent",
    "Hints",
    "Notebook",
    "Rubric",
    "Submission",
    "marked_by",
    "rule_json",
]

UNGRADED = "ungraded"  # the tag of cells that a graded run leaves out


_COMPILER = re.compile(r"\btorch\.(optim|func|compile|utils\.checkpoint)\b|\boptim\.")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Code that an author keeps beside a solution: wrong (misconception) or right (variant)."""

    kind: Literal["misconception", "variant"]
    name: str
    cell_id: str  # of the solution cell that it stands in for
    codes: tuple[str, ...]  # one for each solution region of that cell
    says: str = ""  # a misconception's: the tutor's sentence
    breaks: tuple[str, ...] = ()  # a misconception's: checks that must fail
    shows: tuple[str, ...] = ()  # a misconception's: what numbers or code alone say of it, and truly


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Small changes of a solution that an author knows to change nothing, and why."""

    cell_id: str  # of the solution cell
    reason: str
    lines: tuple[str, ...]  # the changed statements, as the audit prints them


@dataclass(frozen=True, slots=True)
class Hints:
    """What a student who is stuck may ask for, one after the other: from a question to nearly the answer."""

    cell_id: str  # of the solution cell
    checks: tuple[str, ...]  # that they are about; none: every check that marks the cell
    texts: tuple[str, ...]  # one to three


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a rubric: what is looked at, and what each number of points is given for, most points first."""

    name: str
    levels: tuple[tuple[float, str], ...]

    @property
    def points(self) -> float:
        """The points of its best level."""
        return self.levels[0][0]


@dataclass(frozen=True, slots=True)
class Rubric:
    """How a person is to mark a cell."""

    cell_id: str
    criteria: tuple[Criterion, ...]
    comments: tuple[str, ...] = ()  # that graders can use again
    shown: bool = False  # to students, in the task's text


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `show`: a picture or a reward, which no check needs; `extra`, `note`: a student's own.

    `manual`: an answer, in prose or code, that a person marks. A `task` that has points is one that a person marks by
    what a student adds below it.
    """

    id: str
    kind: Literal["setup", "show", "task", "solution", "manual", "check", "extra", "note"]
    source: str
    points: float = 0.0
    released: str = ""  # the exercise's own cells: their text as students get it
    unread: tuple[str, ...] = ()  # a solution cell's: arguments that the author's code, or a variant, ignores, "f.x"
    prose: bool = False  # a manual cell's: the answer is text, not code

    @property
    def is_code(self) -> bool:
        """Whether the cell holds code."""
        return self.kind in ("setup", "show", "solution", "check", "extra") or (
            self.kind == "manual" and not self.prose
        )

    @property
    def is_answer(self) -> bool:
        """Whether it is a cell of the exercise that students fill in."""
        return self.kind in ("solution", "manual")

    @property
    def is_student_code(self) -> bool:
        """Whether the code in it is a student's: an answer, or a cell of their own."""
        return self.is_code and (self.is_answer or self.kind == "extra")

    @property
    def is_manual(self) -> bool:
        """Whether a person marks it: an answer, or a task by what stands below it."""
        return self.kind == "manual" or (self.kind == "task" and self.points > 0)


@dataclass(frozen=True, slots=True)
class Notebook:
    """What an author wrote. `cells` holds no raw cells: those are the `alternatives`."""

    assignment: str
    name: str
    cells: tuple[Cell, ...]
    alternatives: tuple[Alternative, ...]
    rules: tuple[Rule, ...]
    limits: Limits
    sha256: str
    folder: Path | None = None  # where the files lie that the notebook reads
    equivalents: tuple[Equivalent, ...] = ()
    close: Mapping[str, str] = field(default_factory=dict)  # checks that may have a small margin -> why
    files: tuple[str, ...] = ()  # what travels with it: paths relative to its folder
    hints: tuple[Hints, ...] = ()
    rubrics: tuple[Rubric, ...] = ()
    void: Mapping[str, Void] = field(default_factory=dict)  # checks whose status does not count
    was: Mapping[str, str] = field(default_factory=dict)  # cells that had another id in an earlier build -> that id

    def cell(self, cell_id: str) -> Cell:
        """Return the cell of this id; KeyError if there is none."""
        for cell in self.cells:
            if cell.id == cell_id:
                return cell
        raise KeyError(cell_id)

    @property
    def check_cells(self) -> tuple[Cell, ...]:
        """The cells that the grader gives points for."""
        return tuple(cell for cell in self.cells if cell.kind == "check")

    @property
    def manual_cells(self) -> tuple[Cell, ...]:
        """The cells that a person marks; their points are no part of `points`."""
        return tuple(cell for cell in self.cells if cell.is_manual)

    @property
    def uses_compiler(self) -> bool:
        """Whether the author's code has what imports torch's compiler when it is first used, a second's work."""
        return any(cell.is_code and _COMPILER.search(cell.source) is not None for cell in self.cells)

    @property
    def points(self) -> float:
        """The sum of the check cells' points."""
        return sum(cell.points for cell in self.check_cells)

    @property
    def build(self) -> str:
        """A name of what students get: it changes with a released cell, its points, a rule, a limit or a file."""
        released = [(cell.id, cell.kind, cell.released, cell.points) for cell in self.cells]
        text = json.dumps([released, [rule_json(rule) for rule in self.rules], asdict(self.limits), self.files])
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def group(self, cell_id: str) -> tuple[str, ...]:
        """Return the check cells that mark a solution cell. See `marked_by`."""
        return marked_by(self.cells)[cell_id]


@dataclass(frozen=True, slots=True)
class Submission:
    """The exercise's cells with one student's code in them, in the order in which they run."""

    cells: tuple[Cell, ...]
    sha256: str
    problems: tuple[str, ...] = ()  # what was wrong with the file, for the student
    unanswered: frozenset[str] = field(default_factory=frozenset)  # answers left as they were
    foreign: str = ""  # the exercise that the file seems to be of, if that is another one


def rule_json(rule: Rule) -> dict[str, Any]:
    """Return a rule as JSON values; where it is named only if its author says so, for a release's name hangs on it."""
    return {key: value for key, value in asdict(rule).items() if key != "named_in" or value}


def marked_by(cells: Sequence[Cell]) -> dict[str, tuple[str, ...]]:
    """Return {cell: the check cells that mark it}: those after it, up to the next solution cell.

    Several solution cells in a row share the check cells that follow the last of them.
    """
    marks: dict[str, tuple[str, ...]] = {}
    after: tuple[str, ...] = ()  # the check cells from here to the next solution cell
    below = ""  # kind of the solution or check cell below
    for cell in reversed(cells):
        if cell.kind == "check":
            after = (cell.id, *(after if below == "check" else ()))
            below = "check"
        elif cell.kind == "solution":
            below = "solution"
        marks[cell.id] = after
    return marks
