"""Which mutants of the solutions do the checks reject?

In: a source notebook, a grader, mutants. Out: for each mutant whether a check rejects it, and which; what
is wrong with the author's list of equivalent changes. A mutant takes the way of a submission, but without
diagnosis: first with the checks of its own group alone, then, if it survives them, with the whole
notebook. Limits are tight, for a mutant may well run forever: one that meets a limit is rejected.

A survivor is either equivalent (the author lists it, with the reason) or shows a hole in the checks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from autograder.audit.mutants import Mutant, normal_line
from autograder.errors import ReferenceRunError, ValueCodecError
from autograder.grade import Grader, GradingResult
from autograder.judge import Reference, compared
from autograder.model import Limits, Status
from autograder.notebook import Cell, Notebook, Submission
from autograder.run import Heard, shares
from autograder.wire import values

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
    say = progress or (lambda _: None)
    listed = {id(mutant) for mutant in mutants if (mutant.cell_id, mutant.line) in reasons}
    chosen = mutants
    if sample is not None:
        others = [mutant for mutant in mutants if id(mutant) not in listed]
        drawn = {id(mutant) for mutant in random.Random(notebook.name).sample(others, min(sample, len(others)))}
        chosen = [mutant for mutant in mutants if id(mutant) in listed | drawn]

    trials = {cell_id: _trial(notebook, grader, cell_id) for cell_id in dict.fromkeys(one.cell_id for one in chosen)}
    tight = replace(notebook, limits=_limits(notebook.limits, reference))
    by: dict[Mutant, str | None] = {}

    def rejected(heard: Heard) -> bool:
        """Tell whether the last step's checks have come out wrong already."""
        step = heard.steps[-1] if heard.steps else None
        return step is not None and step.check and _is_wrong(heard, step.location, reference)

    def look(part: Sequence[Mutant]) -> None:
        """Try mutants on the checks of their own groups, then those that survive on all."""
        shorts = [trials[mutant.cell_id].text(mutant.source) for mutant in part]
        for number, graded in grader.grade_several(tight, shorts, diagnosed=False, enough=rejected):
            by[part[number]] = _rejecting(graded, notebook.group(part[number].cell_id))
        survivors = [mutant for mutant in part if by[mutant] is None]
        wholes = [_Trial(notebook.cells, mutant.cell_id).text(mutant.source) for mutant in survivors]
        for number, graded in grader.grade_several(tight, wholes, diagnosed=False, enough=rejected):
            by[survivors[number]] = _rejecting(graded, None)
        for mutant in part:
            say(f"{mutant.cell_id}: {mutant.line}")

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        list(pool.map(look, shares(chosen, jobs)))
    outcomes = tuple(
        MutantAudit(
            mutant.cell_id,
            mutant.operator,
            mutant.line,
            by[mutant] is not None,
            by[mutant],
            reasons.get((mutant.cell_id, mutant.line)),
        )
        for mutant in chosen
    )
    return MutantsAudit(outcomes, tuple(_faults(notebook, mutants, outcomes)))


@dataclass(frozen=True, slots=True)
class _Trial:
    """How one solution cell's mutants are tried."""

    cells: tuple[Cell, ...]  # those that are run
    cell_id: str

    def text(self, source: str) -> Submission:
        """Return the cells with this text of the solution cell."""
        return Submission(
            tuple(replace(cell, source=source) if cell.id == self.cell_id else cell for cell in self.cells), ""
        )


def _trial(notebook: Notebook, grader: Grader, cell_id: str) -> _Trial:
    """Take the group's checks alone, unless the solution needs more to pass them (hidden ones run last)."""
    solution = notebook.cell(cell_id).source
    name = None
    for trial in (_Trial(_short(notebook, cell_id), cell_id), _Trial(notebook.cells, cell_id)):
        graded = grader.grade_submission(notebook, trial.text(solution), student="mutant", diagnosed=False)
        name = _rejecting(graded, notebook.group(cell_id))
        if name is None:
            return trial
    raise ReferenceRunError(
        f"{notebook.assignment}: the solution fails its own check '{name}': no mutant can be judged"
    )


def _is_wrong(heard: Heard, location: str, reference: Reference) -> bool:
    for expected in reference.by_location.get(location, []):
        capture = heard.captures.get(expected.name)
        if capture is None or capture.value is None:
            return True
        if not reference.is_own(expected.name, capture.value):
            try:
                actual = values.decode(capture.value)
            except ValueCodecError:
                return True
            if compared(actual, reference.expected[expected.name], expected) is not None:
                return True
    return False


def _rejecting(graded: GradingResult, group: Collection[str] | None) -> str | None:
    """Return the first check, of these cells or of all, that does not pass; None if all do.

    One that was not run, since another one had rejected the mutant, comes after all others.
    """
    cells = [cell for cell in graded.report.cells if group is None or cell.cell_id in group]
    failed = [check for cell in cells for check in cell.checks if check.status is not Status.PASSED]
    failed.sort(key=lambda check: check.status is Status.MISSING)
    return failed[0].name if failed else None


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
