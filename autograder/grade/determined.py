"""Whether what a solution gives depends on anything that nobody has set.

In: a notebook, its grader, and the same grader on another process. Out: nothing, or a ReferenceRunError that names
the check, what it depends on, and the remedy. A graded run seeds every global generator and has one thread, so there
such a notebook looks sound; a student's own session does not, and a right answer would be called wrong. It does NOT
look for what depends on the machine, and a difference that the check's tolerance allows is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from autograder.errors import ReferenceRunError
from autograder.grade.grader import Grader
from autograder.judge import Reference, compared
from autograder.model import Numerics
from autograder.notebook import Notebook
from autograder.wire import values

__all__ = ["require_determined"]


@dataclass(frozen=True, slots=True)
class _Cause:
    """One thing that a run may differ in."""

    what: str
    remedy: str
    numerics: Numerics


_CAUSES: Final = (
    _Cause(
        "torch's global random numbers",
        "give the generator: generator=check.generator('...')",
        Numerics(global_seeds=(1, 0, 0)),
    ),
    _Cause(
        "numpy's global random numbers",
        "use np.random.default_rng(check.generator('...').initial_seed())",
        Numerics(global_seeds=(0, 1, 0)),
    ),
    _Cause(
        "the global random numbers of Python's random",
        "use random.Random(check.generator('...').initial_seed())",
        Numerics(global_seeds=(0, 0, 1)),
    ),
    _Cause("the number of threads", "make its sums shorter, or its data float64", Numerics(threads=2)),
)
_HASHES: Final = "the order of a set, or another hash: sort it, sorted(...)"
_EACH_RUN: Final = "something that is another in each run: the time, the name of a file, an object's id?"
_ALL_AT_ONCE: Final = Numerics(threads=2, global_seeds=(1, 1, 1)), Numerics(global_seeds=(2, 2, 2))


def require_determined(notebook: Notebook, grader: Grader, elsewhere: Grader) -> None:
    """Run the solution with other global seeds, threads and hashes; ReferenceRunError if a check's value differs.

    `elsewhere`: the same grader on a process of its own (`Grader.on`): Python orders sets by hashes that are drawn when
    a process starts. (Two processes may give a set of two the same order; another build draws anew.) Two runs, if all
    is well.
    """
    reference = grader.reference(notebook)
    for numerics in _ALL_AT_ONCE:
        difference = _difference(reference, elsewhere, numerics)
        if difference:
            raise ReferenceRunError(
                f"{notebook.assignment}/{notebook.name}: {_explained(difference, reference, elsewhere)}"
            )


def _explained(difference: str, reference: Reference, elsewhere: Grader) -> str:
    """Say what the difference that was found comes from, by changing one thing at a time."""
    unchanged = _difference(reference, elsewhere, Numerics())
    if unchanged:  # it is not the process's own: Python's hashes; or that of each run
        again = _difference(elsewhere.reference(reference.notebook), elsewhere, Numerics())
        return f"{again} depends on {_EACH_RUN}" if again else f"{unchanged} depends on {_HASHES}"
    for cause in _CAUSES:
        alone = _difference(reference, elsewhere, cause.numerics)
        if alone:
            return f"{alone} depends on {cause.what}: {cause.remedy}"
    return f"{difference} depends on {_EACH_RUN}"


def _difference(reference: Reference, grader: Grader, numerics: Numerics) -> str:
    """Return which checks differ where the solution is run in another way, in words; "" if none does."""
    try:
        varied = grader.variation(0, numerics).reference(reference.notebook)
    except ReferenceRunError as error:
        return f"whether the solution runs ({error})"
    names = [f"'{name}'" for name in _differing(reference, varied)]
    rest = f" (and {len(names) - 1} more: {', '.join(names[1:4])}{', ..' * (len(names) > 4)})" if names[1:] else ""
    return f"the check {names[0]}{rest}" if names else ""


def _differing(reference: Reference, varied: Reference) -> Iterator[str]:
    ours, theirs = reference.run.captures, varied.run.captures
    for name, capture in ours.items():
        if name not in theirs or theirs[name].options != capture.options:
            yield name
        elif not reference.is_own(name, theirs[name].value or b""):
            value = values.decode(theirs[name].value or b"")
            if compared(value, reference.expected[name], capture) is not None:
                yield name
    yield from (name for name in theirs if name not in ours)
