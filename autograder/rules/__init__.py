"""A static look at a student's code for names that the exercise forbids.

In: cells and rules. Out: which rule which cell breaks, and which checks that costs. Reads the syntax tree, statement
by statement: comments and strings are no offence, other names (`import torch.nn.functional as F`, `ce =
F.cross_entropy`) are followed until something else is bound to them, and what they stand for is compared as objects
of torch, which runs no code of the student's. It does NOT find what is hidden on purpose (names put together, eval):
the worker's own guards meet that. Of a value's method it knows only the name; where the notebook defines a class with
such a method, it leaves the call to those guards too.

    checks.py     which rule which cell breaks, and which checks that costs
    reading.py    the statements in their order: what each name stands for
    forbidden.py  what rules name: by name, as objects, as methods
    scopes.py     scopes and branches: what a name may stand for in them
    look.py       one cell's text, read once
"""

from autograder.rules.checks import forbidden_checks, violations
from autograder.rules.forbidden import require_names

__all__ = ["forbidden_checks", "require_names", "violations"]
