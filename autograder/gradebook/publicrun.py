"""An author's notebook, run on the public seeds: what its release and its solution hold.

In: a source notebook and a grader on public seeds. Out: the expected values of the public checks, for
expected.safetensors; and what each cell of the solution shows in a student's session, where `check`
compares and draws its table. It does NOT write into the course.
"""

from __future__ import annotations

import functools
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import ReferenceRunError
from autograder.judge.expected import (
    FILE_NAME,
    ExpectedCheck,
    ExpectedValues,
    StoredOutcome,
    known_wrong,
    write_expected,
)
from autograder.model import CellRun, Step
from autograder.notebook import Notebook, files_beside, without_hidden
from autograder.run import Job, run_steps

if TYPE_CHECKING:
    from autograder.grade import Grader

__all__ = ["expected_file", "session_cells"]


def expected_file(grader: Grader, notebook: Notebook) -> bytes:
    """Return the contents of expected.safetensors: public checks only."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        write_expected(path, _expected_values(grader, notebook))
        return _in_order(path.read_bytes())


def _in_order(data: bytes) -> bytes:
    """Return a safetensors file with its header sorted: safetensors itself orders metadata by chance.

    The layout: 8 bytes with the header's length, the header (JSON, padded with spaces), the tensors.
    """
    size = int.from_bytes(data[:8], "little")
    header = json.dumps(json.loads(data[8 : 8 + size]), sort_keys=True, separators=(",", ":")).encode()
    header += b" " * (-len(header) % 8)
    return len(header).to_bytes(8, "little") + header + data[8 + size :]


def _expected_values(grader: Grader, notebook: Notebook) -> ExpectedValues:
    reference = grader.reference(notebook)
    public = [capture for capture in reference.run.captures.values() if not capture.hidden]
    grader.run_misconceptions(notebook, jobs=os.cpu_count() or 1)
    checks: dict[str, ExpectedCheck] = {}
    for capture in public:
        value = reference.expected[capture.name]
        wrong = grader.wrong(notebook, capture.name)
        errors = [
            StoredOutcome(
                outcome.name, outcome.says, error=outcome.error, cell_id=outcome.cell_id, cell_error=outcome.cell_error
            )
            for outcome in wrong.errors
        ]
        checks[capture.name] = ExpectedCheck(
            name=capture.name,
            cell_id=capture.cell_id,
            location=capture.location,
            variable=capture.variable,
            options=capture.options,
            value=value,
            wrong=known_wrong(wrong.values, errors, value),
        )
    locations = {capture.location for capture in public}
    changed = {location: names for location, names in reference.run.changed.items() if location in locations}
    return ExpectedValues(notebook, checks, reference.variables, changed)


def session_cells(grader: Grader, notebook: Notebook) -> tuple[CellRun, ...]:
    """Run the solution as a student would; ReferenceRunError if a cell of it fails there."""
    files = {FILE_NAME: expected_file(grader, notebook), **files_beside(notebook)}
    steps = [Step(cell.id, without_hidden(cell.source)) for cell in notebook.cells if cell.is_code]
    job = Job(
        steps=steps,
        limits=notebook.limits,
        seed=functools.partial(grader.seed, notebook.assignment),
        follow_through=_NoFollowThrough(),
        files=files,
        mode="session",
    )
    run = run_steps(job, grader.launcher)
    failed = next((f"{cell.cell_id}: {cell.error}" for cell in run.cells if cell.error), run.stop)
    if failed is not None:
        raise ReferenceRunError(
            f"{notebook.assignment}/{notebook.name}: the solution fails in a student's session at {failed}"
        )
    return run.cells


class _NoFollowThrough:
    """A session asks the grader nothing: its checks compare with the file."""

    undo = False

    def accepts(self, location: str, name: str) -> bool:
        del location, name
        return False

    def replacement(self, capture: object) -> None:
        del capture

    def may_change(self, location: str) -> tuple[str, ...]:
        del location
        return ()

    def unseen_variables(self, location: str, seen: object) -> dict[str, bytes]:
        del location, seen
        return {}
