"""An autograder for deep-learning exercises.

A student needs one name of it:

    from autograder import check
    check("dlogits", dlogits)

In: a value at a check point. Out: in a student's session a row that says whether it is right; in a
graded run a message to the grader. Importing this package imports neither nbgrader nor Jupyter.
"""

from autograder.student.check import check

__all__ = ["__version__", "check"]
__version__ = "0.1.0"

check.watch()
