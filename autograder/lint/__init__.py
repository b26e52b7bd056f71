"""What an author overlooks, found without running the exercise.

In: a course and an assignment. Out: `Problem`s, each with its cell, the reason, the remedy, and where there is one
right mend, that. What a build refuses is asked of the same functions as a build asks (`buildable`); all else is a
warning. It does NOT run a solution: whether checks are sharp is the audit's matter.

    whole.py      lint: all problems of one assignment; mend: those that can be mended, mended
    buildable.py  what a build refuses before it runs anything
    problem.py    Problem
    checks.py     check cells: loops, points, hidden cases
    randomness.py random numbers that nobody seeds
    parts.py      what a task should have: hints, misconceptions; ids, the summary, off limits
    markdown.py   texts that will not be shown as they are meant
    points.py     points that differ from docs/course.md
    slowness.py   solutions that take long, where a run is at hand
"""

from autograder.lint.buildable import buildable
from autograder.lint.problem import Problem
from autograder.lint.slowness import slow_problems
from autograder.lint.whole import lint, mend

__all__ = ["Problem", "buildable", "lint", "mend", "slow_problems"]
