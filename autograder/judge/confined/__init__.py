"""Judging beside the grader: whatever looks at a student's bytes does so in a confined process with limits.

In: a submitted file, or a submission and its run. Out: the submission as read, or a result for each check. A
file or a value on which reading, the static look, comparing or diagnosing would take too long or too much
memory costs its own submission: first the diagnosis, then the verdicts; nobody else's, and never the grader.
Does NOT run a student's code, and decides nothing: `notebook` reads and `judge` judges, there as in a session.

    pool.py      the grader's side: processes that are kept warm, and what happens when one ends
    process.py   one of them, as the grader talks to it
    form.py      what is told of a submission and its run
    worker.py    what runs in it; its docstring is the protocol
"""

from autograder.judge.confined.pool import Judged, Judges
from autograder.judge.confined.process import Truth

__all__ = ["Judged", "Judges", "Truth"]
