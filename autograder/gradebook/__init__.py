"""nbgrader's side of the grader: the only package that imports nbgrader and nbconvert.

build, stale     source/ -> release/ and solutions/, and whether those are up to date
record           graded submissions -> autograded/ and gradebook.db
feedback         autograded/ -> feedback/
scores           gradebook.db -> numbers
settings         what nbgrader_config.py says about grading
only_grader      one grader on one course

The classes are what nbgrader_config.py puts into nbgrader's converters, so that stock commands and
the formgrader do the same.
"""

from autograder.gradebook.build import build, built_from_source, enter, stale, without_source
from autograder.gradebook.collect import ByStudent, SafeExtractor
from autograder.gradebook.configuration import load_config
from autograder.gradebook.database import scores
from autograder.gradebook.export import CsvExport
from autograder.gradebook.exporters import FeedbackExporter, SubmissionExporter
from autograder.gradebook.feedback import StudentView, feedback
from autograder.gradebook.files import read_regular, replace_links, write_whole
from autograder.gradebook.fill import stored_report
from autograder.gradebook.graders import using
from autograder.gradebook.lock import only_grader
from autograder.gradebook.preprocessors import (
    FillOutputs,
    IsolatedRun,
    SaveReport,
    StripAlternatives,
    WriteExpected,
)
from autograder.gradebook.record import record
from autograder.gradebook.unchanged import Conditions, unchanged

__all__ = [
    "ByStudent",
    "Conditions",
    "CsvExport",
    "FeedbackExporter",
    "FillOutputs",
    "IsolatedRun",
    "SafeExtractor",
    "SaveReport",
    "StripAlternatives",
    "StudentView",
    "SubmissionExporter",
    "WriteExpected",
    "build",
    "built_from_source",
    "enter",
    "feedback",
    "load_config",
    "only_grader",
    "read_regular",
    "record",
    "replace_links",
    "scores",
    "stale",
    "stored_report",
    "unchanged",
    "using",
    "without_source",
    "write_whole",
]
