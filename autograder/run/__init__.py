"""One run of one notebook: steps go in, a `Run` comes out.

In: steps, a launcher (which gives a child process), limits, and the two things that a run may ask
for: seeds and the grader's answers. Out: what was captured, what each cell showed, how it ended.
Does NOT compare or score, and does not know what isolates the child.
"""

from typing import TYPE_CHECKING

from autograder.late import late

if TYPE_CHECKING:
    from autograder.run.branches import run_branches, shares
    from autograder.run.heard import Heard
    from autograder.run.job import FollowThrough, Job
    from autograder.run.steps import run_steps

__all__ = ["FollowThrough", "Heard", "Job", "run_branches", "run_steps", "shares"]

__getattr__ = late(
    __name__,
    {
        "FollowThrough": "job",
        "Heard": "heard",
        "Job": "job",
        "run_branches": "branches",
        "run_steps": "steps",
        "shares": "branches",
    },
)  # torch comes with the conversation
