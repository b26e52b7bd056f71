"""A student's own session: `check(...)` in a notebook, and what stands behind it there.

check.py       the one name that a student imports; in a graded run it sends the value to the grader
selfcheck.py   the exercise as expected.safetensors has it, and where that file is found
live.py        around the cells that a student runs: what a graded run does with steps
following.py   right values in the place of wrong ones, while later cells run
journal.py     which of the exercise's cells each of them is
cutting.py     a check cell, cut after each statement that checks
table.py       the table under a check cell
"""
