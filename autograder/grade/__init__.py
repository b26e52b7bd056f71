"""A submission and a reference go in, a `Report` comes out.

The same `run` gives both: reference = run(solution), answer = run(submission),
verdict = compare(answer, reference). Expected values stay in this process; the child that runs a
student's code gets one only as the answer to a public check of a variable that is already marked.

What a student did wrong becomes data in the report. What the author or the machine got wrong is
raised: ReferenceRunError, IsolationError, RunnerError.
"""

from autograder.grade.determined import require_determined
from autograder.grade.grader import Grader, GradingResult, versions
from autograder.grade.reference import affected
from autograder.judge import ErrorOutcome, Outcomes, Reference, compared

__all__ = [
    "ErrorOutcome",
    "Grader",
    "GradingResult",
    "Outcomes",
    "Reference",
    "affected",
    "compared",
    "require_determined",
    "versions",
]
