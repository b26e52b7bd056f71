"""A source notebook and a submission, read into plain data.

In: the bytes of a notebook. Out: `Notebook` (what the author wrote: cells, checks, misconceptions,
variants, rules, limits) or `Submission` (the source's cells with a student's code in them, whatever
state the student's file is in), and the `Step`s that a run executes. Does NOT run anything, and does
not know nbgrader: only its metadata's field names.
"""

from autograder.notebook.answers import answers, as_file, skeleton, solved, with_alternative
from autograder.notebook.cells import (
    UNGRADED,
    Alternative,
    Cell,
    Criterion,
    Equivalent,
    Hints,
    Notebook,
    Rubric,
    Submission,
    marked_by,
)
from autograder.notebook.edits import edited_cells, lines_not_run
from autograder.notebook.files import FILE_NAME, files_beside, find_expected, require_listed
from autograder.notebook.frame import from_frame, to_frame
from autograder.notebook.manual import manual_results
from autograder.notebook.names import Names, names_of
from autograder.notebook.regions import PROSE_STUB, STUB, blank, mark_scheme, without_hidden, without_marks
from autograder.notebook.rubric import rubric_text
from autograder.notebook.sizes import MAX_FILE
from autograder.notebook.source import read_source
from autograder.notebook.steps import calls_check, pieces, steps
from autograder.notebook.submission import assembled, read_submission
from autograder.notebook.syntax import parse
from autograder.notebook.titles import cell_title, heading_above, last_heading, task_label, task_of

__all__ = [
    "FILE_NAME",
    "MAX_FILE",
    "PROSE_STUB",
    "STUB",
    "UNGRADED",
    "Alternative",
    "Cell",
    "Criterion",
    "Equivalent",
    "Hints",
    "Names",
    "Notebook",
    "Rubric",
    "Submission",
    "answers",
    "as_file",
    "assembled",
    "blank",
    "calls_check",
    "cell_title",
    "edited_cells",
    "files_beside",
    "find_expected",
    "from_frame",
    "heading_above",
    "last_heading",
    "lines_not_run",
    "manual_results",
    "mark_scheme",
    "marked_by",
    "names_of",
    "parse",
    "pieces",
    "read_source",
    "read_submission",
    "require_listed",
    "rubric_text",
    "skeleton",
    "solved",
    "steps",
    "task_label",
    "task_of",
    "to_frame",
    "with_alternative",
    "without_hidden",
    "without_marks",
]
