"""Every misconception must be rejected, every variant accepted.

In: a source notebook with its alternatives, and a grader. Out: for each alternative which checks
failed, and what is wrong with that. The alternatives take the same way as submissions: isolated run,
follow-through, comparison, diagnosis; only the checks that they can reach are run (`reach.py`).

An audit finds fault with
- a misconception that one of the checks it must break lets pass, or that no check of its group rejects;
- a misconception that fails a check of another task that it does not name (follow-through leaks);
- a misconception whose own sentence no failed check shows;
- a variant that a check rejects;
- a skeleton that passes a check without a student's work;
- a check that no misconception breaks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from autograder.audit.reach import reached
from autograder.grade import Grader, GradingResult, affected
from autograder.judge import Reference
from autograder.model import CheckResult, Status
from autograder.notebook import Alternative, Notebook, skeleton, solved, with_alternative
from autograder.run import shares

__all__ = ["AlternativeAudit", "try_alternatives", "try_some"]


@dataclass(frozen=True, slots=True)
class AlternativeAudit:
    """What one misconception or variant did."""

    kind: str
    name: str
    cell_id: str
    failed: tuple[str, ...]  # checks that did not pass
    diagnosed: tuple[str, ...]  # of these, those that show this misconception's own sentence
    faults: tuple[str, ...]


def try_alternatives(
    notebook: Notebook, grader: Grader, *, jobs: int = 1, progress: Callable[[str], None] | None = None
) -> tuple[tuple[AlternativeAudit, ...], tuple[str, ...]]:
    """Run all alternatives of a notebook: what each did, and what is wrong with the notebook as a whole.

    ReferenceRunError if its solution itself fails.
    """
    reference = grader.reference(notebook)
    alternatives = try_some(notebook, grader, notebook.alternatives, jobs=jobs, progress=progress)
    return alternatives, tuple(_faults(notebook, grader, reference, alternatives))


def try_some(
    notebook: Notebook,
    grader: Grader,
    chosen: Sequence[Alternative],
    *,
    jobs: int = 1,
    progress: Callable[[str], None] | None = None,
) -> tuple[AlternativeAudit, ...]:
    """Run some of a notebook's alternatives, each with the checks that it can reach: what each did."""
    reference = grader.reference(notebook)
    reaches = {other.name: _reached(notebook, reference, other) for other in chosen}
    looked: dict[str, AlternativeAudit] = {}

    def look(part: Sequence[Alternative]) -> None:
        for other, graded in _graded(notebook, grader, part, reaches):
            looked[other.name] = _look(notebook, reference, other, graded, reaches[other.name])
            if progress is not None:
                progress(f"{notebook.assignment} {other.name}")

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        list(pool.map(look, shares(chosen, jobs)))
    return tuple(looked[other.name] for other in chosen)


def _graded(
    notebook: Notebook, grader: Grader, part: Sequence[Alternative], reaches: Mapping[str, Collection[str]]
) -> Iterator[tuple[Alternative, GradingResult]]:
    reference = grader.reference(notebook)
    others = []
    for other in part:
        if other.kind == "misconception" and reaches[other.name] == _cells(
            reference, affected(notebook, reference, other)
        ):
            run = grader.misconception_run(notebook, other)  # which the grader has for its diagnoses
            yield other, grader.judge(notebook, with_alternative(notebook, other), run)
        else:
            others.append(other)
    texts = [with_alternative(notebook, other) for other in others]
    for number, graded in grader.grade_several(notebook, texts, checks=[reaches[other.name] for other in others]):
        yield others[number], graded


def _reached(notebook: Notebook, reference: Reference, other: Alternative) -> frozenset[str]:
    named = {name for name in other.breaks if name in reference.run.captures}
    return reached(notebook, other) | _cells(reference, named)


def _cells(reference: Reference, checks: Collection[str]) -> frozenset[str]:
    return frozenset(reference.run.captures[name].cell_id for name in checks)


def _results(graded: GradingResult) -> dict[str, tuple[str, CheckResult]]:
    return {check.name: (cell.cell_id, check) for cell in graded.report.cells for check in cell.checks}


def _look(
    notebook: Notebook, reference: Reference, other: Alternative, graded: GradingResult, ran: Collection[str]
) -> AlternativeAudit:
    """Say what an alternative did at the checks of the cells that were run."""
    results = {name: (cell_id, check) for name, (cell_id, check) in _results(graded).items() if cell_id in ran}
    failed = [name for name, (_, check) in results.items() if check.status is not Status.PASSED]
    diagnosed = [
        name
        for name in failed
        if (diagnosis := results[name][1].diagnosis) is not None and diagnosis.text == other.says
    ]
    if other.kind == "variant":
        faults = [f"rejected by '{name}': {_why(results[name][1])}" for name in failed]
    else:
        faults = list(_misconception_faults(notebook, reference, other, failed, diagnosed))
    return AlternativeAudit(other.kind, other.name, other.cell_id, tuple(failed), tuple(diagnosed), tuple(faults))


def _misconception_faults(
    notebook: Notebook, reference: Reference, other: Alternative, failed: list[str], diagnosed: list[str]
) -> Iterator[str]:
    known = reference.run.captures
    group = notebook.group(other.cell_id)
    for name in other.breaks:
        if name not in known:
            yield f"'breaks:' names an unknown check '{name}'"
        elif name not in failed:
            yield f"survives '{name}'"
    if not other.breaks and not any(known[name].cell_id in group for name in failed):
        yield f"survives every check of {', '.join(group) or 'its group'}"
    for name in failed:
        if name not in other.breaks and known[name].cell_id not in group:
            yield f"also fails '{name}' of cell '{known[name].cell_id}', which 'breaks:' does not name"
    if failed and not diagnosed:
        yield "no failed check shows its sentence"


def _why(check: CheckResult) -> str:
    if check.mismatch is not None:
        return check.mismatch.message
    return check.reason or str(check.status)


def _faults(
    notebook: Notebook, grader: Grader, reference: Reference, alternatives: tuple[AlternativeAudit, ...]
) -> Iterator[str]:
    again = _results(grader.grade_submission(notebook, solved(notebook), student="solution"))
    for name, (_, check) in again.items():
        if check.status is not Status.PASSED:
            yield f"the solution fails its own check '{name}': {_why(check)}"
    blank = _results(grader.grade_submission(notebook, skeleton(notebook), student="skeleton"))
    for name, (_, check) in blank.items():
        if check.status is Status.PASSED:
            yield f"the untouched skeleton passes '{name}'"
    broken = {name for audited in alternatives if audited.kind == "misconception" for name in audited.failed}
    for name in reference.run.captures:
        if name not in broken:
            yield f"no misconception breaks '{name}'"
