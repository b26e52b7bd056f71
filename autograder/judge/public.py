"""The truth that a student has: the file beside a released notebook, as a `Reference`.

In: an `ExpectedValues`. Out: the reference and the known wrong answers that the grader would have from a run
of the solution on the public seeds, without its hidden cases. A session, `autograder check` and pytest judge
with these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from autograder.judge.expected import ExpectedValues
from autograder.judge.reference import ErrorOutcome, Outcomes, Reference
from autograder.model import Capture, CellRun, Exit, Level, Run, TraceLine
from autograder.wire import values

__all__ = ["public_reference", "public_wrong", "run_of"]


def public_reference(expected: ExpectedValues) -> Reference:
    """Return what the solution gives on the public seeds."""
    captures = {
        one.name: Capture(
            one.name, one.cell_id, one.location, hidden=False, variable=one.variable,
            value=values.encode(one.value), error=None, options=one.options,
        )
        for one in expected.checks.values()
    }  # fmt: skip
    return Reference(expected.notebook, run_of(captures, changed=expected.changed), partial(dict, expected.variables))


def run_of(
    captures: Mapping[str, Capture],
    cells: Sequence[CellRun] = (),
    errors: Mapping[str, str] | None = None,
    changed: Mapping[str, tuple[str, ...]] | None = None,
    after_given: Sequence[str] = (),
    *,
    traces: Mapping[str, tuple[TraceLine, ...]] | None = None,
) -> Run:
    """Return what a student's own session has seen as a `Run`."""
    return Run(
        dict(captures), tuple(cells), dict(errors or {}), None, Exit("exited", 0), Level.NONE, "cpu", 0.0,
        changed or {}, tuple(after_given), traces=traces or {},
    )  # fmt: skip


def public_wrong(expected: ExpectedValues, name: str) -> Outcomes:
    """Return what is known to go wrong at one check."""
    check = expected.checks.get(name)
    known = check.wrong if check is not None else ()
    errors = [
        ErrorOutcome(one.name, one.says, one.error, one.cell_id, one.cell_error)
        for one in known
        if one.error is not None
    ]
    return Outcomes(errors=errors, prints=[one for one in known if one.print])
