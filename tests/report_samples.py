"""Reports for the tests of autograder.report: one of everything, and a small class."""

import hashlib
import json
import random
from collections.abc import Sequence

from autograder.model import (
    CellResult,
    CheckResult,
    Diagnosis,
    Evidence,
    Level,
    ManualResult,
    Mismatch,
    Report,
    Status,
)
from autograder.report import Entry, Grades

MISMATCH = Mismatch(
    kind="value",
    message="12 of 2048 elements differ, the largest difference is 3.1e-2 at [3, 0] (allowed 1.2e-6)",
    count=12,
    total=2048,
    worst_abs=0.031,
    worst_rel=0.12,
    index="[3, 0]",
    actual="0.31",
    expected="0.279",
    bound=1.2e-6,
)
COLUMNS = Diagnosis("Your columns sum to 1, not your rows.", "author", "normalised over the columns")
FACTOR = Diagnosis("Your values are 1/n of what they should be.", "numeric", "factor 1/n", 0.9)


def evidence(of: str = "", *, overridden: bool = False, isolation: Level = Level.STRONG) -> Evidence:
    """Return the evidence of some grade; `of`: a student whose notebook nobody else has."""
    return Evidence(
        submission_sha256=hashlib.sha256(ascii(of).encode()).hexdigest() if of else "9f86d081884c7d659a2feaa0c55ad015",
        source_sha256="2c26b46b68ffc68ff99b453c1d304134",
        versions={"autograder": "0.1.0", "torch": "2.13.0"},
        device="cpu",
        isolation=isolation,
        overridden=overridden,
        seed_id="b94d27b9934d3e08a52e52d7da7dabfa",
        graded_at="2026-03-02T09:30:00Z",
        seconds=1.25,
        flags=("deterministic",),
    )


def check(name: str = "probs", status: Status = Status.PASSED, **fields: object) -> CheckResult:
    """Return a check's result; passed unless said otherwise."""
    return CheckResult(name, status, **fields)  # type: ignore[arg-type]


def of(student: str, assignment: str, *checks: CheckResult, points: float = 4, **fields: object) -> Report:
    """Return the report of a notebook with one check cell."""
    cells = (CellResult("check-one", points, checks),)
    given = {"evidence": evidence(student), **fields}
    return Report(student, assignment, "notebook", cells, **given)  # type: ignore[arg-type]


def entered(reports: Sequence[Report], *others: Entry, students: Sequence[str] = ()) -> Grades:
    """Return a gradebook with the reports' scores as automatic ones; `others` take the place of those."""
    made = {(one.student, one.assignment): Entry(one.student, one.assignment, one.score) for one in reports}
    made |= {(one.student, one.assignment): one for one in others}
    names = sorted({*students, *(student for student, _ in made)})
    return Grades(
        tuple(names), {one.assignment: one.points for one in sorted(reports, key=lambda r: r.assignment)}, made
    )


def one_of_everything() -> Report:
    """Return a report with every status, public and hidden, with and without a diagnosis."""
    first = (
        check("counts"),
        check("probs", Status.WRONG, mismatch=MISMATCH, diagnosis=COLUMNS),
        check("loss, large logits", Status.RAISED, reason="ValueError: too large"),
        check("dlogits", Status.MISSING, reason="the notebook stopped before this cell"),
        check("attention", Status.FORBIDDEN, reason="tiktoken: build it yourself"),
    )
    second = (
        check("counts, hidden", hidden=True),
        check("probs, one row", Status.WRONG, hidden=True, mismatch=MISMATCH, diagnosis=FACTOR, weight=2),
        check("loss, one row", Status.RAISED, hidden=True, reason="KeyError: 42"),
    )
    return Report(
        student="ada",
        assignment="03-softmax",
        notebook="softmax",
        cells=(CellResult("check-softmax", 5, first), CellResult("check-hidden", 2, second)),
        evidence=evidence(),
        problems=("Cell check-extra was deleted: it counts as not answered.",),
        manual=(ManualResult("explain", 2, answered=True, sha256="2cf24dba"), ManualResult("plan", 1.5, False, "")),
    )


def made_up_class(students: int, assignments: int, *, tasks: int = 8, seed: int = 1) -> tuple[Grades, list[Report]]:
    """Return the gradebook and the reports of a class: abilities differ, mistakes are shared, some are unexplained."""
    rng = random.Random(seed)
    names = [f"student-{number:03}" for number in range(students)]
    abilities = {name: rng.betavariate(4, 2) for name in names}
    reports = []
    for number in range(1, assignments + 1):
        for name in names:
            if rng.random() < 0.04:
                continue
            ability = abilities[name] * (0.3 if rng.random() < 0.02 else 1)
            cells = tuple(_made_up_cell(f"check-task-{task}", ability - 0.06 * task, rng) for task in range(tasks))
            stop = ("The notebook ran for more than 60 s and was stopped.",) if rng.random() < 0.02 else ()
            reports.append(Report(name, f"{number:02}-exercise", "notebook", cells, evidence(name), stop))
    return entered(reports, students=names), reports


def _made_up_cell(cell_id: str, ability: float, rng: random.Random) -> CellResult:
    names = [(f"{cell_id[6:]} value", False), (f"{cell_id[6:]} gradient", False), (f"{cell_id[6:]} hidden", True)]
    if rng.random() < ability + 0.2:
        return CellResult(cell_id, 2, tuple(check(name, hidden=hidden) for name, hidden in names))
    mistake = rng.randrange(6)
    cause = Diagnosis(
        f"A tutor's sentence about mistake {mistake} of {cell_id}, with a question?", "author", f"{mistake}"
    )
    results = []
    for name, hidden in names:
        if mistake == 0:
            results.append(check(name, Status.MISSING, hidden=hidden, reason="Not filled in yet."))
        elif mistake == 1:
            results.append(check(name, Status.RAISED, hidden=hidden, reason="ValueError: the shapes do not fit."))
        elif mistake == 2:
            print_ = json.dumps({"hash": f"{cell_id} {name} {rng.choice((1, 1, 1, rng.random()))}"})
            results.append(check(name, Status.WRONG, hidden=hidden, mismatch=MISMATCH, fingerprint=print_))
        else:
            results.append(check(name, Status.WRONG, hidden=hidden, mismatch=MISMATCH, diagnosis=cause))
    return CellResult(cell_id, 2, tuple(results))
