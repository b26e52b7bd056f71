"""Which mutants of the solutions do the checks reject?

In: a source notebook, a grader, mutants. Out: for each mutant whether a check rejects it, and which; what
is wrong with the author's list of equivalent changes. A mutant takes the way of a submission, but without
diagnosis: first with the checks of its own group alone, then, if it survives them, with the whole
notebook. Limits are tight, for a mutant may well run forever: one that meets a limit is rejected.

A survivor is either equivalent (the author lists it, with the reason) or shows a hole in the checks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from autograder.audit.mutants import Mutant, normal_line
from autograder.errors import ReferenceRunError
from autograder.grade import Grader, Reference
from autograder.model import Limits, Status
from autograder.notebook import Cell, Notebook, Submission

__all__ = ["MutantAudit", "MutantsAudit", "kill"]

_MIN_CELL_S, _MIN_WALL_S, _SLACK = 2.0, 5.0, 10  # a mutant may take ten times the solution's time


@dataclass(frozen=True, slots=True)
class MutantAudit:
    """What became of one mutant."""

    cell_id: str
    operator: str
    line: str
    killed: bool
    by: str | None  # a check that rejects it
    equivalent: str | None  # the author's reason why it changes nothing


@dataclass(frozen=True, slots=True)
class MutantsAudit:
    """What became of a notebook's mutants: each is killed, listed as equivalent, or a survivor."""

    mutants: tuple[MutantAudit, ...]
    faults: tuple[str, ...]  # of the author's list of equivalents

    @property
    def made(self) -> int:
        """How many mutants were run."""
        return len(self.mutants)

    @property
    def equivalent(self) -> int:
        """How many the author lists as equivalent."""
        return sum(mutant.equivalent is not None for mutant in self.mutants)

    @property
    def killed(self) -> int:
        """How many mutants a check rejects, those that are listed as equivalent left out."""
        return sum(mutant.killed and mutant.equivalent is None for mutant in self.mutants)

    @property
    def survivors(self) -> tuple[MutantAudit, ...]:
        """Those that neither a check rejects nor the author lists."""
        return tuple(mutant for mutant in self.mutants if not mutant.killed and mutant.equivalent is None)

    @property
    def rate(self) -> float:
        """The share of killed ones among those that are not equivalent; 1 if there are none."""
        counted = self.made - self.equivalent
        return self.killed / counted if counted else 1.0


def kill(
    notebook: Notebook,
    grader: Grader,
    mutants: Sequence[Mutant],
    *,
    jobs: int = 1,
    progress: Callable[[str], None] | None = None,
    sample: int | None = None,
) -> MutantsAudit:
    """Run mutants; ReferenceRunError if the solution itself fails.

    With `sample`, at most that many of those that are not listed as equivalent: always the same ones.
    """
    reference = grader.reference(notebook)
    reasons = _reasons(notebook)
    listed = {id(mutant) for mutant in mutants if (mutant.cell_id, mutant.line) in reasons}
    chosen = mutants
    if sample is not None:
        others = [mutant for mutant in mutants if id(mutant) not in listed]
        drawn = {id(mutant) for mutant in random.Random(notebook.name).sample(others, min(sample, len(others)))}
        chosen = [mutant for mutant in mutants if id(mutant) in listed | drawn]

    def prepare(cell_id: str) -> _Trial:
        """Take the group's checks alone, unless the solution needs more to pass them (hidden ones run last)."""
        solution = notebook.cell(cell_id).source
        short = _Trial(notebook, grader, cell_id, _short(notebook, cell_id), reference)
        if short.rejected_by(solution) is None:
            return short
        whole = replace(short, cells=notebook.cells)
        if (name := whole.rejected_by(solution)) is not None:
            raise ReferenceRunError(
                f"{notebook.assignment}: the solution fails its own check '{name}': no mutant can be judged"
            )
        return whole

    def look(mutant: Mutant) -> MutantAudit:
        trial = trials[mutant.cell_id]
        by = trial.rejected_by(mutant.source)
        if by is None:
            by = replace(trial, cells=notebook.cells, everywhere=True).rejected_by(mutant.source)
        if progress is not None:
            progress(f"{mutant.cell_id}: {mutant.line}")
        reason = reasons.get((mutant.cell_id, mutant.line))
        return MutantAudit(mutant.cell_id, mutant.operator, mutant.line, by is not None, by, reason)

    cell_ids = list(dict.fromkeys(mutant.cell_id for mutant in chosen))
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        trials = dict(zip(cell_ids, pool.map(prepare, cell_ids), strict=True))
        outcomes = tuple(pool.map(look, chosen))
    return MutantsAudit(outcomes, tuple(_faults(notebook, mutants, outcomes)))


@dataclass(frozen=True, slots=True)
class _Trial:
    """How one solution cell's mutants are tried."""

    notebook: Notebook
    grader: Grader
    cell_id: str
    cells: tuple[Cell, ...]  # those that are run
    reference: Reference
    everywhere: bool = False  # whether every check counts, not only the group's

    def rejected_by(self, source: str) -> str | None:
        """Return the first check that this text of the solution cell does not pass, None if it passes all."""
        cells = tuple(replace(cell, source=source) if cell.id == self.cell_id else cell for cell in self.cells)
        tight = replace(self.notebook, limits=_limits(self.notebook.limits, self.reference))
        graded = self.grader.grade_submission(tight, Submission(cells, ""), student="mutant", diagnosed=False)
        group = self.notebook.group(self.cell_id)
        for cell in graded.report.cells:
            for check in cell.checks:
                if (self.everywhere or cell.cell_id in group) and check.status is not Status.PASSED:
                    return check.name
        return None


def _short(notebook: Notebook, cell_id: str) -> tuple[Cell, ...]:
    """Return what the checks of a solution cell's group need: no other check cells, nothing after the last."""
    group = notebook.group(cell_id)
    last = max((number for number, cell in enumerate(notebook.cells) if cell.id in group), default=-1)
    return tuple(cell for cell in notebook.cells[: last + 1] if cell.kind != "check" or cell.id in group)


def _limits(limits: Limits, reference: Reference) -> Limits:
    slowest = max((cell.seconds for cell in reference.run.cells), default=0.0)
    return replace(
        limits,
        cell_s=min(limits.cell_s, max(_MIN_CELL_S, _SLACK * slowest)),
        wall_s=min(limits.wall_s, max(_MIN_WALL_S, _SLACK * reference.run.seconds)),
    )


def _reasons(notebook: Notebook) -> dict[tuple[str, str], str]:
    """Return {(solution cell, changed line): why it changes nothing}."""
    return {
        (equivalent.cell_id, normal_line(line)): equivalent.reason
        for equivalent in notebook.equivalents
        for line in equivalent.lines
    }


def _faults(notebook: Notebook, mutants: Sequence[Mutant], outcomes: Sequence[MutantAudit]) -> list[str]:
    faults = [
        f"cell '{outcome.cell_id}': `{outcome.line}` is listed as equivalent, but killed by '{outcome.by}'"
        for outcome in outcomes
        if outcome.equivalent is not None and outcome.killed
    ]
    known = {(mutant.cell_id, mutant.line) for mutant in mutants}
    return faults + [
        f"cell '{cell_id}': the line `{line}`, listed as equivalent, matches no mutant any more"
        for cell_id, line in _reasons(notebook)
        if (cell_id, line) not in known
    ]
