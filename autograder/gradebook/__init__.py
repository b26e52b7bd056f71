"""nbgrader's side of the grader: the only package that imports nbgrader and nbconvert.

build, stale     source/ -> release/ and solutions/, and whether those are up to date
plan             which submissions are to be graded again, and why
is_one_too_many  whether a student has used up the tries
record, settle   graded submissions -> autograded/ and gradebook.db; late penalties set anew
changes_since    what gradings changed since a time
feedback         autograded/ -> feedback/; hand_back: these in the form in which a platform takes them
draft            a misconception cell for a wrong value that several students share
rename_student, remove_student, remove_assignment: folders and gradebook together
due_dates, set_due_date: until when what is to be handed in, extensions included
class_grades     gradebook.db -> the scores of the class; kept_reports: autograded/ -> how its checks went
class_table      gradebook.db and roster.csv -> the class as a table; forms: its lines, as platforms read them
settings         what nbgrader_config.py says about grading
only_grader      one grader on one course (lock.py)

The classes are what `configure` puts into nbgrader's converters, so that stock commands and the
formgrader do the same; a course's nbgrader_config.py may put others there.
"""

from typing import TYPE_CHECKING

from autograder.course.lock import only_grader
from autograder.gradebook import forms
from autograder.gradebook.autograded import kept_reports
from autograder.gradebook.changes import CHANGES, changes_since
from autograder.gradebook.collect import ByStudent, SafeExtractor
from autograder.gradebook.configuration import load_config
from autograder.gradebook.current import disagreeing, require_current
from autograder.gradebook.database import scores
from autograder.gradebook.drafts import draft, readable_sources, task_titles
from autograder.gradebook.duedates import due_dates, set_due_date
from autograder.gradebook.entries import class_grades
from autograder.gradebook.export import CsvExport
from autograder.gradebook.exporters import FeedbackExporter, SubmissionExporter
from autograder.gradebook.feedback import feedback, replaced_pages
from autograder.gradebook.fill import stored_report
from autograder.gradebook.graders import using
from autograder.gradebook.handback import HandedBack, hand_back
from autograder.gradebook.latepenalty import LatePenalty
from autograder.gradebook.moved import SaveCells
from autograder.gradebook.preprocessors import (
    FillOutputs,
    IsolatedRun,
    SaveReport,
    StripAlternatives,
    WriteExpected,
)
from autograder.gradebook.record import record, settle
from autograder.gradebook.removal import remove_assignment, remove_student, rename_student
from autograder.gradebook.stock import guard_stock_commands
from autograder.gradebook.table import class_table
from autograder.gradebook.timestamps import as_utc, handed_in_at
from autograder.gradebook.tries import is_one_too_many
from autograder.gradebook.unchanged import Conditions, Plan, plan
from autograder.gradebook.wiring import configure
from autograder.late import late

if TYPE_CHECKING:
    from autograder.gradebook.building import build, built_from_source, enter, stale, without_source

__all__ = [
    "CHANGES",
    "ByStudent",
    "Conditions",
    "CsvExport",
    "FeedbackExporter",
    "FillOutputs",
    "HandedBack",
    "IsolatedRun",
    "LatePenalty",
    "Plan",
    "SafeExtractor",
    "SaveCells",
    "SaveReport",
    "StripAlternatives",
    "SubmissionExporter",
    "WriteExpected",
    "as_utc",
    "build",
    "built_from_source",
    "changes_since",
    "class_grades",
    "class_table",
    "configure",
    "disagreeing",
    "draft",
    "due_dates",
    "enter",
    "feedback",
    "forms",
    "guard_stock_commands",
    "hand_back",
    "handed_in_at",
    "is_one_too_many",
    "kept_reports",
    "load_config",
    "only_grader",
    "plan",
    "readable_sources",
    "record",
    "remove_assignment",
    "remove_student",
    "rename_student",
    "replaced_pages",
    "require_current",
    "scores",
    "set_due_date",
    "settle",
    "stale",
    "stored_report",
    "task_titles",
    "using",
    "without_source",
]

__getattr__ = late(
    __name__, dict.fromkeys(("build", "built_from_source", "enter", "stale", "without_source"), "building")
)  # it brings torch
