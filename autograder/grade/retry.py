"""Which runs are made once more: those whose end says more of the machine than of the submission.

In: a run. Out: what its end means for its grade. Where a run was killed, the grader makes it once more at once; one
that is still lost after that gives no grade at all (batch.py); one that was cut short gives a grade, is not kept, and
is made anew by the next grading (gradebook/unchanged.py).
"""

from __future__ import annotations

import signal

from autograder.model import Run

__all__ = ["cut_short", "killed", "lost"]


def cut_short(run: Run) -> bool:
    """Tell whether the machine's time, or somebody who killed it, ended this run: another one may come further."""
    return run.stop is not None and run.exit.reason in ("wall", "setup", "killed", "stopped")


def lost(run: Run) -> bool:
    """Tell whether it ended in a way that no submission can bring about: its supervisor failed or was killed."""
    end = run.exit
    return run.stop is not None and (end.reason == "setup" or (end.reason == "killed" and end.code is None))


def killed(run: Run) -> bool:
    """Tell whether it was lost, or somebody killed it: a machine short of memory, a person, perhaps its own code."""
    return lost(run) or (cut_short(run) and run.exit.reason == "killed" and run.exit.code == -signal.SIGKILL)
