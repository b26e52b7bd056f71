"""A source notebook and a submission, read into plain data.

In: the bytes of a notebook. Out: `Notebook` (what the author wrote: cells, checks, misconceptions,
variants, rules, limits) or `Submission` (the source's cells with a student's code in them, whatever
state the student's file is in), and the `Step`s that a run executes.
Does NOT run anything, and does not know nbgrader: only its metadata's field names.

The format is described in docs/authoring.md.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from autograder.errors import NotebookError
from autograder.model import Limits, Rule, Step

__all__ = [
    "STUB",
    "UNGRADED",
    "Alternative",
    "Cell",
    "Notebook",
    "Submission",
    "answers",
    "blank",
    "marked_by",
    "read_source",
    "read_submission",
    "skeleton",
    "solved",
    "steps",
    "with_alternative",
    "without_hidden",
]

UNGRADED = "ungraded"  # the tag of cells that a graded run leaves out
STUB = "# YOUR CODE HERE\nraise NotImplementedError()"

_BEGIN_SOLUTION, _END_SOLUTION = "BEGIN SOLUTION", "END SOLUTION"
_BEGIN_HIDDEN, _END_HIDDEN = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
_MAX_BYTES = 200 * 2**20  # of a submitted file: students keep pictures in their outputs


@dataclass(frozen=True, slots=True)
class Alternative:
    """Code that an author keeps beside a solution: wrong (misconception) or right (variant)."""

    kind: Literal["misconception", "variant"]
    name: str
    cell_id: str  # of the solution cell that it stands in for
    codes: tuple[str, ...]  # one for each solution region of that cell
    says: str = ""  # a misconception's: the tutor's sentence
    breaks: tuple[str, ...] = ()  # a misconception's: checks that must fail


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `show`: a picture or a reward, which no check needs; `extra`, `note`: a student's own."""

    id: str
    kind: Literal["setup", "show", "task", "solution", "check", "extra", "note"]
    source: str
    points: float = 0.0

    @property
    def is_code(self) -> bool:
        """Whether the cell holds code."""
        return self.kind in ("setup", "show", "solution", "check", "extra")


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

    def cell(self, cell_id: str) -> Cell:
        """Return the cell of this id; KeyError if there is none."""
        for cell in self.cells:
            if cell.id == cell_id:
                return cell
        raise KeyError(cell_id)

    @property
    def check_cells(self) -> tuple[Cell, ...]:
        """The cells that carry points."""
        return tuple(cell for cell in self.cells if cell.kind == "check")

    @property
    def points(self) -> float:
        """The sum of the check cells' points."""
        return sum(cell.points for cell in self.check_cells)

    def group(self, cell_id: str) -> tuple[str, ...]:
        """Return the check cells that mark a solution cell. See `marked_by`."""
        return marked_by(self.cells)[cell_id]


@dataclass(frozen=True, slots=True)
class Submission:
    """The exercise's cells with one student's code in them, in the order in which they run."""

    cells: tuple[Cell, ...]
    sha256: str
    problems: tuple[str, ...] = ()  # what was wrong with the file, for the student
    unanswered: frozenset[str] = field(default_factory=frozenset)  # solution cells left as they were


def marked_by(cells: Sequence[Cell]) -> dict[str, tuple[str, ...]]:
    """Return {cell: the check cells that mark it}: those after it, up to the next solution cell.

    Several solution cells in a row share the check cells that follow the last of them.
    """
    found: dict[str, tuple[str, ...]] = {}
    after: tuple[str, ...] = ()  # the check cells from here to the next solution cell
    below = ""  # kind of the solution or check cell below
    for cell in reversed(cells):
        if cell.kind == "check":
            after = (cell.id, *(after if below == "check" else ()))
            below = "check"
        elif cell.kind == "solution":
            below = "solution"
        found[cell.id] = after
    return found


# ---------------------------------------------------------------- regions of a cell


def _regions(source: str, begin: str, end: str) -> Iterator[tuple[int, int]]:
    """Yield the line numbers (first, last) of the marked regions, markers included."""
    first: int | None = None
    for number, line in enumerate(source.split("\n")):
        if begin in line:
            if first is not None:
                message = f"'{begin}' stands twice before '{end}'"
                raise NotebookError(message)
            first = number
        elif end in line:
            if first is None:
                message = f"'{end}' without '{begin}'"
                raise NotebookError(message)
            yield first, number
            first = None
    if first is not None:
        message = f"'{begin}' without '{end}'"
        raise NotebookError(message)


def _replace_regions(source: str, codes: Sequence[str]) -> str:
    lines, out, position = source.split("\n"), [], 0
    for (first, last), code in zip(_regions(source, _BEGIN_SOLUTION, _END_SOLUTION), codes, strict=True):
        indent = re.match(r"\s*", lines[first]).group()  # type: ignore[union-attr]
        out += lines[position:first]
        out += textwrap.indent(textwrap.dedent(code).strip("\n"), indent).split("\n")
        position = last + 1
    return "\n".join(out + lines[position:])


def blank(source: str) -> str:
    """Return a solution cell's source as the student gets it: each region replaced by the stub.

    A cell without a region is blanked as a whole, as nbgrader does.
    """
    count = len(list(_regions(source, _BEGIN_SOLUTION, _END_SOLUTION)))
    return _replace_regions(source, [STUB] * count) if count else STUB


def without_hidden(source: str) -> str:
    """Return a check cell's source without its hidden cases."""
    return _split_hidden(source, keep_lines=False)[0]


def _split_hidden(source: str, *, keep_lines: bool) -> tuple[str, str]:
    """Return (public, hidden) source; with `keep_lines`, both keep their line numbers."""
    public, hidden, position = [], [], 0
    lines = source.split("\n")
    for first, last in _regions(source, _BEGIN_HIDDEN, _END_HIDDEN):
        public += lines[position:first]
        hidden += [""] * (first - position)
        public += [""] * (last - first + 1 if keep_lines else 0)
        hidden += ["", *lines[first + 1 : last], ""]
        position = last + 1
    return "\n".join(public + lines[position:]), "\n".join(hidden)


# ---------------------------------------------------------------- the author's notebook


def read_source(path: Path, assignment: str | None = None) -> Notebook:
    """Read a source notebook; NotebookError names the file, the cell and the remedy."""
    try:
        data = path.read_bytes()
        raw = json.loads(data)
        cells = list(raw["cells"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path}: not a readable notebook ({type(error).__name__}: {error})"
        raise NotebookError(message) from error
    settings = raw.get("metadata", {}).get("autograder", {})
    try:
        notebook = _parse(cells, settings)
    except NotebookError as error:
        message = f"{path}: {error}"
        raise NotebookError(message) from error
    return replace(
        notebook,
        assignment=assignment or path.parent.name,
        name=path.stem,
        sha256=hashlib.sha256(data).hexdigest(),
        folder=path.parent,
    )


def _parse(raw_cells: Sequence[dict[str, Any]], settings: dict[str, Any]) -> Notebook:
    cells: list[Cell] = []
    alternatives: list[Alternative] = []
    for number, raw in enumerate(raw_cells):
        source = _text(raw.get("source"))
        where = f"cell {number + 1} ({source.strip().splitlines()[0][:40] if source.strip() else 'empty'})"
        try:
            if raw.get("cell_type") == "raw":
                alternatives.append(_alternative(source, cells))
            else:
                cells.append(_author_cell(raw, source))
        except NotebookError as error:
            message = f"{where}: {error}"
            raise NotebookError(message) from error
    _reject_duplicates("cell id", [cell.id for cell in cells])
    _reject_duplicates("misconception or variant", [other.name for other in alternatives])
    if not any(cell.kind == "check" for cell in cells):
        message = "no check cell: nothing to grade. Mark one as 'Autograder tests'."
        raise NotebookError(message)
    return Notebook(
        assignment="",
        name="",
        cells=tuple(cells),
        alternatives=tuple(alternatives),
        rules=_rules(settings),
        limits=_limits(settings),
        sha256="",
    )


def _author_cell(raw: dict[str, Any], source: str) -> Cell:
    meta = raw.get("metadata", {}).get("nbgrader", {})
    cell_id = meta.get("grade_id") or raw.get("id")
    if not cell_id:
        message = "no nbgrader grade_id. Open the Create Assignment panel and give it one."
        raise NotebookError(message)
    solution, grade = bool(meta.get("solution")), bool(meta.get("grade"))
    if raw.get("cell_type") == "markdown":
        if solution or grade:
            message = "a graded markdown cell: answers in prose are not supported here"
            raise NotebookError(message)
        return Cell(cell_id, "task", source)
    if solution and grade:
        message = "both solution and check. Use one cell for the answer and one for its checks."
        raise NotebookError(message)
    if solution:
        blank(source)  # its markers are well formed
        return Cell(cell_id, "solution", source)
    if list(_regions(source, _BEGIN_SOLUTION, _END_SOLUTION)):
        message = "a solution region in a cell that is not a solution cell"
        raise NotebookError(message)
    if grade:
        for part in _split_hidden(source, keep_lines=True):
            _statements(part)
        points = float(meta.get("points", 0))
        return Cell(cell_id, "check", source, points)
    return Cell(cell_id, "show" if UNGRADED in raw.get("metadata", {}).get("tags", []) else "setup", source)


_HEADER = re.compile(r"(misconception|variant|says|breaks):[ \t]*(.*)")


def _alternative(source: str, before: Sequence[Cell]) -> Alternative:
    header, *codes = re.split(r"(?m)^---[ \t]*$\n?", source)
    found: dict[str, str] = {}
    last = ""
    for line in header.splitlines():
        match = _HEADER.match(line)
        if match:
            last = match[1]
            found[last] = match[2].strip()
        elif line.strip() and last and line[:1].isspace():
            found[last] += " " + line.strip()
        elif line.strip():
            message = f"unknown header line {line.strip()!r}; expected misconception:, variant:, says:, breaks:"
            raise NotebookError(message)
    kinds = [kind for kind in ("misconception", "variant") if kind in found]
    if len(kinds) != 1 or not found[kinds[0]]:
        message = "a raw cell begins with 'misconception: NAME' or 'variant: NAME'"
        raise NotebookError(message)
    if kinds == ["misconception"] and not found.get("says"):
        message = f"misconception {found['misconception']!r} has no 'says:' (what a tutor says to it)"
        raise NotebookError(message)
    solutions = [cell for cell in before if cell.kind == "solution"]
    if not solutions:
        message = "a misconception or variant before any solution cell"
        raise NotebookError(message)
    regions = len(list(_regions(solutions[-1].source, _BEGIN_SOLUTION, _END_SOLUTION)))
    if len(codes) != regions:
        message = f"{len(codes)} code parts for {regions} solution regions of cell '{solutions[-1].id}'"
        raise NotebookError(message)
    return Alternative(
        kind="misconception" if "misconception" in found else "variant",
        name=found[kinds[0]],
        cell_id=solutions[-1].id,
        codes=tuple(codes),
        says=found.get("says", ""),
        breaks=tuple(name.strip() for name in found.get("breaks", "").split(";") if name.strip()),
    )


def _reject_duplicates(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            message = f"{what} {name!r} is used twice; each must be unique"
            raise NotebookError(message)
        seen.add(name)


def _rules(settings: dict[str, Any]) -> tuple[Rule, ...]:
    try:
        return tuple(Rule(str(rule["name"]), str(rule["reason"])) for rule in settings.get("rules", []))
    except (KeyError, TypeError) as error:
        message = "metadata.autograder.rules: each rule needs a name and a reason"
        raise NotebookError(message) from error


def _limits(settings: dict[str, Any]) -> Limits:
    given = settings.get("limits", {})
    known = {item.name: str(item.type) for item in fields(Limits)}
    for name, value in given.items():
        if name not in known or isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            message = f"metadata.autograder.limits.{name}: unknown, or not a positive number; known: {', '.join(known)}"
            raise NotebookError(message)
    numbers: dict[str, Any] = {
        name: int(value) if known[name] == "int" else float(value) for name, value in given.items()
    }
    return Limits(**numbers)


# ---------------------------------------------------------------- answers


def solved(notebook: Notebook) -> Submission:
    """Return the author's own solution as a submission."""
    return Submission(notebook.cells, notebook.sha256)


def skeleton(notebook: Notebook) -> Submission:
    """Return what a student starts from, as a submission."""
    cells = tuple(
        replace(cell, source=blank(cell.source)) if cell.kind == "solution" else cell for cell in notebook.cells
    )
    return Submission(
        cells, notebook.sha256, unanswered=frozenset(cell.id for cell in cells if cell.kind == "solution")
    )


def with_alternative(notebook: Notebook, *alternatives: Alternative) -> Submission:
    """Return the solution with misconceptions or variants in the place of its own code."""
    codes = {other.cell_id: other.codes for other in alternatives}
    cells = tuple(
        replace(cell, source=_replace_regions(cell.source, codes[cell.id])) if cell.id in codes else cell
        for cell in notebook.cells
    )
    text = json.dumps([cell.source for cell in cells])
    return Submission(cells, hashlib.sha256(text.encode()).hexdigest())


def answers(notebook: Notebook, chosen: Mapping[str, Alternative | str]) -> dict[str, str]:
    """Return {solution cell: text as a student would have written it}, without an author's marks.

    For each cell: an alternative, "solution", or "blank".
    """
    found = {}
    for cell_id, one in chosen.items():
        source = notebook.cell(cell_id).source
        if isinstance(one, Alternative):
            found[cell_id] = _replace_regions(source, one.codes)
        elif one == "blank":
            found[cell_id] = blank(source)
        else:
            lines = source.split("\n")
            found[cell_id] = "\n".join(
                line for line in lines if _BEGIN_SOLUTION not in line and _END_SOLUTION not in line
            )
    return found


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
        source = _text(raw.get("source", raw.get("input")))
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


def _text(source: object) -> str:
    """Return a cell's source as text with unix line ends: a string, or a list of lines."""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


# ---------------------------------------------------------------- what a run executes


def steps(cells: Iterable[Cell], *, graded: bool = True) -> list[Step]:
    """Return what a worker runs, in order: every code cell, check cells statement by statement.

    A graded run leaves out the cells that only show something.

    Hidden cases come last: whatever a student's code sees of them, no output follows that a student
    will read.
    """
    public: list[Step] = []
    hidden: list[Step] = []
    for cell in cells:
        if cell.kind == "check":
            shown, secret = _split_hidden(cell.source, keep_lines=True)
            public += _check_steps(cell, shown, hidden=False)
            hidden += _check_steps(cell, secret, hidden=True)
        elif cell.is_code and not (graded and cell.kind == "show"):
            public.append(Step(cell.id, cell.source, student=cell.kind in ("solution", "extra")))
    return public + hidden


def _check_steps(cell: Cell, source: str, *, hidden: bool) -> list[Step]:
    return [
        Step(cell.id, part, check=True, hidden=hidden, number=number) for number, part in enumerate(_statements(source))
    ]


def _statements(source: str) -> list[str]:
    """Cut a check cell after each top-level statement that calls `check(...)`, keeping line numbers."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        message = f"a check cell must be plain Python: {error.msg} (line {error.lineno})"
        raise NotebookError(message) from error
    lines = source.split("\n")
    parts: list[str] = []
    first: int | None = None
    for statement in tree.body:
        decorators = [node.lineno for node in getattr(statement, "decorator_list", [])]
        first = min([statement.lineno, *decorators]) if first is None else first
        if _calls_check(statement) or statement is tree.body[-1]:
            parts.append("\n" * (first - 1) + "\n".join(lines[first - 1 : statement.end_lineno]))
            first = None
    return parts


def _calls_check(statement: ast.stmt) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "check"
        for node in ast.walk(statement)
    )
