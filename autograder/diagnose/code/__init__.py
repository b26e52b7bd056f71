"""What the text of a student's function says of a mistake that a check has shown.

In: a cell's source. Out: its functions, each with the signs of a mistake that stand in it. It runs nothing, and is
asked only about a check that fails (autograder/judge/code.py): a text alone accuses nobody.

    look.py    a cell -> its functions
    signs.py   a function -> what is written there, in sentences
"""

from autograder.diagnose.code.look import Function, functions_of
from autograder.diagnose.code.signs import CAUSES, CHANGED, NONE, RAISED, VALUE, Sign, rank

__all__ = ["CAUSES", "CHANGED", "NONE", "RAISED", "VALUE", "Function", "Sign", "functions_of", "rank"]
