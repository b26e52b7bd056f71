"""What the text of a student's function says of a mistake that a check has shown.

In: a cell's source. Out: its functions, each with the signs of a mistake that stand in it. It runs nothing, and is
asked only about a check that fails (autograder/judge/code.py): a text alone accuses nobody.

    look.py        a cell -> its functions
    body.py        a function's syntax tree, looked through once
    signs.py       a function -> what is written there, in sentences; which causes there are
    returns.py     .. what it gives back      arguments.py   .. what it does with its arguments
    steps.py       .. what it does between    raising.py     .. what explains an exception
"""

from autograder.diagnose.code.body import CHANGED, NONE, RAISED, VALUE, Sign
from autograder.diagnose.code.look import Function, functions_of
from autograder.diagnose.code.signs import CAUSES, rank

__all__ = ["CAUSES", "CHANGED", "NONE", "RAISED", "VALUE", "Function", "Sign", "functions_of", "rank"]
