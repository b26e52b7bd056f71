"""A submission and a reference go in, a `Report` comes out.

The same `run` gives both: reference = run(solution), answer = run(submission),
verdict = compare(answer, reference). Expected values stay in this process; the child that runs a
student's code gets one only as the answer to a public check of a variable that is already marked.

What a student did wrong becomes data in the report. What the author or the machine got wrong is
raised: ReferenceRunError, IsolationError, RunnerError.
"""

from typing import TYPE_CHECKING

from autograder.late import late

if TYPE_CHECKING:
    from autograder.grade.determined import require_determined
    from autograder.grade.grader import Grader, GradingResult, versions
    from autograder.grade.reference import affected

__all__ = [
    "Grader",
    "GradingResult",
    "affected",
    "require_determined",
    "versions",
]

__getattr__ = late(
    __name__,
    {
        "Grader": "grader",
        "GradingResult": "grader",
        "affected": "reference",
        "require_determined": "determined",
        "versions": "grader",
    },
)  # torch comes with the grader
