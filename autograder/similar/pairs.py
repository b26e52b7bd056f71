"""A class's cells -> the pairs of students whose answers share most of what is their own.

In: an exercise and each student's submission. Out: pairs, most alike first, with the lines that are alike. Taken out
before: whatever the exercise's own text holds (skeleton, solution, variants, misconceptions, setup and check cells),
and what more than a few students share. So what remains is what few wrote, and the share is of that. It does NOT say
why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from autograder.notebook import Cell, Notebook, Submission, answers, cell_title
from autograder.report import Pair, Side
from autograder.similar.tokens import runs

__all__ = ["LEAST", "similar_pairs"]

LEAST = 40  # shared runs of a pair that is shown: some fifty tokens, or five lines, in a row
_FEW = 3  # students who share a run that is still somebody's own; in a large class, a tenth of it
_MOST = 50  # pairs
_AT_ONCE = 10_000  # runs that are counted at a time: 20 MB for 500 students


def similar_pairs(
    notebook: Notebook,
    submissions: Mapping[str, Submission],
    *,
    teams: Mapping[str, str] | None = None,
    most: int = _MOST,
) -> list[Pair]:
    """Return at most `most` pairs of students, those that share the largest part first.

    `teams`: {student: team}; two of one team are no pair.
    """
    authored = {run for text in _authored(notebook) for run, _, _ in runs(text)}
    cells = {student: _own_cells(submission) for student, submission in submissions.items()}
    written = {
        student: {run for cell in own_cells for run, _, _ in runs(cell.source)} - authored
        for student, own_cells in cells.items()
    }
    counts = Counter(run for student_runs in written.values() for run in student_runs)
    few = max(_FEW, len(submissions) // 10)
    own = [{run for run in student_runs if counts[run] <= few} for student_runs in written.values()]
    students = list(written)
    team_of = [(teams or {}).get(student, "") for student in students]
    shared = _shared(own, [run for run, count in counts.items() if 2 <= count <= few])
    alike = [
        (shared[i, j] / min(len(own[i]), len(own[j])), int(shared[i, j]), i, j)
        for i, j in np.argwhere(np.triu(shared, 1) >= LEAST)
        if not team_of[i] or team_of[i] != team_of[j]
    ]
    alike.sort(key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]))
    return [
        Pair(
            float(share),
            count,
            *(
                _side(_name(students[k], team_of[k]), submissions[students[k]], cells[students[k]], own[i] & own[j])
                for k in (i, j)
            ),
        )
        for share, count, i, j in alike[:most]
    ]


def _authored(notebook: Notebook) -> Iterator[str]:
    """Yield every text that the exercise's author wrote."""
    for cell in notebook.cells:
        if cell.is_code:
            yield from (cell.source, cell.released)
        if cell.kind == "solution":
            yield from answers(notebook, {cell.id: "solution"}).values()
    for alternative in notebook.alternatives:
        yield from answers(notebook, {alternative.cell_id: alternative}).values()


def _own_cells(submission: Submission) -> list[Cell]:
    return [
        cell
        for cell in submission.cells
        if cell.kind == "extra" or (cell.kind == "solution" and cell.id not in submission.unanswered)
    ]


def _shared(own: list[set[int]], candidates: list[int]) -> NDArray[np.float32]:
    """Return how many of the candidate runs each two students share: (students, students)."""
    total = np.zeros((len(own), len(own)), np.float32)
    waiting = iter(candidates)
    while chunk := list(islice(waiting, _AT_ONCE)):
        column = {run: number for number, run in enumerate(chunk)}
        has = np.zeros((len(own), len(chunk)), np.float32)
        for row, student_runs in enumerate(own):
            has[row, [column[run] for run in student_runs & column.keys()]] = 1
        total += has @ has.T
    return total


def _name(student: str, team: str) -> str:
    return f"{student} (team {team})" if team else student


def _side(student: str, submission: Submission, cells: list[Cell], alike: Collection[int]) -> Side:
    """Return one student's cells that have lines alike, with those marked."""
    shown = []
    for cell in cells:
        marked = {line for run, first, last in runs(cell.source) if run in alike for line in range(first, last + 1)}
        if marked:
            lines = enumerate(cell.source.splitlines(), start=1)
            title = cell_title(submission.cells, cell.id)
            shown.append((title, tuple((text, number in marked) for number, text in lines)))
    return Side(student, tuple(shown))
