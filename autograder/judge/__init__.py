"""The one judge: what a run gave, held against what the solution gave.

In: a `Reference`, a submission, its run, and what is known to go wrong. Out: a `CheckResult` for each check,
with the tutor's sentence. A graded run, `autograder check`, pytest and a student's live session all ask this
room, and so cannot disagree. Does NOT run anything.

    reference.py   the truth of one notebook; one value compared with it
    public.py      the same from expected.safetensors
    known.py       what misconceptions give, one after another
    judging.py     every check's status, and why
    pattern.py     which known misconception fits all of a cell's checks
    code.py        what the student's own functions say of a check that fails
    follow.py      which variables get the right value after their check
"""

from autograder.judge.follow import GivenVariables, NoFollowThrough
from autograder.judge.judging import Judging, OutcomesOf
from autograder.judge.known import Misconceptions
from autograder.judge.public import public_reference, public_wrong, run_of
from autograder.judge.reference import ErrorOutcome, Outcomes, Reference, cell_error, compared

__all__ = [
    "ErrorOutcome",
    "GivenVariables",
    "Judging",
    "Misconceptions",
    "NoFollowThrough",
    "Outcomes",
    "OutcomesOf",
    "Reference",
    "cell_error",
    "compared",
    "public_reference",
    "public_wrong",
    "run_of",
]
