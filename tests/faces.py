"""One student's file on every face: the live session, `autograder check`, pytest, and the grader.

In: the bytes of a notebook, and the exercise's release. Out: for each face the same plain structure: problems,
and of every public check its status and all that is said of it; so that a test can compare them word for word.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.isolation import Launcher
from autograder.judge.expected import FILE_NAME
from autograder.model import Report, Step
from autograder.notebook import UNGRADED, Notebook
from autograder.report import from_json
from autograder.run import Job, run_steps

__all__ = ["Face", "Silent", "face", "live_report"]

_TELL = """
import json as _json
from autograder.report import to_json as _to_json
from autograder import check as _check
print("REPORT", _json.dumps(_to_json(_check.session.report())))
"""


@dataclass(frozen=True)
class Face:
    """What one face says of one submission's public checks."""

    problems: tuple[str, ...]
    checks: dict[str, tuple[Any, ...]]  # name -> status, reason, message, sentence, remark
    points: dict[str, float]  # check cell -> the points of its public checks
    manual: tuple[tuple[str, float], ...] = ()  # the cells that a person marks, and their points


def face(report: Report) -> Face:
    """Return what a report says, its hidden checks left out."""
    checks, points = {}, {}
    for cell in report.cells:
        public = [check for check in cell.checks if not check.hidden]
        for check in public:
            mismatch, diagnosis = check.mismatch, check.diagnosis
            checks[check.name] = (
                check.status.value,
                check.reason,
                mismatch.message if mismatch else None,
                (mismatch.actual, mismatch.expected, mismatch.index) if mismatch else None,
                (diagnosis.source, diagnosis.text) if diagnosis else None,
                check.remark,
            )
        weights = sum(check.weight for check in public)
        passed = sum(check.weight for check in public if check.status == "passed")
        points[cell.cell_id] = cell.points * passed / weights if weights else 0.0
    return Face(report.problems, checks, points, tuple((one.cell_id, one.points) for one in report.manual))


def live_report(data: bytes, released: Path, launcher: Launcher, notebook: Notebook) -> Report:
    """Run a student's code cells one after another in an IPython shell, as "Run All" would, and ask for its report."""
    raw = json.loads(data)
    steps = [
        Step(f"{number}", "".join(cell["source"]))
        for number, cell in enumerate(raw["cells"])
        if cell["cell_type"] == "code" and UNGRADED not in cell["metadata"].get("tags", [])
    ]
    job = Job(
        steps=[*steps, Step("tell", _TELL)],
        limits=notebook.limits,
        seed=lambda case, **_: len(case),
        follow_through=Silent(),
        files={FILE_NAME: (released / FILE_NAME).read_bytes()},
        mode="session",
    )
    run = run_steps(job, launcher)
    for output in run.cells[-1].outputs:
        for line in output.text.splitlines():
            if line.startswith("REPORT "):
                return from_json(json.loads(line.removeprefix("REPORT ")))
    raise AssertionError(run.cells[-1], run.stop)


class Silent:
    """A session asks the grader nothing."""

    undo = False

    def accepts(self, location: str, name: str) -> bool:
        return False

    def replacement(self, capture: object) -> None:
        return None

    def may_change(self, location: str) -> tuple[str, ...]:
        return ()

    def unseen_variables(self, location: str, seen: object) -> dict[str, bytes]:
        return {}
