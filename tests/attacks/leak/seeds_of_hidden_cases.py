"""Ask for the seeds of hidden cases and of other students' runs ahead of time.

cell: solution-fold
"""
from autograder import check

try:
    ahead = check.generator("fold, square weights")
    print("seed", ahead.initial_seed() % 2)  # a name in the source: it may be asked for, and gives inputs, no answers
    del ahead
except Exception:
    pass
