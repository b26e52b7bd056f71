"""Fail inside the worker's own functions, so that its lines stand in the traceback.

cell: solution-bn-backward
where: instead
expect: costs own
"""
from autograder import check

check("bn_backward, dx", lambda: 1 / 0, rtol=1.0)
