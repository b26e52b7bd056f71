"""What a person is to mark in a submission.

In: a submission. Out: for each manual cell whether there is an answer, and a hash of it: whoever has marked that
answer need not look again. A task's answer is what the student added below it. It does NOT give points.
"""

from __future__ import annotations

import hashlib
import json
from itertools import takewhile

from autograder.model import ManualResult
from autograder.notebook.cells import Submission

__all__ = ["manual_results"]


def manual_results(submission: Submission) -> tuple[ManualResult, ...]:
    """Return what there is to mark, in the notebook's order."""
    cells = submission.cells
    return tuple(
        ManualResult(cell.id, cell.points, *_answer(submission, number))
        for number, cell in enumerate(cells)
        if cell.is_manual
    )


def _answer(submission: Submission, number: int) -> tuple[bool, str]:
    """Return whether there is an answer to the cell of this number, and its hash."""
    cell = submission.cells[number]
    if cell.kind == "manual":
        return cell.id not in submission.unanswered, _sha256([cell.source])
    below = takewhile(lambda other: other.kind in ("extra", "note"), submission.cells[number + 1 :])
    texts = [other.source for other in below]
    return bool(texts), _sha256(texts)


def _sha256(texts: list[str]) -> str:
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()
