"""A small course, what students hand in, and a grader that reads instead of running.

Everything is built in memory or in a temporary folder.
"""

from __future__ import annotations

import base64
import json
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from notebooks import cell, notebook

from autograder.course import Course
from autograder.grade import Grader, GradingResult, versions
from autograder.gradebook.configuration import course_directory, load_config
from autograder.judge import Outcomes, Reference
from autograder.model import (
    Capture,
    CellResult,
    CellRun,
    CheckOptions,
    CheckResult,
    Diagnosis,
    Evidence,
    Exit,
    Level,
    Mismatch,
    Output,
    Report,
    Run,
    Status,
)
from autograder.notebook import Notebook, Submission, manual_results, read_submission, skeleton
from autograder.wire import values

ASSIGNMENT = "01-double"
ROOT = Path(__file__).resolve().parents[2]
PNG = base64.b64decode(  # one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SECRETS = ("hidden_input", "misconception", "tripled", "You multiplied", "variant", "x + x", "73")

_DOUBLE = '''def double(x):
    """x -> 2x"""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION'''
_CHECK = """check("double", lambda: double(21))
### BEGIN HIDDEN TESTS
hidden_input = 73
check("double, larger", lambda: double(hidden_input))
### END HIDDEN TESTS"""
# check -> (its cell, hidden, what a right solution contains, the expected value)
_CHECKS = {
    "double": ("check-double", False, "2 * x", 42),
    "total": ("check-total", False, "total = 5", 5),
    "double, larger": ("check-double", True, "2 * x", 146),
}


def source_notebook() -> dict[str, Any]:
    """The exercise that most tests use: two questions, three points."""
    return notebook(
        cell("task", "intro", "# Double\n\nCompute $2x$."),
        cell("setup", "setup", "from autograder import check"),
        cell("solution", "solution-double", _DOUBLE),
        cell("raw", "m", "misconception: tripled\nsays: You multiplied by 3.\n---\nreturn 3 * x"),
        cell("raw", "v", "variant: sum\n---\nreturn x + x"),
        cell("check", "check-double", _CHECK, 2),
        cell("solution", "solution-total", "### BEGIN SOLUTION\ntotal = 5\n### END SOLUTION"),
        cell("check", "check-total", 'check("total", total)', 1),
        rules=[{"name": "torch.mul", "reason": "Multiply by hand."}],
        limits={"wall_s": 30},
        files=["data.txt"],
        margins={"double": "tripled is for the author"},
    )


def submission(double: str, total: str, *extra: dict[str, Any]) -> bytes:
    """What a student hands in."""
    cells = [
        cell("task", "intro", "# Double\n\nCompute $2x$."),
        cell("setup", "setup", "from autograder import check"),
        cell("solution", "solution-double", double),
        *extra,
        cell("check", "check-double", 'check("double", lambda: double(21))', 2),
        cell("solution", "solution-total", total),
        cell("check", "check-total", 'check("total", total)', 1),
    ]
    return json.dumps(notebook(*cells)).encode()


STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
STUB_DOUBLE = '''def double(x):
    """x -> 2x"""
    # YOUR CODE HERE
    raise NotImplementedError()'''
RIGHT = submission("def double(x):\n    return 2 * x", "total = 5")
WRONG = submission("def double(x):\n    return 3 * x", "total = 5")
BLANK = submission(STUB_DOUBLE, STUB)


if TYPE_CHECKING:  # whoever takes a grader takes this one: it has what they ask for, with the same types
    _Base = Grader
else:
    _Base = object


@dataclass
class FakeGrader(_Base):
    """Looks for the right text in the solutions instead of running them; shows what it is told to."""

    outputs: tuple[Output, ...] = (Output("stdout", "hello\n"), Output("png", data=PNG))
    says: str = "Is it twice?"
    asked: list[str] = field(default_factory=list)
    launcher: Any = None

    def grade(self, notebook: Notebook, data: bytes | None, *, student: str, note: str = "") -> GradingResult:
        """Grade a submission as the real one does."""
        self.asked.append(student)
        if data is None:
            empty = replace(skeleton(notebook), sha256="", problems=("No file was handed in.",))
            return GradingResult(self._reported(notebook, empty, student), empty)
        read = read_submission(data, notebook)
        read = replace(read, problems=(*filter(None, [note]), *read.problems))
        cells = tuple(CellRun(one.id, 0.1, None, self.outputs) for one in read.cells if one.is_code)
        run = Run({}, cells, {}, None, Exit("exited", 0), Level.STRONG, "cpu", 0.1)
        return GradingResult(self._reported(notebook, read, student), read, run)

    def _reported(self, notebook: Notebook, read: Submission, student: str) -> Report:
        text = "\n".join(one.source for one in read.cells if one.kind == "solution")
        found = tuple(CellResult(one.id, one.points, tuple(self._checks(one.id, text))) for one in notebook.check_cells)
        evidence = Evidence(
            submission_sha256=read.sha256,
            source_sha256=notebook.sha256,
            versions=versions(),
            device="cpu",
            isolation=Level.STRONG,
            overridden=False,
            seed_id="seed",
            graded_at="2030-01-01",
            seconds=0.1,
        )
        return Report(student, notebook.assignment, notebook.name, found, evidence, read.problems, manual_results(read))

    def _checks(self, cell_id: str, text: str) -> list[CheckResult]:
        results = []
        for name, (location, hidden, wanted, expected) in _CHECKS.items():
            if location == cell_id:
                passed = wanted in text
                mismatch = Mismatch("value", "the value is off", actual="1", expected=str(expected))
                wrong: dict[str, Any] = {"mismatch": mismatch, "diagnosis": Diagnosis(self.says, "author", "tripled")}
                status = Status.PASSED if passed else Status.WRONG
                results.append(CheckResult(name, status, hidden, **({} if passed else wrong)))
        return results

    def reference(self, notebook: Notebook) -> Reference:
        """Return what the solution gives."""
        captures = {
            name: Capture(
                name=name, cell_id=location, location=f"{location}:0", hidden=hidden, variable=False,
                value=values.encode(expected), error=None, options=CheckOptions(),
            )
            for name, (location, hidden, _, expected) in _CHECKS.items()
        }  # fmt: skip
        return Reference(notebook, Run(captures, (), {}, None, Exit("exited", 0), Level.STRONG, "cpu", 0.1))

    def wrong(self, notebook: Notebook, name: str) -> Outcomes:
        """Know no wrong answers."""
        del notebook, name
        return Outcomes()

    def run_misconceptions(self, notebook: Notebook, *, jobs: int) -> None:
        """Run nothing."""


def make_course(root: Path) -> Course:
    """Make a course with one assignment and the project's own nbgrader_config.py."""
    source = root / "source" / ASSIGNMENT
    source.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    source.joinpath("double.ipynb").write_text(json.dumps(source_notebook()), encoding="utf-8")
    source.joinpath("data.txt").write_text("the author's data", encoding="utf-8")
    return Course(root)


def put_into(course: Course, url: str) -> None:
    """Let the course have its gradebook in another database, as an instructor would."""
    with course.root.joinpath("nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nc.CourseDirectory.db_url = {url!r}\n")


def database_of(course: Course) -> str:
    """The address of the course's gradebook."""
    return str(course_directory(load_config(course)).db_url)


def gradebook_of(course: Course) -> Gradebook:
    """The course's gradebook, opened."""
    return Gradebook(database_of(course), "zero-to-hero")


def hand_in(course: Course, student: str, data: bytes | None, *, timestamp: str = "") -> Path:
    """Put a file where nbgrader collects submissions; None: the folder without a notebook."""
    folder = course.folder("submitted") / student / ASSIGNMENT
    folder.mkdir(parents=True)
    if data is not None:
        folder.joinpath("double.ipynb").write_bytes(data)
    if timestamp:
        folder.joinpath("timestamp.txt").write_text(timestamp, encoding="utf-8")
    return folder


def autograded(course: Course, student: str) -> NotebookNode:
    """Read an autograded notebook, which must be a valid one."""
    path = course.folder("autograded") / student / ASSIGNMENT / "double.ipynb"
    found: NotebookNode = nbformat.read(path, as_version=4)
    nbformat.validate(found)
    return found
