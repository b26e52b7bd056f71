"""What each command of `autograder` takes on the command line; which module in commands/ does it.

In: argparse's subparsers. Out: the parsers that were added, in the order in which --help lists them. It does NOT
import what the commands need, so that --help is quick.

    common.py       what several commands take, said once in the same words
    students.py     check, watch, reset, update, submit
    authors.py      init, new, lint, build, audit, calibrate, sample-class
    instructors.py  from kit and collect to export and the removal of a student
"""

from autograder.commands.arguments.authors import for_authors
from autograder.commands.arguments.common import for_operators
from autograder.commands.arguments.instructors import for_instructors
from autograder.commands.arguments.students import for_students

__all__ = ["for_authors", "for_instructors", "for_operators", "for_students"]
