"""Answers that are kept to measure the grader with: right ones and wrong ones, written from the released text alone.

In: a folder with NN-unit/right-NAME.py and NN-unit/wrong-NAME.py, and the notebooks that they answer. Out: `Answer`s;
a CourseError that names file and line where one is not well formed. docs/authoring.md describes the files.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.errors import CourseError
from autograder.files import write_atomically
from autograder.notebook import Notebook, answers

__all__ = ["ANY", "VERDICTS", "Answer", "Told", "read_answers", "write_told"]

ANY: Final = "*"  # in place of checks' names: one of them must fail, perhaps a hidden one
VERDICTS: Final = ("true", "vague", "false", "none")  # what a person finds a sentence to be; none: there is none
_SOURCES: Final = ("author", "code", "numeric")  # of a diagnosis
_SECTION: Final = re.compile(r"# %% (\S+)\s*")
_HEAD: Final = re.compile(r"# (\w+): *(.*?)\s*")
_KEYS: Final = ("because", "fails", "batch", "told")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person has found the first sentence to be, and which sentence that was."""

    verdict: str  # one of VERDICTS
    source: str = ""  # of the diagnosis; "" where there was none
    cause: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.verdict, self.source, self.cause)))


@dataclass(frozen=True, slots=True)
class Answer:
    """One file: what a student could have handed in, and what is known of it."""

    path: Path
    assignment: str
    right: bool
    because: str  # the true cause of a wrong one; what is unusual about a right one
    cells: dict[str, str]  # solution cell -> its whole text; the others hold the author's own solution
    fails: tuple[str, ...] = ()  # of a wrong one: checks that it must fail, or (ANY,)
    batch: int | None = None  # which batch it was written in
    told: Told | None = None

    @property
    def name(self) -> str:
        """Where it lies in the folder of answers: "03-perceptron/wrong-cost.py"."""
        return f"{self.assignment}/{self.path.name}"

    def texts(self, notebook: Notebook) -> dict[str, str]:
        """Return {solution cell: text} of the whole notebook, as a student would have written it."""
        rest = {cell.id: "solution" for cell in notebook.cells if cell.kind == "solution"}
        return {**answers(notebook, rest), **self.cells}


def read_answers(folder: Path, notebook: Notebook, checks: Collection[str]) -> list[Answer]:
    """Return the answers to one notebook, sorted by name; none if its folder is not there.

    `checks`: the names of the notebook's checks. Raises CourseError if a file is not well formed.
    """
    return [_read(path, notebook, checks) for path in sorted((folder / notebook.assignment).glob("*.py"))]


def write_told(answer: Answer, told: Told) -> None:
    """Write what a person has found of the first sentence into the head of an answer's file."""
    lines = answer.path.read_text("utf-8").splitlines(keepends=True)
    head = next(number for number, line in enumerate(lines) if _SECTION.fullmatch(line.rstrip("\n")))
    kept = [line for line in lines[:head] if not line.startswith("# told:")]
    text = "".join([*kept, f"# told: {told}\n", *lines[head:]])
    write_atomically(answer.path, text.encode())


_Head = dict[str, tuple[int, str]]  # key -> line, value


def _read(path: Path, notebook: Notebook, checks: Collection[str]) -> Answer:
    kind = path.name.partition("-")[0]
    if kind not in ("right", "wrong"):
        raise CourseError(f"{path}: an answer's file is named right-NAME.py or wrong-NAME.py")
    head, cells = _parts(path, [cell.id for cell in notebook.cells if cell.kind == "solution"])
    if not cells:
        raise CourseError(f"{path}: no answer: begin a section with '# %% CELL-ID', the cell's whole text below it")
    for cell_id, text in cells.items():
        if not text:
            raise CourseError(f"{path}: the section '{cell_id}' is empty: write the cell's whole text below it")
    if "because" not in head:
        raise CourseError(f"{path}: the head lacks '# because: ...': what is wrong, or unusual, about this answer")
    return Answer(
        path=path,
        assignment=notebook.assignment,
        right=kind == "right",
        because=head["because"][1],
        cells=cells,
        fails=_fails(path, head, checks, right=kind == "right"),
        batch=_batch(path, head),
        told=_told(path, head),
    )


def _parts(path: Path, solutions: Sequence[str]) -> tuple[_Head, dict[str, str]]:
    """Return a file's head, and {solution cell: text}."""
    head: _Head = {}
    cells: dict[str, list[str]] = {}
    section = ""
    for number, line in enumerate(_lines(path), 1):
        where = f"{path}, line {number}"
        begins = _SECTION.fullmatch(line)
        if begins is not None:
            section = begins[1]
            if section not in solutions:
                raise CourseError(f"{where}: no solution cell '{section}'; there are: {', '.join(solutions)}")
            if section in cells:
                raise CourseError(f"{where}: a second section '{section}': keep one")
            cells[section] = []
        elif section:
            cells[section].append(line)
        elif line.strip():
            key, value = _key(line, where)
            if key in head:
                raise CourseError(f"{where}: a second '{key}': keep one")
            head[key] = number, value
    return head, {cell_id: "\n".join(text).strip("\n") for cell_id, text in cells.items()}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: cannot be read as a text ({error})") from error


def _key(line: str, where: str) -> tuple[str, str]:
    found = _HEAD.fullmatch(line)
    if found is None or found[1] not in _KEYS:
        known = ", ".join(f"'# {key}: ...'" for key in _KEYS)
        raise CourseError(f"{where}: before the first section stand only {known}, not: {line.strip()[:60]}")
    if not found[2]:
        raise CourseError(f"{where}: '# {found[1]}:' says nothing")
    return found[1], found[2]


def _fails(path: Path, head: _Head, checks: Collection[str], *, right: bool) -> tuple[str, ...]:
    if "fails" not in head:
        return () if right else (ANY,)
    number, value = head["fails"]
    if right:
        raise CourseError(f"{path}, line {number}: a right answer fails nothing: take the line out")
    names = tuple(name.strip() for name in value.split(";"))
    for name in names:
        if name != ANY and name not in checks:
            raise CourseError(f"{path}, line {number}: no check '{name}'; there are: {', '.join(checks)}")
    return names


def _batch(path: Path, head: _Head) -> int | None:
    number, value = head.get("batch", (0, ""))
    if value and not value.isdecimal():
        raise CourseError(f"{path}, line {number}: a batch is a number, not '{value}'")
    return int(value) if value else None


def _told(path: Path, head: _Head) -> Told | None:
    number, value = head.get("told", (0, ""))
    if not value:
        return None
    verdict, _, diagnosis = value.partition(" ")
    source, _, cause = diagnosis.partition(" ")
    complete = not diagnosis if verdict == "none" else source in _SOURCES and cause
    if verdict not in VERDICTS or not complete:
        raise CourseError(
            f"{path}, line {number}: '# told:' is followed by 'none', or by true, vague or false, then the source "
            f"({' or '.join(_SOURCES)}) and the cause of the diagnosis that was judged; not '{value}'"
        )
    return Told(verdict, source, cause)
