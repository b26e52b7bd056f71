"""An exercise as the tests of a student's repository on GitHub: a workflow for Actions, and the older list of tests.

In: the exercise's head, as students have it. Out: the texts of .github/workflows/classroom.yml (GitHub Classroom's own
graders and reporter) and .github/classroom/autograding.json (the form before those, which other classrooms read, too).
One test for each check cell, worth its points: the command that any student can type. Public checks alone: hidden ones
are nowhere in the repository. It does NOT write the files.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from autograder.notebook import Notebook, heading_above

__all__ = ["ClassroomTest", "autograding", "task_tests", "workflow"]

_MINUTES = 10  # for one test
_GRADER = "classroom-resources/autograding-command-grader@v1"
_REPORTER = "classroom-resources/autograding-grading-reporter@v1"


@dataclass(frozen=True, slots=True)
class ClassroomTest:
    """One test: a command that ends with 0 where a task is right, and the points that it gives."""

    name: str
    command: str
    points: int


def task_tests(notebook: Notebook, public: Mapping[str, str]) -> tuple[list[ClassroomTest], int]:
    """Return a test for each check cell with a public check, and how many of their points are one of the exercise's.

    GitHub's graders cut points to whole numbers; where an exercise has quarters, four of GitHub's are one. `public`:
    {check: its check cell}.
    """
    cells = [cell for cell in notebook.check_cells if cell.id in public.values()]
    points = [Fraction(cell.points).limit_denominator(100) for cell in cells]
    factor = math.lcm(*(part.denominator for part in points))
    tests: list[ClassroomTest] = []
    for cell, part in zip(cells, points, strict=True):
        title = heading_above(notebook.cells, cell.id) or cell.id
        name = title if title not in (test.name for test in tests) else f"{title} ({cell.id})"
        command = f"autograder check {notebook.name}.ipynb --task {cell.id}"
        tests.append(ClassroomTest(name, command, int(part * factor)))
    return tests, factor


def workflow(tests: Sequence[ClassroomTest], *, python: str) -> str:
    """Return classroom.yml; `python`: the version to run it with, "3.11"."""
    steps = [_step(number, test) for number, test in enumerate(tests, start=1)]
    results = [
        f'          TASK-{number}_RESULTS: "${{{{steps.task-{number}.outputs.result}}}}"'
        for number in range(1, len(tests) + 1)
    ]
    runners = ",".join(f"task-{number}" for number in range(1, len(tests) + 1))
    return f"""\
name: Autograding Tests
"on":
  - push
  - workflow_dispatch
  - repository_dispatch
permissions:
  checks: write
  actions: read
  contents: read
jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    if: github.actor != 'github-classroom[bot]'
    steps:
      - name: Checkout code
        uses: actions/checkout@v4
      - name: Python
        uses: actions/setup-python@v5
        with:
          python-version: "{python}"
      - name: Install
        run: pip install uv && uv pip install --system --torch-backend cpu -r requirements.txt
{"".join(steps)}\
      - name: Autograding Reporter
        uses: {_REPORTER}
        env:
{chr(10).join(results)}
        with:
          runners: {runners}
"""


def _step(number: int, test: ClassroomTest) -> str:
    """Return a test's step; a text in double quotes is read alike by JSON and YAML."""
    return f"""\
      - name: {json.dumps(test.name)}
        id: task-{number}
        uses: {_GRADER}
        with:
          test-name: {json.dumps(test.name)}
          setup-command: ""
          command: {json.dumps(test.command)}
          timeout: {_MINUTES}
          max-score: {test.points}
"""


def autograding(tests: Sequence[ClassroomTest]) -> str:
    """Return autograding.json."""
    listed = [
        {
            "name": test.name,
            "setup": "",
            "run": test.command,
            "input": "",
            "output": "",
            "comparison": "included",
            "timeout": _MINUTES,
            "points": test.points,
        }
        for test in tests
    ]
    return json.dumps({"tests": listed}, indent=2) + "\n"
